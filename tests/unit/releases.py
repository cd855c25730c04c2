"""One release for the tests of its payload."""

from datetime import UTC, datetime
from typing import Any

from gateway.core import periods, release
from tests.unit.figures import LINE, comments, scores, sent, together, topic

HEADING = release.Heading(
    sequence=7,
    period=periods.parse("2026-10"),
    county="Päijät-Häme",
    created_at=datetime(2026, 11, 8, 3, tzinfo=UTC),
    k=5,
)
UNITS = [
    release.Unit(unit, parent, {"fi": f"Yksikkö {unit}", "sv": f"Enhet {unit}"}, "1.2.246.10")
    for unit, parent in LINE.items()
]
# Unit a is large and has all kinds of figures, b has few by QR, c has few at all.
OWN = together(
    scores("a", 30, 10),
    comments("a", positive=20, negative=12),
    topic("a", 9, 8),
    sent("a", 200, 210),
    scores("a", 15, 10, channel="qr"),
    scores("b", 9, 3),
    scores("b", 2, 1, channel="qr"),
    scores("c", 2, 1, channel="qr"),
    scores("line", 2, 2),
)


def corrected(sequence: int = 8) -> release.Heading:
    return release.Heading(
        sequence, HEADING.period, HEADING.county, HEADING.created_at, HEADING.k, corrects=7
    )


def group(payload: dict[str, Any], unit: str, channel: str = "all") -> dict[str, Any]:
    units = {each["id"]: each for each in payload["data"]["units"]}
    figures = {each["channel"]: each for each in units[unit]["figures"]}
    found: dict[str, Any] = figures[channel]
    return found

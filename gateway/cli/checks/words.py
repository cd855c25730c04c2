"""The texts to patients: what they cost, whether the crisis lines are still right."""

from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from datetime import datetime, timedelta

from gateway.cli.checks import Finding, Installation, ok, usable, warn
from gateway.settings import HELSINKI, Settings
from gateway.sms import segments
from gateway.store.units import read_units
from gateway.texts import Texts, load_texts

_A_YEAR = timedelta(days=365)


async def check(installation: Installation) -> AsyncIterator[Finding]:
    """With the longest name that a unit has."""
    settings = installation.settings
    database = await usable(installation)
    units = await database.read(read_units) if database else {}
    names = [kept.unit.shown_name for kept in units.values() if kept.unit.sms_allowed]
    longest = max(names, key=lambda name: segments.count(name).units, default="")
    dear = list(_dear(load_texts(settings.texts_dir), settings, longest))
    for finding in dear:
        yield finding
    if not dear:
        yield ok("each text to a patient fits into one SMS")


async def crisis(installation: Installation) -> AsyncIterator[Finding]:
    """The numbers of the crisis lines."""
    checked = installation.settings.crisis.checked_on
    if checked is None:
        yield warn("nobody noted calling the crisis lines: do, and set crisis.checked_on")
    elif datetime.now(HELSINKI).date() - checked > _A_YEAR:
        yield warn(f"the crisis lines were last called on {checked}: call, set crisis.checked_on")
    else:
        yield ok(f"the crisis lines were called on {checked}")


def _dear(texts: Texts, settings: Settings, unit: str) -> Iterator[Finding]:
    for language, known in texts.by_language.items():
        values = defaultdict(
            lambda: "10",
            county=settings.county.short_name,
            unit=unit,
            crisis=getattr(settings.crisis, language),
        )
        for key, text in known.items():
            found = segments.count(text.format_map(values))
            if key.startswith("sms.") and found.segments > 1:
                yield warn(
                    f"{key} ({language}) costs {found.segments} SMS: {found.units} characters of "
                    f"{found.encoding}{_why(text.format_map(values))}"
                )


def _why(text: str) -> str:
    unusual = segments.unusual(text)
    return f", because of {unusual}" if unusual else ""

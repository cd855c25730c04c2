"""What the audience of a demonstration sees."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from gateway.core.nps import COMPARABLE_FROM, nps_class
from gateway.core.suppression import ALL
from gateway.simulation.operator import Traffic
from gateway.store.glimpses import Glimpse

_CLASS_STYLE = {"promoter": "green", "passive": "yellow", "detractor": "red"}
_POLARITY = {"positive": ("+", "green"), "negative": ("–", "red"), "neutral": ("·", "yellow")}
_SENTIMENT_STYLE = {
    "positive": "green",
    "negative": "red",
    "neutral": "yellow",
    "mixed": "magenta",
}
_MOST_TOPICS = 3
#: Room for an indented name, beside figures, on a terminal of 80 columns.
_UNIT_WIDTH = 25


def arrivals(newest: Sequence[Glimpse], totals: Mapping[str, int], traffic: Traffic) -> Group:
    """The live picture: the newest answers and the totals under them."""
    table = Table(title="Answers as they arrive", expand=True, title_justify="left")
    table.add_column("unit", width=14, no_wrap=True, overflow="ellipsis")
    table.add_column("", width=2)
    table.add_column("score", width=5, justify="right")
    table.add_column("comment", ratio=3, no_wrap=True, overflow="ellipsis")
    table.add_column("read as", ratio=2, no_wrap=True, overflow="ellipsis")
    for one in newest:
        words = one.comment.replace("\n", " / ")
        table.add_row(one.unit, one.language, _score(one.score), words, _label(one))
    return Group(table, _totals(totals, traffic))


def results(payload: Mapping[str, Any]) -> Table:
    """NPS per unit with its interval, as it is in the release."""
    period = payload["data"]["period"]["id"]
    table = Table(title=f"NPS by unit, {period}", title_justify="left", expand=True)
    table.add_column("unit", min_width=_UNIT_WIDTH, ratio=1, no_wrap=True, overflow="ellipsis")
    for name in ("answers", "rate", "NPS", "interval", "+/·/–"):
        table.add_column(name, justify="right", no_wrap=True)
    invited = dict(_units(payload, "sms"))
    for unit, figures in _units(payload, ALL):
        nps = figures.get("nps", {})
        if "value" not in nps:
            table.add_row(unit, "hidden", "", "", "", "", style="dim")
            continue
        style = "" if nps["n"] >= COMPARABLE_FROM else "bright_black"
        table.add_row(
            unit,
            str(figures["answered"]),
            _rate(invited[unit]),
            f"{nps['value']:+d}",
            f"{nps['low']:+d}…{nps['high']:+d}",
            f"{nps['promoters']}/{nps['passives']}/{nps['detractors']}",
            style=style,
        )
    table.caption = (
        "rate: of those asked; +/·/–: promoters, passives, detractors\n"
        f"grey: fewer than {COMPARABLE_FROM} answers, too few to compare"
    )
    table.caption_justify = "left"
    return table


def topics(payload: Mapping[str, Any]) -> Table:
    """What the comments of the whole county were about."""
    _, figures = next(_units(payload, ALL))
    table = Table(title="Topics, whole county", title_justify="left")
    table.add_column("topic")
    for polarity in ("positive", "negative", "neutral"):
        table.add_column(polarity, justify="right")
    for topic, counts in figures.get("topic", {}).items():
        if isinstance(counts, Mapping):
            table.add_row(topic, *(_figure(counts.get(one)) for one in _POLARITY))
    return table


def hidden(payload: Mapping[str, Any]) -> Text:
    """What was suppressed, and the rule behind it."""
    k = payload["data"]["threshold"]
    units = [name.strip() for name, figures in _units(payload, ALL) if "nps" not in figures]
    marks = Counter(mark for unit in payload["data"]["units"] for mark in _marks(unit["figures"]))
    text = Text(f"Hidden: {sum(marks.values())} figures of fewer than {k} people, or that would ")
    text.append("give such a figure away by subtraction (parent minus its units, all channels ")
    text.append("minus one, a total minus its classes).")
    if units:
        text.append(f" Nothing is shown of: {', '.join(units)}.")
    return text


def excerpt(payload: Mapping[str, Any], unit_id: str) -> Mapping[str, Any]:
    """The payload as it is, but of one unit and only over all channels: the whole is long."""
    unit = next(unit for unit in payload["data"]["units"] if unit["id"] == unit_id)
    figures = [group for group in unit["figures"] if group["channel"] == ALL]
    data = payload["data"] | {"units": [unit | {"figures": figures}]}
    return {**payload, "data": data}


def _units(payload: Mapping[str, Any], channel: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every unit's name, indented by its depth, with its figures on a channel."""
    units = {unit["id"]: unit for unit in payload["data"]["units"]}
    children: dict[str | None, list[str]] = {}
    for unit in units.values():
        children.setdefault(unit["parent"], []).append(unit["id"])

    def walk(parent: str | None, depth: int) -> Iterator[tuple[str, Mapping[str, Any]]]:
        for id_ in children.get(parent, ()):
            groups = {group["channel"]: group for group in units[id_]["figures"]}
            yield "  " * depth + units[id_]["name"]["fi"], groups[channel]
            yield from walk(id_, depth + 1)

    return walk(None, 0)


def _rate(figures: Mapping[str, Any]) -> str:
    rate = figures.get("response_rate")
    return f"{rate:.0f} %" if isinstance(rate, int | float) else ""


def _figure(value: Any) -> str:
    return str(value) if isinstance(value, int) else "hidden"


def _marks(node: Any) -> Iterator[str]:
    if isinstance(node, Mapping):
        if "hidden" in node:
            yield str(node["hidden"])
        node = list(node.values())
    if isinstance(node, list):
        for inner in node:
            yield from _marks(inner)


def _score(score: int | None) -> Text:
    if score is None:
        return Text("?")
    return Text(str(score), style=_CLASS_STYLE[nps_class(score)])


def _label(one: Glimpse) -> Text:
    if one.sentiment is None:
        return Text("…", style="dim")
    text = Text(one.sentiment, style=_SENTIMENT_STYLE[one.sentiment])
    for topic, polarity, _ in one.topics[:_MOST_TOPICS]:
        sign, style = _POLARITY[polarity]
        text.append(f" {topic}{sign}", style=style)
    return text


def _totals(totals: Mapping[str, int], traffic: Traffic) -> RenderableType:
    shown = {
        "texts to phones": traffic.to_phones,
        "from phones": traffic.from_phones,
        "repeated by the operator": traffic.repeats,
        "answers": totals.get("answers", 0),
        "with a score": totals.get("scores", 0),
        "labelled": totals.get("labels", 0),
        "delivered": totals.get("messages delivered", 0),
    }
    return Text("   ".join(f"{name} {count}" for name, count in shown.items()), style="bold")

"""The report that people look at: one HTML file that needs no other, no script, no network."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from gateway.analysis import bars, statistics
from gateway.analysis.examples import Example
from gateway.analysis.statistics import Share
from gateway.analysis.tabulation import Counts, Group, Tabulation
from gateway.analysis.wording import Wording, load

#: From good to bad, so that the good begins at the left edge and the bad ends at the right one.
_STACK = ("positive", "neutral", "mixed", "negative")
_MOST_GROUPS = 40
_MOST_NAMED = 3
_LEAST_SCALE = 0.05


@dataclass(frozen=True, slots=True)
class Report:
    """What a report is made of. `group` is the column it is grouped by, if any; `empty` says how
    many rows had no words; `models` whose labels these are."""

    file: str
    column: str
    group: str | None
    made: date
    tabulation: Tabulation
    examples: Sequence[Example]
    empty: int
    k: int
    model: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a chart: its shares by class, None where hidden; `n` is the sum of those shown."""

    name: str
    n: int
    shares: Mapping[str, Share | None]
    bar: Markup


def render(report: Report, language: str) -> str:
    """The page in one of the languages of `wording`."""
    environment = Environment(
        loader=PackageLoader("gateway.analysis"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    wording = load(language)
    table = report.tabulation
    groups, n = table.groups[:_MOST_GROUPS], table.whole.comments
    style = (files("gateway.analysis") / "templates" / "report.css").read_text("utf-8")
    return environment.get_template("report.html").render(
        report=report,
        table=table,
        style=Markup(style),  # noqa: S704 - our own file
        say=wording.say,
        words=wording,
        whole=_mood(table.whole, wording),
        moods=[_mood(group, wording) for group in groups],
        topics=_topics(table.whole, wording),
        praised=_named(table.whole, "positive", wording),
        blamed=_named(table.whole, "negative", wording),
        heats={how: _heat(groups, how) for how in ("negative", "positive")},
        intents=_bars(table.whole.intents, n, wording, "intents."),
        languages=_bars(table.languages, n, wording, "who."),
        lengths=_bars(table.lengths, n, wording),
        unsure=_share(table.unsure["yes"], n),
        stack=_STACK,
        left_out=len(table.groups) - len(groups),
    )


def _mood(group: Group, wording: Wording) -> Row:
    shares = {key: _share(group.sentiments[key], group.comments) for key in _STACK}
    parts = [(key, share.value) for key, share in shares.items() if share]
    if (rest := 1 - sum(share for _, share in parts)) > 1e-9:
        # Where it stood does not matter: what is hidden has no colour.
        parts.insert(len(parts) - bool(shares["negative"]), ("hidden", rest))
    name = group.name or wording.say("numbers.no_group")
    return Row(name, group.comments, shares, bars.stacked(parts, shares["positive"]))


def _topics(whole: Group, wording: Wording) -> list[Row]:
    """Those that may be told of, the most mentioned first."""
    found = {
        topic: {how: _share(count, whole.comments) for how, count in counts.items()}
        for topic, counts in whole.topics.items()
        if any(counts.values())
    }
    most = [_highest(shares[how] for shares in found.values()) for how in ("negative", "positive")]
    rows = [
        Row(
            wording.say(f"names.{topic}"),
            sum(share.count for share in shares.values() if share),
            shares,
            bars.diverging([(how, shares[how]) for how in ("negative", "positive")], most),
        )
        for topic, shares in found.items()
    ]
    return sorted(rows, key=lambda row: -row.n)


def _named(whole: Group, how: str, wording: Wording) -> str:
    """The topics that are named most in this way, with their shares; "" when there are none."""
    counts = sorted(
        ((counts[how] or 0, topic) for topic, counts in whole.topics.items()), reverse=True
    )
    return ", ".join(
        f"{wording.say(f'names.{topic}').lower()} ({wording.percent(_share(n, whole.comments))})"
        for n, topic in counts[:_MOST_NAMED]
        if n
    )


def _heat(groups: Sequence[Group], how: str) -> list[tuple[Group, list[tuple[Share | None, str]]]]:
    """For each group the share of each topic, with how dark its cell is, from 0 to 1."""
    every = {
        group.name: [_share(counts[how], group.comments) for counts in group.topics.values()]
        for group in groups
    }
    shown = [share.value for shares in every.values() for share in shares if share]
    most = max([*shown, _LEAST_SCALE])
    return [
        (
            group,
            [(each, f"{each.value / most if each else 0:.2f}") for each in every[group.name]],
        )
        for group in groups
    ]


def _bars(counts: Counts, n: int, wording: Wording, section: str = "") -> list[Row]:
    shares = {key: _share(count, n) for key, count in counts.items()}
    most = _highest(shares.values())
    return [
        Row(
            wording.say(f"{section}{key}") if section else key.replace("-", "–"),
            share.count if share else 0,
            {"": share},
            bars.single(share, most),
        )
        for key, share in shares.items()
    ]


def _highest(shares: Iterable[Share | None]) -> float:
    """The upper end of the highest interval, which the chart must have room for."""
    return max((share.high for share in shares if share), default=_LEAST_SCALE)


def _share(count: int | None, n: int) -> Share | None:
    return None if count is None or not n else statistics.share(count, n)

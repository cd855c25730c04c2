"""What it's decided on which figures may be shown."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from gateway.core import nps
from gateway.core.cells import MEASURES, OPTIONS, Sums
from gateway.core.errors import InputError
from gateway.core.suppression.rules import Counts, check_threshold
from gateway.core.suppression.tree import ALL, Tree, total

Place = tuple[str, str, str, str]
"""Where a figure stands: (unit, channel, measure, key). The NPS is one figure: ("nps", ""), and so
is a statement: ("statement", its name)."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The figures of one period, and the limits to showing them.

    `totals` are summed up the tree and over the channels. `held`, where it's not None, are the
    only places that may be shown: those of the release that is being corrected. `told` names the
    one channel of units that are told by it alone, in place of their total.
    """

    tree: Tree
    channels: Sequence[str]
    totals: Sums
    k: int
    held: Collection[Place] | None = None
    told: Mapping[str, str] = field(default_factory=dict)

    def count(self, unit: str, channel: str, measure: str, key: str = "") -> int:
        """One total; zero where nothing was counted."""
        return self.totals.get((unit, channel, measure, key), 0)

    def score(self, unit: str, channel: str) -> nps.Classes:
        """The NPS classes of a group."""
        return nps.classify(
            {int(key): self.count(unit, channel, "score", key) for key in MEASURES["score"].keys}
        )

    def answers(self, unit: str, channel: str) -> Counts:
        """Promoters, passives, detractors, and how many gave no score."""
        scores = self.score(unit, channel)
        unscored = self.count(unit, channel, "answered") - scores.n
        return scores.promoters, scores.passives, scores.detractors, unscored

    def steps(self, unit: str, channel: str, statement: str) -> tuple[int, ...]:
        """How many answered 1, 2, 3, 4 and 5 to a statement; who could not say is left out."""
        return tuple(
            self.count(unit, channel, "statement", f"{statement}:{option}")
            for option in OPTIONS[1:]
        )

    def invites(self, channel: str) -> bool:
        """Whether answers on this channel are asked for by invitations."""
        return self.count(self.tree.root, channel, "asked") > 0

    def may(self, unit: str, channel: str, measure: str, key: str = "") -> bool:
        """Whether a place may be shown at all."""
        return self.held is None or self.place(unit, channel, measure, key) in self.held

    def place(self, unit: str, channel: str, measure: str, key: str) -> Place:
        """Where a figure is shown: that of all channels may stand at the one that is told."""
        return unit, self.told.get(unit, ALL) if channel == ALL else channel, measure, key


def lay(tree: Tree, own: Sums, k: int, held: Collection[Place] | None = None) -> Ground:
    """The ground of a period from each unit's own counts.

    Raises InputError for cells that name no known unit, measure or key, SettingsError for a `k`
    that is too low.
    """
    for _, channel, measure, key in own:
        _check_place(channel, measure, key)
    channels = sorted({channel for _, channel, _, _ in own})
    return Ground(tree, channels, total(tree, _reached(own)), check_threshold(k), held)


def _reached(own: Sums) -> Sums:
    """Whoever answered on an inviting channel was asked and reached, whatever reports say. Of a
    channel on which no report ever came nothing is told: its response rate would be invented.
    """
    inviting = {
        channel
        for (_, channel, measure, _), count in own.items()
        if measure == "delivered" and count
    }
    counts = Counter(
        {
            place: count
            for place, count in own.items()
            if place[1] in inviting or place[2] not in ("asked", "delivered")
        }
    )
    for (unit, channel, measure, _), count in own.items():
        if channel in inviting and measure in ("answered", "delivered"):
            for sent in ("delivered", "asked"):
                counts[unit, channel, sent, ""] = max(counts[unit, channel, sent, ""], count)
    return counts


def _check_place(channel: str, measure: str, key: str) -> None:
    if channel == ALL:
        raise InputError(f"cells of a channel called {ALL!r}; leave the sums to the release")
    if measure not in MEASURES:
        raise InputError(f"unknown measure {measure!r}; known: {', '.join(MEASURES)}")
    if key not in MEASURES[measure].keys:
        raise InputError(f"unknown key {key!r} of {measure}; add it to the measure's keys")

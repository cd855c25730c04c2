"""The figures of one unit on one channel, or on all of them."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Any

from gateway.core import nps
from gateway.core.cells import MEASURES, OPTIONS, PROXY, STATEMENTS
from gateway.core.suppression import ALL, Ground, Place

HIDDEN = {"hidden": "small_group"}
"""Stands in place of a figure, of a block of figures, or in a group with nothing else."""


@dataclass(frozen=True, slots=True)
class Group:
    """One group of a release; `places` are those that may be shown."""

    ground: Ground
    places: Collection[Place]
    unit: str
    channel: str

    def write(self) -> dict[str, Any]:
        """The group as it stands in the payload."""
        if not self._shows("answered"):
            return {"channel": self.channel, **HIDDEN}
        return {
            "channel": self.channel,
            **self._invitations(),
            "answered": self._figure("answered"),
            "nps": self._nps(),
            **self._comments(),
            "statement": self._statements(),
            "proxy": self._block("proxy") if self._tells_proxies() else None,
        }

    def _stands_alone(self) -> bool:
        """Whether the unit is told by this channel in place of its total."""
        return (self.unit, ALL, "answered", "") not in self.places

    def _shows(self, measure: str, key: str = "") -> bool:
        return (self.unit, self.channel, measure, key) in self.places

    def _count(self, measure: str, key: str = "") -> int:
        return self.ground.count(self.unit, self.channel, measure, key)

    def _figure(self, measure: str, key: str = "") -> int | dict[str, str]:
        return self._count(measure, key) if self._shows(measure, key) else dict(HIDDEN)

    def _invitations(self) -> dict[str, Any]:
        if self.channel == ALL or not self.ground.invites(self.channel):
            return dict.fromkeys(("asked", "delivered", "response_rate"))
        rate: float | dict[str, str] = dict(HIDDEN)
        if self._shows("delivered"):
            rate = round(100 * self._count("answered") / self._count("delivered"), 1)
        return {
            "asked": self._figure("asked"),
            "delivered": self._figure("delivered"),
            "response_rate": rate,
        }

    def _nps(self) -> dict[str, Any] | None:
        classes = self.ground.score(self.unit, self.channel)
        if not classes.n:
            return None
        return {
            **asdict(nps.measure(classes)),
            **asdict(classes),
            "n": classes.n,
            "comparability": nps.compare(classes.n, self.ground.k),
        }

    def _comments(self) -> dict[str, Any]:
        divided = [name for name, measure in MEASURES.items() if measure.divides == "comment"]
        if self.channel != ALL and not self._stands_alone():
            return dict.fromkeys(("comment", *divided))
        return {"comment": self._figure("comment")} | {name: self._block(name) for name in divided}

    def _statements(self) -> dict[str, Any] | None:
        """Every statement that somebody in the county answered; None when there is none."""
        if self.channel not in (ALL, PROXY) and not self._stands_alone():
            return None
        root = self.ground.tree.root
        asked = [name for name in STATEMENTS if any(self.ground.steps(root, ALL, name))]
        return {name: self._statement(name) for name in asked} or None

    def _statement(self, name: str) -> dict[str, Any] | None:
        steps = self.ground.steps(self.unit, self.channel, name)
        if self._shows("statement", name):
            n = sum(steps)
            total = sum(option * count for option, count in zip(OPTIONS[1:], steps, strict=True))
            agree = round(100 * sum(steps[3:]) / n)
            return {"n": n, "mean": round(total / n, 1), "agree": agree}
        return dict(HIDDEN)

    def _tells_proxies(self) -> bool:
        root = self.ground.tree.root
        return self.channel == ALL and self.ground.count(root, PROXY, "answered") > 0

    def _block(self, measure: str) -> dict[str, Any]:
        keys = MEASURES[measure].keys
        if not any(self._shows(measure, key) for key in keys):
            return dict(HIDDEN)
        block: dict[str, Any] = {}
        for key in keys:
            *outer, inner = key.split(":")
            inside = block
            for step in outer:
                inside = inside.setdefault(step, {})
            inside[inner] = self._figure(measure, key)
        return block

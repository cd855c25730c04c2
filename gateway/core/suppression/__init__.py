"""Hiding figures of too few people: the rules a to e of publishing.

`lay` the ground of a period, ask which places are `visible`; `changes` and `may_correct` tell
when a released period may leave again.
"""

from gateway.core.suppression.corrections import Changes, changes, may_correct
from gateway.core.suppression.ground import Ground, Place, lay
from gateway.core.suppression.plan import visible
from gateway.core.suppression.rules import check_threshold
from gateway.core.suppression.tree import ALL, Tree, plant

__all__ = [
    "ALL",
    "Changes",
    "Ground",
    "Place",
    "Tree",
    "changes",
    "check_threshold",
    "lay",
    "may_correct",
    "plant",
    "visible",
]

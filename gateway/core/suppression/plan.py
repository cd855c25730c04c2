"""Which figures of a release may be shown.

Every measure is a table of its own. The same people stand behind all of them, so a table shows
nothing of a unit that the table before it hides: answers, then comments, then what they said.

Statements come after answers; whose word a proxy's answer was, after the answers of proxies.

What comments said is told over all channels only, or by the one channel that a unit is told by
(see single). Otherwise a unit that tells it by channel, and
one below that tells its channels, and what comments said, but not the one by the other, uncover a
few people between them: a zero above can settle the whole table below.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import sub

from gateway.core.cells import MEASURES, PROXY, STATEMENTS
from gateway.core.suppression import rules
from gateway.core.suppression.ground import Ground, Place
from gateway.core.suppression.protection import protect
from gateway.core.suppression.rules import Counts, Rule
from gateway.core.suppression.single import tell_singly
from gateway.core.suppression.table import Table
from gateway.core.suppression.tree import ALL

_Shown = Mapping[str, frozenset[str]]


def visible(ground: Ground) -> frozenset[Place]:
    """The places of all figures that may be shown."""
    if not ground.channels:
        return frozenset()
    ground = tell_singly(ground)
    return frozenset(ground.place(*place) for place in _places(ground))


def _places(ground: Ground) -> set[Place]:
    """Of those that are told by one channel alone it is the place of the total."""
    answered = _answers(ground)
    wholes = {
        "comment": _comments(ground, answered),
        PROXY: frozenset(unit for unit, channels in answered.items() if PROXY in channels),
    }
    places = {*_answer_places(ground, answered), *_invitations(ground, answered)}
    places.update(place for name in STATEMENTS for place in _statement(ground, name, answered))
    places.update((unit, ALL, "comment", "") for unit in wholes["comment"])
    for name, measure in MEASURES.items():
        if measure.divides is None:
            continue
        if measure.exclusive:
            places.update(_classes(ground, name, wholes[measure.divides]))
        else:
            places.update(_labels(ground, name, measure.divides, wholes[measure.divides]))
    return places


def _answers(ground: Ground) -> _Shown:
    ceiling = {
        unit: frozenset(each for each in ground.channels if ground.may(unit, each, "answered"))
        for unit in ground.tree.children
        if ground.may(unit, ALL, "answered")
    }
    counts = {
        unit: tuple(ground.answers(unit, channel) for channel in ground.channels)
        for unit in ground.tree.children
    }
    features = tuple(ground.channels)
    return protect(
        Table(ground.tree, features, counts, ground.k, rules.answers, rules.answers), ceiling
    )


def _answer_places(ground: Ground, answered: _Shown) -> Iterator[Place]:
    for unit, channels in answered.items():
        for channel in (ALL, *channels):
            yield unit, channel, "answered", ""
            if ground.score(unit, channel).n:
                yield unit, channel, "nps", ""


def _invitations(ground: Ground, answered: _Shown) -> Iterator[Place]:
    """An invitation belongs to its channel: over all channels, the response rate would tell the
    answers of the inviting one where these are hidden.
    """
    for channel in filter(ground.invites, ground.channels):
        allowed = {
            unit
            for unit, channels in answered.items()
            if channel in channels | {ground.told.get(unit)}
            and ground.may(unit, channel, "delivered")
        }
        for unit in _invited(ground, channel, allowed):
            yield unit, channel, "asked", ""
            yield unit, channel, "delivered", ""


def _invited(ground: Ground, channel: str, allowed: Iterable[str]) -> frozenset[str]:
    """Those who were asked and kept silent are a class like another: staff know whom they met."""

    def count(unit: str) -> Counts:
        came = ground.count(unit, channel, "answered")
        return came, ground.count(unit, channel, "delivered") - came

    return _undivided(ground, count, rules.classes, allowed)


def _comments(ground: Ground, answered: Iterable[str]) -> frozenset[str]:
    def count(unit: str) -> Counts:
        return (ground.count(unit, ALL, "comment"),)

    allowed = {unit for unit in answered if ground.may(unit, ALL, "comment")}
    return _undivided(ground, count, rules.enough, allowed)


def _statement(ground: Ground, name: str, answered: Iterable[str]) -> Iterator[Place]:
    """A statement is told over all channels, and of those who are not the clients themselves."""
    if not any(ground.steps(ground.tree.root, ALL, name)):
        return

    def count(unit: str) -> tuple[Counts, ...]:
        all_, proxy = ground.steps(unit, ALL, name), ground.steps(unit, PROXY, name)
        return tuple(map(sub, all_, proxy)), proxy

    ceiling = {
        unit: {"own", PROXY} if ground.may(unit, PROXY, "statement", name) else {"own"}
        for unit in answered
        if ground.may(unit, ALL, "statement", name)
    }
    counts = {unit: count(unit) for unit in ground.tree.children}
    rule = rules.statement
    table = Table(ground.tree, ("own", PROXY), counts, ground.k, rule, rule, _together)
    for unit, features in protect(table, ceiling).items():
        yield unit, ALL, "statement", name
        if PROXY in features and any(ground.steps(unit, PROXY, name)):
            yield unit, PROXY, "statement", name


def _labels(ground: Ground, measure: str, whole: str, outer: Iterable[str]) -> Iterator[Place]:
    """Labels of which an answer has any number: each is a table of its own.

    A zero is shown when it's that of the whole county. Other zeros are hidden like other small
    counts: beside them, a hidden count would be known to be one at least.
    """
    for key in MEASURES[measure].keys:
        allowed = frozenset(unit for unit in outer if ground.may(unit, ALL, measure, key))
        if ground.count(ground.tree.root, ALL, measure, key):
            allowed = _labelled(ground, (measure, key), whole, allowed)
        yield from ((unit, ALL, measure, key) for unit in allowed)


def _labelled(
    ground: Ground, label: tuple[str, str], whole: str, allowed: Iterable[str]
) -> frozenset[str]:
    def count(unit: str) -> Counts:
        having = ground.count(unit, ALL, *label)
        return having, ground.count(unit, ALL, whole) - having

    return _undivided(ground, count, rules.label, allowed, _having)


def _classes(ground: Ground, measure: str, outer: Iterable[str]) -> Iterator[Place]:
    """Classes of which an answer has one, in a table of units by classes."""
    keys = MEASURES[measure].keys
    ones = [tuple(int(key == other) for other in keys) for key in keys]

    def count(unit: str) -> tuple[Counts, ...]:
        counts = [ground.count(unit, ALL, measure, key) for key in keys]
        return tuple(tuple(n * each for each in one) for n, one in zip(counts, ones, strict=True))

    ceiling = {
        unit: frozenset(key for key in keys if ground.may(unit, ALL, measure, key))
        for unit in outer
    }
    counts = {unit: count(unit) for unit in ground.tree.children}
    table = Table(ground.tree, keys, counts, ground.k, rules.enough, rules.varied, _together)
    for unit, classes in protect(table, ceiling).items():
        rest = set(keys) - classes
        # A reader sees it where the shown classes are all comments.
        empty = not any(ground.count(unit, ALL, measure, key) for key in rest)
        known = keys if classes and empty else classes
        yield from ((unit, ALL, measure, key) for key in known)


def _undivided(
    ground: Ground,
    count: Callable[[str], Counts],
    rule: Rule,
    allowed: Iterable[str],
    told: Callable[[Counts], Counts] = tuple,
) -> frozenset[str]:
    """The units that a table without features shows."""
    counts = {unit: (count(unit),) for unit in ground.tree.children}
    table = Table(ground.tree, (ALL,), counts, ground.k, rule, rule, told)
    return frozenset(protect(table, dict.fromkeys(allowed, frozenset({ALL}))))


def _having(counts: Counts) -> Counts:
    return counts[:1]


def _together(counts: Counts) -> Counts:
    return (sum(counts),)

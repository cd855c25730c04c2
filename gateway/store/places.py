"""What a code or a unit leads to: whose form it is, and what that unit says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select

from gateway.core.touchpoint import counts_above
from gateway.store.schema import touchpoint, unit, unit_text
from gateway.store.touchpoints import ACTIVE

#: A text with its language.
Said = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """A form's place. `names` and the texts are by language. `counted_for` is the id of the unit
    that answers belong to: the one above for a badge of a small team. `has_owner` says whether
    somebody looks after cases there."""

    code: str
    kind: str
    active: bool
    question_set: str
    unit_key: str
    counted_for: str
    names: Mapping[str, str]
    has_owner: bool
    address: Mapping[str, str]
    changed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """A unit found by its name; `above` is the name of the unit above it, in Finnish."""

    key: str
    names: Mapping[str, str]
    above: str


def of_code(connection: Connection, code: str) -> Place | None:
    """Where a code leads, retired or not; None when there is no such code."""
    row = connection.execute(
        select(touchpoint.c.kind, touchpoint.c.state, touchpoint.c.question_set, unit)
        .join(unit, unit.c.id == touchpoint.c.unit_id)
        .where(touchpoint.c.code == code)
    ).first()
    if row is None:
        return None
    line = _line(connection, row)
    above = row.kind == "badge" and counts_above(row.kind, _badges(connection, row.id))
    counted_for = line[1] if above and len(line) > 1 else line[0]
    return _place(
        connection,
        line,
        code=code,
        kind=row.kind,
        active=row.state == ACTIVE,
        question_set=row.question_set,
        counted_for=counted_for.id,
    )


def of_unit(connection: Connection, key: str | None, question_set: str) -> Place | None:
    """Direct feedback about a unit, or about the county where there is no key; None when there is
    no such unit."""
    where = unit.c.key == key if key else unit.c.parent_id.is_(None)
    row = connection.execute(select(unit).where(where)).first()
    if row is None:
        return None
    return _place(
        connection,
        _line(connection, row),
        code="",
        kind="direct",
        active=True,
        question_set=question_set,
        counted_for=row.id,
    )


def search(connection: Connection, words: str, most: int) -> Sequence[Found]:
    """Units whose name in any language holds every word, at most `most` and one more."""
    above = unit.alias()
    query = (
        select(unit, above.c.name_fi.label("above"))
        .outerjoin(above, above.c.id == unit.c.parent_id)
        .order_by(unit.c.name_fi)
    )
    folded = words.casefold().split()
    found = [
        Found(row.key, _names(row), row.above or "")
        for row in connection.execute(query)
        if all(any(word in name.casefold() for name in _names(row).values()) for word in folded)
    ]
    return found[: most + 1]


def _badges(connection: Connection, unit_id: str) -> int:
    count = connection.scalar(
        select(func.count()).where(
            touchpoint.c.unit_id == unit_id,
            touchpoint.c.kind == "badge",
            touchpoint.c.state == ACTIVE,
        )
    )
    return count or 0


def _line(connection: Connection, row: Row[Any]) -> list[Row[Any]]:
    """The unit and those above it, up to the county."""
    line = [row]
    while line[-1].parent_id:
        line.append(connection.execute(select(unit).where(unit.c.id == line[-1].parent_id)).one())
    return line


def _place(connection: Connection, line: Sequence[Row[Any]], **more: Any) -> Place:
    here = line[0]
    said = _texts(connection, line)
    return Place(
        unit_key=here.key,
        names=_names(here),
        has_owner=any(one.case_owner for one in line),
        address=said.get("address", {}),
        changed=said.get("changed", {}),
        **more,
    )


def _names(row: Row[Any]) -> Mapping[str, str]:
    """The unit's names; a neutral one, where it has one, in place of all."""
    if row.public_name:
        return {"fi": row.public_name}
    names = {"fi": row.name_fi, "sv": row.name_sv, "en": row.name_en}
    return {language: name for language, name in names.items() if name}


def _texts(connection: Connection, line: Sequence[Row[Any]]) -> Mapping[str, Mapping[str, str]]:
    """By name, the texts of the nearest unit that has any of that name."""
    ids = [row.id for row in line]
    rows = connection.execute(
        select(unit_text).where(or_(*(unit_text.c.unit_id == one for one in ids)))
    ).all()
    found: dict[str, dict[str, str]] = {}
    for id_ in reversed(ids):
        own = [row for row in rows if row.unit_id == id_]
        for name in {row.name for row in own}:
            found[name] = {row.language: row.text for row in own if row.name == name}
    return found

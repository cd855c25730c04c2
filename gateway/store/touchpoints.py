"""Touchpoints: making codes, pointing them elsewhere, retiring them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import uuid_utils
from sqlalchemy import ColumnElement, Connection, func, select

from gateway.core.codes import make_code
from gateway.core.errors import InputError
from gateway.core.touchpoint import Kind
from gateway.store import audit
from gateway.store.dialect import insert_new
from gateway.store.schema import touchpoint, unit
from gateway.store.units import unit_id

ACTIVE = "active"
RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Run:
    """A print run: touchpoints of one kind, made together. `batch` names it, `note` is for those
    who look after it, `question_set` is what their codes ask."""

    unit_key: str
    kind: Kind
    count: int
    batch: str = ""
    note: str = ""
    question_set: str = "adult"


@dataclass(frozen=True, slots=True)
class Listed:
    """A touchpoint in a list; `unit` is the unit's key."""

    code: str
    kind: str
    unit: str
    state: str
    batch: str
    note: str
    question_set: str
    created_at: datetime


def create(
    connection: Connection, run: Run, random: Callable[[], int], actor: str, now: datetime
) -> tuple[str, list[str]]:
    """The batch and the codes of a new print run; `random` gives integers below 2 ** RANDOM_BITS.
    Codes that exist, retired ones too, are never given again. Without a name of its own the batch
    gets the day and a number."""
    place = unit_id(connection, run.unit_key)
    batch = run.batch or _next_batch(connection, now)
    made: list[str] = []
    while len(made) < run.count:
        rows = {str(uuid_utils.uuid7()): make_code(random()) for _ in range(run.count - len(made))}
        insert_new(
            connection,
            touchpoint,
            [
                {
                    "id": id_,
                    "code": code,
                    "kind": run.kind,
                    "unit_id": place,
                    "state": ACTIVE,
                    "batch": batch,
                    "note": run.note,
                    "question_set": run.question_set,
                    "created_at": now,
                }
                for id_, code in rows.items()
            ],
        )
        made += connection.scalars(
            select(touchpoint.c.code).where(touchpoint.c.id.in_(rows)).order_by(touchpoint.c.id)
        )
    detail = f"{run.count} of kind {run.kind} at {run.unit_key}"
    audit.record(connection, now, actor, "touchpoints created", f"batch {batch}", detail)
    return batch, made


def _next_batch(connection: Connection, now: datetime) -> str:
    day = f"{now:%Y-%m-%d}"
    number = connection.scalar(
        select(func.count(touchpoint.c.batch.distinct())).where(
            touchpoint.c.batch.startswith(f"{day}-")
        )
    )
    return f"{day}-{(number or 0) + 1}"


def listed(
    connection: Connection,
    unit_key: str | None = None,
    state: str | None = None,
    batch: str | None = None,
) -> Sequence[Listed]:
    """The touchpoints in the order in which they were made, of one unit, state or batch where
    given."""
    query = _LISTED.order_by(touchpoint.c.id)
    if unit_key:
        query = query.where(unit.c.key == unit_key)
    if state:
        query = query.where(touchpoint.c.state == state)
    if batch:
        query = query.where(touchpoint.c.batch == batch)
    return [Listed(*row) for row in connection.execute(query)]


def one(connection: Connection, code: str) -> Listed | None:
    """One touchpoint; None when there is none with this code."""
    row = connection.execute(_LISTED.where(touchpoint.c.code == code)).first()
    return Listed(*row) if row else None


def known(connection: Connection, codes: Collection[str]) -> Mapping[str, Listed]:
    """The touchpoints among these codes that there are, retired ones too."""
    found = connection.execute(_LISTED.where(touchpoint.c.code.in_(codes)))
    return {row.code: Listed(*row) for row in found}


_LISTED = select(
    touchpoint.c.code,
    touchpoint.c.kind,
    unit.c.key,
    touchpoint.c.state,
    touchpoint.c.batch,
    touchpoint.c.note,
    touchpoint.c.question_set,
    touchpoint.c.created_at,
).join(unit, unit.c.id == touchpoint.c.unit_id)


def retire(connection: Connection, code: str, actor: str, now: datetime) -> bool:
    """Retire a code for good; False when it was retired already. `InputError` when unknown."""
    if _state(connection, code) == RETIRED:
        return False
    connection.execute(touchpoint.update().where(touchpoint.c.code == code).values(state=RETIRED))
    audit.record(connection, now, actor, "touchpoint retired", f"touchpoint {code}")
    return True


def retarget(connection: Connection, code: str, unit_key: str, actor: str, now: datetime) -> None:
    """Have a code lead to another unit from now on. `InputError` when it is unknown or retired,
    or there is no such unit: what a retired code says must stay true."""
    place = unit_id(connection, unit_key)
    if _state(connection, code) == RETIRED:
        raise InputError(f"touchpoint {code} is retired for good; create a new one")
    _move(connection, touchpoint.c.code == code, place)
    detail = f"to unit {unit_key}"
    audit.record(connection, now, actor, "touchpoint retargeted", f"touchpoint {code}", detail)


def retarget_batch(
    connection: Connection, batch: str, unit_key: str, actor: str, now: datetime
) -> int:
    """Have all codes of a print run that are not retired lead to another unit; how many those are.
    `InputError` when there are none."""
    place = unit_id(connection, unit_key)
    moved = _move(connection, touchpoint.c.batch == batch, place)
    if not moved:
        raise InputError(f"there is no active touchpoint in batch {batch!r}")
    detail = f"{moved} to unit {unit_key}"
    audit.record(connection, now, actor, "touchpoints retargeted", f"batch {batch}", detail)
    return moved


def _move(connection: Connection, which: ColumnElement[bool], unit_id_: str) -> int:
    moved = touchpoint.update().where(which, touchpoint.c.state == ACTIVE)
    return connection.execute(moved.values(unit_id=unit_id_)).rowcount


def _state(connection: Connection, code: str) -> str:
    state = connection.scalar(
        select(touchpoint.c.state).where(touchpoint.c.code == code).with_for_update()
    )
    if state is None:
        raise InputError(f"there is no touchpoint {code}; `korva touchpoints list` shows all")
    return str(state)

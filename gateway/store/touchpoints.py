"""Touchpoints: making codes, retiring them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import uuid_utils
from sqlalchemy import Connection, select

from gateway.core.codes import make_code
from gateway.core.errors import InputError
from gateway.store import audit
from gateway.store.dialect import insert_new
from gateway.store.schema import touchpoint, unit

ACTIVE = "active"
RETIRED = "retired"
KINDS = ("badge", "card", "sticker", "wall", "poster", "kiosk", "letter")


@dataclass(frozen=True, slots=True)
class Listed:
    """A touchpoint in a list; `unit` is the unit's key."""

    code: str
    kind: str
    unit: str
    state: str
    created_at: datetime


def create(
    connection: Connection,
    unit_id: str,
    kind: str,
    count: int,
    random: Callable[[], int],
    now: datetime,
) -> list[str]:
    """The codes of `count` new touchpoints of a unit; `random` gives integers below
    2 ** RANDOM_BITS. Codes that exist, retired ones too, are never given again."""
    made: list[str] = []
    while len(made) < count:
        rows = {str(uuid_utils.uuid7()): make_code(random()) for _ in range(count - len(made))}
        insert_new(
            connection,
            touchpoint,
            [
                {
                    "id": id_,
                    "code": code,
                    "kind": kind,
                    "unit_id": unit_id,
                    "state": ACTIVE,
                    "created_at": now,
                }
                for id_, code in rows.items()
            ],
        )
        made += connection.scalars(
            select(touchpoint.c.code).where(touchpoint.c.id.in_(rows)).order_by(touchpoint.c.id)
        )
    return made


def listed(connection: Connection, unit_key: str | None, state: str | None) -> Sequence[Listed]:
    """The touchpoints in the order in which they were made, of one unit or state where given."""
    query = (
        select(
            touchpoint.c.code,
            touchpoint.c.kind,
            unit.c.key,
            touchpoint.c.state,
            touchpoint.c.created_at,
        )
        .join(unit, unit.c.id == touchpoint.c.unit_id)
        .order_by(touchpoint.c.id)
    )
    if unit_key:
        query = query.where(unit.c.key == unit_key)
    if state:
        query = query.where(touchpoint.c.state == state)
    return [Listed(*row) for row in connection.execute(query)]


def retire(connection: Connection, code: str, actor: str, now: datetime) -> bool:
    """Retire a code for good; False when it was retired already. `InputError` when unknown."""
    state = connection.scalar(
        select(touchpoint.c.state).where(touchpoint.c.code == code).with_for_update()
    )
    if state is None:
        raise InputError(f"there is no touchpoint {code}; `korva touchpoints list` shows all")
    if state == RETIRED:
        return False
    connection.execute(touchpoint.update().where(touchpoint.c.code == code).values(state=RETIRED))
    audit.record(connection, now, actor, "touchpoint retired", f"touchpoint {code}")
    return True

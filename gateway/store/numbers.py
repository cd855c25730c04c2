"""Erasing the numbers that nobody needs any more."""

from collections.abc import Collection
from functools import cache

from sqlalchemy import ColumnElement, Connection, Update, and_, or_, select, update

from gateway.core.conversation.scene import SOURCE
from gateway.store.among import among, room_for, spread
from gateway.store.responses import PENDING
from gateway.store.schema import case, dialogue, response


def erase_numbers(connection: Connection, dialogues: Collection[str]) -> None:
    """Erase the numbers of those dialogues that are over, where nobody needs them any more."""
    if over := list(dialogues):
        connection.execute(_erasing_some(room_for(over)), spread("over", over))


def erase_all_numbers(connection: Connection) -> int:
    """Erase every number that nobody needs any more; how many those were."""
    return connection.execute(_erasing(dialogue.c.number.is_not(None))).rowcount


@cache
def _erasing_some(room: int) -> Update:
    return _erasing(among(dialogue.c.id, "over", room))


def _erasing(where: ColumnElement[bool]) -> Update:
    over = update(dialogue).where(where, dialogue.c.state.not_in(("open", "waiting")), ~_NEEDED)
    return over.values(number=None)


#: A case that is not closed may lead to a call. A comment that has no label yet may be urgent.
_NEEDED = or_(
    select(case.c.id).where(case.c.dialogue_id == dialogue.c.id, case.c.state != "closed").exists(),
    select(response.c.id)
    .where(
        and_(
            response.c.source == SOURCE,
            response.c.key == dialogue.c.id,
            response.c.labelling == PENDING,
        )
    )
    .exists(),
)

"""Cases: what a person must look at, from opening to closing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import uuid_utils
from sqlalchemy import Connection, bindparam, func, select

from gateway.core.case import COUNTED, HELD, HOLDING, MISUSE, URGENT, OpenedCase, outcomes
from gateway.core.errors import InputError
from gateway.crypto import Vault
from gateway.store import audit, contacts, numbers, responses, schema
from gateway.store.dialect import insert_new
from gateway.store.locks import lock_response, lock_senders

OPEN = "open"
ACKNOWLEDGED = "acknowledged"
CLOSED = "closed"

SHORTEST_REASON = 10

case, response, unit, label = schema.case, schema.response, schema.unit, schema.label


@dataclass(frozen=True, slots=True)
class Listed:
    """A case in a list; `unit` is the unit's Finnish name."""

    id: str
    kind: str
    state: str
    unit: str
    opened_at: datetime
    closed_at: datetime | None
    outcome: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A case with the answer it is about, as it is stored: redacted, without a number.

    `sentiment`, `intent` and `topics` (lists of topic, polarity, confidence) are the model's
    words, None until there are some.
    """

    case: Listed
    channel: str
    day: date
    language: str
    score: int | None
    answers: Mapping[str, int]
    role: str
    helper: str
    held: str
    comment: str | None
    sentiment: str | None
    intent: str | None
    topics: Sequence[Sequence[Any]] | None


def add(connection: Connection, opened: Sequence[OpenedCase]) -> None:
    """Open cases, alerted from `at` on. One kind of case is opened once for a response.

    What is opened again with a later `at` tells of another text in the same response: a case that
    somebody has acknowledged or closed since is open again. An answer is held while a case calls
    it urgent, until a person closes that as counted.
    """
    if not opened:
        return
    insert_new(connection, case, [_row(one) for one in opened])
    connection.execute(
        _REOPEN,
        [{"_response": one.response_id, "_kind": one.kind, "_at": one.at} for one in opened],
    )
    if urgent := [one.response_id for one in opened if one.kind == URGENT]:
        connection.execute(_HOLD, {"urgent": urgent})


_REOPEN = (
    case.update()
    .where(
        case.c.response_id == bindparam("_response"),
        case.c.kind == bindparam("_kind"),
        case.c.opened_at < bindparam("_at"),
        case.c.state != OPEN,
    )
    .values(
        state=OPEN,
        opened_at=bindparam("_at"),
        due_at=bindparam("_at"),
        attempts=0,
        closed_at=None,
        outcome="",
    )
)


_HOLD = (
    response.update()
    .where(response.c.id.in_(bindparam("urgent", expanding=True)), response.c.held != URGENT)
    .where(
        select(case.c.id)
        .where(case.c.response_id == response.c.id, case.c.kind == URGENT, case.c.state != CLOSED)
        .exists()
    )
    .values(held=URGENT)
)


def _row(one: OpenedCase) -> Mapping[str, Any]:
    return {
        "id": str(uuid_utils.uuid7()),
        "kind": one.kind,
        "unit_id": one.unit_id,
        "response_id": one.response_id,
        "dialogue_id": one.dialogue_id,
        "state": OPEN,
        "opened_at": one.at,
        "outcome": "",
        "attempts": 0,
        "due_at": None if one.kind == MISUSE else one.at,
    }


def listed(connection: Connection, *, with_closed: bool = False) -> Sequence[Listed]:
    """The cases, oldest first."""
    query = _LISTED.order_by(case.c.opened_at, case.c.id)
    rows = connection.execute(query if with_closed else query.where(case.c.state != CLOSED))
    return [Listed(*row) for row in rows]


_LISTED_COLUMNS = (
    case.c.id,
    case.c.kind,
    case.c.state,
    unit.c.name_fi,
    case.c.opened_at,
    case.c.closed_at,
    case.c.outcome,
)
_LISTED = select(*_LISTED_COLUMNS).join(unit)


def show(connection: Connection, case_id: str, actor: str, now: datetime) -> Shown:
    """One case with its answer, for a person to read: that is noted.

    Raises `InputError` when there is none of that id.
    """
    row = connection.execute(
        select(
            *_LISTED_COLUMNS,
            response.c.channel,
            response.c.day,
            response.c.language,
            response.c.score,
            response.c.answers,
            response.c.role,
            response.c.helper,
            response.c.held,
            response.c.comment,
            label.c.sentiment,
            label.c.intent,
            label.c.topics,
        )
        .join(unit, unit.c.id == case.c.unit_id)
        .join(response, response.c.id == case.c.response_id)
        .outerjoin(label, label.c.response_id == response.c.id)
        .where(case.c.id == _id(case_id))
    ).first()
    if row is None:
        raise _no_case(case_id)
    audit.record(connection, now, actor, "case shown", f"case {case_id}")
    first = len(_LISTED_COLUMNS)
    return Shown(Listed(*row[:first]), *row[first:])


def number(
    connection: Connection, vault: Vault, case_id: str, reason: str, actor: str, now: datetime
) -> str:
    """The number that the case keeps, for a person to call: that is noted with the reason.

    Raises `InputError` without a reason, when the case is not there or closed, and when it keeps
    no number (any more).
    """
    _check_reason("the number is", reason)
    if (state := _state(connection, case_id)) == CLOSED:
        raise InputError(f"case {case_id} is {state}: nobody needs the number any more")
    kept = select(schema.dialogue.c.number).join(case)
    cipher = connection.scalar(kept.where(case.c.id == _id(case_id)))
    if cipher is None:
        raise InputError(f"the number of case {case_id} is erased, or it never had one")
    audit.record(connection, now, actor, "number shown", f"case {case_id}", reason)
    return vault.decrypt(cipher)


def acknowledge(connection: Connection, case_id: str, actor: str, now: datetime) -> None:
    """Somebody has it in hand: no more alerts. Raises `InputError` unless the case is open."""
    state = _state(connection, case_id)
    if state != OPEN:
        raise InputError(f"case {case_id} is {state} already")
    connection.execute(
        case.update()
        .where(case.c.id == _id(case_id))
        .values(state=ACKNOWLEDGED, due_at=None, claimed_until=None)
    )
    audit.record(connection, now, actor, "case acknowledged", f"case {case_id}")


def close(connection: Connection, case_id: str, outcome: str, actor: str, now: datetime) -> None:
    """End a case with one of its kind's `outcomes`; the number that it kept is erased,
    and how to reach the person when no other case of the answer is left.

    A held answer that is counted enters the figures. Raises `InputError` for a wrong outcome,
    or when the case is not there or closed.
    """
    kind, response_id, dialogue_id = _about(connection, case_id)
    if (state := _state(connection, case_id)) == CLOSED:
        raise InputError(f"case {case_id} is {state} already")
    if outcome not in outcomes(kind):
        known = " or ".join(f'"{one}"' for one in outcomes(kind))
        raise InputError(f"a case of kind {kind} ends as {known}, not as {outcome!r}")
    connection.execute(
        case.update()
        .where(case.c.id == _id(case_id))
        .values(state=CLOSED, closed_at=now, outcome=outcome, due_at=None, claimed_until=None)
    )
    if outcome == COUNTED:
        _count(connection, response_id)
    if dialogue_id:
        numbers.erase_numbers(connection, [dialogue_id])
    contacts.erase_unneeded(connection, response_id)
    audit.record(connection, now, actor, "case closed", f"case {case_id}", outcome)


def _about(connection: Connection, case_id: str) -> tuple[str, str, str | None]:
    """Its kind, response and dialogue; whoever they are of is ours until the commit."""
    row = connection.execute(
        select(case.c.kind, case.c.response_id, case.c.dialogue_id).where(case.c.id == _id(case_id))
    ).first()
    if row is None:
        raise _no_case(case_id)
    if row.dialogue_id:
        lock_senders(connection, [row.dialogue_id])
    lock_response(connection, row.response_id)
    return row.kind, row.response_id, row.dialogue_id


def _count(connection: Connection, response_id: str) -> None:
    """Let an answer into the figures, unless another case holds it back."""
    other = select(case.c.id).where(
        case.c.response_id == response_id, case.c.kind.in_(HOLDING), case.c.outcome != COUNTED
    )
    held = response.c.id == response_id, response.c.held.in_(HELD), ~other.exists()
    rows = connection.execute(select(response.c.unit_id, response.c.day).where(*held)).all()
    connection.execute(response.update().where(*held).values(held=""))
    responses.mark_dirty(connection, {(row.unit_id, row.day) for row in rows})


def contact(
    connection: Connection, vault: Vault, case_id: str, reason: str, actor: str, now: datetime
) -> Mapping[str, str]:
    """How to reach the person of a case who asked for it: that is noted with the reason.

    Raises `InputError` without a reason, and when there is no case, or nothing is kept (any more).
    """
    _check_reason("the contact details are", reason)
    kept = contacts.read(connection, vault, _about(connection, case_id)[1])
    if kept is None:
        raise InputError(f"case {case_id} has no contact details, or they are erased")
    audit.record(connection, now, actor, "contact shown", f"case {case_id}", reason)
    return kept


def sweep(
    connection: Connection, unit_id: str | None, outcome: str, actor: str, now: datetime
) -> int:
    """End all open cases of misuse with the same outcome, of one unit where it is given; how many
    those were."""
    waiting = select(case.c.id).where(case.c.kind == MISUSE, case.c.state != CLOSED)
    if unit_id:
        waiting = waiting.where(case.c.unit_id == unit_id)
    found = list(connection.scalars(waiting.order_by(case.c.id)))
    for case_id in found:
        close(connection, case_id, outcome, actor, now)
    return len(found)


def _check_reason(what: str, reason: str) -> None:
    # Whoever reads the audit log can do nothing with "x".
    if len(reason.strip()) < SHORTEST_REASON:
        raise InputError(
            f"say why {what} needed, in {SHORTEST_REASON} characters or more: it is noted"
        )


def _state(connection: Connection, case_id: str) -> str:
    """Its state; the row stays as it is until the transaction has ended."""
    query = select(case.c.state).where(case.c.id == _id(case_id)).with_for_update()
    state = connection.scalar(query)
    if state is None:
        raise _no_case(case_id)
    return str(state)


def _id(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError as error:
        raise _no_case(text) from error


def _no_case(case_id: str) -> InputError:
    return InputError(f"there is no case {case_id}; `korva cases list` shows all")


def counts(connection: Connection) -> Mapping[tuple[str, str], int]:
    """How many cases are not closed, by (kind, state)."""
    rows = connection.execute(
        select(case.c.kind, case.c.state, func.count())
        .where(case.c.state != CLOSED)
        .group_by(case.c.kind, case.c.state)
    )
    return {(kind, state): count for kind, state, count in rows}

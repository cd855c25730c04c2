"""Units, responses and cases for the tests of cases."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from receiving import NOON
from sqlalchemy import Connection, select

from gateway.core.case import OpenedCase
from gateway.store import cases, schema
from tests.integration.asking import NUMBER as PHONE
from tests.integration.asking import vault

COUNTY, LINE, UNIT = (f"01930000-0000-7000-8000-00000000000{n}" for n in (1, 2, 3))
RESPONSE, DIALOGUE = (f"01930000-0000-7000-8000-0000000000{n}" for n in (10, 20))
DAY = date(2025, 12, 1)
NUMBER = vault().encrypt(PHONE)
COMMENT = "Soittakaa, [nimi] ei vastaa"


def urgent(at: datetime = NOON) -> OpenedCase:
    return OpenedCase("urgent", UNIT, RESPONSE, DIALOGUE, at)


def contact(at: datetime = NOON) -> OpenedCase:
    return OpenedCase("contact", UNIT, RESPONSE, DIALOGUE, at)


def place(connection: Connection, *, dialogue_state: str = "ended") -> None:
    """A county with one unit, and in it a dialogue with one urgent answer."""
    for unit_id, parent, name, owner in (
        (COUNTY, None, "Hyvinvointialue", "kokemus@example.fi"),
        (LINE, COUNTY, "Sairaalapalvelut", ""),
        (UNIT, LINE, "Päivystys", ""),
    ):
        connection.execute(schema.unit.insert(), _unit(unit_id, parent, name, owner))
    connection.execute(schema.dialogue.insert(), _dialogue(dialogue_state))
    connection.execute(schema.response.insert(), _RESPONSE)


def open_cases(connection: Connection, *opened: OpenedCase) -> list[str]:
    """Open them; the ids of all cases that are open, oldest first."""
    cases.add(connection, opened)
    return [one.id for one in cases.listed(connection)]


def number(connection: Connection) -> bytes | None:
    found: bytes | None = connection.scalar(
        select(schema.dialogue.c.number).where(schema.dialogue.c.id == DIALOGUE)
    )
    return found


def held(connection: Connection) -> str:
    return str(connection.scalar(select(schema.response.c.held)))


def dirty(connection: Connection) -> list[tuple[str, date]]:
    rows = connection.execute(select(schema.dirty.c.unit_id, schema.dirty.c.day))
    return [(unit, day) for unit, day in rows]


def audited(connection: Connection) -> list[tuple[str, str, str, str]]:
    """Who did what to which thing, with the detail, in order."""
    log = schema.audit.c
    rows = connection.execute(
        select(log.actor, log.action, log.subject, log.detail).order_by(log.at, log.id)
    )
    return [tuple(row) for row in rows]


def _unit(unit_id: str, parent: str | None, name: str, owner: str) -> Mapping[str, Any]:
    return {
        "id": unit_id,
        "key": unit_id[-3:],
        "parent_id": parent,
        "name_fi": name,
        "short_name": name,
        "sensitive": False,
        "sms_allowed": True,
        "case_owner": owner,
    }


def _dialogue(state: str) -> Mapping[str, Any]:
    return {
        "id": DIALOGUE,
        "definition": "score-comment.v1",
        "unit_id": UNIT,
        "number": NUMBER,
        "language": "fi",
        "day": DAY,
        "state": state,
        "step": 1,
        "reasked": False,
        "replies": 2,
        "asked_at": NOON - timedelta(hours=1),
    }


_RESPONSE = {
    "id": RESPONSE,
    "source": "sms",
    "key": DIALOGUE,
    "unit_id": UNIT,
    "channel": "sms",
    "day": DAY,
    "language": "fi",
    "score": 2,
    "answers": {},
    "comment": COMMENT,
    "late": False,
    "held": "urgent",
    "received_at": NOON,
    "labelling": "done",
    "attempts": 0,
}

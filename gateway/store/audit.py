"""The record of who did what to which thing, and when."""

from datetime import datetime

import uuid_utils
from sqlalchemy import Connection

from gateway.store import schema

_LONGEST_ACTOR = 80
_LONGEST_DETAIL = 200


def record(
    connection: Connection, at: datetime, actor: str, action: str, subject: str, detail: str = ""
) -> None:
    """Add a line, in the transaction of the change that it tells of.

    `subject` is the kind and id of the thing ("case 0190..."). Neither it nor `detail` may hold
    a number or a comment. A long actor or detail is cut.
    """
    connection.execute(
        schema.audit.insert().values(
            id=str(uuid_utils.uuid7()),
            at=at,
            actor=actor[:_LONGEST_ACTOR],
            action=action,
            subject=subject,
            detail=detail[:_LONGEST_DETAIL],
        )
    )

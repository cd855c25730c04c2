"""The one door: every channel hands its responses in here, inside its own transaction."""

from collections.abc import Sequence
from dataclasses import replace

from gateway.core.case import OpenedCase
from gateway.core.redaction import redact
from gateway.core.response import Response
from gateway.store import cases, contacts, responses
from gateway.store.contacts import Wish
from gateway.store.database import Connection


def put(
    connection: Connection,
    given: Sequence[Response],
    opened: Sequence[OpenedCase] = (),
    wishes: Sequence[Wish] = (),
) -> None:
    """Store responses as they are now, their comments redacted, the cases they open, and how to
    reach those who wish it.

    A response whose (source, key) is known replaces what was there: a channel hands in the whole
    of it each time. The caller acknowledges only after its transaction has been committed.
    """
    responses.put(connection, [_redacted(one) for one in given])
    contacts.add(connection, wishes)
    cases.add(connection, opened)


def _redacted(given: Response) -> Response:
    return replace(given, comment=redact(given.comment)) if given.comment else given

"""The one door: every channel hands its responses in here, inside its own transaction."""

from collections.abc import Sequence
from dataclasses import replace

from gateway.core.case import OpenedCase
from gateway.core.redaction import redact
from gateway.core.response import Response
from gateway.store import cases, responses
from gateway.store.database import Connection


def put(
    connection: Connection, given: Sequence[Response], opened: Sequence[OpenedCase] = ()
) -> None:
    """Store responses as they are now, their comments redacted, and the cases they open.

    A response whose (source, key) is known replaces what was there: a channel hands in the whole
    of it each time. The caller acknowledges only after its transaction has been committed.
    """
    responses.put(connection, [_redacted(one) for one in given])
    cases.add(connection, opened)


def _redacted(given: Response) -> Response:
    return replace(given, comment=redact(given.comment)) if given.comment else given

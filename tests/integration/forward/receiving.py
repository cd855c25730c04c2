"""A county that takes releases and alerts over real HTTP and checks every signature."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from aiohttp import web
from standardwebhooks.webhooks import Webhook

from gateway.store import releases
from gateway.store.releases import StoredRelease
from gateway.store.writer import Writer

NOON = datetime(2025, 12, 1, 12, 0, tzinfo=UTC)
SECRET = "whsec_" + "a2V5IG9mIHRoZSBjb3VudHkgZm9yIHRlc3Rz"


@dataclass(slots=True)
class County:
    """What came, and what the next requests are answered: a status with headers each, then 200.

    A signature that does not hold is an error of the handler, answered 500 and never recorded.
    """

    url: str = ""
    ids: list[str] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    answers: list[tuple[int, dict[str, str]]] = field(default_factory=list)

    async def take(self, request: web.Request) -> web.Response:
        body = await request.read()
        Webhook(SECRET).verify(body, dict(request.headers))
        self.ids.append(request.headers["webhook-id"])
        self.bodies.append(body)
        status, headers = self.answers.pop(0) if self.answers else (200, {})
        return web.Response(status=status, headers=headers)


def body_of(sequence: int) -> bytes:
    return f'{{"sequence": {sequence}, "unit": "Hämeenkadun terveysasema"}}'.encode()


async def add_releases(
    writer: Writer, sequences: Sequence[int], names: Sequence[str], at: datetime
) -> None:
    """Releases whose bodies are `body_of` their number, queued for the named destinations."""
    for sequence in sequences:
        release = StoredRelease(sequence, "2025-11", None, body_of(sequence), b"{}", at)
        await writer.run(lambda c, release=release: releases.add(c, release, names))

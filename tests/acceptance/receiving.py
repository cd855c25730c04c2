"""A county's feedback system: takes releases, after checking who signed them."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="


@dataclass(slots=True)
class Receiver:
    """What came: releases as they were read, and how many requests were not signed as agreed."""

    url: str = ""
    releases: list[Any] = field(default_factory=list)
    forged: int = 0

    async def take(self, request: web.Request) -> web.Response:
        body = await request.text()
        try:
            Webhook(SECRET).verify(body, dict(request.headers))
        except WebhookVerificationError:
            self.forged += 1
            return web.Response(status=401)
        self.releases.append(json.loads(body))
        return web.Response()


@asynccontextmanager
async def open_receiver() -> AsyncIterator[Receiver]:
    """A receiver that listens on loopback while the block runs."""
    receiver, app = Receiver(), web.Application()
    app.router.add_post("/releases", receiver.take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/releases"
    try:
        yield receiver
    finally:
        await runner.cleanup()

"""A bare aiohttp handler on uvloop, to compare with: reads the body, answers 200, does nothing.

With the name of a file it answers with its bytes."""

import asyncio
import sys
from pathlib import Path

import uvloop
from aiohttp import web

_taken = 0
_PAGE = web.AppKey("page", bytes)


async def _take(request: web.Request) -> web.Response:
    global _taken
    await request.read()
    _taken += 1
    return web.Response(body=request.app[_PAGE], content_type="text/html")


async def _tell(_request: web.Request) -> web.Response:
    return web.Response(text=str(_taken))


async def _serve(port: int, page: bytes) -> None:
    app = web.Application()
    app[_PAGE] = page
    app.router.add_get("/taken", _tell)
    app.router.add_route("*", "/{path:.*}", _take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    uvloop.run(_serve(int(sys.argv[1]), b"".join(Path(name).read_bytes() for name in sys.argv[2:])))

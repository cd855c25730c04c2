"""The addresses of the pages for printing."""

from importlib import import_module

from aiohttp import web
from aiohttp.typedefs import Handler

PATH = "/tulosteet"
_ONE = PATH + "/{design}"


def add_routes(app: web.Application) -> None:
    """Answer under /tulosteet."""
    app.router.add_get(PATH, _late("show_all"))
    app.router.add_get(_ONE + ".png", _late("sample"))
    app.router.add_get(_ONE, _late("show"))
    app.router.add_post(_ONE, _late("work"))


def _late(name: str) -> Handler:
    async def handle(request: web.Request) -> web.StreamResponse:
        # Not before somebody prints: what sets and checks pages takes 26 MB of memory.
        handler: Handler = getattr(import_module("gateway.printing.page"), name)
        return await handler(request)

    return handle

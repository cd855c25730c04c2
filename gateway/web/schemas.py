"""The schemas of what leaves, for those who receive it."""

from importlib.resources import files

from aiohttp import web

routes = web.RouteTableDef()


@routes.get(r"/api/v1/schemas/{name:[a-z]+\.[a-z]+\.v\d+}.json")
async def schema(request: web.Request) -> web.Response:
    """A JSON Schema by its name, such as aggregate.release.v1."""
    file = files("gateway.core") / "schemas" / f"{request.match_info['name']}.json"
    if not file.is_file():
        raise web.HTTPNotFound(text="There is no such schema.\n")
    return web.Response(body=file.read_bytes(), content_type="application/schema+json")

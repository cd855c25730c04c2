"""The gateway as seen from outside: alive, ready, measured."""

import structlog
from aiohttp import web
from prometheus_client import generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from gateway.web.keys import CHECKS, REFRESHERS
from gateway.web.operator import require_operator

log = structlog.get_logger()
routes = web.RouteTableDef()


@routes.get("/health/live")
async def live(_request: web.Request) -> web.Response:
    """200 as long as the process answers at all: restart it when it does not."""
    return web.json_response({"status": "alive"})


@routes.get("/health/ready")
async def ready(request: web.Request) -> web.Response:
    """200 when every part works, else 503 naming the parts that do not; why is in the log."""
    found = {name: await check() for name, check in request.app[CHECKS].items()}
    for name, problem in found.items():
        if problem:
            log.warning("not ready", part=name, problem=problem)
    well = not any(found.values())
    body = {
        "status": "ready" if well else "not ready",
        "checks": {name: "failing" if problem else "ok" for name, problem in found.items()},
    }
    return web.json_response(body, status=200 if well else 503)


@routes.get("/metrics")
async def metrics(request: web.Request) -> web.Response:
    """Prometheus text format, for the operator."""
    require_operator(request)
    for refresh in request.app[REFRESHERS]:
        await refresh()
    return web.Response(body=generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})

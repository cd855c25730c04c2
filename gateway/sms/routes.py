"""What providers call: inbound messages and delivery reports."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from gateway.core.errors import Refused, StoreUnavailable
from gateway.sms.counts import REFUSED, TAKING
from gateway.sms.provider import Request
from gateway.sms.providers import Operator
from gateway.sms.reception import Reception
from gateway.web.keys import SETTINGS

RECEPTION = web.AppKey("reception", Reception)


def add_routes(app: web.Application, reception: Reception) -> None:
    """Answer under /sms/{provider}. Some providers deliver by GET."""
    app[RECEPTION] = reception
    app.router.add_route("POST", "/sms/{provider}", receive)
    app.router.add_route("GET", "/sms/{provider}/report", receive_report)
    app.router.add_route("POST", "/sms/{provider}/report", receive_report)


async def receive(request: web.Request) -> web.Response:
    """200 with an empty body once every message in it is durable. 46elks texts a body to the
    patient, Kannel takes 204 for a failure, Twilio wants XML or nothing."""
    with TAKING.time():
        return await _receive(request, request.app[RECEPTION].inbound)


async def receive_report(request: web.Request) -> web.Response:
    """200 with an empty body once the report is durable."""
    return await _receive(request, request.app[RECEPTION].report)


async def _receive(
    request: web.Request, take: Callable[[Operator, Request], Awaitable[None]]
) -> web.Response:
    name = request.match_info["provider"]
    operator = request.app[RECEPTION].operators.get(name)
    if operator is None:
        REFUSED.labels("unknown", "unknown provider").inc()
        return web.Response(status=404)
    wire = await _read(request, name)
    try:
        operator.verify(wire)
        await take(operator, wire)
    except Refused:
        REFUSED.labels(name, "not authenticated").inc()
        return web.Response(status=403)
    except StoreUnavailable:
        REFUSED.labels(name, "store unavailable").inc()
        return web.Response(status=503, headers={"Retry-After": "10"})
    return web.Response()


async def _read(request: web.Request, name: str) -> Request:
    try:
        body = await request.read()
    except web.HTTPRequestEntityTooLarge:
        REFUSED.labels(name, "too large").inc()
        raise
    return Request(
        method=request.method,
        url=request.app[SETTINGS].server.public_url + request.raw_path,
        headers={header.lower(): value for header, value in request.headers.items()},
        body=body,
    )

"""The addresses of forms: a printed code, direct feedback, and the pages beside them."""

from aiohttp import web

from gateway.core.codes import normalise
from gateway.qr.counts import CODES
from gateway.qr.desk import DESK, Desk
from gateway.qr.form_page import Visit
from gateway.store import places
from gateway.web.keys import SETTINGS
from gateway.web.pages import in_language

routes = web.RouteTableDef()

_CODE = r"/{p:[pP]}/{code:[^/]{1,40}}"
_DIRECT = "/palaute"
_MOST_FOUND = 30
_OPENED = CODES.labels("opened")


@routes.get(_CODE)
async def open_code(request: web.Request) -> web.Response:
    """The form of a code, in any case and with O for 0; else what is wrong with the code."""
    desk = request.app[DESK]
    found = await by_code(desk, request)
    if isinstance(found, web.Response):
        return found
    # What our own pages lead to, another language or question set, is no new scan.
    if request.method == "GET" and not request.query_string:
        _OPENED.inc()
        desk.scans.count(found.place)
    return desk.hand_out(request, found)


@routes.post(_CODE)
async def take_by_code(request: web.Request) -> web.Response:
    """Take the form of a code. One that was retired while the form was open is still taken."""
    desk = request.app[DESK]
    found = await by_code(desk, request, retired_too=True)
    return found if isinstance(found, web.Response) else await desk.take_in(request, found)


@routes.get(_CODE + "/kiitos")
async def thank_by_code(request: web.Request) -> web.Response:
    """The thanks."""
    desk = request.app[DESK]
    found = await by_code(desk, request, retired_too=True)
    return found if isinstance(found, web.Response) else _thank(desk, request, found)


@routes.get("/{p:[pP]}")
async def type_code(request: web.Request) -> web.Response:
    """See other for a code that was typed on one of our pages, else back to that page."""
    typed = request.query.get("koodi", "").strip()
    if not typed:
        raise web.HTTPSeeOther(f"{_DIRECT}?kieli={request.app[DESK].language(request)}")
    code = normalise(typed)
    if code is None:
        return _refuse(request.app[DESK], request, "mistyped", typed)
    raise web.HTTPSeeOther(f"/p/{code}?kieli={request.app[DESK].language(request)}")


@routes.get(_DIRECT)
async def open_direct(request: web.Request) -> web.Response:
    """The form without a code."""
    desk = request.app[DESK]
    return desk.hand_out(request, await _directly(desk, request))


@routes.post(_DIRECT)
async def take_direct(request: web.Request) -> web.Response:
    """Take the form without a code."""
    desk = request.app[DESK]
    return await desk.take_in(request, await _directly(desk, request))


@routes.get(f"{_DIRECT}/kiitos")
async def thank_direct(request: web.Request) -> web.Response:
    """The thanks."""
    desk = request.app[DESK]
    return _thank(desk, request, await _directly(desk, request))


@routes.get(f"{_DIRECT}/paikka")
async def search_place(request: web.Request) -> web.Response:
    """Places by a part of their name, each leading to its form."""
    desk = request.app[DESK]
    language, words = desk.language(request), request.query.get("haku", "")[:100].strip()
    found = await desk.database.read(places.search, words, _MOST_FOUND) if words else []
    page = desk.pages.render(
        "search.html",
        language,
        style="",
        switch={
            code: str(request.rel_url.update_query(kieli=code)) for code in desk.pages.languages
        },
        words=words,
        more=len(found) > _MOST_FOUND,
        found=[
            {
                "name": in_language(one.names, language),
                "above": one.above,
                "address": str(
                    request.rel_url.with_path(_DIRECT).with_query(kieli=language, paikka=one.key)
                ),
            }
            for one in found[:_MOST_FOUND]
        ],
    )
    return web.Response(text=page, content_type="text/html", headers={"Cache-Control": "no-store"})


@routes.get("/")
async def front(_request: web.Request) -> web.Response:
    """Nothing of its own: who comes here wants to say something."""
    raise web.HTTPSeeOther(_DIRECT)


@routes.get("/saavutettavuus")
async def accessibility(request: web.Request) -> web.Response:
    """The accessibility statement."""
    return _page(request, "accessibility.html")


@routes.get("/tietosuoja")
async def privacy(request: web.Request) -> web.Response:
    """How personal data is handled."""
    return _page(request, "privacy.html")


def _page(request: web.Request, template: str) -> web.Response:
    desk = request.app[DESK]
    page = desk.pages.render(
        template,
        desk.language(request),
        style="",
        switch={code: f"{request.path}?kieli={code}" for code in desk.pages.languages},
        settings=request.app[SETTINGS],
    )
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Language"}
    return web.Response(text=page, content_type="text/html", headers=headers)


async def by_code(
    desk: Desk, request: web.Request, *, retired_too: bool = False
) -> Visit | web.Response:
    """The visit that a code in the address asks for, else the page that says what is wrong."""
    typed = request.match_info["code"]
    code = normalise(typed)
    if code is None:
        return _refuse(desk, request, "mistyped", typed)
    place = await desk.places.of_code(code)
    if place is None:
        return _refuse(desk, request, "unknown", code)
    if not (place.active or retired_too):
        CODES.labels("retired").inc()
        return desk.message(request, "retired", 410, place=place)
    return desk.visit(request, f"/p/{code}", place)


def _refuse(desk: Desk, request: web.Request, why: str, typed: str) -> web.Response:
    """What is wrong with a code. Who tries many is told to wait; right codes work all the time."""
    wait = desk.wrong_codes.count(_caller(request))
    if wait:
        CODES.labels("limited").inc()
        return desk.message(request, "limited", 429, retry_after=wait)
    CODES.labels(why).inc()
    return desk.message(request, why, 404, typed=typed)


def _caller(request: web.Request) -> str:
    if request.app[SETTINGS].server.behind_proxy:
        return request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return request.remote or ""


async def _directly(desk: Desk, request: web.Request) -> Visit:
    question_set = request.app[SETTINGS].form.direct
    place = await desk.places.of_unit(_without_nul(request.query.get("paikka", "")), question_set)
    if place is None:
        place = await desk.places.of_unit("", question_set)
    if place is None:
        raise web.HTTPServiceUnavailable(text="There are no units yet: korva units import\n")
    return desk.visit(request, _DIRECT, place)


def _without_nul(key: str) -> str:
    """No unit has it in its key, and PostgreSQL does not take it as text."""
    return key.replace("\0", "")


def _thank(desk: Desk, request: web.Request, visit: Visit) -> web.Response:
    said = request.query
    return desk.thank(visit, urgent=said.get("apu") == "1", contact=said.get("yhteys") == "1")

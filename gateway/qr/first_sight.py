"""First sight for a team: newest comments, their labels and what waits, behind a token."""

from collections.abc import Mapping, Sequence

from aiohttp import web

from gateway.qr.desk import DESK
from gateway.settings import HELSINKI
from gateway.store import first_sight
from gateway.web.password import require_password

routes = web.RouteTableDef()

_PATH = "/tiimi"
_MOST = 50
Units = Mapping[str, tuple[str, str | None]]


@routes.get(_PATH)
async def show(request: web.Request) -> web.Response:
    """The newest comments of a unit with all below it, or of the whole county."""
    require_password(request)
    desk = request.app[DESK]
    units = await desk.database.read(first_sight.units)
    wanted = request.query.get("yksikko", "")
    of = below(units, wanted) if wanted in units else list(units)
    language = desk.language(request)
    page = desk.pages.render(
        "first_sight.html",
        language,
        style="",
        switch={
            code: str(request.rel_url.update_query(kieli=code)) for code in desk.pages.languages
        },
        units=[(id_, name) for id_, (name, _) in units.items()],
        wanted=wanted,
        comments=await desk.database.read(first_sight.comments, of, _MOST),
        waiting=await desk.database.read(first_sight.waiting, of),
        zone=HELSINKI,
    )
    return web.Response(text=page, content_type="text/html", headers={"Cache-Control": "no-store"})


def below(units: Units, top: str) -> Sequence[str]:
    """The ids of a unit and of all below it."""
    found = [top]
    for id_ in found:
        found += [one for one, (_, above) in units.items() if above == id_]
    return found

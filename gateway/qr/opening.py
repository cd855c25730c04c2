"""Opening the room of forms: everything checked before the first one is handed out."""

import base64
from collections import OrderedDict
from time import monotonic

from aiohttp import web
from aiohttp.typedefs import Handler

from gateway.core.errors import SettingsError
from gateway.crypto import Vault
from gateway.qr import api, first_sight, paper, routes
from gateway.qr.desk import DESK, Desk
from gateway.qr.form_page import FormPages
from gateway.qr.guessing import WrongCodes
from gateway.qr.remembered import Places, Scans
from gateway.qr.taking import taker
from gateway.questions import load_question_sets, newest_question_set
from gateway.settings import Form, Settings
from gateway.store.database import Database
from gateway.store.writer import Writer
from gateway.texts import Texts
from gateway.web import assets, contrast
from gateway.web.pages import PAGES, open_pages
from gateway.workers import Bell

_LARGEST_LOGO = 12_288
_LOGO_TYPES = {".svg": "image/svg+xml", ".png": "image/png"}


def open_desk(
    settings: Settings,
    texts: Texts,
    database: Database,
    writer: Writer,
    vault: Vault,
    labelling: Bell,
    counting: Bell,
) -> Desk:
    """The desk. Raises `SettingsError` when a question set, a text or the county's logo is
    wrong."""
    check(settings, texts)
    sets = load_question_sets()
    files = assets.load_assets(county_css(settings.form))
    pages = open_pages(settings, texts, files, "gateway.qr")
    return Desk(
        pages=pages,
        assets=files,
        forms=FormPages(pages, sets, OrderedDict()),
        sets=sets,
        places=Places(database, monotonic),
        scans=Scans(writer),
        wrong_codes=WrongCodes(monotonic),
        database=database,
        writer=writer,
        vault=vault,
        take=taker(vault),
        labelling=labelling,
        counting=counting,
    )


def check(settings: Settings, texts: Texts) -> None:
    """Raises `SettingsError` naming the question set or setting that is wrong."""
    sets = load_question_sets()
    newest_question_set(sets, settings.form.direct)
    for question_set in sets.values():
        for language, known in texts.by_language.items():
            if missing := [key for key in question_set.texts if key not in known]:
                raise SettingsError(
                    f"question set {question_set.id}: there is no text {missing[0]} in {language}"
                )
    contrast.check(settings.form)
    county_css(settings.form)


def county_css(form: Form) -> str:
    """The county's colours and logo, as they follow our style sheet."""
    css = (
        f":root{{--accent:{form.accent}}}"
        f"@media(prefers-color-scheme:dark){{:root{{--accent:{form.accent_dark}}}}}"
    )
    if form.logo is None:
        return css
    kind = _LOGO_TYPES.get(form.logo.suffix.lower())
    if kind is None:
        raise SettingsError(f"form.logo: {form.logo} must be an SVG or a PNG")
    try:
        picture = form.logo.read_bytes()
    except OSError as error:
        raise SettingsError(f"form.logo: {form.logo} can't be read: {error.strerror}") from error
    if len(picture) > _LARGEST_LOGO:
        raise SettingsError(f"form.logo: {len(picture)} bytes; at most {_LARGEST_LOGO}")
    packed = base64.b64encode(picture).decode()
    return f'{css}.logo{{background-image:url("data:{kind};base64,{packed}")}}'


@web.middleware
async def explain_missing(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A page for people who come to an address that is none of ours; programs get a line."""
    try:
        return await handler(request)
    except web.HTTPNotFound:
        if "text/html" not in request.headers.get("Accept", ""):
            raise
        return request.app[DESK].message(request, "missing", 404)


def add_routes(app: web.Application, desk: Desk) -> None:
    """Answer under /p, /palaute, /static and /api/v1/touchpoints."""
    app[DESK] = desk
    app[PAGES] = desk.pages
    app[assets.ASSETS] = desk.assets
    app.middlewares.append(explain_missing)
    app.add_routes(assets.routes)
    app.add_routes(routes.routes)
    app.add_routes(paper.routes)
    app.add_routes(first_sight.routes)
    app.add_routes(api.routes)

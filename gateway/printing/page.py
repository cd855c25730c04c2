"""Pages on which a unit picks a design, sees it as it will be printed, and downloads it."""

import base64
import io
import secrets
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from urllib.parse import parse_qsl

from aiohttp import web

from gateway.core.codes import RANDOM_BITS
from gateway.core.errors import InputError, StoreUnavailable
from gateway.printing import choice as choices
from gateway.printing import codes, drawing, kinds, ordering
from gateway.printing.choice import Choice
from gateway.printing.drawing import Run
from gateway.printing.look import look, number
from gateway.printing.ordering import Order, Source
from gateway.printing.press import PRESS, Press
from gateway.printing.wanted import Wanted
from gateway.store import touchpoints
from gateway.store.units import read_units
from gateway.web.headers import comes_from_elsewhere
from gateway.web.language import chosen
from gateway.web.password import require_password
from print_assets import designs
from print_assets.design import Design, Product
from print_assets.problem import CannotPrintError, refuse_if
from print_assets.rendering import Job

#: Well-formed, and as good as never given: a sample leads to the page for unknown codes.
_SAMPLE = "7K3QX9A"
_MOST_FIELDS = 50
_NEVER_KEPT = {"Cache-Control": "no-store"}


async def show_all(request: web.Request) -> web.Response:
    """Every design with its picture."""
    require_password(request)
    known = designs.known().values()
    return _page(request, "designs.html", designs=known)


async def sample(request: web.Request) -> web.Response:
    """The picture of a design with a sample code; the first side of it."""
    require_password(request)
    press, design, language = request.app[PRESS], _design(request), _language(request)
    place = (design.name, language)
    if place not in press.samples:
        said = dict.fromkeys(design.needs, "Anna")
        anna = Choice(said=said).on(Wanted("", (language,), _SAMPLE))
        job = _job(press, design, Order([anna], {}, (), None, 0))
        try:
            press.samples[place], *_ = await press.run(lambda: drawing.preview(job))
        except CannotPrintError as error:
            raise web.HTTPConflict(text=f"{error}\n") from error
    return web.Response(
        body=press.samples[place],
        content_type="image/png",
        headers={"Cache-Control": "private, max-age=300"},
    )


async def show(request: web.Request) -> web.Response:
    """The form for a design."""
    require_password(request)
    design = _design(request)
    spoken = _language(request) if _language(request) in choices.SPOKEN else choices.SPOKEN[0]
    return await _form(request, design, Choice(spoken=spoken))


async def work(request: web.Request) -> web.Response:
    """A preview, new codes, or a product of those that were made."""
    require_password(request)
    if comes_from_elsewhere(request):
        raise web.HTTPForbidden(text="This was sent by another site.\n")
    design, given = _design(request), await _sent(request)
    choice = choices.chosen(design, given)
    try:
        return await _work(request, design, choice, given.get("action", ""))
    except CannotPrintError as error:
        return await _form(request, design, choice, problems=list(map(str, error.problems)))
    except InputError as error:
        return await _form(request, design, choice, problems=[str(error)])
    except StoreUnavailable as error:
        raise web.HTTPServiceUnavailable(text=f"{error}\n") from error


async def _sent(request: web.Request) -> Mapping[str, str]:
    """The fields of a form; what no browser sends is refused."""
    if request.content_type != "application/x-www-form-urlencoded":
        raise web.HTTPUnsupportedMediaType(text="Send the form of this page.\n")
    body = (await request.read()).decode("utf-8", "replace")
    try:
        return dict(parse_qsl(body, keep_blank_values=True, max_num_fields=_MOST_FIELDS))
    except ValueError as error:
        raise web.HTTPBadRequest(text="Send the form of this page.\n") from error


async def _work(request: web.Request, design: Design, choice: Choice, action: str) -> web.Response:
    press = request.app[PRESS]
    order = await _order(press, design, choice)
    if action in list(Product) and choice.batch:
        run = Run(_job(press, design, order), Product(action))
        made = await press.run(lambda: drawing.contents(run))
        return _download(run, made, choice.batch)
    first = _job(press, design, _first(order, choice))
    pictures = await press.run(lambda: drawing.preview(first))
    if action == "make" and not choice.batch:
        choice = await _make(press, design, choice, order)
    shown = [base64.b64encode(picture).decode() for picture in pictures]
    return await _form(request, design, choice, pictures=shown)


async def _order(press: Press, design: Design, choice: Choice) -> Order:
    source = Source(design, choice.languages, choice.unit, choice.count, choice.batch)
    order = await ordering.order(press.database, source)
    refuse_if(order.problems)
    if len(order.wanted) > choices.MOST:
        raise InputError(
            f"batch {choice.batch} has {len(order.wanted)} codes, this page prints at most "
            f"{choices.MOST}; use the command korva print"
        )
    return replace(order, wanted=[choice.on(one) for one in order.wanted])


async def _make(press: Press, design: Design, choice: Choice, order: Order) -> Choice:
    """The choice with the batch of its new codes."""
    random = partial(secrets.randbits, RANDOM_BITS)
    drawn = await press.database.read(codes.draw, order.wanted, random)
    new = touchpoints.Run(
        choice.unit,
        kinds.kind(design.name),
        choice.count,
        question_set=kinds.question_set(design.name),
    )
    now = datetime.now(UTC)
    batch = await press.writer.run(lambda c: codes.keep(c, drawn, new, "print page", now))
    return replace(choice, batch=batch)


def _first(order: Order, choice: Choice) -> Order:
    """The first thing of a batch, or one with a sample code."""
    one = order.wanted[0]
    return replace(order, wanted=[one if choice.batch else replace(one, code=_SAMPLE)])


def _job(press: Press, design: Design, order: Order) -> Job:
    settings = press.pages.settings
    items = drawing.items(order.wanted, order.units, settings.server.public_url, number(settings))
    return Job(design, items, look(settings))


def _download(run: Run, made: Sequence[bytes], batch: str) -> web.Response:
    stem = f"{run.job.design.name}-{batch}"
    body, suffix = made[0], run.suffix
    if len(made) > 1:
        body, suffix = _zipped(run, made), ".zip"
    name = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in stem)
    headers = {"Content-Disposition": f'attachment; filename="{name}{suffix}"'} | _NEVER_KEPT
    return web.Response(body=body, content_type="application/octet-stream", headers=headers)


def _zipped(run: Run, made: Sequence[bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in zip(drawing.names(run), made, strict=True):
            # A ZipInfo of its own: the same choice gives the same bytes.
            file.writestr(zipfile.ZipInfo(f"{name}{run.suffix}"), content)
    return packed.getvalue()


async def _form(
    request: web.Request,
    design: Design,
    choice: Choice,
    *,
    problems: Sequence[str] = (),
    pictures: Sequence[str] = (),
) -> web.Response:
    kept = await request.app[PRESS].database.read(read_units)
    units = [(key, one.unit.name_fi) for key, one in kept.items()]
    return _page(
        request,
        "design.html",
        422 if problems else 200,
        design=design,
        choice=choice,
        fields=choices.fields(design),
        most=1 if choices.is_personal(design) else choices.MOST,
        spoken=choices.SPOKEN,
        units=units,
        products=list(Product),
        problems=problems,
        pictures=pictures,
    )


def _page(request: web.Request, template: str, status: int = 200, **values: object) -> web.Response:
    pages = request.app[PRESS].pages
    switch = {code: f"{request.path}?kieli={code}" for code in pages.languages}
    page = pages.render(template, _language(request), style="", switch=switch, **values)
    return web.Response(text=page, status=status, content_type="text/html", headers=_NEVER_KEPT)


def _language(request: web.Request) -> str:
    accepted = request.headers.get("Accept-Language", "")
    known = [code for code in request.app[PRESS].pages.languages if code in ("fi", "sv", "en")]
    return chosen(request.query.get("kieli", ""), accepted, known, "fi")


def _design(request: web.Request) -> Design:
    found = designs.known().get(request.match_info["design"])
    if found is None:
        raise web.HTTPNotFound(text="There is no such design.\n")
    return found

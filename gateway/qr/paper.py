"""Written cards typed in by a team, one after another, with the keyboard alone."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlencode

from aiohttp import web

from gateway.core.errors import StoreUnavailable
from gateway.core.filled_form import Fields, Problem, read_form
from gateway.core.question_set import QuestionSet, Step
from gateway.core.response import PAPER
from gateway.qr import ticket as tickets
from gateway.qr.desk import DESK, Desk, sent_form
from gateway.qr.form_page import NOTHING, Filled, Visit
from gateway.qr.posted import Unreadable, read_fields
from gateway.qr.routes import by_code
from gateway.qr.ticket import Ticket
from gateway.settings import HELSINKI
from gateway.web.keys import SETTINGS
from gateway.web.password import require_password

routes = web.RouteTableDef()

_PATH = r"/{p:[pP]}/{code:[^/]{1,40}}/paperi"
_WRITTEN = "written"
_OLDEST = timedelta(days=366)
_HELPER = Step("helper", "helper", ask="form.ask.helper", scale="form.helper")
#: What became of the card before this one, as the query tells.
_OUTCOMES = ("taken", "again")
_HEADERS = {"Cache-Control": "no-store"}


@routes.get(_PATH)
async def next_card(request: web.Request) -> web.Response:
    """An empty card; the day and the outcome of the one before are in the query."""
    found = await _open(request)
    if isinstance(found, web.Response):
        return found
    today = _today()
    written = _day(request.query.get("paivays", ""), today) or today
    outcome = request.query.get("edellinen", "")
    ticket = tickets.issue(datetime.now(UTC))
    said = outcome if outcome in _OUTCOMES else ""
    return _page(request, found, ticket, NOTHING, {_WRITTEN: written.isoformat()}, outcome=said)


@routes.post(_PATH)
async def take_card(request: web.Request) -> web.Response:
    """See other for the next card when this one has been stored."""
    found = await _open(request, retired_too=True)
    if isinstance(found, web.Response):
        return found
    desk = request.app[DESK]
    try:
        fields = await read_fields(request)
        return await _take(request, desk, _as_typed(desk, found, fields), fields)
    except Unreadable as error:
        return desk.message(request, "wrong", error.status, text=error.text)
    except StoreUnavailable:
        return desk.message(request, "busy", 503, text="page.busy")


async def _take(request: web.Request, desk: Desk, visit: Visit, fields: Fields) -> web.Response:
    now = datetime.now(UTC)
    ticket = tickets.read(desk.vault, fields.get("ticket", ""), *_bound(visit))
    filled = read_form(visit.question_set, fields, may_contact=visit.place.has_owner)
    written = _day(fields.get(_WRITTEN, ""), _today())
    problems = [*filled.problems]
    if written is None:
        problems.insert(0, Problem(_WRITTEN, "paper.wrong_day", whole=True))
    if ticket is None:
        problems.insert(0, Problem(_WRITTEN, "form.error.expired", whole=True))
    if ticket is None or written is None or problems:
        again = ticket or tickets.issue(now)
        return _page(request, visit, again, Filled(fields, problems), fields, status=422)
    card = replace(sent_form(visit, ticket, filled, now), channel=PAPER, written_on=written)
    outcome = await desk.writer.submit(desk.take, card)
    desk.labelling.ring()
    desk.counting.ring()
    return _see_next(visit, written, outcome)


def _see_next(visit: Visit, written: date, outcome: str) -> web.Response:
    query = {"paivays": written.isoformat(), "edellinen": outcome}
    address = f"{visit.address()}&{urlencode(query)}"
    return web.Response(status=303, headers={**_HEADERS, "Location": address})


async def _open(request: web.Request, *, retired_too: bool = False) -> Visit | web.Response:
    """The card of a code, for the team of its unit. Raises 401 for others."""
    desk = request.app[DESK]
    found = await by_code(desk, request, retired_too=retired_too)
    if isinstance(found, web.Response):
        return found
    token = request.app[SETTINGS].form.paper_tokens.get(found.place.unit_key)
    require_password(request, [token.get_secret_value()] if token else [])
    return replace(
        found, path=f"{found.path}/paperi", question_set=_with_helper(found.question_set)
    )


def _with_helper(question_set: QuestionSet) -> QuestionSet:
    """Who helped is asked of every card: most are written where somebody works."""
    if any(step.kind == "helper" for step in question_set.steps):
        return question_set
    return replace(question_set, steps=(*question_set.steps, _HELPER))


def _as_typed(desk: Desk, visit: Visit, fields: Fields) -> Visit:
    """The visit with the questions and the language that the page was made with."""
    typed = desk.sets.get(fields.get("set", ""), visit.question_set)
    language = fields.get("lang", "")
    known = language if language in desk.pages.languages else visit.language
    return replace(visit, question_set=_with_helper(typed), language=known)


def _page(
    request: web.Request,
    visit: Visit,
    ticket: Ticket,
    filled: Filled,
    values: Mapping[str, str],
    *,
    outcome: str = "",
    status: int = 200,
) -> web.Response:
    desk = request.app[DESK]
    page = desk.forms.filled(
        visit,
        tickets.write(desk.vault, ticket, *_bound(visit)),
        filled,
        "paper.html",
        written=values.get(_WRITTEN, ""),
        today=_today().isoformat(),
        outcome=outcome,
    )
    return web.Response(text=page, status=status, content_type="text/html", headers=_HEADERS)


def _bound(visit: Visit) -> tuple[str, str]:
    return f"paper:{visit.place.code}", visit.question_set.id


def _today() -> date:
    return datetime.now(UTC).astimezone(HELSINKI).date()


def _day(written: str, today: date) -> date | None:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if today - _OLDEST <= day <= today else None

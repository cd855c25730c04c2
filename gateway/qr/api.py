"""Touchpoints over HTTP, for the county's own systems: what `korva touchpoints` does."""

import secrets
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial, wraps
from importlib.resources import files
from typing import Annotated, Any, TypeVar

from aiohttp import web
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from gateway.core.codes import RANDOM_BITS, grouped, normalise
from gateway.core.errors import InputError, SettingsError, StoreUnavailable
from gateway.core.touchpoint import Kind, address
from gateway.qr.desk import DESK
from gateway.questions import newest_question_set
from gateway.store import touchpoints
from gateway.store.touchpoints import Listed, Run
from gateway.web.keys import SETTINGS
from gateway.web.operator import require_operator

routes = web.RouteTableDef()

_PATH = "/api/v1/touchpoints"
_ONE = _PATH + "/{code}"
_ACTOR = "api"
#: NUL is no text to PostgreSQL.
_TEXT = r"^[^\x00-\x1f\x7f]*$"

M = TypeVar("M", bound=BaseModel)
Handler = Callable[[web.Request], Awaitable[web.Response]]


class _Malformed(InputError):
    """What was sent is not of the form that the description asks for."""


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


def _whole(value: object) -> object:
    # To JSON 3.0 is an integer as well.
    return int(value) if isinstance(value, float) and value.is_integer() else value


_Name = Annotated[str, Field(max_length=64, pattern=_TEXT)]


class _Filter(_Body):
    unit: _Name = ""
    state: _Name = ""
    batch: _Name = ""


class _NewRun(_Body):
    unit: Annotated[str, Field(min_length=1, max_length=64, pattern=_TEXT)]
    kind: Kind
    count: Annotated[int, Field(ge=1, le=10_000), BeforeValidator(_whole)] = 1
    batch: Annotated[str, Field(max_length=40, pattern=_TEXT)] = ""
    note: Annotated[str, Field(max_length=200, pattern=_TEXT)] = ""
    question_set: Annotated[str, Field(max_length=40, pattern=_TEXT)] = "adult"


class _Target(_Body):
    unit: Annotated[str, Field(min_length=1, max_length=64, pattern=_TEXT)]


def _answering(handler: Handler) -> Handler:
    """Only for the operator; errors of ours become answers that say what to change."""

    @wraps(handler)
    async def answer(request: web.Request) -> web.Response:
        try:
            require_operator(request)
            return await handler(request)
        except web.HTTPForbidden as error:
            headers = {"WWW-Authenticate": "Bearer"}
            return web.Response(text=error.text, status=401, headers=headers)
        except _Malformed as error:
            return web.json_response({"error": str(error)}, status=422)
        except (InputError, SettingsError) as error:
            return web.json_response({"error": str(error)}, status=409)
        except StoreUnavailable as error:
            headers = {"Retry-After": "10"}
            return web.json_response({"error": str(error)}, status=503, headers=headers)

    return answer


@routes.get(_PATH)
@_answering
async def list_all(request: web.Request) -> web.Response:
    """The touchpoints, oldest first; of one unit, state or batch where the query names it."""
    named = {name: request.query[name] for name in _Filter.model_fields if name in request.query}
    wanted = _checked(lambda: _Filter.model_validate(named))
    found = await request.app[DESK].database.read(
        touchpoints.listed, wanted.unit, wanted.state, wanted.batch
    )
    return web.json_response({"touchpoints": [_shown(request, one) for one in found]})


@routes.post(_PATH)
@_answering
async def create(request: web.Request) -> web.Response:
    """A new print run."""
    wanted = await _read(request, _NewRun)
    desk = request.app[DESK]
    newest_question_set(desk.sets, wanted.question_set)
    run = Run(
        wanted.unit, wanted.kind, wanted.count, wanted.batch, wanted.note, wanted.question_set
    )
    random = partial(secrets.randbits, RANDOM_BITS)

    def make(connection: Any) -> tuple[str, list[Listed]]:
        batch, codes = touchpoints.create(connection, run, random, _ACTOR, datetime.now(UTC))
        made = touchpoints.listed(connection, batch=batch)
        return batch, [one for one in made if one.code in set(codes)]

    batch, made = await desk.writer.run(make)
    shown = [_shown(request, one) for one in made]
    return web.json_response({"batch": batch, "touchpoints": shown}, status=201)


@routes.get(_ONE)
@_answering
async def show(request: web.Request) -> web.Response:
    """One touchpoint."""
    return web.json_response(_shown(request, await _one(request)))


@routes.post(_ONE + "/retarget")
@_answering
async def retarget(request: web.Request) -> web.Response:
    """Have a code lead to another unit."""
    code, wanted = (await _one(request)).code, await _read(request, _Target)
    now = datetime.now(UTC)
    await request.app[DESK].writer.run(
        lambda c: touchpoints.retarget(c, code, wanted.unit, _ACTOR, now)
    )
    return web.json_response(_shown(request, await _one(request)))


@routes.post(_ONE + "/retire")
@_answering
async def retire(request: web.Request) -> web.Response:
    """Retire a code for good; again is no error."""
    code, now = (await _one(request)).code, datetime.now(UTC)
    await request.app[DESK].writer.run(lambda c: touchpoints.retire(c, code, _ACTOR, now))
    return web.json_response(_shown(request, await _one(request)))


@routes.get(_ONE + "/symbol.svg")
@_answering
async def symbol(request: web.Request) -> web.Response:
    """The code as a symbol to print."""
    one = await _one(request)
    # Late: who asks for no codes needs no drawing in memory.
    from print_assets.symbol import draw

    drawn = draw(address(request.app[SETTINGS].server.public_url, one.code), "Q")
    return web.Response(text=drawn.svg, content_type="image/svg+xml")


@routes.get("/api/v1/openapi.json")
async def description(_request: web.Request) -> web.Response:
    """What this API takes and gives, as OpenAPI."""
    body = (files("gateway.qr") / "openapi.json").read_bytes()
    return web.Response(body=body, content_type="application/json")


async def _read(request: web.Request, model: type[M]) -> M:
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType(text="Send JSON: Content-Type: application/json\n")
    body = await request.read()
    return _checked(lambda: model.model_validate_json(body))


def _checked(validate: Callable[[], M]) -> M:
    try:
        return validate()
    except ValidationError as error:
        problem = error.errors()[0]
        where = ".".join(map(str, problem["loc"])) or "the body"
        raise _Malformed(f"{where}: {problem['msg']}") from error


async def _one(request: web.Request) -> Listed:
    code = normalise(request.match_info["code"])
    found = await request.app[DESK].database.read(touchpoints.one, code) if code else None
    if found is None:
        raise web.HTTPNotFound(
            text='{"error": "there is no such touchpoint"}', content_type="application/json"
        )
    return found


def _shown(request: web.Request, one: Listed) -> dict[str, str]:
    return {
        "code": one.code,
        "printed": grouped(one.code),
        "address": address(request.app[SETTINGS].server.public_url, one.code),
        "kind": one.kind,
        "unit": one.unit,
        "state": one.state,
        "batch": one.batch,
        "note": one.note,
        "question_set": one.question_set,
        "created_at": one.created_at.isoformat(),
    }

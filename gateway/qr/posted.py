"""The fields of a form that a browser sends, or the reason why they can't be read."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from aiohttp import web

from gateway.core.filled_form import Fields
from gateway.web.headers import comes_from_elsewhere

_MOST_FIELDS = 100
_TYPE = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Unreadable(Exception):
    """A form that can't be taken: the status, and the name of the text that says why."""

    status: int
    text: str


async def read_fields(request: web.Request) -> Fields:
    """The fields; of two with the same name, the last. Raises `Unreadable`."""
    if comes_from_elsewhere(request):
        raise Unreadable(403, "page.foreign")
    if request.content_type != _TYPE:
        raise Unreadable(415, "page.wrong")
    try:
        body = await request.read()
    except web.HTTPRequestEntityTooLarge as error:
        raise Unreadable(413, "page.large") from error
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_MOST_FIELDS,
        )
    except ValueError as error:
        raise Unreadable(400, "page.wrong") from error
    return dict(pairs)

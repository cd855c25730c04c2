"""Kannel, the open source gateway: Debian's `kannel`, https://www.kannel.org/userguide.shtml.

Its `sms-service` group needs `max-messages = 0` and, with our public URL and our secret,

    post-url = "URL/sms/kannel?secret=SECRET&id=%I&from=%p&to=%P&coding=%c&charset=%C&udh=%u"

Seen with Kannel 1.4.5, where its guide says otherwise or nothing:

- `%C` is UTF-8, 8-BIT or UTF-16BE, never the guide's GSM; an empty text comes as an empty body.
- `%u` and X-Kannel-UDH are percent-encoded bytes (`%05%00%03*%02%01`), no hexadecimal digits.
- Spaces, `+` and `%` arrive in the body as they were typed; X-Kannel-Time is UTC in any time zone.
- Only 200 and 202 end a request or a report; all else is repeated, requests with the same `%I`.
- bearerbox joins long messages itself, but hands on the parts after a restart or its time-out.
- `alt-charset` in the service leaves the label UTF-8 on a body that is not.
- sendsms says 202 to a text that it cuts (`max-messages` of the user), 403 "Not routable" while the
  link to the operator is stopped, and 400 to a request without receiver if the password is right.
- Long texts are cut inside emoji, too; the phone mends that.
- In a dlr-url `%` begins a placeholder and `%%` is a percent sign; report 1 may come before 8.

Reports 2, 4 and 16 are taken from the guide: its fake operator delivers everything.
"""

import asyncio
import hmac
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote_plus, urlencode

import aiohttp
from pydantic import AnyHttpUrl, BaseModel, ConfigDict, Field, SecretStr, field_validator

from gateway.core.conversation import joining
from gateway.core.conversation.joining import Part
from gateway.core.delivery import DeliveryState
from gateway.core.errors import DeliveryFailed, InputError, Refused
from gateway.sms import kannel_conf, segments
from gateway.sms.provider import Inbound, Outgoing, Provider, Report, Request

# 1 delivered, 2 failed, 8 accepted by the operator, 16 rejected by it; 4 (buffered) is no end.
REPORTS_WANTED = 1 + 2 + 8 + 16
STATES = {
    "1": DeliveryState.DELIVERED,
    "2": DeliveryState.FAILED,
    "4": DeliveryState.ACCEPTED,
    "8": DeliveryState.ACCEPTED,
    "16": DeliveryState.FAILED,
}
# Labels that Python does not know; those of the operator's 7-bit and 8-bit texts name no charset.
CHARSETS = {"gsm": "", "8-bit": "", "binary": "", "ucs-2": "utf-16-be", "utf-16": "utf-16-be"}
# The only answers that are the message's own fault; the others are cured in Kannel or by time.
REFUSED_FOR_GOOD = ("Number(s) has/have been denied", "Charset or body misformed")
# As it is written: a secret has no character that is escaped in a URL.
_SECRET = re.compile(r"[?&]secret=([^&]*)")
_HEXADECIMAL = re.compile(r"(?:[0-9A-Fa-f]{2})+")
_CHARSET = re.compile(r'charset="?([^";\s]+)')
_LINK = re.compile(r"^\s+(\S+)\[[^(]*\(([a-z-]+)", re.MULTILINE)
_REASON = re.compile(r"^NACK/(\w+)|\b(?:stat|err):(\w+)")


class Settings(BaseModel):
    """`[sms.providers.kannel]`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    #: What `secret=` in the post-url says; made up by the county.
    secret: SecretStr = Field(min_length=16)
    #: http://HOST:13013/cgi-bin/sendsms and a `sendsms-user` of it.
    sendsms_url: AnyHttpUrl
    username: str
    password: SecretStr
    #: The link to send by, where Kannel has several.
    smsc: str | None = None
    #: http://HOST:13000/status.txt and the `status-password`, so that `korva doctor` sees the link.
    status_url: AnyHttpUrl | None = None
    status_password: SecretStr = SecretStr("")
    #: kannel.conf, where it can be read from here, so that `korva doctor` can check it.
    config_file: Path | None = None

    @field_validator("secret")
    @classmethod
    def _needs_no_escape(cls, value: SecretStr) -> SecretStr:
        if not re.fullmatch(r"[A-Za-z0-9._~-]+", value.get_secret_value()):
            raise ValueError("may have letters a-z, digits and - . _ ~ only: Kannel reads % itself")
        return value


def verify(settings: Settings, request: Request) -> None:
    found = _SECRET.search(request.url)
    given = (found[1] if found else "").encode(errors="replace")
    if not hmac.compare_digest(given, settings.secret.get_secret_value().encode()):
        raise Refused("the URL in kannel.conf does not carry sms.providers.kannel.secret")


def inbound(request: Request) -> Sequence[Inbound]:
    query, headers = _query(request), request.headers
    part = _part(query.get("udh") or unquote_plus(headers.get("x-kannel-udh", ""), "latin-1"))
    text = _text(request.body, _charset(query, headers))
    return [
        Inbound(
            id=_required(query.get("id"), "id=%I in the post-url"),
            sender=_required(query.get("from") or headers.get("x-kannel-from"), "from=%p"),
            recipient=_required(query.get("to") or headers.get("x-kannel-to"), "to=%P"),
            text=text if part else joining.pair(text),
            sent_at=_time(headers.get("x-kannel-time", "")),
            part=part,
        )
    ]


def report(request: Request) -> Sequence[Report]:
    query = _query(request)
    kind = _required(query.get("type"), "type=%d")
    if kind not in STATES:
        raise InputError(f"unknown report type {kind!r}; known: {', '.join(STATES)}")
    reason = _reason(query.get("reply", "")) if STATES[kind] is DeliveryState.FAILED else ""
    return [Report(STATES[kind], _required(query.get("id"), "id"), reason=reason)]


async def send(session: aiohttp.ClientSession, settings: Settings, message: Outgoing) -> None:
    usual = segments.count(message.text).encoding == "GSM-7"
    headers = {
        "X-Kannel-To": message.recipient,
        "X-Kannel-From": message.sender,
        "X-Kannel-Coding": "0" if usual else "2",
        "X-Kannel-DLR-Mask": str(REPORTS_WANTED),
        "X-Kannel-DLR-Url": _report_url(settings, message),
    }
    if settings.smsc:
        headers["X-Kannel-SMSC"] = settings.smsc
    status, answer = await _sendsms(session, settings, headers, message.text)
    if status != 202:
        # Not the whole answer: a proxy at that address may repeat the number or the text.
        words = next((text for text in REFUSED_FOR_GOOD if answer.startswith(text)), "")
        raise DeliveryFailed(f"Kannel answered {status} {words}".rstrip(), permanent=bool(words))


async def check(session: aiohttp.ClientSession, settings: Settings) -> Sequence[str]:
    complaints: list[str] = []
    if file := settings.config_file:
        complaints += await asyncio.to_thread(kannel_conf.check, file, settings.username)
    try:
        complaints += await _check_sendsms(session, settings)
        complaints += await _check_status(session, settings)
    except aiohttp.ClientError as error:
        complaints.append(f"kannel can't be reached: {error}")
    return complaints


def _query(request: Request) -> Mapping[str, str]:
    """From the raw URL and byte by byte as Latin-1: `%u` is binary, the rest is ASCII."""
    _, _, written = request.url.partition("?")
    pairs = (one.partition("=") for one in written.split("&"))
    return {name: _unescaped(value) for name, _, value in pairs}


def _unescaped(value: str) -> str:
    # Most values have nothing to undo; parse_qsl takes longer for them than all other parsing.
    return unquote_plus(value, "latin-1") if "%" in value or "+" in value else value


def _required(value: str | None, where: str) -> str:
    if not value:
        raise InputError(f"Kannel's request lacks {where}")
    return value


def _part(udh: str) -> Part | None:
    """`udh` is a header's bytes as Latin-1, or in hexadecimal digits as Kannel's guide has it."""
    digits = _HEXADECIMAL.fullmatch(udh)
    return joining.numbering(bytes.fromhex(udh) if digits else udh.encode("latin-1", "replace"))


def _charset(query: Mapping[str, str], headers: Mapping[str, str]) -> str:
    """The body's charset in lower case; empty where none is named."""
    named = _CHARSET.search(headers.get("content-type", ""))
    label = (query.get("charset") or (named[1] if named else "")).lower()
    coding = query.get("coding") or headers.get("x-kannel-coding")
    return CHARSETS.get(label, label) or ("utf-16-be" if coding == "2" else "")


def _text(body: bytes, charset: str) -> str:
    """Halves of surrogate pairs are kept: the other half may be in the next part."""
    try:
        return body.decode(charset or "utf-8", "surrogatepass")
    except (LookupError, ValueError):
        if charset:
            remedy = "unset alt-charset in kannel.conf"
            raise InputError(f"the body can't be read as {charset!r}: {remedy}") from None
        # Latin-1, with the euro sign and quotes where Latin-1 has control characters.
        return body.decode("windows-1252", "replace")


def _time(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written).replace(tzinfo=UTC)
    except ValueError:
        return None


def _reason(reply: str) -> str:
    """The codes in an operator's reply; never its `text:`, which repeats the message."""
    codes = _REASON.findall(reply.partition(" text:")[0].partition(" Text:")[0])
    return " ".join(refused or receipt for refused, receipt in codes)


def _report_url(settings: Settings, message: Outgoing) -> str:
    ours = urlencode({"id": message.id, "secret": settings.secret.get_secret_value()})
    joint = "&" if "?" in message.report_url else "?"
    return f"{message.report_url}{joint}{ours}".replace("%", "%%") + "&type=%d&reply=%A"


async def _sendsms(
    session: aiohttp.ClientSession, settings: Settings, headers: Mapping[str, str], text: str
) -> tuple[int, str]:
    """POST, because a GET would leave number, text and password in every log on the way."""
    headers = {
        "Content-Type": "text/plain; charset=UTF-8",
        "X-Kannel-Username": settings.username,
        "X-Kannel-Password": settings.password.get_secret_value(),
        **headers,
    }
    # A redirection would carry the password along, even to another host.
    async with session.post(
        str(settings.sendsms_url), data=text.encode(), headers=headers, allow_redirects=False
    ) as response:
        return response.status, await response.text(errors="replace")


async def _check_sendsms(session: aiohttp.ClientSession, settings: Settings) -> list[str]:
    """Sends nothing: without a receiver, Kannel only says whether it would take our word."""
    status, answer = await _sendsms(session, settings, {}, "")
    if answer.startswith("Missing receiver"):
        return []
    if status == 403:
        return [
            "sendsms refuses us: compare sms.providers.kannel.username and .password with group "
            "sendsms-user in kannel.conf, its user-allow-ip too"
        ]
    return [f"sms.providers.kannel.sendsms_url does not answer as sendsms does (status {status})"]


async def _check_status(session: aiohttp.ClientSession, settings: Settings) -> list[str]:
    if settings.status_url is None:
        return []
    password = {"password": settings.status_password.get_secret_value()}
    async with session.get(str(settings.status_url), params=password) as response:
        status = await response.text(errors="replace")
    if "Status: " not in status:
        return ["status_url shows no status: is sms.providers.kannel.status_password right?"]
    links = [link for link in _LINK.findall(status) if link[1] != "online"]
    complaints = [f"the link {name} to the operator is {state}" for name, state in links]
    if "Status: running" not in status:
        complaints.append("bearerbox does not run freely: see its status page")
    if "No boxes connected" in status:
        complaints.append("no smsbox is connected to bearerbox: texts wait there")
    return complaints


PROVIDER = Provider("kannel", Settings, verify, inbound, report, send, check)

"""Twilio, https://www.twilio.com/docs/messaging/guides/webhook-request.

Signatures: https://www.twilio.com/docs/usage/webhooks/webhooks-security. Twilio adds parameters
without notice and signs them too, and signs its URL with or without the port: both are taken, as
its own library takes them. Signatures by shared keys (a public beta) are not read.

An answer to a text must be TwiML or empty. Twilio joins long messages itself. It calls a webhook
once, then the number's fallback URL, if there is one: set the same address there.
"""

import hashlib
import hmac
import json
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import aiohttp
from pydantic import AnyHttpUrl, BaseModel, ConfigDict, SecretStr

from gateway.core.delivery import DeliveryState
from gateway.core.errors import DeliveryFailed, InputError, Refused
from gateway.sms.provider import Inbound, Outgoing, Provider, Report, Request

# https://www.twilio.com/docs/messaging/api/message-resource#message-status-values; up to `sending`
# it is in Twilio's own hands.
STATES = {
    "accepted": DeliveryState.ACCEPTED,
    "scheduled": DeliveryState.ACCEPTED,
    "queued": DeliveryState.ACCEPTED,
    "sending": DeliveryState.ACCEPTED,
    "sent": DeliveryState.ACCEPTED,
    "delivered": DeliveryState.DELIVERED,
    "read": DeliveryState.DELIVERED,
    "undelivered": DeliveryState.FAILED,
    "failed": DeliveryState.FAILED,
    "canceled": DeliveryState.CANCELLED,
}
# The message's own fault, https://www.twilio.com/docs/api/errors; the account's (20003, 21408,
# 21606 ...), a full queue (20429) and what is not listed may pass.
REFUSED_FOR_GOOD = {
    21211: "no valid number",
    21214: "number can't be reached",
    21265: "number is a short code",
    21266: "number is the sender's",
    21610: "recipient has opted out at Twilio",
    21612: "number can't be reached from this sender",
    21614: "number is not a mobile",
    21617: "text is too long",
    21635: "number is a landline",
}
PORTS = {"http": 80, "https": 443}


class Settings(BaseModel):
    """`[sms.providers.twilio]`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    account_sid: str
    #: The primary one: Twilio signs with it.
    auth_token: SecretStr
    api_url: AnyHttpUrl = AnyHttpUrl("https://api.twilio.com")


def verify(settings: Settings, request: Request) -> None:
    given = request.headers.get("x-twilio-signature", "").encode(errors="replace")
    key = settings.auth_token.get_secret_value().encode()
    signed = _signed_body(request)
    urls = _spellings(request.url)
    if not any(hmac.compare_digest(given, _sign(key, url + signed)) for url in urls):
        raise Refused("X-Twilio-Signature is not over this request with the auth token")


def inbound(request: Request) -> Sequence[Inbound]:
    form = _form(request)
    return [
        Inbound(
            id=_required(form, "MessageSid"),
            sender=_required(form, "From"),
            recipient=_required(form, "To"),
            text=form.get("Body", [""])[0],
        )
    ]


def report(request: Request) -> Sequence[Report]:
    form = _form(request)
    status = _required(form, "MessageStatus")
    if status not in STATES:
        raise InputError(f"unknown MessageStatus {status!r}; known: {', '.join(STATES)}")
    query = parse_qs(urlsplit(request.url).query)
    return [
        Report(
            state=STATES[status],
            id=query.get("id", [None])[0],
            reference=_required(form, "MessageSid"),
            reason=form.get("ErrorCode", [""])[0],
        )
    ]


async def send(session: aiohttp.ClientSession, settings: Settings, message: Outgoing) -> str | None:
    form = {
        "To": message.recipient,
        "From": message.sender,
        "Body": message.text,
        "StatusCallback": _callback(message),
    }
    url = _account_url(settings) + "/Messages.json"
    async with session.post(
        url, data=form, headers=_basic(settings), allow_redirects=False
    ) as response:
        answer = await _json(response)
    if response.status not in (200, 201):
        raise _failure(response.status, answer.get("code"))
    return answer.get("sid")


async def check(session: aiohttp.ClientSession, settings: Settings) -> Sequence[str]:
    url = _account_url(settings) + "/IncomingPhoneNumbers.json"
    async with session.get(url, headers=_basic(settings)) as response:
        answer = await _json(response)
    if response.status in (401, 403, 404):
        return ["Twilio refuses us: check sms.providers.twilio.account_sid and .auth_token"]
    if response.status != 200:
        return [f"Twilio answers {response.status}: see https://status.twilio.com"]
    return [
        f"Twilio number {number['phone_number']} has no fallback URL, so that a text is lost "
        "when we are away for a moment: set the same address there"
        for number in answer.get("incoming_phone_numbers", [])
        if (number["sms_url"] or "").endswith("/sms/twilio") and not number["sms_fallback_url"]
    ]


def _form(request: Request) -> dict[str, list[str]]:
    """The form's fields; of a field that is repeated, the first counts."""
    return parse_qs(request.body.decode(errors="replace"), keep_blank_values=True)


def _required(form: Mapping[str, Sequence[str]], field: str) -> str:
    value = form.get(field, [""])[0]
    if not value:
        raise InputError(f"Twilio's form lacks {field}")
    return value


def _signed_body(request: Request) -> str:
    """What of the body is signed after the URL: sorted fields with their different values.

    A JSON body is signed through its hash in the URL: raises Refused when that is not its hash.
    """
    if "json" not in request.headers.get("content-type", ""):
        form = _form(request)
        return "".join(name + value for name in sorted(form) for value in sorted(set(form[name])))
    given = parse_qs(urlsplit(request.url).query).get("bodySHA256", [""])[0]
    actual = hashlib.sha256(request.body).hexdigest()
    if not hmac.compare_digest(given.encode(errors="replace"), actual.encode()):
        raise Refused("bodySHA256 is not the hash of the body")
    return ""


def _spellings(url: str) -> Iterator[str]:
    """As it is, without its port, and with the port of its scheme."""
    yield url
    parts = urlsplit(url)
    host = parts.netloc.rpartition(":")[0] if parts.port else parts.netloc
    yield parts._replace(netloc=host).geturl()
    yield parts._replace(netloc=f"{host}:{parts.port or PORTS[parts.scheme]}").geturl()


def _sign(key: bytes, signed: str) -> bytes:
    return b64encode(hmac.digest(key, signed.encode(errors="replace"), "sha1"))


def _callback(message: Outgoing) -> str:
    joint = "&" if "?" in message.report_url else "?"
    return message.report_url + joint + urlencode({"id": message.id})


def _account_url(settings: Settings) -> str:
    return f"{str(settings.api_url).rstrip('/')}/2010-04-01/Accounts/{settings.account_sid}"


def _basic(settings: Settings) -> dict[str, str]:
    pair = f"{settings.account_sid}:{settings.auth_token.get_secret_value()}"
    return {"Authorization": "Basic " + b64encode(pair.encode()).decode()}


async def _json(response: aiohttp.ClientResponse) -> dict[str, Any]:
    """The answer's object; empty when something on the way answered instead of Twilio."""
    try:
        answer = json.loads(await response.read())
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _failure(status: int, code: object) -> DeliveryFailed:
    """Never with Twilio's own message: it repeats the number."""
    reason = REFUSED_FOR_GOOD.get(code) if isinstance(code, int) else None
    words = [f"Twilio answered {status}", f"error {code}" if code else "", reason or ""]
    return DeliveryFailed(", ".join(filter(None, words)), permanent=reason is not None)


PROVIDER = Provider("twilio", Settings, verify, inbound, report, send, check)

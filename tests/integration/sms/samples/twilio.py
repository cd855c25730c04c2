"""What Twilio says on the wire: fields from its documentation, signed by its own library."""

from base64 import b64encode
from hashlib import sha256
from json import dumps
from urllib.parse import parse_qs, urlencode

from multidict import MultiDict
from twilio.request_validator import RequestValidator

from gateway.core.delivery import DeliveryState
from gateway.core.errors import DeliveryFailed
from gateway.sms.provider import Inbound, Report, Request

TOKEN = "0123456789abcdef0123456789abcdef"
ACCOUNT = "AC00000000000000000000000000000001"
URL = "https://korva.example/sms/twilio"
FORM = "application/x-www-form-urlencoded"
MESSAGE = {"MessageSid": "SM01", "From": "+358401234567", "To": "+358457000000"}


def settings(address: str) -> dict[str, object]:
    return {"account_sid": ACCOUNT, "auth_token": TOKEN, "api_url": address}


SECRETS = [TOKEN]


def _signed(
    fields: list[tuple[str, str]],
    url: str = URL,
    signed_url: str | None = None,
    token: str = TOKEN,
    body: bytes | None = None,
) -> Request:
    signature = RequestValidator(token).compute_signature(signed_url or url, MultiDict(fields))
    return Request(
        method="POST",
        url=url,
        headers={"content-type": FORM, "x-twilio-signature": signature},
        body=urlencode(fields).encode() if body is None else body,
    )


def _json(body: bytes, hashed: bytes, digest: str = "") -> Request:
    url = f"{URL}?bodySHA256={digest or sha256(hashed).hexdigest()}"
    signature = RequestValidator(TOKEN).compute_signature(url, {})
    headers = {"content-type": "application/json", "x-twilio-signature": signature}
    return Request("POST", url, headers, body)


def authentic(body: bytes) -> Request:
    fields = parse_qs(body.decode(errors="replace"), keep_blank_values=True)
    return _signed([(name, value) for name in fields for value in fields[name]], body=body)


def _message(text: str, *more: tuple[str, str]) -> list[tuple[str, str]]:
    return [*MESSAGE.items(), ("Body", text), ("NumSegments", "1"), *more]


def _text(text: str) -> list[Inbound]:
    return [Inbound("SM01", "+358401234567", "+358457000000", text)]


def _status(status: str, *more: tuple[str, str], url: str = f"{URL}/report?id=0199") -> Request:
    return _signed([("MessageSid", "SM02"), ("MessageStatus", status), *more], url)


INBOUND = {
    "umlauts, euro, emoji, percent and plus": (
        _signed(_message("9 hyvää € 😀 100% + 1 = ? & x")),
        _text("9 hyvää € 😀 100% + 1 = ? & x"),
    ),
    "spaces around": (_signed(_message("   leading ")), _text("   leading ")),
    "empty": (_signed(_message("")), _text("")),
    "no text, only a picture": (
        _signed([*MESSAGE.items(), ("NumMedia", "1")]),
        _text(""),
    ),
    "parameters nobody announced": (
        _signed(_message("9", ("Åäö", "ü"), ("aFuture", ""), ("OptOutType", "STOP"))),
        _text("9"),
    ),
    "parameters that are repeated": (
        _signed(_message("9", ("MediaUrl", "b"), ("MediaUrl", "a"), ("MediaUrl", "b"))),
        _text("9"),
    ),
    "signed with a port": (
        _signed(_message("9"), signed_url="https://korva.example:443/sms/twilio"),
        _text("9"),
    ),
    "signed without the port": (
        _signed(
            _message("9"),
            url="https://korva.example:8443/sms/twilio?a=%20b",
            signed_url="https://korva.example/sms/twilio?a=%20b",
        ),
        _text("9"),
    ),
    "a NUL that PostgreSQL can't store": (_signed(_message("9\0")), _text("9")),
}

REPORTS = {
    **{
        status: (_status(status), Report(state, "0199", "SM02"))
        for status, state in {
            "accepted": DeliveryState.ACCEPTED,
            "queued": DeliveryState.ACCEPTED,
            "sending": DeliveryState.ACCEPTED,
            "sent": DeliveryState.ACCEPTED,
            "delivered": DeliveryState.DELIVERED,
            "read": DeliveryState.DELIVERED,
            "canceled": DeliveryState.CANCELLED,
        }.items()
    },
    "undelivered": (
        _status("undelivered", ("ErrorCode", "30005")),
        Report(DeliveryState.FAILED, "0199", "SM02", "30005"),
    ),
    "failed, to an address without our id": (
        _status("failed", ("ErrorCode", "30007"), url=URL),
        Report(DeliveryState.FAILED, None, "SM02", "30007"),
    ),
}

REFUSED = {
    "another token": _signed(_message("9"), token="guessed"),
    "another address": _signed(_message("9"), signed_url="https://elsewhere.example/sms/twilio"),
    "another text": _signed(_message("9"), body=urlencode(_message("10")).encode()),
    "a parameter added on the way": _signed([], body=urlencode(_message("9")).encode()),
    "no signature": Request("POST", URL, {"content-type": FORM}, b"MessageSid=SM01"),
    "a signature that is no ASCII": Request("POST", URL, {"x-twilio-signature": "å"}, b""),
    "JSON that is not the signed one": _json(b'{"a": 2}', hashed=b'{"a": 1}'),
    "JSON without a hash": Request(
        "POST",
        URL,
        {
            "content-type": "application/json",
            "x-twilio-signature": RequestValidator(TOKEN).compute_signature(URL, {}),
        },
        b"{}",
    ),
    "a hash that is no ASCII": _json(b"{}", hashed=b"{}", digest="%C3%A4"),
}

UNREADABLE = {
    "signed JSON instead of a form": (_json(b"{}", hashed=b"{}"), "lacks MessageSid"),
    "no sender": (_signed([("MessageSid", "SM01"), ("Body", "9")]), "lacks From"),
    "nothing": (_signed([]), "lacks MessageSid"),
}

UNREADABLE_REPORTS = {
    "an unknown status": (_status("teleported"), "unknown MessageStatus 'teleported'; known: acc"),
    "no status": (_status(""), "lacks MessageStatus"),
}


def _error(status: int, code: int | None, words: str, *, permanent: bool) -> tuple:
    """Twilio repeats the number in its own words; ours may not."""
    body = dumps({"code": code, "message": "The number +358401234567 ...", "status": status})
    return status, body, DeliveryFailed(words, permanent=permanent)


ANSWERS = {
    "accepted": (201, '{"sid": "SM02", "status": "queued"}', "SM02"),
    "opted out": _error(
        400,
        21610,
        "Twilio answered 400, error 21610, recipient has opted out at Twilio",
        permanent=True,
    ),
    "no valid number": _error(
        400, 21211, "Twilio answered 400, error 21211, no valid number", permanent=True
    ),
    "no mobile": _error(
        400, 21614, "Twilio answered 400, error 21614, number is not a mobile", permanent=True
    ),
    "a sender that is not ours": _error(
        400, 21606, "Twilio answered 400, error 21606", permanent=False
    ),
    "wrong token": _error(401, 20003, "Twilio answered 401, error 20003", permanent=False),
    "too fast": _error(429, 20429, "Twilio answered 429, error 20429", permanent=False),
    "its own failure": _error(500, None, "Twilio answered 500", permanent=False),
    "a redirection, which would carry number and text along": (
        307,
        "",
        DeliveryFailed("Twilio answered 307", permanent=False),
    ),
    "a proxy instead of Twilio": (
        502,
        "<h1>+358401234567</h1>",
        DeliveryFailed("Twilio answered 502", permanent=False),
    ),
    "JSON that is no object": (
        503,
        "[]",
        DeliveryFailed("Twilio answered 503", permanent=False),
    ),
}
ACCEPTED = ANSWERS["accepted"][:2]
DELIVERED = Report(DeliveryState.DELIVERED, "0199", "SM02")


def read(method: str, path: str, headers: dict[str, str], body: bytes) -> tuple[str, str, str]:
    """Recipient, sender and text as Twilio understands them."""
    assert (method, path) == ("POST", f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json")
    assert headers["authorization"] == "Basic " + b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode()
    form = parse_qs(body.decode(), keep_blank_values=True, strict_parsing=True)
    return form["To"][0], form["From"][0], form["Body"][0]


def call_back(_: dict[str, str], body: bytes) -> Request:
    return _status("delivered", url=parse_qs(body.decode())["StatusCallback"][0])


def _numbers(**number: str | None) -> dict[str, tuple[int, str]]:
    known = {"phone_number": "+358457000000", "sms_url": URL, "sms_fallback_url": URL}
    return {_NUMBERS: (200, dumps({"incoming_phone_numbers": [{**known, **number}]}))}


_NUMBERS = f"/2010-04-01/Accounts/{ACCOUNT}/IncomingPhoneNumbers.json"
CHECKS = {
    "all well": (_numbers(), []),
    "no fallback": (_numbers(sms_fallback_url=""), ["+358457000000 has no fallback URL"]),
    "a number of others": (_numbers(sms_url=None, sms_fallback_url=None), []),
    "wrong token": ({_NUMBERS: (401, "{}")}, ["Twilio refuses us"]),
    "Twilio is down": ({_NUMBERS: (503, "")}, ["Twilio answers 503"]),
}

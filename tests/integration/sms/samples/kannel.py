"""What Kannel 1.4.5 said on the wire, recorded with its fake operator; secrets exchanged.

Reports 2, 4 and 16 with their replies are written after its user guide.
"""

import re
from datetime import UTC, datetime

from gateway.core.conversation.joining import Part
from gateway.core.delivery import DeliveryState
from gateway.core.errors import DeliveryFailed
from gateway.sms.provider import Inbound, Report, Request

SECRET = "pirkanmaa-2026-kannel"
HOST = "https://korva.example"
RECORDED_AT = datetime(2026, 11, 21, 21, 34, 14, tzinfo=UTC)


def settings(address: str) -> dict[str, object]:
    return {
        "secret": SECRET,
        "sendsms_url": f"{address}/cgi-bin/sendsms",
        "username": "korva",
        "password": "sendsms-password",
        "status_url": f"{address}/status.txt",
        "status_password": "status-password",
    }


SECRETS = [SECRET, "sendsms-password", "status-password"]


def _posted(body: bytes, query: str, secret: str = SECRET, **headers: str) -> Request:
    url = f"{HOST}/sms/kannel?secret={secret}&id=f4455f9f&from=%2B358401234567&to=18100&{query}"
    return Request(
        method="POST",
        url=url,
        headers={
            "user-agent": "Kannel/1.4.5",
            "x-kannel-from": "+358401234567",
            "x-kannel-to": "18100",
            "x-kannel-time": "2026-11-21 21:34:14",
            **{name.replace("_", "-"): value for name, value in headers.items()},
        },
        body=body,
    )


def _reported(query: str, secret: str = SECRET) -> Request:
    url = f"{HOST}/sms/kannel/report?id=0199&secret={secret}&{query}"
    return Request(method="GET", url=url, headers={}, body=b"")


def authentic(body: bytes) -> Request:
    return _posted(body, "coding=0&charset=UTF-8&udh=")


def _text(text: str, part: Part | None = None) -> list[Inbound]:
    return [Inbound("f4455f9f", "+358401234567", "18100", text, RECORDED_AT, part)]


LATIN = _posted(b"\xe4\xf6\xe5\x80", "coding=1&charset=8-BIT&udh=")
UNICODE = _posted(b"\x00h\x00i \xac\xd8=\xde\x00", "coding=2&charset=UTF-16BE&udh=")
PART = Part("e4", 2, 2)

INBOUND = {
    "umlauts, euro, percent and plus": (
        authentic("9 hyvästä hoidosta kiitos € 100% + 1 = ? & x".encode()),
        _text("9 hyvästä hoidosta kiitos € 100% + 1 = ? & x"),
    ),
    "spaces around": (authentic(b"   leading "), _text("   leading ")),
    "UCS-2 with an emoji": (UNICODE, _text("hi€😀")),
    "8-bit": (LATIN, _text("äöå€")),
    "empty": (authentic(b""), _text("")),
    "a part of a long message": (
        _posted(b"\xe4two", "coding=1&charset=8-BIT&udh=%05%00%03%E4%02%02"),
        _text("ätwo", PART),
    ),
    "a part with a reference of two bytes": (
        _posted(b"second with 25 +", "coding=0&charset=UTF-8&udh=%06%08%04%01*%02%02"),
        _text("second with 25 +", Part("012a", 2, 2)),
    ),
    "a part that begins with half an emoji": (
        _posted(b"\xde\x00\x00!", "coding=2&charset=UTF-16BE&udh=%05%00%03%E4%02%02"),
        _text("\ude00!", PART),
    ),
    "half an emoji alone": (
        _posted(b"\x009\xd8=", "coding=2&charset=UTF-16BE&udh="),
        _text("9\ufffd"),
    ),
    "a port in the header": (
        _posted(b"port", "coding=1&charset=8-BIT&udh=%06%05%04%0B%84%23%F0"),
        _text("port"),
    ),
    "all but the id in headers": (
        _posted(
            b"\x00\xe4",
            "",
            content_type='text/plain; charset="UTF-16BE"',
            x_kannel_coding="2",
            x_kannel_udh="%05%00%03%E4%02%02",
        ),
        _text("ä", PART),
    ),
    "a header in hexadecimal digits": (
        _posted(b"9", "coding=0&charset=UTF-8", x_kannel_udh="050003E40202"),
        _text("9", PART),
    ),
    "no charset, UTF-8": (_posted("ä€".encode(), "coding=0"), _text("ä€")),
    "no charset, Latin-1": (_posted(b"hyv\xe4", "coding=0"), _text("hyvä")),
    "no charset, UCS-2": (_posted(b"\x00h\x00\xe4", "coding=2"), _text("hä")),
    "recoded by mo-recode": (_posted(b"\xe4\x80", "coding=0&charset=WINDOWS-1252"), _text("ä€")),
    "a NUL that PostgreSQL can't store": (authentic(b"9\0"), _text("9")),
    "a broken time": (
        _posted(b"9", "charset=UTF-8", x_kannel_time="?"),
        [Inbound("f4455f9f", "+358401234567", "18100", "9")],
    ),
}

_RECEIPT = "id:77+sub:001+stat:UNDELIV+err:027+text:Kuinka+err:x"

REPORTS = {
    "delivered": (_reported("type=1&reply="), Report(DeliveryState.DELIVERED, "0199")),
    "accepted": (_reported("type=8&reply=ACK%2F"), Report(DeliveryState.ACCEPTED, "0199")),
    "buffered is no end": (_reported("type=4&reply="), Report(DeliveryState.ACCEPTED, "0199")),
    "failed": (
        _reported(f"type=2&reply={_RECEIPT}"),
        Report(DeliveryState.FAILED, "0199", reason="UNDELIV 027"),
    ),
    "rejected": (
        _reported("type=16&reply=NACK%2F0x0000000b%2FInvalid+Destination"),
        Report(DeliveryState.FAILED, "0199", reason="0x0000000b"),
    ),
}

REFUSED = {
    "a wrong secret": _posted(b"9", "charset=UTF-8", secret="guessed"),
    "a secret with other letters": _posted(b"9", "charset=UTF-8", secret="%E4%C3%A4"),
    "no secret": Request("POST", f"{HOST}/sms/kannel?id=1", {}, b"9"),
    "half a surrogate pair": Request("POST", f"{HOST}/sms/kannel?secret=\udce4", {}, b"9"),
    "a report with a wrong secret": _reported("type=1", secret="guessed"),
}

UNREADABLE = {
    "bytes that are not UTF-8": (authentic(b"\xe4"), "the body can't be read as 'utf-8'"),
    "an odd number of bytes": (_posted(b"\x00a\x00", "coding=2"), "can't be read as 'utf-16-be'"),
    "an unknown charset": (_posted(b"9", "charset=KLINGON"), "can't be read as 'klingon'"),
    "a codec that is no charset": (_posted(b"9", "charset=hex"), "can't be read as 'hex'"),
    "no id": (Request("POST", f"{HOST}/sms/kannel?secret={SECRET}", {}, b"9"), "lacks id=%I"),
}

UNREADABLE_REPORTS = {
    "an unknown type": (_reported("type=3"), "unknown report type '3'; known: 1, 2, 4, 8, 16"),
    "no type": (_reported(""), "lacks type=%d"),
    "no id": (
        Request("GET", f"{HOST}/sms/kannel/report?secret={SECRET}&type=1", {}, b""),
        "lacks id",
    ),
}

ANSWERS = {
    "accepted": (202, "0: Accepted for delivery", None),
    "queued": (202, "3: Queued for later delivery", None),
    "wrong password": (
        403,
        "Authorization failed for sendsms",
        DeliveryFailed("Kannel answered 403", permanent=False),
    ),
    "the link to the operator is stopped": (
        403,
        "Not routable. Do not try again.",
        DeliveryFailed("Kannel answered 403", permanent=False),
    ),
    "black list": (
        400,
        "Number(s) has/have been denied by white- and/or black-lists.",
        DeliveryFailed("Kannel answered 400 Number(s) has/have been denied", permanent=True),
    ),
    "full": (
        503,
        "Temporal failure, try again later.",
        DeliveryFailed("Kannel answered 503", permanent=False),
    ),
    "a redirection, which would carry the password along": (
        307,
        "",
        DeliveryFailed("Kannel answered 307", permanent=False),
    ),
    "a proxy that repeats the request": (
        502,
        "+358401234567: Hei!",
        DeliveryFailed("Kannel answered 502", permanent=False),
    ),
}
ACCEPTED = ANSWERS["accepted"][:2]
DELIVERED = Report(DeliveryState.DELIVERED, "0199")


def read(method: str, path: str, headers: dict[str, str], body: bytes) -> tuple[str, str, str]:
    """Recipient, sender and text as Kannel understands them; UCS-2 only where it is needed."""
    assert (method, path) == ("POST", "/cgi-bin/sendsms")
    assert headers["x-kannel-username"] == "korva"
    assert headers["x-kannel-password"] == "sendsms-password"
    assert headers["content-type"] == "text/plain; charset=UTF-8"
    assert headers["x-kannel-dlr-mask"] == "27"
    text = body.decode()
    assert headers["x-kannel-coding"] == ("2" if set(text) & set("–😀č") else "0")
    return headers["x-kannel-to"], headers["x-kannel-from"], text


def call_back(headers: dict[str, str], _: bytes) -> Request:
    """The report that follows, its URL filled in from left to right as Kannel does."""
    places = {"%d": "1", "%A": "", "%%": "%"}
    filled = re.sub("%.", lambda found: places[found[0]], headers["x-kannel-dlr-url"])
    return Request(method="GET", url=filled, headers={}, body=b"")


_STATUS = """Kannel bearerbox version `1.4.5'.

Status: {state}, uptime 0d 0h 2m 50s

Box connections:
    {box}

SMSC connections:
    fake1[fake1]    FAKE:10100 ({link}, rcvd: sms 4 (0.00,0.00,0.00) / dlr 6, queued 0 msgs)
"""
_WELL = {
    "/cgi-bin/sendsms": (400, "Missing receiver(s) number(s), rejected"),
    "/status.txt?password=status-password": (
        200,
        _STATUS.format(
            state="running",
            box="smsbox:(none), IP 127.0.0.1 (0 queued), (on-line 0d 0h 2m 48s)",
            link="online 2s",
        ),
    ),
}


def _ill(path: str, status: int, body: str) -> dict[str, tuple[int, str]]:
    return {**_WELL, path: (status, body)}


_STATUS_PATH = "/status.txt?password=status-password"
CHECKS = {
    "all well": (_WELL, []),
    "wrong password": (
        _ill("/cgi-bin/sendsms", 403, "Authorization failed for sendsms"),
        ["sendsms refuses us"],
    ),
    "another server": (_ill("/cgi-bin/sendsms", 404, "Unknown request."), ["(status 404)"]),
    "wrong status password": (_ill(_STATUS_PATH, 200, "Denied"), ["status_url shows no status"]),
    "everything is down": (
        _ill(
            _STATUS_PATH,
            200,
            _STATUS.format(state="suspended", box="No boxes connected", link="re-connecting"),
        ),
        ["the link fake1 to the operator is re-connecting", "does not run freely", "no smsbox"],
    ),
}

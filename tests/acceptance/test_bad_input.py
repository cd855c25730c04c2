"""Whatever comes in over HTTP is taken, kept or refused for a reason that is counted."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from urllib.parse import urlencode

import aiohttp
import asyncpg
import pytest
import pytest_asyncio
from twilio.request_validator import RequestValidator
from yarl import URL

from gateway.core.periods import HELSINKI
from tests.acceptance.county import invite
from tests.acceptance.server import KANNEL, SECRET, Server
from tests.integration.conftest import POSTGRES

pytestmark = pytest.mark.asyncio(loop_scope="module")

_TWILIO_TOKEN = "0123456789abcdef0123456789abcdef"
#: Two operators bring texts in, and nothing is sent.
SETTINGS = {
    **KANNEL,
    "sms.provider": "",
    "sms.providers.kannel.sendsms_url": "http://127.0.0.1:9/",
    "sms.providers.twilio.account_sid": "AC0",
    "sms.providers.twilio.auth_token": _TWILIO_TOKEN,
}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """The setting of a database; the tests run once on each kind."""
    return request.getfixturevalue("postgres") if request.param == "postgresql" else ""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def postgres(migrated_template: str) -> AsyncIterator[str]:
    name = f"{migrated_template}_bad"
    url = POSTGRES.set(database=name).render_as_string(hide_password=False)
    connection = await asyncpg.connect(POSTGRES.render_as_string(hide_password=False))
    await connection.execute(f"create database {name} template {migrated_template}")
    yield url
    await connection.execute(f"drop database {name} with (force)")
    await connection.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def gateway(
    tmp_path_factory: pytest.TempPathFactory, database: str
) -> AsyncIterator["Gateway"]:
    more = {"database_url": database} if database else {}
    server = Server(tmp_path_factory.mktemp("korva"), SETTINGS | more)
    async with server.running(), aiohttp.ClientSession() as session:
        await invite(server, [])
        yield Gateway(server, session)


_numbers = count(1)


@pytest.fixture
def number() -> str:
    """The number of somebody who never wrote before, as Kannel writes it."""
    return f"35844{next(_numbers):07}"


@dataclass(frozen=True, slots=True)
class Gateway:
    """The running gateway as its operators reach it."""

    server: Server
    session: aiohttp.ClientSession
    ids: "count[int]" = field(default_factory=lambda: count(1))

    async def text(
        self, number: str, body: bytes, *, headers: Mapping[str, str] | None = None, **query: str
    ) -> int:
        """Bring a text as Kannel does; the status."""
        asked = {"secret": SECRET, "id": f"m{next(self.ids)}", "from": number, "to": "18100"}
        asked |= {"coding": "0", "charset": "UTF-8", "udh": ""} | query
        return await self.post(f"/sms/kannel?{urlencode(asked)}", body, headers)

    async def report(self, **query: str) -> int:
        """Bring a delivery report as Kannel does; the status."""
        async with self.session.get(
            f"{self.server.url}/sms/kannel/report", params={"secret": SECRET} | query
        ) as response:
            return response.status

    async def post(self, path: str, body: bytes, headers: Mapping[str, str] | None = None) -> int:
        """Send these very bytes; the status. An answer has no body."""
        url = URL(f"{self.server.url}{path}", encoded=True)
        sent = {"Content-Type": "text/plain", **(headers or {})}
        async with self.session.post(url, data=body, headers=sent) as response:
            assert response.status != 200 or await response.read() == b""
            return response.status

    async def stored(self) -> tuple[int, ...]:
        """How many messages, responses, texts to phones and quarantined requests there are."""
        (row,) = await self.server.rows(
            "select (select count(*) from taken), (select count(*) from response), "
            "(select count(*) from outbound), (select count(*) from quarantine)"
        )
        return tuple(row)

    async def comments(self) -> list[str]:
        """What people have said."""
        return [comment for (comment,) in await self.server.rows("select comment from response")]

    @asynccontextmanager
    async def counts(self, metric: str, times: int = 1, **labels: str) -> AsyncIterator[None]:
        """See that the block counts this many."""
        name = f"korva_sms_{metric}_total"
        before = await self.server.count(name, **labels)
        yield
        assert await self.server.count(name, **labels) == before + times

    @asynccontextmanager
    async def stores(self, *more: int) -> AsyncIterator[None]:
        """See that the block stores so many more messages, responses, texts, requests."""
        before = await self.stored()
        yield
        assert tuple(map(int.__sub__, await self.stored(), before)) == more


def received(outcome: str) -> Mapping[str, str]:
    return {"metric": "received", "provider": "kannel", "outcome": outcome}


def refused(reason: str, provider: str = "kannel") -> Mapping[str, str]:
    return {"metric": "refused", "provider": provider, "reason": reason}


NOTHING = (0, 0, 0, 0)
IN_QUARANTINE = (0, 0, 0, 1)
DIRECT_FEEDBACK = (1, 1, 1, 0)


async def test_a_wrong_secret_is_refused(gateway: Gateway, number: str) -> None:
    async with gateway.stores(*NOTHING), gateway.counts(**refused("not authenticated")):
        assert await gateway.text(number, b"9", secret="another") == 403


async def test_a_wrong_signature_is_refused(gateway: Gateway, number: str) -> None:
    body = urlencode({"MessageSid": "SM1", "From": f"+{number}", "To": "+1", "Body": "9"})
    signature = RequestValidator("another token").compute_signature(
        f"{gateway.server.url}/sms/twilio", {}
    )
    headers = {"X-Twilio-Signature": signature}
    headers["Content-Type"] = "application/x-www-form-urlencoded"
    async with gateway.stores(*NOTHING), gateway.counts(**refused("not authenticated", "twilio")):
        assert await gateway.post("/sms/twilio", body.encode(), headers) == 403


async def test_an_unknown_provider_is_not_found(gateway: Gateway) -> None:
    async with gateway.stores(*NOTHING), gateway.counts(**refused("unknown provider", "unknown")):
        assert await gateway.post("/sms/carrier-pigeon", b"9") == 404


async def test_a_body_too_large_is_refused(gateway: Gateway, number: str) -> None:
    async with gateway.stores(*NOTHING), gateway.counts(**refused("too large")):
        assert await gateway.text(number, b"9" * 70_000) == 413


@pytest.mark.parametrize(
    ("body", "charset"),
    [(b"9 hyv\xe4\xff", "UTF-8"), (b"\x00", "UTF-16BE"), (b"9", "klingon")],
    ids=["no UTF-8", "half a character", "unknown charset"],
)
async def test_what_cannot_be_decoded_is_kept_in_quarantine(
    gateway: Gateway, number: str, body: bytes, charset: str
) -> None:
    async with gateway.stores(*IN_QUARANTINE), gateway.counts(**refused("quarantined")):
        assert await gateway.text(number, body, charset=charset) == 200


@pytest.mark.parametrize("missing", ["id", "from"])
async def test_a_request_without_what_it_needs_is_kept_in_quarantine(
    gateway: Gateway, number: str, missing: str
) -> None:
    async with gateway.stores(*IN_QUARANTINE), gateway.counts(**refused("quarantined")):
        assert await gateway.text(number, b"9", **{missing: ""}) == 200


async def test_nul_is_left_out_of_a_text(gateway: Gateway, number: str) -> None:
    async with gateway.stores(*DIRECT_FEEDBACK), gateway.counts(**received("direct")):
        assert await gateway.text(number, b"Kiitos\0 kaikille") == 200
    assert "Kiitos kaikille" in await gateway.comments()


async def test_nul_in_an_id_does_no_harm(gateway: Gateway, number: str) -> None:
    async with gateway.stores(*DIRECT_FEEDBACK), gateway.counts(**received("direct")):
        assert await gateway.text(number, b"Kiitos avusta", id="a\0b") == 200


async def test_ten_thousand_characters_are_kept_whole(gateway: Gateway, number: str) -> None:
    long = ("Odotin käytävällä pitkään. " * 400)[:9999] + "."
    async with gateway.stores(*DIRECT_FEEDBACK), gateway.counts(**received("direct")):
        assert await gateway.text(number, long.encode()) == 200
    assert long in await gateway.comments()


async def test_an_empty_text_is_taken_and_is_no_feedback(gateway: Gateway, number: str) -> None:
    async with gateway.stores(1, 0, 1, 0), gateway.counts(**received("direct")):
        assert await gateway.text(number, b"") == 200


async def test_who_was_not_asked_is_heard_and_thanked_once(gateway: Gateway, number: str) -> None:
    async with (
        gateway.stores(2, 1, 1, 0),
        gateway.counts(**received("direct")),
        gateway.counts(**received("added")),
    ):
        assert await gateway.text(number, b"Hissi on rikki") == 200
        assert await gateway.text(number, b"Nyt se toimii") == 200
    assert "Hissi on rikki\nNyt se toimii" in await gateway.comments()


async def test_what_was_not_asked_is_no_score(gateway: Gateway, number: str) -> None:
    async with gateway.stores(*DIRECT_FEEDBACK):
        assert await gateway.text(number, b"9") == 200
    assert await gateway.server.rows("select 1 from response where score is not null") == []


async def test_a_number_with_a_plus_or_without_is_the_same_sender(
    gateway: Gateway, number: str
) -> None:
    async with gateway.counts(**received("direct")), gateway.counts(**received("copy"), times=2):
        assert await gateway.text(number, b"Kiitos vastaanotosta") == 200
        assert await gateway.text(f"+{number}", b"Kiitos vastaanotosta") == 200
        assert await gateway.text(f"0{number[3:]}", b"Kiitos vastaanotosta") == 200


async def test_a_sender_that_is_a_name_is_heard_and_not_answered(gateway: Gateway) -> None:
    async with gateway.stores(1, 1, 0, 0), gateway.counts(**received("direct")):
        assert await gateway.text("Apteekki", "Varastossa on lääkkeenne".encode()) == 200


async def test_repeated_parameters_are_one_message(gateway: Gateway, number: str) -> None:
    path = f"/sms/kannel?secret={SECRET}&id=one&id=two&from={number}&from={number}&to=1&to=2"
    async with gateway.stores(*DIRECT_FEEDBACK), gateway.counts(**received("duplicate")):
        assert await gateway.post(path, b"Kahvi oli kylmaa") == 200
        assert await gateway.post(path, b"Kahvi oli kylmaa") == 200


async def test_an_id_of_any_length_is_recognised(gateway: Gateway, number: str) -> None:
    async with gateway.stores(*DIRECT_FEEDBACK), gateway.counts(**received("duplicate")):
        assert await gateway.text(number, b"Kiitos kanslialle", id="i" * 1000) == 200
        assert await gateway.text(number, b"Kiitos kanslialle", id="i" * 1000) == 200


@pytest.mark.parametrize("days", [-1, 1])
async def test_an_operators_clock_that_is_a_day_off_is_not_believed(
    gateway: Gateway, number: str, days: int
) -> None:
    theirs = datetime.now(UTC) + timedelta(days=days)
    text = f"Kello on {'edellä' if days > 0 else 'jäljessä'}"
    headers = {"X-Kannel-Time": f"{theirs:%Y-%m-%d %H:%M:%S}"}
    async with gateway.stores(*DIRECT_FEEDBACK):
        assert await gateway.text(number, text.encode(), headers=headers) == 200
    days_booked = await gateway.server.rows(f"select day from response where comment = '{text}'")
    assert [str(day) for (day,) in days_booked] == [str(datetime.now(HELSINKI).date())]


async def test_a_report_on_a_message_never_sent_is_counted(gateway: Gateway) -> None:
    known = {"metric": "reports", "provider": "kannel", "state": "unknown message"}
    async with gateway.stores(*NOTHING), gateway.counts(**known):
        assert await gateway.report(id="00000000-0000-7000-8000-000000000000", type="1") == 200


async def test_nul_in_a_report_does_no_harm(gateway: Gateway) -> None:
    known = {"metric": "reports", "provider": "kannel", "state": "unknown message"}
    async with gateway.stores(*NOTHING), gateway.counts(**known):
        assert await gateway.report(id="a\0b", type="1") == 200


async def test_a_report_of_an_unknown_kind_is_kept_in_quarantine(gateway: Gateway) -> None:
    async with gateway.stores(*IN_QUARANTINE), gateway.counts(**refused("quarantined")):
        assert await gateway.report(id="some", type="77") == 200


async def test_reports_out_of_order_leave_a_message_delivered(
    gateway: Gateway, number: str
) -> None:
    assert await gateway.text(number, b"Kiitos raportista") == 200
    ((sent,),) = await gateway.server.rows(
        "select id from outbound order by queued_at desc, id desc limit 1"
    )
    delivered = {"metric": "reports", "provider": "kannel", "state": "delivered"}
    async with gateway.counts(**delivered, times=3):
        for kind in ("1", "8", "2"):
            assert await gateway.report(id=sent, type=kind) == 200
    assert await gateway.server.rows(f"select state from outbound where id = '{sent}'") == [
        ("delivered",)
    ]

"""What every SMS provider must do, run over each by name with its own sample.

A sample (`samples/NAME.py`) holds what the provider really says, signed by its own library where
there is one, and what Korva should understand.
"""

import asyncio
import importlib.util
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.errors import DeliveryFailed, InputError, Refused, SettingsError
from gateway.sms import providers
from gateway.sms.provider import Inbound, Outgoing
from gateway.sms.providers import Operator

SAMPLES = Path(__file__).parent / "samples"
NAMES = providers.known()
SOMEWHERE = "http://127.0.0.1:9"
REPORT_URL = "https://korva.example/sms/report?of=%C3%A4"


def sample_of(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"{name}_sample", SAMPLES / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SAMPLE = {name: sample_of(name) for name in NAMES if (SAMPLES / f"{name}.py").exists()}


def each(table: str) -> pytest.MarkDecorator:
    cases = [
        pytest.param(name, case, id=f"{name}: {label}")
        for name, sample in SAMPLE.items()
        for label, case in getattr(sample, table).items()
    ]
    return pytest.mark.parametrize(("name", "case"), cases)


def operator(name: str, address: str = SOMEWHERE) -> Operator:
    return providers.load(name, SAMPLE[name].settings(address))


class Api:
    """The provider's API: keeps what it is told, answers what it was given to answer."""

    def __init__(self) -> None:
        self.answers: dict[str, tuple[int, str]] = {}
        self.told: list[tuple[str, str, dict[str, str], bytes]] = []
        self.pause_s = 0.0

    async def handle(self, request: web.Request) -> web.Response:
        await asyncio.sleep(self.pause_s)
        headers = {name.lower(): value for name, value in request.headers.items()}
        self.told.append((request.method, request.path_qs, headers, await request.read()))
        status, body = self.answers.get(request.path_qs, self.answers.get("", (599, "")))
        return web.Response(status=status, text=body, headers={"Location": "/elsewhere"})


@pytest.fixture
def api() -> Api:
    return Api()


@pytest.fixture
async def address(api: Api) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", api.handle)
    async with TestServer(app) as server:
        yield str(server.make_url("")).rstrip("/")


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


def outgoing(text: str = "Hei!") -> Outgoing:
    return Outgoing("0199", "+358401234567", "18100", text, REPORT_URL)


@pytest.mark.parametrize("name", NAMES)
def test_a_provider_has_a_sample(name: str) -> None:
    assert name in SAMPLE, f"add {SAMPLES.name}/{name}.py with what {name} says on the wire"


@pytest.mark.parametrize("name", NAMES)
def test_a_provider_has_the_name_of_its_file(name: str) -> None:
    assert operator(name).name == name


@each("INBOUND")
def test_a_message_is_taken_as_it_was_typed(name: str, case) -> None:
    request, expected = case
    provider = operator(name)
    provider.verify(request)

    assert provider.inbound(request) == expected


@each("REPORTS")
def test_a_report_says_where_the_message_is(name: str, case) -> None:
    request, expected = case
    provider = operator(name)
    provider.verify(request)

    assert provider.report(request) == [expected]


@each("REFUSED")
def test_a_caller_without_proof_is_refused(name: str, case) -> None:
    with pytest.raises(Refused):
        operator(name).verify(case)


@each("UNREADABLE")
def test_an_unreadable_message_is_named(name: str, case) -> None:
    request, words = case
    provider = operator(name)
    provider.verify(request)

    with pytest.raises(InputError) as raised:
        provider.inbound(request)
    assert words in str(raised.value)


@each("UNREADABLE_REPORTS")
def test_an_unreadable_report_is_named(name: str, case) -> None:
    request, words = case
    provider = operator(name)
    provider.verify(request)

    with pytest.raises(InputError) as raised:
        provider.report(request)
    assert words in str(raised.value)


def taken(name: str, body: bytes) -> list[Inbound] | InputError:
    provider, request = operator(name), SAMPLE[name].authentic(body)
    provider.verify(request)
    try:
        return list(provider.inbound(request))
    except InputError as error:
        return error


@pytest.mark.parametrize("name", list(SAMPLE))
@given(body=st.one_of(st.binary(), st.text("MessageSid=&%0aFrom+é;").map(str.encode)))
def test_any_bytes_are_a_message_or_an_input_error(name: str, body: bytes) -> None:
    assert isinstance(taken(name, body), list | InputError)


@pytest.mark.parametrize("name", list(SAMPLE))
@pytest.mark.parametrize(
    "text",
    ["hei å ä ö Å É € {~}", "😀 – č", " lead + 50 % & x = ?", "pitkä " * 60, "1\n2", "#;'\""],
)
async def test_a_message_is_sent_as_it_was_written(
    name: str, text: str, api: Api, address: str, session: aiohttp.ClientSession
) -> None:
    api.answers[""] = SAMPLE[name].ACCEPTED

    await operator(name, address).send(session, outgoing(text))

    assert SAMPLE[name].read(*api.told[0]) == ("+358401234567", "18100", text)


@each("ANSWERS")
async def test_an_answer_is_a_reference_or_a_failure(
    name: str, case, api: Api, address: str, session: aiohttp.ClientSession
) -> None:
    *api.answers[""], expected = case
    assert await outcome(operator(name, address), session) == outcome_of(expected)


async def outcome(provider: Operator, session: aiohttp.ClientSession) -> object:
    try:
        return await provider.send(session, outgoing())
    except DeliveryFailed as failure:
        return outcome_of(failure)


def outcome_of(expected: object) -> object:
    if isinstance(expected, DeliveryFailed):
        return str(expected), expected.permanent
    return expected


@pytest.mark.parametrize("name", list(SAMPLE))
async def test_a_report_finds_its_message(
    name: str, api: Api, address: str, session: aiohttp.ClientSession
) -> None:
    api.answers[""] = SAMPLE[name].ACCEPTED
    provider = operator(name, address)
    await provider.send(session, outgoing())
    _, _, headers, body = api.told[0]
    request = SAMPLE[name].call_back(headers, body)
    provider.verify(request)

    assert request.url.startswith(f"{REPORT_URL}&")
    assert provider.report(request) == [SAMPLE[name].DELIVERED]


@pytest.mark.parametrize("name", list(SAMPLE))
async def test_a_provider_that_is_away_is_tried_again(
    name: str, session: aiohttp.ClientSession
) -> None:
    away = operator(name, f"http://127.0.0.1:{unused_port()}")

    with pytest.raises(DeliveryFailed, match=f"{name} can't be reached") as raised:
        await away.send(session, outgoing())
    assert not raised.value.permanent


@pytest.mark.parametrize("name", list(SAMPLE))
async def test_a_provider_that_never_answers_is_away(
    name: str, api: Api, address: str, session: aiohttp.ClientSession
) -> None:
    api.pause_s = 60
    hasty = replace(operator(name, address), patience_s=0.05)

    with pytest.raises(DeliveryFailed, match=f"{name} can't be reached: TimeoutError"):
        await hasty.send(session, outgoing())
    assert await hasty.check(session) == [f"{name} can't be reached: TimeoutError"]


@each("CHECKS")
async def test_a_check_names_what_is_wrong(
    name: str, case, api: Api, address: str, session: aiohttp.ClientSession
) -> None:
    api.answers, expected = case
    complaints = await operator(name, address).check(session)

    assert len(complaints) == len(expected)
    assert all(words in complaint for complaint, words in zip(complaints, expected, strict=True))


@pytest.mark.parametrize("name", list(SAMPLE))
async def test_a_check_says_that_the_provider_is_away(
    name: str, session: aiohttp.ClientSession
) -> None:
    [complaint] = await operator(name, f"http://127.0.0.1:{unused_port()}").check(session)

    assert f"{name} can't be reached" in complaint


@pytest.mark.parametrize("name", list(SAMPLE))
def test_an_unknown_setting_is_refused(name: str) -> None:
    with pytest.raises(SettingsError, match=rf"sms\.providers\.{name}\.colour"):
        providers.load(name, {**SAMPLE[name].settings(SOMEWHERE), "colour": "blue"})


@pytest.mark.parametrize("name", list(SAMPLE))
def test_a_missing_setting_is_named(name: str) -> None:
    first = next(iter(SAMPLE[name].settings(SOMEWHERE)))

    with pytest.raises(SettingsError, match=rf"sms\.providers\.{name}\.{first}"):
        providers.load(name, {})


@pytest.mark.parametrize("name", list(SAMPLE))
def test_no_secret_can_be_printed(name: str) -> None:
    printed = repr(operator(name))

    assert not [secret for secret in SAMPLE[name].SECRETS if secret in printed]


def test_an_unknown_provider_names_the_known_ones() -> None:
    with pytest.raises(SettingsError, match=r"^unknown SMS provider 'x'; known: kannel, twilio$"):
        providers.load("x", {})

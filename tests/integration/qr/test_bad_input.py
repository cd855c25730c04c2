"""Whatever is sent to a form is taken, shown again or refused with a page that says why."""

import asyncio
import contextlib

import pytest

from gateway.store.schema import response
from tests.integration.asking import rows
from tests.integration.qr.conftest import Forms, Page

FORM = "application/x-www-form-urlencoded"


async def comments(forms: Forms) -> list[str]:
    return [row["comment"] for row in await forms.writer.run(lambda c: rows(c, response))]


async def sent(forms: Forms, body: bytes, content_type: str = FORM, **headers: str) -> Page:
    path = f"/p/{await forms.code()}"
    return await forms.post(path, body, **{"Content-Type": content_type}, **headers)


@pytest.mark.parametrize(
    "content_type",
    ["application/json", "text/plain", "multipart/form-data; boundary=x", "", "text/html"],
)
async def test_another_content_type_is_refused(forms: Forms, content_type: str) -> None:
    page = await sent(forms, b'{"nps": 9}', content_type or "application/octet-stream")
    assert (page.status, page.heading) == (415, "Lomaketta ei voitu lähettää")


@pytest.mark.parametrize(
    "body",
    [
        b"words=%ff%fe",
        b"words=\xff\xfe",
        b"words=%ed%a0%80",
        b"&".join(b"f%d=1" % n for n in range(101)),
        b"ticket=" + b"%00" * 50,
        b"nps=9&nps[]=10&__proto__=1",
        b"=&=&=",
        b"",
        b"%%%",
    ],
)
async def test_a_body_that_is_no_form_brings_no_answer(forms: Forms, body: bytes) -> None:
    page = await sent(forms, body)
    assert page.status in (400, 422)
    assert await comments(forms) == []


async def test_a_megabyte_of_text_is_refused_with_a_page(forms: Forms) -> None:
    # The server may hang up before all of it has been sent.
    with contextlib.suppress(ConnectionError, asyncio.TimeoutError):
        page = await sent(forms, b"words=" + b"a" * 1_000_000)
        assert (page.status, page.heading) == (413, "Lomaketta ei voitu lähettää")
    assert await comments(forms) == []


async def test_script_is_stored_as_text_and_shown_as_text(forms: Forms) -> None:
    code = await forms.code()
    words = "<script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}${7*7}"
    assert (await forms.answer(f"/p/{code}", words=words)).status == 303
    again = await forms.answer(f"/p/{code}", words=words, nps="11", contact_name="'\"><b>")
    assert "<script>" not in again.text
    assert "<img" not in again.text
    assert "{{7*7}}" in again.text
    assert "&gt;&lt;b&gt;" in again.text
    assert await comments(forms) == [words]


async def test_what_can_not_be_seen_is_not_stored(forms: Forms) -> None:
    words = "hyvä\x00 hoito\u202eiot\u202c\u2066x\u2069\x1b[31m"
    assert (await forms.answer(f"/p/{await forms.code()}", words=words)).status == 303
    assert await comments(forms) == ["hyvä hoitoiotx[31m"]


async def test_a_form_sent_by_another_site_is_refused(forms: Forms) -> None:
    path = f"/p/{await forms.code()}"
    fields = (await forms.get(path)).hidden | {"nps": "1"}
    for foreign in (
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ):
        page = await forms.post(path, fields, **foreign)
        assert (page.status, page.heading) == (403, "Lomaketta ei voitu lähettää")
    assert await comments(forms) == []


async def test_a_form_sent_by_our_own_page_is_taken(forms: Forms) -> None:
    path = f"/p/{await forms.code()}"
    for ours in ({"Sec-Fetch-Site": "same-origin"}, {"Origin": forms.url}):
        fields = (await forms.get(path)).hidden | {"nps": "1"}
        assert (await forms.post(path, fields, **ours)).status == 303


@pytest.mark.parametrize("key", ["%00", "a%00b", "x" * 5000, "'", "../.."])
async def test_a_place_that_can_be_none_is_the_county(forms: Forms, key: str) -> None:
    assert (await forms.get(f"/palaute?paikka={key}")).status == 200


@pytest.mark.parametrize(
    "code", ["%00", "..%2F..", "<b>", "%F0%9F%98%80", "a" * 40, "٠٠٠٠٠٠٠", "p"]
)
async def test_a_code_that_can_be_none_is_mistyped(forms: Forms, code: str) -> None:
    page = await forms.get(f"/p/{code}")
    assert page.status == 404
    assert "<b>" not in page.text


async def test_the_store_being_away_is_said(forms: Forms) -> None:
    path = f"/p/{await forms.code()}"
    fields = (await forms.get(path)).hidden | {"nps": "1"}
    forms.writer.close()
    page = await forms.post(path, fields)
    assert (page.status, page.heading) == (503, "Palautetta ei voitu tallentaa")

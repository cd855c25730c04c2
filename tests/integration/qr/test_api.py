"""Touchpoints over HTTP: what the county's own systems can do, and nobody else."""

from importlib.resources import files
from typing import Any

import pytest
from aiohttp import ClientResponse
from jsonschema import Draft202012Validator

from gateway.core.codes import make_code
from gateway.store.schema import audit, touchpoint
from tests.integration.asking import rows
from tests.integration.qr.conftest import TOKEN, Forms

PATH = "/api/v1/touchpoints"
RUN = {"unit": "acuta", "kind": "card"}


async def call(
    forms: Forms, method: str, path: str = PATH, token: str = TOKEN, **more: Any
) -> ClientResponse:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    answer = await forms.session.request(method, forms.url + path, headers=headers, **more)
    await answer.read()
    return answer


async def made(forms: Forms, **more: Any) -> dict[str, Any]:
    answer = await call(forms, "POST", json=RUN | more)
    assert answer.status == 201
    found: dict[str, Any] = await answer.json()
    return found


async def test_a_print_run_is_made_and_listed(forms: Forms) -> None:
    run = await made(forms, count=3, batch="syksy", note="aula")
    assert run["batch"] == "syksy"
    listed = await (await call(forms, "GET", f"{PATH}?batch=syksy")).json()
    assert listed["touchpoints"] == run["touchpoints"]
    assert len({one["code"] for one in run["touchpoints"]}) == 3
    assert run["touchpoints"][0]["address"].endswith(f"/P/{run['touchpoints'][0]['code']}")


async def test_a_list_can_be_of_one_unit_or_state(forms: Forms) -> None:
    await made(forms)
    for query, count in (("unit=acuta", 1), ("unit=tiimi", 0), ("state=retired", 0)):
        listed = await (await call(forms, "GET", f"{PATH}?{query}")).json()
        assert len(listed["touchpoints"]) == count


async def test_a_code_is_pointed_elsewhere_and_retired_and_that_is_noted(forms: Forms) -> None:
    code = (await made(forms))["touchpoints"][0]["code"]
    moved = await call(forms, "POST", f"{PATH}/{code.lower()}/retarget", json={"unit": "tiimi"})
    assert (await moved.json())["unit"] == "tiimi"
    for _ in range(2):
        retired = await call(forms, "POST", f"{PATH}/{code}/retire")
        assert (await retired.json())["state"] == "retired"
    again = await call(forms, "POST", f"{PATH}/{code}/retarget", json={"unit": "acuta"})
    assert again.status == 409
    noted = await forms.writer.run(lambda c: rows(c, audit))
    assert [(one["actor"], one["action"]) for one in noted] == [
        ("api", "touchpoints created"),
        ("api", "touchpoint retargeted"),
        ("api", "touchpoint retired"),
    ]


async def test_a_code_is_drawn(forms: Forms) -> None:
    code = (await made(forms))["touchpoints"][0]["code"]
    answer = await call(forms, "GET", f"{PATH}/{code}/symbol.svg")
    assert answer.content_type == "image/svg+xml"
    assert (await answer.text()).startswith("<svg")


@pytest.mark.parametrize("token", ["", "wrong"])
async def test_nobody_else_gets_in(forms: Forms, token: str) -> None:
    for method, path in (("GET", PATH), ("POST", PATH), ("GET", f"{PATH}/7K3QX9A")):
        answer = await call(forms, method, path, token)
        assert (answer.status, answer.headers["WWW-Authenticate"]) == (401, "Bearer")
    assert await forms.writer.run(lambda c: rows(c, touchpoint)) == []


@pytest.mark.parametrize(
    ("status", "body", "problem"),
    [
        (422, {"unit": "acuta"}, "kind: Field required"),
        (422, RUN | {"kind": "tattoo"}, "kind: Input should be"),
        (409, RUN | {"unit": "nowhere"}, "there is no unit 'nowhere'"),
        (422, RUN | {"unit": "a\0"}, "unit: String should match"),
        (422, RUN | {"count": 0}, "count: "),
        (422, RUN | {"count": 10_001}, "count: "),
        (422, RUN | {"count": "3"}, "count: "),
        (422, RUN | {"count": True}, "count: "),
        (409, RUN | {"question_set": "adlut"}, "no question set 'adlut'"),
        (422, RUN | {"admin": True}, "admin: "),
        (422, [], "the body: "),
    ],
)
async def test_what_can_be_no_print_run_is_named(
    forms: Forms, status: int, body: Any, problem: str
) -> None:
    answer = await call(forms, "POST", json=body)
    assert answer.status == status
    assert problem in (await answer.json())["error"]


async def test_a_body_must_be_json(forms: Forms) -> None:
    assert (await call(forms, "POST", data={"unit": "acuta"})).status == 415


@pytest.mark.parametrize("code", ["XXX", make_code(2**29), "%00"])
async def test_a_code_that_is_not_there_is_not_found(forms: Forms, code: str) -> None:
    for way in ("", "/symbol.svg"):
        answer = await call(forms, "GET", f"{PATH}/{code}{way}")
        assert (answer.status, answer.content_type) == (404, "application/json")


async def test_the_description_describes_what_is_given(forms: Forms) -> None:
    described = await (await call(forms, "GET", "/api/v1/openapi.json", "")).json()
    shape = described["components"]["schemas"]["Touchpoint"]
    validator = Draft202012Validator(shape)
    for one in (await made(forms, count=2))["touchpoints"]:
        validator.validate(one)
    assert (files("gateway.qr") / "openapi.json").is_file()

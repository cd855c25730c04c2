"""The wish to be contacted."""

import pytest

from gateway.core.contact import wants_contact


@pytest.mark.parametrize(
    "text",
    [
        "Soittakaa minulle",
        "voisitteko ottaa... siis ottakaa yhteyttä kiitos",
        "Soittaisitteko minulle laskusta",
        "Ring mig tack",
        "please call me about the bill",
    ],
)
def test_a_request_to_us_is_one(text: str) -> None:
    assert wants_contact(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kukaan ei soittanut",
        "Jouduin soittamaan kolme kertaa",
        "Otin yhteyttä chatissa",
        "Nobody called me back",
        "Ingen ringde",
        "",
    ],
)
def test_a_complaint_about_calls_is_none(text: str) -> None:
    assert not wants_contact(text)

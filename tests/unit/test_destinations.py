"""The contract that every kind of destination keeps, and its settings."""

from collections.abc import Mapping
from typing import Any

import pytest

from gateway.core.errors import SettingsError
from gateway.forward import destinations

SECRET = "whsec_a2V5IG9mIHRoZSBjb3VudHkgZm9yIHRlc3Rz"

#: Settings that are right, one table for each kind; a new kind adds its own.
SAMPLES: Mapping[str, Mapping[str, Any]] = {
    "files": {"directory": "/srv/korva"},
    "smtp": {
        "host": "mail.example.fi",
        "sender": "korva@example.fi",
        "recipients": ["kokemus@example.fi"],
    },
    "stdout": {},
    "webhook": {"url": "https://palaute.example.fi/korva", "secrets": [SECRET]},
}


def load(kind: str, **settings: object) -> destinations.Receiver:
    return destinations.load("here", {"type": kind, **SAMPLES[kind], **settings})


def test_every_kind_has_a_sample() -> None:
    assert destinations.known() == tuple(SAMPLES)


@pytest.mark.parametrize("kind", destinations.known())
def test_a_kind_goes_by_the_name_of_its_file(kind: str) -> None:
    assert load(kind).destination.name == kind


@pytest.mark.parametrize("kind", destinations.known())
def test_an_unknown_setting_is_named(kind: str) -> None:
    with pytest.raises(SettingsError, match=r"publishing\.destinations\.here\.colour"):
        load(kind, colour="red")


def test_an_unknown_kind_names_those_that_are() -> None:
    with pytest.raises(SettingsError, match="known: files, smtp, stdout, webhook"):
        destinations.load("here", {"type": "pigeon"})


def test_a_kind_has_to_be_named() -> None:
    with pytest.raises(SettingsError, match=r"publishing\.destinations\.here\.type"):
        destinations.load("here", {})


def test_a_name_too_long_for_its_column_is_refused() -> None:
    with pytest.raises(SettingsError, match="at most 40 characters"):
        destinations.load("x" * 41, {"type": "stdout"})


@pytest.mark.parametrize(
    ("kind", "wrong", "named"),
    [
        ("webhook", {"url": "http://palaute.example.fi/korva"}, "url: must begin with https://"),
        ("webhook", {"url": "ftp://127.0.0.1/"}, "url"),
        ("webhook", {"secrets": []}, "secrets"),
        ("webhook", {"secrets": "whsec_c2hvcnQ="}, "secrets: each must be whsec_ and 24 to 64"),
        ("webhook", {"secrets": "whsec_not base64 at all"}, "secrets: each must be whsec_"),
        ("webhook", {"timeout_s": 0}, "timeout_s"),
        ("files", {"formats": "json,pdf"}, "formats"),
        ("files", {"formats": []}, "formats"),
        ("smtp", {"recipients": ["nobody"]}, "recipients"),
        ("smtp", {"recipients": []}, "recipients"),
        (
            "smtp",
            {"tls": "none", "username": "u", "password": "p"},
            "password: is not sent in the clear",
        ),
        ("smtp", {"ca_file": "/no/such/file"}, "ca_file"),
    ],
)
def test_a_wrong_setting_is_named(kind: str, wrong: Mapping[str, object], named: str) -> None:
    with pytest.raises(SettingsError) as error:
        load(kind, **wrong)
    assert f"publishing.destinations.here.{named}" in str(error.value)


@pytest.mark.parametrize("secret", ["whsec_c2hvcnQ=", "whsec_sesame sesame sesame"])
def test_a_wrong_secret_is_not_repeated(secret: str) -> None:
    with pytest.raises(SettingsError) as error:
        load("webhook", secrets=secret)
    assert secret.removeprefix("whsec_") not in str(error.value)


@pytest.mark.parametrize(
    ("kind", "taken"),
    [("files", "releases"), ("smtp", "alerts"), ("stdout", "releases"), ("webhook", "releases")],
)
def test_only_who_carries_nothing_else_hears_of_cases_unasked(kind: str, taken: str) -> None:
    assert load(kind).takes == (taken,)


@pytest.mark.parametrize("takes", [["alerts", "releases"], "alerts, releases"])
def test_a_destination_can_take_both(takes: object) -> None:
    receiver = load("webhook", takes=takes)
    assert receiver.takes_releases
    assert receiver.takes_alerts


def test_a_destination_can_take_alerts_alone() -> None:
    receiver = load("webhook", takes=["alerts"])
    assert receiver.takes_alerts
    assert not receiver.takes_releases


@pytest.mark.parametrize(
    ("kind", "takes", "remedy"),
    [
        ("smtp", "releases", "takes: smtp carries alerts only"),
        ("files", "releases,alerts", "takes: files carries releases only"),
        ("webhook", "figures", r"takes\.0: Input should be 'releases' or 'alerts'"),
        ("webhook", [], "takes: give at least 1 of them"),
    ],
)
def test_what_it_can_not_carry_is_refused(kind: str, takes: object, remedy: str) -> None:
    with pytest.raises(SettingsError, match=rf"publishing\.destinations\.here\.{remedy}"):
        load(kind, takes=takes)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "localhost", "[::1]"])
def test_this_very_machine_may_be_reached_without_encryption(host: str) -> None:
    assert load("webhook", url=f"http://{host}:8080/hook").takes_releases


@pytest.mark.parametrize("host", ["127.0.0.1.example.fi", "10.0.0.1", "localhost.example.fi"])
def test_what_only_looks_like_this_machine_may_not(host: str) -> None:
    with pytest.raises(SettingsError, match="must begin with https"):
        load("webhook", url=f"http://{host}/hook")

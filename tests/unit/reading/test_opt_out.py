"""What forbids further messages, whichever way it is put."""

import tomllib
from importlib.resources import files

import pytest

from gateway.core.reading import read

_LANGUAGES = ("fi", "sv", "en")


def _question(language: str) -> str:
    texts = tomllib.loads(files("gateway").joinpath(f"texts/{language}.toml").read_text("utf-8"))
    ask: str = texts["sms"]["ask"]
    return ask.format(county="Pirha", unit="Hervannan terveysasema")


def _footer(language: str) -> str:
    return _question(language).rpartition(". ")[2]


def _tail(language: str) -> str:
    return ". ".join(_question(language).rsplit(". ", 2)[1:])


@pytest.mark.parametrize("language", _LANGUAGES)
@pytest.mark.parametrize("copied", ["{}", "{}!", "{}, kiitos", "{} tack", '"{}"', "> {}"])
def test_our_own_opt_out_line_copied_stops(language: str, copied: str) -> None:
    for line in (_footer(language), _tail(language)):
        reading = read(copied.format(line))
        assert (reading.kind, reading.stop, reading.comment) == ("optout", True, "")
        assert read(copied.format(line).upper()).stop
        assert read(copied.format(line), "comment").stop


@pytest.mark.parametrize("language", _LANGUAGES)
@pytest.mark.parametrize("answer", ["{} 9", "9 {}", "{}\n9", "9\n> {}", '"{}" 9'])
def test_the_line_under_a_quoted_question_does_not_stop(language: str, answer: str) -> None:
    reading = read(answer.format(_question(language)))
    assert (reading.kind, reading.score, reading.comment) == ("score", 9, "")


@pytest.mark.parametrize("language", _LANGUAGES)
def test_a_stop_of_ones_own_under_a_quoted_question_stops(language: str) -> None:
    assert read(_question(language) + "\nSTOP").stop


@pytest.mark.parametrize(
    "text",
    [
        *("Esto: STOP", "ESTO:STOP", "esto : stop", "Esto: STOP!", "Opt out: STOP", "Opt-out:STOP"),
        *("Avsluta: STOPP", "Ej jour. Avsluta: STOPP", "Emme päivystä. Esto: STOP", "Esto STOP"),
        *("Not monitored. Opt out: STOP", "Spärr: STOP", "Block: STOP", "Esto:\nSTOP"),
    ],
)
def test_the_opt_out_line_stops_in_every_spelling(text: str) -> None:
    reading = read(text)
    assert (reading.kind, reading.comment) == ("optout", "")


@pytest.mark.parametrize(
    "text",
    [
        *("STOP hyvinvointialue", "Stop Pirha", "stop pirha", "STOP HUS", "Stop Siun sote"),
        *("STOP Pirkanmaan hyvinvointialue", "stop hyvinvointialueelle", "Stopp Österbotten"),
        *("Stop välfärdsområdet", "stop Hervannan terveysasema", "Stop Varha kiitos"),
        *("STOP Pirha, kiitos paljon", "Stop Siun sote tack så mycket"),
        *("STOP Keusote!", "stop county", "Stop Länsi-Uudenmaan hyvinvointialue"),
        *("Stopp HUS tack", "lopeta Pirha", "Stop the hospital"),
    ],
)
def test_a_stop_to_somebody_by_name_stops(text: str) -> None:
    reading = read(text)
    assert (reading.kind, reading.comment) == ("optout", "")


def test_a_stop_to_us_stops_whatever_is_told_after_it() -> None:
    reading = read("stop hyvinvointialue, en jaksa enempää")
    assert (reading.stop, reading.comment) == (True, "en jaksa enempää")


@pytest.mark.parametrize(
    "text",
    [
        "stop talking about money when a patient is in the room",
        "Stop laskuttaminen peruutetuista ajoista",
        "stop rasismille vastaanotolla",
        "Stop Rasismille ja huonolle kohtelulle",
        "stop kiire",
        "Stop kiireelle hoitajien työssä",
        "STOP KIIREELLE HOIDOSSA",
        "stoppa nedskärningarna på sjukhuset",
        "Stop closing the hospital",
    ],
)
def test_a_stop_to_something_complained_of_is_a_comment(text: str) -> None:
    reading = read(text)
    assert (reading.kind, reading.comment) == ("comment", text)

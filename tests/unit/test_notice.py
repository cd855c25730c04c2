"""What an alert says to people."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_args

import pytest

from gateway.forward import notice
from gateway.forward.destination import Alert
from gateway.settings import Language
from gateway.texts import Texts, load_texts

OPENED = datetime(2025, 12, 1, 12, 0, tzinfo=UTC)
LANGUAGES = get_args(Language)
TEXTS = load_texts()


def alert(texts: Texts = TEXTS, **names: str) -> Alert:
    return Alert(
        message_id="m",
        case_id="0190-case",
        kind="urgent",
        unit={"fi": "Päivystys", "sv": "Jour", "en": "Emergency"} | names,
        owner="",
        opened_at=OPENED,
        sent_at=OPENED + timedelta(hours=26, minutes=5),
        texts=texts,
    )


def test_the_subject_tells_what_waits_where() -> None:
    subject, _ = notice.of(alert(), "fi")
    assert subject == "Korva: mahdollisesti kiireellinen palaute odottaa (Päivystys)"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_body_tells_how_long_and_what_to_do(language: Language) -> None:
    _, body = notice.of(alert(), language)
    assert "26 h 5 min" in body
    assert "korva cases show 0190-case" in body
    assert "korva cases acknowledge 0190-case" in body


def test_times_are_helsinki_times() -> None:
    assert "Saapui: 01.12.2025 klo 14.00" in notice.of(alert(), "fi")[1]


@pytest.mark.parametrize(
    ("language", "unit"), [("fi", "Päivystys"), ("sv", "Jour"), ("en", "Emergency")]
)
def test_the_unit_has_its_name_in_that_language(language: Language, unit: str) -> None:
    assert unit in notice.of(alert(), language)[0]


def test_a_unit_without_a_swedish_name_has_its_finnish_one() -> None:
    assert "Päivystys" in notice.of(alert(sv=""), "sv")[0]


def test_the_body_begins_like_a_sentence() -> None:
    assert notice.of(alert(), "fi")[1].startswith(
        "Mahdollisesti kiireellinen palaute odottaa, että"
    )


def test_a_county_says_it_in_its_own_words(tmp_path: Path) -> None:
    (tmp_path / "fi.toml").write_text('[alert]\nsubject = "{unit}: {kind}"\n', "utf-8")
    subject, _ = notice.of(alert(load_texts(tmp_path)), "fi")
    assert subject == "Päivystys: mahdollisesti kiireellinen palaute"

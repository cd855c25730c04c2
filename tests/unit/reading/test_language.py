"""The guess at a reply's language."""

import pytest

from gateway.core.reading import read


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("9 kiitos hyvästä hoidosta", "fi"),
        ("ysi", "fi"),
        ("surkeaa", "fi"),
        ("9 tack för fint bemötande", "sv"),
        ("åtta", "sv"),
        ("AVSLUTA", "sv"),
        ("en tia", "sv"),
        ("10 great service", "en"),
        ("unsubscribe", "en"),
        ("no thanks", "en"),
        ("десять", "ru"),
        ("дякую, десять, дуже добре її", "uk"),
        ("شكرا", "ar"),
        ("9", "und"),
        ("STOP", "und"),
        ("👍", "und"),
        ("", "und"),
    ],
)
def test_language_is_guessed_from_common_words_and_script(text: str, language: str) -> None:
    assert read(text).language == language


def test_umlauts_may_be_missing() -> None:
    assert read("hyva palvelu, lisaa hoitajia").language == "fi"

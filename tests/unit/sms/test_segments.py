"""What a text costs on the air."""

import pytest
import smsutil
from hypothesis import given
from hypothesis import strategies as st

from gateway.sms.segments import Segments, count, unusual

# smsutil takes the escape itself for a character and an empty text for UCS-2; half a surrogate
# pair is no text.
CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\x1b")
USUAL = st.sampled_from("aåäöÅÄÖÉ@ 9\n€{}[]~^\\|")
TEXTS = st.one_of(
    st.text(USUAL, min_size=1, max_size=500),
    st.text(st.one_of(USUAL, st.sampled_from("😀–č")), min_size=1, max_size=300),
    st.text(CHARACTERS, min_size=1, max_size=300),
)


@given(TEXTS)
def test_parts_agree_with_another_splitter(text: str) -> None:
    assert count(text).segments == len(smsutil.split(text).parts)


@given(TEXTS)
def test_the_alphabet_agrees_with_another_splitter(text: str) -> None:
    assert (count(text).encoding == "GSM-7") == (smsutil.split(text).encoding == "gsm0338")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Segments("GSM-7", 0, 1)),
        ("å" * 160, Segments("GSM-7", 160, 1)),
        ("å" * 161, Segments("GSM-7", 161, 2)),
        ("å" * 306, Segments("GSM-7", 306, 2)),
        ("å" * 307, Segments("GSM-7", 307, 3)),
        ("€" * 80, Segments("GSM-7", 160, 1)),
        ("–" * 70, Segments("UCS-2", 70, 1)),
        ("–" * 71, Segments("UCS-2", 71, 2)),
        ("😀" * 35, Segments("UCS-2", 70, 1)),
    ],
)
def test_a_message_holds_160_septets_or_70_units_and_a_part_less(
    text: str, expected: Segments
) -> None:
    assert count(text) == expected


def test_an_escape_is_not_split_from_its_character() -> None:
    assert count("a" * 152 + "€" + "a" * 152).segments == 3


def test_a_surrogate_pair_is_not_split() -> None:
    assert count("–" * 66 + "😀" + "–" * 66).segments == 3


def test_unusual_names_each_character_once_in_order() -> None:
    assert unusual("č Kiitos – “hyvä” č 😀 ä€{}") == "č–“”😀"


def test_the_escape_itself_is_no_character() -> None:
    assert unusual("a\x1b") == "\x1b"


def test_a_text_in_finnish_and_swedish_is_usual() -> None:
    assert unusual("Åsa, kävi hyvin! Öljy & é É ü: 9/10 €") == ""

"""What holds for every reply, whatever it says."""

import re
import unicodedata
from collections.abc import Callable
from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gateway.core.reading import Step, read
from gateway.core.reading.normalise import plain
from gateway.core.reading.numbers import NUMBERS, corrected

_STEPS = get_args(Step)
_PIECES = (
    *("0", "1", "5", "8", "9", "10", "11", "100", "9.5", "8-9", "9/10", "klo 9", "2 tuntia"),
    *("yksi", "kolme", "ysi", "kymppi", "kahdeksan", "kymmmenen", "nio", "tia", "nine", "9️⃣"),
    *("annan", "arvosana", "betyg", "score", "melkein", "ei", "en", "ehkä", "tai", "mutta"),
    *("kiitos", "stop", "lopeta", "väärä numero", "kuka tämä on", "hoitajaa", "huone", "hyvä"),
    *("Kuinka todennäköisesti suosittelisit? 0-10", "½", "%", "tähteä", "+", ",", ".", "!", "\n"),
    *("rintaan sattuu", "👍", "0401234567", "120345-901U", "pistettä", "O", "1O", "av 10"),
)
_REPLIES = st.lists(st.sampled_from(_PIECES), max_size=7).map(" ".join)
_INVISIBLE = st.sampled_from("\u200b\u200c\u200e\u2060\ufeff\u00ad")
_SPACES = st.text(" \t\n\u00a0\u2003", max_size=3)

_FINNISH = "nolla yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen"
_SWEDISH = "noll ett två tre fyra fem sex sju åtta nio tio"
_ENGLISH = "zero one two three four five six seven eight nine ten"


def _numbers_in(text: str) -> set[int]:
    words = [plain(word) for word in re.findall(r"[^\W\d_]+", text)]
    spelled = {NUMBERS.get(corrected(word)) for word in words}
    figures = {int(figure) for figure in re.findall(r"\d+", text.replace("1O", "10"))}
    return figures | {number for number in spelled if number is not None}


@example("kymmenën", "score")
@given(st.text(max_size=200), st.sampled_from(_STEPS))
def test_any_text_is_read(text: str, step: Step) -> None:
    reading = read(text, step)
    assert reading.score is None or 0 <= reading.score <= 10


@given(_REPLIES, st.sampled_from(_STEPS))
def test_a_score_is_there_when_the_kind_says_so(text: str, step: Step) -> None:
    reading = read(text, step)
    if reading.kind != "optout":
        assert (reading.score is not None) == (reading.kind == "score")


@settings(max_examples=500)
@given(_REPLIES)
def test_a_score_is_a_number_of_the_text(text: str) -> None:
    score = read(text).score
    assert score is None or score in _numbers_in(text)


@given(_REPLIES, st.sampled_from(_STEPS))
def test_stop_means_opt_out(text: str, step: Step) -> None:
    reading = read(text, step)
    assert reading.stop == (reading.kind == "optout")


@given(_REPLIES)
def test_a_wrong_number_always_stops(text: str) -> None:
    reading = read(text)
    assert reading.stop or not reading.wrong_number


@given(_REPLIES)
def test_the_comment_holds_only_words_of_the_text(text: str) -> None:
    assert set(read(text).comment.split()) <= set(re.split(r"[\s,.!()]+", text)) | set(text.split())


@given(_REPLIES, _SPACES, _SPACES)
def test_whitespace_around_the_text_changes_nothing(text: str, before: str, after: str) -> None:
    assert read(before + text + after) == read(text)


@given(_REPLIES, st.data())
def test_invisible_characters_change_nothing(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    assert read(text[:place] + data.draw(_INVISIBLE) + text[place:]) == read(text)


@given(_REPLIES)
def test_composed_and_decomposed_letters_read_alike(text: str) -> None:
    assert read(unicodedata.normalize("NFD", text)) == read(text)


@pytest.mark.parametrize("form", [str.upper, str.lower, str.title])
@given(text=_REPLIES)
def test_letter_case_changes_nothing_but_the_comments_letters(
    form: Callable[[str], str], text: str
) -> None:
    one, other = read(text), read(form(text))
    assert one.comment.casefold() == other.comment.casefold()
    assert (one.kind, one.score, one.language) == (other.kind, other.score, other.language)
    assert (one.stop, one.urgent, one.wrong_number) == (
        other.stop,
        other.urgent,
        other.wrong_number,
    )


@given(_REPLIES, st.sampled_from(_STEPS))
def test_reading_twice_reads_the_same(text: str, step: Step) -> None:
    assert read(text, step) == read(text, step)


@pytest.mark.parametrize("score", range(11))
@pytest.mark.parametrize("words", [_FINNISH, _SWEDISH, _ENGLISH])
def test_a_bare_number_is_its_score(score: int, words: str) -> None:
    assert read(str(score)).score == read(words.split()[score]).score == score

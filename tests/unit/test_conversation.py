"""The conversation: one phone, texts in, texts and a response out."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.core.conversation.effects import Outcome
from gateway.core.conversation.joining import Part
from gateway.core.conversation.taking import take
from gateway.core.conversation.world import Message, Place
from tests.unit.conversations import CODE, HASH, NUMBER, OTHER_CODE, Phone

DAY = timedelta(days=1)


@pytest.fixture
def phone() -> Phone:
    phone = Phone()
    phone.invite()
    return phone


@pytest.mark.parametrize(
    ("score", "follow_up"),
    [("10", "promoter"), ("9", "promoter"), ("8", "passive"), ("7", "passive"), ("6", "detractor")],
)
def test_a_score_is_followed_by_the_question_of_its_class(
    phone: Phone, score: str, follow_up: str
) -> None:
    assert phone.text(score) is Outcome.ANSWER
    assert phone.heard == [f"sms.follow_up.{follow_up}"]
    assert phone.response.score == int(score)


def test_score_then_words_end_with_thanks(phone: Phone) -> None:
    phone.text("9")
    phone.text("Ystävällinen vastaanotto")
    assert phone.heard == ["sms.follow_up.promoter", "sms.thanks"]
    assert (phone.response.score, phone.response.comment) == (9, "Ystävällinen vastaanotto")


def test_words_given_with_the_score_are_not_asked_for_again(phone: Phone) -> None:
    phone.text("9 kiitos hyvästä hoidosta")
    assert phone.heard == ["sms.thanks"]
    assert phone.response.comment == "kiitos hyvästä hoidosta"


def test_an_emoji_beside_the_score_is_no_answer_to_the_follow_up(phone: Phone) -> None:
    phone.text("10 👍")
    assert phone.heard == ["sms.follow_up.promoter"]


def test_words_without_a_score_are_kept_and_the_score_is_asked_once_more(phone: Phone) -> None:
    assert phone.text("Hyvä") is Outcome.UNREAD
    phone.text("8")
    assert phone.heard == ["sms.reask", "sms.thanks"]
    assert (phone.response.score, phone.response.comment) == (8, "Hyvä")


def test_the_score_is_never_asked_a_third_time(phone: Phone) -> None:
    phone.text("Hyvä")
    phone.text("Oikein hyvä palvelu")
    assert phone.heard.count("sms.reask") == 1
    assert phone.response.score is None


def test_a_later_score_replaces_the_earlier_one_until_words_are_given(phone: Phone) -> None:
    phone.text("3")
    phone.text("9")
    assert phone.response.score == 9
    phone.text("sain apua")
    phone.text("2")
    assert phone.response.score == 9


def test_words_after_thanks_are_added_without_another_text(phone: Phone) -> None:
    phone.text("9 hyvä")
    assert phone.text("Niin ja parkkipaikka oli täynnä") is Outcome.ADDED
    assert phone.heard == ["sms.thanks"]
    assert phone.response.comment == "hyvä\nNiin ja parkkipaikka oli täynnä"


def test_no_thanks_at_the_comment_is_no_opt_out(phone: Phone) -> None:
    phone.text("9")
    assert phone.text("ei kiitos") is Outcome.ANSWER
    assert phone.heard[-1] == "sms.thanks"
    assert not phone.effects.stopped


def test_the_same_id_is_taken_once(phone: Phone) -> None:
    phone.text("9", id_="one")
    assert phone.text("9", id_="one") is Outcome.DUPLICATE
    assert phone.heard == ["sms.follow_up.promoter"]


@pytest.mark.parametrize("text", ["9", "9 hyvää hoitoa", "hyvä", "8-9", "STOP", "kuka siellä"])
def test_a_copy_under_another_id_changes_nothing(phone: Phone, text: str) -> None:
    phone.text(text)
    before = (list(phone.heard), list(phone.responses))
    assert phone.text(text, after=timedelta(minutes=4)) is Outcome.COPY
    assert (phone.heard, phone.responses) == before


def test_the_same_text_after_ten_minutes_is_no_copy(phone: Phone) -> None:
    phone.text("hyvä")
    assert phone.text("hyvä", after=timedelta(minutes=11)) is not Outcome.COPY


def test_equal_answers_to_two_questions_are_both_kept() -> None:
    phone = Phone("score-statements-comment")
    phone.invite()
    for text in ("5", "5", "5"):
        phone.text(text)
        phone.question_arrives()
    assert phone.response.score == 5
    assert phone.response.answers == {"got-help": 5, "understandable": 5}


def test_an_equal_text_before_the_second_question_went_out_is_a_copy() -> None:
    phone = Phone("score-statements-comment")
    phone.invite()
    phone.text("5")
    assert phone.text("5") is Outcome.COPY
    assert phone.response.answers == {}


def test_an_option_off_the_scale_is_asked_again_by_its_own_text() -> None:
    phone = Phone("score-statements-comment")
    phone.invite()
    phone.text("8")
    phone.text("9")
    assert phone.heard[-1] == "sms.reask_option"
    assert phone.effects.replies[-1].values["options"] == 5


def test_stop_is_confirmed_once_and_ends_the_dialogue(phone: Phone) -> None:
    assert phone.text("STOP") is Outcome.STOP
    phone.text("Lopeta viestit")
    assert phone.heard == ["sms.stopped"]
    assert phone.effects.stopped == {HASH}
    assert phone.world.threads[HASH][0].state == "stopped"


def test_a_score_beside_stop_is_kept(phone: Phone) -> None:
    phone.text("10 stop")
    assert phone.response.score == 10
    assert phone.world.threads[HASH][0].state == "stopped"


def test_the_opt_out_is_confirmed_in_the_language_of_its_word(phone: Phone) -> None:
    phone.text("SLUTA")
    assert phone.effects.replies[-1].language == "sv"


def test_who_opted_out_hears_nothing_more_but_is_kept(phone: Phone) -> None:
    phone.text("STOP")
    phone.text("Muuten ihan hyvä paikka", after=timedelta(hours=1))
    assert phone.heard == ["sms.stopped"]
    assert phone.response.comment == "Muuten ihan hyvä paikka"


def test_start_undoes_an_opt_out(phone: Phone) -> None:
    phone.text("STOP")
    phone.text("ALOITA")
    assert phone.heard == ["sms.stopped", "sms.started"]
    assert phone.world.senders[HASH].stopped_at is None
    assert not phone.effects.stopped


def test_an_opt_out_repeated_after_its_undoing_is_no_copy(phone: Phone) -> None:
    phone.text("STOP")
    phone.text("ALOITA")
    assert phone.text("STOP") is Outcome.STOP
    assert phone.world.senders[HASH].stopped_at is not None
    assert phone.effects.stopped == {HASH}


def test_a_wrong_number_stops_and_is_told_to_the_source(phone: Phone) -> None:
    assert phone.text("Väärä numero, lopettakaa") is Outcome.WRONG_NUMBER
    assert phone.heard == ["sms.stopped_wrong_number"]
    assert phone.effects.wrong_numbers == {"invitation-visit"}


def test_help_leaves_the_question_open(phone: Phone) -> None:
    assert phone.text("Onko tämä huijaus?") is Outcome.HELP
    phone.text("9")
    assert phone.heard == ["sms.help", "sms.follow_up.promoter"]


def test_a_question_at_the_comment_is_answered_and_kept(phone: Phone) -> None:
    phone.text("9")
    assert phone.text("Mitä tämä viesti maksaa?") is Outcome.HELP
    assert phone.heard[-1] == "sms.about"
    assert phone.response.comment == "Mitä tämä viesti maksaa?"


def test_who_asks_at_a_statement_is_not_told_the_scale_of_the_score() -> None:
    phone = Phone("score-statements-comment")
    phone.invite()
    phone.text("8")
    assert phone.text("Kuka kysyy?") is Outcome.HELP
    assert phone.heard[-1] == "sms.about"


@pytest.mark.parametrize("before", [["9 hyvä"], ["STOP", "ALOITA"]])
def test_who_asks_after_the_end_is_not_asked_for_a_number(phone: Phone, before: list[str]) -> None:
    for text in before:
        phone.text(text)
    phone.text("Kuka kysyy?")
    assert phone.heard[-1] == "sms.about"


def test_who_asks_when_the_window_is_over_is_not_asked_for_a_number(phone: Phone) -> None:
    phone.text("Kuka kysyy?", after=9 * DAY)
    assert phone.heard == ["sms.about"]


def test_a_stranger_who_asks_is_told_who_we_are_and_heard() -> None:
    phone = Phone()
    assert phone.text("Kuka kysyy?") is Outcome.HELP
    assert phone.heard == ["sms.about"]
    assert (phone.response.unit_id, phone.response.comment) == ("root", "Kuka kysyy?")


def test_an_urgent_text_gets_the_safe_answer_a_case_and_no_further_question(phone: Phone) -> None:
    assert phone.text("3 en jaksa enää elää") is Outcome.URGENT
    assert phone.heard == ["sms.urgent"]
    assert phone.effects.replies[0].values["crisis"] == "09 2525 0111"
    (case,) = phone.effects.cases
    assert (case.kind, case.dialogue_id) == ("urgent", "visit")
    assert (phone.response.held, phone.response.score) == ("urgent", 3)
    phone.text("Anteeksi", after=timedelta(minutes=20))
    assert phone.heard == ["sms.urgent"]


def test_an_urgent_text_is_answered_even_after_an_opt_out(phone: Phone) -> None:
    phone.text("STOP")
    phone.text("Rintaan koskee kovasti, mitä teen")
    assert phone.heard == ["sms.stopped", "sms.urgent"]


def test_a_wish_to_be_called_opens_a_case(phone: Phone) -> None:
    phone.text("4")
    phone.text("Lasku on väärin, soittakaa minulle")
    assert [case.kind for case in phone.effects.cases] == ["contact"]


def test_a_late_reply_belongs_to_its_own_visit(phone: Phone) -> None:
    assert phone.text("8", after=9 * DAY) is Outcome.LATE
    assert (phone.response.key, phone.response.score, phone.response.late) == ("visit", 8, True)
    assert phone.heard == ["sms.thanks"]


def test_a_late_comment_joins_its_score(phone: Phone) -> None:
    phone.text("8")
    phone.text("Aika meni hyvin", after=5 * DAY)
    assert (phone.response.score, phone.response.comment) == (8, "Aika meni hyvin")
    assert phone.response.late


def test_a_reply_goes_to_the_visit_that_was_asked_about_last(phone: Phone) -> None:
    phone.now += 8 * DAY
    phone.invite("newer")
    phone.text("7")
    assert phone.response.key == "newer"


def test_a_stranger_is_answered_once_and_gives_no_score() -> None:
    phone = Phone()
    assert phone.text("9 kiitos kaikesta") is Outcome.DIRECT
    assert phone.text("Vielä yksi asia", after=4 * DAY) is Outcome.DIRECT
    assert phone.heard == ["sms.direct"]
    assert [(one.score, one.unit_id) for one in phone.responses] == [(None, "root")] * 2


def test_a_second_text_of_a_stranger_joins_the_first() -> None:
    phone = Phone()
    phone.text("Kiitos Aino-hoitajalle")
    assert phone.text("unohdin sanoa että osasto 4") is Outcome.ADDED
    assert phone.response.comment == "Kiitos Aino-hoitajalle\nunohdin sanoa että osasto 4"


def test_a_printed_code_opens_a_dialogue_there() -> None:
    phone = Phone()
    phone.text(CODE.lower())
    assert phone.effects.replies[0].key == "sms.ask"
    assert phone.effects.replies[0].values["unit"] == "Osasto 4"
    phone.text("9")
    assert (phone.response.unit_id, phone.response.score) == ("ward", 9)
    assert phone.response.channel == "sms-open"


def test_a_printed_code_with_an_answer_counts_at_once() -> None:
    phone = Phone()
    phone.text("7k3 qx9 a 9 kiitos")
    assert (phone.response.score, phone.response.comment) == (9, "kiitos")
    assert phone.text("7k3 qx9 a 9 kiitos") is Outcome.COPY
    assert len(phone.responses) == 1


def test_one_phone_gives_a_code_one_answer_a_day() -> None:
    phone = Phone()
    for marks in range(1, 7):
        phone.text(f"{CODE} 10 {'!' * marks}", after=timedelta(seconds=5))
    assert phone.response.score == 10
    assert phone.heard == ["sms.follow_up.promoter"]


def test_what_a_telephone_signs_is_no_word_of_the_person() -> None:
    stranger = Phone()
    stranger.text("Hyvä palvelu\n\nLähetetty iPhonesta")
    assert stranger.response.comment == "Hyvä palvelu"


def test_a_later_text_with_the_same_code_amends_the_answer() -> None:
    phone = Phone()
    phone.text(f"{CODE} 4")
    phone.text(f"{CODE} 9 kiitos")
    phone.text(f"{CODE} ja ruoka oli hyvää")
    assert phone.response.score == 9
    assert phone.response.comment == "kiitos\nja ruoka oli hyvää"


def test_a_bare_code_again_asks_what_is_still_open() -> None:
    phone = Phone()
    phone.text(CODE)
    phone.text(f"{CODE.lower()}.")
    phone.text("9")
    phone.text(CODE, after=timedelta(minutes=11))
    assert phone.heard == ["sms.ask", "sms.ask", *["sms.follow_up.promoter"] * 2]
    assert phone.response.score == 9


def test_a_bare_code_after_the_answer_is_thanked_for() -> None:
    phone = Phone()
    phone.text(f"{CODE} 9 kiitos")
    phone.text(CODE)
    assert phone.heard == ["sms.thanks", "sms.thanks"]
    assert phone.response.comment == "kiitos"


def test_a_code_counts_anew_on_the_next_day_and_at_another_place() -> None:
    phone = Phone()
    phone.world.places = {**phone.world.places, OTHER_CODE: Place("other", "clinic", "Vastaanotto")}
    phone.text(f"{CODE} 9 kiitos")
    phone.text(f"{OTHER_CODE} 3 odotin tunnin")
    phone.text(f"{CODE} 8 ihan hyvä", after=DAY)
    assert [(one.unit_id, one.score) for one in phone.responses] == [
        ("ward", 9),
        ("clinic", 3),
        ("ward", 8),
    ]


def test_a_code_after_an_opt_out_that_was_undone_opens_a_dialogue_again() -> None:
    phone = Phone()
    for text in (CODE, "STOP", "ALOITA", f"{CODE} 7 hyvä"):
        phone.text(text)
    assert phone.heard == ["sms.ask", "sms.stopped", "sms.started", "sms.thanks"]
    assert phone.response.score == 7


def test_a_code_that_is_not_printed_anywhere_is_just_a_text() -> None:
    phone = Phone()
    phone.world.places = {}
    assert phone.text("7K3QX9A 9 kiitos") is Outcome.DIRECT


def test_an_answering_machine_does_not_keep_the_dialogue_talking(phone: Phone) -> None:
    for number in range(40):
        phone.text(f"Mikä tämä on? {number}", after=timedelta(hours=1))
    assert len(phone.heard) <= 8


def test_parts_are_joined_before_reading(phone: Phone) -> None:
    def part(index: int, text: str) -> Outcome:
        message = Message(
            "kannel", f"p{index}", HASH, NUMBER, text, phone.now, Part("ref", index, 2)
        )
        return take(phone.world, phone.effects, phone.rules, message)

    assert part(2, "hyvästä hoidosta") is Outcome.PART
    assert part(1, "9 kiitos ") is Outcome.ANSWER
    assert phone.response.comment == "kiitos hyvästä hoidosta"


@given(st.lists(st.text(max_size=30) | st.sampled_from(["9", "STOP", "ALOITA", "hyvä", CODE])))
@settings(max_examples=150)
def test_whatever_is_texted_each_message_is_remembered_and_no_reply_is_doubled(
    texts: list[str],
) -> None:
    phone = Phone()
    phone.invite()
    for text in texts:
        phone.text(text)
    assert len(phone.effects.taken) == len(texts)
    assert len(phone.heard) <= len(texts)
    assert all(0 <= (one.score or 0) <= 10 for one in phone.responses)

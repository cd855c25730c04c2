"""What the words after, before and around a number make of it."""

import pytest

from gateway.core.reading import read


@pytest.mark.parametrize(
    ("score", "wish"),
    [
        (10, "jatkakaa samaan malliin"),
        (8, "pitäkää sama linja"),
        (6, "lisätkää hoitajia"),
        (6, "lisätkää hoitajaa"),
        (9, "älkää muuttuko"),
        (3, "soittakaa minulle"),
        (10, "kiittäkää hoitajaa"),
        (4, "palkatkaa lisää lääkäreitä"),
        (5, "hankkikaa uudet tuolit"),
        (7, "tehkää jotain jonoille"),
        (2, "kertokaa missä mennään"),
        (10, "olkaa ylpeitä"),
        (9, "pysykää tuollaisina"),
        (1, "hävetkää"),
        (8, "korjatkaa ovi"),
        (0, "menkää itseenne"),
        (4, "kuunnelkaa potilasta"),
        (9, "antakaa lisäaikaa kaikille"),
        (5, "tuokaa lehtiä"),
        (5, "viekää terveisiä"),
    ],
)
def test_a_request_after_the_score_is_its_comment(score: int, wish: str) -> None:
    for text in (f"{score} {wish}", f"{score} {wish}".replace("ä", "a").replace("ö", "o")):
        reading = read(text)
        assert (reading.kind, reading.score) == ("score", score)
        assert reading.comment == text.partition(" ")[2]


def test_a_request_after_a_spelled_score_is_its_comment() -> None:
    reading = read("kymmenen jatkakaa samaan malliin")
    assert (reading.score, reading.comment) == (10, "jatkakaa samaan malliin")


@pytest.mark.parametrize(
    "text",
    [
        *("3 paikkaa täynnä", "2 viikkoa jonossa", "4 viikkoa", "2 aikaa peruttu", "3 matkaa"),
        *(
            "3 kukkaa",
            "2 klinikkaa",
            "2 poikaa hoidossa",
            "kaksi vikaa",
            "2 reikää paikattiin",
            "5 luukkua kiinni",
        ),
    ],
)
def test_a_thing_counted_is_no_score(text: str) -> None:
    assert read(text).score is None


@pytest.mark.parametrize(
    "text",
    [
        *("suosittelen 10:lle kaverille", "kerroin 10:lle", "8 kaverille suosittelisin"),
        *("suosittelisin 10 ystävälle", "kerron 8 ihmiselle", "9 tutulle olen kehunut"),
        *("suosittelen 10 hyvälle ystävälle", "jaoin 10 sukulaiselle", "suosittelen 5:lle"),
        *("rekommenderar till 10 vänner", "har berättat för 8 kompisar", "10 grannar fick höra"),
        *("would recommend to 10 friends", "told 8 relatives", "10 colleagues heard about it"),
        *("8 kaverilleni kerroin", "suosittelen 10 hyvälle ystävälleni"),
        *("suosittelin 8 eri kaverille", "10 työkaverille jo kerroin", "9 läheiselle suosittelen"),
    ],
)
def test_the_number_of_people_told_is_no_score(text: str) -> None:
    assert read(text).score is None


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("hoitajalle 10", 10),
        ("10 hoitajalle", 10),
        ("9 lääkärille", 9),
        ("suosittelen kavereille 9", 9),
        ("9 suosittelen ystävälle", 9),
        ("10 rekommenderar till vänner", 10),
        ("9:llä mennään", 9),
        ("8 ystävilleni suosittelisin", 8),
        ("9 van kom i tid", 9),
    ],
)
def test_a_score_for_somebody_stays_one(text: str, score: int) -> None:
    assert read(text).score == score


@pytest.mark.parametrize("step", ["score", "comment"])
@pytest.mark.parametrize(
    "signature",
    [
        *("Lähetetty iPhonesta", "Lähetetty iPhonestani", "Lähetetty Samsung Galaxy -puhelimesta"),
        *("Lähetetty puhelimestani", "Lähetetty Outlook for Androidista", "Hanki Outlook for iOS"),
        *("Skickat från min iPhone", "Skickat från Outlook för iOS", "Hämta Outlook för Android"),
        *("Sent from my iPhone", "Sent from my Galaxy", "Get Outlook for iOS<https://aka.ms/o0>"),
        "Sent via the Samsung Galaxy S20 5G, an AT&T 5G smartphone",
        *("Sent from Yahoo Mail on Android", "--\nLähetetty iPadista", "SENT FROM MY IPHONE"),
    ],
)
def test_the_signature_of_a_telephone_is_no_comment(step: str, signature: str) -> None:
    told = "hyvä hoito"
    assert read(f"{told}\n\n{signature}", step).comment == told  # type: ignore[arg-type]
    for text in (f"9\n\n{signature}", f"9\n{signature}\n", f"9 {signature}", f"9. {signature}"):
        reading = read(text)
        assert (reading.score, reading.comment) == (9, "")


@pytest.mark.parametrize(
    "text",
    [
        "Lähetetty laboratorioon turhaan",
        "Kutsu lähetetty iPhonesta katsottavaksi, ei toiminut",
        "I was sent from my ward to another one",
        "Skickat från akuten till vårdcentralen utan besked",
        "9 Lähetetty puhelimesta toiseen turhaan",
        "8 kutsu tuli, lähetetty puhelimella väärään paikkaan",
        "9 Lähetetty kotiin ilman hoitoa",
    ],
)
def test_what_was_sent_elsewhere_is_told(text: str) -> None:
    assert read(text, "comment").comment.endswith(text[2:])


@pytest.mark.parametrize(
    "text",
    [
        *("ennen 3 nyt 9", "ennen 3, nyt 9", "aiemmin 5 nyt 9", "viimeksi 2 tällä kertaa 9"),
        *("förr 3 nu 9", "before 3 now 9", "ennen 3 nyt 9 kiitos hyvästä hoidosta"),
    ],
)
def test_a_score_told_beside_an_earlier_one_stays_in_the_comment(text: str) -> None:
    reading = read(text)
    assert reading.comment == text
    assert reading.score in (9, None)


def test_the_score_of_today_is_read_beside_the_one_before() -> None:
    assert read("ennen 3 nyt 9").score == 9

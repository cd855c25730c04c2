"""What is hidden from free text, and what is not."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gateway.core.redaction import redact

_SIGNS = "-+ABCDEFYXWVU"
_CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"


def _code(sign: str, individual: int, day: int = 13, month: int = 10, year: int = 52) -> str:
    figures = f"{day:02}{month:02}{year:02}{individual:03}"
    return f"{figures[:6]}{sign}{figures[6:]}{_CHECKS[int(figures) % 31]}"


_CODES = st.builds(
    _code, st.sampled_from(_SIGNS), st.integers(2, 999), st.integers(1, 28), st.integers(1, 12)
)
_TOKENS = r"\[(?:nimi|puhelin|henkilötunnus|sähköposti|osoite|tilinumero|syntymäaika)\]"
_PLAIN = st.sampled_from(
    (
        *("9", "10", "9/10", "8-9", "klo 9.30", "10:15", "41,80", "15 €", "39,5", "180/95", "112"),
        *("116117", "33100", "3.4.2025", "12.5.", "2024-2025", "40 min", "1000", "24/7", "0-10"),
        *("kiitos", "hyvä", "odotin", "ja", "Huone 4", "B12", "100 %", ",", ".", "covid-19"),
    )
)
_PIECES = st.lists(
    st.one_of(
        _PLAIN,
        _CODES,
        st.sampled_from(
            (
                *("040 123 4567", "+358401234567", "03 31161", "09-2525 0111", "0501234567890"),
                *("maija.m@posti.fi", "maija(at)posti.fi", "FI21 1234 5600 0007 85", "@", "FI"),
                *("DE89 3704 0044 0532 0130 00", "131052 308T", "131052", "308T", "[puhelin]"),
            )
        ),
    ),
    max_size=6,
)


@pytest.mark.parametrize("sign", _SIGNS)
@pytest.mark.parametrize("individual", [2, 308, 900, 999])
def test_identity_codes_of_every_century_are_hidden(sign: str, individual: int) -> None:
    assert redact(f"Hetuni on {_code(sign, individual)}.") == "Hetuni on [henkilötunnus]."


@pytest.mark.parametrize(
    "written",
    [
        "131052-308t",
        "131052–308T",
        "131052‑308T",
        "131052 - 308T",
        "131052\u00a0-\u00a0308T",
        "13 10 52-308T",
        "13.10.52-308T",
        "131052 308T",
        "131052 308 T",
        "131052a308t",
        "131052-308U",
        "321352-308T",
        "hetu131052-308T",
        "131052-308",
        "131052-30T",
        "13.10.1952-308T",
        "1 3 1 0 5 2 - 3 0 8 T",
        "131052-3 08T",
    ],
)
def test_identity_codes_are_hidden_however_written_or_mistyped(written: str) -> None:
    assert "[henkilötunnus]" in redact(f"9 {written} kiitos")
    assert "308" not in redact(f"9 {written} kiitos")


@pytest.mark.parametrize("text", ["131052 308U", "13 10 52 308U", "potilaita 131052 kpl 308"])
def test_figures_apart_need_a_right_check_character(text: str) -> None:
    assert redact(text) == text


def test_figures_apart_are_hidden_where_a_code_is_spoken_of() -> None:
    assert redact("Hetuni on väärin: 131052 308U") == "Hetuni on väärin: [henkilötunnus]"


@pytest.mark.parametrize(
    "number",
    [
        "0401234567",
        "040 123 4567",
        "040-123 45 67",
        "+358 40 1234567",
        "+358401234567",
        "03 31161",
        "09 2525 0111",
        "+46 70 123 45 67",
        "0501234567890",
        "(03) 345 6789",
        "017-123 4567",
    ],
)
def test_phone_numbers_are_hidden(number: str) -> None:
    assert redact(f"Soittakaa {number}, kiitos") == "Soittakaa [puhelin], kiitos"


def test_a_number_without_its_area_is_hidden_where_it_is_said_to_be_one() -> None:
    assert redact("Soittakaa, puh. 345 678") == "Soittakaa, puh. [puhelin]"


@pytest.mark.parametrize(
    "text", ["soita 112", "puh 116117", "puh. 116 117", "jono 214, lasku 41,80"]
)
def test_numbers_of_help_and_other_figures_stay(text: str) -> None:
    assert redact(text) == text


@pytest.mark.parametrize(
    "address",
    [
        *("Hämeenkatu 14", "hämeenkatu 14 b 22", "Mäntytie 12 A 3", "Pihlajatie 7 as 3"),
        *("Koivukuja 5", "Storgatan 12 B", "Skolvägen 8", "Koulukatu 3, 33200 Tampere"),
        *("Itsenäisyydenkatu 9 A", "Hämeenpuisto 21", "Rautatienkadulla 4"),
    ],
)
def test_street_addresses_are_hidden(address: str) -> None:
    assert redact(f"Mummo asuu {address} ja odottaa") == "Mummo asuu [osoite] ja odottaa"


@pytest.mark.parametrize(
    "text",
    [
        "Hämeenkadun pysäkki on kaukana",
        "Tipotien terveysasema, huone 4",
        "hoitopolku 2 ei toiminut",
        "Osasto 12 ja portti 3",
        "Hoitopolku 2 jäi kesken",
    ],
)
def test_streets_without_numbers_and_ways_of_care_stay(text: str) -> None:
    assert redact(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "syntynyt 7.8.1932 kotona",
        "syntymäaikani on 01.02.55, kiitos",
        "synt. 131052 tai niin",
        "född 2.3.1940 i Vasa",
        "born 14.2.2019 here",
        "Synnyin 12. maaliskuuta 1947 Porissa",
        "5. toukokuuta 1961 syntynyt",
    ],
)
def test_dates_of_birth_are_hidden(text: str) -> None:
    hidden = redact(text)
    assert "[syntymäaika]" in hidden
    assert not re.search(r"\d", hidden)


@pytest.mark.parametrize("address", ["maija.m@posti.fi", "MAIJA@posti.co.uk", "maija(at)posti.fi"])
def test_email_addresses_are_hidden(address: str) -> None:
    assert redact(f"Kirjoittakaa {address} pian") == "Kirjoittakaa [sähköposti] pian"


@pytest.mark.parametrize(
    "account",
    [
        "FI21 1234 5600 0007 85",
        "fi2112345600000785",
        "FI99 1234 5600 0007 85",
        "DE89 3704 0044 0532 0130 00",
        "EE382200221020145685",
    ],
)
def test_account_numbers_are_hidden(account: str) -> None:
    assert redact(f"Tili {account} kiva") == "Tili [tilinumero] kiva"


def test_a_score_beside_what_is_hidden_stays() -> None:
    assert redact("9 0401234567") == "9 [puhelin]"
    assert redact("10, 131052-308T") == "10, [henkilötunnus]"


def test_several_are_hidden_each() -> None:
    text = "131052-308T 040 1234567 maija@posti.fi FI21 1234 5600 0007 85"
    assert redact(text) == "[henkilötunnus] [puhelin] [sähköposti] [tilinumero]"


@given(st.lists(_PLAIN, max_size=6).map(", ".join))
def test_scores_times_prices_and_dates_stay(text: str) -> None:
    assert redact(text) == text


@given(_PIECES.map(" ".join))
def test_redacting_twice_changes_nothing_more(text: str) -> None:
    assert redact(redact(text)) == redact(text)


@example("A0@0.0@0.0")
@given(st.text("0123456789-+. @AFIat()[]\n", max_size=60))
def test_redacting_any_figures_twice_changes_nothing_more(text: str) -> None:
    assert redact(redact(text)) == redact(text)


_GAPS = st.text(" .-\u00a0\u200b\t", max_size=2)


@given(_CODES, st.lists(_GAPS, min_size=11, max_size=11))
def test_no_identity_code_survives_in_any_spacing(code: str, gaps: list[str]) -> None:
    spaced = "".join(map("".join, zip(code.lower(), gaps, strict=True)))
    left = re.sub(r"[\s.\u200b-]", "", redact(f"Hei {spaced} kiitos"))
    assert code[7:].lower() not in left


@given(st.text(max_size=80))
def test_what_is_not_hidden_stays_as_it_was(text: str) -> None:
    pieces = re.split(_TOKENS, redact(text))
    assert re.fullmatch(".+?".join(map(re.escape, pieces)), text, re.DOTALL)


@given(_PIECES.map(" ".join))
def test_redacting_lengthens_a_text_by_its_tokens_at_most(text: str) -> None:
    left = redact(text)
    assert len(re.sub(_TOKENS, "", left)) <= len(text)


@pytest.mark.parametrize(
    "piece", ["1 ", "a-", "Anna Onni ", "131052-", "1.", "Kat", "asun a ", "A. "]
)
def test_a_long_text_takes_no_longer_than_its_length(piece: str) -> None:
    text = piece * 20_000
    assert redact(redact(text)) == redact(text)


@given(st.text(max_size=60), _CODES, st.text(max_size=60))
def test_no_identity_code_survives_in_any_text(before: str, code: str, after: str) -> None:
    assert code not in redact(f"{before} {code} {after}")

"""What is hidden from free text, and what is not."""

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
    ],
)
def test_identity_codes_are_hidden_however_written_or_mistyped(written: str) -> None:
    assert "[henkilötunnus]" in redact(f"9 {written} kiitos")
    assert "308" not in redact(f"9 {written} kiitos")


@pytest.mark.parametrize("text", ["131052 308U", "13 10 52 308U", "potilaita 131052 kpl 308"])
def test_figures_apart_need_a_right_check_character(text: str) -> None:
    assert redact(text) == text


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
    ],
)
def test_phone_numbers_are_hidden(number: str) -> None:
    assert redact(f"Soittakaa {number}, kiitos") == "Soittakaa [puhelin], kiitos"


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


@given(st.text(max_size=60), _CODES, st.text(max_size=60))
def test_no_identity_code_survives_in_any_text(before: str, code: str, after: str) -> None:
    assert code not in redact(f"{before} {code} {after}")

"""Which words are hidden as names, and which stay words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.redaction import kept_words, redact


@pytest.mark.parametrize(
    "name",
    [
        *("Pekka", "Pekan", "Pekalle", "Pekkaa", "Pekkaan", "Heikin", "Heikiltä", "Matilla"),
        *("Virtanen", "Virtasen", "Virtaselta", "Virtasta", "Korhoselta", "Mäkisellä"),
        *("Kertulle", "Sinikan", "Tuomakselle", "Eliaksen", "Johanin", "Annelin", "Marketalta"),
        *("Yrjö", "Yrjo", "Paivi Hamalainen", "Anna-Maija", "Maj-Lis", "Lindqvistin", "Fatiman"),
        *("Nguyen", "Olena", "Abdirahman", "M. Virtanen", "Minna R.", "Juha-Pekka von Wright"),
    ],
)
def test_names_are_hidden_in_all_their_cases(name: str) -> None:
    assert redact(f"Kiitos kun {name} auttoi minua") == "Kiitos kun [nimi] auttoi minua"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("kiitos pekalle ja virtaselle", "kiitos [nimi] ja [nimi]"),
        ("KIITOS HOITAJA PEKKA", "KIITOS HOITAJA [nimi]"),
        ("pekka virtanen oli", "[nimi] oli"),
        ("hoitaja satu niemi oli", "hoitaja [nimi] oli"),
    ],
)
def test_names_are_hidden_without_capitals_and_in_capitals(text: str, left: str) -> None:
    assert redact(text) == left


@pytest.mark.parametrize(
    "title",
    [
        *("Hoitaja", "Lääkäri", "Terveyskeskuslääkärin", "Tohtori", "Tri", "Dr", "Dr.", "Rouva"),
        *("Sjuksköterskan", "Doktor", "Nurse", "Mrs.", "Poikani", "Gynekologi", "Kätilön"),
        *("Nimeni on", "Jag heter", "My name is", "Nimi:"),
    ],
)
def test_after_a_title_a_name_in_no_list_is_hidden(title: str) -> None:
    assert redact(f"{title} Xhevdet Qerimi tuli") == f"{title} [nimi] tuli"


@pytest.mark.parametrize(
    "word",
    [
        *("Onni", "Toivo", "Rauha", "Lahja", "Suvi", "Meri", "Sulo", "Kukka", "Taika", "Tuuli"),
        *("Satu", "Marja", "Armas", "Hilla", "Pilvi", "Impi", "Niemi", "Mäki", "Laine"),
    ],
)
def test_what_is_a_word_too_is_a_name_by_what_stands_around_it(word: str) -> None:
    assert redact(f"Hoitaja {word} auttoi") == "Hoitaja [nimi] auttoi"
    assert redact(f"Kiitos kun {word} auttoi") == "Kiitos kun [nimi] auttoi"
    assert redact(f"Kiitos {word} Virtanen") == "Kiitos [nimi]"
    assert redact(f"{word} on kaunis sana") == f"{word} on kaunis sana"
    assert redact(f"se {word.lower()} on kaunis") == f"se {word.lower()} on kaunis"


@pytest.mark.parametrize(
    "text",
    [
        "Olin onnekas. Onni suosi, toivo heräsi, rauha palasi.",
        "Ilo oli käydä, ilta oli rauhallinen ja aamu kaunis.",
        "Kävin Lahdessa, Salossa ja Hatanpäällä, Acutassa ja Taysissa.",
        "Hoitaja Acutassa oli väsynyt, lääkäri Hervannan terveysasemalla ei.",
        "Tammelan terveysasema ja Rannan terveysasema toimivat.",
        "Huhtikuussa jono, toukokuussa aika. Hyvää vappua!",
        "Omakanta, OmaKanta, Kela, Maisa ja Oiva eivät toimi.",
        "Lääkärin Kanta-merkinnät puuttuvat, hoitaja Oma-apupisteessä neuvoi.",
        "Terveisin Huolestunut äiti",
        "Anna palautetta! Annan kympin. Toivon parempaa.",
        "mäki oli liukas ja marjat kypsiä, meri rauhoitti",
        "lääkäri usko että paranen, hoitaja anna olla",
        "Love och omtanke. Per telefon får man ingen tid, dag efter dag.",
        "Will come back, may even bring Mum. Grace under pressure.",
        "I waited in August, and the queue in Lahti is long.",
    ],
)
def test_ordinary_words_places_and_months_stay(text: str) -> None:
    assert redact(text) == text


def test_names_in_a_list_are_hidden_each() -> None:
    assert redact("Kiitos hoitajat Anu, Suvi ja Meri") == "Kiitos hoitajat [nimi], [nimi] ja [nimi]"


_KEPT = kept_words(["Koivukuja", "Perhekeskus Onni", "Rannan terveysasema", "Mäntylä"])


@pytest.mark.parametrize(
    "text",
    [
        "Koivukuja 5 oli siisti",
        "Asun Koivukuja 5",
        "Meidän Onni auttoi, Onnissa on kivaa",
        "Koko Mäntylä kiittää, Mäntylästä sai kahvia",
    ],
)
def test_names_of_known_units_stay(text: str) -> None:
    assert redact(text, _KEPT) == text


def test_after_a_title_the_name_of_a_unit_is_a_persons() -> None:
    assert redact("Hoitaja Onni auttoi Onnissa", _KEPT) == "Hoitaja [nimi] auttoi Onnissa"


_WORDS = st.sampled_from(
    (
        *("Pekka", "pekan", "PEKKA", "Onni", "Mäki", "Virtanen", "hoitaja", "Lääkäri", "Dr.", "M."),
        *(
            "Satu",
            "satu",
            "Lahti",
            "terveysasema",
            "Xhevdet",
            "von",
            "ja",
            ",",
            ".",
            "[nimi]",
            "t.",
        ),
        *("nimeni on", "Koivukuja", "5", "Mäkitie 5 A", "13.10.1952", "synt.", "Anna-Maija", "oli"),
    )
)


@given(st.lists(_WORDS, max_size=9).map(" ".join))
def test_redacting_names_twice_changes_nothing_more(text: str) -> None:
    assert redact(redact(text)) == redact(text)

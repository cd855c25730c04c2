"""Word answers to a five-step statement."""

from gateway.core.reading.normalise import fold

# 5 is full agreement, as in the national customer survey's statements.
_ANSWERS = {
    5: "täysin samaa mieltä|täysin samaa|helt av samma åsikt|instämmer helt|helt överens"
    "|strongly agree|completely agree|fully agree",
    4: "samaa mieltä|samaa|jokseenkin samaa mieltä|jokseenkin samaa|osittain samaa mieltä"
    "|osittain samaa|melko samaa mieltä|delvis av samma åsikt|av samma åsikt|samma åsikt"
    "|instämmer delvis|instämmer|agree|somewhat agree|partly agree",
    3: "ei samaa eikä eri mieltä|en samaa enkä eri mieltä|varken av samma eller annan åsikt"
    "|varken eller|neither agree nor disagree|neither",
    2: "eri mieltä|eri|jokseenkin eri mieltä|jokseenkin eri|osittain eri mieltä|osittain eri"
    "|melko eri mieltä|delvis av annan åsikt|av annan åsikt|annan åsikt|instämmer inte"
    "|disagree|somewhat disagree|partly disagree",
    1: "täysin eri mieltä|täysin eri|helt av annan åsikt|helt av olika åsikt"
    "|instämmer inte alls|strongly disagree|completely disagree",
}
_OPTIONS = {
    fold(phrase): option for option, phrases in _ANSWERS.items() for phrase in phrases.split("|")
}


def agreement(words: list[str]) -> int | None:
    """The option, 1-5, that folded `words` name; None for anything else ("en osaa sanoa")."""
    return _OPTIONS.get(" ".join(words))

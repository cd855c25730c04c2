"""Replies that are not answers: stop, start, help, wrong number."""

from typing import Literal

from gateway.core.reading.normalise import fold, table
from gateway.core.reading.requests import (
    HELP,
    HELP_ANYWHERE,
    STOP,
    WRONG_NUMBER,
    begins,
    contains,
    has_opening,
)
from gateway.core.reading.senders import is_sender
from gateway.core.reading.tokens import Kind, Token
from gateway.core.reading.words import POLITE

# "decline" is a bare "no": to the score question it forbids further messages, later it only
# ends the dialogue, as "refuse" ("en vastaa") does always.
Wish = Literal["stop", "wrong number", "start", "help", "decline", "refuse"]

# Each stops on its own, repeated, with an object ("lopeta viestit") or a courtesy.
_STOP = table(
    """
    stop stopp stop-viesti stoppi stoppa stopall stpo sotp seis seiss lopeta lopetta lopettakaa
    lopettaa lopetus peru peruuta perukaa peruuttakaa esto estä estäkää poista poistakaa keskeytä
    sluta avsluta avbryt avregistrera avanmäl avböj
    unsubscribe cancel quit end optout
    стоп хватит
    """
)
_STOP_OBJECTS = table(
    """
    viestit viestien viesti viestejä viestinne viestittely viestitys kysely kyselyt kyselyjä
    kyselyiden kyselyn tekstaaminen tekstailu viestiminen nämä nää näitä näiden tämä tää tämän
    tällaiset lähettely lähettäminen lähettämisen lähettelyn sms tekstarit tekstarien tekstiviestit
    tekstiviestien tekstiviesti tilaus tilaukseni kaikki kaikkien jo nyt heti enää minut mut minulle
    mulle minulta listalta listoilta numeroni puhelinnumeroni numero spämmäys spämmi häirintä
    jatkossa teiltä teidän hei moi pliis ole ystävällinen hyvä
    meddelanden meddelande sms:en detta det här dessa utskick utskicken alla mig nu genast snälla
    enkät enkäten enkäter från listan skicka
    messages message texts text texting messaging sending all this these it now me my number from
    the list please them you so much very paljon oikein så mycket
    """
)
_STOP_ALWAYS = frozenset(("stop", "stopp", "стоп"))
_REFUSALS = frozenset(
    (
        *("ei", "ei kiitos", "ei ei", "ei kiitti", "eikä", "en halua", "en", "ei nyt"),
        *("nej", "nej tack", "nä", "nä tack", "nej nej"),
        *("no", "no thanks", "no thank you", "nope", "no no", "nah"),
        *("ei kiinnosta", "ei kiinnosta kiitos", "en halua vastata", "en vastaa"),
        *("inte intresserad", "ej intresserad", "not interested", "нет", "ei mitaan"),
    )
)
# Said to the score question, these don't forbid further messages.
_ONLY_ENDS = frozenset(("en", "eikä", "ei nyt", "ei mitaan", "en vastaa"))
_STOP_PHRASES = frozenset(
    (
        *("s t o p", "no more", "opt out", "haluan lopettaa", "haluan peruuttaa", "en enää halua"),
        *("en ole kiinnostunut", "ei enaa", "unohtakaa minut", "riittaa jo", "inget mer"),
    )
)
_START = frozenset(
    (
        *("aloita", "aloittakaa", "aloita uudelleen", "aloita viestit", "peru esto", "poista esto"),
        *("borja", "borja om", "starta", "start", "unstop", "resume", "subscribe"),
    )
)

_HELP_WORDS = frozenset(
    (
        *(
            "apua",
            "apuva",
            "ohje",
            "ohjeet",
            "ohjeet kiitos",
            "ohjeita",
            "info",
            "auta",
            "auttakaa",
            "neuvo",
        ),
        *("mika", "mita", "hah", "haa", "ha", "taa", "kuka", "tarvitsen apua", "apua kiitos"),
        *("hjalp", "hjalp mig", "va", "vad", "vem", "help", "help me", "what", "huh", "who"),
        *("en ymmarra", "forstar inte", "помощь", "помогите"),
    )
)
_GREETINGS = table("hei moi moikka terve no siis anteeksi hej ursäkta hi hello sorry hallå")
_INDIFFERENT = ["ei", "kiinnosta"]
_LONGEST_REFUSAL = 4
_LONGEST_WISH = 10
_STOPS = " .!?,;\n"
_SEPARATORS = frozenset(".!?,;\n")
# Words that end a sentence in other senses too are no stop at the edge of a longer reply.
_STOP_AT_EDGE = _STOP - table("end quit cancel peru perukaa poista poistakaa esto estä estäkää")


def wish(words: list[str]) -> Wish | None:
    """What the reply asks for as a whole; `words` are folded."""
    phrase = " ".join(words)
    if phrase in _REFUSALS or (words[:2] == _INDIFFERENT and len(words) <= _LONGEST_REFUSAL):
        return "refuse" if phrase in _ONLY_ENDS else "decline"
    if phrase in _START:
        return "start"
    if phrase in _STOP_PHRASES:
        return "stop"
    if phrase in _HELP_WORDS:
        return "help"
    if not has_opening(words):
        return None
    short = len(words) <= _LONGEST_WISH
    if short and contains(words, WRONG_NUMBER):
        return "wrong number"
    if contains(words, STOP):
        return "stop"
    return "help" if short and _is_question(words) else None


def without_stop(text: str, tokens: list[Token], words: list[str]) -> str | None:
    """What `text` says beside its stop word; None when it has none.

    A stop word counts as the whole reply ("10 stop", "lopeta viestit, kiitos"), as its first or
    last clause, or, if it is "stop" itself, as its last word.
    """
    if _STOP.isdisjoint(words):
        return None
    spoken = [token for token in tokens if _is_plain_word(token)]
    if _is_stop(spoken, _STOP) or _is_stop_to_us(spoken):
        rest = (t for t in tokens if t.kind is not Kind.MARK and not _is_plain_word(t))
        return " ".join(text[token.start : token.end] for token in rest)
    clauses = _clauses(tokens)
    for clause in (clauses[-1], clauses[0]):
        if _is_stop(clause, _STOP_AT_EDGE) or _is_stop_to_us(clause):
            return _cut(text, clause)
    return _cut(text, spoken[-1:]) if _is_stop(spoken[-1:], _STOP_ALWAYS) else None


def _cut(text: str, spoken: list[Token]) -> str:
    return f"{text[: spoken[0].start]} {text[spoken[-1].end :].lstrip(_STOPS)}".strip()


def _is_stop(spoken: list[Token], stops: frozenset[str]) -> bool:
    words = [fold(token.text) for token in spoken]
    if stops.isdisjoint(words) or " ".join(words) in _START:
        return False
    return all(word in _STOP or word in _STOP_OBJECTS or word in POLITE for word in words)


def _is_stop_to_us(spoken: list[Token]) -> bool:
    """ "STOP hyvinvointialue", "stop Pirha kiitos"."""
    if not spoken or fold(spoken[0].text) not in _STOP_AT_EDGE:
        return False
    named = [token.text for token in spoken[1:] if not _goes_with_stop(token)]
    return is_sender(named)


def _goes_with_stop(token: Token) -> bool:
    return token.text in _STOP_OBJECTS or token.text in POLITE


def _is_plain_word(token: Token) -> bool:
    return token.kind is Kind.WORD and token.value is None


def _clauses(tokens: list[Token]) -> list[list[Token]]:
    """The plain words of each clause that has any."""
    clauses: list[list[Token]] = [[]]
    for token in tokens:
        if token.text in _SEPARATORS:
            clauses.append([])
        elif _is_plain_word(token):
            clauses[-1].append(token)
    return [clause for clause in clauses if clause]


def _is_question(words: list[str]) -> bool:
    first = next((place for place, word in enumerate(words) if word not in _GREETINGS), 0)
    return begins(words[first:], HELP) or contains(words, HELP_ANYWHERE)

"""Our own question, when a person sends it back with the answer."""

import re

_FIGURES = r"\b[01]\s*(?:-|–|—|\.{2,3}|to|till)\s*"
_NO_MEASURE = r"\b(?!\s*(?:min|h\b|t\b|tun|kk|v\b|€))"
# The scale of a question, by its last step.
_RANGES = {
    10: rf"""{_FIGURES}10{_NO_MEASURE} | 0:sta\s+10:een
        | nollasta\s+kymmeneen | noll\s+till\s+tio | zero\s+to\s+ten""",
    5: rf"{_FIGURES}5{_NO_MEASURE} | yhdestä\s+viiteen",
}


def _quoted(scale: str) -> re.Pattern[str]:
    return re.compile(
        rf"""
          [>"”“»]*\s* (?:[^\W\d][^.!?\n"”“]{{0,60}}:\s*)?
          (?:kuinka\s+todennäk|kuinka\s+todennak|hur\s+sannolik|how\s+likely) [^?]* (?:\?|$)
        | (?: \b(?:vastaa|arvioi|svara|reply|answer|rate)\b [^.!?\n]{{0,60}}?
            | (?:\bon\s+a\s+|\bpå\s+en\s+)? \b(?:asteik|skala|scale)\w*\s*
              (?:of|från|from|väliltä)?\s*
          )? \s* (?:{scale}) (?:\s*\([^)\n]*\))? \s* ["”“»)]*\s*[?.:]*
        """,
        re.VERBOSE | re.IGNORECASE,
    )


# What stands under the question.
_NOT_MONITORED = re.compile(
    r"\b(?:emme\s+päivystä|ej\s+jour|inget\s+jourmeddelande|not\s+monitored)\b\.?",
    re.IGNORECASE,
)
_OPT_OUT = re.compile(
    r"\b(?:esto|stopp?|spärr|avsluta|avböj|opt[\s-]?out|block)\s*:\s*(?P<stop>stopp?)\b",
    re.IGNORECASE,
)
_QUOTED = {top: _quoted(scale) for top, scale in _RANGES.items()}


# Texts without any of these need no search; the expression costs more than all other reading.
_HINTS = (
    *(
        "0-",
        "0 -",
        "0–",
        "0 –",
        "0—",
        "0..",
        "0 to",
        "0 till",
        "0:sta",
        "1-5",
        "1–5",
        "1-10",
        "1–10",
        "1 - ",
    ),
    *("todennäk", "todennak", "sannolik", "likely", "nollasta", "noll till", "zero to"),
    *("yhdestä", "päivystä", "ej jour", "jourmedd", "monitored", ": stop", ":stop"),
)


def unquoted(text: str, top: int) -> str:
    """`text` without a quoted question, its scale up to `top` and its footer ("Esto: STOP").

    The opt-out line copied without the question is a person's own STOP.
    """
    lowered = text.lower()
    if not any(hint in lowered for hint in _HINTS):
        return text
    answer = _QUOTED.get(top, _QUOTED[10]).sub(" ", text)
    quoted = answer != text
    answer = _NOT_MONITORED.sub(" ", _OPT_OUT.sub(" " if quoted else r" \g<stop>", answer))
    return answer if answer == text else answer.strip(' \n"”“»>(')

"""The forms a name takes in Finnish sentences: Pekka, Pekan, Pekalle; Virtanen, Virtaselta."""

from collections.abc import Iterable, Iterator

from gateway.core.reading.normalise import fold

_VOWELS = "aeiouyäöå"
_BACK = frozenset("aou")
# Cases on the stem that gradation weakens, then those on the strong one.
_WEAK_CASES = ("n", "lla", "lle", "lta", "ssa", "sta", "ksi")
_DOUBLED = {"kk": "k", "pp": "p", "tt": "t"}
# Names waver: Satu is Sadun, Aatu is Aatun. Where they do, both are made.
_WEAKENED = {
    "lt": "ll", "rt": "rr", "nt": "nn", "nk": "ng", "mp": "mm", "ht": "hd",
    "lk": "l", "rk": "r", "lp": "lv", "rp": "rv",
}  # fmt: skip
# A single stop gives way in these only: Satu, Sadun, but Niki, Nikin.
_GIVING_WAY = {"satu": "sadu", "mäki": "mäi", "joki": "joi"}
# Surnames made of nature bend as its words do: Mäki, Mäen; Laine, Laineen.
_E_STEMS = (
    *("mäki", "niemi", "järvi", "koski", "lahti", "lehti", "saari", "nurmi", "tuomi", "lampi"),
    *("joki", "salmi", "kivi", "hirvi", "kari", "suvi", "veri", "meri", "talvi", "vuori", "tammi"),
    *("suomi", "lumi", "kurki", "kuusi", "hanhi", "korpi", "kärki", "lohi", "honki"),
)


def forms(names: Iterable[str]) -> frozenset[str]:
    """All names in their cases, in lower case, each also without its umlauts."""
    made = (form for name in names for form in _cases(name.lower()))
    return frozenset(each for form in made for each in (form, fold(form)))


def _cases(name: str) -> Iterator[str]:
    yield name
    if name.endswith("nen"):
        yield from _joined(name[:-3] + "se", name[:-3] + "se")
        yield from _harmonic(name[:-3] + "s", ("ta",))
        yield name[:-3] + "set"
    elif name.endswith("s"):
        yield name + "ta" if _is_back(name) else name + "tä"
        yield from _joined(name[:-1] + "kse", name[:-1] + "kse")
        if name.endswith("as"):
            yield from _joined(name[:-1] + "a", name[:-1] + "a")
        yield from _joined(name + "i", name + "i")
    elif name[-1] not in _VOWELS:
        yield from _joined(name + "i", name + "i")
        yield name + "s"
    else:
        yield from _vowel_cases(name)


def _vowel_cases(name: str) -> Iterator[str]:
    yield name + "s"  # Swedish: Annas
    if name.endswith(("la", "lä")):
        yield name + "t"
    for weak in _weak_stems(name):
        yield from _joined(weak, name)
    if name.endswith(_E_STEMS):
        for weak in _weak_stems(name):
            yield from _joined(weak[:-1] + "e", name[:-1] + "e")
    if name.endswith("e"):
        yield from _joined(name + "e", name + "e")
        yield from _harmonic(name, ("tta",))


def _weak_stems(name: str) -> Iterator[str]:
    """The stem before -n and its like: Peka(n), Heiki(n), Sadu(n), Mäe(n)."""
    body, vowel = name[:-1], name[-1]
    pair = body[-2:]
    if pair in _DOUBLED:
        yield body[:-1] + vowel
        return
    yield name
    if pair in _WEAKENED:
        yield body[:-2] + _WEAKENED[pair] + vowel
    elif name[-4:] in _GIVING_WAY:
        yield name[:-4] + _GIVING_WAY[name[-4:]]


def _joined(weak: str, strong: str) -> Iterator[str]:
    yield from _harmonic(weak, _WEAK_CASES)
    yield from _harmonic(strong, ("a",))
    yield strong + strong[-1] + "n"


def _harmonic(stem: str, endings: Iterable[str]) -> Iterator[str]:
    back = _is_back(stem)
    for ending in endings:
        yield stem + (ending if back else ending.replace("a", "ä"))


def _is_back(word: str) -> bool:
    """Whether endings take a: the last of the vowels that decide is a, o or u."""
    deciding = [letter for letter in word.lower() if letter in "aouäöy"]
    return bool(deciding) and deciding[-1] in _BACK

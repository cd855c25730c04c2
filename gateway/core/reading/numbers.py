"""Number words of the languages people answer in."""

from gateway.core.reading.normalise import fold, table

# Cardinals: they also count things ("kaksi sanaa"), so what follows them matters.
_CARDINALS = {
    0: "nolla nollan nollaa nolli noll zero null o ноль нуль صفر eber",
    1: "yksi yks yhden yhen yhtä ett one üks один واحد kow okta",
    2: "kaksi kaks kahden kahen kahta två two два дві اثنان laba guokte",
    3: "kolme kolm kolome kolmen kolmea kolmee tre three три ثلاثة saddex golbma",
    4: "neljä nelijä neljän neljää neljee fyra four neli четыре чотири أربعة afar njeallje",
    5: "viisi viis viiden viien viittä fem five пять п'ять خمسة shan vihtta",
    6: "kuusi kuus kuuden kuuen kuutta sex six шесть шість ستة lix guhtta",
    7: "seitsemän seitsemä seittemän seittemä seittämän seittämä seitten seihtemän seitemän "
    "seitsemää seittemää seitsemällä sju seven seitse семь сім سبعة toddoba čieža",
    8: "kahdeksan kahdeksa kaheksan kaheksa kahreksan kaheksen kahdeksaa kaheksaa kahdeksalla "
    "åtta eight восемь вісім ثمانية siddeed gávcci",
    9: "yhdeksän yhdeksä yheksän yheksä yhreksän yheksen yhdeksää yheksää yhdeksällä "
    "nio nine üheksa девять дев'ять تسعة sagaal ovcci",
    10: "kymmenen kymmene kymmenne kymment kymmentä kymmenellä "
    "tio ten kümme десять عشرة toban logi",
}
# School marks: nouns that name a figure and never count anything.
_MARKS = {
    1: "ykkönen ykkösen ykköstä ykköne etta ettan",
    2: "kakkonen kakkosen kakkosta kakkone tvåa tvåan двойка",
    3: "kolmonen kolomonen kolmosen kolmosta kolmone trea trean тройка",
    4: "nelonen nelosen nelosta nelone fyran",
    5: "vitonen vitosen vitosta viitonen viitosen viitosta vitone femma femman пятерка пятёрка",
    6: "kutonen kutosen kutosta kuutonen kuutosen kuutosta kutone sexa sexan",
    7: "seiska seiskan seiskaa seiskat seiskalla seittonen sjua sjuan",
    8: "kasi kasin kasia kasit kasilla kasiksi kahdeksikko kahdeksikon kaheksikko åttan",
    9: "ysi ysin ysiä ysit ysillä ysiksi yssi yhdeksikkö yhdeksikön yheksikkö nia nian",
    10: "kymppi kympin kymppiä kympit kympillä kympiksi kymppii kympi kybä "
    "kymppa kymppinen tia tian десятка",
}
_OFF_SCALE = table(
    """
    yksitoista kaksitoista kaksikymmentä sata tuhat elva tjugo hundra eleven puolitoista
    seiskapuoli kasipuoli ysipuoli seiskapuol kasipuol ysipuol
    """
)

CARDINALS = {
    form: value
    for value, words in _CARDINALS.items()
    for word in words.split()
    for form in (word, fold(word))
}
MARKS = {
    form: value
    for value, words in _MARKS.items()
    for word in words.split()
    for form in (word, fold(word))
}
NUMBERS = CARDINALS | MARKS | dict.fromkeys(_OFF_SCALE, 1000)

# Words that are also articles or letters: numbers only where nothing else is said.
ARTICLES = table("yksi yks yhden yhen yhtä ett one o")
# "kahden lääkärin mielipide": in these cases a cardinal always belongs to what follows.
BOUND_CARDINALS = table(
    "kahden kahen kolmen neljän viiden viien kuuden kuuen kahta kolmea neljää viittä kuutta "
    "seitsemällä kahdeksalla yhdeksällä kymmenellä"
)
# "ysiä lähentelee": near the mark, not it.
PARTITIVE_MARKS = frozenset(
    mark for mark in MARKS if mark.endswith(("siä", "sia", "piä", "pia", "kaa", "sta"))
)
GENITIVE_MARKS = frozenset(mark for mark in MARKS if mark.endswith(("in", "sen", "kon", "kön")))

# "yhdeksän kymmenestä", "kymppi kympistä", "viisi viidestä": the second number is the scale.
DENOMINATORS = {
    form: value
    for value, words in {
        5: "viidestä viitosesta vitosesta",
        10: "kymmenestä kymmenest kympistä kympist",
    }.items()
    for form in table(words)
}

# Only the long ones: a slip in a mark may be a surname (Kokkonen, Viitanen).
_TYPO_TARGETS = "seitseman seitteman kahdeksan kaheksan yhdeksan yheksan kymmenen kymppi"
_SHORTEST_TYPO = 6
_LONGEST_TYPO = max(map(len, _TYPO_TARGETS.split())) + 1
# One letter from a number word, but words of their own.
_NOT_TYPOS = table("kymmenes kymmenet seitsemäs kahdeksas yhdeksäs kahdeksat yhdeksät kymmenien")


def _shortened(word: str) -> set[str]:
    return {word[:place] + word[place + 1 :] for place in range(len(word))}


def _by_shortened() -> dict[str, set[str]]:
    """Number words by themselves and by what is left of them without one letter."""
    found: dict[str, set[str]] = {}
    for word in _TYPO_TARGETS.split():
        for form in _shortened(word) | {word}:
            found.setdefault(form, set()).add(word)
    return found


_BY_SHORTENED = _by_shortened()


def corrected(word: str) -> str:
    """The number word that `word` is one slip from (a letter more, less or other), else `word`.

    Only words of six letters or more are tried: between kasi, ysi, yksi, kaksi and kuusi one
    letter is another number. Two numbers equally near are none.
    """
    bare = fold(word)
    if not _SHORTEST_TYPO <= len(bare) <= _LONGEST_TYPO or bare in _NOT_TYPOS:
        return word
    near = [form for form in (bare, *_shortened(bare)) if form in _BY_SHORTENED]
    meant = {target for form in near for target in _BY_SHORTENED[form] if _is_slip(bare, target)}
    return min(meant) if len({NUMBERS[target] for target in meant}) == 1 else word


def _is_slip(word: str, target: str) -> bool:
    """At most one letter more, less or other, or two neighbours swapped."""
    if word == target:
        return True
    if len(word) != len(target):
        return abs(len(word) - len(target)) == 1
    first, *rest = [place for place, letter in enumerate(word) if letter != target[place]]
    swapped = target[first + 1 : first + 2] + target[first]
    return not rest or (rest == [first + 1] and word[first : first + 2] == swapped)

"""A guess at the language of a short reply."""

from gateway.core.reading.normalise import table

_FINNISH = table(
    """
    ja on ei en oli ole ollut olen että kiitos kiitoksia hyvä hyvää hyvin huono huonoa mutta mut kun
    niin kuin se mitä mikä kuka tämä tää todella tosi ihan kaikki aika palvelu palvelua hoito hoitoa
    hoitaja hoitajat lääkäri henkilökunta sain olisi vaan vain myös joka jos tai koska arvosana
    annan antaisin pistettä nro n:o numero numerot nolla yksi yks kaksi kaks kolme neljä viisi viis
    kuusi seitsemän kahdeksan yhdeksän kymmenen kymppi kympin ysi kasi seiska kutonen vitonen
    viitonen nelonen kolmonen kakkonen ykkönen tuntia päivää minuuttia kertaa tunti mukava
    ystävällinen seittemän seittemä seitsämän kaheksan kaheksa yheksän yheksä kolome seiskan
    kolmosen selvä ehdoton puhdas pyöreä vastaus luku tulos kouluarvosana kokonaisarvosana
    vastaanotto ajanvaraus miinus sata enintään varmaan reilu lopeta lopettakaa peru seis älkää älä
    väärä apua aloita kyllä joo juu melkein lähes yli alle vähintään noin ehkä odotin vahva heikko
    jonossa pisteet täydet suosittelen suosittelisin viesti viestit hei moi missä miten miksi onko
    eikä ettei minä me te he minut tähteä prosenttia minulle teille sitten nyt enää todnäk surkea
    surkeaa surkeeta jees ok p kiitti
    """
)
_SWEDISH = table(
    """
    och är jag det inte ett bra tack vård vården mycket men som på för med att vi ni mig mitt min
    från fick har hade var väntade timmar timme dåligt dålig betyg poäng ger skulle läkare läkaren
    sköterska sköterskan personal personalen bemötande lång väntetid noll två tre fyra fem sju åtta
    nio tio tia nia åttan sjua sexa femma fyra trea tvåa etta sluta avsluta stopp nej börja hjälp
    kanske nästan minst ungefär vem vad hur fel nummer väldigt alla allt trevlig snabb hej av till
    skicka inga vill kan mer utmärkt fint eller vet ja stark svag klar
    veckor vecka minuter tid rum snäll
    """
)
_ENGLISH = table(
    """
    the and is was i it you to of for not very good bad great thanks thank please would give a my
    out with this that they were doctor nurse staff hours waiting time service care what who zero
    one two three four five six seven eight nine ten points score rating unsubscribe cancel quit end
    no yes wrong number don't help start from almost about excellent friendly but had have helpful
    everything nothing me so be waited weeks minutes long too text texting texts message messages
    send again more wait best ever lovely hello hi how why stars
    """
)
_CUES = {
    **dict.fromkeys(_SWEDISH, "sv"),
    **dict.fromkeys(_ENGLISH, "en"),
    **dict.fromkeys(_FINNISH, "fi"),
}
# Words of several of the three languages weigh half.
_SHARED = frozenset(("on", "no", "a", "i", "me", "en", "min", "start", "ja"))
_ALPHABETS = (
    ("ru", "\u0400", "\u04ff"),
    ("ar", "\u0600", "\u06ff"),
    ("ar", "\u0750", "\u077f"),
    ("el", "\u0370", "\u03ff"),
    ("zh", "\u4e00", "\u9fff"),
    ("th", "\u0e00", "\u0e7f"),
)
_UKRAINIAN = frozenset("іїєґ")
_FINNISH_SHAPES = (
    *("aa", "ää", "ssa", "ssä", "sta", "stä", "lla", "llä", "lle", "nen", "sti", "oo", "een"),
    *("ista", "istä", "tta", "ttä", "iin", "uus", "yys", "at", "ät", "vat", "vät", "ksi", "in"),
)
_SHORTEST_SHAPED = 3
UNDETERMINED = "und"


def guess(words: list[str]) -> str:
    """The language of plain `words` as a two-letter code, or "und"; the first found wins a tie."""
    votes: dict[str, int] = {}
    for word in words:
        language = _CUES.get(word) or _by_shape(word)
        if language:
            weight = 2 if word in _CUES and word not in _SHARED else 1
            votes[language] = votes.get(language, 0) + weight
    if "uk" in votes:
        votes.pop("ru", None)  # most Ukrainian words have no letter of their own
    return max(votes, key=votes.__getitem__) if votes else UNDETERMINED


def _by_shape(word: str) -> str:
    first = word[0]
    if first > "\u036f":
        if "\u0400" <= first <= "\u04ff" and not _UKRAINIAN.isdisjoint(word):
            return "uk"
        return next((code for code, low, high in _ALPHABETS if low <= first <= high), "")
    if "å" in word:
        return "sv"
    return "fi" if len(word) >= _SHORTEST_SHAPED and word.endswith(_FINNISH_SHAPES) else ""

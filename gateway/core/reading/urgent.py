"""Texts that a person must look at before anything else."""

from typing import Literal, NamedTuple

from gateway.core.reading.normalise import fold, table

Urgency = Literal["", "acute", "harm"]

# One rule a line: word beginnings, any of which will do; after each "+" others, one of which must
# stand within reach. A full stop ends a whole word.
_ILLNESS = """
    rintakip rintakiv rintasär rintatunt
    rinta. rintaa. rintaan. rinnassa rinnasta + sattu koske puris pistä kipu kipe paina ahdist polt
    saa. saada saanut + henkeä happea. ilmaa.
    hengitä. hengittämään + ei
    hengenahdis hengenvaar hengitysvaik tukehtu tukehdu tukehtum
    hengitys. henki. hengittää + ei vaike salp loppu pysäh ahdist
    sydänkohtau sydäninfark sydänpysäh aivoinfark aivohalvau aivoverenv halvau halvaant
    suupieli kasvot. + roikku vino. vinossa puutu
    tajuton tajuttom pyörtyi pyörryn
    tajun + menet
    verenvuo
    verta. + vuota vuosi oksen yskin yskii
    myrkyt kouristel kouristaa anafyla
    ambulans + tarvit tulkaa lähettäkää pakko
    bröstsmär bröstkramp andnöd andningsbes hjärtinfark hjärtattac hjärtstop hjärnblöd
    bröst + ont. smärt tryck
    andas. + inte. kan. svår knappt
    luft. + får. ingen
    blöder blödning medvetslös svimmade stroke
    chest + pain hurt tight pressur
    breath + can't cant. cannot couldn short difficult troubl
    heart. + attack
    bleeding unconscious
"""
_SELF_HARM = """
    itsemurh itsetuho yliannos
    tapan. tappaa. tapa. tappaisin. + itseni itsensä
    elää. elämää elossa + halu jaksa tahdo viitsi
    kuolla. kuolemaa. + halu tahdo toivo
    kuolen. kuolisin. kuolemassa
    viillän viilsin viiltel viilte viillel
    vahingoit + itseä itsen
    otin. söin. + liikaa kaikki. koko. + lääk piller tabl
    självmord självskad överdos
    livet. + ta. tar.
    leva. + inte. vill. orkar
    dör. döda. dö. + vill. mig
    skada. skär. skära. skadar + mig
    suicid overdos selfharm self-harm dying.
    kill killing + myself himself herself
    die. dead. + want wish wanna
    life. + end. ending + my.
    live. alive. + don't dont. not.
    harm hurt cut. cutting + myself himself herself
    самоуб умираю
"""
_HARM = """
    väkival pahoinpi raiska ahdistel hyväksikä kosketteli kosketellut kähmi kouri. puukot
    löi. löivät lyö. lyövät lyötiin lyönyt hakattiin hakkasi hakkaa. potki. potkittiin potkaisi
    seksuaali + häir ahdist kosk väki
    uhkail uhkasi uhkaa. uhkaava uhattiin uhannut
    heitteil laiminly kaltoin makuuhaav nälkiin nälässä nääntyi
    märissä märässä märkänä märät ulosteessa virtsassa
    vaippa vaipat vaipoissa + vaihta märk märä uloste tunt
    saanut saa. + ruokaa. vettä. juoma lääkettä + ei. eikä.
    ilman. + ruokaa vettä lääkk juoma hoitoa.
    jätettiin jätetty jätti + yksin makaam lattia
    kaatui kaatunut + lattia yksin kukaan
    lattialla makas makaa makasi + tuntia tunnin yön lattia kukaan
    sidottiin lukittiin lepositeis
    väärä väärää väärät väärän + lääke lääkk annos. verta.
    kuoli. menehtyi + koska jono odot takia
    pelkään + henke henkeni turvall kotona
    misshand våldt våld. våldet våldsam övergrepp vanvård trakasser tafsa liggsår
    slog. slagit slagen slår. + mig henne honom mamma pappa
    hotad hotar hotade hotfull
    utan. + mat. vatten medicin vård.
    abus assault violen rape. raped molest harass groped neglect threat
    hit. beat. beats. kicked slapped + me. him. her. us. my.
    without + food water medic
"""
_PRAISE = table(
    """
    kiitos kiitoksia hyvin hyvä hyvää auttoi auttoivat autettiin autoitte pelasti pelastivat
    pelastitte nopeasti nopea nopeaa loistava loistavaa erinomainen erinomaista mahtava
    ammattitaitoista ammattitaitoisesti asiantunteva asiantuntevaa hoidettiin hoidettu hoitui
    ystävällinen ystävällistä ihana rauhoitti kiitän osaava osaavaa kiitollinen tack bra hjälpte
    räddade snabbt snabb proffsig utmärkt fantastisk omhändertagen thank thanks helped saved quickly
    great excellent well good wonderful amazing
    """
)
_COMPLAINT = table(
    """
    ei eikä en ette eivät kukaan vieläkin vielä edelleen yhä nyt huono huonosti odotin jonotin vasta
    turhaan silti valitettavasti pahenee auttakaa
    inte ingen fortfarande nu dålig dåligt väntade hjälp
    not no nobody still now bad waited never didn't wasn't
    """
)
_Tells = Literal["illness", "self-harm", "harm"]
_TABLES: dict[_Tells, str] = {"illness": _ILLNESS, "self-harm": _SELF_HARM, "harm": _HARM}
_KEY_LENGTH = 3
_REACH = 6


class _Rule(NamedTuple):
    opening: str
    others: tuple[tuple[str, ...], ...]
    tells: _Tells


def _index() -> dict[str, list[_Rule]]:
    """The rules by the first letters of the words that may begin them."""
    index: dict[str, list[_Rule]] = {}
    for tells, lines in _TABLES.items():
        for line in fold(lines).strip().splitlines():
            openings, *others = (tuple(part.split()) for part in line.split("+"))
            for opening in openings:
                rules = index.setdefault(opening.rstrip(".")[:_KEY_LENGTH], [])
                rules.append(_Rule(opening, tuple(others), tells))
    return index


_RULES = _index()


def urgency(words: list[str]) -> Urgency:
    """What folded `words` tell of: "acute" may need 112 now, "harm" needs a person's eyes.

    Recall comes first; only illness in a thankful story ("rintakipuun sain apua nopeasti,
    kiitos") is let through.
    """
    told = {
        rule.tells
        for place, word in enumerate(words)
        if word[:_KEY_LENGTH] in _RULES
        for rule in _RULES[word[:_KEY_LENGTH]]
        if _matches(word, rule.opening) and _stands_near(words, place, rule.others)
    }
    if not told:
        return ""
    if "self-harm" in told or ("illness" in told and not _is_thankful(words)):
        return "acute"
    return "harm" if "harm" in told else ""


def _stands_near(words: list[str], place: int, others: tuple[tuple[str, ...], ...]) -> bool:
    near = words[max(0, place - _REACH) : place] + words[place + 1 : place + 1 + _REACH]
    return all(any(_matches(word, stem) for word in near for stem in stems) for stems in others)


def _matches(word: str, stem: str) -> bool:
    return word == stem[:-1] if stem.endswith(".") else word.startswith(stem)


def _is_thankful(words: list[str]) -> bool:
    return not _PRAISE.isdisjoint(words) and _COMPLAINT.isdisjoint(words)

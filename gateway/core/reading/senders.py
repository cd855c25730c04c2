"""The names people call us by: counties, their hospitals and health stations."""

from collections.abc import Sequence

from gateway.core.reading.normalise import fold, table

_NAMES = table(
    """
    pirha pirhan pirhalle tays taysin varha varhan varhalle tyks tyksin hus husin husille husilta
    pohde pohteen pohteelle oys oysin keusote keusoten keusotelle kymenhva ekhva hyvaks hyvaksin
    soite soiten soitelle lapha lapin kainuun kys eloisa eloisan omahäme omahämeen päijätsote
    päijät-sote luvn lu-hva vake vaken vakehyva itäuusimaa länsiuusimaa satasairaala satahyvä
    ovph obotnia pshva sote siun siunsote siun-sote essote hva
    helsinki helsingin helsingfors espoo tampere tampereen turku turun åbo oulu vantaa kuopio lahti
    pirkanmaa pohjanmaa satakunta uusimaa österbotten nyland
    """
)
# Beginnings of words for an organisation; what a name in the genitive goes with.
_ORGANISATIONS = tuple(
    table(
        """
        hyvinvointialu terveysasem terveyskesku terveysstation sairaala poliklini hammashoitol
        neuvola sosiaaliasem välfärdsområd sjukhus hälsostation hälsocentral hälsovårdscentral
        county hospital clinic wellbeing
        """
    )
)
_GENITIVES = ("n", "s")
_LONGEST_NAME = 4


def is_sender(words: Sequence[str]) -> bool:
    """Whether plain `words` only name us: "pirkanmaan hyvinvointialue", "hus".

    Capital letters tell nothing, people shout; a name unknown here is told by the organisation
    it goes before.
    """
    if not 0 < len(words) <= _LONGEST_NAME:
        return False
    folded = [fold(word) for word in words]
    return all(
        _names(word) or (word.endswith(_GENITIVES) and after and _names(after))
        for word, after in zip(folded, [*folded[1:], ""], strict=True)
    )


def _names(word: str) -> bool:
    return word in _NAMES or word.startswith(_ORGANISATIONS)

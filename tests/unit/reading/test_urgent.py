"""Which texts a person must look at."""

import pytest

from gateway.core.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "Rintakipu alkoi taas",
        "rinnassa painaa ja oikea käsi puutuu",
        "en saa henkea",
        "hengitys on vaikeaa",
        "äiti on tajuton",
        "verta vuotaa eikä lopu",
        "haluaisin kuolla",
        "en jaksa enää elää",
        "aion tappaa itseni",
        "otin liikaa lääkkeitä",
        "hoitaja löi isää",
        "minua ahdisteltiin vastaanotolla",
        "mummo makasi lattialla aamuun asti",
        "annettiin väärää lääkettä",
        "Isä kaatui eikä kukaan tullut",
        "det gör ont i bröstet",
        "jag kan inte andas",
        "jag vill ta livet av mig",
        "personalen slog mamma",
        "vanvård",
        "my chest hurts",
        "I can’t breathe",
        "i want to kill myself",
        "she was abused by staff",
        "left without food all day",
        # a wish to die said in a roundabout way
        "minä en jaksa enää",
        "perhe pärjäisi paremmin ilman minua",
        "en halua herätä aamulla",
        "everyone would be happier without me",
        "jag orkar inte längre",
        "otin kaikki unilääkkeet kerralla",
        # what a child, or somebody by its side, sees
        "vauvan huulet ovat siniset",
        "tytöllä kuume 39,5 ja niska jäykkä",
        "kaveri ei herää ja hengittää oudosti",
        "mamma vaknar inte, hon är grå",
        "hans ansikte hänger snett",
        # violence, threats, neglect
        "isä lyö minua kotona",
        "tulen sinne puukon kanssa",
        "kotona ei uskalla olla, pelkään miestäni",
        "hän nipistelee äitiä ja ranteissa on mustelmia",
        "he locks me in the room and hits me",
        # drugs and the helpless
        "insuliini pistettiin kahteen kertaan",
        "mummolle annettiin naapurin lääkkeet",
        "kaaduin enkä pääse ylös",
        "muistisairas isä lähti ulos pakkaseen",
        # a cry in few words
        "apua kuolen",
        "auttakaa mummo kuolee",
        "hjälp jag dör",
        "help im dying",
        "apua hän kuolee",
        "apua kuolen kipuun",
        "soittakaa ambulanssi labran vessaan",
        # a wish to be dead, said as a hope
        "toivon että kuolisin",
        "kunpa kuolisin pois",
        "olisi parempi jos kuolisin",
        "toivoisin että kuolisin pian",
        "jag önskar att jag var död",
        "jag hoppas att jag dör",
        "i hope i die soon",
        "kuolisinpa jo",
        "jag önskar att jag fick dö",
        "voi kun kuolisin",
        # a child among the pills
        "lapsi söi lääkkeitä",
        "taapero on syönyt mummon tabletteja",
        "poika söi nappipariston",
        "vauva laittoi suuhun pillerin ja nieli",
        "2-vuotias söi isän verenpainelääkkeen",
        "barnet har ätit tabletter",
        "min dotter åt mormors medicin",
        "my toddler ate pills",
        "my son has eaten grandmas medication",
        "tyttö söi vahingossa rautatabletteja",
        # cuts of one's own making
        "vedin viiltoja käteen",
        "tein viillot ranteeseen",
        "minulla on tuoreita viiltoja käsissä",
        "vetelen viiltoja reiteen",
        "jag skär mig i armen",
        "har skurit mig i handleden",
        "i keep cutting my arms",
        "i slashed my wrists",
        "olen viillellyt käsiäni",
        "jag har skurit mig själv",
    ],
)
def test_danger_and_harm_are_urgent(text: str) -> None:
    assert read(text).urgent
    assert read(text, "comment").urgent
    assert read("3. " + text).urgent


@pytest.mark.parametrize(
    "text",
    [
        "Rintakipuun sain apua nopeasti, kiitos",
        "sydänkohtauksen jälkeen hoito oli erinomaista",
        "I had chest pain and you helped me well",
        "Jag hade ont i bröstet och fick snabbt bra vård",
        "kipua ei ollut",
        "Verikoe sujui hyvin",
        "Rintasyöpäseulonta sujui hyvin",
        "Odotin kauan",
        "henkilökunta oli ystävällistä",
        # a figure of speech
        "kuolin nauruun",
        "en jaksa enää täyttää lomakkeita",
        "puhelinjono tappaa hermot",
        "lapsi sai tarran",
        # long ago, or over
        "viime vuonna isä kaatui ja makasi lattialla",
        "rintakipu otettiin tosissaan, kiitos",
        "infarktista on kaksi vuotta, aivoinfarktin jälkeen opin puhumaan",
        "för två år sedan hade jag andnöd",
        # a heart that stopped for joy, a patient who died of boredom
        "Sydän pysähtyi hoitajan ihanuudesta 10",
        "sydän hakkasi ilosta kun näin vauvan",
        "sydän puristui rakkaudesta",
        "my heart stopped, the doctor was so handsome",
        "my heart was racing with joy",
        "apua kuolen nauruun",
        "apua kuolen tylsyyteen jonossa",
        "hjälp jag dör av skratt",
        "help im dying of boredom",
        "lapsi söi lääkkeet kiltisti",
        "lapsi ei syö lääkkeitä, saimme vinkkejä",
        "leikkausviilto parani",
        "lääkäri teki viillon ja paise tyhjeni, kiitos",
        "lapselle määrättiin lääkkeitä",
        "barnet fick medicin och mår bra",
        "far dog där ensam, jag önskar få veta varför",
    ],
)
def test_praise_and_everyday_complaints_are_not(text: str) -> None:
    assert not read(text).urgent


def test_an_urgent_text_keeps_its_score() -> None:
    reading = read("0 rintakipu eikä kukaan uskonut")
    assert (reading.score, reading.urgent) == (0, True)


def test_an_acute_text_without_a_score_is_a_call_for_help() -> None:
    assert read("en saa henkeä").kind == "help"


def test_an_urgent_comment_is_kept_as_it_is() -> None:
    text = "Rintaan sattuu edelleen"
    reading = read(text, "comment")
    assert (reading.comment, reading.urgent) == (text, True)


def test_a_wish_to_die_is_urgent_though_thanks_are_said() -> None:
    assert read("kiitos hyvästä hoidosta, haluan silti kuolla").urgent


def test_a_wish_to_die_that_lies_behind_is_not() -> None:
    assert not read("kolme vuotta sitten halusin kuolla, autoitte, kiitos").urgent


def test_despair_is_not_taken_for_an_opt_out() -> None:
    reading = read("en halua enää elää")
    assert (reading.stop, reading.urgent) == (False, True)

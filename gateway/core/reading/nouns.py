"""Units and things people count: a number before them is no score."""

from gateway.core.reading.normalise import fold, table

# Whatever their case, these make the number a measure: "2 tunnin jono", "9 v".
UNITS = table(
    """
    aikoihin aikaan maissa jälkeen asti saakka mennessä
    h t tunti tuntia tunnin tunnissa tuntii tuntiin tunnilla tuntikausia tuntinen tuntisen tunteja
    min mins minuutti minuuttia minuutin minuutissa minuuttii minuutteja minsaa minsa minaa s sek
    sekuntia sekunti sekunnin sekunnissa kk kuukausi kuukautta kuukauden kuukaudessa kuukaus kuuta
    pv pvä päivä päivää päivän päivässä päivee päivänä päiväksi vrk vuorokausi vuorokautta
    vuorokauden vk vko vkoa viikko viikkoa viikon viikossa viikkoo viikolla viikoksi v vuosi vuotta
    vuoden vuodessa vuotias vuotiaan vuotiaalle vuotiaana vuotiasta vuotiaat vuotinen krt kerta
    kertaa kerran kertoo kertaan kerralla kertoja krs kerros kerrosta kerroksen kerroksessa
    kerrokseen luokkalainen luokkalaisen luokalla luokan hengen e eur euro euroa euron eurolla
    eurolle euroo egee snt
    senttiä km kilometriä kilometrin m metriä metrin cm mm kg kiloa kilon g grammaa mg ml dl l
    litraa astetta asteen c mmol kpl kappaletta hlö hlöä henkeä henkilöä rv raskausviikko
    raskausviikolla raskausviikkoa x prosenttiyksikköä lk
    timme timmar timmarna timmars tim minut minuter minuters minuterna dag dagar dagars dagarna dygn
    dygns vecka veckor veckors månad månader månaders mån år års åring åringen åriga gång gånger
    gången kr kronor euros st stycken
    am pm hour hours hr hrs minute minutes day days week weeks month months year years yr yrs time
    times yo eurs bucks pounds miles floor
    час часа часов минут минуты день дня дней раз раза лет год года
    """
)

# Partitives (after two or more) and their spoken forms; whole words.
_COUNTED = table(
    """
    lasta yötä aamua iltaa miestä naista ihmistä tyyppiä kaveria omaista vierasta puolta palaa tapaa
    sanaa asiaa syytä ovea autoa kuvaa laskua paikkaa tikkiä haavaa hoitajoo lääkärii ihmist
    hoitajaaki muuta lääkärist viest eriä vuoroa kättä jalkaa silmää polvea korvaa kohtaa riviä
    kissaa koiraa penkkiä kuppia lasia nimeä kesää talvea ykköstä kakkosta pussia kyynärsauvaa
    varvasta sormea veljeä siskoa siskosta serkkua tuntematonta toista kolmesta heistä meistä niistä
    näistä teistä sairaalaa
    """
)
# Partitives whose compounds count alike: sairaanhoitajaa, verikoetta, soittopyyntöä.
_COUNTED_ENDINGS = tuple(
    table(
        """
        hoitajaa lääkäriä potilasta henkilöä aikuista asiakasta työntekijää opiskelijaa
        harjoittelijaa asukasta vanhusta tyttöä poikaa mummoa kätilöä ohjaajaa asiantuntijaa
        terapeuttia psykologia virkailijaa vartijaa siivoojaa kuljettajaa sijaista perhettä vauvaa
        jonottajaa
        vuosikymmentä viikonloppua kysymystä vastausta viestiä puhelua soittoa soittopyyntöä
        käyntiä varausta reseptiä lääkettä tablettia pilleriä annosta rokotetta rokotusta piikkiä
        koetta röntgenkuvaa tutkimusta leikkausta toimenpidettä hammasta huonetta kokemusta yritystä
        osastoa sänkyä vuodepaikkaa tuolia kilometriä yksikköä pulloa pakettia numeroa kirjettä
        lomaketta paperia virhettä ongelmaa vikaa valitusta valittamista valitettavaa moitittavaa
        moitetta moitteita huomautettavaa huomautusta parannettavaa miinusta plussaa lausetta
        askelta ambulanssia taksia bussia tiimiä raskautta synnytystä sairautta diagnoosia
        mielipidettä neuvoa toivetta ehdotusta vaihtoehtoa suuntaa seikkaa juttua kiitosta halausta
        hymyä peukkua sydäntä viikkoa päivää tuntia minuuttia lapsenlasta yhteydenottoa lähetettä
        ajanvarausta terveyskeskusta pistosta vaippaa työvuoroa luukkua ikkunaa
        """
    )
)
# Counted in Swedish and English, one or many.
_COUNTED_ABROAD = table(
    """
    läkare sköterska sköterskor skötare undersköterskor patient patienter barn person personer
    människor män kvinna kvinnor ord sak saker fråga frågor samtal besök prov recept tabletter
    mediciner medicin rum våningar plats platser nätter natt problem fel stygn tänder sprutor
    anställda barnmorskor vårdare kollegor ställen
    nurse nurses doctor doctors dr drs patient patients people person persons word words thing
    things question questions call calls visit visits test tests room rooms child children kid kids
    man woman women issue issues problems complaint complaints complaints problem appointment
    appointments receptionist receptionists midwives midwife therapists tablets pills nights night
    staff others
    vänner kompisar kompis grannar släktingar kolleger kollegor bekanta arbetskamrater
    friends neighbours neighbors relatives colleagues coworkers mates
    врача врачей медсестры медсестра
    """
)
# After one, the nominative: "1 hoitaja oli ystävällinen".
_SINGLE_ENDINGS = tuple(
    table(
        """
        hoitaja lääkäri potilas ihminen henkilö työntekijä opiskelija asukas vanhus kätilö ohjaaja
        terapeutti psykologi virkailija vartija asia sana syy kysymys viesti puhelu soitto käynti
        resepti lääke tabletti koe kuva tutkimus leikkaus huone virhe ongelma vika miinus plussa
        juttu lapsi mies nainen tyyppi kaveri toive ehdotus parannusehdotus yö kohta hammas piikki
        hoitajista lääkäreistä parhaista
        """
    )
)
# Adjectives between a number and what it counts: "2 eri lääkäriä", "3 pitkää tuntia".
_BETWEEN = table(
    """
    eri muuta toista ensimmäistä viimeistä täyttä kokonaista pitkää hyvää huonoa mukavaa kivaa
    ihanaa lisää uutta vanhaa isoa pientä samaa tällaista sellaista hyvin todella olika hela långa
    bra different other more long good whole full other little new
    """
)


# Those one recommends to: "8 kaverille suosittelisin". Staff are given scores: "10 hoitajalle".
_TOLD = table(
    """
    kaverille ystävälle tutulle tuttavalle läheiselle ihmiselle sukulaiselle naapurille
    perheenjäsenelle kollegalle serkulle henkilölle tyypille omaiselle asiakkaalle potilaalle
    """
)
_TOLD_ENDINGS = (*_TOLD, *(f"{told}ni" for told in _TOLD))
# Imperatives end like partitives: "10 jatkakaa samaan malliin". A doubled k is a noun's
# ("paikkaa", "kukkaa"), and so is a single one in these and their compounds.
_REQUEST_ENDING = "kaa"
_NOT_REQUESTS = tuple(
    table(
        """
        kkaa aikaa vikaa poikaa taikaa siikaa liikaa raakaa ruokaa matkaa jalkaa velkaa selkää
        nälkää nahkaa uhkaa reikää piiskaa puuskaa lankaa virkaa sarkaa paskaa tuskaa pitkää
        """
    )
)
_SHORT_NOUNS = table("ikää eläkeikää hakaa sikaa takaa vakaa arkaa")
_PARTITIVE_LETTERS = ("a", "ä")
_PARTITIVE_ENDINGS = ("aa", "ia", "ua", "oa", "ya", "ta")
_PLAIN_PARTITIVE_ENDINGS = ("aa", "ua", "oa", "ya")
# Adjectives, doings and verbs in the same shape: "9 hyvää palvelua", "10 kannattaa käydä".
_QUALITY_ENDINGS = ("vaa", "eaa", "mpaa", "lua", "lya", "lista", "sta", "lta", "tonta", "jetta")
_QUALITIES = table(
    """
    hyviä hyvaa huonoa ihanaa mukavaa hienoa helppoa kylmää tylsää kivaa pahaa turhaa tylyä outoa
    pitkää halpaa isoa paskaa kultaa luksusta työtä hoitoa apua väkeä porukkaa henkilökuntaa
    toimintaa rakkautta iloa lohtua kiitosta mieltä kunhan mutta jota mitä sitä vasta ilman tietoa
    ymmärrystä kipua särkyä rintakipua jonoa odottelua asennetta kiirettä laatua luokkaa tasoa
    meininkiä kannattaa pitää osaa saa auttaa tietää antaa ottaa jaksaa riittää ymmärtää odottaa
    voittaa suositella käydä tulla olla mennä saada kiittää ikinä aina juuri kaikkea muuta kovaa
    rauhaa ihania mukavia ammattitaitoisia ystävällisiä loistavia parhaita siitä niitä näitä teitä
    heitä
    """
)


# Before a time these wish it: "10 hyvää kesää".
_WISHES = table("hyvää mukavaa kivaa ihanaa kaunista aurinkoista rauhallista iloista")
_WISHED = table(
    """
    päivää iltaa yötä viikkoa viikonloppua kesää talvea syksyä kevättä vuotta juhannusta joulua
    vappua
    """
)
# One noun in the genitive owns what follows: "6 potilaan huone", or "10 hoitajan hymystä".
_OWNER_ENDINGS = tuple(
    table("hoitajan lääkärin potilaan lapsen ihmisen henkilön työntekijän asukkaan")
)
# Half a day tells a clock, "9 aamulla", or when the visit was.
_DAY_TIMES = table("aamulla aamuyöllä aamupäivällä iltapäivällä illalla yöllä")
# Between a one and its noun: "1 hyvä hoitaja", or "1. Huono lääkäri".
_SINGLE_BETWEEN = table(
    """
    hyvä mukava ystävällinen ihana kiva huono töykeä tyly epäystävällinen nuori vanha uusi pieni iso
    sama ainoa osaava ainut
    """
)


def is_counted(word: str, following: str, count: int | None) -> bool:
    """Whether a number before `word` (and the word `following` it) counts things.

    Finnish nouns are counted in the partitive, so "9 hoitajat ihania" is a score of nine and
    "2 hoitajaa" is not; `count` matters for the nominative after one.
    """
    if word in UNITS or _is_noun(word) or word.endswith(_TOLD_ENDINGS):
        return True
    if count == 1 and word.endswith(_SINGLE_ENDINGS):
        return True
    if word in _WISHES and following in _WISHED:
        return False
    if following.endswith(_TOLD_ENDINGS):
        return word in _BETWEEN or word.endswith(("lle", "lleni"))
    return _qualifies(word) and (following in UNITS or _is_noun(following))


def looks_partitive(word: str) -> bool:
    """Whether an unknown word has the shape that follows a Finnish number word."""
    bare = fold(word)
    return bare.endswith(_PARTITIVE_ENDINGS) and not _is_other_in_shape(word, bare)


def may_be_counted(word: str, following: str, count: int | None) -> bool:
    """Whether an unknown word after figures may be a thing counted: "2 katetria puuttui".

    Only the plainest partitives raise the doubt; after a zero all do ("0 stressiä").
    """
    if word.endswith(_OWNER_ENDINGS) or word in _DAY_TIMES:
        return True
    if count == 1 and word in _SINGLE_BETWEEN and following.endswith(_SINGLE_ENDINGS):
        return True
    bare = fold(word)
    endings = _PARTITIVE_ENDINGS if count == 0 else _PLAIN_PARTITIVE_ENDINGS
    return bare.endswith(endings) and not _is_other_in_shape(word, bare)


def _is_other_in_shape(word: str, bare: str) -> bool:
    """Whether a word ending like a partitive is an adjective, a doing or a request."""
    return word in _QUALITIES or bare.endswith(_QUALITY_ENDINGS) or _is_request(bare)


def _is_request(bare: str) -> bool:
    if not bare.endswith(_REQUEST_ENDING):
        return False
    return not bare.endswith(_NOT_REQUESTS) and bare not in _SHORT_NOUNS


def _is_noun(word: str) -> bool:
    if word in _COUNTED or word in _COUNTED_ABROAD:
        return True
    return word.endswith(_PARTITIVE_LETTERS) and word.endswith(_COUNTED_ENDINGS)


def _qualifies(word: str) -> bool:
    if word in _BETWEEN:
        return True
    bare = fold(word)
    return bare.endswith(_PARTITIVE_ENDINGS) and not _is_request(bare)

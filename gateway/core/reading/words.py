"""What the words around a number make of it."""

from gateway.core.reading.normalise import table

# Words that name or hand over a score: "annan hoidolle 9", "betyg 8", "I'd say 10".
CUES = table(
    """
    arvosana arvosanan arvosanani arvosanaksi arvosanaa arvosanalla arvosanamme kouluarvosana
    kouluarvosanaksi kouluarvosanalla kokonaisarvosana yleisarvosana arvio arvioni arvioisin arvioin
    numero numeroni numeroksi numeron numerolla nro nr n:o number nummer luku lukuna pisteet
    pisteitä pistemäärä pisteeni mielestäni mielestä puolestani puolesta vastaus vastaukseni vastaan
    vastaisin annan anna annamme annetaan antaisin antaisi antaisimme antaa laitan laitamme
    laitetaan laittaisin laita pistän panen sanoisin sanotaan sanon sanoisimme suosittelisin
    suosittelen suosittelisimme suosittelemme suositus todennäköisyys todennäköisyydellä
    todennäköisyyteni valitsen valitsisin korjaan korjaus muutan sittenkin annoin annettiin
    ansaitsee saa saatte saavat saisi sais saavatte betyg betyget poäng poängen svar svaret siffra
    siffran siffror ger ge gav skulle säger sätter omdöme bedömning väljer sannolikhet
    score scoring rating rate rated grade answer give gave giving say mark gets deserves recommend
    likelihood оценка ставлю balli hinne annan
    """
)
# Words that add nothing beside a score and may stand between it and the edge of the text.
FILLERS = table(
    """
    no noh nooh hei heippa moi moikka terve tere huomenta päivää iltaa kyllä kylläpä joo juu jep
    okei ok siis eli elikkä ihan aivan täysin täysi täyden täydet täyttä täys täydellinen vahva
    vahvan vahvasti heikko heikon hyvin selvä selvästi selkeä ehdoton ehdottomasti puhdas puhtaasti
    varma varmasti tasan pyöreä pyöree pyöreät iso tulos vaan vain vaikka tästä siitä minulta multa
    meiltä mä minä me mun minun olisi on oli ois se tämä tää silti annettu sellainen semmonen
    semmoinen sellaisen pelkkä pelkän suoraan tod todella erittäin todennäköisesti todnäk kiitettävä
    kokonaisuutena kaiken kaikkiaan yhteensä tänään eilen
    hejsan hej tjena jo nå en ett är det den blir blev stark starka svag klar klart ren full fulla
    säker bra min mitt från jag för då nog
    hi hello yes a an the it its it's is was be would i i'd i'll my me for you them only just bara
    endast blott solid strong weak clear definitely absolutely probably very likely well so um
    """
)
FULL = table("täysi täyden täyttä täys täydet full fulla")
POLITE = table(
    """
    pls plz pliis snälla kiitos kiitoksia kiitti kiitosta tack tackar thanks thank thx ty спасибо
    aitäh terveisin terv
    """
)
COPULAS = table("on oli olisi ois olivat ovat ollut vain vaan jo vielä är var is was are were")
CONJUNCTIONS = table("tai taikka vai eller or ja och and sekä - – — /")
# The sentence goes on after the score: "palvelu 9 mutta ...".
TURNS = table("mutta mut koska sillä vaikka joten men eftersom but because although kiitos")
NUMBER_NAMES = frozenset(("numero", "nro", "n:o", "nr", "number", "nummer"))
SUBJECTS = table(
    """
    palvelu palvelulle palvelusta palvelunne hoito hoidolle hoidosta hoitoon kohtelu kohtelusta
    kokemus kokemukseni käynti käynnistä käynnille asiointi asioinnista henkilökunta henkilökunnalle
    vastaanotto lääkäri hoitaja toiminta kaikki kokonaisuus laatu vården bemötandet bemötande
    service servicen upplevelsen care treatment experience
    """
)

# The number is only near the score, or the person would not be held to it.
HEDGES = table(
    """
    melkein lähes liki miltei vähintään vähintäänkin ainakin yli alle noin n suunnilleen jotain
    jotakin joku jokin suurinpiirtein piirtein arviolta ehkä ehkäpä kai kaiketi kenties varmaan
    varmaankin luultavasti mahdollisesti enintään korkeintaan max maks minimi maksimi reilu reilusti
    vajaa vajaat vähemmän enemmän enempää parempi huonompi miinus välillä väliltä väliin puolet
    puoli
    nästan minst ungefär cirka ca kanske åtminstone högst drygt knappt mellan typ runt över under
    minus mindre snart
    less more fewer almost nearly about around roughly perhaps maybe atleast least most over between
    above below circa approximately less possibly
    """
)
HEDGES_AFTER = table(
    """
    kai kaiketi kenties varmaan varmaankin luultavasti tms välissä välimaastossa tienoilla
    paikkeilla pintaan kieppeillä maissa välillä väliltä luokkaa ish ehkä suunnilleen kanske ungefär
    maybe perhaps roughly puolikas
    """
)
HALVES = table("puoli puol puolikas halv halva halvt half")

NEGATORS = table(
    """
    ei en emme et ette eivät eikä enkä emmekä inte icke ej not isn't never cannot can't don't
    wouldn't tuskin
    """
)
BETWEEN_NEGATION = table(
    """
    mikään mitään ihan aivan nyt voi voisi voida viitsi kehtaa saa anna annan antaisi antaisin antaa
    laittaisi sanoisi täysin täyttä täysi täysiä täydet kuitenkaan todellakaan kyllä enää ole olisi
    ollut pysty edes kuin muuta muu muuten enempää sentään tule
    riktigt helt kan ge ger är en full fulla quite a an really give it the is would full exactly
    """
)
GIVING = table("anna voin antaisi antaisin annetta anneta irtoa heru voi pysty ge ger give")
SWEDISH_FULL = table("stark svag klar ren full fulla solid säker god bra")

# What a person says instead of a number. Only replies made of these words alone are vague: "no"
# and "en" are here for "no idea" and "en tiedä".
VAGUE = table(
    """
    kyllä joo juu jep juups jees jep jepjep niin ehkä kai varmaan varmasti ehdottomasti tottakai
    totta todnäk todennäköisesti todennäköistä todennäk tod näk erittäin hyvin melko aika todella
    epätodennäköisesti tuskin luultavasti mahdollisesti kenties eos emt ent tiedä tiiä tiedän en
    osaa sanoa mielipidettä oo ole ei
    ja japp jo kanske vet ej inte jag säkert gärna absolut sannolikt mycket knappast troligen
    troligtvis
    yes yeah yep yup maybe perhaps sure definitely absolutely likely very probably unlikely dunno
    don't dont know idea no i of course not
    numero numeroa nro arvosana arvosanaa luku tykkäsi viestistä gillade liked loved disliked reagoi
    viestiin korosti melkein lähes täydet pisteet mä mie minä riktigt njaa nja jaa hmm mm öö tjaa
    joo-o jaa-a aivan suurella pienellä todennäköisyydellä mielellään mielelläni hajua aavistusta
    aavistustakaan mitään idk da да нет
    """
)

STAR_SIGNS = frozenset("*⭐★☆🌟")
STARS = table("tähteä tähti tähden stars star stjärnor stjärna")
THAN = table("kuin än than")
PERCENT = table("% prosenttia prosentti prosenttinen prosenttisesti pros procent percent")
POINTS = table(
    """
    pistettä pisteen piste pisteellä pst p pts pist poäng points point pinnaa pojoa plus plussa
    miinus minus arvosanaksi arvosanalla punktia
    """
)
SCHOOL_SIGNS = table("plus plussa miinus minus")
POINTS_ONLY = POINTS - SCHOOL_SIGNS
OUT_OF = table("av of out outta kautta på ud from из")

# Places, clocks, ages and measures: the number after them belongs to them.
CONTEXTS = table(
    """
    klo kello kl klockan clock huone huoneessa huoneen huoneesta huoneeseen osasto osastolla
    osastolle osaston osastolta os kerros kerroksessa kerroksen krs ovi ovella ovesta oven linja
    linjalla vaille pysäkki hissi rakennus rakennuksessa bussi bussilla tie talo talossa rappu
    porras vuoronumero jonossa jononumero jonotusnumero sija sijalla vaihe vaiheessa tyyppi tyypin
    diabetes aste asteen luokka luokalla luokan rv viikko viikolla viikon raskausviikko
    raskausviikolla vko vuonna vuosi kohta kohdassa kohtaan sivu sivulla puh puhelinnumero numeroon
    numerosta numerossa vastaanottohuone pkl asema moduuli tiimi aula ikkuna luukku luukulla tiski
    hetu ikä ikäni iältään iässä syntynyt synt maksoin maksoi maksaa maksan hinta maksu lasku laskun
    odotin odotimme odotti odotettiin odotella odottaa odottelin odotusta jonotin jonotimme jonotti
    kesti kestää meni menee vei kuume kuumetta lämpö lapseni poikani tyttäreni tyttöni vauvani lapsi
    verenpaine paine paineet sokeri sokerit hb crp hemoglobiini kipu kipuni kivut kipuja kipua kivun
    särky särkyä vas kipuasteikolla apgar ennen jälkeen alkaen asti viite viitenumero tilinumero
    koodi pin kävin käytiin käynyt soitin soitettu soittanut yritin paino pituus tunnissa tuntia
    otan odottanut edessä edessäni edellä takana paikalla hän
    olin olen olemme olimme täytti täyttää täyttänyt viime ens ensi
    rum rummet avdelning avdelningen våning våningen dörr ålder åldern efter vid före innan väntade
    väntat kostade kostar smärta smärtan smärtor vecka hiss
    room ward floor door at age aged after before in since until by waited took cost pain bed level
    stage week line bus street building
    """
)
# A part of the visit that people rate, and as often measure: "odotus 2" may be hours.
DOUBTFUL = table(
    """
    jono jonot puhelin odotus odotusaika jonotus jonotusaika odottaminen jonottaminen väntan
    väntetid väntetiden wait waiting
    """
)
# Plural partitives head a count: "hoitajia oli 2", "lapsia 3".
COUNT_HEADS = ("ia", "iä", "oja", "öjä", "eja", "ejä", "ita", "itä")
# A compound of one of these is a place with a number: "Biokatu 8", "vuodeosasto 2".
PLACES = ("katu", "kadun", "kuja", "polku", "raitti", "ntie", "kaari", "osasto", "huone")
NOT_COUNT_HEADS = ("gia", "ria", "pia", "asia", "siitä", "siita")

# An ordinal's noun: "2. kerros", "1. kerta".
ORDINALS = table(
    """
    krs kerros kerroksen kerroksessa kerrokseen kerta kerran kertaa kerralla kertaluokka luokka
    luokan luokalla luokkalainen päivä päivän päivänä viikko viikolla kk kuukausi vuosi leikkaus
    """
)
# "täyden kympin palvelua" praises; "kympin parkkimaksu" is a price, "nelosen hoitajat" a ward's.
MARK_PHRASES = table(
    """
    arvoinen arvoista arvoiset hoito hoitoa palvelu palvelua paikka porukka suoritus homma meininki
    työtä toimintaa henkilökunta henkilökuntaa
    """
)
CURRENCY = frozenset("€$£°")
SCALE_NAMES = table("asteikolla asteikko asteikkona skala skalan scale")
POSSIBLE = table("mahdollisesta möjliga possible")  # "yhdeksän kymmenestä mahdollisesta"
# After the score, these still only hand it over: "9 annan", "10 from me".
AFTERTHOUGHTS = table(
    """
    ja och and minä mä voin antaa kyllä kylläkin silti kuitenkin annan antaisin arvosana arvosanaksi
    mahdollisesta möjliga possible arvosanani minulta multa meiltä sanoisin eli siis on se from me
    från mig betyg blir det
    """
)

"""Rules that tell of acute illness, accidents and helplessness."""

RULES = """
    rintakip rintakiv rintasär rintatunt + nyt. kova on. alko taas painaa puristaa säteil alkoi
        koko. ja. $
    rintakip rintakiv ! kysyi jaksoi odotus pelkk onneks rasitu kuitat
    rinta. rintaa. rintaan. rinnassa rinnasta rintoo rintalasta + sattu koske puris pistä kipu
        kipe paina ahdist ahist polt säteil
    sydän. sydäntä sydämestä syämmestä syämest syrämmest + hakkaa muljuu lyö pistä puris ottaa.
        sattu tykytt särk pysäht oikein ! ihanu ihast ihana rakkau ilosta ilahdu onnesta hymy söpö
        komea kauni liikutu
    käsivar leukaan leukaa leuka + säteil särk puutu rinta
    saa. saada saanut saan. saa + henkeä henkee henkiä happea. ilmaa happee ! ruoka
    hengitä. hengittämään hengitän + ei en
    hengenahdis hengenah hengenvaar hengitysvaik tukehtu tukehdu tukehtum ! nauru ilma
    hengitys. henki. hengittää hengittä henkeä henkee + vaike salp loppu pysäh ahdist ahist oudo
        hassu harvo raskas huono tihe rohi vinku haukko kulje
    haukkoo haukon + henke ilmaa happea
    rohisee rohina vinkuu korisee + hengit henki keuh harmaa kuume se. hän. lapsi vauva ja.
    huulet. huuli. kasvot. naama iho kynnet ihan. + sini siner harmaa
    sinertä sinisenä
    saturaatio happisatur happi + 7 8 laske piipp loppu sammu
    happirikast hengityskone hengityslait imulaite + sammu akku hälyt piip rikki loppu
    sydänkohtau sydäninfark sydänpysäh aivoinfark aivohalvau aivoverenv halvau halvaant ! jälkeen
        jälkeise sitten kuntout myöhem pelä pelko tunnist tunniste huomat huomas kuulemma dement
        väärin
    suupieli kasvot. naama naamasta naaman poski kasvo + roikku vino. vinossa puutu valah vinoon
    puhe. puhuu puhe puhetta + sammal puuro sekav höpö epäselv soper ! ihan
    sanat. sanoja + menee väärin löyd sekaisin + ei väär
    käsi. käsivarsi jalka. jalat. raaja puoli. kättä kädestä käsi jalkaa + nouse nosta tunnot
        puutu halva toimi kanna kylmä tunne + ei. en. eikä enkä on. ja. nyt.
    näkö näköni silmistä silmissä + lähti hävi pimen häipyi must hämärt sume sumee ! lasit
    näen näkee silmissä + salam kahtena rott ötök hahmoj
    päänsärky pää päätä + räjäh pahin salam räjäyt
    tajuton tajuttom pyörtyi pyörtyn pyörryin + nyt. ei. taas tänä makaa ja. hän. on. isä äiti
        suihku
    tajuttomana tajuton
    tajun + menet
    herää. heräänyt hereille heräte + ei. eikä en. enkä saa ! aamulla väsy
    reagoi + ei. eikä ! ruutu näyttö sovel nappi laite kortti
    vastaa + puheeseen puhutteluun + ei
    verenvuo
    verta. veri veressä verissä + vuota vuosi oksen yskin yskii valuu tulee tyreh suihk ulosta
        lattia joka. hirve löyty portai vessa ! koe
    nenäverenv
    vuoto vuotaa vuodan + läpi sidettä lopu tyreh runsa rv. huippa
    oksentaa oksennan oksentanut oksennus + verta tumma kahvinp musta pää niska monta viisi sekava
        nukkuu
    ulosta kakka kakkaa + verta musta tervaa
    kuume horkka + 38 39 40 41 + vauva viikkoi vk. vkoa niska solun sytost horkka täplä pilkku
        hereil hakee tärin vatsa imeä sekava houra veltto kohta nouse jaksa keuhko
    niska + jäyk taivu
    täpliä täplä pilkkuja petekk mustelmatäpl + tumm häviä lasi kuume pikku
    kieli. kurkku kaula. nielu huulet. naama silmät + turpo turvo paisu umpe
    kieleni kurkkuni huuleni + turpo turvo paisu
    nieleminen niele niellä + onnistu pysty ei en
    nielas nielais nielly söin. syönyt syötiin + paristo patter pesuain tablet *lääk sieni sieniä
        myrk kynsilak liuot
    suu. suussa + pesuaine emäs myrk
    myrkyt kouristel kouristaa kouristu anafyla kramppi kohtaus + nyt. ei. lopu minuut taas on.
        lapsi vauva hän.
    myrkyt kouristel kouristaa anafyla
    kramppaa krampannu krampp + lapsi vauva minuut lopu
    raskaana raskausviik rv. sikiö + vuota verta vuoto vedet liiku lapsivesi salam potkinut supist
        liikk
    vauva sikiö vauvan + liiku liikk velttona veltto rätti sini imeä reagoi hengit ! leikki
    lapsivesi lapsived + meni vihre tuli
    löi lyönyt lyöny putosi putos tippu kaatui + pää. päänsä pään päähän + oksen sekava verenohen
        marevan nukkuu hereil veri verta puhe
    haava leikkaushaava tikit. tikki + auke repe suol märki
    sokeri verensokeri sokerit + 1, 2, 1. tärise hikoil ei. matala mehu
    insulii + loppu annettu saanut kahteen tuplana kuusikym ! pumpu
    pulssi syke sykkeet sydän. + 3 18 19 17 16 20 21 pimen
    litium
    kalium + 6 7
    jalka pohje sääri + turpo turvo + hengit pist keuhk
    tunne tunnu + jalk alapä haara + ei. en. eikä enkä
    pidätä + pissa virtsa
    pääse. pääsen + ylös. liikkeelle jaloille + en. ei. eikä enkä
    vatsa maha + lauta kova pullott + kuume kipu oksen
    ambulans + tarvit tulkaa lähettäkää pakko viipyy tule. tullu ! kyyti
    apua. auttakaa + nyt. kylmä lukos lattia tulkaa heti äkkiä ! sain sai saatiin saimme sais
    tulkaa tulkoon menkää lähettäkää menköön hakekaa etsikää joku. + heti. nyt. äkkiä katsomaan
        pian sinne. tarkist ! otettiin selitt soitti
    kuolen kuole. kuolee kuolemassa + apua. auttakaa ! nauru tylsy nälkä jono
    dör. + hjälp ! skratt tristess hunger
    dying. + help ! laugh boredom bored queue hunger
    söi. syönyt syöny söivät nieli nielly pisti. laittoi + lapsi lapsen lapsem taapero vauva poika
        pojan tyttö tytär tyttär vuotias koulik + *lääk lääkk *tablet *piller nappej pariston
        nappipar ! ei. eikä kiltisti nätisti reipp
    åt. ätit svalt svalde + barn barnet dotter son. sonen pojke flicka bebis åring + medicin
        tablett piller batteri ! inte
    ate eaten swallowed + child toddler son daughter baby kid year old boy girl + pill tablet medic
        batter ! not never
    häkä häkävaroitin palovaroitin savua kaasu kaasun + huuta herää huimaa tajut postiluuk haju
        haisee sisäll rapu
    kaaduin kaatunut kaatunu + pääse ylös. lattia makaa makaan liiku
    kaatu ajoi + ojaan. ojassa jäi + kukaan
    lumes. lumessa hangessa jäällä. ojassa + makaa maka istuu nukkuu tajut vastaa liiku
    makaa. makaan. maannut maannu makaavan + lattia eteis vessa piha sängyn ojas portai maassa
        yksin. tunti tuntia aamuy kukaan
    tipahti putosi putos tippu + lauteil portai katolta tikkail jalka lonkka ikkunasta
    kipu kivut. + sietämät helvet kestä. kestämät + nyt. en. järjen
    odotanko odottaako odottaa + puris paina henke verta rinta + aamu vielä
    tunne tunnista tunnistanu + ei. + mua. minua meitä lapsi vaimo omais
    sekavana sekava sekaisin + yhtäkkiä tänään nyt. kuume + äiti isä mummo vaari mies vaimo hän
        puhuu pappa
    sätkii nykii + lapsi vauva silmä tajut mies vaimo hän lattia
    kiehuva kiehuvaa kuumaa. + lapsi lapsen iho kaatu + iho päälle rakkul kaatu palo
    luu. + näky pilkottaa ulkona
    palelee jäässä tunnoton + ulkona lumess hange sormet vanhu sillan
    bröstsmär bröstkramp andnöd andningsbes hjärtinfark hjärtattac hjärtstop hjärnblöd ! muskler
    stroke. + nu. now. think having just symptom ansikte sluddr
    bröst bröstet + ont. smärt tryck värk stick kramar strål
    andas. andning + inte. kan. svår knappt konstigt ytligt tungt slutat
    luft. + får. ingen ! frisk
    läppar läpparna munnen bebisen + blå. blåa grå. blåaktig
    mungipa ansikt + hänger snett sned
    pratar talar + sluddr otydlig konstigt
    svalt svalde + batteri tvättmedel tablett knapp
    skållad kokhett + barn hud rinner
    väcka > inte. går. + dygn feber barn
    blöder blödning medvetslös svimmade krampar
    vaknar. vakna väcka svarar. reagerar + inte. går. + hon. han. jag. barn bebis
    feber + 39 40 41 40,5 + inte. spädbarn stel kissat dygn
    nacken + stel
    kräks kräkas kräker + blod slagit huvud fel
    slagit slog + huvud + kräk förvirr svara marevan
    ramla ramlade ramlat föll + känner kan. inte. ligger upp. golvet
    ligger + golvet snön diket trappan
    v. gravid. vecka + blöd blöder vattnet rör
    skummar skum + mun. munnen
    halsen tungan läppen + svull sväll
    gaslukt gasol brandlukt röklukt
    insulin + fel dubbel dubbla mommos någon svimm svett fick
    ambulans + soittakaa. soita. hälytt ! sanot sanoi käsk neuvo kehot
    ambulans + nu. snabbt skicka kommer. inte
    scald scalded boiling + baby skin child water over
    get > up. > cannot can't
    chest breastbone + pain hurt tight pressur sitting crush heavy burning ! reflux
    breath breathe breathing breathes + can't cant cannot couldn short difficult troubl not. isn't
        stopped hard barely ! born
    heart. + attack racing stopped pounding ! joy cute handsome lovely beautiful love
    throat tongue lips + closing swell swollen blue
    bleeding unconscious seizure seizing convuls
    blood + coughing vomiting losing stool everywhere towels lots pouring
    face speech arm. mouth + droop funny slurr lift numb
    wake. waking. respond responding + won't wont not. doesn't isn't can't
    collapsed fainted + just. now. still he. she. my.
    waters. water. + broke + fever weeks quiet
    pregnant weeks. + bleeding bleed quiet moving kicks
    baby newborn infant + blue limp yellow floppy quiet milk breath fever
    stitches wound + burst open pus
    swallowed + battery bleach pill
    mushrooms poison poisoned ate + vomiting sick
    ambulance + send need now coming
    fell fallen + can't cant floor hours nobody
"""

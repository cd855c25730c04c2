"""How a story ends and when it happened."""

#: What a story that ended well has.
PRAISE = """
    kiitos kiitoksia kiitti kiitän kiittää kiittämään hyvin hyvä hyvää auttoi auttoivat autettiin
    autoitte pelasti pelastivat pelastitte nopeasti nopea nopeaa loistava loistavaa erinomainen
    erinomaista mahtava ammattitaitoista ammattitaitoisesti asiantunteva asiantuntevaa hoidettiin
    hoidettu hoitui hoiti ystävällinen ystävällistä ihana rauhoitti osaava osaavaa kiitollinen
    selvisi selvisin selvisivät toipui toivuttu toivun parani terve ripeästi halaus hengissä
    elossa onneks onneksi tack bra hjälpte räddade snabbt snabb proffsig utmärkt
    fantastisk omhändertagen skönt frisk läkt thank thanks ta helped saved quickly great excellent
    well good wonderful amazing relief fine sober
"""
#: What takes a praise word's force away.
COMPLAINT = """
    ei eikä en ette eivät kukaan vieläkin vielä edelleen yhä nyt huono huonosti odotin jonotin
    vasta turhaan silti valitettavasti pahenee auttakaa inte ingen fortfarande nu dålig dåligt
    väntade hjälp not no nobody still now bad waited never didn't wasn't
"""
#: What puts a story months or years back, as rules.
PAST = """
    vuotta vuosi kk kuukautta kuukausi talvea kesää > sitten aikaa
    vuonna. talvena. keväänä. kesänä. syksynä. keväällä. kesällä. syksyllä. talvella. juhannuksena
    vappuna jouluna silloin. aikoinaan aikanaan
    viime. > kuussa hoitojak
    tammikuussa helmikuussa maaliskuussa huhtikuussa toukokuussa kesäkuussa heinäkuussa elokuussa
    syyskuussa lokakuussa marraskuussa joulukuussa
    201 2020 2021 2022 2023 2024
    ifjol fjol höstas våras somras vintras julas
    förra > sommaren året månaden vintern våren hösten
    år. månader > sedan sen
    mars. maj. + i.
    last. > year month spring term winter summer autumn christmas
    years months year > ago.
"""
#: What brings it back to this day.
NOW = """
    nyt tänään juuri äsken just tänä heti parhaillaan yhä edelleen taas vieläkin huomenna eilen
    kohta illalla yöllä tulee minuuttia tuntia nu idag kväll fortfarande igen nyss tonight today
    now again still just currently
"""

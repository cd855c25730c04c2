"""Rules that tell of violence, threats, abuse, neglect, wrong drugs and the missing."""

RULES = """
    väkival pahoinpi raiska ahdistel hyväksikä kosketteli kosketellut kähmi kouri. puukot
    löi. löit löivät lyö. lyöt lyövät lyötiin lyönyt lyödään lyömään hakattiin hakkasi hakkaa.
        hakataan hakkas potki. potkii potkittiin potkaisi läpsäis tönii tönäisi kurist nipist
        ravist repi. repii revit riepott ! laudalta loukkua lukkoon ällikä vetoa kello pää. päänsä
        hyytyi sydän
    läpsi. + poskel poskeen
    kävi käynyt käydä käydään käy + käsiksi
    tuli. tulee. käy. kävi. hyppii hyppi + päälle + mies asukas potilas mun. minun naisten toisen
        yöllä
    seksuaali + häir ahdist kosk väki
    alapää alapäätä alapääll tissejä rintojani + kosk lääp hipl salai salal
    salaisuus salaleikki + papan isän sedän aikui alapää
    yöllä öisin + huonee sänky tulee + mun. minun isäpuol isä setä veli pelkää
    koskee koski kosket + alasto väärin alapä salaa isäpuol ohjaaja avaimella yöllä
    uhkail uhkasi uhkas. uhkaa. uhkaava uhattiin uhannut uhannu hiillost
    kirist + mua minua raha kuva alasto uhk velo
    tapan. tappaa. tapaan. ammun ampuu puukotan isken kostan + sen. mut. mua. minut hänet hänen
        sinut teidät teijät meidät meijät lääkäri hoitaja lääkärin kaikki ! akun akku aika
    puukko puukolla puukon kirves kirveen veits teräase vasara saksilla kiväär luoti luodin + kans
        kanssa uhk iske saa heilu ovell heiluu tulee odot oven pihalla isän mukaan hakenut otan
        käde ! selkään
    heiluu heiluttaa + puukko veits saksi kirves ase terä pullol
    varoitettu varotettu kadutte katumaan + teitä kirve tulen toimist te
    poltan polttaa polttaisin sytytän sytyttää räjäytän pommi + koko. talo meidät teidät toimist
        meijät kaikki. paikka paikan bensa
    kuulen kuuluu + lyö huuta hakka seinän hakkaa älä
    älä. > lyö. koske
    lähestymiskiel + piha ovel seiso tul rikko
    ex exä exän eksä eksän exmies entinen + seiso odot ovell piha löysi uhka uhkas tulee
    exman exet + utanför hittat hotar står gården
    seuraa seurannut vainoa vainoaa + mua. minua rapussa kotiin pihassa
    uskalla. + kotiin. mennä nukkua soittaa + en.
    piilossa piilos. piiloudu piiloutu + minä olen mä oon lasten kylppär kylpyhuone komero
        vaatehuon häntä huutaa
    lukits lukitti lukinnut suljettu lukitaan lukossa lukos lukittu telkes teljettiin + huone
        kellar parvek ulko minut mut. mua isä äiti yöksi vessa apua komero yksin
    vei. otti. ottanut vienyt + puhelim kännyk passin passi rahat insuliin + lähte mun. minulta
        lukit pois pitää
    päästä päästetä + ulos. pois. lähtemään ovesta + ei. en.
    pelkään + miestäni isää isäpuol poikaani exää puoliso mennä kotiin
    pakotta pakotet + seksi miesten alasto naimisiin töihin makaa
    passi passin passini + otett vei. vietiin viety otti piilot
    jätti jätettiin jättivät + suihkuun suihku vessaan pöntölle pönttö pyörätuoliin saunaan ulos +
        yksin tunti tunniksi hoitaja kukaan kylmä avustaja
    kuulee + ääniä + valve nuku kirves puukko
    heitteil laiminly kaltoin makuuhaav painehaav nälkiin nälässä nääntyi
    märissä märässä märkänä märät ulosteessa ulosteissa virtsassa jätöksissä
    vaippa vaipat vaipoissa vaippaa + vaihta vaihde märk märä uloste tunt päiv perjant
    reikä. haava luu + takapuol selkä istumaluu kantapää iho + peukalo näky vaippa mätä
    mustelm sormenjäl sormenjälk + käsi käsiv ranne ranteis reisi reisien kaula selkä kasvo
        hoitaja joku mummo äiti isä lapsi sisko
    huulet. + halki halkeil kuiva. kuivat jano
    saanut saa. saanu + ruokaa. vettä. juoma juota lääkettä insuliin syödä. + ei. eikä. oo.
    anneta annettu + ruokaa. vettä. juoma juota syödä. + ei. eikä. oo.
    ilman. + ruokaa vettä lääkk juoma hoitoa.
    syöny syönyt syönee juonut juonu + päivään viikkoon vuorokau sitten + en. ei. eikä enkä oo.
    laihtunut laihtunu + kiloa kiloo + ei. vain
    jätettiin jätetty jätti jäi + yksin makaam lattia
    lapset lapsi muksut tenavat pojat vauva + yksin. kaksin + pakkas yö päiv kotona vanhem
    kaatui kaatunut + lattia yksin kukaan
    lattialla makas makaa makasi + tuntia tunnin yön lattia kukaan
    sidottiin sidottu sidottuna sidotaan lukittiin lepositeis köyt + tuol sänk lakan hän isä äiti
        mummo vaari kädet
    sidottiin lukittiin lepositeis
    väärä väärää väärät väärän vääriä + lääke lääkk annos verta. tabletti tippa
    kahteen. tuplana tuplat kaksinkert kymmenkert + *lääk insuli annos pisti. pistett verenoh
        piikk ! lista kipu läpi
    naapurin toisen. potilaan + doset lääk tablet tippa + annoi annet söi sai tippuu meni söin
    laastar fentan + kolme kaksi herää monta
    yksikköä. milliä. + kuuden kymmen pisti annoin annettiin
    allergi + annet tippa penisil kutis hengit huul + nyt. kutis turvo hengit tippuu naama läiski
        kukaan ! papereissa
    kuoli. menehtyi + koska jono odot takia
    pelkään + henke turvall kotona kotiin yötä häntä
    kännissä humalassa kännis. sammuneet sammunut + vuoro hoitaja ohjaaja lapset vanhemmat isä
        äiti yö
    kadonnut kateissa karkas karannut karkaa eksyi eksynyt hävinnyt + äiti isä muisti mummo vaari
        pappa portai mies vanhus veli tyttä poika sisko ! löyty lompak valik sivu netti
    muistisair muistamat alzheim dement vanhus vaari mummo vanha + ulkona. ulos. pihalla pakkas
        paljain yöpaida kateissa osastolla. lähti jäällä jäi ! penkki
    paljain yöpaidassa yöpaida sukkasillaan villasukissa + jaloin ulos ulkona pakkas pihal lume
        kadulla
    avaa. avannu avannut + ovea oven ovelle kolmeen päivään + ei. eikä oo. ole. pal savu
    lehdet + luukus postiluuk
    turvapuhel turvarann soittokello kelloon + ei. eikä + vasta tule toimi kukaan
    häädett häädö nukutaan + auto ulkona pakkas vauva
    rädd rädda + för. > honom pappa hem min.
    lämnade lämnad lämnat + ensam dusch golvet toan timmar fryser
    misshand våldt våld. våldet våldsam övergrepp vanvård trakasser tafsa liggsår
    blåmärk + mor far mamma pappa hon slå arm. skötar handled barn mormor ! stick prov sprut
    slog. slagit slagen slår. sparkar nyper stryper knuffar drar + mig henne honom mamma pappa
        barn mormor moster faster mor. far. armarna håret ! av. ihop
    hotad hotar hotade hotfull kniv kniven kökskniv yxa
    tar. tog. rör + på > mig.
    låste instängd + mig. in. rum rummet toa
    ångra + ska hon. han. ni. + förlora
    utan. + mat. vatten medicin vård. skor
    fått. får. + insulin medicin mat. + inte. ingen
    avföring urin kiss legat + legat ligger morgon byter natten + ligger legat ingen
    dubbla dubbelt fel. + medicin dos dosen piller dosdosan insulin
    försvunnen borta tomt dement demens + kall skor minus ute fönstret
    barn barnen unge ungen + ensam ensamma pyjamas trapp ute slår
    full. berusad + jobb skötare vårdare
    scared afraid terrified + of. to. > him. home husband dad stepdad her. go.
    left. + alone. hours + shower toilet floor bed
    abus assault violen rape. raped molest harass groped neglect threat
    hit. hits. hitting beat. beats. beating kicked slapped burns choke choked strangle hurts + me.
        him. her. us. my. mum kids
    push pushes pushed squeez grab grabs shakes dragged locks + my. her. him. me. aunt mum mother
        dad
    bruises bruise marks + wrist neck arm face
    break + jaw neck legs arm
    touch touched touches + me. private her. made
    kill. killing shoot stab + me. you. him. her. them. coming whoever
    knife hammer axe gun + want has. with. door whoever going car
    took takes + passport phone + my.
    locked + in. out. me. him. room
    without + food water medic
    sore sores ribs + bone showing down heel
    wrong double twice + medic dose pill insulin pills drip
    allergic + drip given gave penicillin
    walked wandered missing + home snow slippers care not
    drunk + shift night carer nurse
"""

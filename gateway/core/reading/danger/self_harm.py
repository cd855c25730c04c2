"""Rules that tell of a wish to die and of harming oneself."""

RULES = """
    itsemurh itsetuho itsemuhr ! luento luentoja ehkäis lähei opas esite koulutus
    itsen itseä itsel itten itteä itteen ihten ittiä + tapa tappa ampu ammun satut vahing viil
        hirtt polt ero
    pelkään + itsel itsen itten teen + mitä että etten
    turvassa + itselt itteltä
    luota + en + itse käsii itte
    kuolla kuolema kuolen + halua halui haluu haluis tahdo tahto toivo toivoisin saisin anna
        parempi aion mielu ! nauru tylsy odot
    kuolisin kuolis. + toivo kunpa jospa parempi pois halua jo. vaan mielu kun. ! luulin
    kuolisinpa kuolisimpa
    kuolla. + pois. haluan. jo. rauhassa
    herä + en. ei. emme enkä etten ettei älkää + enää. huomenna. huomiseen aamulla aamuna ikinä
        koskaan toivo parempi halua
    heräisi heräis + etten ettei toivo ei. en.
    elää. elämää elossa olla. + halua haluu tahdo viitsi + en. ei. enkä enää
    elää. elämää + jaks
    elämänhalu + 0 ei. ole. meni katosi loppu mennyt oo. vähissä
    elämä elämäs elämältä + mieltä turha merkityks lopet lopu päätt
    jaksa jaksanu. jaksais + en. enkä > enää. elää olla. elämää hengittää > elää. olla. taistella
        tätä. hengittää $
    jaks > elää. olla. hengittää + en. ei. enkä enää
    syytä pointtia mieltä + ei en + herätä elää jatkaa nousta elämässä
    olemassa olemas. + en halua haluu ei. parempi lakka
    ilman > minua. mua. meikää mie. + help parem pärj onnell
    minua mua. meikää + ei. + olisi ois olis + parem help kukaan
    taakka taakkana riesa + olen oon pelkkä kaikille perheelle muille
    katoan katoaisin katoais kadota + halu huomaa kukaan parempi vaan
    lopet + itse itten elämä kaike hengen itteni tän. tämän. kaikki. ! tupak juomi syömi
    loppuu. loppuis loppuisi + haluan halua haluun toivo ! kiire jono
    hyvästi hyvästit hyvästejä jäähyväis
    kohta. pian. > se. tämä. tää. kaikki. > ohi. on.
    tämä. tää. tääl > oli. > tässä. täs. sitten
    kirje kirjoit + hyväst + läheis lapsille äidille viimei
    viimeiseksi viimeinen viimenen + jää viesti ilta päivä yöni kerta. joulu kevät syksy ! kerran
        tippa
    lopullis + haluan ohi loppu hyvää unta lepo
    päätös päättänyt päättäny päätin + en. rauha tehty + enää nää elä kuol kesää jou
    naru. köysi köyden narun + odot hank ost varas liiter valm kotona puuss komero autotall metsä
    hirtt
    hyppä hyppää hypätä hyppäisin + silla ikkun kato parvek juna metro radal raite kerro jyrkän
    junan. metron. rekan. auton. bussin. > alle. eteen
    raiteille. radalle. rautatiesil
    silla kaiteel kaiteen katolla katon. reunalla kallion + seison seisoo istun istuu + nyt. !
        asema
    parkkitalon + kato
    ase. aseen aseella haulik kivääri kiväärin pistooli patruun + yöpöy laati kaapi kotona metsä
        itse valmi ladat otin isän lähti jätti mukaan ! ei
    ranteet. ranne ranteeni + auki viil vuotaa
    viillän viilsin viilsi viiltel viilte viillel viiltän viilly ! vuoteen vuotta enää
    viiltoj viillot + vedin vede vetel teen tein tehnyt tehny tuore käte käsi. käsii käsis ranne
        ranteis reisi reite ! leikkau lääkär kirurg parant
    terä partaterä + ranne iho kaulal
    yliannos yliannostu ! sitten naloks
    otin otan otettu otettua söin vedin vetän nielin nielaisin otti ottane ottanut ottanu syönyt
        syöny veti + liikaa kaikki. koko. kouralli purkilli levylli liuskan + *lääk *piller *tabl
        nappe nappi purk lius *läkk
    otti ottanut ottanu otin söi vetäny + subua opiaa benzoja bentsoja rauhottav rauhoittav fentan
        heroiin lakkaa gammaa piriä + hengit kuorsa herää reagoi sini liikaa
    tablettia pilleriä nappia + otin söin vedin ottanut nielin ottaa ottane + kymmen kaks 10 12 15
        20 25 30 40 50 60 70 80 90 100 kolmekym
    montako kuinka paljonko + tablettia pilleriä nappia lääkettä unilääk + tappa kuol riittä
        liikaa kerralla
    tapahtuu + ottaa syö + koko. kaikki. liuska purk kerralla
    lääkkeet pillerit pilleri tabletit tabut nukahtamislääkkeet unilääkkeet + kerään kerännyt
        säästän säästänyt talteen odottaa valmiina edessä pöydäl laskettu otan. ! apteek
    uskalla + yksin. + olla. en.
    äänet ääni ääniä seinä + käsk sanoo kuulen + hyppä tappa satut viil tehdä itse hypät
    pelkään + satutan teen lyön vahingoitan + vauva lapsi sille lapsel häntä häne kovem
    satuttaa satutan satuttamaan + itse itte vauva mieli käsk naapur
    heitän heittäis + vauva lapsen parvek ikkuna
    selviä. selvii + en. yöstä yön huomi
    vastaa. + jos. huomenna. tiedätte tiiätte
    sanokaa kertokaa + rakast anteeksi pahoillani
    perässä perään luokse + aion lähden menen seuraan + kuoli vaimo mies lapsi äiti hän
    ulospääsyä tulevaisuutta toivoa. + en. ei. + näe nää ole. oo. enää elä
    toivon toivoisin toivoin + ajais ajaisi törmäis + auto rekka juna bussi päälle yli
    hyvää. > yötä. > kaikille viimei lopul
    självmord självskad överdos avskedsbrev farväl
    brev brevet + barnen förlåt skrivit + förlåt barnen avsked
    tar > jag. > allt. livet
    livet. livslust + ta. tar. tog avslut meningslöst orkar inte
    leva. vakna finnas existera + inte. vill. orkar aldrig
    orkar. + inte > mer. mera. längre. leva. $
    orkar. > inte > mer. mera. längre. leva. $
    dör. döda. dö. + vill. mig ! skratt tristess
    död. dog. dö. dör. + önskar hoppas ! skratt tristess far. mor. mamma pappa hon. han. när
    skär. skar. skurit > mig. > arm. armen armar handled handleder benen låren magen
    skada. skär. skära. skurit skadar hänga skjuta + mig själv
    försvinna försvann. fanns. + jag. + bäst bättre vill. inte
    bättre lättare bäst + utan > mig.
    slut. + ska vill. + ta. allt. livet jag.
    hoppa hoppar + bron. bro. tåget. fönstret balkong taket
    står sitter + bron. räcket balkongräcket spåret rälsen taket
    tog. tagit svalt + alla. hela. många + tablett piller medicin burken sömn
    tablett tabletterna piller + ligger samlat räcker sparat framför
    vågar + inte. + ensam
    röster rösterna + säger befaller
    älskar + säg > till barn henne honom dem
    utväg framtid + ser ingen finns
    given giving + away > my. everything dog cat guitar
    tell > my. > kids mum mom children family love
    way. future point hope + no. out. see. any + live life going anymore see out.
    suicid overdos od'd selfharm self-harm kms ! since talk
    kill killing kms + myself himself herself themselves me.
    die. dead. dying. + want wish wanna better should
    life. + end. ending ended + my. it.
    live. alive. wake. exist. here. be. + don't dont not. never reason + want anymore wanna
        tomorrow
    end. ending > it. this. > all. tonight. now. $
    better > off. > without. dead.
    without > me. + better easier happier
    goodbye + forever everyone all. last
    took taken swallowed + all. too. whole bottle nine ten twenty 20 30 handful + pills tablets
        bottle oxys paracetamol meds
    many. + pills tablets oxys paracetamol + too. kill enough
    rope noose + tree have. bought
    sitting sit standing + railing rail ledge balcony bridge
    jump jumping + bridge platform train roof window off
    cut. cutting cuts harm hurt hurting + myself herself himself wrists
    hope > die. dead.
    hope + i. > die. dead.
    cutting cut. > my. > arms arm. thigh wrist
    slash slit. + wrist
    voices + tell say saying
    self. + harm
    самоуб умираю
"""

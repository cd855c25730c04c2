"""Names that are ordinary words too, or the names of places and things."""

from gateway.core.reading.normalise import table


def listed(words: str) -> frozenset[str]:
    """The words of a whitespace-separated list as they are: "mikä" must not bring "mika"."""
    return frozenset(words.split())


# In every form these are words as well: only their surroundings make names of them.
DOUBTFUL_NAMES = table(
    """
    aalto aamu aarre aatos aatto ahde aho aija aimo alanen alen alho alku alm alva ama amal aman
    amber amin ana angel ants apple april armas armi armo aro arvo asad asp august aulis aura
    autere autio autumn auvo back baker bella ben berg bill björk björn blessing blixt blom bo borg
    brink bror brown bui bäck carol chance chase christian dag daisy dal dan dang dawn day del dick
    divine do drew eden edit eha ek elle elo elomaa engla englan eve faith falk ferm flink folke
    fors frank frid frisk genet grace green gren guy haapa haavisto haka hall hana hans harju
    harmaa hazel heimo heka helin hella hellä helmi hien hilja hill hilla hirvi holly holm honka
    hook hope hopia hovi huhta hult hurme hägg hämäläinen härmä ian ilma ilo ilona ilonen ilta
    ilves iman impi inga inna into isa islam ivy jack jalava jalo jan jean jokinen jonne joy june
    juni junior juuti jylhä järvi kaarna kaino kale kallio kanerva kangas kanto kare karhu kari
    karjala karjalainen kask kaski kaste kata kataja kauko kero keskinen kesti kettu khan kielo
    king kirsikka kiuru kivi kivinen klara kling koivu koivula kokko kontio kopra korpi korte koski
    kotka kuisma kukk kukka kulju kulta kumpu kumpula kurki kurvi kuura kuusi kvist kärki lage
    lahdenperä lahja lahti laine lammi lampi lamppu lanne lappalainen lappi late le lea lehti lehto
    lempi leppä levi lii lila lilja lily lin lind ling linn linna liv ljung lohi lola long loppu
    lova love luik lukkari lumi lumme luna lund luoma luoto luul ly lång lönn maha mai main maj
    majuri make maksim malm malmi malva manner marja mark masa max may melin mercy merelä meri
    messo metso metsä mielonen mikki miles milla minttu mio modig monto muisto muna murto muse
    mutka muurari myrsky mägi mäki mänty nada nana niemi niska noor nord norma norppa notko nova
    nummi nuppu nur nurmi närhi nätti ode oja okko oksa olin oma onnela onni orava otava otso otto
    paju palm palmu palo par park pat pate patience pearl pelle pelto peppi per pere perälä peränen
    pihlaja pilvi pohja porkka portin portti precious puro puukko pyry pääsky rae raha rai raita
    raitio rana ranta rasa rasi rask raud rauha rauhala raunio rautanen rautio ravi ray rebane repe
    repo riekki rike rinne ripa risku rob roman roos ros rose rossi ruby ruoho ruotsalainen ruusu
    ruutu saad saar saari saarni saba sade saga said saksa salam sale salmi salo sana sand santos
    satu saukko savolainen selin sepp seppä silva siren siru sisko sita siv skog smed smeds smått
    soini sointu sommar song sorja sorsa stark sten stig storm strand strid ström sue sulho sulo
    suman summer suni suo suoma suomalainen suomi susi suutari suvanto suvi svea svärd säde taika
    taimi taipale taisto taito talka talvitie tam tamm tammi tarkka tarmo tavi tea ted teddy tenho
    terho teräs terävä thor tikka tim tina tirri titta tiuku toive toivo toivola tor tora tori
    torppa tuomi tuominen ture turkki tuuli tuuri tuva tyyni tähti törmä törni uitto uljas uma
    unelma uni uno urban urho usko vaahtera vaara vahtera vainio valde valjus valkonen valli valma
    valo van vanamo vappu varis varma varpu vartia vasama vega veli venäläinen verho viena vieno
    viima viinikka viita vilja violet virkki virolainen virta voitto vuori väre walker wall white
    will winter wright ylinen young ääni ääri örn
    """
)
# Forms that are words although their name is not.
DOUBTFUL_FORMS = table(
    """
    rosen sirens
    ada aijon ain ainoa ainoan ainon aken aku akun akuun alin aline alissa alista allin allit altti
    anna annaa annan annas annat arista arvi arvin asa asan aseen asen ases asetta axel ben bill
    bills brown dag dagar dags dan eine einen eines elan elana elin elle ellei ellen ellin ellis
    ennen enni ennin erosta fred frej gun hall hallin hallissa hans hao heinin heiniä hellin
    hentoon hiljaa hiljan hong hung idan idassa immi innan isan isas isosta jaa jaan jaas janis
    japan jing joella joelle joessa joesta juhan juna kain kaina kallesta kalliin kallista kamal
    kamalia kanervan karia karilla karille karilta karin karl karls kassu kassun kassuun kata katan
    katas katilla katista kent kirin kiven kivistä klas kolari kolaria kolariin kolarilla kolarin
    kolarissa kolarista kosti kostin kurissa kurista lea lemmikin lemmikit lemmikki levia levis
    liin liina liinaa liinalla liinan liinat liivillä lila lisaa lisaan lisan lisen liv lova love
    luis luista lumi lumia maarasta maj maja majan majassa malin malja maljan mallan mallia mallin
    manna mannaa mannu manu maran mare maren marin marina marinaa marit matta may mei merlin mika
    mikaan mikan millaan millan millasta mimmi mimmin mimmit mimosa minkaan minkan musta mustas
    naimis naimisiin ninaa ninan oivan olan ole olle olles onerva otolla ove ovea oveen ovella
    ovelle ovelta oven ovessa ovesta par parissa pars pelli pellin per perillä perin perla pian
    pirin poju pojun päiville päivillä päiviltä päivin päivinä päivissä päivistä päiviä rainan
    rajan rauhan rauman reet rein reinin reman riittaa romanin romanina runa runan runas rune runo
    sadulla sadulle sadun sadusta sallia sallin sallis salme salmen samalla samana sannaa sarja
    satuna siim siina siinan siinä sinin sinistä siskon sisu sorja sorjan suvesta tage tagen tages
    taget tahdin tahti tarmon taru tarua tarulla tarun taruna tatin tatu teo tiit timi tinon titta
    toinista toivoa toivon toivosta tom tomi tomia tomin toms topin toppi torsti tove tua tuulia
    tuulin ullan vade vanhasta varin varman vaula vide viki viking ville villen voitto voittoa wall
    will
    """
)
# Nobody is called so in any sentence a person writes here, capital or not.
NEVER_NAMES = listed(
    """
    aijon aikas aina ainoa ainoan aivan alan alas also and annan annetta arton ase aseeksi att
    aurin av be but can dans del den det did do edit ei ein ellei else en ennen enää ett että eve
    even ever filipina for frisk från för hakaset han he hei helgen hello her heti hey hi hieno
    hiljaa his hon hook hyvä hän ihana illalla illan illassa illasta ilman ilmi iltaa iltana ingen
    ingenting innan inte into isan its ja jo joen joka jokin joku jonne jos jotka joukon joukossa
    joukosta juice juni just kai kaikki karkea kesti kestin kiitos koko koska kuin kun kylmän
    kylmästä lagen levis liedestä liian lisaksi lisat lisens lista listan lisäksi lisää luomaan
    luomalla main maissa maista maksimiin me med meijan meijän meille meillä meiltä meissä meistä
    meitä meni metsasta metsästä mikä mikään millään mina minkään minua minun minä missä mister
    mitä moi mutta muut muutama my myös niskasta no normaa not nyt och oikea oisi oisin olalla
    oleen olen oles oletta oli olin olleelle olleen ollen ollessa ollut oma omaa omalla omalle oman
    omassa omasta on only our ovat ovea oveen ovella ovelle ovelta oven ovessa ovesta ovi paha
    palvelu parin parissa perille pian pieni päivä päivän päivää rauhassa riittää rutiin said salin
    saman samas sana sanaa sanaan sanalla sanalta sanan sanasta se selin seven she siina siinä siis
    so som strid suuri tack tarkkaa tarkkaan te teos terveisin thank thanks the then thin this tien
    tiet till toiset tomaat tors trans tuli tulosta tulosten tyynen tyyppi tänaan tänään uskoo uusi
    vaan vaikka vain van vanha var varmaa varmaan vasta vegaan very vielä viet vietiin viive you
    your är
    """
)
# Towns, hospitals, services, months and brands that share their name with people, or look so.
PLACES = table(
    """
    acuta akaa alahärmä alavus alko amuri annala april arabia arabic attendo august augusti aurora
    barona björneborg borgå burana canth center centre christmas citymarket clinic coronaria covid
    coxa debora december digiklinikka easter ekenäs eliquis elokuu emergency english esbo esperi
    espoo estland eurooppa fazer februari february fennia finland finnish folkhälsan forssa
    fredriksberg friday god gud gustavs hakametsä hallila hamina hangö hanko hatanpää hattula
    health heinola heinäkuu helmikuu helsingfors helsinki herttoniemi hervanta hospital huhtikuu
    hus hämeenkyrö hämeenlinna härmä ibuprofen iisalmi iittala ikaalinen imatra inari jakobstad
    janakkala januari january jeesus jesus joensuu joulu joulukuu juhannus juhla juli july jumala
    june juni juupajoki jyväskylä jämsä järvenpää kajaani kalajoki kaleva kalevala kallio kangasala
    kangasniemi kankaanpää kanta karis karleby kauhajoki kauhava kaukajärvi kauniainen kauppi kela
    kemi kerava keskiviikko kesäkuu keuruu kihniö kirkkonummi kissanmaa kitee kittilä kivistö
    koivistonkylä kokkola kolari korona korsholm kotka koukkuniemi kouvola kristinestad kuhmo
    kuhmoinen kuopio kys laakso lahti laihia lammi lappeenranta lappi lapua lauantai lempäälä
    lentävänniemi levi lidl lieksa lielahti lieto linnainmaa lohja lokakuu loviisa lovisa maaliskuu
    maanantai maisa maj malax malmi malmska march marevan mariehamn marimekko marraskuu mars may
    mehiläinen mehiläis meilahti messukylä mikkeli moderna mokka monday multisilta mänttä naantali
    nekala nivala nokia nordea norrvalla november nurmes nurmijärvi nykarleby närpes näsijärvi
    october oiva oktober omakanta omaolo omapirha omatays orivesi oulu oys paimio panadol
    paracetamol parainen pargas parkano peltola perjantai pfizer pieksämäki pietarsaari
    pihlajalinna pikonlinna pirha pirkkala pispala pitkäniemi pohjola pori porvoo posio prisma
    punainen punkalaidun pyhäjärvi pyynikki päijänne pälkäne pääsiäinen raahe rahola raisio ratina
    rauhaniemi rauma reima riihimäki rovaniemi runeberg ruotsi ruovesi russian ryssland saarijärvi
    saimaa saksa salo sampo santalahti sastamala saturday savonlinna seinäjoki september sibbo
    sibelius sininen sipoo sodankylä somalia somero sotkamo sunday sunnuntai suomalainen suomi
    sverige swedish syyskuu sörnäinen takahuhti tammela tammerfors tammikuu tampere tapiola tays
    teams terveystalo tesoma thursday tiistai tornio torstai toukokuu tuesday turku tuusula tyks
    ukraina uleåborg university urjala vaasa validia valio valkeakoski vanda vantaa vappu varkaus
    vasa vehmaa venäjä vesilahti viheriäinen vihti viinikka viitasaari vilppula viro virrat vuores
    ward wednesday wilma windows ylivieska ylöjärvi ähtäri åbo åland
    """
)

"""Family names: Finnish, Swedish, and of those who have moved here.

Written down from general knowledge of what people in Finland are called, and filled up with the
Finnish and Swedish family names of Faker 40.54.0 (Copyright (c) 2012 Daniele Faraglia and
others, MIT licence). No register of persons was used.
"""

NAMES = """
    Aaltio Aalto Aaltonen Aarniala Aarnio Abbas Abdi Abdullah Abdullahi Abdulle Abrahamsson Adams
    Adan Adebayo Aden Adeyemi Adolfsson Ahlberg Ahlbäck Ahlgren Ahlin Ahlqvist Ahlroos Ahlström
    Ahmad Ahmadi Ahmed Aho Ahokas Ahola Ahonala Ahonen Ahvenainen Airaksinen Airola Aittola Akbari
    Akter Al-Ali Al-Hassan Alakoski Alanen Alanko Alatalo Alexandersson Alfredsson Alho Alhonen Ali
    Alijoki Alizadeh Allen Alm Almgren Almqvist Alén Anderberg Andersen Anderson Andersson
    Andreasson Andrén Antikainen Antila Antonsson Anttila Anttonen Aro Arola Aronsson Arslan
    Arvidsson Arvola Asikainen Askola Asp Asplund Augustsson Autere Autio Auvinen Axelsson Aydin
    Aziz Back Backlund Backman Bagh Baker Begum Bengtsson Berg Bergdahl Berggren Bergkvist Berglund
    Bergman Bergqvist Bergsten Bergstrand Bergström Bergvall Berisha Berntsson Bertilsson Berzins
    Björk Björklund Björkman Björkqvist Blixt Blom Blomberg Blomgren Blomkvist Blomqvist Boateng
    Bodin Bohlin Bohman Bolin Boman Bondarenko Borg Borgström Boström Boyko Brandt Brink Broberg
    Brodin Brolin Broman Brown Brännkärr Brännström Bui Burman Bylund Byrne Byström Bytyqi Bäck
    Bäckman Bäckström Börjesson Campbell Carlberg Carlson Carlsson Carter Celik Chen Chowdhury
    Christensen Claesson Clarke Cooper Dahl Dahlberg Dahlgren Dahlin Dahlqvist Dahlström Dahlén
    Dang Danielsson Davidsson Davis Degerlund Degerman Demir Diallo Doyle Duong Edberg Edin Edlund
    Edman Edström Edvardsson Edwards Einarsson Ekberg Ekdahl Ekelund Ekholm Eklund Eklöf Ekman
    Ekstrand Ekström Eliasson Elo Elofsson Eloranta Emanuelsson Emilsson Engberg Engblom Engdahl
    Englund Engman Engström Engvall Enqvist Ericson Ericsson Eriksson Erkkilä Erkkola Erlandsson
    Eronen Ervasti Esala Eskelinen Eskola Evans Eze Fagerholm Fagerlund Fagerström Falk Farah
    Farooq Fedorov Fedorova Ferm Fernandez Flink Folkesson Fors Forsberg Forsell Forsgren Forslund
    Forsman Forss Forsström Frank Fransson Franzén Fraser Fredriksson Friberg Frid Friman Frisk
    Gabrielsson Garcia Gashi Gonzalez Grahn Granath Granberg Granholm Granlund Granqvist Granroth
    Granström Green Gren Gröndahl Grönholm Grönlund Grönroos Gullberg Gunnarsson Gupta Gurung
    Gustafsson Gustavsson Göransson Haapakoski Haapala Haapalainen Haapamäki Haapanen Haapaniemi
    Haapasaari Haapasalo Haapoja Haarala Haaranen Haataja Haavisto Hagberg Haglund Hagman Hagström
    Haidari Hakala Hakamäki Hakanen Hakkarainen Hakola Hall Hallberg Hallgren Hallikainen Hallila
    Hallin Halme Halmela Halonen Halttunen Halvarsson Hamad Hamid Hammar Hammarström Hanna
    Hannuksela Hannula Hansen Hansson Harala Haraldsson Harju Harjula Harjunen Harjunpää Harris
    Harrison Hartikainen Hasan Hasani Hashemi Hassan Hassinen Hatakka Hautala Hautamäki Hautaniemi
    Haverinen Havukainen Hedberg Hedin Hedlund Hedman Hedström Heikkilä Heikkinen Heikura Heino
    Heinola Heinonen Heinänen Heiskanen Helander Helenius Helgesson Helin Hellberg Helle Hellgren
    Hellman Hellsten Hellström Helminen Henningsson Henriksson Henttonen Hermansson Hernandez
    Hiekkala Hietala Hietamäki Hietanen Hietaniemi Hiitola Hilden Hildén Hill Hiltunen Hinkkanen
    Hintikka Hirsimäki Hirvelä Hirvi Hirvikoski Hirvonen Hjalmarsson Hjelm Hjelt Hjort Hoang
    Hoikkala Hokkanen Holappa Holgersson Holm Holmberg Holmgren Holmlund Holmqvist Holmström
    Holopainen Holst Hongisto Honka Honkala Honkanen Honkaniemi Honkonen Hopia Hossain Hosseini
    Hovi Hoxha Huang Hughes Huhta Huhtala Huhtamäki Huhtanen Huhtaniemi Huhtinen Hulkkonen Hult
    Hultgren Hultman Humalajoki Huotari Huovinen Hurme Hussaini Hussein Huttunen Huusko Huuskonen
    Huynh Hynninen Hyppönen Hyttinen Hytönen Hyvärinen Hyvönen Hyytiäinen Hägg Häggblom Hägglund
    Häggman Häggström Häikiö Häkkinen Häkli Hämäläinen Hänninen Härkälä Härkönen Härmä Häyrinen
    Håkansson Högberg Höglund Hölttä Höök Ibrahim Ihalainen Ihamäki Iisakka Iivari Iivonen Ikonen
    Ilola Ilomäki Ilves Ilvonen Immonen Ingvarsson Inkinen Isaksson Islam Ismail Isokangas Isomäki
    Isotalo Israelsson Issa Isse Itkonen Ivanov Ivanova Ivarsson Jaakkola Jaakkonen Jaakola
    Jaatinen Jabbar Jackson Jacobsson Jafari Jakobsson Jalava Jalkanen Jalonen Jama Janhunen
    Jansson Jantunen Jarl Jauhiainen Jensen Jeppsson Joensuu Johannesson Johansen Johansson Johnson
    Johnsson Jokela Jokelainen Jokinen Jokiniemi Jokiranta Jokisalo Jonasson Jones Jonsson
    Jormanainen Joronen Josefsson Jovanovic Juhlin Junnila Juntunen Jurvanen Jussila Jutila Juusela
    Juuti Juutilainen Juvonen Jylhä Jäntti Järvelä Järveläinen Järvenpää Järvi Järvinen
    Jääskeläinen Jönsson Jörgensen Kaartamo Kaartinen Kaasik Kadhim Kaikkonen Kainulainen Kaipainen
    Kalela Kallas Kallela Kallinen Kallio Kalliokoski Kalliomäki Kallioniemi Kallonen Kalnins
    Kanerva Kangas Kangasniemi Kankaanpää Kankare Kannisto Kantola Kantonen Karhu Karhunen Kari
    Karim Karimi Karinen Karjala Karjalainen Karlberg Karlsson Karlström Karppanen Karppinen
    Karttunen Karvinen Karvonen Kask Kasurinen Katainen Kataja Katajamäki Katajisto Kauhanen
    Kaukonen Kauppi Kauppila Kauppinen Kaur Kauranen Kaurismäki Kautto Kaya Kazlauskas Keinonen
    Keinänen Kekkonen Kekäläinen Kelly Kemppainen Kemppi Kenttälä Kero Keränen Keskinen Keskisaari
    Keskisarja Keskitalo Kesti Ketola Ketonen Kettunen Khalil Khan Kiianmaa Kiiski Kiiskinen
    Kilpeläinen Kilpinen Kilpiö Kim King Kinnari Kinnunen Kirjavainen Kiuru Kiurunen Kivelä Kivi
    Kivikoski Kivilahti Kiviluoto Kivimäki Kivinen Kiviniemi Kivioja Kiviranta Kivistö Kjellberg
    Klasson Kling Knutsson Koistinen Koivisto Koivu Koivula Koivumäki Koivunen Koivuniemi
    Koivuranta Koivusalo Kojonen Kokko Kokkola Kokkonen Kolari Kolehmainen Kolkka Komulainen Kontio
    Kontiokari Konttinen Koponen Koppel Kopponen Kopra Korhonen Korkala Korkeamäki Korpela
    Korpelainen Korpi Korpinen Kortelainen Korvenmaa Koskela Koskelainen Koskelo Koski Koskimies
    Koskimäki Koskinen Koskiniemi Kosonen Kotila Kotilainen Kotiranta Kotka Kotro Kouvonen
    Kovacevic Kovalainen Kovalchuk Kovalenko Kovanen Kowalska Kowalski Kozlov Kozlova Krantz
    Krasniqi Kravchenko Kristensson Kristiansson Kristoffersson Krogerus Kronholm Krook Kuisma
    Kujala Kujanpää Kukk Kukkonen Kulju Kulmala Kumar Kumpulainen Kuokkanen Kuosa Kuosmanen
    Kuparinen Kurjenniemi Kurkela Kurki Kurkinen Kuronen Kurttila Kurvi Kurvinen Kuusela Kuusi
    Kuusimäki Kuusinen Kuusisto Kuusk Kuznetsov Kuznetsova Kvist Kyllästinen Kyllönen Kylmänen Kyrö
    Kyröläinen Kyrönniemi Kytölä Kähkönen Kähärä Källström Kämäräinen Kärki Kärkkäinen Käyhkö
    Kääriäinen Könni Könönen Köykkä Laakkonen Laakso Laaksola Laaksonen Laamanen Laasonen
    Laatikainen Lahdenperä Lahikainen Lahnajärvi Lahtela Lahti Lahtinen Laiho Laihonen Laine
    Laitila Laitinen Lallukka Lamberg Lammi Lamminen Lamminmäki Lampela Lampi Lampinen Lamppu
    Landin Landström Lankinen Lanne Lantto Lantz Lappalainen Lappi Lapveteläinen Larsen Larsson
    Lassila Latvala Laukkanen Launonen Laurikainen Laurila Laurinen Lauronen Lausamo Lavikainen
    Lebedev Lebedeva Lehikoinen Lehmonen Lehtimäki Lehtinen Lehtisaari Lehto Lehtola Lehtomäki
    Lehtonen Lehtoranta Lehtovaara Leino Leinonen Leivo Leivonen Lennartsson Lepistö Leppäkoski
    Leppälä Leppämäki Leppänen Leppäniemi Leskelä Leskinen Levin Levomäki Levonen Lewandowski Lewis
    Lidström Lidén Liedes Lievonen Liikanen Liimatainen Lilius Lilja Liljegren Liljeroos Lillström
    Lind Lindahl Lindberg Lindblad Lindblom Linde Lindell Lindeman Linden Linder Lindfors Lindgren
    Lindh Lindholm Lindkvist Lindmark Lindquist Lindqvist Lindroos Lindskog Lindstedt Lindström
    Lindvall Lindén Linna Linnala Linnanen Linnansaari Lipponen Litmanen Liu Liukkonen Ljung
    Ljungberg Ljunggren Ljungqvist Lohi Loikkanen Lopez Loponen Louhelainen Louhivuori Lounela
    Luhtala Luhtanen Luik Lukkari Lukkarinen Lumme Lund Lundberg Lundblad Lundell Lundgren Lundh
    Lundholm Lundin Lundkvist Lundmark Lundquist Lundqvist Lundström Luoma Luomala Luomanen
    Luostarinen Luoto Luotonen Luukkainen Luukkanen Luukko Luukkonen Lybeck Lyytikäinen Lyytinen
    Lähdesmäki Lähteenmäki Lämsä Länsimäki Löf Löfgren Löfman Lönn Lönnberg Lönnqvist Lönnroth
    Lövgren Löytty Maaranen MacDonald Magnusson Maijala Majuri Makkonen Malinen Malm Malmberg
    Malmgren Malmi Malmqvist Malmström Manner Mannila Manninen Manskinen Marila Marjamaa Marjamäki
    Marjanen Markkanen Markkula Marklund Martikainen Martin Martinez Martinsson Marttila Marttinen
    Matikainen Matilainen Mattila Mattinen Mattsson Maunula Mehtonen Melander Melin Mellin Mensah
    Mensonen Merikanto Merilä Meriläinen Merisalo Mertala Messo Metsola Metsälä Metsänen Metsäranta
    Metsävainio Mielonen Miettinen Miikkulainen Mikhailov Mikhailova Mikkola Mikkonen Mikola Miller
    Minkkinen Mitchell Moberg Modig Mohamed Mohammad Mohammadi Mohammed Mohamud Moilanen Moisio
    Molin Mononen Monto Moore Moradi Morgan Morozov Morozova Muhonen Muranen Murphy Murray Murto
    Muse Mustafa Mustajärvi Mustonen Mutanen Mutka Muurinen Mwangi Mykkänen Myllykangas Myllylä
    Myllymäki Myllynen Myllyniemi Myyryläinen Mäenpää Mägi Mäkelä Mäkeläinen Mäki Mäki-Petäjä
    Mäkinen Mäkipää Mäkiranta Mäkitalo Männistö Mäntylä Mäntymäki Mäntynen Mäntyranta Mäntysaari
    Määttä Määttänen Månsson Mårtensson Möller Mönkkönen Naskali Naukkarinen Nazari Nelson Nenonen
    Neuvonen Nevala Nevalainen Nevanlinna Ngo Nguyen Nielsen Niemelä Niemeläinen Niemi Nieminen
    Niemistö Niinikoski Niinimäki Niinistö Niiranen Niittymäki Nikkanen Nikkilä Nikkinen Niklasson
    Nikolic Nikula Nilsson Niskala Niskanen Nissilä Nissinen Nokelainen Noori Norberg Nord Nordberg
    Nordgren Nordin Nordlander Nordlund Nordman Nordqvist Nordström Norgren Norlin Norling Norman
    Norppa Norrgård Norrman Norén Nousiainen Novikov Novikova Nowak Nummela Nummelin Nummi Nur
    Nurmela Nurmesniemi Nurmi Nurminen Nurmio Nuutinen Nuuttila Nyberg Nygren Nyholm Nykänen
    Nylander Nylund Nylén Nyman Nyqvist Nyström Närhi Närhinen Närvänen Näslund Nätti O'Brien
    O'Connor O'Sullivan Obi Ohlsson Oikarinen Oinonen Oja Ojala Ojamäki Ojanen Ojaniemi Ojanperä
    Ojutkangas Okafor Okko Okkonen Okoro Oksa Oksala Oksanen Olander Olausson Olin Oliynyk Olkkonen
    Ollikainen Ollila Olofsson Olsen Olsson Omar Onnela Orava Oravala Oravisto Orell Orjala Orpana
    Oskarsson Osman Otieno Otranen Ottosson Owusu Paajanen Paakkanen Paananen Paasikivi Paasilinna
    Paasonen Paavilainen Paavola Packalen Paju Pajunen Pakarinen Palander Paldanius Palm Palmgren
    Palmqvist Palmroth Palmu Palo Palojärvi Palokangas Palomäki Palonen Paloniemi Palosaari
    Palttala Palviainen Pankka Pantzar Park Parkkinen Parkkonen Partanen Parviainen Pasanen Pasma
    Patel Patrikainen Paukkunen Paulsson Paunonen Pavlov Pavlova Pedersen Pehkonen Peiponen Pekkala
    Pekkanen Pekkarinen Pelkonen Pellinen Peltola Peltomaa Peltomäki Peltonen Peltoniemi Peltoranta
    Peltovuori Pennala Pennanen Penttilä Penttinen Pere Perez Perho Perkiö Persson Perttula
    Perttunen Perälä Perämäki Pesola Pesonen Petersen Petersson Petrauskas Petrov Petrova Petrovic
    Petterson Pettersson Pettinen Petäjä Pham Phan Pietikäinen Pietilä Pietiläinen Pihl Pihlaja
    Pihlajamäki Pihlajaniemi Pihlström Piiparinen Piippo Piipponen Piirainen Piispanen Pikkarainen
    Pirhonen Pirinen Pirskanen Pirttilä Pitkälä Pitkänen Pitkäranta Pohjanen Pohjanpää Pohjola
    Pohjolainen Pohjonen Pohto Poikolainen Poikonen Polamo Polishchuk Polvinen Popov Popova Porkka
    Portin Posio Poutanen Poutiainen Puhakainen Puhakka Pulkkinen Puolakka Puranen Purhonen Purola
    Puronen Pursiainen Putkonen Puttonen Puukko Puumalainen Puustinen Pylkkänen Pylvänäinen
    Pynnönen Pyykkö Pyykkönen Pyysalo Päivinen Pärn Pääkkönen Päätalo Pålsson Pöllänen Pöyry Pöysti
    Raappana Raatikainen Rahikainen Rahimi Rahko Rahkola Rahkonen Rahman Rai Rainio Raitala
    Raitanen Raitio Raittila Rajala Rajaniemi Ramstedt Ranta Rantala Rantalainen Rantamäki Rantanen
    Rantaniemi Rashid Rasi Rasila Rasinmäki Rask Rasku Rasmussen Ratia Raud Rauhala Rauhamäki
    Raunio Rautakoski Rautanen Rautiainen Rautio Rebane Rehn Reinikainen Remes Repo Reponen Rezaei
    Rezai Riekki Riekkinen Riihelä Riihimäki Riihinen Riikonen Rinne Rinta-aho Rintakoski Rintala
    Rintanen Risku Rissanen Ristimäki Ristola Ristolainen Roberts Robertsson Robinson Rockas
    Rodriguez Roine Romppanen Ronkainen Roos Rosenberg Rosendahl Rosengren Rosenqvist Rossi Rosvall
    Rosén Roth Rouvinen Ruismäki Ruoho Ruohola Ruohonen Ruokolainen Ruokonen Ruotsala Ruotsalainen
    Rusanen Rusi Ruuska Ruuskanen Ruusunen Ruutu Ryan Rydberg Rydén Rytky Rytkönen Ryynänen
    Räikkönen Räisänen Räsänen Räty Rönkkö Rönkä Rönnberg Rönnholm Rönnkvist Rönnqvist Röntynen
    Röyskö Saar Saarela Saarelainen Saarelma Saarenmaa Saarenpää Saari Saariaho Saarijärvi
    Saarikangas Saarikivi Saarikko Saarikoski Saarimäki Saarinen Saarni Saarnio Saastamoinen
    Sadeghi Saeed Sahi Sahin Sahlberg Sahlin Sahlstedt Said Saikkonen Sainio Saksa Saleh Salin
    Sallinen Salman Salmela Salmelainen Salmelin Salmenkivi Salmi Salminen Salo Salokangas
    Salokannel Salola Salomaa Salomonsson Salomäki Salonen Saloranta Salovaara Salovuori Samuelsson
    Samuli Sandberg Sandelin Sandell Sandgren Sandin Sandström Santos Sarajärvi Sarjala Sarkkinen
    Sarkkola Sarkola Saukko Saukkonen Sauli Savola Savolainen Saxberg Schildt Schmidt Scott Selin
    Semenov Semenova Sepp Seppinen Seppä Seppälä Seppäläinen Seppänen Sevón Shala Sharma Shevchenko
    Shevchuk Shrestha Siekkinen Siermala Sievinen Sihvola Sihvonen Siikanen Siitonen Siivonen
    Sillanpää Siltakoski Siltala Siltanen Silva Silvennoinen Simola Simonen Simonsson Simula Singh
    Sinisalo Sintonen Sipilä Sippola Siren Sirkiä Sirola Sirviö Sirén Sivonen Sjöberg Sjöblom
    Sjödin Sjögren Sjöholm Sjölander Sjölin Sjölund Sjöman Sjöroos Sjöstedt Sjöstrand Sjöström
    Sjöwall Skog Skoglund Skogman Skoog Sköld Smeds Smirnov Smirnova Smith Smått Soikkeli Soini
    Soininen Soinio Sointula Soirinen Sokolov Sokolova Soljander Somero Sorjonen Sorsa Sorsakoski
    Sorvari Stark Steen Sten Stenberg Stenius Stenlund Stenman Stenroos Stenström Stewart Storm
    Storås Strand Strandberg Strandén Strid Ström Strömberg Strömman Ståhl Ståhlberg Ståhle Suhonen
    Suikkanen Sulkunen Sulonen Summanen Sundberg Sundell Sundholm Sundin Sundman Sundqvist
    Sundström Suni Suomalainen Suomela Suominen Suoniemi Suonpää Sutinen Suutari Suutarinen Suvanne
    Suvanto Suzuki Svahn Svanberg Svantesson Svedberg Svensson Svärd Syrjälä Syrjänen Syvänen
    Syväoja Särkelä Särkinen Särkkä Särmä Säynäjoki Sääskilahti Söderberg Södergren Söderholm
    Söderling Söderlund Söderman Söderqvist Söderström Sörensen Taavitsainen Tahvanainen Taimisto
    Taipale Taipalinen Taipalus Takala Takkinen Takkunen Talja Talka Tallgren Talvitie Tamang Tamm
    Tammi Tamminen Tammisto Tanaka Tani Tanner Tanskanen Tapiola Tapola Tarkiainen Tarkka Tarkkinen
    Tarvainen Taskinen Tauriainen Tavi Tawast Taylor Teittinen Temonen Tenhonen Tenhunen Teppo
    Tepponen Terho Tervo Tervonen Teräs Teräsvirta Terävä Thapa Thesleff Thomas Thompson Thor
    Thorén Thulin Tiainen Tiihonen Tiilikainen Tiirikainen Tiitinen Tikka Tikkala Tikkanen Timonen
    Tirkkonen Tirri Tissari Tkachenko Toikka Toikkanen Toivanen Toiviainen Toivola Toivonen Tolonen
    Tolvanen Tomperi Toppinen Torkkeli Torkkola Tornberg Torniainen Toropainen Torppa Torstensson
    Torvinen Tossavainen Tran Traore Tuhkanen Tujula Tukiainen Tulonen Tunkelo Tuohimaa Tuohino
    Tuokko Tuomaala Tuomainen Tuomela Tuomi Tuominen Tuomisto Tuomola Tuononen Tuovinen Tuppurainen
    Turesson Turkia Turkka Turkki Turpeinen Turtiainen Turunen Tuulos Tuunainen Tuunanen Tuuri Tyni
    Tynkkynen Tyrkkö Tyrväinen Tähtinen Törmä Törmäkangas Törmälä Törmänen Törnqvist Törnroos
    Törrönen Uimonen Uitto Ukkola Ulvinen Uotila Uotinen Urho Uronen Urpilainen Uski Usvasalo
    Utriainen Uusi-Kerttula Uusi-Rauva Uusikangas Uusimäki Uusitalo Uusküla Uutela Vaahtera Vaalamo
    Vaara Vaarala Vaarnamo Vaarni Vahala Vahtera Vahtola Vahvaselkä Vainikainen Vainio Vainionpää
    Vaittinen Valjakka Valjus Valkama Valkeapää Valkonen Vallenius Valli Vallin Valo Valtanen
    Valtonen Vanhala Vanhanen Vanhatalo Vanninen Vapola Varho Varis Varjonen Varpio Varpula Vartia
    Vartiainen Varvikko Vasama Vasiliev Vasilieva Vatanen Vattulainen Vauhkala Vauhkonen Vehmas
    Vehviläinen Veijalainen Veistola Venho Vennala Venäläinen Vepsä Vepsäläinen Verho Veräjänkorva
    Vesa Vesala Vesikansa Vesterbacka Vesterinen Vesterlund Vestin Vestman Viberg Vihavainen
    Viherkoski Vihervaara Viherä Vihinen Viikari Viinikainen Viinikka Viita Viitala Viitamäki
    Viitanen Viitaniemi Viitasaari Viitasalo Viklund Vikström Vilen Vilhelmsson Viljakainen
    Viljamaa Viljanen Vilkki Vilkkilä Vilkman Villanen Vilponen Vilén Virjo Virkki Virkkunen
    Virolainen Virta Virtala Virtanen Virtaniemi Volkov Volkova Voutilainen Vuento Vuojärvi Vuokko
    Vuolle Vuorela Vuorenmaa Vuori Vuorimaa Vuorinen Vuorio Vuorisalo Vuorisola Vuotila Vähäkangas
    Vähäsarja Vähätalo Väisälä Väisänen Väliaho Välimaa Välimäki Väliniemi Väre Väyrynen Väänänen
    Väätäinen Väätänen Wahlberg Wahlgren Wahlroos Wahlstedt Wahlsten Wahlström Walker Wall
    Wallenius Wallgren Walli Wallin Wallén Walsh Wang Warsame Watson Weckman Wennberg Werner
    Wesslin Westberg Wester Westerberg Westerholm Westerlund Westin Westlund Westman White Wiberg
    Widén Wiik Wikberg Wikholm Wiklund Wikman Wikström Wilenius Wilhelmsson Willberg Williams
    Willman Wilson Wilén Winberg Winter Wirtanen Wisniewski Wojcik Wright Wuorinen Yang Yildiz
    Yilmaz Yli-Hemmo Yli-Mäyry Ylihärsilä Ylijoki Ylikangas Ylikoski Ylimäki Ylinen Ylipää
    Ylisaukko-oja Ylitalo Ylä-Anttila Ylönen Young Yrjänä Yrjölä Yusuf Zetterberg Zhang Zhao Zhou
    Äijälä Äijö Äikäs Äyräs Ääri Äärilä Åberg Ågren Åhman Åkerblom Åkerlund Åkerman Åkesson Åsberg
    Åslund Åström Öberg Öhberg Öhman Öhrnberg Östberg Öster Österberg Österholm Österlund Östling
    Östlund Östman Özdemir Öztürk
"""

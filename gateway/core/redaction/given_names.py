"""First names: Finnish, Swedish, and of those who have moved here.

Written down from general knowledge of what people in Finland are called, and filled up with the
Finnish, Swedish and Estonian first names of Faker 40.54.0 (Copyright (c) 2012 Daniele Faraglia and
others, MIT licence). No register of persons was used.
"""

NAMES = """
    Aada Aadolf Aake Aamos Aapeli Aapo Aappo Aarne Aarni Aaro Aaron Aarre Aarto Aatos Aatto Aatu
    Abbas Abdallah Abdi Abdiaziz Abdifatah Abdikarim Abdinasir Abdiqani Abdirahman Abdirashid Abdul
    Abdulaziz Abdulkadir Abdullah Abdullahi Abdulrahman Abebe Abel Abshir Achieng Adaeze Adaku Adam
    Adan Adele Aden Adil Adnan Adrian Affe Afsaneh Agne Agnes Agneta Agnieszka Ahlam Ahmad Ahmed
    Ahti Aigars Aila Aili Aimo Aina Aini Aino Ainomaija Aira Airi Airikki Aisha Aivar Aivars Akbar
    Aki Akram Akseli Aku Akua Alaa Alan Alarik Alba Albert Alberto Albin Alejandro Aleksander
    Aleksandr Aleksandra Aleksanteri Aleksei Aleksi Aleksis Alex Alexander Alexandr Alexandra Alexi
    Alexis Alf Alfons Alfred Alfredo Algot Ali Alia Alica Alice Alicia Aliisa Alina Alisa Allan
    Alli Alma Almaz Alpo Altti Alva Alvar Alvari Alve Alvin Alya Amadeus Amadou Amal Amalia Amanda
    Amani Amar Amara Amber Amelia Amelie Amin Amina Aminata Amir Amira Amit Amjad Amy Ana Anahita
    Analyn Anan Anas Anastasia Anatoli Anders Andrea Andreas Andrei Andres Andrew Andrey Andrius
    Andrus Andrzej André Andréas Anelma Anette Angela Angelica Angelika Angelina Anh Anil Anita
    Anitta Anja Anjali Anki Ann Anna Annaleena Annamaria Anne Anneke Annele Anneli Annelie Anneliis
    Annemari Annette Anni Annica Annie Anniina Annika Annikki Annina Annu Annukka Anoosheh Anri
    Anselmi Anski Ansku Anskuli Anssi Antero Anthony Anton Antonia Antonina Antonio Ants Antti
    Antton Anttoni Anu Anwar Anzor Apinya Apple Aram Arash Arben Areej Ari Arina Arja Arjun Arla
    Armas Armi Armo Arne Arno Arnold Aron Arska Artem Arthur Artjom Arto Arttu Artturi Artur Arturs
    Artyom Arvi Arvid Arvo Asad Asha Ashley Ashraf Asko Asla Asli Asma Assad Assar Asser Asseri
    Asta Aston Astrid Atro Atso Atte August Aukusti Aulikki Aulis Aune Auni Aura Auri Aurora Austin
    Auvo Awa Axel Ayaan Ayan Ayanle Ayesha Ayse Ayub Azad Aziz Aziza Bakhtiyar Baran Barbara Barbro
    Bashir Basim Beata Beatrice Behnaz Behrouz Behzad Bella Ben Bengt Benjamin Benny Bereket Berit
    Berndt Bernhard Bernt Bert Bertil Bertta Betty Bianca Bibek Bijan Bikash Bilal Biljana Bill
    Billy Binh Biniam Binta Birger Birgit Birgitta Bishaar Bishnu Bjarne Björn Bodil Boel Bogdan
    Bohdan Boris Bosse Brandon Brenda Brian Bridget Brita Britt Britta Brittany Bror Bruno Burhan
    Bushra Börje Cajsa Calle Camilla Carin Carina Carita Carl Carlos Carmen Carol Carola Carolin
    Carolina Caroline Carolyn Casper Cassandra Catalina Catarina Catharina Catherine Cathrine
    Catrin Cawo Cecilia Celine Challe Charles Charlie Charlott Charlotta Charlotte Cheryl Chiamaka
    Chidi Chika Chinedu Chloe Christel Christer Christian Christin Christina Christine Christofer
    Christoffer Christopher Chukwuemeka Ciara Ciwan Claes Claire Clara Clas Claudia Colin Conny
    Cornelia Cristina Cuong Curt Cynthia Dag Dagmar Dagny Dahabo Dalia Dan Danai Daniel Daniela
    Daniella Danielle Dante Danylo Daria Darja Darya David Dawit Deborah Debra Declan Deepak Deeqa
    Del Delshad Denis Denise Deniz Dennis Denys Deqo Desirée Diana Diane Dick Diego Dilan Dimitri
    Dipak Disa Divina Divya Dler Dmitri Dmytro Donna Doris Dorothy Douglas Dragan Duc Dung Dusan
    Ebba Ebbe Ebru Ecaterina Ecke Eddie Edgar Edit Edith Edla Edvard Edvin Edward Edwin Eeki Eeli
    Eelis Eemeli Eemil Eerik Eerika Eerikka Eerikki Eero Eetu Eeva Eevaliisa Eevamaija Eevert Eevi
    Egon Eha Eija Eikka Eila Einar Einari Eine Eini Eino Einojuhani Eira Eivor Ekaterina Eki Elena
    Eleonor Eleonora Elham Eliaana Elias Eliel Elif Eliina Eliisa Eliisabet Elin Elina Elinor Elis
    Elisa Elisabet Elisabeth Elise Elissa Elizabeth Elja Eljas Ella Elle Ellen Elli Ellie Ellinoora
    Ellinor Elliot Elly Elma Elmer Elmeri Elmira Elmo Elna Elo Elof Elsa Else Elsi Elsie Elsy Elton
    Elvi Elviira Elvin Elvira Elvis Elvy Emanuel Emeka Emelie Emil Emilia Emilie Emilio Emily Emine
    Emma Emmanuel Emmi Emmy Emppu Enar Ene Engla Ensio Enver Eppu Eric Erica Erik Erika Erja Erkka
    Erkki Erlan Erland Erling Erna Erno Ernst Esa Eskil Esko Esmaeil Esra Essi Estelle Ester Esteri
    Esther Ethan Ethel Eufemia Eugen Eva Evald Eve Eveliina Evelina Evelyn Evert Evgeni Evgenia
    Evgenij Evi Evin Evy Ewa Faadumo Fabian Fadi Fadumo Fahad Faina Faisal Fanny Farah Fardowsa
    Farhad Farhan Farhiyo Fariba Farid Farida Farzad Farzana Farzaneh Fatema Fatemeh Fathi Fatima
    Fatma Fatos Fatou Fatuma Fawzia Felicia Felipe Felix Feng Ferdinand Fereshteh Ferhat Fernando
    Filip Filippa Filmon Fiona Firas Florence Folke Frances Francisco Frank Frans Fred Fredric
    Fredrik Fredrika Frej Freja Frida Fritz Gabriel Gabriella Galina Gary Gemma Genet Gennadi Georg
    George Georgi Gerd Gerda Gerhard Gert Gertrud Ghazal Gillian Gillis Giorgi Giovanni Gisela Gita
    Gitta Giulia Glenn Gloria Golnaz Gottfrid Grace Graham Greger Gregory Greta Grete Grzegorz
    Gudrun Guled Gulistan Gulnara Gun Gunborg Gunhild Gunilla Gunnar Gunnel Gunnevi Gunvor Gustaf
    Gustav Göran Gösta Göte Haben Habib Habiba Hadi Hafsa Hagos Haider Halil Halima Halimo Halyna
    Hamid Hampus Hamza Hana Hanan Hani Hanna Hannah Hannaleena Hannamari Hanne Hannele Hannes Hanni
    Hannu Hans Hao Harald Harde Harold Haroon Harri Harriet Harry Hasan Hashim Hassan Hasse Hatice
    Hawa Hawre Hayat Hazel Heather Heba Hedda Hedvig Heidi Heikki Heimo Heini Heino Heka Hele
    Heleena Helen Helena Helene Helga Helge Heli Helinä Helju Helka Hellevi Helli Hellä Helmer
    Helmeri Helmi Helvi Hely Helén Heléne Hemmi Hemminki Henna Henni Henning Henri Henric Henrietta
    Henriika Henriikka Henrik Henrikki Henry Herbert Herman Hermanni Hessu Heta Hibo Hien Hieu
    Hilal Hilda Hilding Hilja Hilkka Hilla Hillevi Hilma Hiwa Hjalmar Hjördis Hoang Hodan Hodo
    Holger Hong Hossein Hryhorii Huda Hugo Hung Huong Hussain Hussein Huyen Hye Håkan Ian Ibrahim
    Ibrahima Ida Idil Idris Idun Ifeoma Ifrah Igor Ihor Iida Iikka Iina Iines Iiris Iiro Iisa Iisak
    Iisakki Iita Iivari Iivo Ikram Ilari Ilham Ilhan Ilias Ilir Ilja Ilkka Ilma Ilmari Ilmatar Ilmi
    Ilmo Ilona Ilpo Ilse Ilta Ilya Iman Imbi Imelda Immanuel Immo Impi Imran Ina Inari Indrek Ines
    Inese Inessa Inez Inga Ingalill Inge Ingeborg Ingegerd Ingegärd Ingela Ingemar Inger Ingmar
    Ingmari Ingrid Ingvar Inka Inkeri Inna Into Ioana Irene Irfan Irina Iris Irja Irma Irmeli Iryna
    Iréne Isa Isaac Isabel Isabell Isabella Isabelle Isac Isak Ismahan Ismail Ismo Isto Ivan Ivana
    Ivar Iwona Jaak Jaakkima Jaakko Jaakob Jaan Jaana Jaanika Jaanus Jabir Jack Jacob Jacqueline
    Jade Jafar Jakob Jallu Jalmari Jalo Jamal James Jami Jamila Jan Jana Jane Janet Jani Janice
    Janika Janina Janis Janita Janna Janne Jare Jari Jarkko Jarl Jarmo Jarno Jaska Jasmiina Jasmin
    Jasmina Jasmine Jason Jasse Javad Javier Jawad Jean Jeanette Jeffrey Jelena Jenna Jenni Jennie
    Jennifer Jenny Jens Jepa Jere Jeremias Jeremy Jerker Jerry Jesper Jesse Jessica Jhon Jibril
    Jill Jim Jimi Jimmie Jimmy Jing Jiyan Joachim Joacim Joakim Joan Joanna Jocelyn Joe Joel Johan
    Johanna Johannes John Johnny Joline Jomar Jon Jonas Jonatan Jonathan Joni Jonna Jonne Jonni
    Jonny Jonte Joona Joonas Joonatan Jooseppi Joosua Jore Jorkka Jorma Jose Josef Josefiina
    Josefin Josefina Josefine Joselito Joseph Josephine Joshua José Jouko Jouni Joyce Juan Juana
    Judith Judy Juha Juhana Juhani Juho Jukka Julia Juliaana Julian Julie Julija Julius Juni Junior
    Jurgis Jurgita Jussi Justiina Justin Justus Juuli Juulia Juuso Jyri Jyrki Jöran Jörgen Jüri
    Kaapo Kaapro Kaarina Kaarle Kaarlo Kaarlotta Kabita Kadir Kadra Kadri Kai Kaija Kaino Kaire
    Kaisa Kaisla Kaisu Kaisuliina Kaitsu Kaj Kajsa Kake Kale Kalervo Kalev Kalevi Kalle Kamal Kamau
    Kamila Kamran Kanerva Karen Kari Karim Karima Karin Karina Karita Karl Karoliina Karolina Karri
    Karwan Kashif Kasimir Kaspar Kasper Kasperi Kassu Kata Katariina Katarina Katarzyna Katerina
    Kateryna Katharina Katherine Kathleen Kathryn Kati Katja Katri Katriina Katrin Kauko Kauno
    Kaveh Kawa Keijo Keimo Keisha Keith Kelechi Kelly Kemal Kemi Kennet Kenneth Kenny Kent Kenth
    Kerkko Kersti Kerstin Kerttu Kerttuli Kevin Khadar Khadija Khadra Khaled Khalid Khalil Khanh
    Kian Kickan Kidane Kiia Kiira Kim Kimberly Kimi Kimmo Kira Kiran Kirill Kirsi Kirsikka Kirsti
    Kirsu Kjell Klaara Klara Klas Klaus Knut Kofi Konrad Konsta Konstantin Kosti Krishna Krisse
    Krista Krister Kristi Kristian Kristiina Kristin Kristina Kristine Kristjan Kristofer
    Kristoffer Krzysztof Ksenia Kseniia Ksenija Kseniya Kuisma Kukka Kullervo Kumar Kurt Kustaa
    Kwame Kwesi Kyle Kyllikki Kyösti Külli Küllike Lage Lahja Laila Laima Laleh Lamia Lara Lari
    Larisa Larissa Larry Lars Larysa Lasse Lassi Late Latifa Laura Lauren Lauri Lawrence Laxmi
    Layla Lea Leah Leea Leena Leeni Leevi Leho Leia Leif Leila Lemmikki Lempi Lena Lenita Lennart
    Lenni Lennu Leo Leon Leona Leonard Leonardo Leonid Leopold Levi Leyla Leyli Liam Liban Lidia
    Liia Liina Liisa Liisi Liisu Liivi Lila Lilian Liliana Lilja Lill Lillemor Lilli Lilly Lily Lin
    Lina Linda Ling Linh Linn Linnea Linnéa Linus Lisa Lisbet Lisbeth Lise Liselott Liselotte Lisen
    Lissu Liudmila Liudmyla Liv Livia Ljubov Ljudmila Loke Lola Lorna Lott Lotta Lotte Loui Louie
    Louis Louise Lova Love Loviisa Lovis Lovisa Lowe Lucas Lucia Lucy Ludvig Ludwig Luis Luka Lukas
    Lumi Luna Luukas Luul Lydia Lykke Lyubov Lyudmila Lyydia Lyyli Lyyti Maaret Maaria Maarit
    Madeleine Madelene Magda Magdalena Magnus Mahabad Mahad Mahboobeh Mahdi Mahmoud Mahmud Mahsa
    Mai Maie Maija Maiju Maikki Maikku Maila Mailis Maini Maire Mairit Maisa Maisku Maj Maja Majken
    Majlis Majvor Make Maksim Maksym Malak Malgorzata Malika Malin Malla Malle Malte Malva Malviina
    Mamadou Manfred Manish Manna Mannu Mansour Manu Manuel Mape Marcin Marco Marcus Mare Marek
    Maret Margareeta Margaret Margareta Margaretha Margit Margot Margret Margus Mari Maria Mariaana
    Mariam Mariana Mariann Marianna Marianne Maricel Marie Mariia Marija Marika Marilyn Marina
    Mario Marit Marita Marites Maritta Mariya Marja Marjaana Marjaleena Marjatta Marjo Marjukka
    Marjuska Marjut Mark Marketta Markku Marko Markus Marleena Marlene Marta Martha Martin Martina
    Martta Martti Marwa Marwan Mary Maryam Maryan Maryna Masa Masoud Mateusz Matheo Mathias
    Mathilda Mati Matias Matilda Matleena Mats Matteo Matthew Matti Mattias Matts Maud Mauno Mauri
    Mauritz Max Maxamed Maxim Maximilian May Maya Medina Meelis Meeri Megan Mehari Mehdi Mehmet
    Meija Meja Melina Melissa Melker Melvin Melwin Mercedes Merhawi Meri Merike Merita Merja Meron
    Merve Mervi Mette Mia Micael Michael Michaela Michal Michel Michelle Micke Miguel Mihail Mihkel
    Miia Miika Miikka Miina Miisa Miisu Mika Mikael Mikaela Mikhail Mikki Mikko Miko Miku Mila
    Milad Milan Milena Milica Milja Milka Milla Milma Milo Milton Mimi Mimmi Mimosa Mina Minea
    Minerva Minh Minja Minka Minna Minni Minttu Mio Mira Miranda Mirela Miriam Mirja Mirjam Mirjami
    Mirjeta Mirka Mirkka Mirkku Miro Mirre Mirri Mirva Moa Mohamad Mohamed Mohammad Mohammed
    Mohamud Mohsen Mojtaba Molly Mona Monica Monika Monira Moona Moonika Morgan Mostafa Moussa
    Mowlid Muhamed Muhammad Mulugeta Muna Muno Murat Musa Mustafa Mykola Märit Märt Märta Märtha
    Måns Mårten Nabil Nabin Nada Nader Nadezda Nadezhda Nadia Nadifa Nadiia Nadiya Nadja Naima
    Naimi Najib Najma Nana Nancy Nanna Naomi Narges Narin Nasir Nask Nasra Nasreen Nasrin Nasteexo
    Natalia Natalie Nataliia Nataliya Natalja Natalya Natanael Natasha Nathalie Nathan Nawal
    Nazanin Nea Neea Neela Neil Nelli Nellie Nelly Nelma Neo Nergiz Nga Ngoc Ngozi Nhung Niamh
    Nicholas Nicke Nicklas Niclas Nico Nicolas Nicole Nigel Niila Niilo Niina Nikhil Niki Nikita
    Niklas Niko Nikola Nikolai Nils Nimco Nimo Nina Nipa Niran Nirmala Nisse Nizar Noa Noah Noel
    Nomsa Nooa Noomi Noor Noora Nora Norma Nour Nova Nuppu Nura Nurgul Nuria Nusrat Nuutti Obinna
    Ode Oili Oisin Oiva Okko Oksana Ola Olav Olavi Ole Oleg Oleh Oleksandr Oleksii Olena Olesia
    Olga Olha Oliver Olivia Oliwer Olle Olli Olof Olov Oluwaseun Oluwaseyi Omar Omer Onerva Onni
    Oona Orvo Orvokki Oscar Oskar Oskari Osku Osman Osmo Ossi Ossian Otava Otieno Otso Ottilia Otto
    Oumar Outi Ove Owe Ozan Paavali Paavo Pablo Padraig Pamela Parisa Parvin Parwin Pasi Pate
    Patric Patricia Patrick Patrik Paul Paula Pauli Pauliina Paulina Pauline Pavel Pavlo Pavo Pawel
    Peder Pedro Peeter Peetu Peik Pekka Pelle Pena Pentti Peppi Peppiina Per Pernilla Pertsa Pertti
    Perttu Peshang Pessi Peter Petr Petra Petri Petro Petronella Petter Petteri Philip Phuong Pia
    Pierre Pietari Pihla Piia Piitu Pilvi Pilvikki Pinja Piotr Pipsa Piret Pirita Piritta Pirjo
    Pirkka Pirkko Pirkkoliisa Pirre Pontus Pooja Pornthip Prakash Prasad Pratima Priit Priya Puspa
    Putte Pyry Päivi Päivikki Päiviö Pär Pääsky Qali Qamar Quang Quynh Raakel Rabia Rabin Rachel
    Rachid Radovan Rafael Ragnar Ragnhild Rahel Rahma Rahul Raija Raikka Raila Raili Raimo Raine
    Rainer Raisa Raivo Raj Rajan Rajendra Rajesh Ralf Ralph Ramesh Rami Ramin Rana Ranja Ranjit
    Ransu Rasa Rashid Rasmus Rauha Raul Rauli Rauni Rauno Ravi Raya Rayan Raymond Rebaz Rebecca
    Rebecka Rebekka Rebin Reem Reet Reeta Reetta Regina Reija Reijo Reima Rein Reine Reinhold Reino
    Reiska Reko Renata Rene Renée Repe Retu Reza Rezan Rhea Riad Ricardo Richard Rickard Rigmor
    Riho Riia Riikka Riina Riitta Rikard Rike Riksa Riku Rima Ripa Risto Rita Ritva Robert Roberto
    Robin Rodel Roger Rojda Rojin Roland Rolf Roman Ronahi Ronald Roni Ronja Ronnie Ronny Roope
    Roosa Rosa Rosario Rose Roshan Rosita Rowena Roy Roya Ruben Rudolf Runa Runar Rune Ruslan Rut
    Rutger Ruth Ruusa Ruusu Ruut Ruzica Ryan Saad Saana Saara Saba Sabah Sabin Sabina Sabri Sabrina
    Sacdiyo Sadia Sadiyo Saeed Safa Safia Saga Sagal Sagar Sahal Sahar Sahra Sahro Said Saida Saif
    Saija Saila Saima Saimi Saini Sajjad Sakari Saku Salah Saleh Salim Salla Sallamari Salli Sally
    Salma Salme Salomo Sam Saman Samantha Samar Sameli Sami Samir Samira Sampo Sampsa Samsam Samu
    Samuel Samuli Sana Sander Sandra Sanelma Sanja Sanjay Sanjita Sanna Sanni Santeri Santosh
    Santra Santtu Sara Sarah Sari Sarianna Sarita Satsu Satu Scott Sean Sebastian Seela Seidi Seija
    Sekou Selam Selim Selina Selja Selma Semhar Semra Senait Senja Senni Sepe Seppo Serdar Sergei
    Sergej Sergey Serhii Serhiy Seth Severi Shadi Shafiq Shahid Shahin Shahla Shahram Shamso Shanti
    Sharmarke Sharon Sheima Shilan Shirin Shirley Shukri Shukria Siddiq Sigfrid Sigge Signe Sigrid
    Sigurd Sigvard Siham Sihem Siim Siina Siiri Silja Silva Silvia Simin Simo Simon Simona Simone
    Simppa Sini Sinikka Sinna Siobhan Sipho Siri Siriporn Sirja Sirje Sirke Sirkka Sirkku Sirpa
    Sirpaliisa Siru Sirwan Sisko Sita Siv Sivert Sixten Slobodan Snezana Sofi Sofia Sofie Sofiia
    Sohail Soheila Sohvi Soile Soili Soilikki Soini Sointu Solveig Somchai Somjai Sonia Sonja Sonny
    Sophia Sophie Soran Soraya Sorja Srijana Staffan Stanislav Stefan Stefania Stella Stellan Sten
    Stephanie Stephen Steven Stig Stiina Stina Stuart Sture Suad Sucdi Sujan Sulevi Sulho Sulo
    Sultana Suman Sumaya Sune Sunil Sunita Suoma Supaporn Suresh Susan Susann Susanna Susanne
    Sushila Sussi Suvi Suzanne Svante Svea Sven Svetlana Svitlana Sylvi Sylvia Säde Sören Taavetti
    Taavi Tage Tahir Taija Taika Taimi Taina Tainka Taisto Taito Tamara Tanel Taneli Tania Tanja
    Tanvir Tapani Tapio Tapsa Taras Tareq Tarik Tariq Tarja Tarmo Taru Tatiana Tatjana Tatu Tatyana
    Tauno Tea Ted Teddy Teea Teemu Teija Teijo Tekla Tellervo Tenho Teo Teodor Tepa Teppo Teresa
    Terese Teresia Terhi Terho Tero Terttu Tesfay Tessa Tetiana Teuvo Thabo Thanh Thao Thea Theo
    Theodor Theres Theresa Therese Theresia Therése Thi Thomas Thor Thore Thure Thuy Tien Tiia
    Tiina Tiit Tiitu Tiiu Tilda Tilde Tim Timi Timo Timothy Timppa Timur Tina Tindra Tinja Tino
    Tintti Titta Titti Tiuku Tobias Toini Toivo Toivotar Tom Tomas Tomasz Tomi Tommi Tommy Toni
    Tony Toomas Topi Topias Tor Tora Torbjörn Tord Tore Torgny Torsten Torsti Totte Tova Tove Tracy
    Trang Trevor Triin Tristan Tsegay Tua Tuan Tuija Tuire Tunde Tung Tuomas Tuomo Tuovi Ture
    Tuukka Tuula Tuuli Tuulia Tuulianna Tuulikki Tuure Tuuri Tuva Tuyet Tyler Tyra Tytti Tyyne
    Tyyni Tõnis Tõnu Ubah Ubax Uffe Ulf Uljas Ulla Ulpu Ulrica Ulriika Ulriikka Ulrik Ulrika Umar
    Unelma Unna Uno Unto Uolevi Uoti Urban Urho Urmas Urpo Ursula Urve Usama Usko Usman Uuno Vadim
    Vadym Valborg Valde Valdemar Valdis Valentin Valentina Valeri Valeria Valerija Valeriy Valio
    Valma Valo Valpuri Valter Valto Valtteri Vanamo Vanessa Vanja Vappu Varma Varpu Vasili Vasyl
    Vaula Veera Veeti Vega Veijo Veikka Veikko Veiko Veini Veli Velipekka Vellamo Vello Vellu Velmu
    Vendela Venla Vera Verna Verner Verneri Veronica Veronika Vertti Vesa Victor Victoria Vidar
    Vide Viena Vieno Viet Viggo Vihtori Viive Viivi Vijay Viki Viktor Viktoria Viktoriia Viktoriya
    Vilgot Vilhelm Vilhelmiina Vilhelmina Vilho Viljami Viljo Ville Villehard Villiina Vilma Vilmer
    Vilppu Vincent Vinh Viola Virpi Virva Virve Vitali Vitaliy Viveca Viveka Vivi Vivian Vivianne
    Vladimir Voitto Volodymyr Vuokko Väino Väinämö Väinö Väiski Wafa Waldemar Waleed Walid Walter
    Wanjiru Waqar Warsame Wendy Werner Wilhelm Wilhelmina Wille William Willy Wilma Wilmer Wioletta
    Xaawo Xenia Xiao Xin Yahya Yan Yana Yaroslav Yasin Yasir Yasmiin Yasmin Yasmine Yaw Yevhen
    Ylermi Ylva Yngve Yohannes Yonas Younes Yousef Youssef Yrjänä Yrjö Yulia Yuliia Yun Yuri Yurii
    Yusra Yusuf Yvonne Zachary Zahid Zahra Zaid Zaida Zainab Zainabu Zakaria Zaki Zamzam Zana Zara
    Zaynab Zeinab Zeynep Zhanna Zlata Zoe Zoran Zoya Zozan Zubair Zuzana Äijö Åke Åsa Åse Örjan
    Östen Ülle
"""

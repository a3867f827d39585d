/**
 * Addresses as people write them, correct by the rules of their countries. A line per country: code; streets;
 * places as `city, postal code, state`. Postal codes and states belong to their cities.
 */
export const PLACES_BY_COUNTRY = `
US; 1600 Pennsylvania Ave NW|350 Fifth Avenue, Suite 3400|77 Massachusetts Avenue|12-14 Beacon St|1/2 Elm Street|500 W Madison St; Boston,02108,MA|Holtsville,00501,NY|Cambridge,02138-3702,Massachusetts|Chicago,60661,IL|Alta,83414,WY|Austin,73301,TX|San Juan,00907,PR|APO,09012,AE|Fishers Island,06390,NY|Washington,20500,DC|Andover,05501,MA|Honolulu,96813,HI
CA; 24 Sussex Drive|1055 Rue du Marché-Central|301 Front St W|10-123 Main Street|Unit 5, 88 Queen's Quay; Ottawa,K1M 1M4,ON|Montréal,H4N1J8,Québec|Toronto,M5V 2T6,Ontario|Vancouver,V6B 1A1,BC|Calgary,T2P 2M5,Alberta|St. John's,A1C 5S7,Newfoundland & Labrador|Yellowknife,X1A 2N3,NT|Iqaluit,X0A 0H0,NU|Whitehorse,Y1A 2C6,Yukon Territory
MX; Av. Paseo de la Reforma 222|Calle 5 de Mayo 12|Calz. de Tlalpan 1720 Int. 3; Ciudad de México,06600,CDMX|Guadalajara,44100,Jal.|Monterrey,64000,Nuevo León|Mérida,97000,Yucatán|Tijuana,22000,B.C.|Puebla,72000,PUE|Toluca,50000,Estado de México
BR; Av. Paulista, 1578|Rua Augusta, 101 - Apto 42|Praça XV de Novembro, s/n|Rua 25 de Março 400; São Paulo,01310-200,SP|Rio de Janeiro,20010-010,RJ|Salvador,40020-000,Bahia|Brasília,70.150-900,DF|Manaus,69005070,AM|Curitiba,80020-300,Paraná|Porto Alegre,90010-150,RS
AR; Av. Corrientes 1234, Piso 3 B|25 de Mayo 565|Florida 234; Buenos Aires,C1043AAZ,CABA|Córdoba,X5000,Córdoba|Rosario,2000,Santa Fe|Mendoza,M5500GIX,Mendoza
CL; Av. Libertador Bernardo O'Higgins 1449|Huérfanos 770, of. 1203; Santiago,8340518,RM|Valparaíso,2340000,Valparaíso|Concepción,403-0000,Biobío
CO; Carrera 7 # 71-21, Torre A|Calle 26 No. 92-32|Cl. 10 #4-46; Bogotá,110231,Bogotá D.C.|Medellín,050012,Antioquia|Cali,760044,Valle del Cauca
PE; Av. José Larco 1301|Jr. de la Unión 300; Lima,15074,Lima|Cusco,08002,Cusco|Arequipa,04001,
GB; 221B Baker Street|10 Downing Street|Flat 3, 1-3 Mayfield Rd|The Old Rectory|Unit 4, 17-19 Null Lane; London,NW1 6XE,|London,SW1A2AA,Greater London|Leeds,LS1 4DY,West Yorkshire|Edinburgh,EH1 1YZ,Scotland|Cardiff,CF10 1EP,|Belfast,BT1 5GS,Antrim|Manchester,M1 1AE,|Catterick,BFPO 57,|St Albans,AL1 3JE,Herts
IE; 6 York Street|The Paddocks, Main St.|O'Connell House, 12-13 Dame St; Dublin,D02 P656,Co. Dublin|Cork,T12 W8KP,Co. Cork|Galway,H91E2K3,|Dublin 6W,D6W XY00,
DE; Königstraße 12a|Straße des 17. Juni 135|Unter den Linden 77|Am Alten Markt 3-5|Platz der Republik 1|Große Bleichen 1/2; Berlin,10117,|Dresden,01067,Sachsen|München,80331,Bayern|Köln,D-50667,|Leipzig,04109,|Frankfurt am Main,DE-60311,Hessen
AT; Stephansplatz 3/2/14|Getreidegasse 9|Mariahilfer Straße 120; Wien,1010,|Salzburg,5020,Salzburg|Graz,A-8010,Steiermark|Innsbruck,6020,Tirol
CH; Bahnhofstrasse 45|Rue du Rhône 8|Via Nassa 5; Zürich,8001,ZH|Genève,1204,Genève|Lugano,CH-6900,TI|Bern,3011,
FR; 8 rue du 8 Mai 1945|12 bis, avenue de l'Opéra|3 mai 1945|Place du 11-Novembre|55 Rue du Faubourg Saint-Honoré|1 Cours de l'Intendance; Paris,75008,|Bourg-en-Bresse,01000,Ain|Nice,06 000,|Marseille,13001,Bouches-du-Rhône|Bordeaux,F-33000,|Ajaccio,20000,Corse|Paris La Défense Cedex,92042,
BE; Wetstraat 16 bus 3|Rue de la Loi 200|Meir 78; Bruxelles,1000,|Antwerpen,2000,Antwerpen|Gent,B-9000,|Liège,4000,Liège
NL; Keizersgracht 174-3|'s-Gravelandseweg 1|Coolsingel 40 hs; Amsterdam,1016 DW,|Hilversum,1217EH,Noord-Holland|Rotterdam,3011 AD,ZH|Den Haag,2513 AA,
LU; 2, Place de Metz|14, Boulevard Royal; Luxembourg,L-1930,|Luxembourg,2449,|Esch-sur-Alzette,4010,
ES; Calle de Alcalá, 50, 3º B|C/ Mayor 1|Avda. Diagonal 640|Plaza 2 de Mayo 4; Madrid,28014,Madrid|Barcelona,08017,Barcelona|A Coruña,15001,La Coruña|Almería,04001,|Vitoria-Gasteiz,01001,Álava|Palma,07001,Islas Baleares|Las Palmas,35001,GC
PT; Rua Augusta 100, 2.º Esq.|Avenida da Liberdade 180; Lisboa,1250-146,|Porto,4000-322,Porto|Funchal,9000-069,Madeira|Faro,8000 076,
IT; Via Roma 1|Piazza del Duomo, 14|Corso Vittorio Emanuele II 25/A|Via XX Settembre 3; Milano,20121,MI|Roma,00187,RM|Firenze,50122,Firenze|Napoli,80133,NA|Ancona,60121,Marche|Cagliari,09124,CA|Perugia,06121,PG
DK; Strøget 24, 2. tv|H.C. Andersens Boulevard 27; København K,1553,|Aarhus C,8000,|Odense,DK-5000,Fyn|Høje Taastrup,0900,
SE; Drottninggatan 5|Kungsgatan 12 B, 3 tr; Stockholm,111 51,|Göteborg,41103,|Malmö,SE-211 19,Skåne
NO; Karl Johans gate 22|Torgallmenningen 8; Oslo,0026,|Bergen,5014,Vestland|Tromsø,9008,
FI; Mannerheimintie 12 A 5|Aleksanterinkatu 52; Helsinki,00100,|Espoo,FI-02100,Uusimaa|Oulu,90100,
IS; Laugavegur 12|Hafnarstræti 94; Reykjavík,101,|Akureyri,600,
PL; ul. Marszałkowska 84/92 m. 3|Rynek Główny 1|ul. 3 Maja 5|al. Jerozolimskie 65/79; Warszawa,00-514,mazowieckie|Kraków,31042,Małopolskie|Gdańsk,80-831,|Łódź,90-001,
CZ; Václavské náměstí 1|Na Příkopě 33/1096; Praha 1,110 00,|Brno,60200,|Ostrava,702 00,
SK; Hlavná 12|Námestie SNP 1; Bratislava,811 01,|Košice,04001,|Žilina,010 01,
HU; Andrássy út 60. II/3|Váci utca 1-3; Budapest,1062,|Szeged,6720,
RO; Calea Victoriei 12, bl. A, sc. 2|Str. Lipscani nr. 5; București,030016,Sector 3|Cluj-Napoca,400001,Cluj|Timișoara,300006,
BG; бул. Витоша 1|ul. Rakovski 99; София,1000,|Plovdiv,4000,
GR; Ερμού 12|Leoforos Syngrou 45; Αθήνα,105 63,|Thessaloniki,54624,
TR; İstiklal Caddesi No: 12/3|Atatürk Bulvarı 100; İstanbul,34433,Beyoğlu|Ankara,06690,|Adana,01010,Adana
HR; Ilica 1|Riva 12; Zagreb,10000,|Split,HR-21000,
SI; Slovenska cesta 55|Trg republike 3; Ljubljana,1000,|Maribor,2000,
LT; Gedimino pr. 9-12|Laisvės al. 5; Vilnius,01103,|Kaunas,LT-44001,
LV; Brīvības iela 21 - 4|Kaļķu iela 1; Rīga,LV-1010,|Liepāja,3401,
EE; Narva mnt 7-31|Pikk 1; Tallinn,10117,Harju|Tartu,51007,
UA; вул. Хрещатик, 22|просп. Свободи 1/3; Київ,01001,|Львів,79000,
IL; 1 Rothschild Blvd|רחוב יפו 12; Tel Aviv,6688101,|ירושלים,9414001,
AE; Sheikh Zayed Road, Tower 2, Office 1204|P.O. Box 1234; Dubai,,Dubai|Abu Dhabi,,
SA; King Fahd Road 7777|8228 Imam Ali Road; Riyadh,12211,|Jeddah,23325,
EG; 15 Talaat Harb St., Apt. 5|شارع التحرير ٦; Cairo,11511,Cairo|Alexandria,21500,
ZA; 12 Long Street|1 Church Sq.; Pretoria,0002,Gauteng|Cape Town,8001,Western Cape|Johannesburg,2000,
KE; Kenyatta Avenue, ICEA Building|P.O. Box 30197; Nairobi,00100,|Mombasa,80100,
NG; 1 Broad Street|12B Adeola Odeku St; Lagos,101001,Lagos|Abuja,900211,FCT
MA; 12, rue Mohammed V|Angle Bd d'Anfa; Casablanca,20000,|Rabat,10000,
IN; 12/1 MG Road, 3rd Floor|Flat No. 4, Nariman Point|5-6 Connaught Place; Bengaluru,560 001,Karnataka|Mumbai,400021,MH|New Delhi,110001,Delhi|Hyderabad,500001,Telangana|Panaji,403001,Goa|Kolkata,700001,West Bengal
SG; 1 Raffles Place #20-61|10 Bayfront Avenue; Singapore,048616,|Singapore,018956,Singapore
MY; 12, Jalan Ampang|Lot 5, Jalan Sultan; Kuala Lumpur,50450,WP Kuala Lumpur|Kangar,01000,Perlis
TH; 999/9 Rama I Rd|123 ถนนสุขุมวิท; Bangkok,10330,|เชียงใหม่,50200,เชียงใหม่
ID; Jl. M.H. Thamrin No. 1|Jl. Jend. Sudirman Kav. 52-53; Jakarta,10310,DKI Jakarta|Surabaya,60271,Jawa Timur
PH; 6750 Ayala Avenue|Unit 12-B, 5 Roxas Blvd; Makati,1226,Metro Manila|Manila,1000,|Pasay,0401,
VN; 12 Đường Lê Lợi|54 Nguyễn Huệ; Hồ Chí Minh,700000,|Hà Nội,10000,
JP; 1-1 Marunouchi|千代田1丁目1-1|西新宿2-8-1　都庁第一庁舎|3-5-12 Kita-Aoyama; Chiyoda-ku,100-0005,Tokyo|千代田区,1000001,東京都|札幌市中央区,060-0001,北海道|Osaka,530-0001,Osaka
KR; 110 Sejong-daero|서울 중구 세종대로 110; Seoul,04524,Seoul|서울,03187,|Seoul,06236,Gangnam-gu
CN; 1 Chang'an Avenue|中山东一路12号; Beijing,100031,Beijing|上海,200002,上海市|Hohhot,010010,
TW; No. 7, Sec. 5, Xinyi Rd.|忠孝東路一段1號; Taipei,110,|台北市,10058,
HK; 8 Finance Street, 12/F|Flat A, 3/F, 5 Queen's Road; Hong Kong,,|Kowloon,,KLN
AU; 1 Macquarie Street|Level 5, 12-14 Collins St|PO Box 6000|Unit 3/45 Smith St; Sydney,2000,NSW|Melbourne,3000,Victoria|Darwin,0800,NT|Perth,6000,WA|Canberra,2600,ACT|Hobart,7000,TAS|Brisbane,4000,Qld
NZ; 1 Queen Street|12 Lambton Quay; Auckland,1010,|Wellington,6011,|Kaikohe,0405,Northland
`;

/** Names that look like something else to a program. */
export const NAMES = [
  'Anna Müller',
  "Seán O'Brien",
  'Christopher Null',
  'Société Générale',
  'Straßenbau Groß GmbH & Co. KG',
  'Łukasz Żółć',
  '株式会社 例',
  'May Day Supplies, Inc.',
  'Ángel Núñez',
  '3M España',
  'Señor Õ',
  'True Value 24/7',
  'Nguyễn Thị Ánh',
  'E+H Messtechnik',
  'Société «Été»',
  'Ö',
] as const;

/** Mailboxes at providers and at companies whose names are near one. */
export const EMAILS = [
  'billing@fictional.example',
  'o.brien+ap@gmail.com',
  'a.b@ymail.com',
  'x@mail.com',
  'kontakt@gmx.de',
  'jose@hotmail.es',
  'ap@roger.com',
  'me@cloud.com',
  'info@outlook.fr',
  'ein.name@t-online.de',
  'a@proton.me',
  'team@email.com',
  'hr@yahoo.co.jp',
  'x@live.nl',
  'ap@gmail.co',
  'post@müller.example',
] as const;

"""Places that datelines name, as several languages spell them: what tells `Berlin - Die …` from `Merkel - die …`."""

from __future__ import annotations

CITIES = frozenset(
    """
    aachen abidjan abuja accra adelaide algiers alger algier almaty amman amsterdam ankara antwerpen asunción athens
    athen athènes atenas atene auckland augsburg baghdad bagdad baku bamako bangalore bangkok barcelona barcelone
    basel beijing beirut beyrouth belfast belgrad belgrade belgrado bengaluru berlin berlino berlín bern bogotá
    bogota bologna bombay bonn bordeaux boston brasília brasilia bratislava bremen brisbane brussels brüssel
    bruxelles bruselas brussel bucharest bukarest budapest buenos_aires cairo kairo calgary canberra caracas
    chemnitz chennai chicago cologne köln colombo copenhagen kopenhagen københavn córdoba dakar dallas damascus
    damaskus damas den_haag detroit dhaka doha dortmund dresden dubai dublin dubrovnik duisburg düsseldorf edinburgh
    erfurt essen firenze florenz frankfurt freiburg gaza gazastadt geneva genf genève ginebra genoa genova glasgow
    graz guangzhou guatemala haag hague halle hamburg hannover hanoi harare havana havanna helsinki hong_kong
    hongkong houston innsbruck islamabad istanbul jakarta jena jerusalem jérusalem jerusalén johannesburg kabul
    kampala karachi karlsruhe kassel kathmandu khartoum kiel kiev kiew kyiv kigali kinshasa kraków krakau
    kuala_lumpur la_paz lagos lahore lausanne leipzig lille lima linz lisbon lissabon lisboa ljubljana london
    londres londra los_angeles luanda lublin lucknow lusaka luxembourg luxemburg luzern lyon madrid magdeburg mainz
    malmö managua manchester manila mannheim marseille melbourne mexico_city mexiko-stadt miami milan milano mailand
    milán minneapolis minsk mogadishu montevideo montreal montréal moscow moskau moscou moscú mosca mumbai munich
    münchen münster nairobi napoli neapel naples new_delhi neu-delhi new_york nikosia nice nürnberg oslo ottawa
    palermo palma panama paris parís parigi peking pékin pekín perth philadelphia phnom_penh pjöngjang porto potsdam
    prag prague praga praha pretoria pristina putrajaya pyongyang quito rabat ramallah riad riyadh riga
    rio_de_janeiro rom rome roma rostock rotterdam saarbrücken salzburg san_francisco san_josé santiago são_paulo
    sarajevo schwerin seattle seoul sevilla shanghai shenzhen singapore singapur skopje sofia stockholm strasbourg
    straßburg stuttgart sydney taipei taipeh tallinn tampa taschkent tashkent tbilisi teheran tehran téhéran teherán
    tel_aviv tiflis tirana tokyo tokio toronto torino turin toulouse trier tripoli tripolis tunis turku ulm utrecht
    valencia vancouver vatican vatikan vatikanstadt venedig venezia venice vienna wien vienne viena vilnius warsaw
    warschau varsovie varsovia warszawa washington wellington wiesbaden winnipeg wolfsburg wrocław würzburg yangon
    zagreb zurich zürich zurigo zwickau
    """.replace("\n", " ").split()
)
"""Casefolded; a name of two words with `_` between them."""

"""German writes every noun with a capital: which of them are common nouns, not names."""

from __future__ import annotations

_ENDINGS = (
    "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "sion", "sionen", "tät",
    "täten", "nis", "nisse", "nissen", "ismus", "tum", "ment", "mente", "enz", "anz", "ekt", "ekte", "erin", "erinnen",
)  # fmt: skip
"""Of a word of some length: `Regierung`, `Gesellschaft`, `Bürgermeisterin`."""

SHORTEST, SHORTEST_PART = 7, 5
_CASES = ("", "s", "n", "en", "e", "es")

_NOUNS = frozenset(
    """
abend abgeordnete abgeordneter abkommen ablauf absage abschluss abstand abstimmung abteil abzug adresse affäre agentur
akte aktie aktion alarm alltag alter amt anfang anfrage angabe angebot angehörige angehöriger angeklagte angeklagter
angestellte angreifer angriff angst anhänger anklage anlage anlass annahme anruf ansicht anspruch anstieg anteil
antrag anträge antwort anwalt anwohner anwälte anzahl anzeige apfel apotheke arbeit arbeiter arbeitsplatz
arbeitsplätze arm arme armee art artikel arzt ast auftakt auftrag auftritt aufträge auge augen ausbau ausgabe ausgang
auskunft ausland auslöser aussage ausschuss ausschüsse ausweg ausweis auto autor bad bahn bahnhof bahnhöfe ball band
bande bank banken basis bau bauch bauer bauern baum beamte beamter bedarf bedingung beginn behörde bein beitrag
beiträge bereich berg bericht beruf bescheid beschluss beschlüsse beschwerde besitz besitzer besuch besucher betrag
betreiber betrieb beträge bett betten beweis bewohner bewährung bild bildschirm bischof bitte blatt blick blitz block
blut boden boot bote brand brauch brief briten brot bruder brust brände brücke brüder buch budget bund bundesland
bundesländer bus busse bäume böden bücher bühne bürger bürgerin bürgermeister büro chance chef chefin christ computer
dach dame dank datei daten datum dauer debatte defizit deich demo detail dieb dienst ding direktor disziplin dokument
dorf drittel druck durchschnitt dächer dörfer dürre ecke ehe ehefrau ehemann ei eier eigentum eigentümer eindruck
einfluss eingang einheit einkommen einsatz einsätze einwohner eis ende energie engagement enkel entscheidung entwurf
entwürfe erbe erdbeben erde ereignis erfolg ergebnis erlaubnis ermittler ernte ersatz erste essen etage etat eu euro
experte expertin export fabrik fach fahrer fahrgast fahrgäste fahrt fahrzeug fall familie fan farbe fassade fehler
feier feind feld fels fenster ferien fest festival feuer feuerwehr figur film finger firma firmen fisch fischer
fischerei flagge flasche fleisch flieger flucht flug flughafen flughäfen flugzeug fluss flut fläche flüchtling flüge
flüsse folge fonds form forscher forscherin forum foto frage frau freiheit freitag freund freundin frieden frist front
frucht früchte früh frühjahr frühling fund funk funktion fuß fähre fälle führer füße gang garten gas gast gebiet gebot
geburt gebäude gebühr gedanke gefahr gefängnis gefühl gegend gegenstand gegenteil gegner gehalt geheimnis gehälter
geist geld gemeinde gemeinderat gemälde gericht gerät geschichte geschoss geschwister geschäft gesetz gespräch gestalt
gesundheit gesundheitsamt gewalt gewerbe gewerkschaft gewicht gewinn gewinner gewässer gift gipfel glas glaube glauben
gleis gläubiger glück gold gott grad grenze griff grund grundstück gruppe größe gründe gründer gut gutachten gärten
gäste güter haar hafen haft halle hals halt haltung hand handel handy hang haupt hauptstadt haus hausbesitzer haushalt
haut heft heim heimat held helfer herbst herkunft herr herren hersteller herz hilfe himmel hinweis hitze hochwasser
hochzeit hof holz hotel hund hunderte hunger häfen hälfte hände händler häuser höchststrafe höfe höhe idee industrie
inhaber inhalt initiative insel institut interesse interview investor jagd jahr jahrestag jahrhundert jahrzehnt
journalist jubel jugend jugendliche jugendlicher junge jury justiz kabel kabinett kaffee kaiser kamera kampf kanal
kandidat kandidatin kanzler kanzlerin kanäle kapital kapitel kapitän karriere karte kasse katastrophe katze kauf kern
kette kilo kilogramm kilometer kind kinder kino kirche klage klasse klausel kleid klima klinik klub kläger knie
koalition koch kohle kollege kollegin kommando kommentar kommission kommune komplex konflikt kongress konkurrenz
konkurs konsum kontakt konten kontinent konto kontrolle konzept konzern konzert kopf kosten kraft kranke krankenhaus
krankenhäuser krankheit kredit kreis kreuz krieg krise kritik kritiker krone kräfte kugel kultur kunde kundgebung
kundin kunst kurs kurve kälte kämpfe käufer könig königin köpfe körper küche künstler küste laden lage lager land
landkreis landtag landwirt last laster lauf leben lebensmittel leder legende lehre lehrer lehrerin leiche leid leiter
leiterin lektion leser leute licht liebe lied lieferant lieferung linie liste liter literatur lob loch lohn lokal luft
lunge läden länder länge lärm löcher löhne lüge macht mahlzeit mal mangel mann mannschaft marke markt maschine masse
material mauer maus maß maßnahme mechaniker medaille medien medikament medizin meer mehrheit meile meinung meister
meldung menge mensch messe messer metall meter methode miete mieter milch militär milliarde million minister
ministerin ministerium minute mitarbeiter mitarbeiterin mitglied mittag mitte mittel mittelpunkt mittwoch mode modell
moderator moment monat mond mord morgen motor motorrad mund museen museum musik musiker muster mut mutter mädchen
männer märkte möbel mühe müll münze mütter nachbar nachfolger nachfrage nachmittag nachricht nacht nahrung name nase
nation natur nebel nerv netz neubau neue niederlage niveau norden note notfall notruf notwehr nummer nutzen nutzer
nächte nähe objekt obst ofen ohr oper opfer opposition ordner ordnung organ ort osten ozean paar packung paket palast
panne papier papst parkplatz parkplätze parlament partei partner partnerin party pass passagier patient patientin
pause pegel person personal pfarrer pfeiler pferd pflanze pflege pfleger pflicht pfund phase pilot plan planet platz
pläne plätze politik politiker politikerin polizei polizist polizistin post posten praxis preis premier presse prinz
prinzessin privileg problem produkt produzent professor professorin profi programm projekt prozent prozess präsident
präsidentin prüfer prüfung publikum punkt pässe quadratmeter quartal quelle quote rad radfahrer radio radweg rahmen
rakete rand rang rat rathaus raub rauch raum reaktor rechner rechnung recht rede redner reform regel regen region
regisseur reich reihe reise rekord religion rennen rente rentner reporter republik rest restaurant retter rettung
revier richter richterin richtlinie riese ring risiken risiko riss risse roboter rohr rolle roman ruf ruhe runde räder
ränder räte räume rücken rückgang rücktritt saal saison salz sammler samstag sand satz schaden schale schatten
schauspieler schauspielerin scheibe schicht schicksal schiff schild schlacht schlaf schlag schloss schluss schläge
schlüssel schmerz schmuck schnee schnitt schock schrift schritt schuld schulden schule schulter schuss schutz schwelle
schwester schwimmer schäden schüler schülerin schüsse see seele segel seite sekretär sekunde senat sender sendung
senior serie sessel sicht sieg sieger silber sinn sitz sitzung skandal sohn soldat soldatin sommer sondierung sonne
sonntag sorge spalt spannung spaß spende sperre spiegel spiel spieler spielerin spion spital spitze sport sportler
sprache sprecher sprecherin sprung spur staat staatsanwalt staatsanwaltschaft stadion stadt stadtrat stahl stamm stand
standort star start station statistik stau staub steg stein stelle stellung stern steuer stich stichwahl stiftung stil
stille stimme stimmung stirn stock stoff stolz strafe straftat strand straße strecke streik streit strom strände
ströme student studentin studie studio stufe stuhl stunde sturm städte stück stühle stürme suche summe supermarkt
symbol system szene sänger sängerin sätze säule söhne süden tabelle tag tage tal tank tante tanz tasche tat tausende
taxi team technik tee teil teilnehmer teilnehmerin telefon teller temperatur tempo termin test teuer text theater
thema themen theorie therapie ticket tief tier tisch titel tochter tod tonne topf tor tore tote toter tour tourist
tradition tragödie trainer trainerin transport traum treffen trend treppe trick trinkwasser trupp träume tuch tunnel
turm turnier typ täler täter töchter tür türme ufer uhr umbau umfang umfrage umgang umsatz umstand umsätze umwelt
unfall unfälle universität unterlage unternehmen unternehmer unterricht unterschied unterstützer untersuchung urlaub
ursache urteil vater verband verbot verbraucher verbrechen verbände verdacht verein vereine verfahren verfasser
verfassung vergangenheit vergleich verhalten verkauf verkehr verkäufe verkäufer verlag verlauf verletzte verletzter
verletzung verlust vermögen versammlung verstoß verstöße versuch vertrag vertrauen vertreter verträge verwaltung
verwandte verwandter video viertel virus vogel volk vorfall vorfälle vorgänger vorhaben vorjahr vormittag vorschlag
vorschläge vorsitz vorsitzende vorsitzender vorsprung vorstand vorteil vorwurf vorwürfe väter vögel völker wache waffe
wagen wahl wahlen wahlkampf wahrheit wald wand ware warnung wasser wechsel weg wege weihnachten wein weise welle welt
werk werkstatt werkstätten wert westen wettbewerb wetter widerstand wiese wille wind winter wirtschaft wissen
wissenschaftler wissenschaftlerin woche wohnen wohnung wolf wolke wort worte wrack wunde wunder wunsch wähler wälder
wände wärme wölfe wörter wünsche wüste zahl zahn zehntausende zeichen zeit zeitraum zeitung zelle zentren zentrum
zeuge zeugin ziel zimmer zins zoll zone zoo zucker zufall zug zugang zuhause zukunft zunahme zunge zuschauer zustand
zutritt zweck zweifel zwischenfall zähne züge ämter ärzte öffentlichkeit öl übergang übernahme überschuss
""".casefold().split()
)

_OF_NAMES = frozenset("stadt berg dorf hof see tal wald feld bad stein brücken hafen land insel mann leben".split())
"""Towns and families end in these: as the last part of a longer word they prove nothing."""

_FAMILIES = frozenset(
    "fischer bauer kaiser vogel richter koch wolf könig strand maurer jäger schneider busch koller berg stein baum"
    " sommer winter sonntag freitag hahn fuchs herzog graf papst bischof krieg sturm kern block winkler lang engel"
    " herr stern kraft horn beck roth haas hirsch".split()
)
_BEFORE_VERBS = frozenset("das dem des beim zum vom sein ihr".split())
"""`nach dem Verschwinden`: an infinitive as a noun."""

_DETERMINERS = frozenset(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen dieser diese dieses diesen jeder jede"
    " jedes im am zum zur vom beim ins ans seine seinen seinem seiner sein ihr ihre ihren ihrem ihrer unser unsere"
    " mein meine mehrere viele einige alle zwei drei vier fünf neue neuen neuer neues alte alten alter altes".split()
)


NOT_BEFORE_NAMES = _DETERMINERS | frozenset("in an auf mit von bei nach aus für um über unter vor seit wegen".split())
"""What a sentence may open with, in capitals, before a noun."""


def is_common(word: str, before: str = "") -> bool:
    """Both casefolded. A compound is what its last part is: `Hafenbrücke`. `Fischer` alone is someone, `der Fischer` is
    not. Not sure means: no.
    """
    last = word.rpartition("-")[2]
    if last in _FAMILIES:
        return before in _DETERMINERS
    if any(_is_listed(last, case) for case in _CASES):
        return True
    if len(last) >= SHORTEST and (last.endswith(_ENDINGS) or (before in _BEFORE_VERBS and last.endswith("en"))):
        return True
    return any(_last_part(last[at:]) for at in range(3, len(last) - SHORTEST_PART + 1))


def _is_listed(word: str, case: str) -> bool:
    return word.endswith(case) and word[: len(word) - len(case)] in _NOUNS


def _last_part(word: str) -> bool:
    return word not in _OF_NAMES and any(_is_listed(word, case) for case in ("", "n", "en", "e", "s"))

"""Nouns that, after a definite article, mean someone or something named before; and what may follow that names it.

Casefolded, by language. People and houses of business may have been named; things have been told.
"""

from __future__ import annotations

import re


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word.casefold() for line in lines for word in line.split())


ARTICLES = {
    "en": re.compile(r"the\b", re.IGNORECASE),
    "de": re.compile(r"(?:der|die|das|dem|den|des)\b", re.IGNORECASE),
    "es": re.compile(r"(?:el|la|los|las)\b", re.IGNORECASE),
    "fr": re.compile(r"(?:les?\b|la\b|l['’])", re.IGNORECASE),
    "it": re.compile(r"(?:il|lo|la|gli|i|le)\b|l['’]", re.IGNORECASE),
    "pt": re.compile(r"(?:o|a|os|as)\b", re.IGNORECASE),
    "nl": re.compile(r"(?:de|het)\b", re.IGNORECASE),
}

NAMED = {
    "en": _words(
        "president minister premier chancellor mayor governor spokesman spokeswoman spokesperson ceo chief chairman"
        " chairwoman founder secretary ambassador prosecutor judge sheriff commissioner host presenter journalist"
        " reporter analyst economist expert tutor designer engineer chef owner manager boss",
        "company firm club group agency organisation organization startup start-up retailer airline carrier bank"
        " maker chipmaker carmaker automaker manufacturer brand publisher broadcaster network studio label charity"
        " nonprofit chain giant business operator developer band duo trio team side squad franchise party union",
        "man woman boy girl teenager teen child baby infant couple pair suspect suspects victim victims accused"
        " defendant driver passenger pilot officer gunman attacker assailant shooter killer patient student teacher"
        " singer actor actress rapper musician artist author writer director player striker midfielder defender"
        " goalkeeper forward coach winger star politician lawmaker senator congressman congresswoman billionaire"
        " businessman businesswoman entrepreneur lawyer doctor nurse scientist researcher father mother son daughter"
        " brother sister husband wife widow family siblings twins brothers sisters parents men women boys girls",
        "city town village island ship vessel boat plane aircraft airport hospital school university museum stadium"
        " hotel restaurant app platform device phone car vehicle truck",
    ),
    "de": _words(
        "präsident präsidentin minister ministerin kanzler kanzlerin bürgermeister bürgermeisterin sprecher sprecherin"
        " chef chefin gründer gründerin vorsitzende vorsitzender staatsanwalt richter richterin moderator moderatorin"
        " journalist journalistin ökonom experte expertin inhaber inhaberin ministerpräsident ministerpräsidentin",
        "firma unternehmen konzern verein gruppe agentur organisation start-up startup händler airline"
        " fluggesellschaft bank hersteller autobauer verlag sender studio marke kette betreiber band duo trio"
        " mannschaft team partei gewerkschaft klub behörde",
        "mann frau junge mädchen kind baby paar ehepaar verdächtige verdächtigen tatverdächtige opfer täter"
        " angeklagte angeklagten beschuldigte fahrer fahrerin beamte schütze angreifer patient patientin schüler"
        " schülerin student studentin lehrer lehrerin sänger sängerin schauspieler schauspielerin musiker musikerin"
        " künstler künstlerin autor autorin regisseur regisseurin spieler spielerin stürmer verteidiger torwart"
        " trainer trainerin politiker politikerin unternehmer unternehmerin anwalt anwältin arzt ärztin"
        " wissenschaftler wissenschaftlerin forscher forscherin vater mutter sohn tochter bruder schwester ehemann"
        " ehefrau witwe familie geschwister zwillinge brüder schwestern eltern männer frauen",
        "stadt dorf ort gemeinde insel schiff boot flugzeug maschine flughafen klinik krankenhaus schule universität"
        " museum stadion hotel restaurant app plattform gerät auto fahrzeug lastwagen",
    ),
    "es": _words(
        "presidente presidenta ministro ministra alcalde alcaldesa gobernador gobernadora portavoz fundador fundadora"
        " secretario secretaria fiscal juez jueza periodista experto experta mandatario mandataria",
        "empresa compañía firma grupo agencia organización club banco aerolínea fabricante marca editorial cadena"
        " operador operadora banda equipo partido sindicato entidad",
        "hombre mujer niño niña joven menor pareja sospechoso sospechosa víctima víctimas acusado acusada detenido"
        " detenida conductor conductora agresor paciente cantante actor actriz músico artista autor autora director"
        " directora jugador jugadora delantero entrenador político política empresario empresaria abogado abogada"
        " médico padre madre hijo hija hermano hermana esposo esposa viuda familia padres hombres mujeres",
        "ciudad pueblo isla barco buque avión aeropuerto hospital escuela universidad museo estadio hotel aplicación"
        " plataforma vehículo coche camión",
    ),
    "fr": _words(
        "président présidente ministre maire gouverneur porte-parole fondateur fondatrice secrétaire procureur juge"
        " journaliste expert experte patron patronne",
        "entreprise société firme groupe agence organisation club banque compagnie fabricant constructeur marque"
        " éditeur chaîne opérateur équipe parti syndicat start-up",
        "homme femme garçon fille enfant bébé couple suspect suspecte victime victimes accusé accusée prévenu"
        " conducteur conductrice agresseur patient patiente chanteur chanteuse acteur actrice musicien artiste"
        " auteur autrice réalisateur réalisatrice joueur joueuse attaquant entraîneur avocat avocate médecin père"
        " mère fils frère sœur époux épouse veuve famille parents hommes femmes",
        "ville village île navire bateau avion aéroport hôpital école université musée stade hôtel application"
        " plateforme appareil véhicule voiture camion",
    ),
    "it": _words(
        "azienda società ditta gruppo agenzia club banca compagnia squadra partito uomo donna ragazzo ragazza bambino"
        " bambina coppia vittima sospettato imputato conducente attore attrice cantante allenatore famiglia città nave"
    ),
    "pt": _words(
        "empresa companhia firma grupo agência clube banco equipa equipe partido homem mulher rapaz menino menina"
        " jovem casal vítima suspeito acusado motorista ator atriz cantor cantora treinador família cidade navio"
    ),
    "nl": _words(
        "bedrijf firma groep club bank luchtvaartmaatschappij partij man vrouw jongen meisje kind stel slachtoffer"
        " verdachte bestuurder acteur actrice zanger zangeres trainer familie gezin stad dorp schip"
    ),
}

TOLD = {
    "en": _words(
        "deal agreement pact accord treaty merger takeover acquisition purchase sale transaction contract offer bid"
        " move decision ruling verdict judgment judgement sentence order announcement statement report study survey"
        " research paper findings investigation inquiry probe case lawsuit suit complaint trial hearing incident"
        " accident crash collision attack shooting stabbing robbery explosion blast fire blaze earthquake quake storm"
        " hurricane flood eruption tragedy disaster murder killing death deaths arrest arrests raid protest"
        " demonstration strike rally bill law measure measures proposal plan plans scheme project programme program"
        " policy rule rules reform changes change update version feature features service product model film movie"
        " series show episode album song book novel game match fight race event ceremony meeting talks summit visit"
        " trip tour video footage clip photo image images post tweet letter email message call interview speech"
        " remarks comments allegation allegations claim claims charge charges accusations vote election result"
        " results figure figures number increase decrease rise drop fall cuts cut move ban restrictions sanctions"
        " site building property house home area region district vaccine drug disease virus outbreak",
    ),
    "de": _words(
        "vertrag deal abkommen einigung vereinbarung übernahme fusion kauf verkauf angebot schritt entscheidung"
        " urteil beschluss ankündigung mitteilung bericht studie untersuchung umfrage ermittlungen fall klage"
        " prozess verfahren vorfall unfall zusammenstoß angriff anschlag tat überfall explosion brand feuer erdbeben"
        " sturm tragödie mord festnahme razzia protest streik gesetz entwurf maßnahme maßnahmen vorschlag plan pläne"
        " projekt programm reform regel regeln änderung änderungen version funktion dienst produkt modell film serie"
        " folge album song buch roman spiel kampf rennen veranstaltung zeremonie treffen gespräche gipfel besuch"
        " reise video aufnahmen foto bild brief nachricht interview rede äußerungen vorwürfe vorwurf anklage"
        " abstimmung wahl ergebnis ergebnisse zahl zahlen anstieg rückgang verbot sanktionen gebäude grundstück haus"
        " besatzung impfstoff medikament krankheit virus",
    ),
    "es": _words(
        "acuerdo pacto contrato oferta fusión adquisición compra venta decisión sentencia fallo anuncio comunicado"
        " informe estudio investigación caso demanda juicio incidente accidente choque ataque atentado tiroteo robo"
        " explosión incendio terremoto tormenta tragedia crimen asesinato detención protesta huelga ley medida"
        " medidas propuesta plan proyecto programa reforma cambio versión servicio producto modelo película serie"
        " álbum canción libro novela partido evento reunión cumbre visita viaje vídeo video imagen carta mensaje"
        " entrevista discurso acusación acusaciones votación resultado cifra aumento prohibición edificio hecho"
        " hechos suceso",
    ),
    "fr": _words(
        "accord contrat offre fusion acquisition achat vente décision jugement verdict annonce communiqué rapport"
        " étude enquête affaire plainte procès incident accident collision attaque attentat fusillade vol explosion"
        " incendie séisme tempête drame meurtre arrestation manifestation grève loi mesure mesures proposition plan"
        " projet programme réforme changement version service produit modèle film série album chanson livre roman"
        " match événement réunion sommet visite voyage vidéo image lettre message entretien discours accusation"
        " accusations vote résultat chiffre hausse baisse interdiction bâtiment tragédie texte",
    ),
    "it": _words("accordo decisione sentenza rapporto studio indagine incidente attacco incendio legge proposta film"),
    "pt": _words("acordo decisão sentença relatório estudo investigação acidente ataque incêndio lei proposta filme"),
    "nl": _words("deal akkoord besluit uitspraak rapport onderzoek ongeluk aanval brand wet voorstel film"),
}

AGED = {
    "en": re.compile(r"(\d{1,3})-year-olds?\b"),
    "de": re.compile(r"(\d{1,3})-?[Jj]ährigen?\b"),
    "es": re.compile(r"(?:hombre|mujer|joven|menor) de (\d{1,3}) años\b"),
    "fr": re.compile(r"(?:homme|femme|jeune) de (\d{1,3}) ans\b"),
    "it": re.compile(r"(\d{1,3})enne\b"),
    "nl": re.compile(r"(\d{1,3})-jarige\b"),
}
"""Someone told by age: `the 45-year-old`."""

NAMING = {
    "en": _words("of that who whose which where for between behind at in on from with against by to near called named"),
    "de": _words("des der von vom zwischen für gegen über um zur zum in im am an aus bei mit namens nach auf"),
    "es": _words("de del que entre para contra sobre en con llamado llamada"),
    "fr": _words("de du des qui que entre pour contre sur à au aux en dans avec nommé"),
    "it": _words("di del della dei che tra fra per contro su in con"),
    "pt": _words("de do da dos das que entre para contra sobre em no na com"),
    "nl": _words("van die dat tussen voor tegen over in op met"),
}
"""Directly after the noun, these begin to tell which one is meant."""

GOES_ON = {
    "en": _words(
        "is was were are has had have will would said says also could may can did does must should told came made began"
        " took found gave went got saw became claims claimed added announced confirmed means needs includes include"
        " provides opens appears seems remains comes follows shows allows offers features"
    ),
    "de": _words(
        "ist war sind waren hat hatte haben hatten wird werden wurde wurden soll sollen sei seien kann könne konnte"
        " könnte muss müsse will wolle sagte teilte erklärte gilt gelten habe hätten kam kamen begann bleibt sitzt"
    ),
}
"""After "the" and a noun that is in no list, these tell that nothing more is said of which one."""

ONE_OF_A_KIND = {
    "en": _words(
        "government public world sun moon economy weather internet country nation military army police market"
        " media pope king queen state parliament senate congress house sea sky future past rest aim idea key answer"
        " problem question truth good bad result reason point same other others latter former best worst first"
        " second third last next most more only goal"
    ),
    "de": _words(
        "regierung welt sonne mond wirtschaft wetter internet land nation armee polizei markt medien papst könig bund"
        " staat bundesregierung bundestag bundesrat ziel idee antwort problem frage wahrheit grund ergebnis anderen"
        " zukunft zeit menschen ersten letzten meisten beiden"
    ),
}
"""Everyone knows which one."""

COUNTED = _words("two three four five six seven eight nine ten")
"""`The mother of three` says no more of who she is than `the mother`."""

PLACES = _words("city town village island stadt dorf ort gemeinde insel ciudad pueblo isla ville village île")
INSIDE = _words("in im en dans")

"""Words that decide whether two sentences say the same: number words, negations, opposites. Casefolded."""

from __future__ import annotations


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


NUMBER_WORDS: dict[str, float] = {
    word: float(n)
    for names in (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen "
        "eighteen nineteen twenty",
        "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
        "zéro un deux trois quatre cinq six sept huit neuf dix onze douze",
    )
    for n, word in enumerate(names.split())
    if word not in ("one", "uno", "un", "eins", "once", "six")
} | {
    "six": 6.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0,
    "ninety": 90.0, "dozen": 12.0, "half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "twice": 2.0,
    "double": 2.0, "doubled": 2.0, "halved": 0.5, "tripled": 3.0,
}  # fmt: skip
""""One" and its kin are articles more often than numbers."""

SCALES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "millions": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9,
    "bn": 1e9, "trillion": 1e12, "mio": 1e6, "millionen": 1e6, "milliarden": 1e9, "mrd": 1e9, "tausend": 1e3,
    "millones": 1e6, "mil": 1e3, "mille": 1e3, "milliards": 1e9, "millionnen": 1e6,
}  # fmt: skip

NEGATIONS = _words(
    "no not never none nobody nothing neither nor without cannot can't won't don't doesn't didn't isn't aren't wasn't",
    "weren't hasn't haven't hadn't wouldn't couldn't shouldn't fails failed failing refused refuses refusing denied",
    "denies denying unable lacks lacked against nicht kein keine keinen keiner keinem nie niemand ohne",
    "nunca ningún ninguna nadie sin jamais aucun aucune personne sans ne",
)

OPPOSITES: dict[str, frozenset[str]] = {}
for _one, _other in (
    ("rose rises rise rising increased increases increase grew grows grow growing climbed up higher gained jumped",
     "fell falls fall falling decreased decreases decrease shrank shrinks dropped down lower lost slid declined"),
    ("won wins win winning beat beats", "lost loses lose losing"),
    ("opened opens open opening reopened reopen reopens", "closed closes close closing shut shuts"),
    ("approved approves approve accepted accepts accept backed backs adopted passed agreed",
     "rejected rejects reject refused refuses opposed opposes vetoed"),
    ("began begins begin started starts start", "ended ends end stopped stops stop finished"),
    ("more over above", "fewer less under below"),
    ("before", "after"),
    ("hired hires hire", "fired fires fire dismissed sacked"),
    ("bought buys buy", "sold sells sell"),
    ("guilty convicted", "innocent acquitted cleared"),
    ("survived survives", "died dies killed"),
    ("first", "last"),
    ("supports supported support praised praises", "opposes opposed criticised criticized criticises blamed condemned"),
    ("allowed allows permitted legal", "banned bans forbade forbidden illegal"),
    ("cheaper", "dearer costlier"),
    ("early earlier", "late later"),
    ("male man men boy", "female woman women girl"),
    ("north northern", "south southern"),
    ("east eastern", "west western"),
):  # fmt: skip
    for _word in _one.split():
        OPPOSITES[_word] = OPPOSITES.get(_word, frozenset()) | frozenset(_other.split())
    for _word in _other.split():
        OPPOSITES[_word] = OPPOSITES.get(_word, frozenset()) | frozenset(_one.split())

DATE_WORDS = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september",
    "october november december yesterday today tomorrow tonight montag dienstag mittwoch donnerstag freitag samstag",
    "sonntag januar februar märz mai juni juli oktober dezember gestern morgen lunes martes miércoles jueves viernes",
    "sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ayer"
    " mañana",
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août septembre"
    " octobre",
    "novembre décembre hier demain morning afternoon evening night spring summer autumn winter decade century",
)

PRONOUNS = _words(
    "he she it they his her their its him them this these who er sie es ihr sein seine él ella ellos su sus il elle"
    " ils",
    "elles son sa ses leur",
)

HEDGES = _words(
    "alleged allegedly accused suspected reportedly rumoured rumored unconfirmed mutmaßlich angeblich presunto"
)

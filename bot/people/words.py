"""Small tables for finding names: particles, verbs of saying, words that stand around names."""

from __future__ import annotations

from bot.people.lexicon import folded


def _table(words: str) -> frozenset[str]:
    """The words as they are compared: folded."""
    return frozenset(map(folded, words.split()))


PARTICLES = _table(
    "al el bin ben ibn bint abu van von der den de del della dos das da di du la le los las ter ten zu zur zum af "
    "av y e ap op 't vande vanden do san"
)
"""Small words inside a name. They belong to one only between, or right before, capitalised words."""

SUFFIXES = _table("jr jr. sr sr. ii iii iv phd ph.d. md m.d. esq esq. obe mbe cbe kc qc mp")

SAYING = _table(
    "said says say saying told tells added adds asked asks explained explains stated states noted notes replied "
    "insisted insists argued argues warned warns claimed claims admitted announced recalled recalls wrote writes "
    "tweeted posted remarked observed concluded continued declared denied confirmed urged suggested believes "
    "thinks called commented revealed expressed promised vowed accused praised criticised criticized acknowledged"
)

NAME_VERBS = _table(
    "was is has had who will would also died lives lived won scored plays played went met visited took came "
    "became pleaded served joined made gave led lost grew born resigned arrived attended signed spoke appeared "
    "married moved worked wants wanted hopes hoped started began left returned ran beat defeated succeeded "
    "replaced"
)

MONTHS_AND_DAYS = _table(
    "january february march april may june july august september october november december jan feb mar apr jun "
    "jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri "
    "sat sun christmas easter ramadan januar februar märz mai juni juli oktober dezember montag dienstag mittwoch "
    "donnerstag freitag samstag sonntag enero febrero marzo abril mayo junio julio agosto septiembre octubre "
    "noviembre diciembre lunes martes miércoles jueves viernes sábado domingo janvier février mars avril juin "
    "juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche"
)

ADDRESSED = _table(
    "mr mrs ms miss mister messrs dr prof sir dame lord lady madam mme mlle monsieur herr frau señor señora senor "
    "senora shri smt alhaji mallam hon rev sen rep gov gen col capt lt sgt maj cllr councillor senator"
)
"""A form of address: who follows is a person, whatever it looks like."""

ROLE_ENDINGS = tuple(
    folded(ending)
    for ending in (
        "ist scientist ographer ician minister ministerin präsident präsidentin chef chefin sprecher sprecherin "
        "leiter leiterin sekretär sekretärin politiker politikerin experte expertin forscher forscherin trainer "
        "trainerin ologe ologin vorsitzende vorsitzender meister meisterin anwalt anwältin direktor direktorin "
        "berater beraterin beauftragte beauftragter mediziner medizinerin kandidat kandidatin abgeordnete "
        "abgeordneter woman person"
    ).split()
)
"""What words for a role end with, where the list of titles has none."""

NOT_ROLES = _table(
    "woman person checklist playlist shortlist blacklist wishlist coexist persist consist wagenist tourist-trap"
)

DETERMINERS = _table(
    "the a an his her their its our my your this that these those another der die das den dem des ein eine einer "
    "einem sein seine seiner ihr ihre ihrer le la les un une son sa ses leur l' el los las su sus nuestro nuestra"
)

RELATING = _table(
    "of for in at to with from on de del des du der von vom zu zur für bei d' di da pour chez para en am im"
)
"""Small words that go on with a role: "minister for", "professor at"."""

IN_ROLES = _table(
    "acting managing founding presiding visiting leading ruling sitting reigning serving outgoing incoming "
    "retired elected appointed disgraced ousted deposed convicted jailed exiled detained celebrated renowned "
    "acclaimed award-winning veteran so-called newly-elected top chief general principal late"
)
"""Words that look like verbs, and stand in roles all the same."""

NATIONAL = _table(
    "president premier chancellor king queen emperor sultan vice-president minister präsident bundeskanzler "
    "bundespräsident ministro ministra presidente presidenta président présidente"
)
"""Heads of offices that a whole country has."""

LINKING = _table(
    "between among amid after before during under over against about around despite except including besides via "
    "per than like unlike since until while because when where who whom which what why how that if whether then "
    "now also not only just even still either neither so as but or nor yet too very more most less least here "
    "there entre contre avec sans selon según con contra sobre durante zwischen gegen ohne mit nach seit während "
    "wegen"
)
"""Small words that no role goes across."""

OWNERS = _table("his her their sein seine seiner ihr ihre ihrer son sa ses leur su")
"""Determiners that stay in a role, because they say whose it is: "his lawyer"."""

RANKS = _table(
    "king queen prince princess emperor empress sultan emir tsar czar pope bishop archbishop cardinal patriarch "
    "rabbi imam ayatollah mufti pastor chief baroness baron duke duchess earl count countess maharaja prophet"
)
"""Forms of address that are roles as well."""

"""Small words that tell what a sentence leans on, and who speaks in it. Casefolded, by language."""

from __future__ import annotations


def _table(**languages: str) -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in languages.items()}


LEANING = _table(
    en="he she it they this that these those but and or so yet however moreover furthermore meanwhile "
    "also then there his her its their him them such instead otherwise still nor afterwards "
    "nevertheless nonetheless likewise similarly therefore thus hence both another others here "
    "besides additionally which who because later earlier",
    de="er sie es dies diese dieser dieses das aber und oder doch jedoch außerdem zudem dann dort sein "
    "seine ihr ihre auch deshalb daher dagegen stattdessen dennoch trotzdem damit darum hier "
    "anschließend später ebenso solche allerdings",
    es="él ella ello ellos ellas esto eso este esta estos estas pero y o sin entonces allí su sus "
    "también además así por aunque luego después mientras asimismo tal tales ese esa otro otra aquí",
    fr="il elle ils elles ce cela ceci cette ces mais et ou donc or ni car puis alors là son sa ses leur "
    "leurs aussi ainsi cependant toutefois pourtant ensuite enfin ici celui celle ceux lui",
    it="egli lui lei esso essa loro questo questa questi quello ma e o però inoltre poi là suo sua anche così quindi",
    pt="ele ela eles elas isto isso este esta esse essa mas e ou porém além então lá seu sua também assim depois",
    nl="hij zij ze het dit dat deze die maar en of echter bovendien daarnaast toen daar zijn haar hun ook dus daarom",
)
ALL = frozenset().union(*LEANING.values()) - frozenset({"das", "die", "that", "het", "e", "o", "y", "a", "la", "or"})
"""For a language without a table of its own; articles that are pronouns elsewhere are left out."""


PRONOUNS = _table(
    en="he she it they him his her hers their theirs them its this that these those there",
    de="er sie es ihn ihm ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner dies diese dieser dieses das",
    es="él ella ello ellos ellas le les lo su sus esto eso este esta estos estas ese esa",
    fr="il elle ils elles lui leur leurs son sa ses ce cela ça cette ces",
)
"""Words that stand for something said before."""

FIRST_PERSONS = _table(
    en="i i'm i've we we're me us my our ours you your",
    de="ich wir mich mir uns mein meine meinen unser unsere du dich dir dein",
    es="yo me mi mis nosotros nos nuestro nuestra nuestros nuestras tú usted te tu",
    fr="je j moi me mon ma mes nous notre nos vous votre vos tu",
)
"""The writer, or whoever is quoted, speaking of himself or to the reader: comment more often than news."""

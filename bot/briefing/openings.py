"""Small words that tell what a sentence leans on, and who speaks in it. Casefolded, by language."""

from __future__ import annotations

import re

from bot.text import thai


def _table(**languages: str) -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in languages.items()}


LEANING = _table(
    en="he she it they this that these those but and or so yet however moreover furthermore meanwhile "
    "also then there his her its their him them such instead otherwise still nor afterwards "
    "nevertheless nonetheless likewise similarly therefore thus hence both another others here "
    "besides additionally which who because later earlier now whereby whereas accordingly finally lastly "
    "secondly thirdly indeed maybe perhaps next initially subsequently eventually thereafter afterward simultaneously",
    de="er sie es dies diese dieser dieses das aber und oder doch jedoch außerdem zudem dann dort sein "
    "seine ihr ihre auch deshalb daher dagegen stattdessen dennoch trotzdem damit darum hier "
    "anschließend später ebenso solche allerdings so nun beide dadurch dazu dafür dabei daraufhin deren dessen denn "
    "schließlich zunächst einige viele andere manche danach seitdem derweil",
    es="él ella ello ellos ellas esto eso este esta estos estas pero y o sin entonces allí su sus "
    "también además así por aunque luego después mientras asimismo tal tales ese esa otro otra aquí",
    fr="il elle ils elles ce cela ceci cette ces mais et ou donc or ni car puis alors là son sa ses leur "
    "leurs aussi ainsi cependant toutefois pourtant ensuite enfin ici celui celle ceux lui",
    it="egli lui lei esso essa loro questo questa questi quello ma e o però inoltre poi là suo sua anche così quindi",
    pt="ele ela eles elas isto isso este esta esse essa mas e ou porém além então lá seu sua também assim depois",
    sv="han hon den det de dessa detta denna men och så dock dessutom också då där hans hennes deras därför senare",
    da="han hun den det de disse dette denne men og så dog desuden også da der hans hendes deres derfor senere",
    no="han hun den det de disse dette denne men og så imidlertid dessuten også da der hans hennes deres derfor senere",
    pl="on ona ono oni one to ten ta te ci tym tego jego jej ich ale i jednak ponadto też także potem wtedy tam"
    " dlatego",
    cs="on ona ono oni to ten ta ti tento tato toto jeho její jejich ale a však navíc také poté tam proto přitom",
    tr="açıklamada açıklamasında o bu şu onlar bunlar ancak ama ve ayrıca sonra orada bunun onun böylece daha",
    id="ia dia mereka ini itu tetapi namun dan selain kemudian sementara hal",
    ru="он она оно они это этот эта эти но и однако кроме также затем там его её их поэтому при позже",
    hi="उससे उसके उसकी उसने उनके उनकी उन्होंने इसी इस इसके इसकी यह वह ये वे तब फिर वहीं साथ लेकिन और जिसके दोनों",
    ko="이는 이에 이를 이로써 그는 그녀는 그러나 하지만 또 또한 그런데 그리고 따라서 한편 그러면서 이어 이들은 이런"
    " 이러한 이같은",
    nl="hij zij ze het dit dat deze die maar en of echter bovendien daarnaast toen daar zijn haar hun ook dus daarom",
)
PREFIXES = {
    "zh": (
        "但",
        "而",
        "同时",
        "此外",
        "因此",
        "这",
        "该",
        "他",
        "她",
        "它",
        "其",
        "然而",
        "不过",
        "对此",
        "另外",
        "所以",
        "于是",
    ),
    "ja": (
        "しかし",
        "また",
        "さらに",
        "一方",
        "これ",
        "それ",
        "この",
        "その",
        "同",
        "彼",
        "だが",
        "ただ",
        "なお",
        "そして",
        "そこ",
    ),
    "th": thai.LEANING,
}
"""Where no space parts words: what a leaning sentence begins with."""

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

EARLY = _table(
    en="this that these those it's that's here's such latter former same",
    de="diese dieser dieses diesem diesen jene jener dabei dadurch dazu dafür davon darauf daran darin daraus damit"
    " deshalb "
    "deswegen zudem außerdem ebenfalls hingegen dagegen jedoch allerdings solche solcher solchen",
    es="esto eso este esta estos estas ese esa esos esas dicho dicha dichos ello también además",
    fr="ce cet cette ces cela celui celle ceux ceci également aussi ainsi toutefois",
    id="tersebut ini itu",
    cs="ho mu jej tento tato toto tomu toho této tohoto",
)
"""Among the first words they point back."""

PHRASES = {
    "en": re.compile(
        r"\b(?:(?:do|does|did|doing|done) so|no (?:different|exception)|as a result|in (?:fact|turn|addition|contrast)"
        r"|for (?:example|instance)|by contrast|that said|of course|in (?:short|other words)|all in all"
        r"|at the same time|on the other hand|the (?:latter"
        r"|former)"
        r"|(?:the|this|that) (?:\d{1,2}-year-old|infant|baby|man|woman|boy|girl|victim|suspect|accused|couple|pair"
        r"|duo|trio))\b"
        r"|\b(?:for|of|by|like|than|from|about) this(?=[.,;])|\bhere\."
        r"|^\W?(?:first|second|third|fourth|last|also|plus|in a close second), |^(?:you|we) can even\b"
        r"|^(?:most|many|some|several|few|all|each|none) (?:support|are|were|have|had|say|said|come|came|offer|include"
        r"|will|can|do|did|is|was)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:zum Beispiel|beispielsweise|in diesem (?:Zusammenhang|Fall)|aber (?:noch|auch)"
        r"|aus diesem Grund|bei dieser Gelegenheit|im Gegensatz dazu"
        r"|Grund dafür|(?:der|die|das) (?:Mann|Frau|Junge|Mädchen|Opfer|Täter"
        r"|Verdächtige|\d{1,2}-Jährige)|auf die (?:greifen|setzen)"
        r"|(?:hat|habe|hatte|ist|sei|war|wurde|wird|will|kann|sagte?|erklärte) (?:er|sie|es))\b"
    ),
    "es": re.compile(
        r"\b(?:por ejemplo|en cambio|por el contrario|lo mismo|el (?:hombre|detenido|joven)|la (?:mujer|joven))\b"
    ),
    "fr": re.compile(r"\b(?:par exemple|en revanche|au contraire|(?:l['’]homme|la femme|le suspect|la victime))\b"),
}
"""Anywhere in a sentence they tell that it goes on from another one, or speak of someone it does not name."""

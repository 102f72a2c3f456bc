"""Lines that only name something, as captions and lists do: "Eine Autobahn in Polen nahe der Grenze." German only: its
verbs are the words that are small and end like verbs."""

from __future__ import annotations

import re

from bot.text.stopwords import STOPWORDS

LONGEST = 14
"""Words; a longer line without a verb is rare."""

_MARKS = frozenset(',:;„“"»«')
"""Where there are clauses there is a verb, unless it is a list: all small words in it only join."""

_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = ("t", "te", "ten", "en", "ern", "eln")
_VERBS = frozenset(
    "ist sind war hat wird kann muss soll will darf mag sei habe hätte wäre würde gab kam ging tat sah lag stand"
    " nahm fiel hielt lief rief ließ blieb stieg sank verlor gewann schrieb zog traf schlug starb warf wies bot bat"
    " fand fuhr flog floh half las sprach trug wuchs zwang brach begann bekam schloss galt hieß bin weiß sagt tue"
    " gehe komme stehe liege bleibe gebe nehme finde halte könne müsse solle wolle dürfe werde lasse laufe"
    " führe".casefold().split()
)
_JOINING = (STOPWORDS["de"] - _VERBS - frozenset({"werden", "haben", "sind"})) | frozenset({"viel", "nahe", "samt"})
_NO_VERBS = frozenset(
    "mit seit nicht jetzt fast selbst gut weit erst meist zuerst zuletzt samt statt laut nebst gesamt den einen"
    " seinen ihren unseren deinen meinen keinen diesen jenen jeden allen vielen neuen alten großen kleinen guten"
    " besten ersten zweiten dritten letzten nächsten roten beiden anderen eigenen deutschen gegen neben wegen"
    " zwischen unten oben hinten vorn sogenannten weiten hohen zehn sieben sechst acht heut dort insgesamt zumeist"
    " vielleicht überhaupt sonst rot bunt alt kalt hart echt leicht schlecht recht direkt bekannt berühmt beliebt"
    " geplant mitten außen innen draußen drinnen".split()
)


def is_verbless(text: str, language: str) -> bool:
    if language != "de":
        return False
    words = _WORD.findall(text)
    if len(words) > LONGEST:
        return False
    small = [word.casefold() for word in words if word[0].islower()]
    if not _MARKS.isdisjoint(text):
        return all(word in _JOINING for word in small)
    return not any(word in _VERBS or (word.endswith(_ENDINGS) and word not in _NO_VERBS) for word in small)

"""Words whose full stop does not end a sentence, casefolded and without the stop; and what may follow it."""

from __future__ import annotations


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


TITLES = _words(
    "m mr mrs ms mx dr prof st rev hon gov sen rep gen lt col maj sgt capt cmdr adm cpl pvt supt det insp pres amb",
    "messrs mme mlle fr br hr hrn dipl dña dn ud uds mm mgr sig dott avv exmo exma eng dhr mevr drs ir",
)
"""With a capital, almost always followed by a name: never the end of a sentence."""

ABBREVIATIONS = _words(
    "vs etc eds ed inc ltd co corp bros dept approx cf al e.g i.e viz tues thurs ave blvd rd mt ft jr sr",
    "u.s u.k u.n e.u d.c ph.d b.a m.a m.d dr prof",
    "z.b d.h u.a bzw usw evtl ggf inkl mio mrd bspw vgl sog o.ä u.ä s.o i.d.r v.a z.t allg tel str ca",
    "डॉ पं प्रो श्री मो κ κκ σελ",
    "dott sig sig.ra avv",
    "ing med jur phil rer nat geb sra srta dra sres ej p.ej ee.uu aprox av avda c.a env hab boul éd av.j",
)
"""A stop after these ends a sentence only where a word follows that mostly opens one."""

BEFORE_NUMBERS = _words(
    "no nos nr vol vols fig figs p pp ch chap op est art abs núm pág págs pag tel circa ecc s",
    "jan feb mar apr jun jul aug sep sept oct nov dec janv févr avr juil août déc ene abr ago",
)
"""Ordinary words too, some of them: abbreviations only where a number follows."""

OPENED_BY_ORDINAL = _words(
    "januar jänner februar märz april mai juni juli august september oktober november dezember jahrhundert",
)
"""German words that a numeral with a stop goes before: `13. Juli`."""

PARTICLES = _words("le la du de des el los las di da do dos van von del della lo")
"""Small words that names go on with after an initial: `J.-M. Le Pen`."""

HOURS = _words("a.m p.m")
AFTER_HOURS = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august",
    "september october november december eastern central mountain pacific local et est edt ct cst cdt mt mst mdt pt",
    "pst pdt gmt bst utc cet ist",
)
"""After `9 a.m.` a sentence goes on with the day or the zone; any other capital opens the next one."""

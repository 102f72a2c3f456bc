"""How German speaks of days without naming them in full."""

from __future__ import annotations

import re

from bot.briefing.dates.phrases import AFTER, Phrases, any_of, numbered, pattern

_DAYS = numbered("montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag", 0)
_MONTHS = numbered("januar/jänner februar/feber märz april mai juni juli august september oktober november dezember", 1)
_NUMBERS = numbered("einem/einer/eine/ein/einen zwei drei vier fünf sechs sieben acht neun zehn elf zwölf", 1)
_UNITS = {
    "woche": "week", "monat": "month", "jahr": "year", "wochenende": "weekend", "monats": "month", "jahres": "year",
}  # fmt: skip

GERMAN = Phrases(
    day=re.compile(
        r"\b(?P<offset>[Vv]orgestern|[Gg]estern|[ÜüU]bermorgen|(?<![.!?] )(?<!am )(?<!Am )morgen|[Hh]eute (?:Morgen"
        r"|früh|Vormittag|Mittag"
        r"|Nachmittag|Abend|Nacht))(?: (?:Morgen|Vormittag|Mittag|Nachmittag|Abend|früh))?" + AFTER
    ),
    offsets={
        "gestern": -1, "vorgestern": -2, "morgen": 1, "übermorgen": 2, "heute morgen": 0, "heute früh": 0,
        "heute vormittag": 0, "heute mittag": 0, "heute nachmittag": 0, "heute abend": 0,
    },
    ago=pattern(rf"\bvor (?P<no>(?:etwa|rund|fast|gut|knapp|mehr als|über) )?(?P<number>\d{{1,3}}|{any_of(_NUMBERS)}) "
                 r"(?P<unit>Minuten?|Stunden?|Tage?n?|Jahre?n?)" + AFTER),
    unit=pattern(
        r"\b(?P<no>(?:die|den|das|der|jede|jedes|jeden|in der|in den) )?(?:[iI]m |[iI]n |[aA]m |[eE]nde |[aA]nfang "
        r"|[mM]itte )?"
        r"(?P<which>(?:vergangene|letzte|vorige|diese|nächste|kommende)(?:n|m|s|r)?) "
        r"(?P<unit>Wochenende|Woche|Monats|Monat|Jahres|Jahr)(?P<never> (?:des|der|vor|nach|oder) )?" + AFTER
    ),
    units=_UNITS,
    weekday=pattern(
        rf"\b(?:(?:am )?(?P<past>vergangenen|vorigen) |(?P<coming>(?:am )?kommenden) |(?P<no>(?:am )?(?:letzten"
        rf"|letzter|nächsten|nächster|jeden|jeder"
        rf"|eines|einem|einen|ein|an einem|der|die|den|das|dem)) )?(?:(?P<on>am|bis|ab|seit|vor|nach|von|bis zum|zum"
        rf"|zwischen) )?"
        rf"(?P<weekday>{any_of(_DAYS)})(?:morgen|vormittag|mittag|nachmittag|abend|nacht)?"
        rf"(?P<never>s\b|[,]? (?:den |dem )?\d| (?:bis|und|oder) (?:{any_of(_DAYS)})|[-–/])?" + AFTER
    ),
    weekdays=_DAYS,
    month_day=pattern(
        rf"\b(?:(?P<weekday>{any_of(_DAYS)}),? (?:den |dem )?)?(?P<day>\d{{1,2}})\. (?P<month>{any_of(_MONTHS)})"
        rf"(?P<never>,? \d{{2,4}}| (?:vergangenen|letzten|kommenden|nächsten|dieses|jeden) Jahres)?(?P<day2>)"
        rf"(?P<month2>)" + AFTER
    ),
    months=_MONTHS,
    numbers=_NUMBERS,
    future_only=frozenset({"bis", "ab", "bis zum"}),
    past_only=frozenset({"seit"}),
)  # fmt: skip

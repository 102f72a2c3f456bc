"""How French speaks of days without naming them in full."""

from __future__ import annotations

from bot.briefing.dates.phrases import AFTER, Phrases, any_of, numbered, pattern

_DAYS = numbered("lundi mardi mercredi jeudi vendredi samedi dimanche", 0)
_MONTHS = numbered("janvier février mars avril mai juin juillet août septembre octobre novembre décembre", 1)
_NUMBERS = numbered("un/une deux trois quatre cinq six sept huit neuf dix onze douze", 1)

FRENCH = Phrases(
    day=pattern(
        r"\b(?P<offset>avant-hier|hier|après-demain|demain|ce matin|cet après-midi|ce soir)(?: (?:matin|soir"
        r"|après-midi))?"
        + AFTER
    ),
    offsets={
        "avant-hier": -2, "hier": -1, "demain": 1, "après-demain": 2, "ce matin": 0, "cet après-midi": 0, "ce soir": 0,
    },
    ago=pattern(rf"\bil y a (?P<no>(?:environ|près de|plus de|presque|quelque|à peine) )?(?P<number>\d{{1,3}}"
        rf"|{any_of(_NUMBERS)}) "
                 r"(?P<unit>minutes?|heures?|jours?|ans?)" + AFTER),
    unit=pattern(
        r"\b(?P<no>(?:chaque|toute) )?(?:(?P<article>la|le|ce|cette|au|du|les) |l['’])?(?:(?P<unit2>week-end|semaine"
        r"|mois|année|an) "
        r"(?P<which2>dernier|dernière|prochain|prochaine|passé|passée))(?P<never> (?:de|du|des|et|ou) )?" + AFTER
        + r"|\b(?P<which>cette|ce) (?P<unit>semaine|année|mois-ci|week-end)" + AFTER
    ),
    units={
        "semaine": "week", "mois": "month", "mois-ci": "month", "année": "year", "an": "year", "week-end": "weekend",
    },
    weekday=pattern(
        rf"\b(?P<no>le |chaque |un |les |tous les |des |du |au )?(?:(?P<on>ce|dès|depuis|jusqu['’]à|avant|après"
        rf"|d['’]ici|de|entre) )?(?P<weekday>{any_of(_DAYS)})"
        rf"(?:(?P<past> dernier)|(?P<coming> prochain))?(?P<never>s\b| saint\b|,? \d| (?:à|au|et|ou) "
        rf"(?:{any_of(_DAYS)})|[-–/])?"
        rf"(?: (?:matin|soir|après-midi|midi))?" + AFTER
    ),
    weekdays=_DAYS,
    month_day=pattern(
        rf"\b(?:(?P<weekday>{any_of(_DAYS)}),? )?(?:le )?(?P<day>\d{{1,2}})(?:er)? (?P<month>{any_of(_MONTHS)})"
        rf"(?P<never>,? \d{{2,4}}| (?:de l['’]an|de l['’]année|dernier|prochain)\b)?(?P<day2>)(?P<month2>)" + AFTER
    ),
    months=_MONTHS,
    numbers=_NUMBERS,
    future_only=frozenset({"jusqu'à", "jusqu’à", "d'ici", "d’ici"}),
    past_only=frozenset({"depuis"}),
)  # fmt: skip

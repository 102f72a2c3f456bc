"""How Spanish speaks of days without naming them in full."""

from __future__ import annotations

from bot.briefing.dates.phrases import AFTER, Phrases, any_of, numbered, pattern

_DAYS = numbered("lunes martes miércoles jueves viernes sábado domingo", 0)
_MONTHS = numbered(
    "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre", 1
)
_NUMBERS = numbered("un/una/uno dos tres cuatro cinco seis siete ocho nueve diez once doce", 1)

SPANISH = Phrases(
    day=pattern(
        r"\b(?P<no>(?:la|por la|de la|una|cada) )?(?P<offset>anteayer|antier|anoche|ayer|pasado mañana|esta mañana"
        r"|esta tarde"
        r"|esta noche|mañana)(?: por la (?:mañana|tarde|noche))?" + AFTER
    ),
    offsets={
        "anteayer": -2, "antier": -2, "anoche": -1, "ayer": -1, "mañana": 1, "pasado mañana": 2, "esta mañana": 0,
        "esta tarde": 0, "esta noche": 0,
    },
    ago=pattern(rf"\bhace (?P<no>(?:casi|unos|unas|más de|cerca de|ya|apenas) )?(?P<number>\d{{1,3}}"
        rf"|{any_of(_NUMBERS)}) "
                 r"(?P<unit>minutos?|horas?|días?|años?)" + AFTER),
    unit=pattern(
        r"\b(?P<no>cada )?(?:(?P<article>la|el|del|al|los|las) )?(?:(?P<which>próximo|próxima|pasado|pasada|este"
        r"|esta) (?P<unit>fin de semana|semana|mes|año)"
        r"|(?P<unit2>fin de semana|semana|mes|año) (?P<which2>pasado|pasada|próximo|próxima|que viene))(?P<never> "
        r"(?:y|o) )?" + AFTER
    ),
    units={"semana": "week", "mes": "month", "año": "year", "fin de semana": "weekend"},
    weekday=pattern(
        rf"\b(?P<no>los |cada |un |todos los |de |santo )?(?:(?P<on>el|al|del|este|hasta el|desde el|antes del"
        rf"|entre el|para el) )?(?:(?P<past>pasado) "
        rf"|(?P<coming>próximo) )?(?P<weekday>{any_of(_DAYS)})(?:(?P<past2> pasado)|(?P<coming2> próximo| que viene))?"
        rf"(?P<never>s\b| santo\b|,? \d| (?:a|al|y|o|y el|o el) (?:{any_of(_DAYS)})|[-–/])?"
        rf"(?: por la (?:mañana|tarde|noche))?" + AFTER
    ),
    weekdays=_DAYS,
    month_day=pattern(
        rf"\b(?:(?P<weekday>{any_of(_DAYS)}),? )?(?:el )?(?P<day>\d{{1,2}}) de (?P<month>{any_of(_MONTHS)})"
        rf"(?P<never>,? (?:de |del )?\d{{2,4}}| (?:del|de|de este|del próximo|del pasado) año| pasado| próximo)?"
        rf"(?P<day2>)(?P<month2>)" + AFTER
    ),
    months=_MONTHS,
    numbers=_NUMBERS,
    future_only=frozenset({"hasta el", "para el"}),
    past_only=frozenset({"desde el"}),
)  # fmt: skip

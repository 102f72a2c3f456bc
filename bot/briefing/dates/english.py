"""How English speaks of days without naming them in full."""

from __future__ import annotations

from bot.briefing.dates.phrases import AFTER, Phrases, any_of, numbered, pattern

_DAYS = numbered("monday tuesday wednesday thursday friday saturday sunday", 0)
_MONTHS = numbered(
    "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct "
    "november/nov december/dec",
    1,
)
_NUMBERS = numbered("one two three four five six seven eight nine ten eleven twelve", 1) | {"a": 1, "an": 1}

ENGLISH = Phrases(
    day=pattern(
        r"\b(?P<offset>day before yesterday|day after tomorrow|yesterday|tomorrow|last night|tonight|this morning"
        r"|this afternoon|this evening|earlier today|later today)" + AFTER
    ),
    offsets={
        "yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2, "last night": -1,
        "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "earlier today": 0, "later today": 0,
    },
    ago=pattern(rf"\b(?P<no>(?:about|some|almost|nearly|over|around|roughly|than|least) )?(?P<number>\d{{1,3}}"
        rf"|{any_of(_NUMBERS)}) "
                 r"(?P<unit>minutes?|hours?|days?|years?) ago" + AFTER),
    unit=pattern(
        r"\b(?P<no>(?:the|past|of|every|a|each) )?(?:earlier |later )?(?P<which>last|this|next) (?P<unit>week|month"
        r"|year|weekend)"
        r"(?P<never>(?:['’]s)? of\b| or\b|-)?" + AFTER
    ),
    units={"week": "week", "month": "month", "year": "year", "weekend": "weekend"},
    weekday=pattern(
        rf"\b(?:(?P<no>next|last|every|each|black|good|ash|super|bloody|any|one|the|a|some|cyber|palm|easter|shrove"
        rf"|maundy"
        rf"|holy|most|many|sheffield) |(?P<past>this past|the past) |(?P<coming>this coming|the coming|coming) )?"
        rf"(?:(?P<on>on|by|until|till|since|before|after|from|through|to|between) )?(?:(?:late|early) )?(?:on )?"
        rf"(?P<weekday>{any_of(_DAYS)})(?P<never>s\b| (?:to|through|and|or) (?:{any_of(_DAYS)})| ?[-–/]|,? the \d"
        rf"|,? \d)?(?:['’]s)?(?: (?:morning|afternoon|evening|night))?" + AFTER
    ),
    weekdays=_DAYS,
    month_day=pattern(
        rf"\b(?:(?P<weekday>{any_of(_DAYS)}),? (?:the )?)?(?:(?P<month>{any_of(_MONTHS)})\.? (?P<day>\d{{1,2}})(?:st"
        rf"|nd|rd|th)?"
        rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month2>{any_of(_MONTHS)}))"
        rf"(?P<never>,? (?:of )?\d{{2,4}}| ?[-–/]\d| (?:to|through|until) \d|\d|,? (?:last|next|this"
        rf"|every) year)?" + AFTER
    ),
    months=_MONTHS,
    numbers=_NUMBERS,
    future_only=frozenset({"by", "until", "till"}),
    past_only=frozenset({"since"}),
)  # fmt: skip

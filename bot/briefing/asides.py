"""What sentences can do without, as patterns by language: openings, weekday asides, the detail of an attribution."""

from __future__ import annotations

import re

_DAYS = {
    "en": "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day",
    "de": "(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)",
    "es": "(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)",
    "fr": "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)",
}

KEEPS = re.compile(
    r"\b(?:not|no|never|none|without|except|unless|excluding|only|alleged(?:ly)?|if|nicht|kein\w*|nie|ohne|außer|nur"
    r"|sofern|falls|mutmaßlich\w*|sin|salvo|excepto|nunca|jamás|solo|presunt\w*|pas|jamais|sauf|sans|hors|présumé\w*)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
"""A parenthesis with one of these changes what the sentence says, so it stays."""

CONNECTIVE = {
    "en": re.compile(
        r"(?:Meanwhile|However|Moreover|Furthermore|Additionally|Also|Separately|Nevertheless|Nonetheless|In addition"
        r"|Still|Earlier|Then|Now|Plus), (?=[A-Z])"
    ),
    "es": re.compile(r"(?:Mientras tanto|Además|Asimismo|Sin embargo|Por otra parte|Por su parte), (?=[A-ZÁÉÍÓÚÑ])"),
    "fr": re.compile(r"(?:Cependant|Toutefois|Par ailleurs|De plus|En outre|Pendant ce temps), (?=[A-ZÀ-Ý])"),
}
"""Before a capital only: what is left must read as a sentence. German puts its verb next, so it has none."""

WEEKDAY_ASIDE = {
    "en": re.compile(
        rf",(?: late| early)?(?: on)? {_DAYS['en']}(?: (?:morning|afternoon|evening|night))?,(?= (?!and\b|or\b))"
    ),
    "de": re.compile(rf", am {_DAYS['de']}(?:morgen|vormittag|nachmittag|abend)?,(?= (?!und\b|oder\b))"),
    "es": re.compile(rf",(?: este| el) {_DAYS['es']},(?= (?!y\b|o\b))"),
    "fr": re.compile(rf", (?:ce )?{_DAYS['fr']}(?: (?:matin|après-midi|soir))?,(?= (?!et\b|ou\b))"),
}
"""A weekday between two commas."""

_SAID = (
    "said|says|announced|reported|confirmed|wrote|added|explained"
    r"|told (?:reporters|journalists|(?:the )?[A-Z][\w.]{1,20})"
)
_MEDIUM = (
    "(?:statement|(?:news|press) (?:conference|release|briefing)|tweet|(?:social media |blog |Facebook )?post|speech"
    "|interview|e-?mail|letter|briefing|video|news conference)"
)

DETAIL = {
    "en": re.compile(
        rf",[\"”’]{{0,2}} [^,.;:\"“”]{{2,90}}? (?:{_SAID})"
        rf"(?P<detail>(?: (?:late |early )?(?:on )?{_DAYS['en']}(?: (?:morning|afternoon|evening|night))?"
        rf"| (?:in|at|during|via) (?:an?|the|his|her|their|its) (?:[\w-]{{1,20}} ){{0,2}}{_MEDIUM}"
        rf"(?: (?:to|with|from|posted on|published by|released by) [\w'’ -]{{1,40}})?){{1,3}})(?=\.[\"”]?$)"
    ),
    "de": re.compile(
        rf", (?:sagte|sagten|sagt|teilte|teilten|erklärte|erklärten|berichtete|berichteten|hieß es) [^,.]{{0,90}}?"
        rf"(?P<detail> am {_DAYS['de']}(?:morgen|vormittag|mittag|nachmittag|abend)?)(?=[^,.]{{0,40}}\.$)"
    ),
    "es": re.compile(
        rf", (?:dijo|dijeron|informó|informaron|anunció|señaló|aseguró|según informó) [^,.]{{0,90}}?"
        rf"(?P<detail>(?: este| el) {_DAYS['es']})(?=[^,.]{{0,40}}\.$)"
    ),
    "fr": re.compile(
        rf", (?:a|ont) (?:déclaré|annoncé|indiqué|précisé|affirmé|expliqué|rapporté)[^,.]{{0,90}}?"
        rf"(?P<detail> {_DAYS['fr']}(?: (?:matin|après-midi|soir))?)(?=[^,.]{{0,40}}\.$)"
    ),
}
"""`…, the minister said[ in a statement on Tuesday].`: the speaker stays, the occasion goes."""

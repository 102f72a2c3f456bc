"""Lines that pages put between their paragraphs: they speak of the page, not of the story."""

from __future__ import annotations

import re

_OPENS = re.compile(
    r"\W*(?:read (?:more|also|next|the full|our)|see also|sign up|subscribe|click (?:here|to)|follow (?:us|\w+ on)"
    r"|watch(?: now)?:|listen(?: to)?:|related:|also read|more on this|advertisement|image(?: source| credit)?:|photo:"
    r"|editor['’]s note|this (?:article|story|post|piece|report) (?:was|is|has been|first|originally|appeared)"
    r"|get (?:the|our) (?:latest|newsletter)|download (?:the|our)|join (?:us|our)|support our|have a (?:tip|story)"
    r"|we['’]d love to hear|share this|copyright|all rights reserved|additional reporting|reporting by|edited by"
    r"|(?:last )?updated?:|published:|note:|meet the experts|jump to|get started|to help you|learn more|check out"
    r"|find out"
    r"|let['’]s (?:take|look|dive|get|start|explore|break|go|find)"
    r"|if you(?:['’]re| are) an? (?:client|subscriber|member)"
    r"|pictured\b|(?:above|below|left|right|top|bottom):|from left\b"
    r"|unlock|this is not (?:financial|legal|medical) advice|inclusion (?:here )?does not"
    r"|read on|feel free|e-?mail us|please |call (?:us|to|now)|keep reading|in this (?:post|article|guide|story"
    r"|video|episode)|here"
    r"(?:['’]s| is| are) (?:what|how"
    r"|a look)"
    r"|table of contents|key takeaways|what (?:you|to) (?:need|know)|disclaimer|disclosure|contact us"
    r"|for more information"
    r"|lesen sie|mehr (?:zum thema|dazu)|hier (?:lesen|klicken)|abonnieren|jetzt (?:abonnieren|anmelden)|foto:|bild:"
    r"|dieser (?:artikel|text|beitrag) (?:ist|wurde|erschien|stammt)|zum thema|anzeige\b|newsletter\b"
    r"|lea (?:también|más)|leer más|suscríb|síguenos|haga clic|foto de|publicidad\b"
    r"|lire (?:aussi|la suite|également)|à lire|abonnez|inscrivez|cliquez|crédit photo|publicité\b"
    r"|leggi anche|lees ook|läs (?:också|mer)|les også|læs også|czytaj też|przeczytaj|leia (?:também|mais)"
    r"|相关阅读|关注|責任編集)",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"©|all rights reserved|\bread on\b|\b(?:is|are) part of our\b|\bwe(?:['’]ve| have)? (?:compiled|put together)\b"
    r"|\bsign(?:ing)? up (?:for|to) (?:our|the|a)\b|\bour newsletter\b|\bthis (?:video|article|browser)\b.{0,40}\b"
    r"(?:load|available|support)"
    r"|\bà suivre (?:ici|en direct)\b"
    r"|\bcookies?\b.{0,60}\b(?:accept|consent|policy)\b|\bhttps?://",
    re.IGNORECASE,
)


_HINTS = (
    "©", "reserved", "newsletter", "this video", "this article", "this browser", "cookie", "http", "read on",
    "part of our", "à suivre", "compiled", "put together", "sign up", "signing up",
)  # fmt: skip
"""One of these is in whatever `_HOLDS` finds; to look for them first costs a tenth."""


def is_boilerplate(text: str) -> bool:
    if _OPENS.match(text):
        return True
    low = text.lower()
    return any(hint in low for hint in _HINTS) and _HOLDS.search(text) is not None

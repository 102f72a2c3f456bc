"""An obituary: that someone died, and when, comes first; then the life, as it was told."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.briefing.pick import Pick, Told
from bot.briefing.rank import candidates
from bot.briefing.sentence import told_in
from bot.briefing.shapes.news import ranked
from bot.briefing.weights import weights
from bot.model import Article

_DIED = re.compile(
    r"\b(?:died|has died|dies|passed away|death|dead at|aged \d+|gestorben|starb|verstorben|ist tot|tod|falleci[óo]"
    r"|muri[óo]|ha muerto|muerte|est mort|est morte|décédée?|décès|mort à)\b",
    re.IGNORECASE,
)
SOON = 12
"""Sentences within which an obituary says it."""


def obituary(article: Article) -> Pick:
    sentences = told_in(article)
    whole = ranked(article, sentences)
    already = article.standfirst or (whole.standfirst.text if whole.standfirst else "")
    if _DIED.search(already):
        return whole
    found = candidates(sentences[:SOON], article, weights())
    died = next((each.sentence for each in found if not each.leans and _DIED.search(each.sentence.text)), None)
    if died is None:
        return whole
    rest = tuple(told for told in whole.told if told.sentence is not died)
    return replace(whole, told=(Told(died), *rest))

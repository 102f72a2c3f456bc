"""The languages whose relative dates can be resolved."""

from __future__ import annotations

from bot.briefing.dates.english import ENGLISH
from bot.briefing.dates.french import FRENCH
from bot.briefing.dates.german import GERMAN
from bot.briefing.dates.phrases import Phrases
from bot.briefing.dates.spanish import SPANISH

PHRASES: dict[str, Phrases] = {"en": ENGLISH, "de": GERMAN, "es": SPANISH, "fr": FRENCH}

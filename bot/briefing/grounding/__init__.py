"""Is it in the article? What a language model wrote is checked sentence by sentence before anyone reads it. Pure."""

from __future__ import annotations

from bot.briefing.grounding.check import Verdict, check
from bot.briefing.grounding.material import Material, material
from bot.briefing.grounding.written import written

__all__ = ["Material", "Verdict", "check", "material", "written"]

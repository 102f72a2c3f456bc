"""An `Article` becomes a `Briefing`: a headline, one standfirst, about three points, all in the article's own words."""

from __future__ import annotations

from bot.briefing.compose import brief

__all__ = ["brief"]

"""Relative dates made absolute: "on Thursday" in a story of 14 July 2023 is 2023-07-13. The doubtful stay."""

from __future__ import annotations

from bot.briefing.dates.resolve import resolve

__all__ = ["resolve"]

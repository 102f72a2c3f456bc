"""Who is in an article: found, linked, with roles, countries and quotes. Pure; no model download."""

from __future__ import annotations

from bot.people.gather import people

__all__ = ["people"]

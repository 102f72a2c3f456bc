"""The composition root: builds the parts, routes each event to the one service that answers it, and serves."""

from __future__ import annotations

from bot.app.core import App
from bot.app.parts import Parts, assemble, utc_now
from bot.app.serve import serve

__all__ = ["App", "Parts", "assemble", "serve", "utc_now"]

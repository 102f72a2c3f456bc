"""Reading pages in child processes that can be killed: a page may hang or break its reader, never the bot."""

from __future__ import annotations

from bot.reader.pool import Reader

__all__ = ["Reader"]

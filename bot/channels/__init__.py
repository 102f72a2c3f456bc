"""How the bot behaves in a channel: what can be set, which value holds where, and what that means. Pure."""

from __future__ import annotations

from bot.channels.manner import Manner, Mode, manner, spoken
from bot.channels.table import LANGUAGES, TABLE, Setting
from bot.channels.values import Chosen, Held, defaults, held

__all__ = ["LANGUAGES", "TABLE", "Chosen", "Held", "Manner", "Mode", "Setting", "defaults", "held", "manner", "spoken"]

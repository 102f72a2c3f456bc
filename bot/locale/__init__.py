"""What the bot says, in the reader's language: messages through gettext, dates and numbers through Babel."""

from __future__ import annotations

from bot.locale.messages import count, later, said, say, spoken, word
from bot.locale.speaking import each_in, language, speak, speaking

__all__ = ["count", "each_in", "language", "later", "said", "say", "speak", "speaking", "spoken", "word"]

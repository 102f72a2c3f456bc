"""A language model as the writer of briefings: any server that speaks the OpenAI chat completions protocol."""

from __future__ import annotations

from bot.writer.budget import Budget
from bot.writer.model import LanguageModel

__all__ = ["Budget", "LanguageModel"]

"""Is this the same story, and what is new in it: tellings of the last days, grouped as they come. Pure."""

from __future__ import annotations

from bot.stories.stream import Kept, Placed, Stories
from bot.stories.telling import Statement, Telling, telling
from bot.stories.trace import Trace

__all__ = ["Kept", "Placed", "Statement", "Stories", "Telling", "Trace", "telling"]

"""What goes wrong at this edge, in the words of the one error tree."""

from __future__ import annotations

from bot.errors import Undeliverable


def no_such_message(number: str) -> Undeliverable:
    """The message that was to be edited or deleted is not here (any more)."""
    return Undeliverable(f"there is no message #{number} in this terminal")

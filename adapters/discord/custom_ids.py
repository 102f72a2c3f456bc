"""How a button's whole meaning fits into the 100 characters that Discord hands back when it is pressed. Pure.

Short ones are written out, so they need no memory at all. A long one becomes the key of a kept value.
"""

from __future__ import annotations

import json
from hashlib import blake2b

from bot.chat import Button, Card

PREFIX = "sf"
LONGEST = 100
KEPT = "button/"


def custom_id(button: Button, number: int) -> str:
    """`number` is the button's place on its card: two that mean the same must still differ."""
    written = f"{PREFIX}:{number}:{button.action}:{button.value}"
    plain = written.isascii() and written.isprintable() and ":" not in button.action and button.action
    return written if plain and len(written) <= LONGEST else f"{PREFIX}:{number}#{digest(button)}"


def digest(button: Button) -> str:
    return blake2b(meaning(button).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def meaning(button: Button) -> str:
    return json.dumps([button.action, button.value])


def kept(card: Card) -> dict[str, str]:
    """What must be kept before `card` is sent: key -> meaning, for its long buttons."""
    buttons = [button for number, button in enumerate(card.buttons) if "#" in custom_id(button, number)[:6]]
    return {KEPT + digest(button): meaning(button) for button in buttons}


def read(custom: str) -> tuple[str, str] | str | None:
    """(action, value), or the key under which they are kept, or None for what is not ours."""
    prefix, _, rest = custom.partition(":")
    if prefix != PREFIX:
        return None
    number, mark, key = rest.partition("#")
    if mark and number.isdigit():
        return KEPT + key
    parts = rest.split(":", 2)
    return (parts[1], parts[2]) if len(parts) == 3 else None


def understood(kept_meaning: str) -> tuple[str, str]:
    action, value = json.loads(kept_meaning)
    return str(action), str(value)

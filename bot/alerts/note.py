"""What an alert must still say when it is rendered, as kept beside it: why it matched, and what is new."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from bot.topics import Reason


@dataclass(frozen=True, slots=True)
class Note:
    """`reasons` are why a story matched; `novel` sentences that are new in a story told before.

    `notice` names a message of another kind (a feed that fails), `facts` what its card is made of, `person` the id and
    name of whom alone it is for.
    """

    reasons: tuple[Reason, ...] = ()
    novel: tuple[str, ...] = ()
    notice: str = ""
    facts: tuple[str, ...] = ()
    person: tuple[str, str] | None = None


ENCODER = msgspec.json.Encoder()
DECODER = msgspec.json.Decoder(Note)


def encoded(note: Note) -> str:
    return ENCODER.encode(note).decode()


def decoded(text: str) -> Note:
    """Raises ValueError for what `encoded` did not make."""
    try:
        return DECODER.decode(text)
    except msgspec.DecodeError as error:
        raise ValueError("a note that cannot be read") from error

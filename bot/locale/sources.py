"""What the code says, for whoever keeps the catalogues: `python -m bot.locale` prints what is missing in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from bot.locale.catalogue import HERE

KEYWORDS = {"say": None, "later": None, "count": (1, 2), "word": ((1, "c"), 2)}
METHODS = [("**.py", "python")]

Key = tuple[str | None, str]
"""A message's context and its (first) text."""


@dataclass(frozen=True, slots=True)
class Found:
    """A message that stands in the code at `where`; `many` is its plural, if it has one."""

    key: Key
    many: str
    where: str


def in_code(root: Path = HERE.parent) -> dict[Key, Found]:
    """Every message of the package, by its key."""
    found = {}
    for file, line, text, _, context in extract_from_dir(root, METHODS, keywords=KEYWORDS):
        one, many = text if isinstance(text, tuple) else (text, "")
        found[context, one] = Found((context, one), many, f"{file}:{line}")
    return found


def in_files(language: str) -> Iterator[tuple[Path, Message]]:
    """Every message of the language's catalogues, with the file it stands in."""
    for file in sorted((HERE / language).glob("*.po")):
        catalogue: Catalog = read_po(BytesIO(file.read_bytes()), locale=language)
        yield from ((file, message) for message in catalogue if message.id)


def key_of(message: Message) -> Key:
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


def places(text: str) -> list[str]:
    """The `{names}` in `text`, sorted."""
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def missing(language: str) -> list[Found]:
    """What is in the code and in none of the language's files."""
    there = {key_of(message) for _, message in in_files(language)}
    return [found for key, found in in_code().items() if key not in there]

"""The translations of one language, read from all of its `.po` files when they are first needed."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

HERE = Path(__file__).parent


@cache
def catalogue(language: str) -> NullTranslations:
    """English, and whatever there are no files for, says each message as it stands in the code."""
    files = sorted((HERE / language).glob("*.po"))
    return _read(files) if files else NullTranslations()


def _read(files: list[Path]) -> GNUTranslations:
    """Babel reads the files that people write; gettext works with what it makes of them."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    merged = read_po(BytesIO(files[0].read_bytes()))
    for file in files[1:]:
        for message in read_po(BytesIO(file.read_bytes())):
            if message.id:
                merged[message.id] = message
    compiled = BytesIO()
    write_mo(compiled, merged)
    compiled.seek(0)
    return GNUTranslations(compiled)

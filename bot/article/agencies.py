"""News agencies: who is one, and how they and the writers sign at the end of a story."""

from __future__ import annotations

import re

from bot.article.agency_names import AGENCIES

SIGN_OFF = re.compile(
    r"^(?:[—–-]\s*)?(?P<initials>[a-zäöüß]{2,4}(?:\s*[/,]\s*[a-zäöüß]{2,4})*)?\s*"
    r"(?:\((?P<inside>[^()]{2,80})\)|(?P<bare>[^().]{2,60}))?\s*$"
)


DATELINE = re.compile(r"^[^().!?]{0,60}\((?P<inside>[^()]{2,30})\)\s*[-–—]")


def agencies_in(text: str) -> tuple[str, ...]:
    """The agencies that a list such as `AFP, Reuters` or `dpa/AP` names; empty unless every part is one."""
    parts = [part.strip() for part in re.split(r"[,/;+&]|\b(?:and|und|y|et)\b", text) if part.strip()]
    names = [AGENCIES.get(part.casefold().removeprefix("with ").removeprefix("mit ").strip()) for part in parts]
    return tuple(dict.fromkeys(name for name in names if name)) if names and all(names) else ()


def sign_off(line: str) -> tuple[str, ...] | None:
    """The agencies of a closing line such as `msh/sdi (AFP, Reuters)`; None if the line is no sign-off."""
    if len(line) > 100:
        return None
    match = SIGN_OFF.match(line)
    if match is None:
        return None
    named = agencies_in(match["inside"] or match["bare"] or "")
    if named and (match["inside"] or match["initials"] or line.lstrip()[:1] in "—–-" or len(line) < 40):
        return named
    initials = match["initials"]
    return () if initials and "/" in initials and not (match["inside"] or match["bare"]) else None


def dateline(text: str) -> tuple[str, ...]:
    """The agencies in how a story opens: `LONDON, March 5 (Reuters) - The mayor …`."""
    match = DATELINE.match(text)
    return agencies_in(match["inside"]) if match else ()


def split_authors(names: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(people, agencies) from a page's list of authors."""
    people: list[str] = []
    agencies: list[str] = []
    for name in names:
        found = agencies_in(name)
        (agencies if found else people).extend(found or (name,))
    return tuple(dict.fromkeys(people)), tuple(dict.fromkeys(agencies))

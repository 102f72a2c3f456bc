"""Who wrote an entry, as feeds write it: `ana@paper.example (Ana Ruiz)`, `Ana Ruiz <ana@paper.example>`."""

from __future__ import annotations

import re

from bot.feeds.texts import title_line

NAMED = re.compile(r"^[^\s()<>]{1,200}@[^\s()<>]{1,200}\s{1,5}\(([^()]{1,200})\)$")
MAIL = re.compile(r"[(<]?(?:mailto:)?[^\s()<>@]{1,100}@[^\s()<>@]{1,100}[)>]?")
LONGEST = 200


def person(text: str) -> str:
    """The name alone; empty where there is an address only."""
    text = " ".join(text[: LONGEST * 4].split())
    if found := NAMED.match(text):
        return title_line(found[1])[:LONGEST]
    if "@" in text:
        text = MAIL.sub("", text)
    return title_line(text)[:LONGEST].strip(" ,;")

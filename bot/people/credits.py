"""How credits, bylines and sign-offs are written: the names after these words are not people of the story."""

from __future__ import annotations

import re

CREDIT = re.compile(
    r"(?:\((?:[Pp]hoto|[Ii]mage|[Pp]icture|[Ff]oto)s?\b"
    r"|\b(?:[Pp]hotos?|[Pp]hotograph|[Ii]mages?|[Pp]ictures?|[Cc]redit|[Ff]otos?|[Bb]ild|[Ii]llustration|[Gg]raphic"
    r"|[Cc]rédits?|[Ii]magen)(?: (?:by|courtesy of|credit|de|von|par)\b|\s?:|/)"
    r"|\b(?:AP|AFP|Reuters|REUTERS|EPA|Getty|dpa) ?(?:[Pp]hoto)?/)"
)
SIGNED = re.compile(
    r"\(?(?:By [A-Z]"
    r"|(?:[Aa]dditional |[Ff]urther )?[Rr]eporting by|[Ee]diting by|[Ww]riting by|[Cc]ompiled by|[Tt]ranslated by"
    r"|[Ww]ith files from|[Rr]eported by|Von [A-ZÄÖÜ]\w+ [A-ZÄÖÜ]|Par [A-ZÉ]\w+ [A-ZÉ]|Por [A-ZÁ]\w+ [A-ZÁ])"
)

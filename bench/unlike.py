"""Stories that are nothing like each other, as many as one wants: made-up words, the same for a number every time."""

from __future__ import annotations

import random

SYLLABLES = (
    "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru pla ste tro spi kne".split()
)


def title(number: int) -> str:
    words = made_up(number)
    return f"{words[0].title()} {words[1]} splits council {number}"


def page(number: int) -> str:
    """A story as a news site's page."""
    words = made_up(number)
    sentences = [sentence(number * 7 + at, *words[at : at + 9]) for at in range(2, 74, 9)]
    body = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    head = f'<title>{title(number)}</title><meta property="og:type" content="article">'
    return f"<html><head>{head}</head><body><article><h1>{title(number)}</h1>{body}</article></body></html>"


def sentence(number: int, *w: str) -> str:
    """Nine words and a number as news."""
    return (
        f"The {w[0]} of {w[1].title()} saw {w[2]} {w[3]} on the {w[4]}, and {number} {w[5]} were {w[6]} by"
        f" {w[7].title()} {w[8].title()}."
    )


def made_up(number: int) -> list[str]:
    chance = random.Random(number)
    return ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(90)]

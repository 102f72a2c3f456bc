"""How much of the story a page gave, and what a page is that gives none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.model import Block, Completeness
from bot.text.words import count_words

WALL = re.compile(
    r"subscribe (?:now )?to (?:continue|read|unlock)|to continue reading|already a subscriber|subscribers? only"
    r"|for subscribers"
    r"|log ?in to (?:continue|read)|this (?:article|content) is (?:reserved )?for|unlock this article|register to"
    r" (?:continue|read)"
    r"|jetzt weiterlesen|weiterlesen mit|exklusiv für abonnenten|mit .{1,20}\+ weiterlesen|bereits abonnent"
    r"|contenido exclusivo para suscriptores|suscríbete para (?:seguir|leer)|réservé aux abonnés|il vous reste \d+",
    re.IGNORECASE,
)
SIGNS = {
    "bot_wall": re.compile(
        r"(?:verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|enable javascript and cookies to"
        r" continue|checking your"
        r" browser|access (?:to this page has been )?denied|unusual (?:traffic|activity)|^just a moment"
        r"|attention required|(?:solve|complete|enter) (?:the|this|a) captcha|^captcha\b)",
        re.IGNORECASE,
    ),
    "consent": re.compile(
        r"(?:we value your privacy|before you continue|accept (?:all )?cookies|(?:our|and) \d+ partners|manage"
        r" (?:your )?(?:choices"
        r"|consent|preferences)|cookies? zustimmen|mit werbung (?:und tracking )?(?:weiter|nutzen)|aceptar"
        r" (?:todas las )?cookies"
        r"|accepter et fermer|datenschutzeinstellungen)",
        re.IGNORECASE,
    ),
    "not_found": re.compile(
        r"(?:^(?:error )?404(?:$|\W*(?:error|not found|page|[-–—|:]))"
        r"|page (?:was )?not found|(?:page|article|story) (?:you .{0,30})?(?:does not|doesn.t|no"
        r" longer) exist|cannot be"
        r" found|seite (?:wurde )?nicht gefunden|página no encontrada|page introuvable|pagina non trovata)",
        re.IGNORECASE,
    ),
    "login": re.compile(
        r"(?:sign in to (?:your account|continue)|log in to (?:your account|continue)|forgot (?:your )?password)",
        re.IGNORECASE,
    ),
    "search_page": re.compile(
        r"(?:search results for|\d+ results for|suchergebnisse|resultados de (?:la )?búsqueda)", re.IGNORECASE
    ),
}
"""What such pages say of themselves, in title or in their few words."""

STORY_WORDS = 60
SHORT_PAGE_WORDS = 160
TEASER_WORDS = 90
LEAST_WORDS = 25


def what_instead(title: str, visible: str, blocks: Sequence[Block], *, is_article: bool) -> str | None:
    """The `NotAnArticle` detail of a page that is no story; None for a story.

    A banner beside a story says the same words as a page that is nothing but the banner: what counts
    is whether they stand in the title, whether the body opens with them, and what else there is.
    """
    prose = _words(blocks)
    limit = STORY_WORDS if is_article else SHORT_PAGE_WORDS
    for kind, sign in SIGNS.items():
        if sign.search(title) and prose < (limit if is_article else 2 * limit):
            return kind
        other = [block for block in blocks if not sign.search(block.text)]
        opens = bool(blocks) and other[:1] != list(blocks[:1])
        little = _words(other) < LEAST_WORDS and sign.search(visible[:4000]) is not None
        if prose < limit and (opens or little):
            return kind
    if not blocks:
        return "empty"
    if prose < LEAST_WORDS:
        return "too_short"
    return None


def _words(blocks: Sequence[Block]) -> int:
    return sum(count_words(block.text) for block in blocks)


def is_front_page(kind: str, links: int, prose: int, path: str) -> bool:
    """Many links and little prose at an address without a path: a page of headlines."""
    return path in ("", "/") and "article" not in kind and (links > prose / 12 or kind == "website")


def how_much(visible: str, blocks: Sequence[Block], free: bool | None, summary: str) -> tuple[Completeness, str]:
    """(completeness, the reason in words); the reason is empty for a whole story. `summary`: the page's own."""
    prose = sum(count_words(block.text) for block in blocks)
    paragraphs = f"{len(blocks)} paragraph" + ("s" if len(blocks) != 1 else "")
    wall = WALL.search(visible)
    if (free is False or wall) and prose < TEASER_WORDS:
        return Completeness.WALL, f"{paragraphs} before a subscription wall"
    if free is False and wall and prose < 3 * TEASER_WORDS:
        return Completeness.PARTIAL, f"{paragraphs}, then a subscription wall"
    if prose < TEASER_WORDS and _only_announces(blocks, summary):
        return Completeness.TEASER, f"{paragraphs} to announce the story"
    return Completeness.FULL, ""


def _only_announces(blocks: Sequence[Block], summary: str) -> bool:
    """The body breaks off in the middle, or says no more than the page's summary of it."""
    told = " ".join(block.text for block in blocks)
    return told.endswith(("…", "...")) or (bool(told) and told in summary)

"""The title: what most of the page's own headlines agree on, without the site's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.article.json_ld import text
from bot.article.metadata.meta_names import TITLE
from bot.article.metadata.page import Page, unescaped
from bot.article.metadata.record import Said
from bot.article.metadata.surroundings import text_of
from bot.article.names import name_key

LONGEST_TITLE = 500
WORD = re.compile(r"\w+")
SEPARATORS = re.compile(r"\s+[|–—·»›•:/-]{1,2}\s+|\s*[|｜ㅣ]\s*|[：_]|--|-(?=[^\x00-\u2fff])|(?<=[^\x00-\u2fff])-")
LAST_PARTS = 6
LONGEST_SECTION = 12
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
CUT_SIGNS = ("…", "...")
CUT_LENGTHS = range(90, 121)
"""Search engines ask for 110 characters at most: how long headlines are that were cut without a sign."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One place's headline; `key` is what two spellings share, `weight` how much it is believed."""

    text: str
    source: str
    weight: float
    key: str


WEIGHTS = {"json-ld headline": 3.0, "h1": 1.5, "meta og:title": 1.0, "microdata headline": 1.0, "title": 0.4}
OTHER_WEIGHT = 0.2
LONELY = 0.5
"""A claim of which no other has half of its words counts by so much: `Sample menus` over a story about meals.

The weights are settled by the labelled pages of half of the hosts.
"""


def read_title(page: Page, site: frozenset[str], sections: frozenset[str]) -> Said:
    """`site`, `sections`: what the site and its sections are called, as `name_key` gives it."""
    headings = [heading for each in page.headings if (heading := text_of(each, LONGEST_TITLE))]
    keys = [key_of(heading) for heading in headings]
    claims = [_claim(said, site, sections, keys) for said in _claimed(page)]
    claims = [claim for claim in claims if claim.key and name_key(claim.text) not in site]
    claims += _visible(headings, claims, site)
    if not claims:
        return Said()
    best = max(claims, key=lambda claim: (_votes(claim, claims), claim.source != "h1", claim.weight))
    return Said(best.text, best.source)


def _claimed(page: Page) -> Iterable[Said]:
    node = page.ld.story or page.ld.page
    yield Said(
        text(node.get("headline")) or text(node.get("name")), "json-ld headline" if page.ld.story else "json-ld page"
    )
    for name in TITLE:
        yield page.first(name)
    if not page.ld.story:
        yield page.item("headline")
    yield Said(page.document_title, "title")


def _claim(said: Said, site: frozenset[str], sections: frozenset[str], headings: Sequence[str]) -> Claim:
    title = without_site(unescaped(said.value)[:LONGEST_TITLE], site, sections, headings)
    if not said.source.startswith("json-ld"):
        title = _without_last_bar(title)
    return Claim(title, said.source, WEIGHTS.get(said.source, OTHER_WEIGHT), key_of(title))


def _visible(headings: Sequence[str], claims: Sequence[Claim], site: frozenset[str]) -> list[Claim]:
    """The first `<h1>` that one of the claims speaks of; without claims, the first that is not the site's name."""
    own = [heading for heading in headings if name_key(heading) not in site]
    if not claims:
        own = sorted(own, key=lambda heading: len(WORD.findall(heading)) < 3)
    fitting = [heading for heading in own if not claims or any(_akin(heading, claim.text) for claim in claims)]
    exact = [heading for heading in fitting if any(key_of(heading) == claim.key for claim in claims)]
    return [Claim(heading, "h1", WEIGHTS["h1"], key_of(heading)) for heading in (exact or fitting)[:1]]


def _akin(one: str, other: str) -> bool:
    """Whether two headlines are of one story: half of the words, or of the letters where there are no spaces."""
    first, second = set(WORD.findall(one.casefold())), set(WORD.findall(other.casefold()))
    if UNSPACED.search(one):
        first, second = set(key_of(one)), set(key_of(other))
    least = min(len(first), len(second))
    return len(first & second) * 2 > least if least > 2 else 0 < least == len(first & second)


def _votes(claim: Claim, claims: Sequence[Claim]) -> float:
    """The weight of all who say the same; one that was cut off says the same as the whole."""
    same = [each for each in claims if each.key == claim.key or _is_cut(each, claim)]
    lonely = len(claims) > 2 and not any(
        _akin(claim.text, each.text) for each in claims if not any(each is one for one in same)
    )
    votes = sum(each.weight for each in same) * (LONELY if lonely and len(same) == 1 else 1)
    return 0 if any(_is_cut(claim, each) for each in claims) else votes


def _is_cut(short: Claim, whole: Claim) -> bool:
    cut = short.text.endswith(CUT_SIGNS) or (len(short.text) in CUT_LENGTHS and whole.source == "h1")
    return cut and len(whole.key) > len(short.key) and whole.key.startswith(short.key)


def without_site(title: str, site: frozenset[str], sections: frozenset[str], headings: Sequence[str]) -> str:
    """A title without the names of the site and of its sections that many pages hang on it.

    A part goes if it names the site, or if what is left is one of the page's own `headings` (as `key_of` gives them).
    """
    cuts = [match.span() for match in SEPARATORS.finditer(title)]
    whole = next((start for start, _ in cuts if key_of(title[:start]) in headings), 0)
    if whole:
        return title[:whole].rstrip()
    named = False
    for start, end in reversed(cuts[-LAST_PARTS:]):
        head, tail = title[:start].rstrip(), title[end:]
        key = name_key(tail)
        # Behind the site's name there may be its section's, in a word.
        section = key in sections or (named and len(tail) <= LONGEST_SECTION and " " not in tail)
        if head and (key in site or section):
            title, named = head, named or key in site
        else:
            break
    for _, end in cuts[:1]:
        if end < len(title) and name_key(title[:end]) in site:
            title = title[end:].lstrip()
    return title


def _without_last_bar(title: str) -> str:
    """Behind a last bar stands a name of the site that no field gives."""
    head, bar, tail = title.rpartition(" | ")
    long_enough = len(WORD.findall(head)) > 2 or UNSPACED.search(head) is not None
    return head.rstrip() if bar and long_enough and len(WORD.findall(tail)) < 6 else title


def key_of(title: str) -> str:
    return "".join(WORD.findall(title.casefold()))

"""The title: what most of the page's own headlines agree on, without the site's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

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
LEAST_WORDS = 3
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


WEIGHTS = {"json-ld headline": 2.0, "h1": 2.2, "meta og:title": 1.0, "microdata headline": 1.0, "title": 0.4}
OTHER_WEIGHT = 0.2
"""Settled by the labelled pages of half of the hosts, in the middle of what does equally well: where JSON-LD and the
visible headline differ, the one that `og:title` repeats wins.
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
    linked = said.source.startswith("json-ld")
    title = without_site(unescaped(said.value)[:LONGEST_TITLE], site, sections, () if linked else headings)
    if not linked:
        title = _without_last_bar(title)
    return claim_of(title, said.source)


def claim_of(title: str, source: str) -> Claim:
    return Claim(title, source, WEIGHTS.get(source, OTHER_WEIGHT), key_of(title))


def _visible(headings: Sequence[str], claims: Sequence[Claim], site: frozenset[str]) -> list[Claim]:
    """The first `<h1>` that one of the claims speaks of; without claims, the first that is not the site's name."""
    own = [heading for heading in headings if name_key(heading) not in site]
    claimed = {claim.key for claim in claims}
    exact = [heading for heading in own if key_of(heading) in claimed]
    if exact or not claims:
        short_last = sorted(exact or own, key=lambda heading: len(WORD.findall(heading)) < LEAST_WORDS)
        return [claim_of(heading, "h1") for heading in short_last[:1]]
    told = [compared(claim.text) for claim in claims]
    fitting = (heading for heading in own if any(akin(compared(heading), each) for each in told))
    return [claim_of(heading, "h1") for heading in islice(fitting, 1)]


def compared(title: str) -> frozenset[str]:
    """A title's words; where words are not set apart, its pairs of letters."""
    if UNSPACED.search(title):
        return frozenset(map("".join, pairwise(key_of(title))))
    return frozenset(WORD.findall(title.casefold()))


def akin(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two headlines are of one story: they share half of the words of the shorter."""
    least, shared = min(len(one), len(other)), len(one & other)
    return shared * 2 > least if least >= LEAST_WORDS else 0 < least == shared


def _votes(claim: Claim, claims: Sequence[Claim]) -> float:
    """The weight of all who say the same; one that was cut off says the same as the whole."""
    if any(_is_cut(claim, each) for each in claims):
        return 0
    return sum(each.weight for each in claims if each.key == claim.key or _is_cut(each, claim))


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

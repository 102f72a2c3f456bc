"""What labelled pages are taken for: refused, walled, which kind; the furniture kept; and what all of that costs.

The labelled pages are all stories, so that each refusal is a mistake. No other reader tells these things, so that the
peer is a bare parse of the same pages in the same run.
"""

from __future__ import annotations

import gzip
import time
from collections import Counter
from pathlib import Path

from lxml import etree

from bench.labelled import labels
from bench.table import show
from bot.article import read
from bot.article.completeness import Size, how_much, without_wall
from bot.article.decode import decode
from bot.article.impostors import Shown, evidence, what_instead
from bot.article.kinds import Signs, story_kind
from bot.article.metadata import read_metadata
from bot.article.notes import corrections, place, signed
from bot.article.pictures import captions
from bot.article.related import absolute, related_links
from bot.article.survey import survey
from bot.article.tables import tables
from bot.article.tree import parsed
from bot.errors import NotAnArticle
from bot.model import Article, Page

FURNITURE = ("captions", "related_links", "tables", "corrections", "sign_off", "place")


def run(shared: str) -> None:
    folder = Path(shared) / "data" / "pages"
    if not folder.is_dir():
        print(f"skipped: no labelled pages at {folder}")
        return
    refused: Counter[str] = Counter()
    articles: list[Article] = []
    parse = own = 0.0
    known = labels(folder)
    for label in known:
        page = Page(label.url, gzip.decompress(label.html.read_bytes()))
        try:
            articles.append(read(page))
        except NotAnArticle as error:
            refused[error.detail] += 1
            continue
        bare, ours = costs(page, articles[-1])
        parse, own = parse + bare, own + ours
    show(
        [
            ("pages refused", f"{refused.total()} of {len(known)} {dict(refused) or ''}", "", "0"),
            *_rows("completeness", Counter(str(article.completeness) for article in articles)),
            *_rows("kind", Counter(str(article.kind) for article in articles)),
            *(
                (f"pages with {name}", str(sum(bool(getattr(each, name)) for each in articles)), "", "")
                for name in FURNITURE
            ),
            ("CPU of all of this", f"{own / len(articles) * 1000:.2f} ms", f"{own / parse:.2f} of a bare parse", ""),
        ]
    )


def _rows(what: str, counts: Counter[str]) -> list[tuple[str, str, str, str]]:
    return [(f"{what}: {name}", str(count), "", "") for name, count in counts.most_common()]


def costs(page: Page, article: Article) -> tuple[float, float]:
    """CPU seconds of a bare parse of the page, and of telling its kind, completeness and furniture from the tree."""
    text = decode(page)
    begun = time.process_time()
    etree.fromstring(text.encode("utf-8", "replace"), etree.HTMLParser(huge_tree=True, encoding="utf-8"))
    parse = time.process_time() - begun
    root = parsed(text)
    told = read_metadata(root, page.url)
    body, visible = article.body, " ".join(block.text for block in article.body)
    begun = time.process_time()
    seen = survey(root)
    pictures, grids = captions(seen), tables(seen)
    related_links(seen, lambda href: absolute(page.url, href))
    corrections(seen)
    signed([block.text for block in body])
    place(body)
    signs = Signs(told.claims.kinds, told.kind, told.title, told.section, page.url, len(pictures))
    story_kind(signs, body, grids)
    what_instead(evidence(root, seen, told.claims, Shown(told.title, page.url, visible, body), og_type=told.kind))
    how_much(visible, without_wall(body), Size(told.free, told.claims.whole_words, told.description))
    return parse, time.process_time() - begun

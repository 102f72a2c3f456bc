"""Titles, days and authors of labelled pages, beside the peers in the same run; and what the page's places say alone.

Equal as the data's own README defines it: casefolded words; the day; the set of names. The pages are split by a hash
of their host: the rules were made on `dev`; how far `held out` has been looked at is said in
docs/decisions/2026-11-25-metadata.md.
"""

from __future__ import annotations

import re
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import htmldate
import lxml.etree
import lxml.html
import newspaper
import trafilatura

from bench.labelled import Label, html_of, labels, norm
from bench.table import show
from bot.article import json_ld
from bot.article.decode import decode
from bot.article.metadata import read_metadata
from bot.article.metadata.page import Page
from bot.article.metadata.surroundings import text_of
from bot.article.names import credits_in

DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
GOALS = {"title": "0.92", "day": "0.98", "authors": "0.85"}


@dataclass(frozen=True)
class Told:
    """`people`: the authors without agencies and desks, where a reader tells them apart."""

    title: str = ""
    day: str = ""
    authors: tuple[str, ...] = ()
    people: tuple[str, ...] | None = None


@dataclass
class Score:
    equal: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    cpu: float = 0.0

    def mean(self, what: str) -> str:
        return f"{statistics.mean(self.equal[what]):.3f}" if self.equal[what] else "–"


@dataclass(frozen=True)
class Parsed:
    """A page, and its tree as the reader gets it."""

    label: Label
    text: str
    tree: lxml.etree._Element


def run(shared: str) -> None:
    folder = Path(shared) / "data" / "pages"
    if not folder.is_dir():
        print(f"skipped: no labelled pages at {folder}")
        return
    pages = labels(folder)
    for part in ("fundus", "wcxb"):
        for held_out in (False, True):
            chosen = [parsed(page) for page in pages if page.part == part and page.held_out is held_out]
            name = f"{part}, {'held out' if held_out else 'dev'} ({len(chosen)} pages)"
            show(list(rows(name, chosen, with_goals=part == "fundus")))


def parsed(page: Label) -> Parsed:
    text = DECLARATION.sub("", decode(html_of(page)))
    return Parsed(page, text, parse(text))


def parse(text: str) -> lxml.etree._Element:
    parser = lxml.etree.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    return lxml.etree.fromstring(text.encode("utf-8", "replace"), parser)


def rows(name: str, pages: list[Parsed], *, with_goals: bool) -> Iterator[tuple[str, str, str, str]]:
    mine = scored(ours, pages)
    peers = {peer: scored(tell, pages) for peer, tell in PEERS.items()}
    for what in ("title", "day", "authors", "people"):
        others = [f"{peer} {score.mean(what)}" for peer, score in peers.items() if any(score.equal[what])]
        goal = f"≥ {GOALS[what]}" if with_goals and what in GOALS else ""
        yield f"{name}: {what} equal", mine.mean(what), ", ".join(others), goal
    alone = {place: scored(tell, pages) for place, tell in PLACES.items()}
    for what in ("title", "day", "authors"):
        said = [f"{place} {score.mean(what)}" for place, score in alone.items() if any(score.equal[what])]
        yield f"{name}: {what}, one place alone", "", ", ".join(said), ""
    begun = time.process_time()
    for page in pages:
        lxml.html.document_fromstring(
            page.text.encode("utf-8", "replace"), parser=lxml.html.HTMLParser(encoding="utf-8")
        )
    bare = time.process_time() - begun
    others = [f"{peer} {score.cpu / bare:.1f}" for peer, score in peers.items() if peer != "naive"]
    yield (
        f"{name}: CPU against a bare parse",
        f"{mine.cpu / bare:.2f}",
        ", ".join(others) + " (with their parse)",
        "≤ 0.8",
    )


def scored(tell: Callable[[Parsed], Told], pages: Iterable[Parsed]) -> Score:
    """`people`: both sides without agencies, desks and the site's own name."""
    score = Score()
    for page in pages:
        begun = time.process_time()
        told = tell(page)
        score.cpu += time.process_time() - begun
        label = page.label
        score.equal["title"].append(norm(told.title) == norm(label.title))
        if label.day:
            score.equal["day"].append(told.day == label.day)
        if label.authors:
            score.equal["authors"].append(name_set(told.authors) == name_set(label.authors))
        if people := people_of(label.authors, page):
            found = told.people if told.people is not None else people_of(told.authors, page)
            score.equal["people"].append(name_set(found) == name_set(people))
    return score


def name_set(names: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, map(norm, names)))


def people_of(names: Iterable[str], page: Parsed) -> tuple[str, ...]:
    from bot.article.metadata import identity

    said = Page(page.tree, page.label.url)
    publisher = identity.read_publisher(said)
    own = identity.own_names(said, publisher, identity.read_site_name(said, publisher))
    return credits_in(names, own).people


def ours(page: Parsed) -> Told:
    said = read_metadata(page.tree, page.label.url)
    return Told(said.title, (said.published or "")[:10], said.authors or said.credited, said.authors)


def naive(page: Parsed) -> Told:
    """JSON-LD as it stands, then OpenGraph and the plain meta tags."""
    said = Page(page.tree, page.label.url)
    story = said.ld.story
    return Told(
        json_ld.text(story.get("headline")) or said.first("og:title").value or said.document_title,
        (json_ld.text(story.get("datePublished")) or said.first("article:published_time", "date").value)[:10],
        tuple(json_ld.names(story.get("author")) or said.meta.get("author", [])),
    )


def of_trafilatura(page: Parsed) -> Told:
    found = trafilatura.extract_metadata(page.text, default_url=page.label.url)
    if found is None:
        return Told()
    return Told(found.title or "", (found.date or "")[:10], tuple((found.author or "").split(";")))


def of_htmldate(page: Parsed) -> Told:
    return Told(day=htmldate.find_date(page.text, original_date=True) or "")


def of_newspaper(page: Parsed) -> Told:
    article = newspaper.Article(page.label.url or "https://example.org/", fetch_images=False)
    try:
        article.download(input_html=page.text)
        article.parse()
    except (newspaper.ArticleException, ImportError, LookupError):
        pass  # What it found before it gave up, or missed the words of a language, counts.
    day = str(article.publish_date)[:10] if article.publish_date else ""
    return Told(article.title or "", day, tuple(article.authors or ()))


PEERS: dict[str, Callable[[Parsed], Told]] = {
    "naive": naive,
    "trafilatura": of_trafilatura,
    "htmldate": of_htmldate,
    "newspaper4k": of_newspaper,
}


def from_json_ld(page: Parsed) -> Told:
    story = Page(page.tree, page.label.url).ld.story
    day = json_ld.text(story.get("datePublished"))[:10]
    return Told(json_ld.text(story.get("headline")), day, tuple(json_ld.names(story.get("author"))))


def from_metas(page: Parsed) -> Told:
    said = Page(page.tree, page.label.url)
    day = said.first("article:published_time", "date").value[:10]
    return Told(said.first("og:title", "twitter:title").value, day, tuple(said.meta.get("author", ())))


def from_the_visible_page(page: Parsed) -> Told:
    said = Page(page.tree, page.label.url)
    title = next((text for each in said.headings if (text := text_of(each))), "")
    return Told(title, next((time for each in said.times if (time := each.get("datetime") or "")), "")[:10])


PLACES: dict[str, Callable[[Parsed], Told]] = {
    "JSON-LD": from_json_ld,
    "meta": from_metas,
    "h1 and time": from_the_visible_page,
}

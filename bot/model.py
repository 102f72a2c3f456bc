"""The nouns: plain frozen values that pass between the parts of the core.

Days and instants are ISO 8601 strings (`2023-07-13`, or `2023-07-13T09:30:00+02:00`
where the page gives a time): what a page says is kept as precisely as it says it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

Clock = Callable[[], datetime]
"""Returns now, aware, in UTC. Passed in everywhere, so that tests own the time."""


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    ITEM = "item"
    QUOTE = "quote"


class Completeness(StrEnum):
    """How much of the story the page gave us."""

    FULL = "full"
    PARTIAL = "partial"
    TEASER = "teaser"
    WALL = "wall"


class StoryKind(StrEnum):
    """What sort of piece it is; each is read, and briefed, as what it is."""

    NEWS = "news"
    OPINION = "opinion"
    INTERVIEW = "interview"
    LIVE_BLOG = "live_blog"
    LISTICLE = "listicle"
    GALLERY = "gallery"
    VIDEO = "video"
    SCORES = "scores"
    OBITUARY = "obituary"
    TOPIC = "topic"


class Part(StrEnum):
    """Which part of an article a spot is in."""

    BODY = "body"
    CAPTION = "caption"
    STANDFIRST = "standfirst"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes as fetched, pasted or read from a file. `charset` is the transport's claim, `body` is decoded of gzip.

    `at`: when it is read, where that is known; a story does not come from later days.
    """

    url: str | None
    body: bytes
    content_type: str = "text/html"
    charset: str | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of the body, in reading order; `text` is one line, white space folded.

    `stamp`: when this entry of a live blog was written (ISO 8601), on the entry's first block.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    stamp: str | None = None


@dataclass(frozen=True, slots=True)
class Caption:
    text: str
    credit: str = ""


@dataclass(frozen=True, slots=True)
class RelatedLink:
    """Another story that the page points at; `url` is None where only its headline is known."""

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the story, row by row."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a point stands, in characters: `Article.body[paragraph].text[start:end]`, or the same of `captions`."""

    paragraph: int
    start: int
    end: int
    part: Part = Part.BODY


@dataclass(frozen=True, slots=True)
class Article:
    """What a page says, in its own words. Empty strings and tuples mean: not found.

    `standfirst` is the line that readers see under the headline; `summary` what the page tells search engines.
    `authors` are people or, where the page names none, whoever it credits instead; `agencies` are the agencies and
    desks. `paywalled` is what the page claims of itself, None where it claims nothing. `found_in` names, for each value
    of the metadata that was found, where it came from: `("title", "json-ld headline")`.
    """

    title: str
    body: tuple[Block, ...]
    standfirst: str = ""
    summary: str = ""
    url: str | None = None
    canonical_url: str | None = None
    captions: tuple[Caption, ...] = ()
    related_links: tuple[RelatedLink, ...] = ()
    tables: tuple[Table, ...] = ()
    corrections: tuple[str, ...] = ()
    sign_off: str = ""
    place: str = ""
    kind: StoryKind = StoryKind.NEWS
    published: str | None = None
    modified: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str = ""
    site_name: str = ""
    section: str = ""
    keywords: tuple[str, ...] = ()
    paywalled: bool | None = None
    agencies: tuple[str, ...] = ()
    language: str = ""
    image_url: str | None = None
    completeness: Completeness = Completeness.FULL
    completeness_reason: str = ""
    found_in: tuple[tuple[str, str], ...] = ()

    def at(self, source: Source) -> str:
        """The words that stand there. IndexError where there is no such paragraph or caption."""
        whole = self.captions[source.paragraph] if source.part is Part.CAPTION else self.body[source.paragraph]
        return whole.text[source.start : source.end]


@dataclass(frozen=True, slots=True)
class Dated:
    """What a relative date means: `text[start:end]` of its point is `date`.

    `date` is ISO 8601: a day, a month (`2023-06`), a year, or an interval of days (`2023-07-03/2023-07-09`).
    """

    start: int
    end: int
    date: str


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that the story says. `source` is the whole sentence it is from, `text` a subsequence of its words
    (what a language model wrote is in words of its own; `source` is then the sentence that supports it).

    `dates` resolves what `text` says relative to the day of publication. `heading` is the subhead or the question it
    answers, or the instant of a live blog's entry. `rank` is 0 for the most telling point.
    """

    text: str
    source: Source
    dates: tuple[Dated, ...] = ()
    heading: str = ""
    rank: int = 0


class Length(StrEnum):
    """How much of a briefing is shown."""

    SHORT = "short"
    MEDIUM = "medium"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Briefing:
    """A medium briefing; `more` are the points that a full one adds.

    `standfirst_source` is set where the standfirst is a sentence of the body. `engine` names the language model that
    wrote it, empty for the article's own words; `dropped` counts that model's sentences that the article does not bear.
    """

    headline: str
    standfirst: str
    points: tuple[Point, ...]
    reading_minutes: int
    more: tuple[Point, ...] = ()
    standfirst_source: Source | None = None
    standfirst_dates: tuple[Dated, ...] = ()
    engine: str = ""
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """`text[start:end]` of the `paragraph`-th text of a part: of `body`, of `captions`; the others have only a 0th."""

    paragraph: int
    start: int
    end: int
    part: Part = Part.BODY


@dataclass(frozen=True, slots=True)
class Role:
    """What someone is said to be, as printed. `source` is the sentence; not `stated` means: it follows from it."""

    text: str
    stated: bool
    source: Spot


@dataclass(frozen=True, slots=True)
class Quote:
    """What someone is quoted as saying, without its quotation marks."""

    text: str
    source: Spot


@dataclass(frozen=True, slots=True)
class Person:
    """Someone in the story. `country` is its common English name, "" if unknown; `mentions` are in reading order."""

    name: str
    roles: tuple[Role, ...] = ()
    country: str = ""
    country_stated: bool = False
    organisation: str = ""
    mentions: tuple[Spot, ...] = ()
    in_caption_only: bool = False
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that reading one page gives: what the worker process sends back and the store keeps.

    `cpu_ms` is the processor time of the whole reading, in milliseconds.
    """

    article: Article
    briefing: Briefing
    people: tuple[Person, ...] = ()
    cpu_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class Story:
    """A reading as one space keeps it. `id` is unique over all spaces; look-ups name the space as well."""

    id: int
    reading: Reading
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class CachedPage:
    """A public page's last answer, for conditional requests. `hops` are the addresses asked, the last one answered."""

    hops: tuple[str, ...]
    page: Page
    fetched_at: datetime
    fresh_until: datetime
    etag: str = ""
    last_modified: str = ""

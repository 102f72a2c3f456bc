"""Asking for a feed: conditionally, every hop guarded, and with what its server says of when to come back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yarl import URL

from bot.fetch.http import Answer
from bot.model import Page

ACCEPT = (
    "application/atom+xml,application/rss+xml,application/feed+json,application/rdf+xml,application/xml;q=0.9,"
    "text/xml;q=0.9,application/json;q=0.8,text/html;q=0.5,*/*;q=0.1"
)
PERMANENT = frozenset({301, 308})


@dataclass(frozen=True, slots=True)
class Known:
    """What the last answer said of itself, to be asked for only if it has changed since."""

    etag: str = ""
    last_modified: str = ""

    def headers(self) -> Mapping[str, str]:
        given = {"Accept": ACCEPT, "If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in given.items() if value}


NOTHING = Known()


@dataclass(frozen=True, slots=True)
class FeedAnswer:
    """`page` is None where nothing has changed. `moved_to`: where the feed lives now, "" if it did not move for good.

    `max_age` is in seconds, 0 where the server says none.
    """

    page: Page | None
    known: Known
    moved_to: str = ""
    max_age: float = 0.0


def feed_answer(answer: Answer, asked: Known, moved_to: str) -> FeedAnswer:
    headers = answer.headers
    if answer.status == 304:  # it need not repeat what it confirms
        known = Known(headers.get("etag", asked.etag), headers.get("last-modified", asked.last_modified))
        return FeedAnswer(None, known, moved_to, max_age(headers))
    page = Page(str(answer.url), answer.body, answer.content_type, answer.charset)
    return FeedAnswer(
        page, Known(headers.get("etag", ""), headers.get("last-modified", "")), moved_to, max_age(headers)
    )


def moved_for_good(hops: Sequence[URL], statuses: Sequence[int]) -> str:
    """The last address that is reached by permanent redirects alone, "" if that is the first.

    `statuses` are those of all hops but the last.
    """
    steps = 0
    while steps < len(statuses) and statuses[steps] in PERMANENT:
        steps += 1
    return str(hops[steps]) if steps else ""


def max_age(headers: Mapping[str, str]) -> float:
    """Seconds for which the answer is fresh, by `Cache-Control`."""
    for rule in headers.get("cache-control", "").lower().split(","):
        name, _, value = rule.strip().partition("=")
        digits = value.strip("\"' ")
        if name == "max-age" and digits.isascii() and digits.isdigit():
            return float(digits[:9])
    return 0.0

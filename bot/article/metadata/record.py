"""What is known of a story beside its text."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.article.claims import Claims


@dataclass(frozen=True, slots=True)
class Said:
    """A value, and where the page says it: `("…", "json-ld headline")`. Empty: not said."""

    value: str = ""
    source: str = ""

    def __bool__(self) -> bool:
        return bool(self.value)


@dataclass(frozen=True, slots=True)
class Metadata:
    """Empty strings and None mean: not said. Dates are ISO 8601, with the offset where the page gives one.

    `authors` are people; `agencies` are the agencies and desks credited beside or instead of them, without the
    page's own publisher; `credited` are all names of the byline, the publisher's among them, as the page lists them.
    `kind` is the page's `og:type`, or its first JSON-LD type; `types` are all JSON-LD types of its story.
    `found_in` names the source of each value that was found; `claims` are what JSON-LD says of the story's text.
    """

    title: str = ""
    description: str = ""
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    credited: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    publisher: str = ""
    site_name: str = ""
    language: str = ""
    section: str = ""
    keywords: tuple[str, ...] = ()
    image_url: str | None = None
    canonical_url: str | None = None
    kind: str = ""
    types: tuple[str, ...] = ()
    paywalled: bool | None = None
    found_in: tuple[tuple[str, str], ...] = ()
    claims: Claims = field(default_factory=Claims, compare=False)

    @property
    def free(self) -> bool | None:
        """Whether all may read it, as far as the page says."""
        return None if self.paywalled is None else not self.paywalled

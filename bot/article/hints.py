"""What a page says of itself, as far as it helps to find its story."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

NEWS = frozenset(
    ("NewsArticle", "ReportageNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle", "LiveBlogPosting")
)
BLOG = "BlogPosting"


@dataclass(frozen=True, slots=True)
class Hints:
    """`news` and `blog`: by the types that its JSON-LD names. Lists and tables are rarer in news. `authors`: people."""

    title: str = ""
    summary: str = ""
    news: bool = False
    blog: bool = False
    authors: tuple[str, ...] = ()


def hints(title: str, summary: str, types: Iterable[str], authors: Iterable[str] = ()) -> Hints:
    named = set(types)
    return Hints(title, summary, not NEWS.isdisjoint(named), BLOG in named, tuple(authors))

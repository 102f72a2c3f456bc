"""A story whose page may not be read, or gives none of it, in the few words that its feed has of it."""

from __future__ import annotations

from bot.briefing import brief
from bot.cards.completeness import FEED_ONLY
from bot.errors import HttpFailed, NotAnArticle, ReadError, RobotsForbid, StandfirstError
from bot.model import Article, Block, Completeness, Reading
from bot.services.read_story import Material
from bot.store.feed_entries import StoredEntry
from bot.text.language import guess

NO_STORY = frozenset({"not_found", "home_page", "topic_page", "search_page", "feed", "not_text", "pdf"})
"""What a page turned out to be, by `NotAnArticle.detail`, where there is no story behind it."""

GONE = frozenset({404, 410})


def speaks_for_itself(error: StandfirstError) -> bool:
    """Whether the story is there, and only we cannot read it: then what its feed says of it is better than silence."""
    match error:
        case NotAnArticle():
            return error.detail not in NO_STORY
        case HttpFailed():
            return error.status not in GONE
        case _:
            return isinstance(error, RobotsForbid | ReadError)


def in_the_feeds_words(entry: StoredEntry, feed_title: str) -> Material | None:
    """None where the feed has no title for it. Its key is the feed's own: whoever pastes the link gets the page."""
    if not entry.title:
        return None
    published = entry.published.isoformat() if entry.published else None
    article = Article(
        title=entry.title,
        body=(Block(entry.summary),) if entry.summary else (),
        url=entry.url,
        published=published,
        site_name=feed_title,
        language=guess(f"{entry.title}. {entry.summary}"),
        completeness=Completeness.TEASER,
        completeness_reason=FEED_ONLY,
    )
    return Material(Reading(article, brief(article)), (f"feed-entry:{entry.id}",))

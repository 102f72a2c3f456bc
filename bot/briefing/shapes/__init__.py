"""Each kind of story has a shape of its own: what is told first, and which sentences may tell it.

A shape is a function from an article to its picks, the most telling first.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.briefing.pick import Pick
from bot.briefing.shapes.interview import interview
from bot.briefing.shapes.live_blog import live_blog
from bot.briefing.shapes.news import news, opinion
from bot.briefing.shapes.obituary import obituary
from bot.briefing.shapes.pictures import gallery, video
from bot.briefing.shapes.rows import rows
from bot.model import Article, StoryKind

Shape = Callable[[Article], Pick]

SHAPES: dict[StoryKind, Shape] = {
    StoryKind.OPINION: opinion,
    StoryKind.INTERVIEW: interview,
    StoryKind.LIVE_BLOG: live_blog,
    StoryKind.OBITUARY: obituary,
    StoryKind.GALLERY: gallery,
    StoryKind.VIDEO: video,
    StoryKind.SCORES: rows,
    StoryKind.TOPIC: rows,
    StoryKind.LISTICLE: rows,
}


def picked(article: Article) -> Pick:
    """The picks of the article's own shape; where that finds nothing, those of a news story."""
    shape = SHAPES.get(article.kind, news)
    found = shape(article)
    return found if found.told or shape is news else news(article)

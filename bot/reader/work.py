"""What a child does with a page: the default handler."""

from __future__ import annotations

import bot.article.html  # noqa: F401  (loaded before the first page comes, not by it)
from bot.article import read
from bot.briefing import brief
from bot.model import Page, Reading
from bot.people import people
from bot.people.tagger import weights

weights()  # read before the first page comes, not by it


def read_and_brief(page: Page) -> Reading:
    """Pure: the article on `page`, its briefing and its people. Raises `NotAnArticle`."""
    article = read(page)
    return Reading(article, brief(article), people(article))

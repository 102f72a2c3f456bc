"""A text that was handed in as a story, whatever its length: for lines of articles that are compared, not briefed."""

from __future__ import annotations

from bot.model import Article, Block, Briefing, Page, Reading
from bot.people import people
from bot.text.language import guess
from bot.text.plain import plain_lines

LONGEST_TITLE = 200


def told(page: Page) -> Reading:
    """`page` is plain text in UTF-8. Its first line is the title if it is short and others follow."""
    lines = plain_lines(page.body.decode("utf-8", "replace"))
    titled = len(lines) > 1 and len(lines[0]) <= LONGEST_TITLE
    title, body = (lines[0], lines[1:]) if titled else ("", lines)
    article = Article(title, tuple(map(Block, body)), url=page.url, language=guess(" ".join(lines)))
    return Reading(article, Briefing(title, "", (), 0), people(article))

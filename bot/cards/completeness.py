"""How much of a story its page gave, in the reader's language: the reader notes it in English, in a few fixed forms."""

from __future__ import annotations

import re

from bot.locale import count, later, said, say

REASON = re.compile(r"(\d{1,6}) paragraphs?(?: of about (\d{1,6}))?(?:, (.{1,80}))?")
WHY = {
    "subscription wall": later("subscription wall"),
    "the text breaks off": later("the text breaks off"),
    "to announce the story": later("to announce the story"),
}

FEED_ONLY = later("I know only what its feed says of it")
"""The reason where the page itself may not be read."""


def in_words(reason: str) -> str:
    """`2 paragraphs of about 14, subscription wall` in the language spoken now; any other reason as it stands."""
    if reason == FEED_ONLY:
        return said(FEED_ONLY)
    match = REASON.fullmatch(reason)
    if match is None or (match[3] and match[3] not in WHY):
        return reason
    given = count("{number} paragraph", "{number} paragraphs", int(match[1]))
    told = say("{given} of about {total}", given=given, total=match[2]) if match[2] else given
    return f"{told}, {said(WHY[match[3]])}" if match[3] else told

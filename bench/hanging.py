"""A reader's handler for the bench: the real one, but for one page that never ends."""

from __future__ import annotations

from bot.model import Page, Reading
from bot.reader.work import read_and_brief

HANG = b"hang"


def act(page: Page) -> Reading:
    while page.body == HANG:
        pass
    return read_and_brief(page)

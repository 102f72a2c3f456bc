"""Handlers that do what a hostile page can make a parser do. They run in the reader's child."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable

from bot.errors import NotAnArticle
from bot.model import Article, Block, Briefing, Page, Reading


def act(page: Page) -> Reading:
    """The page's body says what to do."""
    order = page.body.decode()[:40].strip()
    ACTS.get(order, lambda: None)()
    title = f"{os.getpid()} {order}"
    body = (Block("x" * 3_000_000),) if order == "long" else (Block(order),)
    return Reading(Article(title, body), Briefing(title, "", (), 1))


def hang() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        time.sleep(60)


def eat() -> None:
    held = []
    while True:
        held.append(bytearray(500_000_000))


def chatter() -> None:
    print("noise on stdout" * 1000)
    sys.stdout.flush()
    os.write(1, b"raw noise")


def no_article() -> None:
    raise NotAnArticle("home_page")


def deep() -> None:
    deep()


def fail() -> None:
    raise ValueError("a detail that must not leave the child")


ACTS: dict[str, Callable[[], object]] = {
    "hang": hang,
    "eat": eat,
    "abort": os.abort,
    "vanish": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "exit": lambda: os._exit(0),
    "chatter": chatter,
    "no article": no_article,
    "deep": deep,
    "fail": fail,
    "slow": lambda: time.sleep(0.2),
}

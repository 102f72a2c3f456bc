"""The way back to the person who called a command, pressed a button or chose an entry."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import aiohttp

from adapters.slack.cut import fitted
from adapters.slack.errors import LOST
from adapters.slack.mrkdwn import words
from adapters.slack.render import Message, context, one_line
from bot.errors import SendLater, Undeliverable

USES, GOOD_FOR = 5, 29 * 60.0
"""How often and how long (seconds) Slack takes an answer at a `response_url`."""

LONGEST_NOTE = 200

Clock = Callable[[], float]


@dataclass
class Interaction:
    """`pressed` is the message whose button was pressed, `ephemeral` that only `user` sees it. `view` is set where it
    happened in a form or on the home page, which have no channel. `asked` is what was asked for, to be shown while it
    is worked on; `noted`: it is shown now."""

    team: str
    user: str
    channel: str
    url: str = ""
    thread: str | None = None
    pressed: str = ""
    ephemeral: bool = False
    view: str = ""
    locale: str = ""
    asked: str = ""
    noted: bool = False
    clock: Clock = time.monotonic
    used: int = 0
    begun: float = field(init=False)

    def __post_init__(self) -> None:
        self.begun = self.clock()

    @property
    def open(self) -> bool:
        """Whether Slack still takes an answer here."""
        return bool(self.url) and self.used < USES and self.clock() - self.begun < GOOD_FOR


async def respond(http: aiohttp.ClientSession, via: Interaction, said: Message, *, replace: bool = False) -> None:
    """Answer for the person's eyes only, in the thread where they are; the note of what is worked on gives way.

    Raises `SendLater`, `Undeliverable`.
    """
    body: dict[str, object] = {"text": said.text, "blocks": list(said.blocks), "response_type": "ephemeral"}
    body["replace_original"] = replace or via.noted
    via.noted = False
    if via.thread:
        body["thread_ts"] = via.thread
    await _post(http, via, body)


async def note(http: aiohttp.ClientSession, via: Interaction) -> None:
    """Show what is being worked on."""
    text = f"⏳ {fitted(one_line(via.asked), LONGEST_NOTE, words)}"
    await respond(http, via, Message(text, (context(text),)))
    via.noted = True


async def withdraw(http: aiohttp.ClientSession, via: Interaction) -> None:
    """Take away the message whose button was pressed."""
    await _post(http, via, {"delete_original": True})


async def _post(http: aiohttp.ClientSession, via: Interaction, body: dict[str, object]) -> None:
    via.used += 1
    try:
        async with http.post(via.url, json=body) as answer:
            if answer.status == 429:
                raise SendLater(float(answer.headers.get("Retry-After", 1)))
            if answer.status >= 400:
                raise Undeliverable(f"response_url: status {answer.status}")
    except LOST as error:
        raise SendLater(1.0) from error

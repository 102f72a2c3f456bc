"""A reply on its way out, with what must be remembered once it stands."""

from __future__ import annotations

from dataclasses import dataclass

from bot.chat import Action, Reply, Speaker
from bot.errors import StandfirstError


@dataclass(frozen=True, slots=True)
class Draft:
    """`reply` and its bookkeeping.

    `asked_by` may delete the reply. `share_id` is the shared link it answers: when that
    is taken back, so is the reply. `url` and `key` are set where the reply itself is the
    message that shares the story, as `/brief` does. `error` is what the reply tells of, for the log.
    """

    reply: Reply
    asked_by: Speaker
    story_id: int | None = None
    share_id: int | None = None
    url: str = ""
    key: str = ""
    error: StandfirstError | None = None


Step = Draft | Action
"""What a service yields: a draft where the answer must be remembered, a bare action elsewhere."""

"""What the log says of an event, and who hears that it went wrong."""

from __future__ import annotations

import structlog

from bot.cards.failures import crash_card, failure_card
from bot.chat import (
    ButtonPressed,
    Card,
    CommandCalled,
    Event,
    MessageChosen,
    MessageEdited,
    MessagePosted,
    Place,
    PlaceChanged,
    PlaceRemoved,
    ReactionAdded,
    Reply,
    SpaceRemoved,
)
from bot.errors import StandfirstError

CRASHED = "crashed"


def place_of(event: Event) -> Place | None:
    """Where an event happened; None for what concerns a whole space."""
    match event:
        case SpaceRemoved():
            return None
        case CommandCalled(place=place) | PlaceRemoved(place=place) | PlaceChanged(place=place):
            return place
        case _:
            return event.ref.place


def where(event: Event) -> dict[str, str]:
    """The log's words for where an event happened."""
    if isinstance(event, SpaceRemoved):
        return {"platform": event.space.platform, "space": event.space.id}
    place = place_of(event)
    assert place is not None
    return {"platform": place.platform, "space": place.space, "channel": place.channel}


def note(log: structlog.typing.FilteringBoundLogger, error: Exception) -> str:
    """Log what went wrong, with a stack trace if nobody expected it; returns its code."""
    if isinstance(error, StandfirstError):
        log.info("declined", error=str(error))
        return error.code
    log.error(CRASHED, exc_info=error)
    return CRASHED


def sorry(event: Event, error: Exception, reference: str) -> Reply | None:
    """A private card for whoever caused `event`; None where there is nobody to tell."""
    card = failure_card(error) if isinstance(error, StandfirstError) else crash_card(reference)
    return told(event, card, reference)


def told(event: Event, card: Card, request: str) -> Reply | None:
    match event:
        case CommandCalled():
            return Reply(f"problem:{request}", card, event.place, private_to=event.speaker)
        case MessagePosted(automated=True) | MessageEdited(automated=True):
            return None
        case MessagePosted() | MessageEdited() | MessageChosen() | ButtonPressed() | ReactionAdded():
            return Reply(f"problem:{request}", card, event.ref.place, event.ref, private_to=event.speaker)
        case _:
            return None

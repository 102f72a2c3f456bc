"""What the log says of an event, and who hears that it went wrong."""

from __future__ import annotations

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


def told(event: Event, card: Card, request: str) -> Reply | None:
    """A private reply to whoever caused `event`; None where there is nobody to tell."""
    match event:
        case CommandCalled():
            return Reply(f"problem:{request}", card, event.place, private_to=event.speaker)
        case MessagePosted(automated=True) | MessageEdited(automated=True):
            return None
        case MessagePosted() | MessageEdited() | MessageChosen() | ButtonPressed() | ReactionAdded():
            return Reply(f"problem:{request}", card, event.ref.place, event.ref, private_to=event.speaker)
        case _:
            return None

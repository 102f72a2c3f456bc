"""`/who`: the people of the latest story in the channel, or all that this space has seen of one person."""

from __future__ import annotations

import difflib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from bot.cards.people import who_card
from bot.cards.profile import background_line, choice_card, namesakes_card, profile_card, unknown_card
from bot.channels import Manner
from bot.chat import ButtonPressed, Card, CommandCalled, Place, Reply, Space, Working
from bot.errors import Gone, NothingToBrief
from bot.people.lexicon import folded
from bot.people.profile import Profile, profile
from bot.services.background import Background
from bot.services.brief_links import BriefLinks
from bot.services.draft import Draft, Step
from bot.store import Connection, Store, events, shares, sightings, stories
from bot.store.sightings import Known

MOST_NAMESAKES = 4
MOST_NEAR = 5
LIKENESS = 0.6
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Who:
    brief: BriefLinks
    background: Background

    async def called(self, event: CommandCalled, _: Manner) -> AsyncIterator[Step]:
        async with self.brief.store.transaction() as c:
            if not await events.first_time(c, event.place.platform, event.event_id, self.brief.clock()):
                return
        name = event.options.get("name", "").strip()
        async for step in self._named(event, name) if name else self._latest(event):
            yield step

    async def _latest(self, event: CommandCalled) -> AsyncIterator[Step]:
        async with self.brief.store.reading() as c:
            share = await shares.latest(c, event.place)
        if share is None:
            raise NothingToBrief
        yield Working(event.place)
        story = await self.brief.story(share)
        async with self.brief.store.transaction() as c:
            await self.brief.attach(c, share, story)
        yield Draft(Reply(f"who:{event.event_id}", who_card(story), event.place), event.speaker)

    async def _named(self, event: CommandCalled, name: str) -> AsyncIterator[Step]:
        found = await look_up(self.brief.store, event.place.tenant, name, event.place.channel)
        private = None if found.profiles else event.speaker
        if len(found.profiles) == 1 and self.background.on:
            yield Working(event.place)
        card = await answer(found, self.background)
        yield Draft(Reply(f"who:{event.event_id}", card, event.place, private_to=private), event.speaker)

    async def of_story(self, event: ButtonPressed, story_id: int) -> AsyncIterator[Step]:
        """Privately: whoever wants to know asks for themselves."""
        async with self.brief.store.reading() as c:
            story = await stories.get(c, event.ref.place.tenant, story_id)
        if story is None:
            raise Gone
        yield self._privately(event, who_card(story))

    async def of_person(self, event: ButtonPressed, person_id: int) -> AsyncIterator[Step]:
        """One of several people of a name."""
        place = event.ref.place
        async with self.brief.store.reading() as c:
            one = await _profile(c, place.tenant, Known(person_id, ""), place.channel)
        if not one.stories:
            raise Gone
        if self.background.on:
            yield Working(place, private=True)
        yield self._privately(event, await answer(Found(one.name, (one,)), self.background))

    def _privately(self, event: ButtonPressed, card: Card) -> Draft:
        reply = Reply(f"who:{event.event_id}", card, event.ref.place, event.ref, private_to=event.speaker)
        return Draft(reply, event.speaker)

    async def suggest(self, prefix: str, place: Place) -> Sequence[str]:
        """Names to complete `prefix` with, the latest first."""
        async with self.brief.store.reading() as c:
            known = await sightings.starting(c, place.tenant, prefix[:LONGEST_NAME], place.channel)
        return list(dict.fromkeys(person.name for person in known))


@dataclass(frozen=True, slots=True)
class Found:
    """What a name led to; `near` are names to offer where it led to nobody."""

    typed: str
    profiles: tuple[Profile, ...] = ()
    near: tuple[str, ...] = ()

    @property
    def namesakes(self) -> bool:
        return len({folded(one.name) for one in self.profiles}) == 1


async def look_up(store: Store, space: Space, name: str, channel: str | None) -> Found:
    """Everyone `name` may mean; `channel` None sees all of the space."""
    typed = name[:LONGEST_NAME]
    async with store.reading() as c:
        known = await sightings.named(c, space, typed, channel)
        if not known:
            return Found(typed, near=nearest(typed, await sightings.near(c, space, typed, channel)))
        profiles = [await _profile(c, space, one, channel) for one in known[: MOST_NAMESAKES + 1]]
    return Found(typed, tuple(one for one in profiles if one.stories))


async def _profile(c: Connection, space: Space, known: Known, channel: str | None) -> Profile:
    seen = await sightings.of_person(c, space, known.id, channel)
    return profile(known.id, known.name or (seen[0].person.name if seen else ""), seen)


def nearest(typed: str, names: Sequence[str]) -> tuple[str, ...]:
    """The names most like `typed`, or with a part most like it."""
    wanted = folded(typed)

    def likeness(name: str) -> float:
        parts = [folded(name), *folded(name).split()]
        return max(difflib.SequenceMatcher(None, wanted, part).ratio() for part in parts)

    ranked = sorted(((likeness(name), name) for name in names), key=lambda pair: -pair[0])
    return tuple(name for score, name in ranked[:MOST_NEAR] if score >= LIKENESS)


async def answer(found: Found, background: Background) -> Card:
    """The card for what was found."""
    match found.profiles:
        case ():
            return unknown_card(found.typed, found.near)
        case (one,):
            known = await background.of(one.name)
            return profile_card(one, background_line(known.text, known.url) if known else None)
        case several if found.namesakes:
            return namesakes_card(several)
        case several:
            return choice_card(found.typed, several)

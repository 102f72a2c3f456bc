"""People over the stories of a space: found by any letters of any part, told only where they were shared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.chat import MessageRef, Space, Speaker
from bot.model import Part, Person, Reading, Role, Spot
from bot.store import Connection, Store, retention, shares, sightings, spaces, stories

RefOf = Callable[..., MessageRef]
ReadingOf = Callable[[str], Reading]
HERE = Space("web", "s1")
DAY = timedelta(days=1)


def person(name: str, role: str = "", country: str = "") -> Person:
    roles = (Role(role, True, Spot(0, 0, 10)),) if role else ()
    return Person(name, roles, country, bool(country), mentions=(Spot(0, 0, len(name), Part.BODY),))


async def shared(c: Connection, ref: MessageRef, reading: Reading, at: datetime, *people: Person) -> int:
    story = await stories.save(c, ref.place.tenant, replace(reading, people=people), [ref.id + ref.place.channel], at)
    share = await shares.add(c, ref, Speaker("web", "u1", "Ann"), "https://k", ref.id, at)
    assert share is not None
    assert await shares.attach(c, share.id, story.id)
    return story.id


async def names(c: Connection, typed: str, channel: str | None = "general", space: Space = HERE) -> list[str]:
    return [known.name for known in await sightings.starting(c, space, typed, channel)]


async def test_any_part_of_a_name_completes_it_without_accents_the_latest_first(
    store: Store, ref: RefOf, reading: ReadingOf, now: datetime
) -> None:
    async with store.transaction() as c:
        await shared(c, ref("m1"), reading("One"), now - DAY, person("Dilma Rousseff"), person("Ana Núñez"))
        await shared(c, ref("m2"), reading("Two"), now, person("Jean Rousseau"))
        assert await names(c, "rou") == ["Jean Rousseau", "Dilma Rousseff"]
        assert await names(c, "NUÑ") == ["Ana Núñez"]
        assert await names(c, "nun") == ["Ana Núñez"]
        assert await names(c, "dilma rous") == ["Dilma Rousseff"]
        assert await names(c, "rousseff") == ["Dilma Rousseff"]
        assert await names(c, "x") == []
        assert await names(c, "%") == []
        assert (await names(c, " "))[0] == "Jean Rousseau"
        assert len(await names(c, "")) == 3


async def test_a_private_channel_keeps_its_people(store: Store, ref: RefOf, reading: ReadingOf, now: datetime) -> None:
    async with store.transaction() as c:
        await shared(c, ref("m1", channel="editors", private=True), reading("Secret"), now, person("Ines Calder"))
        await shared(c, ref("m2", channel="dm", direct=True), reading("Own"), now, person("Jonas Weber"))
        assert await names(c, "ines") == []
        assert await names(c, "ines", "editors") == ["Ines Calder"]
        assert await names(c, "jonas", "editors") == []
        assert await names(c, "ines", None) == ["Ines Calder"]
        [known] = await sightings.named(c, HERE, "Ines Calder", "editors")
        assert await sightings.of_person(c, HERE, known.id, "general") == []
        assert await sightings.named(c, HERE, "Ines Calder", "general") == []


async def test_what_is_taken_back_is_no_longer_told(
    store: Store, ref: RefOf, reading: ReadingOf, now: datetime
) -> None:
    async with store.transaction() as c:
        await shared(c, ref("m1"), reading("One"), now, person("Ines Calder"))
        [share] = await shares.of_message(c, ref("m1"))
        await shares.remove(c, [share.id])
        assert await names(c, "ines") == []


async def test_one_person_over_stories_and_spellings(
    store: Store, ref: RefOf, reading: ReadingOf, now: datetime
) -> None:
    async with store.transaction() as c:
        await shared(c, ref("m1"), reading("One"), now - DAY, person("Volodymyr Zelensky", "president", "Ukraine"))
        await shared(c, ref("m2"), reading("Two"), now, person("Volodymyr Zelenskyy", "president", "Ukraine"))
        await shared(c, ref("m3"), reading("Three"), now + DAY, person("Zelenskiy"))
        [known] = await sightings.named(c, HERE, "Zelensky", "general")
        seen = await sightings.of_person(c, HERE, known.id, "general")
        assert [one.story.reading.article.title for one in seen] == ["Three", "Two", "One"]
        assert [one.person.name for one in seen] == ["Zelenskiy", "Volodymyr Zelenskyy", "Volodymyr Zelensky"]
        assert [one.message for one in seen] == [ref("m3"), ref("m2"), ref("m1")]


async def test_two_people_of_one_name(store: Store, ref: RefOf, reading: ReadingOf, now: datetime) -> None:
    async with store.transaction() as c:
        await shared(c, ref("m1"), reading("One"), now, person("John Smith", "prime minister", "Australia"))
        await shared(c, ref("m2"), reading("Two"), now, person("John Smith", "goalkeeper", "Ireland"))
        await shared(c, ref("m3"), reading("Three"), now, person("John Smith", "goalkeeper"))
        found = await sightings.named(c, HERE, "john smith", "general")
        stories_of = [await sightings.of_person(c, HERE, known.id, "general") for known in found]
        assert sorted(len(seen) for seen in stories_of) == [1, 2]


async def test_a_story_read_again_names_who_is_in_it_now(
    store: Store, ref: RefOf, reading: ReadingOf, now: datetime
) -> None:
    first, again = (replace(reading("One"), people=(person(name),)) for name in ("Ines Calder", "Jonas Weber"))
    async with store.transaction() as c:
        await shared(c, ref("m1"), first, now, *first.people)
        await stories.save(c, HERE, again, ["m1general"], now, refresh=True)
        assert await names(c, "ines") == []
        assert await names(c, "jonas") == ["Jonas Weber"]


@pytest.mark.parametrize("gone", ["space", "retention"])
async def test_people_go_with_their_stories(
    store: Store, ref: RefOf, reading: ReadingOf, now: datetime, gone: str
) -> None:
    other = Space("web", "s2")
    async with store.transaction() as c:
        await shared(c, ref("m1"), reading("One"), now - 100 * DAY, person("Ines Calder"))
        await shared(c, ref("m1", space="s2"), reading("One"), now, person("Ines Calder"))
        if gone == "space":
            await spaces.remove(c, HERE)
        else:
            assert (await retention.expire(c, now - 90 * DAY, now=now)).people == 1
        assert await names(c, "ines", None) == []
        assert await names(c, "ines", None, other) == ["Ines Calder"]


async def test_hostile_names_are_kept_and_found(store: Store, ref: RefOf, reading: ReadingOf, now: datetime) -> None:
    async with store.transaction() as c:
        odd = "Nul\0 " + "x" * 5000 + " 👩‍🚒"
        await shared(c, ref("m1"), reading("One"), now, person(odd))
        assert len(await names(c, "nul")) == 1
        assert await sightings.near(c, HERE, "zzz " * 1000, "general") == []

"""Many outlets, one story; and a story that is told on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.stories import Kept, Stories, Trace
from tests.unit.stories.told import BRIDGE, BRIDGE_ELSEWHERE, ELECTION, FERRY, FERRY_LATER, told

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def arrive(stories: Stories[str], id: str, story: tuple[str, ...], at: datetime = NOON) -> Kept[str]:
    return stories.keep(id, stories.look(told(story), at), at)


def test_two_outlets_tell_one_story_and_others_tell_others() -> None:
    stories: Stories[str] = Stories()
    arrivals = {"a": BRIDGE, "b": FERRY, "c": BRIDGE_ELSEWHERE, "d": ELECTION, "e": FERRY_LATER}
    placed = {id: arrive(stories, id, story).story for id, story in arrivals.items()}
    assert placed == {"a": "a", "b": "b", "c": "a", "d": "d", "e": "b"}


def test_looking_changes_nothing() -> None:
    stories: Stories[str] = Stories()
    arrive(stories, "a", BRIDGE)
    first = stories.look(told(BRIDGE_ELSEWHERE), NOON)
    assert stories.look(told(BRIDGE_ELSEWHERE), NOON) == first
    assert (first.story, len(stories)) == ("a", 1)


def test_the_same_text_is_a_copy_also_under_another_headline_or_cut_short() -> None:
    stories: Stories[str] = Stories()
    arrive(stories, "a", BRIDGE)
    placed = stories.look(told(("Bridge: it will be built", *BRIDGE[1:4])), NOON)
    assert (placed.story, placed.copy_of, placed.novel) == ("a", "a", ())
    assert stories.look(told(BRIDGE_ELSEWHERE), NOON).copy_of is None


def test_an_update_is_no_copy_and_says_what_is_new() -> None:
    stories: Stories[str] = Stories()
    arrive(stories, "a", BRIDGE)
    changed = tuple(line.replace("48 million", "52 million") for line in BRIDGE)
    placed = stories.look(told(changed), NOON)
    assert (placed.story, placed.copy_of) == ("a", None)
    assert placed.novel == (changed[2],)


def test_new_numbers_names_and_outcomes_are_new() -> None:
    stories: Stories[str] = Stories()
    arrive(stories, "a", FERRY)
    novel = stories.look(told(FERRY_LATER), NOON).novel
    assert novel == (FERRY_LATER[1], "The coastguard now says that nine sailors were injured.")
    arrive(stories, "b", FERRY_LATER)
    assert stories.look(told(FERRY_LATER), NOON).novel == ()


def test_a_restart_changes_nothing() -> None:
    stories: Stories[str] = Stories()
    rows = [arrive(stories, id, story) for id, story in {"a": BRIDGE, "b": FERRY, "c": ELECTION}.items()]
    again: Stories[str] = Stories()
    again.restore(
        Kept(row.id, row.story, row.at, trace)
        for row in rows
        if (trace := Trace.from_bytes(row.trace.to_bytes())) is not None
    )
    for story in (BRIDGE_ELSEWHERE, FERRY_LATER, FERRY, ELECTION):
        assert again.look(told(story), NOON) == stories.look(told(story), NOON)


def test_what_is_kept_by_another_version_is_not_read() -> None:
    assert Trace.from_bytes(b"") is None
    assert Trace.from_bytes(b"\x93\x01\xa1a\xa1a") is None


def test_old_stories_are_forgotten_whole() -> None:
    stories: Stories[str] = Stories()
    arrive(stories, "a", BRIDGE, NOON)
    arrive(stories, "b", FERRY, NOON + timedelta(days=6))
    assert stories.forget(NOON + timedelta(days=1)) == 1
    later = NOON + timedelta(days=7)
    assert stories.look(told(BRIDGE_ELSEWHERE), later).story is None
    assert stories.look(told(FERRY_LATER), later).story == "b"
    stories.trim(0)
    assert (len(stories), stories._index, stories._tellings) == (0, {}, {})


def test_the_next_event_of_its_kind_days_later_must_be_more_alike() -> None:
    stories: Stories[str] = Stories()
    arrive(stories, "a", BRIDGE)
    soon = stories.look(told(BRIDGE_ELSEWHERE), NOON)
    late = stories.look(told(BRIDGE_ELSEWHERE), NOON + timedelta(days=9))
    assert late.likeness < soon.likeness


def test_stories_in_scripts_without_spaces() -> None:
    stories: Stories[str] = Stories()
    quake = ("四川发生地震", "四川省昨天发生六级地震,造成十二人死亡,救援人员正在搜寻失踪者。当地学校已经关闭。")
    same = ("地震死亡人数", "四川省六级地震已造成十二人死亡,救援人员仍在搜寻失踪者,学校关闭。")
    vote = ("议会通过预算", "议会周二以微弱多数通过了明年的预算案,反对党批评政府增加税收。")
    for id, story in {"a": quake, "b": vote}.items():
        stories.keep(id, stories.look(told(story, "zh"), NOON), NOON)
    assert stories.look(told(same, "zh"), NOON).story == "a"
    assert stories.look(told(vote, "zh"), NOON).copy_of == "b"


def test_an_empty_telling_is_a_story_of_its_own() -> None:
    stories: Stories[str] = Stories()
    arrive(stories, "a", ("", ""))
    assert arrive(stories, "b", ("", "")).story == "b"

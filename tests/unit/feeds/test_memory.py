"""What is new in a feed: each story once, whatever the feed does to its ids, addresses, titles and dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.feeds import Entry, Feed
from bot.feeds.memory import MOST_NEW, REMEMBERED, SIZE, look

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
HOME = "https://paper.example/"


def story(n: int, **changes: object) -> Entry:
    entry = Entry(f"id-{n}", f"{HOME}{n}", f"Story number {n}", published=NOW - timedelta(minutes=n))
    return replace(entry, **changes)  # type: ignore[arg-type]


def feed(*entries: Entry) -> Feed:
    return Feed("rss", "Paper", HOME, entries=entries)


def news(before: Feed, after: Feed, now: datetime = NOW) -> list[str]:
    return [entry.title for entry in look(look(None, before, now).memory, after, now).new]


def test_the_first_look_makes_no_news_and_an_empty_feed_is_looked_at_too() -> None:
    first = look(None, feed(), NOW)
    assert first.new == ()
    assert [entry.id for entry in look(first.memory, feed(story(1)), NOW).new] == ["id-1"]


def test_news_comes_in_the_order_of_its_dates_and_what_has_none_last() -> None:
    late, early, undated = story(1), story(9), story(3, published=None)
    future = story(4, published=NOW + timedelta(days=900))
    assert news(feed(), feed(undated, late, future, early)) == [
        "Story number 9", "Story number 1", "Story number 3", "Story number 4",
    ]  # fmt: skip


def test_ids_that_change_at_every_look() -> None:
    old = feed(*map(story, range(20)))
    new = feed(story(99, id="x"), *(story(n, id=f"other-{n}") for n in range(20)))
    assert news(old, new) == ["Story number 99"]


def test_addresses_that_change_at_every_look() -> None:
    old = feed(*(story(n, id="", url=f"{HOME}{n}?session=1") for n in range(20)))
    new = feed(story(99), *(story(n, id="", url=f"{HOME}{n}?session=2") for n in range(20)))
    assert news(old, new) == ["Story number 99"]


def test_a_site_that_was_rebuilt_has_new_ids_addresses_and_dates() -> None:
    old = feed(*map(story, range(20)))
    new = feed(story(99), *(story(n, id=f"new-{n}", url=f"https://new.example/{n}", published=NOW) for n in range(20)))
    assert news(old, new) == ["Story number 99"]


def test_one_address_for_all_entries_says_nothing() -> None:
    old = feed(*(story(n, url=HOME) for n in range(3)))
    assert news(old, feed(story(9, url=HOME), *old.entries)) == ["Story number 9"]


def test_one_id_for_all_entries_says_nothing() -> None:
    old = feed(*(story(n, id="same") for n in range(3)))
    assert news(old, feed(story(9, id="same"), *old.entries)) == ["Story number 9"]


def test_a_title_that_returns_every_day_is_news_every_day() -> None:
    yesterday = story(1, title="The morning briefing", published=NOW - timedelta(days=1))
    today = story(2, title="The morning briefing")
    assert news(feed(yesterday), feed(today, yesterday)) == ["The morning briefing"]


def test_the_same_entry_twice_in_one_feed_is_news_once() -> None:
    assert news(feed(), feed(story(1, id=""), story(1, id=""))) == ["Story number 1"]


def test_old_stories_and_those_without_an_address_are_no_news() -> None:
    assert news(feed(), feed(story(1, published=NOW - timedelta(days=30)), story(2, url=""))) == []


def test_too_many_at_once_are_the_latest_only() -> None:
    found = look(look(None, feed(), NOW).memory, feed(*map(story, range(200))), NOW)
    assert (len(found.new), found.aside) == (MOST_NEW, 200 - MOST_NEW)
    assert found.new[-1].title == "Story number 0"


def test_what_left_the_feed_and_comes_back_is_known() -> None:
    memory = look(None, feed(*map(story, range(50))), NOW).memory
    memory = look(memory, feed(*map(story, range(50, 100))), NOW).memory
    assert look(memory, feed(*map(story, range(50))), NOW).new == ()


def test_memory_never_grows_beyond_its_bound() -> None:
    memory: bytes | None = None
    for day in range(60):
        memory = look(memory, feed(*(story(day * 100 + n, published=None) for n in range(100))), NOW).memory
    assert memory is not None
    assert len(memory) <= (REMEMBERED + 300) * SIZE


CHANGES: st.SearchStrategy[dict[str, object]] = st.sampled_from(
    [
        {},
        {"title": "Corrected"},
        {"published": NOW},
        {"published": None},
        {"updated": NOW},
        {"summary": "More"},
        {"id": "edited"},
        {"url": "https://paper.example/moved"},
    ]
)


def story_changed(entry: Entry, changes: dict[str, object]) -> Entry:
    return replace(entry, **changes)  # type: ignore[arg-type]


@given(st.lists(st.integers(0, 40), unique=True), st.data())
def test_an_edit_of_one_thing_is_never_news(numbers: list[int], data: st.DataObject) -> None:
    old = feed(*map(story, numbers))
    edited = [story_changed(entry, data.draw(CHANGES)) for entry in old.entries]
    once = {entry.id: entry for entry in edited}
    assert news(old, feed(*once.values())) == []


@given(st.lists(st.lists(st.integers(0, 30), max_size=12), max_size=12))
def test_over_any_history_a_story_is_news_once_at_most(history: list[list[int]]) -> None:
    memory, told = look(None, feed(), NOW).memory, list[str]()
    for numbers in history:
        found = look(memory, feed(*(story(n) for n in dict.fromkeys(numbers))), NOW)
        memory = found.memory
        told += [entry.id for entry in found.new]
    assert sorted(told) == sorted({f"id-{n}" for numbers in history for n in numbers})

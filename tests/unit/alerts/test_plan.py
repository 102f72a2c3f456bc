"""What goes out of what is due: no more than was asked for, nothing dropped, what waited as one."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.alerts.plan import Plan, Sent, Terms, Waiting, plan
from bot.alerts.quiet import Quiet
from bot.alerts.rhythm import Mode

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
NIGHT = Quiet(time(22), time(7))
ZONE = ZoneInfo("UTC")


def many(count: int, *, held: bool = False) -> list[Waiting]:
    return [Waiting(n, f"alert:1:{n}", held) for n in range(1, count + 1)]


def terms(mode: Mode = Mode.AT_ONCE, most: int = 5, hours: Quiet | None = None) -> Terms:
    return Terms(mode, most, hours, ZONE)


def test_a_few_stories_come_one_by_one() -> None:
    out = plan(many(3), terms(), Sent(), NOON)
    assert [sending.ids for sending in out.now] == [(1,), (2,), (3,)]
    assert not any(sending.digest for sending in out.now)


def test_a_flood_comes_as_a_few_and_one_digest_of_the_rest() -> None:
    out = plan(many(12), terms(most=5), Sent(), NOON)
    assert [len(sending.ids) for sending in out.now] == [1, 1, 1, 1, 8]
    assert out.now[-1].digest


def test_when_the_hour_is_full_the_rest_waits_until_it_opens() -> None:
    first = NOON - timedelta(minutes=50)
    out = plan(many(2), terms(most=5), Sent(5, first), NOON)
    assert out == Plan((), (1, 2), first + timedelta(hours=1))


def test_what_was_held_overnight_comes_as_one() -> None:
    out = plan([*many(3, held=True), Waiting(9, "alert:1:9")], terms(), Sent(), NOON)
    assert [(sending.ids, sending.digest) for sending in out.now] == [((9,), False), ((1, 2, 3), True)]


def test_one_that_was_held_comes_as_an_alert() -> None:
    assert plan(many(1, held=True), terms(), Sent(), NOON).now[0].digest is False


def test_in_quiet_hours_all_is_held_until_they_end() -> None:
    out = plan(many(2), terms(hours=NIGHT), Sent(), NOON.replace(hour=23))
    assert out == Plan((), (1, 2), datetime(2026, 11, 26, 7, tzinfo=UTC))


def test_a_message_begun_before_a_crash_goes_out_again_as_it_was_even_at_night() -> None:
    begun = [Waiting(n, f"alert:1:{n}", batch="digest:alert:1:1") for n in (1, 2)]
    out = plan([*begun, Waiting(3, "alert:1:3")], terms(hours=NIGHT), Sent(9, NOON), NOON.replace(hour=23))
    assert [(sending.key, sending.ids) for sending in out.now] == [("digest:alert:1:1", (1, 2))]
    assert out.later == (3,)


def test_a_digest_takes_all_of_its_slot_and_what_is_new_in_stories_told() -> None:
    out = plan([*many(3), Waiting(4, "update:1:1:7", update=True)], terms(Mode.DAILY), Sent(), NOON)
    assert [sending.ids for sending in out.now] == [(1, 2, 3, 4)]


def test_what_is_new_in_a_story_does_not_count_against_the_limit() -> None:
    out = plan([Waiting(4, "update:1:1:7", update=True)], terms(most=1), Sent(1, NOON), NOON)
    assert [sending.ids for sending in out.now] == [(4,)]


@given(
    st.lists(
        st.builds(Waiting, st.integers(1, 99), st.just("k"), st.booleans()), max_size=30, unique_by=lambda w: w.id
    ),
    st.sampled_from(list(Mode)),
    st.integers(0, 9),
    st.integers(0, 12),
)
def test_everything_is_sent_once_or_stays_due_and_the_limit_holds(
    waiting: list[Waiting], mode: Mode, most: int, count: int
) -> None:
    out = plan(waiting, terms(mode, most), Sent(count, NOON), NOON)
    ids = [number for sending in out.now for number in sending.ids]
    assert sorted([*ids, *out.later]) == sorted(one.id for one in waiting)
    if most and mode is Mode.AT_ONCE:
        assert len(out.now) <= max(0, most - count)
    assert all(sending.digest or len(sending.ids) == 1 for sending in out.now)

"""Which value holds in a channel."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels import TABLE, Chosen, defaults, held, manner
from bot.chat import Place
from bot.settings import Brief, Settings

NOW = datetime(2026, 11, 25, tzinfo=UTC)
ROOM = Place("pigeon", "s", "c")
DIRECT = Place("pigeon", "s", "d", direct=True)


class Section(msgspec.Struct):
    mode: str


class Silent(msgspec.Struct):
    pass


@pytest.mark.parametrize(
    ("section", "automatic", "place", "mode"),
    [
        (Section("reaction"), True, ROOM, "reaction"),
        (Section("off"), True, DIRECT, "automatic"),
        (Section("automatic"), False, ROOM, "off"),
        (Section("automatic"), False, DIRECT, "off"),
        (Silent(), True, ROOM, "off"),
        (None, True, ROOM, "automatic"),
    ],
)
def test_the_default_is_the_platforms_and_the_configurations(
    section: msgspec.Struct | None, automatic: bool, place: Place, mode: str
) -> None:
    sections = {"pigeon": section} if section else {}
    assert defaults(Settings(sections=sections, brief=Brief(automatic=automatic)), place)["mode"] == mode


def test_a_channels_choice_goes_before_its_spaces_and_that_before_the_default() -> None:
    usual = defaults(Settings(), ROOM)
    space = Chosen("length", "short", "", "Mara", NOW)
    own = Chosen("length", "full", "c", "Jonas", NOW)
    assert held([], usual)["length"].value == "medium"
    assert (held([space], usual)["length"].value, held([space], usual)["length"].default) == ("short", "medium")
    found = held([space, own], usual)["length"]
    assert (found.value, found.default, found.chosen) == ("full", "short", own)


STORED = st.builds(
    Chosen,
    st.sampled_from([*TABLE, "colour"]),
    st.sampled_from([*(value for setting in TABLE.values() for value in setting.values), "loud"]),
    st.sampled_from(["", "c"]),
    st.just("Mara"),
    st.just(NOW),
)


@given(st.lists(STORED))
def test_whatever_is_stored_there_is_a_manner_to_behave(stored: list[Chosen]) -> None:
    found = held(stored, defaults(Settings(), ROOM))
    assert all(each.value in TABLE[name].values for name, each in found.items())
    assert manner(found, "de").language in TABLE["language"].values

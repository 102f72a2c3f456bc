"""A message is read as people see it, however Slack spells it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.raw import plain
from tests.adapters.slack.loopback.people import typed


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("<https://courier.example/a?x=1&amp;y=2>", "https://courier.example/a?x=1&y=2"),
        ("<https://courier.example/a|courier.example/a>", "https://courier.example/a"),
        ("read <https://courier.example/a|the bridge story>!", "read the bridge story https://courier.example/a!"),
        ("&lt;<https://courier.example/a>&gt;", "<https://courier.example/a>"),
        ("<@U1> in <#C1|general>, <!here> <!subteam^S1|@desk>", "@U1 in #general, @here @desk"),
        ("R&amp;D &lt;3", "R&D <3"),
        ("<mailto:a@b.example|a@b.example>", "a@b.example"),
        ("&amp;lt;", "&lt;"),
        ("<", "<"),
    ],
)
def test_a_message_is_read_as_people_see_it(raw: str, seen: str) -> None:
    assert plain(raw) == seen


def test_the_bots_own_name_is_left_out() -> None:
    assert plain("<@UBOT> <https://courier.example/a> <@UBOTHER>", "UBOT") == " https://courier.example/a @UBOTHER"


@given(st.text(st.characters(exclude_characters="<>"), max_size=200))
def test_what_people_type_is_what_is_read(words: str) -> None:
    assert plain(typed(words)) == words

"""Links as people and platforms write them in messages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.links.find import find

URL = "https://courier.example/news/bridge"

ONE_LINK = [
    f"see {URL}, please",
    f"({URL})",
    f"“{URL}”",
    f"[the story]({URL})",
    f"[the story]({URL}), and more",
    f"<{URL}|courier.example>",
    f"||{URL}||",
    f"**{URL}**",
    f"_{URL}_",
    f"{URL}。",
    f"「{URL}」",
    f"{URL}…",
    f"{URL}!?",
    f"{URL} {URL}",
    URL.replace("https", "HTTPS"),
]


@pytest.mark.parametrize("message", ONE_LINK)
def test_the_sentence_around_a_link_is_not_part_of_it(message: str) -> None:
    assert find(message) == (URL,)


LEFT_ALONE = [
    f"<{URL}>",
    f"[no preview](<{URL}>)",
    f"`{URL}`",
    f"```\n{URL}\n```",
    "javascript:alert(1) mailto:a@b.example file:///etc/passwd ftp://x.example/",
    "https:// http://. https://?",
    "someone@www.example.com",
    "<@U123> <#C12|general> <!channel>",
]


@pytest.mark.parametrize("message", LEFT_ALONE)
def test_what_is_left_alone(message: str) -> None:
    assert find(message) == ()


@pytest.mark.parametrize(
    ("message", "link"),
    [
        ("https://en.wiki.example/Bridge_(town)", "https://en.wiki.example/Bridge_(town)"),
        ("(https://en.wiki.example/Bridge_(town))", "https://en.wiki.example/Bridge_(town)"),
        ("www.courier.example/a.", "https://www.courier.example/a"),
        ("https://münchen.example/ü?q=ö", "https://xn--mnchen-3ya.example/%C3%BC?q=%C3%B6"),
        ("https://me:pw@courier.example/", "https://me:pw@courier.example/"),
        ("https://courier.example/it's-on", "https://courier.example/it's-on"),
        ("https://courier.example/a_b_", "https://courier.example/a_b_"),
        ("link=https://courier.example/?id=YWI=", "https://courier.example/?id=YWI="),
        ("[https://bank.example](https://other.example/a)", "https://other.example/a"),
        ("``code`` ` https://courier.example/x", "https://courier.example/x"),
        ("```\nhttps://a.example\n``` https://courier.example/x", "https://courier.example/x"),
    ],
)
def test_odd_links(message: str, link: str) -> None:
    assert find(message) == (link,)


def test_slack_writes_every_link_wrapped() -> None:
    message = "<https://a.example/?x=1&amp;y=2> and <https://b.example/|b> but not <@U1>"
    assert find(message, wrapped_are_links=True) == ("https://a.example/?x=1&y=2", "https://b.example/")


def test_several_links_come_in_order() -> None:
    assert find("https://b.example/1 https://a.example/2") == ("https://b.example/1", "https://a.example/2")


@given(st.text())
def test_any_text_is_fine_and_only_web_links_come_out(text: str) -> None:
    assert all(link.startswith(("http://", "https://")) for link in find(text))


@given(st.text("()[].,;:!?'\"*| \n。」", max_size=8), st.text(")].,;:!?'\"*| \n。」", max_size=8))
def test_a_link_is_found_whatever_punctuation_is_around_it(before: str, after: str) -> None:
    assert find(f"{before} {URL}{after}") == (URL,)


@settings(max_examples=20)
@given(st.sampled_from(["(", "[", "<http", "https://a", "<https://", "`", "||", "www.", "https://a.example/)"]))
def test_a_hundred_kilobytes_of_anything_end(piece: str) -> None:
    find(piece * (100_000 // len(piece)))

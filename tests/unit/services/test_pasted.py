"""What a message holds: links, too many links, an article, or just talk."""

from __future__ import annotations

from bot.services.pasted import look
from bot.settings import Brief

SETTINGS = Brief(max_links=2, min_text_words=30)


def test_talk_holds_nothing() -> None:
    assert look("good morning, any news?", SETTINGS).all == ()


def test_links_beyond_the_limit_are_left_out_not_lost() -> None:
    pasted = look(" ".join(f"https://courier.example/{n}" for n in range(5)), SETTINGS)
    assert [item.url[-1] for item in pasted.items] == ["0", "1"]
    assert [item.url[-1] for item in pasted.left_out] == ["2", "3", "4"]


def test_two_forms_of_one_address_are_one_link() -> None:
    pasted = look("https://courier.example/1?utm_source=x http://www.courier.example/1", SETTINGS)
    assert len(pasted.items) == 1


def test_a_long_text_is_an_article_and_its_links_are_its_own() -> None:
    pasted = look("word " * 40 + "https://courier.example/1", SETTINGS)
    assert pasted.text
    assert [item.url for item in pasted.items] == [""]


def test_a_row_of_long_links_is_no_article() -> None:
    pasted = look("\n".join(f"https://courier.example/a-b-c-d-e-f-g-h-{n}" for n in range(40)), SETTINGS)
    assert not pasted.text


def test_a_message_of_thousands_of_links_is_bounded() -> None:
    pasted = look(" ".join(f"https://courier.example/{n}" for n in range(2000)), SETTINGS)
    assert (len(pasted.items), len(pasted.left_out), pasted.more) == (2, 10, 1988)

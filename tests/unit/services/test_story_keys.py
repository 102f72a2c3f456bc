"""Under which addresses a story is known, and which claims of a page are believed."""

from __future__ import annotations

import pytest

from bot.services.story_keys import story_keys, text_key, trusted_canonical

PAGE = "https://www.courier.example/news/bridge?ref=1"


@pytest.mark.parametrize(
    "claim",
    [
        "https://www.courier.example/news/bridge",
        "https://courier.example/news/bridge",
        "https://news.courier.example/bridge",
    ],
)
def test_a_page_may_name_another_address_of_its_own_site(claim: str) -> None:
    assert trusted_canonical(PAGE, claim) == claim


@pytest.mark.parametrize(
    "claim",
    [
        "https://other.example/news/bridge",
        "https://evilcourier.example/news/bridge",
        "https://www.courier.example/",
        "javascript:alert(1)",
        "not an address",
        "",
        None,
    ],
)
def test_other_claims_are_not_believed(claim: str | None) -> None:
    assert trusted_canonical(PAGE, claim) is None


def test_every_hop_counts_but_a_home_page_does_not() -> None:
    keys = story_keys(
        "https://sho.rt/x", ["https://sho.rt/x", "https://courier.example/bridge", "https://courier.example/"], None
    )
    assert len(keys) == 2


def test_forms_of_one_address_are_one_key() -> None:
    keys = story_keys("http://courier.example/bridge?utm_source=x", ["https://courier.example/bridge/"], None)
    assert len(keys) == 1


def test_the_key_of_a_text_is_its_words() -> None:
    assert text_key("Old  harbour\nbridge.") == text_key("old harbour bridge")
    assert text_key("old harbour bridge") != text_key("old harbour bridges")

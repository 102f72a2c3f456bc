"""The clean form of an address, and the key that its other forms share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import NotAnAddress
from bot.links.clean import clean, identity

STORY = "https://courier.example/news/old-bridge?id=7"

FORMS = [
    "http://courier.example/news/old-bridge?id=7",
    "https://www.courier.example/news/old-bridge?id=7",
    "https://m.courier.example/news/old-bridge?id=7",
    "https://amp.courier.example/news/old-bridge?id=7",
    "https://courier.example/news/old-bridge/?id=7",
    "https://courier.example/news/old-bridge/index.html?id=7",
    "https://courier.example/amp/news/old-bridge?id=7",
    "https://courier.example/news/old-bridge/amp/?id=7",
    "https://courier.example/news/old-bridge?outputType=amp&id=7",
    "https://courier.example/news/old-bridge?id=7&utm_source=chat&fbclid=x",
    "https://courier.example:443/news/old-bridge?id=7#comments",
    "HTTPS://Courier.Example./news/x/../old-bridge?id=7",
    "https://courier-example.cdn.ampproject.org/c/s/courier.example/news/old-bridge%3Fid=7",
    "https://www.google.com/url?sa=t&url=https%3A%2F%2Fcourier.example%2Fnews%2Fold-bridge%3Fid%3D7",
    "https://eu1.safelinks.protection.outlook.com/?url=https%3A%2F%2Fcourier.example%2Fnews%2Fold-bridge%3Fid%3D7&data=x",
]


@pytest.mark.parametrize("form", FORMS)
def test_forms_of_one_story_share_a_key(form: str) -> None:
    assert identity(form) == identity(STORY)


@pytest.mark.parametrize(
    "other",
    [
        "https://courier.example/news/old-bridge?id=8",
        "https://courier.example/news/old-bridge",
        "https://courier.example/news/Old-Bridge?id=7",
        "https://other.example/news/old-bridge?id=7",
        "https://courier.example:8443/news/old-bridge?id=7",
    ],
)
def test_other_stories_have_other_keys(other: str) -> None:
    assert identity(other) != identity(STORY)


@pytest.mark.parametrize(
    ("given_url", "cleaned"),
    [
        ("HTTP://WWW.Courier.Example:80/a/./b", "http://www.courier.example/a/b"),
        ("https://courier.example", "https://courier.example/"),
        ("https://courier.example/a?utm_source=x", "https://courier.example/a"),
        ("https://courier.example/a?utm_source=x&page=2&b", "https://courier.example/a?page=2&b"),
        ("https://courier.example/#!/route", "https://courier.example/#!/route"),
        ("https://münchen.example/straße", "https://xn--mnchen-3ya.example/stra%C3%9Fe"),
        ("https://courier.example/%7Eana/a%2fb", "https://courier.example/~ana/a%2Fb"),
        ("https://[2001:db8::1]:8443/a", "https://[2001:db8::1]:8443/a"),
        ("https://x.com/ana/status/1?s=20&t=abc", "https://x.com/ana/status/1"),
        ("https://shop.example/?s=20", "https://shop.example/?s=20"),
    ],
)
def test_clean(given_url: str, cleaned: str) -> None:
    assert clean(given_url) == cleaned


def test_a_signed_address_is_not_touched() -> None:
    signed = "https://files.example/a%7e.html?utm_source=x&X-Amz-Signature=0a&b=%7e"
    assert clean(signed) == signed


@pytest.mark.parametrize(
    "wrapper",
    [
        "https://www.google.de/url?q={}&sa=D",
        "https://l.facebook.com/l.php?u={}&h=AT0",
        "https://l.instagram.com/?u={}&e=AT0",
        "https://www.youtube.com/redirect?event=x&q={}",
        "https://www.linkedin.com/safety/go?url={}",
        "https://duckduckgo.com/l/?uddg={}",
        "https://out.reddit.com/?url={}",
    ],
)
def test_a_redirecting_page_gives_way_to_its_target(wrapper: str) -> None:
    assert clean(wrapper.format("https%3A%2F%2Fcourier.example%2Fa%3Fb%3D1")) == "https://courier.example/a?b=1"
    assert clean(wrapper.format("javascript%3Aalert(1)")).startswith("https://" + wrapper.split("/")[2])


def test_wrappers_in_wrappers_come_to_an_end() -> None:
    assert clean("https://google.com/url?q=" * 300 + "https://courier.example/a") == "https://courier.example/a"


def test_a_section_about_amps_is_no_amp_page() -> None:
    assert identity("https://music.example/gear/amp") != identity("https://music.example/gear")


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "courier.example",
        "ftp://courier.example/",
        "https://",
        "https://a b/",
        "https://[::1/",
        "https://courier.example:99999/",
        "https://cour\u0000ier.example/",
        "https://" + "a" * 5000,
        "javascript:alert(1)",
        "https://../",
    ],
)
def test_what_is_no_address(bad: str) -> None:
    with pytest.raises(NotAnAddress):
        clean(bad)


hosts = st.from_regex(r"\A[a-z]{1,8}(\.[a-z]{2,8}){1,3}\Z")
paths = st.text(st.characters(exclude_categories=("Cs", "Z", "Cc"), exclude_characters="?#"), max_size=30)
queries = st.lists(st.from_regex(r"\A[a-z]{1,6}=[A-Za-z0-9%./-]{0,12}\Z"), max_size=4).map("&".join)


@given(hosts, paths, queries)
def test_cleaning_twice_changes_nothing(host: str, path: str, query: str) -> None:
    once = clean(f"https://{host}/{path}?{query}")
    assert clean(once) == once
    assert identity(once) == identity(f"https://{host}/{path}?{query}")


@given(
    hosts, st.from_regex(r"\A[A-Za-z0-9/_-]{0,30}\Z"), st.lists(st.from_regex(r"\Aq[0-9]=[a-z0-9]{1,5}\Z"), max_size=4)
)
def test_a_clean_link_is_never_broken(host: str, path: str, pairs: list[str]) -> None:
    url = f"https://{host}/{path}" + (f"?{'&'.join(pairs)}" if pairs else "")
    assert clean(url) == url


@given(st.text(max_size=60))
def test_anything_is_cleaned_or_refused(text: str) -> None:
    try:
        once = clean(f"https://courier.example/{text}")
    except NotAnAddress:
        return
    assert clean(once) == once

"""Why a feed failed is kept, and comes back as the sentence that it was."""

from __future__ import annotations

import pytest

from bot.cards.failures import sentence
from bot.errors import (
    BadContent,
    FetchError,
    HttpFailed,
    NotAFeed,
    NotAnArticle,
    RateLimited,
    ReadError,
    ReadTimeout,
    RobotsForbid,
    TlsFailed,
)
from bot.services.feed_problems import error_of, kept
from bot.services.feed_words import speaks_for_itself

URL = "https://paper.example/feed"


@pytest.mark.parametrize(
    "error",
    [
        HttpFailed(URL, 503),
        RateLimited(URL, 90.0),
        TlsFailed(URL, "expired"),
        BadContent(URL),
        NotAFeed("entities"),
        ReadTimeout("3 s"),
        RobotsForbid(URL, "robots.txt"),
    ],
)
def test_the_sentence_is_the_same_after_a_year_in_the_database(error: FetchError | ReadError) -> None:
    found = error_of(kept(error))
    assert type(found) is type(error)
    assert (str(found), sentence(found)) == (str(error), sentence(error))


@pytest.mark.parametrize("text", ["", "not json", "{}", '{"code": "of a later version"}'])
def test_what_another_version_wrote_is_still_a_problem(text: str) -> None:
    assert sentence(error_of(text))


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (HttpFailed(URL, 403), True),
        (HttpFailed(URL, 404), False),
        (NotAnArticle("consent"), True),
        (NotAnArticle("home_page"), False),
        (ReadTimeout(), True),
        (RobotsForbid(URL), True),
        (TlsFailed(URL), False),
    ],
)
def test_which_pages_leave_the_word_to_their_feed(error: FetchError | ReadError, told: bool) -> None:
    assert speaks_for_itself(error) is told

"""Every error has a sentence of its own, and no sentence gives anything away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot import errors
from bot.cards.failures import FOUND, GENERAL, SENTENCES, SPECIAL, failure_card, sentence
from bot.errors import (
    FetchError,
    HttpFailed,
    InputError,
    NotAnArticle,
    RateLimited,
    ReadError,
    StandfirstError,
)

SECRET = "https://courier.example/a?token=hush"


def leaves(kind: type[StandfirstError]) -> Iterator[type[StandfirstError]]:
    below = [child for child in kind.__subclasses__() if child.__module__.startswith(errors.__name__)]
    for child in below:
        yield from leaves(child)
    if not below and kind.__module__ == errors.__name__:
        yield kind


def made(kind: type[StandfirstError]) -> StandfirstError:
    if kind is HttpFailed:
        return HttpFailed(SECRET, 404)
    if kind is errors.QueryProblem:
        return errors.QueryProblem("{given} OR", 8, 10, "lonely_operator")
    if kind is RateLimited:
        return RateLimited(SECRET, 120)
    if issubclass(kind, FetchError):
        return kind(SECRET, "text/odd; charset={x}")
    if issubclass(kind, InputError | ReadError):
        return kind("{given}")
    if kind is errors.ConfigError:
        return errors.ConfigError("web.port", "0 is too small {x}", "Set a port.")
    if kind is errors.NotPermitted:
        return errors.NotPermitted("Send {Messages}", "#newsroom")
    return kind("x") if kind is not errors.SendLater else errors.SendLater(3)


@pytest.mark.parametrize("kind", list(leaves(StandfirstError)), ids=lambda kind: kind.__name__)
def test_every_error_has_a_sentence_that_gives_nothing_away(kind: type[StandfirstError]) -> None:
    told = sentence(made(kind))
    assert told
    assert "hush" not in told
    if issubclass(kind, FetchError | InputError | ReadError):
        assert kind.code in SENTENCES or kind.code in SPECIAL
        assert told != GENERAL


@pytest.mark.parametrize("found", FOUND)
def test_what_a_page_turned_out_to_be_is_told(found: str) -> None:
    assert sentence(NotAnArticle(found)) == FOUND[found]


def test_an_unknown_find_is_told_too() -> None:
    assert sentence(NotAnArticle("something else")) == "I found no story on that page."


@pytest.mark.parametrize(("status", "word"), [(404, "no such page"), (503, "problem of its own"), (418, "418")])
def test_statuses(status: int, word: str) -> None:
    assert word in sentence(HttpFailed(SECRET, status))


def test_long_input_is_quoted_shortly() -> None:
    assert len(sentence(errors.NotAnAddress("x" * 5000))) < 250


def test_the_card_carries_the_reference_into_the_log() -> None:
    card = failure_card(errors.Gone(), reference="ab12")
    assert "ab12" in card.footer[0].text


def test_a_missing_permission_is_named_with_its_place() -> None:
    told = sentence(errors.NotPermitted("Send {Messages}", "#newsroom"))
    assert "“Send {Messages}”" in told
    assert "#newsroom" in told

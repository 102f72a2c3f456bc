"""The words of a briefing on a card."""

from __future__ import annotations

import pytest

from bot.cards.points import in_words, point_paragraph, shown, with_dates
from bot.cards.receipts import fragment_address
from bot.chat import Style
from bot.model import Briefing, Dated, Length, Point, Source


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2023-07-13", "13 Jul 2023"),
        ("2023-06", "Jun 2023"),
        ("2022", "2022"),
        ("2023-07-03/2023-07-09", "3–9 Jul 2023"),
        ("2023-07-31/2023-08-06", "31 Jul – 6 Aug 2023"),
        ("2024-12-30/2025-01-05", "30 Dec 2024 – 5 Jan 2025"),
    ],
)
def test_dates_in_words(iso: str, words: str) -> None:
    assert in_words(iso) == words


def test_a_date_stands_beside_its_words_and_apart_from_them() -> None:
    text = "They meet on Thursday, and next week in Oslo."
    spans = with_dates(text, (Dated(10, 21, "2023-07-13"), Dated(27, 36, "2023-07-17/2023-07-23")))
    assert "".join(span.text for span in spans) == (
        "They meet on Thursday (13 Jul 2023), and next week (17–23 Jul 2023) in Oslo."
    )
    assert "".join(span.text for span in spans if span.style is Style.PLAIN) == text


def test_an_entry_of_a_live_blog_begins_with_its_time() -> None:
    point = Point("It rains.", Source(0, 0, 9), heading="2026-11-20T11:30:00+01:00")
    assert point_paragraph(point).spans[0].instant is not None


def test_an_answer_stands_under_its_question() -> None:
    assert point_paragraph(Point("We do.", Source(1, 0, 6), heading="Who pays?")).text == "Who pays? We do."


def test_lengths() -> None:
    points = tuple(Point(str(n), Source(n, 0, 1), rank=rank) for n, rank in enumerate((1, 0, 2)))
    more = tuple(Point(str(n), Source(n, 0, 1), rank=n) for n in (3, 4))
    briefing = Briefing("T", "", points, 1, more)
    assert [point.text for point in shown(briefing, Length.SHORT)] == ["1"]
    assert [point.text for point in shown(briefing, Length.MEDIUM)] == ["0", "1", "2"]
    assert [point.text for point in shown(briefing, Length.FULL)] == ["0", "1", "2", "3", "4"]


def test_the_address_of_a_sentence() -> None:
    assert fragment_address("https://x.example/a#b", "Well-known, short.") == (
        "https://x.example/a#:~:text=Well%2Dknown%2C%20short."
    )
    long = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen."
    assert fragment_address("https://x.example/a", long).endswith(
        "#:~:text=One%20two%20three%20four%20five,thirteen%20fourteen%20fifteen%20sixteen%20seventeen."
    )

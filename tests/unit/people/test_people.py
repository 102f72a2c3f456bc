"""An article's people as a whole."""

from __future__ import annotations

import time
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.article import read
from bot.model import Article, Block, Caption, Page, Part, Person, Reading, Spot
from bot.people import people
from bot.people.tagger import packed, unpacked, weights

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"


def text_at(article: Article, spot: Spot) -> str:
    texts = {
        Part.BODY: [block.text for block in article.body],
        Part.CAPTION: [caption.text for caption in article.captions],
        Part.STANDFIRST: [article.standfirst],
        Part.TITLE: [article.title],
    }
    return texts[spot.part][spot.paragraph][spot.start : spot.end]


def test_the_most_important_come_first() -> None:
    body = ("Mayor Ines Calder spoke to Jonas Weber.", "Calder was brief. Calder left.", "Aiko Tanaka was there.")
    article = Article("Calder speaks", tuple(map(Block, body)), language="en")
    assert people(article)[0].name == "Ines Calder"


def test_authors_and_agencies_are_not_in_the_story() -> None:
    body = (Block("Mayor Ines Calder spoke to Reuters. Jonas Weber reports."),)
    article = Article("A title", body, authors=("Jonas Weber",), agencies=("Reuters",), language="en")
    assert [person.name for person in people(article)] == ["Ines Calder"]


def test_a_script_without_capitals_has_no_names_for_us() -> None:
    assert people(Article("題", (Block("王毅外相は月曜日に東京で会談した。"),), language="ja")) == ()


@settings(deadline=None)
@given(
    st.lists(st.text(max_size=300), max_size=4),
    st.lists(st.text(max_size=100), max_size=2),
    st.sampled_from(["", "en", "de", "fr", "ja"]),
)
def test_whatever_the_text_every_spot_holds_its_words(body: list[str], captions: list[str], language: str) -> None:
    article = Article("T", tuple(map(Block, body)), captions=tuple(map(Caption, captions)), language=language)
    for person in people(article):
        assert person.mentions
        for quote in person.quotes:
            assert text_at(article, quote.source) == quote.text
        for role in person.roles:
            assert role.text in text_at(article, role.source)


@pytest.mark.parametrize(
    "text",
    [
        "A " * 20_000,
        "Mr " * 20_000,
        '"' * 20_000,
        "Anna, " * 8_000,
        "of the " * 10_000,
        "said " * 10_000,
        "'s " * 10_000,
        "Anna Berg said. " * 5_000,
        '"Yes we can do it," said Anna. ' * 600,
    ],
)
def test_hostile_text_ends_in_time_that_grows_with_its_length(text: str) -> None:
    begun = time.process_time()
    people(Article("T", (Block(text),), language="en"))
    assert time.process_time() - begun < 60  # a quadratic pass over these would take many minutes


def test_what_was_stored_before_people_had_roles_still_reads() -> None:
    assert msgspec.json.decode(b'{"name":"Ines Calder"}', type=Person) == Person("Ines Calder")
    briefing = b'{"headline":"","standfirst":"","points":[],"reading_minutes":1}'
    old = b'{"article":{"title":"T","body":[]},"briefing":' + briefing + b"}"
    assert msgspec.json.decode(old, type=Reading).people == ()


def test_weights_come_back_as_they_were_packed() -> None:
    learned = weights()
    again = unpacked(packed(learned, 0.05))
    assert again.features == learned.features
    assert again.steps == learned.steps


def test_the_weights_are_small() -> None:
    path = Path(__file__).parents[3] / "bot" / "people" / "weights.xz"
    assert path.stat().st_size <= 500_000


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed article is not here")
def test_the_seed_article() -> None:
    [path] = SEEDS.glob("000_*.txt")
    everyone = {person.name: person for person in people(read(Page(None, path.read_bytes(), "text/plain")))}
    assert {name: person.country for name, person in everyone.items()} == {
        "Antony Blinken": "United States",
        "Wang Yi": "China",
        "Sergey Lavrov": "Russia",
        "Li Shangfu": "China",
        "Qin Gang": "China",
        "Lloyd Austin": "United States",
        "Xi Jinping": "China",
        "Janet Yellen": "United States",
        "John Kerry": "United States",
        "Joe Biden": "United States",
        "Anthony Albanese": "Australia",
        "Fumio Kishida": "Japan",
        "Jens Stoltenberg": "",
        "Chris Hipkins": "New Zealand",
        "Yoon Suk-yeol": "South Korea",
    }
    assert all(person.roles for person in everyone.values())
    assert sum(person.in_caption_only for person in everyone.values()) == 5

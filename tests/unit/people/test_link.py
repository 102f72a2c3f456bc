"""One person, one entry; and two people stay two."""

from __future__ import annotations

import pytest

from bot.model import Article, Block, Caption, Person
from bot.people import people
from bot.people.link import same_name, sounds_like


def found(*paragraphs: str, captions: tuple[str, ...] = ()) -> dict[str, Person]:
    article = Article("A title", tuple(map(Block, paragraphs)), captions=tuple(map(Caption, captions)), language="en")
    return {person.name: person for person in people(article)}


def test_a_family_name_joins_its_person() -> None:
    [(name, person)] = found("Antony Blinken flew to Cairo.", "Blinken said the talks went well. Blinken left.").items()
    assert (name, len(person.mentions)) == ("Antony Blinken", 3)


def test_a_family_name_that_stands_first() -> None:
    everyone = found("Li Shangfu and Wang Yi met on Monday.", "Li said nothing. Wang said he was pleased.")
    assert {name: len(person.mentions) for name, person in everyone.items()} == {"Li Shangfu": 2, "Wang Yi": 2}


def test_two_people_with_one_family_name_stay_two() -> None:
    everyone = found("Bill Clinton spoke first. Hillary Clinton spoke next. Clinton said she was glad.")
    assert {name: len(person.mentions) for name, person in everyone.items()} == {
        "Bill Clinton": 1,
        "Hillary Clinton": 2,
    }


def test_the_same_caption_printed_twice_counts_once() -> None:
    caption = "Prime Minister Chris Hipkins arrives in Vilnius"
    [person] = found("The talks went on for two days.", captions=(caption, caption)).values()
    assert (person.in_caption_only, len(person.mentions)) == (True, 1)


def test_a_mention_is_where_it_says() -> None:
    article = Article("A title", (Block("Mayor Ines Calder spoke."), Block("Calder was brief.")), language="en")
    [person] = people(article)
    assert [article.body[m.paragraph].text[m.start : m.end] for m in person.mentions] == ["Ines Calder", "Calder"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("zelensky", "zelenskyy"), ("mohammed", "muhammad"), ("gaddafi", "gadafi"), ("yusuf", "yousuf")],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert sounds_like(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("donald j. trump", "donald trump", True),
        ("john smith", "j. smith", True),
        ("bashar al-assad", "bashar assad", True),
        ("john smith", "jane smith", False),
        ("bill clinton", "hillary clinton", False),
        ("kim jong-un", "kim yo-jong", False),
    ],
)
def test_full_names(one: str, other: str, same: bool) -> None:
    assert same_name(tuple(one.split()), tuple(other.split())) is same

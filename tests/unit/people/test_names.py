"""Names as the world writes them, and capitals that are no names."""

from __future__ import annotations

import pytest

from bot.model import Article, Block, Caption
from bot.people import people


def named(*paragraphs: str, captions: tuple[str, ...] = (), language: str = "en") -> list[str]:
    body = tuple(Block(text) for text in paragraphs)
    pictures = tuple(Caption(text) for text in captions)
    return [person.name for person in people(Article("A title", body, captions=pictures, language=language))]


@pytest.mark.parametrize(
    "name",
    [
        "Wang Yi",
        "Yoon Suk-yeol",
        "Ursula von der Leyen",
        "Robin van Persie",
        "Mohammed bin Salman",
        "Bashar al-Assad",
        "J. K. Rowling",
        "Jean-Claude Juncker",
        "Sinéad O'Connor",
        "Ngozi Okonjo-Iweala",
        "Nguyen Phu Trong",
        "Chimamanda Ngozi Adichie",
        "Robert Downey Jr.",
        "Recep Tayyip Erdogan",
        "Sanna Marin",
        "Gabriel García Márquez",
        "Shigeru Ishiba",
        "Volodymyr Zelenskyy",
    ],
)
def test_names_of_all_regions(name: str) -> None:
    assert named(f"The report was written by {name}, who lives in the capital.") == [name]


def test_a_nickname_in_quotes_is_part_of_no_ones_name() -> None:
    assert named('The boxer Manny "Pacman" Pacquiao won again. Pacman was not tired.')[0] == "Manny Pacquiao"


def test_a_title_proves_a_name_that_nobody_has_listed() -> None:
    assert named("Then Mr Xhaferqobrzu left. He was angry.") == ["Xhaferqobrzu"]


@pytest.mark.parametrize(
    "text",
    [
        "The University of Helsinki and the Bank of England signed the deal in New York on Monday.",
        "Real Madrid beat Manchester United in the Champions League.",
        "The European Union and the African Union met in Addis Ababa, Ethiopia.",
        "Kenya Airways flies from Nairobi to Lagos on Tuesday and Friday.",
    ],
)
def test_places_and_organisations_are_not_people(text: str) -> None:
    assert named(text) == []


def test_who_took_the_picture_or_signed_the_piece_is_not_in_the_story() -> None:
    assert named(
        "Mayor Ines Calder opened the bridge.",
        "Additional reporting by Jonas Weber and Aiko Tanaka; editing by Mara Lind",
        captions=("Ines Calder cuts the ribbon. Photo: Peter Holm", "Ines Calder cuts the ribbon. Photo: Peter Holm"),
    ) == ["Ines Calder"]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "В понедельник Владимир Петров приехал в город.", "Владимир Петров"),
        ("uk", "У понеділок Андрій Коваленко приїхав до міста.", "Андрій Коваленко"),
        ("el", "Τη Δευτέρα ο Γιώργος Παπαδόπουλος ήρθε στην πόλη.", "Γιώργος Παπαδόπουλος"),
    ],
)
def test_other_scripts_with_capitals(language: str, text: str, name: str) -> None:
    assert named(text, language=language) == [name]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Die neue Außenministerin Annalena Baerbock reiste am Montag nach Wien.", "Annalena Baerbock"),
        ("es", "El presidente del Gobierno, Pedro Sánchez, viajó el lunes a Roma.", "Pedro Sánchez"),
        ("fr", "Le président français Emmanuel Macron a rencontré les maires lundi.", "Emmanuel Macron"),
    ],
)
def test_other_languages(language: str, text: str, name: str) -> None:
    assert named(text, language=language) == [name]

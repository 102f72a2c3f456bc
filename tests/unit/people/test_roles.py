"""What people are said to be: as printed, with the sentence that says so; what follows is marked apart."""

from __future__ import annotations

import pytest

from bot.model import Article, Block, Person
from bot.people import people


def who(text: str, name: str, language: str = "en") -> Person:
    article = Article("A title", tuple(map(Block, text.split("\n"))), language=language)
    return next(person for person in people(article) if person.name == name)


@pytest.mark.parametrize(
    ("text", "name", "role", "country"),
    [
        ("US Secretary of State Antony Blinken left.", "Antony Blinken", "US Secretary of State", "United States"),
        ("China's top diplomat Wang Yi arrived.", "Wang Yi", "China's top diplomat", "China"),
        (
            "Wang Yi, director of the Foreign Affairs Office, spoke.",
            "Wang Yi",
            "director of the Foreign Affairs Office",
            "",
        ),
        ("It was the 45-year-old striker Roberto Carlos again.", "Roberto Carlos", "45-year-old striker", ""),
        ("Former Kenyan president Mwai Kibaki died.", "Mwai Kibaki", "Former Kenyan president", "Kenya"),
        ("President-elect Bola Tinubu spoke.", "Bola Tinubu", "President-elect", ""),
        ("Acting governor Maria Lopez signed it.", "Maria Lopez", "Acting governor", ""),
        (
            "Anna Berg, a spokesperson for the port company, said no.",
            "Anna Berg",
            "spokesperson for the port company",
            "",
        ),
        ("Anna Berg is a teacher from Accra.", "Anna Berg", "teacher from Accra", ""),
        (
            "Sweden's minister of justice, Gunnar Holm, resigned.",
            "Gunnar Holm",
            "Sweden's minister of justice",
            "Sweden",
        ),
        ("Jeremy Hunt, who replaced Kwasi Kwarteng as chancellor, said no.", "Kwasi Kwarteng", "chancellor", ""),
        ("Jeremy Hunt, who replaced Kwasi Kwarteng as chancellor, said no.", "Jeremy Hunt", "chancellor", ""),
    ],
)
def test_a_role_as_printed(text: str, name: str, role: str, country: str) -> None:
    person = who(text, name)
    assert person.roles[0].text == role
    assert person.roles[0].stated
    assert person.country == country


@pytest.mark.parametrize(
    ("language", "text", "name", "role", "country"),
    [
        (
            "de",
            "Der frühere Bundeskanzler Gerhard Schröder sprach über Deutschland.",
            "Gerhard Schröder",
            "frühere Bundeskanzler",
            "Germany",
        ),
        ("es", "El ministro español Pedro Sánchez viajó.", "Pedro Sánchez", "ministro español", "Spain"),
        ("fr", "Le président français Emmanuel Macron est venu.", "Emmanuel Macron", "président français", "France"),
    ],
)
def test_other_languages(language: str, text: str, name: str, role: str, country: str) -> None:
    person = who(text, name, language)
    assert (person.roles[0].text, person.country) == (role, country)


def test_a_counterpart_has_the_office_of_the_other_and_a_country_of_their_own() -> None:
    text = "Defense Secretary Lloyd Austin met his Chinese counterpart Li Shangfu. US officials were pleased."
    person = who(text, "Li Shangfu")
    assert [(role.text, role.stated) for role in person.roles] == [
        ("his Chinese counterpart", True),
        ("Defense Secretary", False),
    ]
    assert (person.country, person.country_stated) == ("China", True)
    assert (who(text, "Lloyd Austin").country, who(text, "Lloyd Austin").country_stated) == ("United States", False)


def test_what_a_capital_says_of_its_minister() -> None:
    person = who("Beijing said that Foreign Minister Qin Gang could not come.", "Qin Gang")
    assert (person.country, person.country_stated) == ("China", False)


def test_an_organisation_is_not_a_country() -> None:
    person = who("NATO Secretary-General Jens Stoltenberg spoke in Vilnius, Lithuania.", "Jens Stoltenberg")
    assert (person.organisation, person.country) == ("NATO", "")


def test_the_next_ones_title_is_not_a_role() -> None:
    person = who(
        "Australian Prime Minister Anthony Albanese, NATO chief Jens Stoltenberg and others posed.", "Anthony Albanese"
    )
    assert [role.text for role in person.roles] == ["Australian Prime Minister"]


def test_a_role_keeps_its_sentence() -> None:
    article = Article("A title", (Block("It rained. Mayor Ines Calder spoke. It rained again."),), language="en")
    [person] = people(article)
    source = person.roles[0].source
    assert article.body[0].text[source.start : source.end] == "Mayor Ines Calder spoke."


@pytest.mark.parametrize("text", ["Ms Ines Calder spoke.", "Dr Ines Calder spoke."])
def test_a_form_of_address_is_no_role(text: str) -> None:
    assert who(text, "Ines Calder").roles == ()


def test_two_roles_in_one_apposition() -> None:
    person = who("Anna Berg, head of sales, research and law at the port and chair of the board, said no.", "Anna Berg")
    assert [role.text for role in person.roles] == ["head of sales", "chair of the board"]


def test_who_is_described_later_can_only_be_the_one_named_so_far() -> None:
    text = "Aisha Omari sells maize by the road.\nThe mother of three says business is good."
    [role] = who(text, "Aisha Omari").roles
    assert (role.text, role.stated) == ("mother of three", False)
    assert who(text.replace("by the road", "with Amina Saleh"), "Aisha Omari").roles == ()

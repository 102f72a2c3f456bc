"""People, agencies, desks and the site itself in the fields where pages name their authors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.article.names import credits_in, name_key

OWN = frozenset({name_key("The Coast Courier"), name_key("courier.example")})


@pytest.mark.parametrize(
    ("field", "people"),
    [
        ("By Anna Meier and John Smith, Political editor in Berlin", ("Anna Meier", "John Smith")),
        ("Von Anna Meier und Jan van der Berg", ("Anna Meier", "Jan van der Berg")),
        ("Por María José de la Cruz y Luis Peña", ("María José de la Cruz", "Luis Peña")),
        ("ANNA MEIER", ("Anna Meier",)),
        ("Political editor Anna Meier", ("Anna Meier",)),
        ("Anna Meier (Reuters)", ("Anna Meier",)),
        ("Anna Meier, Nairobi", ("Anna Meier",)),
        ("Anna Meier, Professor of History at the University of Eastmouth", ("Anna Meier",)),
        ("Maria & Katerina", ("Maria", "Katerina")),
        ("Anna, Meier, Nairobi, Kenya", ()),
        ("Nachrichten", ()),
        ("anna.meier@courier.example", ()),
        ("Anna Meier anna@courier.example", ("Anna Meier",)),
        ("@annameier", ()),
        ("https://facebook.com/anna.meier", ()),
        ("admin", ()),
        ("105092", ()),
        ("Staff Writer", ()),
        ("신현주 기자", ("신현주",)),
        ("박준석 기자 외 1명", ("박준석",)),
        ("责编：牛镛、岳弘彬", ("牛镛", "岳弘彬")),
        ("大渡 美咲", ("大渡 美咲",)),
        ("Автор: Анна Иванова", ("Анна Иванова",)),
        ("", ()),
    ],
)
def test_people(field: str, people: tuple[str, ...]) -> None:
    assert credits_in([field], OWN).people == people


@pytest.mark.parametrize(
    ("field", "agencies", "desks"),
    [
        ("dpa/AFP", ("dpa", "AFP"), ()),
        ("Reuters Staff", ("Reuters",), ()),
        ("Associated Press", ("AP",), ()),
        ("Newsroom", (), ("Newsroom",)),
        ("News & Features Desk", (), ("News & Features Desk",)),
        ("Redaktion", (), ("Redaktion",)),
        ("Gear Team", (), ("Gear Team",)),
        ("社会部取材班", (), ("社会部取材班",)),
    ],
)
def test_agencies_and_desks_are_no_people(field: str, agencies: tuple[str, ...], desks: tuple[str, ...]) -> None:
    found = credits_in([field], OWN)
    assert (found.people, found.agencies, found.desks) == ((), agencies, desks)


@pytest.mark.parametrize("field", ["Coast Courier", "courier.example", "The Coast Courier Staff", "Coast Courier News"])
def test_the_site_itself(field: str) -> None:
    found = credits_in([field], OWN)
    assert found.people == found.desks == ()
    assert found.own == found.order == (field,)


def test_its_own_name_is_not_told_beside_others() -> None:
    assert credits_in(["Coast Courier", "Anna Meier", "Reuters"], OWN).order == ("Anna Meier", "Reuters")


def test_an_organisation_is_not_taken_apart() -> None:
    assert credits_in([], OWN, ["Morgan & Morgan"]).desks == ("Morgan & Morgan",)


@given(st.lists(st.text(max_size=300), max_size=4), st.lists(st.text(max_size=80), max_size=2))
def test_any_field_is_fine(fields: list[str], organisations: list[str]) -> None:
    found = credits_in(fields, OWN, organisations)
    assert all(name.strip() and len(name) <= 60 for name in found.people)
    assert not set(found.people) & set(found.own)


@pytest.mark.parametrize("piece", ["by ", "a", "A B, ", "- ", "(", " and ", "@", "외 1명", "\n", "A. "])
def test_a_megabyte_is_no_burden(piece: str) -> None:
    credits_in([piece * (1_000_000 // len(piece))], OWN)

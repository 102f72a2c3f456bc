"""One language at a time for each event, plurals, dates and marks."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import date

import pytest

from bot.channels import spoken
from bot.locale import count, each_in, language, say, speaking
from bot.locale.countries import OWN, code_of, country
from bot.locale.dates import day, days, month, number
from bot.locale.marks import quoted
from bot.people.lexicon import COUNTRIES

NARROW, SPACED = "12\u202f345", "«\xa0x\xa0»"


async def said() -> AsyncIterator[str]:
    for _ in range(3):
        await asyncio.sleep(0)
        yield say("Delete")


async def heard(chosen: str) -> list[str]:
    return [f"{text} ({language()})" async for text in each_in(chosen, said())]


async def test_many_are_answered_at_a_time_each_in_their_own_language() -> None:
    told = await asyncio.gather(*map(heard, ("de", "fr", "en", "es")))
    assert [each[0] for each in told] == ["Löschen (en)", "Supprimer (en)", "Delete (en)", "Eliminar (en)"]
    assert all(len(set(each)) == 1 for each in told)


@pytest.mark.parametrize(
    ("chosen", "number", "told"),
    [
        ("en", 1, "1 paragraph"),
        ("en", 0, "0 paragraphs"),
        ("de", 2, "2 Absätze"),
        ("fr", 0, "0 paragraphe"),
        ("fr", 2, "2 paragraphes"),
        ("es", 1, "1 párrafo"),
    ],
)
def test_plurals_are_those_of_the_language(chosen: str, number: int, told: str) -> None:
    with speaking(chosen):
        assert count("{number} paragraph", "{number} paragraphs", number) == told


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ("en", ["3 Sep 2026", "Sep 2026", "3–9 Jul 2026", "31 Dec 2025 – 1 Jan 2026", "12,345", "“x”"]),
        ("de", ["3. Sept. 2026", "Sept. 2026", "3.–9. Juli 2026", "31. Dez. 2025 – 1. Jan. 2026", "12.345", "„x“"]),
        ("es", ["3 sept 2026", "sept 2026", "3–9 jul 2026", "31 dic 2025 – 1 ene 2026", "12.345", "«x»"]),
        ("fr", ["3 sept. 2026", "sept. 2026", "3–9 juil. 2026", "31 déc. 2025 – 1 janv. 2026", NARROW, SPACED]),
    ],
)  # fmt: skip
def test_dates_numbers_and_marks(chosen: str, told: list[str]) -> None:
    with speaking(chosen):
        spans = [days(date(2026, 7, 3), date(2026, 7, 9)), days(date(2025, 12, 31), date(2026, 1, 1))]
        assert [day(date(2026, 9, 3)), month(date(2026, 9, 3)), *spans, number(12345), quoted("x")] == told


def test_countries_are_called_as_readers_call_them() -> None:
    names = ("Germany", "Turkey", "Scotland", "Atlantis")
    assert [country(name) for name in names] == list(names)
    with speaking("de"):
        assert [country(name) for name in names] == ["Deutschland", "Türkei", "Schottland", "Atlantis"]


def test_every_country_that_we_find_has_a_name_in_every_language() -> None:
    assert [row.name for row in COUNTRIES if row.name not in OWN and not code_of(row.name)] == []


@pytest.mark.parametrize(
    ("locales", "chosen"),
    [
        (("auto", "es-419", "de"), "es"),
        (("auto", "", "fr"), "fr"),
        (("auto", "pt-BR", "de"), "de"),
        (("de", "fr", "en"), "de"),
        (("auto", "DE_at"), "de"),
        ((), "en"),
    ],
)
def test_which_language_is_spoken(locales: tuple[str, ...], chosen: str) -> None:
    assert spoken(*locales) == chosen


def test_what_people_typed_is_never_taken_for_a_place() -> None:
    assert (
        say("I do not know /{given}. Try /help.", given="{host} %s {0}") == "I do not know /{host} %s {0}. Try /help."
    )

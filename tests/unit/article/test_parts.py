"""The small deciders: credits, bylines, sign-offs, dates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.article.agencies import agencies_in, sign_off, split_authors
from bot.article.dates import find_date, is_date_line, iso, moment
from bot.article.furniture import byline_names, split_credit
from bot.model import Caption


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("The mayor on ThursdayImage: LEAH ROE/REUTERS", Caption("The mayor on Thursday", "LEAH ROE/REUTERS")),
        ("The mayor on Thursday. Photo: Jo Falk", Caption("The mayor on Thursday.", "Jo Falk")),
        ("The mayor | Credit: Getty Images", Caption("The mayor", "Getty Images")),
        ("Foto: Jo Falk/dpa", Caption("", "Jo Falk/dpa")),
        ("The mayor speaks (Jo Falk/AFP)", Caption("The mayor speaks", "Jo Falk/AFP")),
    ],
)
def test_credits(line: str, caption: Caption) -> None:
    assert split_credit(line) == caption


@pytest.mark.parametrize("line", ["The mayor spoke.", "Her image: that of a fighter who never gives up: never.", ""])
def test_prose_has_no_credit(line: str) -> None:
    assert split_credit(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ana Ruiz", ["Ana Ruiz"]),
        ("By Ana Ruiz and Ben Olsen", ["Ana Ruiz", "Ben Olsen"]),
        ("Von Greta Sommer", ["Greta Sommer"]),
        ("By the time the bridge was open, it rained.", []),
        ("By Tuesday", []),
    ],
)
def test_bylines(line: str, names: list[str]) -> None:
    assert byline_names(line) == names


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("msh/sdi (AFP, Reuters)", ("AFP", "Reuters")),
        ("(dpa)", ("dpa",)),
        ("— Reuters", ("Reuters",)),
        ("gs (dpa, AFP)", ("dpa", "AFP")),
        ("ar/bo", ()),
        ("The council met (and voted).", None),
        ("A sentence of prose that is no sign-off at all", None),
    ],
)
def test_sign_offs(line: str, agencies: tuple[str, ...] | None) -> None:
    assert sign_off(line) == agencies


def test_agencies_are_no_people() -> None:
    assert split_authors(["Ana Ruiz", "Reuters", "dpa/AFP"]) == (("Ana Ruiz",), ("Reuters", "dpa", "AFP"))
    assert agencies_in("AFP and a friend") == ()
    assert agencies_in("Anadolu Ajansı, 新华社") == ("Anadolu", "Xinhua")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("5 March 2026", "2026-03-05"),
        ("March 5, 2026", "2026-03-05"),
        ("Stand: 5. März 2026", "2026-03-05"),
        ("5 de marzo de 2026", "2026-03-05"),
        ("le 5 mars 2026", "2026-03-05"),
        ("05.03.2026", "2026-03-05"),
        ("Published 2026-03-05", "2026-03-05"),
        ("2026年3月5日", "2026-03-05"),
        ("2026년 3월 5일", "2026-03-05"),
        ("2026.03.05", "2026-03-05"),
        ("2026/3/5", "2026-03-05"),
        ("05/03/2026", "2026-03-05"),
        ("03/25/2026", "2026-03-25"),
        ("5 марта 2026", "2026-03-05"),
        ("5 maja 2026", "2026-05-05"),
        ("5 मार्च 2026", "2026-03-05"),
        ("5 مارس 2026", "2026-03-05"),
        ("٥ مارس ٢٠٢٦", "2026-03-05"),
        ("5 มีนาคม 2026", "2026-03-05"),
        ("5. března 2026", "2026-03-05"),
        ("31 February 2026", None),
        ("no day", None),
    ],
)
def test_days(line: str, day: str | None) -> None:
    assert find_date(line) == day
    assert is_date_line(line) is (day is not None)


@pytest.mark.parametrize(
    ("given_text", "value"),
    [
        ("2026-03-05", "2026-03-05"),
        ("2026-03-05T06:40:00.000Z", "2026-03-05T06:40:00+00:00"),
        ("2026-03-05T06:40:00+0100", "2026-03-05T06:40:00+01:00"),
        ("2026-03-05T99:40:00Z", "2026-03-05"),
        ("yesterday", None),
        (None, None),
    ],
)
def test_machine_dates(given_text: str | None, value: str | None) -> None:
    assert iso(given_text) == value


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("2026-03-05T06:40:00+01:00", "2026-03-05T06:40:00+01:00"),
        ("2026-03-05 06:40:00.0", "2026-03-05T06:40:00"),
        ("Thu, 05 Mar 2026 06:40:00 GMT", "2026-03-05T06:40:00+00:00"),
        ("1772692800", "2026-03-05T06:40:00+00:00"),
        ("1772692800000", "2026-03-05T06:40:00+00:00"),
        ("20260305", "2026-03-05"),
        ("20260305T064000Z", "2026-03-05T06:40:00+00:00"),
        ("05/03/2026 06:40:00", "2026-03-05"),
        ("Mar 05, 2026", "2026-03-05"),
        ("9999999999999", "2286-11-20T17:46:39+00:00"),
        ("20269999", None),
        ("", None),
        (None, None),
    ],
)
def test_fields_for_dates(field: str | None, value: str | None) -> None:
    assert moment(field) == value


@pytest.mark.parametrize("piece", ["1 ", "1. ", "2026-", "a 1 2026", "5 March ", " ", "00:00"])
def test_a_long_line_is_no_burden(piece: str) -> None:
    find_date(piece * 200_000)
    moment(piece * 200_000)


@given(st.text(max_size=200))
def test_any_line_is_fine(line: str) -> None:
    split_credit(line)
    byline_names(line)
    sign_off(line)
    find_date(line)
    moment(line)

"""How lines begin, tried by their first letter."""

from __future__ import annotations

import pytest

from bot.article.openings import Openings, first_letters, split


def test_alternatives_part_at_the_bars_outside_of_groups_and_classes() -> None:
    assert list(split(r"a(?:b|c)|[|]d|e\|f")) == [r"a(?:b|c)", "[|]d", r"e\|f"]


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("read more|watch", "rw"),
        (r"(?:skip|jump) to", "sj"),
        (r"(?:please )?(?:enable|turn on)", "pet"),
        (r"(?:©|\(c\)) ?\d{4}", "©("),
        (r"\d+ comments?", "0123456789"),
    ],
)
def test_a_pattern_tells_what_it_may_begin_with(pattern: str, letters: str) -> None:
    assert set(first_letters(pattern)) == set(letters)


@pytest.mark.parametrize("pattern", [".{3}", "[ab]c", "a?b", r"\w+", "(a)b"])
def test_a_pattern_that_may_begin_with_anything_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="must begin with a letter"):
        Openings([pattern])


def test_a_line_fits_whole_or_by_its_beginning() -> None:
    whole, opening = Openings(["menu|\\d+ comments?"], r"\W*$"), Openings(["read (?:more|also)"])
    assert [whole.fit(line) for line in ("menu …", "menus", "3 comments", "")] == [True, False, True, False]
    assert [opening.fit(line) for line in ("read also: the bridge", "reading", "a menu")] == [True, False, False]

"""How much of a text another one carries, without either text."""

from __future__ import annotations

import random

from bot.stories.sketch import share, sketch


def text(words: int, seed: int) -> list[str]:
    rng = random.Random(seed)
    return [f"w{rng.randrange(5000)}" for _ in range(words)]


def test_a_copy_carries_all_and_another_text_nothing() -> None:
    one, other = text(300, 1), text(300, 2)
    assert share(sketch(one), sketch(one)) == 1.0
    assert share(sketch(one), sketch(other)) == 0.0


def test_a_part_is_carried_whole_but_does_not_carry_the_whole() -> None:
    whole = text(900, 3)
    part = sketch(whole[:200])
    assert share(part, sketch(whole)) == 1.0
    assert share(sketch(whole), part) < 0.5


def test_a_few_changed_words_leave_it_a_copy() -> None:
    changed = text(400, 4)
    before = sketch(changed)
    for at in range(0, 400, 50):
        changed[at] = "other"
    assert 0.8 < share(sketch(changed), before) < 1.0


def test_a_few_words_prove_nothing() -> None:
    assert share(sketch(["a"] * 4), sketch(["a"] * 4)) == 0.0
    assert share(sketch(text(9, 5)), sketch(text(9, 5))) == 0.0

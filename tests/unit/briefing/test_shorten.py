"""What a point can do without, and what it cannot."""

from __future__ import annotations

import pytest

from bot.briefing.shorten import cut
from bot.briefing.spans import joined


def short(sentence: str, language: str = "en", *, opens: bool = True) -> str:
    return joined(sentence, cut(sentence, language, opens_story=opens))


@pytest.mark.parametrize(
    ("language", "sentence", "left"),
    [
        ("en", "LONDON (Reuters) - The bank raised rates.", "The bank raised rates."),
        ("en", "BERLIN, July 13 — Police found two men.", "Police found two men."),
        ("de", "Wien (APA/dpa) – Der Rat stimmte zu.", "Der Rat stimmte zu."),
        ("de", "London/Ostmünde - Der Rat stimmte zu.", "Der Rat stimmte zu."),
        ("en", "The bank (founded in 1901) raised rates to 5%.", "The bank raised rates to 5%."),
        ("en", "The bridge is safe, the mayor said in a statement on Tuesday.", "The bridge is safe, the mayor said."),
        ("en", "“It is safe,” the mayor told reporters on Tuesday.", "“It is safe,” the mayor told reporters."),
        ("en", "The council, on Monday, voted for the bridge.", "The council voted for the bridge."),
        ("en", "Meanwhile, Germany agreed to pay.", "Germany agreed to pay."),
        (
            "de",
            "Die Brücke sei sicher, teilte die Stadt am Dienstagabend mit.",
            "Die Brücke sei sicher, teilte die Stadt mit.",
        ),
        (
            "es",
            "El puente es seguro, dijo la alcaldesa el martes.",
            "El puente es seguro, dijo la alcaldesa.",
        ),
        ("fr", "Le pont est sûr, a déclaré la maire mardi soir.", "Le pont est sûr, a déclaré la maire."),
    ],
)
def test_what_goes(language: str, sentence: str, left: str) -> None:
    assert short(sentence, language) == left


@pytest.mark.parametrize(
    "sentence",
    [
        "The man was (not) hurt.",
        "“We will go (soon) on Monday,” she said.",
        "The bridge is unsafe, engineers said.",
        "NATO — an alliance of 31 — met.",
        "He paid for the (Queer-)Fest.",
        "Meanwhile, the town agreed.",
        "It opens on Monday, on Tuesday, and on Friday.",
    ],
)
def test_what_stays(sentence: str) -> None:
    assert short(sentence) == sentence


def test_the_speaker_always_stays() -> None:
    assert short("The minister took bribes, prosecutors said in a letter on Friday.") == (
        "The minister took bribes, prosecutors said."
    )

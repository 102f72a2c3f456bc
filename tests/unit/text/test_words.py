"""Words are counted as readers of each script would."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from bot.text.language import guess
from bot.text.scripts import SCRIPTS
from bot.text.words import count_words, reading_minutes, words


def test_words_are_compared_without_case_and_width() -> None:
    assert words("Straße ＡＢＣ, don't") == ["strasse", "abc", "don", "t"]


def test_unspaced_scripts_count_by_characters() -> None:
    assert count_words("one two three") == 3
    assert count_words("東京都は火曜日に新しい橋を") == 7
    assert count_words("") == 0


def test_reading_time() -> None:
    assert reading_minutes("word " * 10, "en") == 1
    assert reading_minutes("word " * 952, "en") == 4
    assert reading_minutes("字" * 1040, "zh") == 4
    assert reading_minutes("", "") == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The council has decided that the old bridge will be rebuilt, and the work is to begin in spring."),
        ("de", "Der Rat hat am Dienstag beschlossen, die alte Brücke wieder aufzubauen, und das ist auch gut so."),
        (
            "es",
            "El consejo votó el martes para reconstruir el puente de la ciudad, que estaba cerrado por las grietas.",
        ),
        ("fr", "Le conseil a voté mardi pour reconstruire le vieux pont de la ville, qui était fermé depuis des mois."),
        ("it", "Il consiglio ha votato per ricostruire il ponte della città, che era chiuso da anni per i lavori."),
        ("pt", "O conselho votou para reconstruir a ponte da cidade, que não foi aberta e está fechada há anos."),
        (
            "nl",
            "De raad heeft besloten dat de oude brug wordt gebouwd, en het werk begint in het voorjaar van dit jaar.",
        ),
        ("pl", "Rada miasta zdecydowała, że stary most będzie odbudowany, ale nie jest to koniec i się okaże."),
        ("tr", "Belediye meclisi eski köprü için bir karar aldı ve bu karar çok önemli olarak görülüyor ama daha var."),
        ("ja", "市議会は火曜日に古い橋を再建することを決めた。"),
        ("zh", "市议会星期二决定重建旧桥。"),
        ("ko", "시의회는 화요일에 오래된 다리를 다시 짓기로 했다."),
        ("hi", "नगर परिषद ने पुराने पुल को फिर से बनाने का फैसला किया।"),
        ("fa", "شورای شهر تصمیم گرفت پل قدیمی را بازسازی کند."),
        ("ru", "Городской совет решил восстановить старый мост."),
        ("uk", "Міська рада вирішила відбудувати старий міст і це її рішення."),
        ("ar", "قرر المجلس إعادة بناء الجسر القديم."),
        ("el", "Το συμβούλιο αποφάσισε να ξαναχτίσει τη γέφυρα."),
        ("", "Bridge 2026 Eastmouth"),
        ("", ""),
    ],
)
def test_the_language_of_a_text(language: str, text: str) -> None:
    assert guess(text) == language


def test_no_letter_belongs_to_two_scripts() -> None:
    letters = "".join(map(chr, range(0x10000)))
    members = {name: set(re.findall(f"[{ranges}]", letters)) for name, ranges in SCRIPTS.items()}
    assert all(members.values())
    assert [(one, two) for one, two in combinations(members, 2) if members[one] & members[two]] == []

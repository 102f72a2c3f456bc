"""Every message of the code is in every language, once, whole, and with the same places for names."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from babel.messages import Message

from bot.cards.settings import NAMES, VALUES
from bot.channels import LANGUAGES, TABLE
from bot.chat import CommandSpec
from bot.locale import speaking
from bot.locale.catalogue import HERE
from bot.locale.sources import Key, in_code, in_files, key_of, missing, places
from bot.services.commands import COMMANDS, MESSAGE_COMMANDS
from bot.services.translate_commands import translated, translated_entry

OTHERS = LANGUAGES[1:]
NAME = re.compile(r"[-\w]{1,32}")
"""What Discord takes for the name of a command or an option; it must be in small letters, too."""


@pytest.fixture(scope="module")
def code() -> dict[Key, object]:
    return dict(in_code())


def texts(message: Message) -> list[tuple[str, str]]:
    """Pairs of what the code says and what the catalogue says."""
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    return [(message.id[n > 0], text) for n, text in enumerate(message.string or ())]


def test_there_is_a_folder_for_each_language_and_no_other() -> None:
    assert {path.name for path in HERE.iterdir() if any(path.glob("*.po"))} == set(OTHERS)


def test_the_code_says_something(code: dict[Key, object]) -> None:
    assert (None, "Where does it say that?") in code
    assert ("command", "brief") in code


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_missing(language: str) -> None:
    assert [f"{found.where}: {found.key[1]}" for found in missing(language)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_stale_doubtful_or_said_twice(language: str, code: dict[Key, object]) -> None:
    keys = Counter(key_of(message) for _, message in in_files(language))
    assert [key for key in keys if key not in code] == []
    assert [key for key, times in keys.items() if times > 1] == []
    assert [message.id for _, message in in_files(language) if message.fuzzy] == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_is_there_with_the_same_places_for_names(language: str, code: dict[Key, object]) -> None:
    for file, message in in_files(language):
        assert isinstance(message.id, str) or len(message.string or ()) == 2, (file.name, message.id)
        for said, told in texts(message):
            assert told.strip(), (file.name, said)
            assert set(places(told)) == set(places(said)), (file.name, told)
            assert said.endswith((".", ":", "?")) == told.endswith((".", ":", "?")), (file.name, told)


def test_french_is_set_as_french_is() -> None:
    """A space that does not break before : ; ! ? and inside of guillemets, and no typewriter's apostrophes."""
    for file, message in in_files("fr"):
        for _, told in texts(message):
            assert not re.search(r" [:;!?»]|« |\w'\w", told), (file.name, told)


@pytest.mark.parametrize("language", OTHERS)
def test_quotation_marks_are_those_of_the_language(language: str) -> None:
    ours = {"de": "„“", "es": "«»", "fr": "«»"}[language]
    for file, message in in_files(language):
        for _, told in texts(message):
            assert set(told) & set("„“”«»") <= set(ours), (file.name, told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_registered_with_a_platform_is_short_enough(language: str) -> None:
    def check(spec: CommandSpec) -> None:
        assert len(spec.help) <= 100, spec.help
        assert NAME.fullmatch(spec.label or spec.name)
        assert spec.label == spec.label.lower()
        names = [option.label or option.name for option in spec.options]
        assert len(set(names)) == len(names)
        for option in spec.options:
            assert len(option.help) <= 100, option.help
            assert NAME.fullmatch(option.label or option.name)
            assert option.label == option.label.lower()
            assert all(len(choice.label) <= 100 for choice in option.choices)
        for part in spec.parts:
            check(part)

    with speaking(language):
        specs = [translated(spec) for spec in COMMANDS]
        assert len({spec.label or spec.name for spec in specs}) == len(specs)
        for spec in specs:
            check(spec)
        assert all(len(translated_entry(entry).label) <= 24 for entry in MESSAGE_COMMANDS)


def test_every_setting_and_value_has_its_words() -> None:
    assert list(NAMES) == list(TABLE)
    assert list(VALUES) == [(name, value) for name, setting in TABLE.items() for value in setting.values]

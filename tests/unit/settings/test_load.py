"""A configuration file is read, or refused with the key, the value and the fix."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.registry import ADAPTERS
from bot.errors import ConfigError
from bot.settings import Fetch, Settings, SettingsErrors, load
from bot.settings.load import read_section

ROOT = Path(__file__).parents[3]
SECTIONS = {name: adapter.settings_type() for name, adapter in ADAPTERS.items()}


def loaded(tmp_path: Path, text: str, **env: str) -> Settings:
    file = tmp_path / "config.toml"
    file.write_text(text)
    return load(file, env, SECTIONS)


def problems(tmp_path: Path, text: str, **env: str) -> list[str]:
    with pytest.raises(SettingsErrors) as caught:
        loaded(tmp_path, text, **env)
    return str(caught.value).splitlines()


def test_without_a_file_all_is_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load(None, {}, SECTIONS) == Settings(sections={name: kind() for name, kind in SECTIONS.items()})


def test_a_file_named_by_the_environment(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("[brief]\nmax_links = 5")
    assert load(None, {"STANDFIRST_CONFIG": str(tmp_path / "mine.toml")}, SECTIONS).brief.max_links == 5


def test_values_are_taken(tmp_path: Path) -> None:
    settings = loaded(tmp_path, 'data = "d"\n[fetch]\ntimeout_seconds = 5\nports = [80]\n[web]\nport = 9000')
    assert (settings.data, settings.fetch.timeout_seconds, settings.fetch.ports) == ("d", 5.0, (80,))
    assert settings.sections["web"] == msgspec.convert({"port": 9000}, SECTIONS["web"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[fetch]\ntimout_seconds = 5", ["fetch.timout_seconds", "no such setting", "fetch.timeout_seconds?"]),
        ("[fetch]\ntimeout_seconds = 500", ["fetch.timeout_seconds", "500", "a number above 0 and up to 300"]),
        ("[fetch]\nmax_bytes = '5 MB'", ["fetch.max_bytes", "5 MB", "a whole number from 10000 to 5e+07"]),
        ("[fetch]\nports = [0]", ["fetch.ports", "[0]", "a list in brackets, each a whole number from 1 to 65535"]),
        ("[brief]\nautomatic = 'yes'", ["brief.automatic", "yes", "true or false"]),
        ("[log]\nlevel = 'loud'", ["log.level", "loud", '"debug", "error", "info", "warning"']),
        ("[web]\nport = 70000", ["web.port", "70000", "0 to 65535"]),
        ("[wbe]\nport = 1", ["wbe", "Did you mean web?"]),
        ("fetch = 3", ["fetch", "[fetch] on a line of its own"]),
        ("platforms = ['dicsord']", ["platforms", "dicsord"]),
        ("platforms = 'web'", ["platforms", "a list in brackets"]),
        ("data = \nx", ["not TOML", "line 1"]),
        ("[store]\nurl = 'postgresql://me:hush@db/x'", ["store.url", "password", "STANDFIRST_STORE_URL"]),
    ],
)
def test_what_is_wrong_is_told_with_its_fix(tmp_path: Path, text: str, words: list[str]) -> None:
    [line] = problems(tmp_path, text)
    for word in words:
        assert word in line
    assert "hush" not in line


def test_everything_wrong_is_told_at_once(tmp_path: Path) -> None:
    assert len(problems(tmp_path, "date = 'x'\n[fetch]\nmax_hops = -1\n[read]\nworkers = 99\n[web]\nprot = 1")) == 4


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsErrors, match="no such file"):
        load(tmp_path / "none.toml", {}, SECTIONS)


def test_a_password_comes_from_the_environment(tmp_path: Path) -> None:
    settings = loaded(tmp_path, "", STANDFIRST_STORE_URL="postgresql://me:hush@db/x")
    assert settings.store.url == "postgresql://me:hush@db/x"


@given(st.dictionaries(st.text(max_size=8), st.integers() | st.text(max_size=8) | st.lists(st.booleans()), max_size=4))
def test_any_table_is_read_or_refused(table: dict[str, Any]) -> None:
    errors: list[ConfigError] = []
    assert isinstance(read_section("fetch", Fetch, {"fetch": table}, errors), Fetch)
    assert len(errors) <= len(table)


def test_the_example_file_names_every_setting_with_its_default() -> None:
    text = (ROOT / "config.example.toml").read_text()
    example = tomllib.loads(text)
    settings = Settings(sections={name: kind() for name, kind in SECTIONS.items()})
    defaults = msgspec.json.decode(msgspec.json.encode(settings))
    defaults |= defaults.pop("sections")
    assert defaults.pop("llm_key") == "", "it comes from the environment alone"
    assert example == defaults


def test_the_example_file_says_a_word_on_every_setting() -> None:
    before = ""
    for line in (ROOT / "config.example.toml").read_text().splitlines():
        if "=" in line and not line.startswith("#"):
            assert before.startswith("#") or "=" in before, f"nothing is said about {line}"
        before = line

"""A TOML file and the environment become `Settings`; everything that is wrong is found in one go."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct

from bot.errors import ConfigError
from bot.settings.fixes import allowed, nearest, shown
from bot.settings.types import Alerts, Brief, Briefing, Feeds, Fetch, Log, People, Read, Settings, Store

DEFAULT_FILE = "config.toml"
FILE_VARIABLE = "STANDFIRST_CONFIG"
STORE_VARIABLE = "STANDFIRST_STORE_URL"
KEY_VARIABLE = "STANDFIRST_LLM_KEY"
OWN: dict[str, type[Struct]] = {
    "fetch": Fetch,
    "read": Read,
    "brief": Brief,
    "people": People,
    "briefing": Briefing,
    "alerts": Alerts,
    "feeds": Feeds,
    "store": Store,
    "log": Log,
}
TOP = ("platforms", "data")

S = TypeVar("S", bound=Struct)


class SettingsErrors(ConfigError):
    """All that is wrong, a line each; `errors` has them one by one."""

    def __init__(self, errors: list[ConfigError]) -> None:
        super().__init__(errors[0].key, errors[0].problem, errors[0].fix)
        self.errors = tuple(errors)
        self.args = ("\n".join(map(str, errors)),)


def load(path: Path | None, env: Mapping[str, str], sections: Mapping[str, type[Struct]]) -> Settings:
    """Settings from `path`, else from `$STANDFIRST_CONFIG`, else from `config.toml` here, else all defaults.

    `sections` are the adapters' own, by name. Raises `SettingsErrors`.
    """
    given = _table(path, env)
    errors: list[ConfigError] = []
    known = (*TOP, *OWN, *sections)
    errors += [_unknown(key, known) for key in given if key not in known]
    own = {name: read_section(name, kind, given, errors) for name, kind in OWN.items()}
    adapters = {name: read_section(name, kind, given, errors) for name, kind in sections.items()}
    top = {key: _value(key, _hint(Settings, key), given[key], errors) for key in TOP if key in given}
    settings = Settings(**own, **{k: v for k, v in top.items() if v is not None}, sections=adapters)  # type: ignore[arg-type]
    errors += [
        ConfigError("platforms", f"there is no platform {shown(name)}", nearest(name, tuple(sections)))
        for name in settings.platforms
        if name not in sections
    ]
    settings = _with_secrets(settings, env, errors)
    errors += _without_a_model(settings) + _without_a_zone(settings) + _without_feeds(settings)
    if errors:
        raise SettingsErrors(errors)
    return settings


def _table(path: Path | None, env: Mapping[str, str]) -> dict[str, Any]:
    named = path or (Path(env[FILE_VARIABLE]) if env.get(FILE_VARIABLE) else None)
    file = named or Path(DEFAULT_FILE)
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        if named is None:
            return {}
        raise _file_error(file, "there is no such file", "Name a file that exists.") from error
    except OSError as error:
        raise _file_error(file, f"it cannot be read ({error.strerror})", "Check who may read it.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _file_error(
            file, f"it is not TOML: {error}", "Mend that line; config.example.toml shows the form."
        ) from error


def _file_error(file: Path, problem: str, fix: str) -> SettingsErrors:
    return SettingsErrors([ConfigError(str(file), problem, fix)])


def read_section(name: str, kind: type[S], given: Mapping[str, Any], errors: list[ConfigError]) -> S:
    table = given.get(name, {})
    if not isinstance(table, dict):
        errors.append(ConfigError(name, f"{shown(table)} is not a section", f"Write [{name}] on a line of its own."))
        return kind()
    fields = {field.name: field.type for field in msgspec.structs.fields(kind)}
    values = {}
    for key, raw in table.items():
        if key not in fields:
            errors.append(_unknown(f"{name}.{key}", tuple(f"{name}.{field}" for field in fields)))
        elif (value := _value(f"{name}.{key}", fields[key], raw, errors)) is not None:
            values[key] = value
    return kind(**values)


def _value(key: str, hint: Any, raw: Any, errors: list[ConfigError]) -> Any:
    try:
        return msgspec.convert(raw, hint)
    except msgspec.ValidationError:
        errors.append(ConfigError(key, f"{shown(raw)} cannot be used", f"Set it to {allowed(hint)}."))
        return None


def _hint(kind: type[Struct], name: str) -> Any:
    return next(field.type for field in msgspec.structs.fields(kind) if field.name == name)


def _unknown(key: str, known: tuple[str, ...]) -> ConfigError:
    return ConfigError(key, "there is no such setting", nearest(key, known))


def _with_secrets(settings: Settings, env: Mapping[str, str], errors: list[ConfigError]) -> Settings:
    """A database password belongs into the environment, never into a file that gets copied and committed."""
    try:
        has_password = bool(urlsplit(settings.store.url).password)
    except ValueError:
        has_password = False
    if has_password:
        fix = f"Put the whole address into the environment variable {STORE_VARIABLE} and leave it out here."
        errors.append(ConfigError("store.url", "it holds a password", fix))
    settings = msgspec.structs.replace(settings, llm_key=env.get(KEY_VARIABLE, ""))
    url = env.get(STORE_VARIABLE)
    if not url:
        return settings
    return msgspec.structs.replace(settings, store=msgspec.structs.replace(settings.store, url=url))


def _without_a_zone(settings: Settings) -> list[ConfigError]:
    try:
        ZoneInfo(settings.alerts.zone)
    except (ValueError, OSError, KeyError):
        fix = 'Name one such as "Europe/Berlin" or "UTC".'
        return [ConfigError("alerts.zone", f"{shown(settings.alerts.zone)} is no time zone", fix)]
    return []


def _without_a_model(settings: Settings) -> list[ConfigError]:
    """A language model that has no name, no prices to keep a cap by, or an address that is none."""
    briefing = settings.briefing
    if briefing.engine != "llm":
        return []
    errors = []
    if not briefing.model:
        errors.append(ConfigError("briefing.model", "no model is named", "Name the model, as its vendor writes it."))
    if not briefing.address.startswith(("https://", "http://")):
        fix = "Write it with https:// or http://, up to and with /v1."
        errors.append(ConfigError("briefing.address", f"{shown(briefing.address)} is no address", fix))
    if briefing.daily_cost and not (briefing.input_price or briefing.output_price):
        fix = (
            "Set input_price and output_price (per million tokens), or daily_cost = 0 for a server that costs nothing."
        )
        errors.append(ConfigError("briefing.daily_cost", "a cap needs prices", fix))
    return errors


def _without_feeds(settings: Settings) -> list[ConfigError]:
    """Feeds that are no addresses, and bounds that contradict each other."""
    fix = "Write the whole address, with https:// or http://."
    errors = [
        ConfigError("feeds.urls", f"{shown(url)} is no address", fix)
        for url in settings.feeds.urls
        if not url.lower().startswith(("https://", "http://")) or not url.partition("://")[2].strip("/")
    ]
    if settings.feeds.least_minutes > settings.feeds.most_minutes:
        fix = "Set it to least_minutes or more."
        errors.append(ConfigError("feeds.most_minutes", "it is below feeds.least_minutes", fix))
    return errors

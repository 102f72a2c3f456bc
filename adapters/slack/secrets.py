"""Tokens and keys, from the environment only: a file with them would get copied and committed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from adapters.slack.settings import SlackSettings
from bot.errors import ConfigError

PREFIX = "STANDFIRST_SLACK_"


@dataclass(frozen=True, slots=True, repr=False)
class Secrets:
    """Each is the environment variable of its name, with the prefix and in capitals.

    `bot_token` for one workspace; `client_id`, `client_secret` and `keys` for several. `keys` are Fernet keys, the
    newest first: what is kept with an older one can still be read. `config_token` lets the doctor see the app's events.
    """

    bot_token: str = ""
    app_token: str = ""
    signing_secret: str = ""
    client_id: str = ""
    client_secret: str = ""
    keys: str = ""
    config_token: str = ""
    app_id: str = ""

    @property
    def several(self) -> bool:
        """Whether workspaces install the app themselves."""
        return bool(self.client_id)


def variable(name: str) -> str:
    return PREFIX + name.upper()


def read(env: Mapping[str, str]) -> Secrets:
    return Secrets(**{each.name: env.get(variable(each.name), "").strip() for each in fields(Secrets)})


def wanting(settings: SlackSettings, secrets: Secrets) -> Iterator[ConfigError]:
    """What must be there for this mode and is not, or is of another kind."""
    if settings.transport == "socket":
        fix = "Slack: Basic Information → App-Level Tokens → Generate, with the scope connections:write."
        yield from _token("app_token", secrets.app_token, "xapp-", fix)
    elif not secrets.signing_secret:
        yield _missing("signing_secret", "Slack: Basic Information → App Credentials → Signing Secret.")
    if not secrets.several:
        fix = "Slack: OAuth & Permissions → Bot User OAuth Token, after installing the app to your workspace."
        yield from _token("bot_token", secrets.bot_token, "xoxb-", fix)
        return
    if not secrets.client_secret:
        yield _missing("client_secret", "Slack: Basic Information → App Credentials → Client Secret.")
    if not secrets.keys:
        make = 'python -c "from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())"'
        yield _missing("keys", f"Make one, and keep it as long as the database: {make}")
    if settings.transport == "http" and not settings.public_url.startswith(("https://", "http://")):
        fix = "Set it to the address under which people reach the bot, such as https://standfirst.example."
        yield ConfigError("slack.public_url", "several workspaces can only install at a public address", fix)


def _token(name: str, value: str, start: str, fix: str) -> Iterator[ConfigError]:
    if not value:
        yield _missing(name, fix)
    elif not value.startswith(start):
        yield ConfigError(variable(name), f"it is another kind of token: it should begin with {start}", fix)


def _missing(name: str, fix: str) -> ConfigError:
    return ConfigError(variable(name), "this environment variable is not set", fix)

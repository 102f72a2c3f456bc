"""Workspaces that installed the app, in our own database: tokens are encrypted with a key from the environment."""

from __future__ import annotations

import logging
import secrets as random
import time
from collections.abc import Awaitable, Callable

import msgspec
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from slack_bolt.error import BoltError
from slack_sdk.oauth.installation_store import Bot, Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore

from adapters.slack.secrets import variable
from adapters.slack.workspaces import Workspace
from bot.chat import KeyValue
from bot.errors import ConfigError

LOGGER = logging.getLogger("adapters.slack.sdk")
STATE_GOOD_FOR = 600


def ring(keys: str) -> MultiFernet:
    """Keys apart by commas, the newest first. Raises `ConfigError`."""
    try:
        return MultiFernet([Fernet(key.strip()) for key in keys.split(",") if key.strip()])
    except ValueError as error:
        fix = 'Make one: python -c "from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())"'
        raise ConfigError(variable("keys"), "it holds something that is no key", fix) from error


class Kept(msgspec.Struct, frozen=True):
    """One workspace, as it is encrypted."""

    team: str
    name: str
    token: str
    bot_user: str
    bot_id: str
    bot_name: str
    url: str
    scopes: str
    installer: str


class Installations(AsyncInstallationStore):
    """`ask` tells who a token is, for what the install flow does not say; `saved` hears of a new one."""

    def __init__(
        self,
        values: KeyValue,
        keys: MultiFernet,
        ask: Callable[[str], Awaitable[Workspace]],
        saved: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._values, self._keys, self._ask, self._saved = values, keys, ask, saved

    @property
    def logger(self) -> logging.Logger:
        return LOGGER

    async def async_save(self, installation: Installation) -> None:
        if installation.is_enterprise_install or not installation.bot_token:
            raise BoltError("only workspaces can install the app, one by one")
        token = installation.bot_token
        known = await self._ask(token)
        scopes = installation.bot_scopes or []
        kept = Kept(
            known.id,
            known.name,
            token,
            known.bot_user,
            known.bot_id,
            known.bot_name,
            known.url,
            scopes if isinstance(scopes, str) else ",".join(scopes),
            installation.user_id or "",
        )
        sealed = self._keys.encrypt(msgspec.json.encode(kept)).decode()
        await self._values.put(_key(known.id), sealed)
        self._saved(known.id)

    async def find(self, team: str) -> Workspace | None:
        """None where the workspace did not install the app, or its token was kept with a key that is gone."""
        sealed = await self._values.get(_key(team))
        if sealed is None:
            return None
        try:
            kept = msgspec.json.decode(self._keys.decrypt(sealed.encode()), type=Kept)
        except (InvalidToken, msgspec.MsgspecError):
            LOGGER.error("the token of workspace %s cannot be read with the keys that are set", team)
            return None
        scopes = frozenset(kept.scopes.split(",")) if kept.scopes else frozenset()
        return Workspace(
            kept.team, kept.bot_user, kept.bot_id, kept.bot_name, kept.url, kept.name, scopes, token=kept.token
        )

    async def async_find_bot(
        self, *, enterprise_id: str | None, team_id: str | None, is_enterprise_install: bool | None = False
    ) -> Bot | None:
        found = await self.find(team_id) if team_id else None
        if found is None:
            return None
        scopes = sorted(found.scopes)
        return Bot(
            team_id=found.id,
            bot_token=found.token,
            bot_id=found.bot_id,
            bot_user_id=found.bot_user,
            bot_scopes=scopes,
            installed_at=0.0,
        )

    async def async_delete_all(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        if team_id:
            await self.remove(team_id)

    async def remove(self, team: str) -> None:
        await self._values.delete(_key(team))

    async def teams(self) -> list[str]:
        return [key.partition(":")[2] for key, _ in await self._values.items("install:")]


class States(AsyncOAuthStateStore):
    """What ties a browser that comes back from Slack to the one that was sent there; good once, for ten minutes.

    It is sealed instead of kept, so that whoever asks for the install page a million times fills nothing.
    """

    def __init__(self, values: KeyValue, keys: MultiFernet, clock: Callable[[], float] = time.time) -> None:
        self._values, self._keys, self._clock = values, keys, clock

    @property
    def logger(self) -> logging.Logger:
        return LOGGER

    async def async_issue(self, *args: object, **kwargs: object) -> str:
        nonce = random.token_bytes(12)
        return self._keys.encrypt_at_time(nonce, int(self._clock())).decode().rstrip("=")

    async def async_consume(self, state: str) -> bool:
        """Only one that was sealed here is noted as used."""
        now = int(self._clock())
        try:
            nonce = self._keys.decrypt_at_time(state + "=" * (-len(state) % 4), STATE_GOOD_FOR, now)
        except (InvalidToken, ValueError):
            return False
        used = f"state:{nonce.hex()}"
        if await self._values.get(used) is not None:
            return False
        for key, at in await self._values.items("state:"):
            if now - int(at) > STATE_GOOD_FOR:
                await self._values.delete(key)
        await self._values.put(used, str(now))
        return True


def _key(team: str) -> str:
    return f"install:{team}"

"""The workspaces that have the app: who the bot is there, and with which token it speaks."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

REMEMBERED = 5000


@dataclass(frozen=True, slots=True)
class Workspace:
    """`url` is where people open it, for links to messages; `token` never shows in a log."""

    id: str
    bot_user: str
    bot_id: str
    bot_name: str = "Standfirst"
    url: str = ""
    name: str = ""
    scopes: frozenset[str] = frozenset()
    token: str = field(default="", repr=False)


Finds = Callable[[str], Awaitable[Workspace | None]]
Clients = Callable[[str], AsyncWebClient]


class Workspaces:
    """`find` asks where they are kept; what was found is remembered until `forget`. `client` makes one for a token.

    `only` is set where there is one workspace: all that comes in is for it, whatever workspace a guest is from.
    """

    def __init__(self, find: Finds, client: Clients) -> None:
        self._find, self._client = find, client
        self._known: OrderedDict[str, Workspace] = OrderedDict()
        self.only: Workspace | None = None

    async def find(self, team: str) -> Workspace | None:
        known = self._known.get(team) or await self._find(team)
        if known:
            self._known[team] = known
            self._known.move_to_end(team)
            if len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        return known

    async def addressed(self, team: str | None) -> Workspace | None:
        """Whose bot something that comes in is for."""
        return self.only or (await self.find(team) if team else None)

    def forget(self, team: str) -> None:
        self._known.pop(team, None)

    def client(self, space: Workspace) -> AsyncWebClient:
        return self._client(space.token)

    async def authorize(self, team_id: str | None, enterprise_id: str | None) -> AuthorizeResult | None:
        """For bolt: in whose name a request is answered. None: that workspace does not have the app (any more)."""
        space = await self.addressed(team_id)
        if space is None:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=space.id,
            bot_token=space.token,
            bot_id=space.bot_id,
            bot_user_id=space.bot_user,
        )


async def ask(client: AsyncWebClient, token: str) -> Workspace:
    """Who a token is. Raises `SlackApiError`."""
    told = await client.auth_test(token=token)
    headers = {str(name).lower(): str(value) for name, value in dict(told.headers).items()}
    scopes = frozenset(each.strip() for each in headers.get("x-oauth-scopes", "").split(",") if each.strip())
    return Workspace(
        str(told["team_id"]),
        str(told["user_id"]),
        str(told.get("bot_id", "")),
        str(told.get("user") or "Standfirst"),
        str(told.get("url", "")),
        str(told.get("team", "")),
        scopes,
        token,
    )

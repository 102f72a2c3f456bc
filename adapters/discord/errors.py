"""discord.py's exceptions as errors of the one tree, in one place."""

from __future__ import annotations

import aiohttp
import discord

from adapters.discord.settings import TOKEN_VARIABLE
from bot.errors import ConfigError, SendError, SendLater, Undeliverable

PORTAL = "https://discord.com/developers/applications"
ALREADY_ACKNOWLEDGED, THREAD_EXISTS = 40060, 160004
UNKNOWN_CHANNEL, UNKNOWN_WEBHOOK, UNKNOWN_MESSAGE, UNKNOWN_INTERACTION = 10003, 10015, 10008, 10062
INVALID_TOKEN = 50027
SPENT = (UNKNOWN_WEBHOOK, UNKNOWN_INTERACTION, INVALID_TOKEN)
BAD_TOKEN, BAD_SHARD, SHARDS_NEEDED, NOT_APPROVED = 4004, 4010, 4011, 4014
AFTER_SERVER_ERROR, AFTER_BROKEN_LINE, AFTER_REFUSAL = 30.0, 10.0, 60.0

Failure = (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError)
"""What any call to Discord may raise."""


def translated(error: BaseException) -> SendError:
    """Whether a reply that was not taken can be sent later, or never."""
    match error:
        case discord.RateLimited():
            return SendLater(error.retry_after)
        case discord.DiscordServerError():
            return SendLater(AFTER_SERVER_ERROR)
        case discord.HTTPException(status=429):
            return SendLater(pause_of(error))
        case discord.HTTPException():
            gone = error.code == UNKNOWN_CHANNEL
            return Undeliverable(f"Discord answered {error.status} ({error.code}): {error.text[:200]}", gone=gone)
        case aiohttp.ClientError() | OSError() | TimeoutError():
            return SendLater(AFTER_BROKEN_LINE)
        case _:
            return Undeliverable(f"{type(error).__name__}: {error}"[:200])


def pause_of(error: discord.HTTPException) -> float:
    """The seconds that a refusal asks for."""
    try:
        return float(error.response.headers.get("Retry-After", AFTER_REFUSAL))
    except ValueError:
        return AFTER_REFUSAL


def is_spent(error: BaseException) -> bool:
    """Whether an interaction can be answered no more: its quarter of an hour is over."""
    return isinstance(error, discord.HTTPException) and (error.code in SPENT or error.status == 401)


def hopeless(error: BaseException) -> ConfigError | None:
    """What only a person can mend before the bot can run at all; None for what passes by itself."""
    code = error.code if isinstance(error, discord.ConnectionClosed) else 0
    if isinstance(error, discord.LoginFailure) or code == BAD_TOKEN:
        return token_refused()
    if isinstance(error, discord.PrivilegedIntentsRequired) or code == NOT_APPROVED:
        fix = f"Switch on Message Content Intent on the app's Bot page at {PORTAL}, or set it to false."
        return ConfigError("discord.message_content", "Discord does not let this app read messages", fix)
    if code in (BAD_SHARD, SHARDS_NEEDED):
        fix = "Set shard_count to 0, so that Discord says how many there are, or to a larger number."
        return ConfigError("discord.shard_count", "Discord refuses these shards", fix)
    return None


def token_refused() -> ConfigError:
    return ConfigError(TOKEN_VARIABLE, "Discord refuses this token", f"Reset it on the app's Bot page at {PORTAL}.")


def no_token() -> ConfigError:
    fix = f"Copy it from the app's Bot page at {PORTAL} into this environment variable; docs/discord.md has the steps."
    return ConfigError(TOKEN_VARIABLE, "there is no token", fix)

"""What goes wrong at this edge: Slack's errors become errors of the one tree, in one place."""

from __future__ import annotations

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.errors import ConfigError, NotInvited, NotPermitted, SendError, SendLater, Undeliverable

LOST = (aiohttp.ClientError, TimeoutError, ConnectionError)
"""The line broke or nobody answered: what was asked may have been done or not."""

UNWELL = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org"})
ABSENT = frozenset({"not_in_channel", "channel_not_found"})
TOKEN = frozenset({"invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "no_permission"})
PAUSE = 5.0
"""Seconds, where Slack names none."""


def code(error: SlackApiError) -> str:
    """Slack's own word for what is wrong."""
    return str(error.response.get("error", "")) if isinstance(error.response.get("error", ""), str) else ""


def status(error: SlackApiError) -> int:
    return int(getattr(error.response, "status_code", 200))


def unclear(error: Exception) -> bool:
    """Whether the deed may have been done all the same."""
    if isinstance(error, SlackApiError):
        return status(error) >= 500 or code(error) in UNWELL
    return isinstance(error, (*LOST, SlackClientError))


def translated(error: Exception, where: str) -> SendError:
    """Why a message was not taken. `where` is the channel, for the log."""
    if not isinstance(error, SlackApiError):
        return SendLater(PAUSE)
    if status(error) == 429 or code(error) == "ratelimited":
        return SendLater(retry_after(error))
    if unclear(error):
        return SendLater(PAUSE)
    if code(error) in ABSENT:
        return NotInvited(where)
    if code(error) == "missing_scope":
        return NotPermitted(str(error.response.get("needed", "")), where)
    return Undeliverable(f"{code(error) or 'refused'} in {where}")


def retry_after(error: SlackApiError) -> float:
    """Seconds that Slack asks to wait."""
    headers = {str(name).lower(): value for name, value in dict(getattr(error.response, "headers", {})).items()}
    try:
        return max(1.0, float(str(headers["retry-after"])))
    except (KeyError, ValueError):
        return PAUSE


def refused_token(error: SlackApiError, variable: str) -> ConfigError:
    """Slack does not take a token; says which setting to mend."""
    fix = "Copy it again from api.slack.com/apps, and install the app to the workspace if it is not."
    return ConfigError(variable, f"Slack does not take it ({code(error) or status(error)})", fix)

"""A Slack on loopback: Web API, Socket Mode, signed deliveries, OAuth and `response_url`s, strict where Slack is.

It keeps state, so that a test reads as a chat; `people` are what users do, `shown` is what they read.
"""

from __future__ import annotations

from tests.adapters.slack.loopback.server import open_slack
from tests.adapters.slack.loopback.slack import Slack
from tests.adapters.slack.loopback.state import Channel, Message, User, Workspace

__all__ = ["Channel", "Message", "Slack", "User", "Workspace", "open_slack"]

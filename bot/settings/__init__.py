"""The whole configuration, read once at start: types with their defaults and bounds, and how a file becomes them."""

from __future__ import annotations

from bot.settings.load import SettingsErrors, load
from bot.settings.types import Alerts, Brief, Briefing, Feeds, Fetch, Log, People, Read, Settings, Store

__all__ = [
    "Alerts",
    "Brief",
    "Briefing",
    "Feeds",
    "Fetch",
    "Log",
    "People",
    "Read",
    "Settings",
    "SettingsErrors",
    "Store",
    "load",
]

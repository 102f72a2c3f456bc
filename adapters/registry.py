"""The platforms there are, by name. Nothing of an adapter is imported before it is asked for."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.chat import Card, Finding, KeyValue, Platform, Ports
from bot.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Adapter:
    """`settings` names the type of the section in the configuration, `sdk` the package it cannot run without."""

    name: str
    settings: str
    sdk: str = ""

    def settings_type(self) -> type[Any]:
        """A `msgspec.Struct`; importing it imports no SDK."""
        module = importlib.import_module(f"adapters.{self.name}.settings")
        return getattr(module, self.settings)  # type: ignore[no-any-return]

    def settled(self, section: Any) -> Any:
        """The section with all that is left open in it decided, where the adapter does that."""
        module = importlib.import_module(f"adapters.{self.name}.settings")
        return module.settled(section) if hasattr(module, "settled") else section

    def loopback_hosts(self, section: Any) -> tuple[str, ...]:
        """`host:port` of pages that the adapter itself serves for trying things out; empty for most."""
        module = importlib.import_module(f"adapters.{self.name}.settings")
        hosts = getattr(module, "example_hosts", None)
        return tuple(hosts(section)) if hosts else ()

    async def check(self, section: Any, values: KeyValue) -> Sequence[Finding]:
        """What `standfirst doctor` says of the adapter's side; nothing for those that need no account."""
        if fix := self._missing():
            return [Finding("bad", self.name, f"the package {self.sdk} is not installed", fix)]
        if importlib.util.find_spec(f"adapters.{self.name}.doctor") is None:
            return ()
        module = importlib.import_module(f"adapters.{self.name}.doctor")
        return await module.check(section, values)  # type: ignore[no-any-return]

    def preview(self) -> Callable[[Card], Mapping[str, object]] | None:
        """How the platform would show a card: `preview` of its `render`, which needs no account and no SDK."""
        module = importlib.import_module(f"adapters.{self.name}.render")
        return getattr(module, "preview", None)

    def open(self, section: Any, ports: Ports) -> Platform:
        """Raises `ConfigError` where the platform's package or a secret is missing."""
        if fix := self._missing():
            raise ConfigError("platforms", f"{self.name} needs the package {self.sdk}", fix)
        module = importlib.import_module(f"adapters.{self.name}.platform")
        return module.open_platform(section, ports)  # type: ignore[no-any-return]

    def _missing(self) -> str:
        """How to install the platform's package; empty where it is there."""
        there = not self.sdk or importlib.util.find_spec(self.sdk)
        return "" if there else f"pip install 'standfirst[{self.name}]'"


ADAPTERS: Mapping[str, Adapter] = {
    "web": Adapter("web", "WebSettings"),
    "console": Adapter("console", "ConsoleSettings"),
    "discord": Adapter("discord", "DiscordSettings", sdk="discord"),
    "slack": Adapter("slack", "SlackSettings", sdk="slack_bolt"),
}

"""The platforms there are, by name. Nothing of an adapter is imported before it is asked for."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.chat import Platform, Ports


@dataclass(frozen=True, slots=True)
class Adapter:
    """`settings` names the type of the adapter's section in the configuration."""

    name: str
    settings: str

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

    def open(self, section: Any, ports: Ports) -> Platform:
        module = importlib.import_module(f"adapters.{self.name}.platform")
        return module.open_platform(section, ports)  # type: ignore[no-any-return]


ADAPTERS: Mapping[str, Adapter] = {
    "web": Adapter("web", "WebSettings"),
    "console": Adapter("console", "ConsoleSettings"),
}

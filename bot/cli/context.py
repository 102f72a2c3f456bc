"""What every command gets: where the settings are, and the platforms there are. Imports nothing heavy."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from bot.chat import Card, Finding, KeyValue, Platform, Ports
    from bot.settings import Settings


class AdapterEntry(Protocol):
    """A line of the adapters' registry, as the commands see it."""

    def settings_type(self) -> type[Any]: ...

    def settled(self, section: Any) -> Any: ...

    def loopback_hosts(self, section: Any) -> tuple[str, ...]: ...

    async def check(self, section: Any, values: KeyValue) -> Sequence[Finding]: ...

    def preview(self) -> Callable[[Card], Mapping[str, object]] | None: ...

    def open(self, section: Any, ports: Ports) -> Platform: ...


@dataclass(frozen=True, slots=True)
class Context:
    adapters: Mapping[str, AdapterEntry]
    config: Path | None = None

    def settings(self) -> Settings:
        """Raises `ConfigError`."""
        from bot.settings import load

        return load(self.config, os.environ, {name: entry.settings_type() for name, entry in self.adapters.items()})

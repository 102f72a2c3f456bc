"""`doctor` asks each platform that is set up, and shows it what it keeps without changing anything."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import pytest

from adapters.registry import Adapter
from bot.app.parts import store_url
from bot.chat import Finding, KeyValue, Platform, Ports
from bot.cli.context import Context
from bot.cli.doctor import examine
from bot.errors import ConfigError
from bot.settings import Settings
from bot.store import Store
from bot.store.adapter_values import AdapterValues


class Section(msgspec.Struct, frozen=True):
    pass


@dataclass
class Checked:
    """A platform's line in the registry that finds what it keeps under `sign`."""

    seen: list[str | None] = field(default_factory=list)

    def settings_type(self) -> type[Any]:
        return Section

    def settled(self, section: Any) -> Any:
        return section

    def loopback_hosts(self, section: Any) -> tuple[str, ...]:
        return ()

    async def check(self, section: Any, values: KeyValue) -> Sequence[Finding]:
        self.seen.append(await values.get("sign"))
        return [Finding("bad", "pigeon", "it does not fly", "Feed it.")]

    def preview(self) -> None:
        return None

    def open(self, section: Any, ports: Ports) -> Platform:
        raise AssertionError("doctor looks at platforms, it opens none")


@pytest.fixture
def config(tmp_path: Path) -> Path:
    file = tmp_path / "config.toml"
    file.write_text(f'platforms = ["pigeon"]\ndata = "{tmp_path}/data"\n')
    return file


def test_a_bad_finding_of_a_platform_is_told_and_fails(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pigeon = Checked()
    assert examine(Context({"pigeon": pigeon}, config), as_json=False) == 1
    told = capsys.readouterr().out
    assert "pigeon: it does not fly" in told
    assert "Feed it." in told
    assert pigeon.seen == [None]
    assert not (config.parent / "data").exists()


async def test_a_platform_sees_what_it_keeps(config: Path) -> None:
    settings = Settings(data=f"{config.parent}/data")
    store = await Store.open(store_url(settings))
    await AdapterValues(store, "pigeon").put("sign", "home")
    await store.close()
    pigeon = Checked()
    await asyncio.to_thread(examine, Context({"pigeon": pigeon}, config), as_json=True)
    assert pigeon.seen == ["home"]


async def test_a_platform_whose_package_is_not_there_says_how_to_get_it() -> None:
    adapter = Adapter("web", "WebSettings", sdk="no_such_package")
    [finding] = await adapter.check(None, None)  # type: ignore[arg-type]
    assert (finding.state, finding.fix) == ("bad", "pip install 'standfirst[web]'")
    with pytest.raises(ConfigError, match="no_such_package"):
        adapter.open(None, None)  # type: ignore[arg-type]

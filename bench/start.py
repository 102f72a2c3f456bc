"""From `standfirst run` to a page that answers, and what the idle bot holds."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from bench.flood import memory_mb
from bench.table import median_ms, show
from tests.ports import free_port

ROUNDS = 5


def run() -> None:
    took, idle = [], []
    for _ in range(ROUNDS):
        seconds, megabytes = one_start()
        took.append(seconds)
        idle.append(megabytes)
    bare = [one_python() for _ in range(ROUNDS)]
    show(
        [
            ("start to ready", median_ms(took), f"python importing aiohttp + SQLAlchemy {median_ms(bare)}", "≤ 1.5 s"),
            ("idle memory, workers included", f"{sorted(idle)[ROUNDS // 2]:.0f} MB", "", "≤ 200 MB"),
        ]
    )


def one_start() -> tuple[float, float]:
    """Seconds until the page answers, and megabytes three seconds later."""
    with tempfile.TemporaryDirectory() as folder:
        port, example = free_port(), free_port()
        config = Path(folder) / "config.toml"
        config.write_text(f'data = "{folder}/data"\n[web]\nport = {port}\nexample_port = {example}\n')
        begun = time.perf_counter()
        bot = subprocess.Popen(
            [sys.executable, "-m", "bot", "--config", str(config), "run"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ,
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/")
            seconds = time.perf_counter() - begun
            time.sleep(3)
            return seconds, memory_mb(bot.pid)
        finally:
            bot.send_signal(signal.SIGTERM)
            bot.wait(10)


def wait_for(url: str) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=1):
                return
        except OSError:
            time.sleep(0.01)
    raise SystemExit(f"{url} never answered")


def one_python() -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import aiohttp, sqlalchemy.ext.asyncio, alembic"], check=True)
    return time.perf_counter() - begun

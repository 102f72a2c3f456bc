"""How soon `--help` answers, for every command; the peer is a Python that does nothing."""

from __future__ import annotations

import subprocess
import sys
import time

from bench.table import median_ms, show

COMMANDS = ((), ("run",), ("chat",), ("brief",), ("doctor",), ("backup",))
ROUNDS = 7


def run() -> None:
    nothing = median_ms([timed([sys.executable, "-c", ""]) for _ in range(ROUNDS)])
    rows = []
    for command in COMMANDS:
        argv = [sys.executable, "-m", "bot", *command, "--help"]
        took = [timed(argv) for _ in range(ROUNDS)]
        rows.append((" ".join(["standfirst", *command, "--help"]), median_ms(took), f"python {nothing}", "≤ 300 ms"))
    show(rows)


def timed(argv: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(argv, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun

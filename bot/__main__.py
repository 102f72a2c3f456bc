"""The entry point: the only file that sees both the core and the adapters."""

from __future__ import annotations

from adapters.registry import ADAPTERS
from bot.cli import run_cli


def main() -> None:
    run_cli(ADAPTERS)


if __name__ == "__main__":
    main()

"""The commands of `standfirst`. Heavy imports wait inside the commands, so that `--help` answers at once."""

from __future__ import annotations

from bot.cli.commands import run_cli

__all__ = ["run_cli"]

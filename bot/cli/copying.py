"""`backup`: a consistent copy of the database."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.app.parts import store_url
from bot.cli.context import Context
from bot.store.backup import backup


def back_up(context: Context, file: Path) -> int:
    asyncio.run(backup(store_url(context.settings()), file))
    print(f"Copied to {file} ({file.stat().st_size / 1e6:.1f} MB).")
    return 0

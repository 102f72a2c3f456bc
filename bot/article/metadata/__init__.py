"""What a page says about its story, and where it says it: `read_metadata(tree, url)`."""

from __future__ import annotations

from bot.article.metadata.reading import read_metadata
from bot.article.metadata.record import Metadata

__all__ = ["Metadata", "read_metadata"]

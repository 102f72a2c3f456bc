"""The labelled pages: their labels, their bytes, and which of them rules may be made on."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

WORD = re.compile(r"\w+")
DEV_SHARE = 55
"""Per cent of the hosts."""


@dataclass(frozen=True)
class Labelled:
    """One page. `day` is ISO 8601, empty where the label has none."""

    name: str
    url: str
    html: bytes
    title: str
    day: str
    authors: tuple[str, ...]

    @property
    def held_out(self) -> bool:
        return is_held_out(self.url)


def labelled(shared: str, part: str) -> list[Labelled]:
    """The pages of one part; none where the data is absent."""
    return [_read(path) for path in sorted((Path(shared) / "data" / "pages").glob(f"{part}-*.json"))]


def _read(path: Path) -> Labelled:
    label = json.loads(path.read_text())
    return Labelled(
        path.stem,
        label.get("url") or "",
        gzip.decompress(path.with_suffix(".html.gz").read_bytes()),
        label.get("title") or "",
        (label.get("published") or "")[:10],
        tuple(label.get("authors") or ()),
    )


def is_held_out(url: str) -> bool:
    """Whether a page is only judged: by a hash of its registrable domain, so that a site is on one side only."""
    parts = (urlsplit(url).hostname or "").split(".")
    size = 3 if len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2 else 2
    site = ".".join(parts[-size:])
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % 100 >= DEV_SHARE


def norm(text: str) -> str:
    return " ".join(WORD.findall(unicodedata.normalize("NFKC", text).casefold()))

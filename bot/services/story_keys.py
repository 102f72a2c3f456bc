"""Under which addresses a story is known: the pasted one, every hop, and the page's own canonical address."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from urllib.parse import urlsplit

from bot.errors import NotAnAddress
from bot.links.clean import clean, identity
from bot.text.words import words


def trusted_canonical(page_url: str, claimed: str | None) -> str | None:
    """The page's canonical address, cleaned, or None where it cannot be believed.

    A page may only speak for its own site: otherwise any page could claim to be any
    story, and the next person who pastes the real one would get the impostor's words.
    A home page as canonical address (a common template mistake) would make one story of a whole site.
    """
    if not claimed:
        return None
    try:
        address = clean(claimed)
        mine, theirs = _host(identity(page_url)), _host(identity(address))
    except NotAnAddress:
        return None
    if not _same_site(mine, theirs):
        return None
    return None if _is_root(address) and not _is_root(page_url) else address


def story_keys(asked: str, hops: Iterable[str], canonical: str | None) -> tuple[str, ...]:
    """Comparison keys, the asked address first, without repeats. `canonical` must be trusted already."""
    keys = [identity(asked)]
    keys += [identity(hop) for hop in hops if not _is_root(hop)]
    if canonical:
        keys.append(identity(canonical))
    return tuple(dict.fromkeys(keys))


def text_key(text: str) -> str:
    """The key of a pasted text: its words alone count, so spacing and case do not make it another story."""
    digest = hashlib.sha256(" ".join(words(text)).encode()).hexdigest()
    return f"text:{digest[:32]}"


def _host(key: str) -> str:
    return urlsplit(key if "://" in key else f"//{key}").hostname or ""


def _same_site(mine: str, theirs: str) -> bool:
    return bool(mine and theirs) and (mine == theirs or mine.endswith("." + theirs) or theirs.endswith("." + mine))


def _is_root(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query and not parts.fragment

"""What a check of the set-up found out: for `standfirst doctor`, from the core and from adapters alike."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """`state`: good, missing (an option that is not there) or bad; `fix` says what to do. Never holds a secret."""

    state: str
    what: str
    found: str
    fix: str = ""

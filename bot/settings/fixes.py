"""What to write instead: the words of a fix, from a setting's type or its neighbours' names."""

from __future__ import annotations

import difflib
from typing import Any

import msgspec
from msgspec import inspect

LONGEST_SHOWN = 60
KINDS = {inspect.BoolType: "true or false", inspect.StrType: "a text in quotes"}


def allowed(hint: Any) -> str:
    """In words, what a setting of this type takes."""
    return _words(inspect.type_info(hint))


def _words(kind: inspect.Type) -> str:
    match kind:
        case inspect.IntType() | inspect.FloatType():
            return _number(kind)
        case inspect.LiteralType(values=values):
            return "one of " + ", ".join(f'"{value}"' for value in sorted(map(str, values)))
        case inspect.VarTupleType(item_type=item):
            return f"a list in brackets, each {_words(item)}"
        case _:
            return KINDS.get(type(kind), "another value")


def _number(kind: inspect.IntType | inspect.FloatType) -> str:
    name = "a whole number" if isinstance(kind, inspect.IntType) else "a number"
    low, high = kind.ge, kind.le
    if low is not None and high is not None:
        return f"{name} from {low:g} to {high:g}"
    if low is not None:
        return f"{name} of at least {low:g}"
    above = f" above {kind.gt:g}" if kind.gt is not None else ""
    below = f"{' and' if above else ''} up to {high:g}" if high is not None else ""
    return f"{name}{above}{below}"


def nearest(key: str, known: tuple[str, ...]) -> str:
    """Points to the setting that was probably meant, or lists what there is."""
    close = difflib.get_close_matches(key, known, n=1, cutoff=0.6)
    return f"Did you mean {close[0]}?" if close else f"Known here: {', '.join(known)}."


def shown(value: object) -> str:
    """A value as it could stand in the file, shortened."""
    text = msgspec.json.encode(value, enc_hook=str).decode()
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"

"""Discord's published OpenAPI description, where it is at hand: every request body is checked against it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

FILE = Path(__file__).parents[2].parent / "shared" / "schemas" / "discord-openapi.json"
MISSING = f"Discord's OpenAPI description is not here ({FILE.name}); bodies are checked by our own rules alone"

Json = dict[str, Any]


def is_here() -> bool:
    return FILE.exists()


@cache
def _document() -> Json:
    document: Json = json.loads(FILE.read_text(encoding="utf-8"))
    # Discord takes ids as numbers too, and discord.py sends some of them that way; the description names strings only.
    document["components"]["schemas"]["SnowflakeType"] = {"type": ["string", "integer"]}
    return document


@cache
def _paths() -> list[tuple[re.Pattern[str], str]]:
    paths = sorted(_document()["paths"], key=lambda path: path.count("{"))
    return [(re.compile("^" + re.sub(r"\{[^}]+\}", "[^/]+", path) + "$"), path) for path in paths]


@cache
def _validator(path: str, method: str) -> Draft202012Validator | None:
    body = _document()["paths"][path][method].get("requestBody")
    if body is None:
        return None
    schema = body["content"]["application/json"]["schema"]
    return Draft202012Validator({**schema, "components": _document()["components"]})


def problems(method: str, path: str, body: object) -> Iterator[str]:
    """What the description has against a request; `path` begins behind `/api/v10`."""
    for pattern, name in _paths():
        if pattern.match(path) and method.lower() in _document()["paths"][name]:
            break
    else:
        yield f"there is no {method} {path}"
        return
    validator = _validator(name, method.lower())
    if body and validator is not None and (error := best_match(validator.iter_errors(body))):
        yield f"{method} {name}: {error.json_path}: {error.message[:300]}"

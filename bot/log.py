"""Logs: one line per event, for people on a terminal and as JSON elsewhere, with secrets taken out."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Mapping
from typing import Literal

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

SECRET_NAMES = re.compile(r"token|secret|passw|authorization|api_?key|cookie|credential", re.IGNORECASE)
SECRET_VALUES = re.compile(
    r"xox[abeoprs]-[\w-]{8,}|xapp-[\w-]{8,}|sk-[\w-]{16,}|gh[opsu]_\w{20,}|AKIA[0-9A-Z]{16}"
    r"|[MNO][\w-]{22,}\.[\w-]{6}\.[\w-]{25,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}|(?i:bearer|basic)\s+[\w.~+/=-]{8,}"
)
"""Tokens of Slack, OpenAI, GitHub, AWS and Discord, JSON web tokens, and authorization headers."""

USER_INFO = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*://)[^/@\s\"'<>]*@", re.IGNORECASE)
QUERY = re.compile(r"(?P<url>https?://[^\s\"'<>?]+)\?(?P<query>[^\s\"'<>]*)", re.IGNORECASE)
SIGNED = re.compile(
    r"(?:^|[&;])(?:[^=&]*(?:token|secret|passw|signature|credential|session|auth|api_?key|x-amz|x-goog)[^=&]*"
    r"|sig|key|code|jwt|hash|expires|hmac|k|t|pw)=",
    re.IGNORECASE,
)
HIDDEN = "[hidden]"
LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}
DEEPEST = 5


def configure(level: Literal["debug", "info", "warning", "error"], form: Literal["auto", "console", "json"]) -> None:
    """Set up structlog and the standard library's logging alike; everything goes to standard error."""
    readable = form == "console" or (form == "auto" and sys.stderr.isatty())
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        redacted,
    ]
    renderer = structlog.dev.ConsoleRenderer() if readable else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[*shared, renderer],
        wrapper_class=structlog.make_filtering_bound_logger(LEVELS[level]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(processor=renderer, foreign_pre_chain=shared))
    logging.basicConfig(level=max(LEVELS[level], logging.WARNING), handlers=[handler], force=True)


def redacted(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """A structlog processor: no value under a secret's name, no token, no signed query, no password in an address."""
    return {key: HIDDEN if SECRET_NAMES.search(key) else _clean(value) for key, value in event.items()}


def redact(text: str) -> str:
    """`text` without tokens, user names and passwords in addresses, and signed query strings."""
    text = USER_INFO.sub(r"\g<scheme>", text)
    text = QUERY.sub(_query, text)
    return SECRET_VALUES.sub(HIDDEN, text)


def _query(match: re.Match[str]) -> str:
    return f"{match['url']}?…" if SIGNED.search(match["query"]) else match[0]


def _clean(value: object, depth: int = 0) -> object:
    if isinstance(value, str):
        return redact(value)
    if isinstance(value, bool | int | float | None) or depth >= DEEPEST:
        return value if isinstance(value, bool | int | float | None) else redact(str(value))
    if isinstance(value, Mapping):
        return {str(k): HIDDEN if SECRET_NAMES.search(str(k)) else _clean(v, depth + 1) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_clean(item, depth + 1) for item in value]
    return redact(str(value))

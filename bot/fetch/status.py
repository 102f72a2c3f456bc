"""What a status means: an answer to use, or which error."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from bot.errors import FetchError, HttpFailed, RateLimited
from bot.fetch.http import Answer

REDIRECTS = frozenset({301, 302, 303, 307, 308})
MAX_PAUSE_SECONDS = 3600.0
DEFAULT_PAUSE_SECONDS = 60.0
"""For a 429 that does not say how long."""


def retry_after(value: str, now: datetime) -> float | None:
    """Seconds from now, 0 to an hour, of a `Retry-After` header: a number or an HTTP date. None if it is neither."""
    text = value.strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), MAX_PAUSE_SECONDS)
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return min(max((at - now).total_seconds(), 0.0), MAX_PAUSE_SECONDS)


def problem(answer: Answer, now: datetime) -> FetchError | None:
    """The error that an answer stands for; None for a success, a redirect and 304."""
    url, status = str(answer.url), answer.status
    if 200 <= status < 300 or status in REDIRECTS or status == 304:
        return None
    pause = retry_after(answer.headers.get("retry-after", ""), now)
    if status == 429:
        return RateLimited(url, DEFAULT_PAUSE_SECONDS if pause is None else pause)
    if status == 503 and pause is not None:
        return RateLimited(url, pause)
    return HttpFailed(url, status)

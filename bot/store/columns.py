"""Column types: how times, hostile text and long keys are put into a database and taken out again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import sha256

from sqlalchemy import BigInteger, Dialect, Integer, Text, TypeDecorator

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)
KEY_LIMIT = 500
"""PostgreSQL refuses index entries of more than about 2,700 bytes; a key of four texts must stay below."""

RowId = BigInteger().with_variant(Integer, "sqlite")
"""An id that counts up by itself: SQLite does that only for a column declared INTEGER."""


def milliseconds(moment: datetime) -> int:
    """Milliseconds since 1970 of an aware time; a naive one is a mistake of ours and raises ValueError."""
    if moment.tzinfo is None:
        raise ValueError("a time without a zone cannot be stored")
    return (moment - EPOCH) // MILLISECOND


def storable(text: str) -> str:
    """`text` as both databases take it: a NUL or half a surrogate pair becomes U+FFFD."""
    if text.isascii():
        return text.replace("\0", "\ufffd")
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\0", "\ufffd")


def indexable(key: str) -> str:
    """`key`, or if it is long its beginning and its digest: still one key for one text, and short enough to index."""
    text = storable(key)
    encoded = text.encode()
    if len(encoded) <= KEY_LIMIT:
        return text
    return encoded[: KEY_LIMIT - 80].decode(errors="ignore") + "#sha256:" + sha256(encoded).hexdigest()


class Instant(TypeDecorator[datetime]):
    """An aware datetime outside, UTC milliseconds inside."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else milliseconds(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else EPOCH + value * MILLISECOND


class Words(TypeDecorator[str]):
    """Text from outside."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else storable(value)


class Key(TypeDecorator[str]):
    """Text from outside that is looked up by an index; a long one cannot be read back."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else indexable(value)

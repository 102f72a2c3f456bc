"""What a database driver raised -> `StoreError`, in words an operator understands and without a password."""

from __future__ import annotations

from urllib.parse import quote

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from bot.errors import StoreError
from bot.store import url as urls

SQLITE_SENTENCES = {
    "SQLITE_FULL": "the disk is full; make room and start again",
    "SQLITE_READONLY": "it cannot be written to; check who owns the file and its folder, and whether the disk is"
    " mounted read-only",
    "SQLITE_CANTOPEN": "it cannot be opened; check that it is a file, and that this user may read and write it and its"
    " folder",
    "SQLITE_PERM": "this user may not use it; check who owns the file",
    "SQLITE_NOTADB": "the file is not a SQLite database; name another file, or move this one away",
    "SQLITE_CORRUPT": "the file is damaged; restore a backup",
    "SQLITE_BUSY": "another program held it locked for too long",
    "SQLITE_LOCKED": "another program held it locked for too long",
    "SQLITE_IOERR": "reading or writing the disk failed",
}
"""By primary result code: https://www.sqlite.org/rescode.html"""


def translated(error: BaseException, url: URL) -> StoreError:
    """The `StoreError` for anything the drivers raised; chain it with `from error`."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    return StoreError(f"{urls.described(url)}: {_sqlite_sentence(cause) or redacted(str(cause) or repr(cause), url)}")


def redacted(text: str, url: URL) -> str:
    """One line of `text` without the address's secrets, as written or percent-encoded."""
    line = " ".join(text.split())
    for secret in urls.secrets(url):
        for spelling in (secret, quote(secret, safe="")):
            line = line.replace(spelling, "***")
    return line


def _sqlite_sentence(cause: BaseException) -> str | None:
    """SQLite's extended codes (`SQLITE_IOERR_WRITE`) begin with the primary one."""
    name = str(getattr(cause, "sqlite_errorname", ""))
    primary = "_".join(name.split("_")[:2])
    return SQLITE_SENTENCES.get(primary)

"""What a driver says reaches the operator in one line, without the password."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import OperationalError

from bot.errors import StoreError
from bot.store import failures
from bot.store import url as urls

URL = urls.read("postgresql://ann:hunter%402@db.example/news?password=s3cret")


@pytest.mark.parametrize("spelling", ["hunter@2", "hunter%402", "s3cret"])
def test_a_drivers_words_lose_the_password_however_it_is_spelt(spelling: str) -> None:
    said = OperationalError(None, None, Exception(f"cannot connect with\n  password={spelling} to db.example"))
    error = failures.translated(said, URL)
    assert isinstance(error, StoreError)
    assert str(error) == "PostgreSQL database news on db.example: cannot connect with password=*** to db.example"


def test_an_error_without_words_is_still_named() -> None:
    assert str(failures.translated(TimeoutError(), URL)).endswith(": TimeoutError()")

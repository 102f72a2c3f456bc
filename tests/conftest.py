"""Options and fixtures that every test may use."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# A test says what is right, never how fast: machines are shared.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--shared", default=str(ROOT.parent / "shared"), help="folder of labelled data and schemas")


@pytest.fixture(scope="session")
def shared(request: pytest.FixtureRequest) -> Path:
    """The folder of labelled data; a test that needs it is skipped, saying so, where it is absent."""
    folder = Path(str(request.config.getoption("--shared")))
    if not folder.is_dir():
        pytest.skip(f"no labelled data at {folder}")
    return folder

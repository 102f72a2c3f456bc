"""A stage with a scripted core: people on the loopback Slack, and every event that the core hears."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.adapters.slack.stage import SlackStage, open_stage
from tests.fakes import ScriptedCore


@pytest.fixture
def core() -> ScriptedCore:
    return ScriptedCore()


@pytest.fixture
async def stage(core: ScriptedCore) -> AsyncIterator[SlackStage]:
    async with open_stage(core) as stage:
        yield stage

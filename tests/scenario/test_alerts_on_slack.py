"""A channel on Slack follows a topic: the alert comes by itself, and what is new goes into its thread."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.slack.settings import SlackSettings
from bot.app import App, Parts, assemble
from bot.app.serve import values_for
from bot.services.deliver import Deliver
from bot.settings import Fetch, Settings
from tests.adapters.slack.loopback.shown import words
from tests.adapters.slack.stage import SlackStage, open_stage
from tests.site import Site

NEWS = "<p>Rescuers found the body of a man of 71 in a flooded garage on Thursday evening.</p>"


@pytest.fixture
async def parts(tmp_path: Path, site: Site) -> AsyncIterator[Parts]:
    fetch = Fetch(allow_loopback=(site.host,), timeout_seconds=5)
    section = SlackSettings(mode="automatic")
    async with assemble(Settings(data=str(tmp_path / "data"), fetch=fetch, sections={"slack": section})) as parts:
        yield parts


@pytest.fixture
async def stage(parts: Parts) -> AsyncIterator[SlackStage]:
    async with open_stage(App(parts), values_for(parts, "slack")) as stage:
        yield stage


async def test_an_alert_comes_once_and_what_is_new_goes_into_its_thread(
    stage: SlackStage, parts: Parts, site: Site
) -> None:
    deliver = Deliver(parts.store, parts.clock, {"slack": stage.platform}, App(parts).speaks)
    general = stage.channels["general"]
    await stage.people.command(stage.mara, "/topics follow council")
    rehearsal = await stage.sees("Stories that say", to="mara")
    await stage.people.press(stage.mara, rehearsal, "Follow")
    await stage.sees("from now on")
    await stage.people.post(stage.jonas, site.report(1), at=general)
    await stage.sees("River Sill floods cellars", at=general)
    await parts.work.drain(deliver.tasks)
    await parts.work.drain(deliver.tasks)
    (alert,) = [message for message in stage.bots() if "River Sill" in words(message)]
    assert "council" in words(alert)
    assert "in paragraph 5" in words(alert)
    await stage.people.post(stage.jonas, site.report(1, "/later", extra=NEWS), at=general)
    await stage.sees("Rescuers found the body", at=general)
    await parts.work.drain(deliver.tasks)
    update = await stage.sees("New in this story")
    assert update.thread_ts == alert.ts

"""The loopback Slack against Slack's own published description of its Web API (of 2021), where that is at hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.adapters.slack.loopback.methods import METHODS

NEWER = {
    "chat.postMessage": {"metadata"},
    "chat.update": {"metadata", "reply_broadcast"},
    "conversations.history": {"include_all_metadata", "ts"},
    "conversations.replies": {"include_all_metadata"},
}
"""Arguments that Slack added since."""

UNPUBLISHED = {"apps.manifest.export"}


@pytest.mark.parametrize("name", sorted(METHODS.keys() - UNPUBLISHED))
def test_a_method_takes_what_slack_says(shared: Path, name: str) -> None:
    file = shared / "schemas" / "slack-web-openapi.json"
    if not file.is_file():
        pytest.skip(f"no published description at {file}")
    [operation] = json.loads(file.read_text(encoding="utf-8"))["paths"][f"/{name}"].values()
    published = {each["name"] for each in operation["parameters"]}
    assert METHODS[name].takes - NEWER.get(name, set()) <= published
    assert METHODS[name].json == ("application/json" in operation["consumes"])

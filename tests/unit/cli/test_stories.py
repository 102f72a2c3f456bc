"""`standfirst stories --jsonl` as a program uses it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.unit.cli.test_commands import standfirst
from tests.unit.stories.told import BRIDGE, BRIDGE_ELSEWHERE, FERRY


def test_articles_are_grouped_in_one_pass(tmp_path: Path) -> None:
    texts = {"a": BRIDGE, "b": FERRY, "c": BRIDGE_ELSEWHERE, "d": BRIDGE}
    lines = [json.dumps({"id": id, "text": "\n".join(text)}) for id, text in texts.items()]
    done = standfirst("stories", "--jsonl", cwd=tmp_path, stdin="\n".join([*lines, '{"id": "e"}']))
    *told, bad = map(json.loads, done.stdout.splitlines())
    assert told[0] == {"id": "a", "story": "a", "new": True, "copy_of": None, "novel": []}
    assert [(line["story"], line["new"], line["copy_of"]) for line in told[1:]] == [
        ("b", True, None),
        ("a", False, None),
        ("a", False, "a"),
    ]
    assert bad["error"]["code"] == "bad_line"


def test_anything_else_is_a_misuse(tmp_path: Path) -> None:
    done = standfirst("stories", cwd=tmp_path)
    assert done.returncode == 2
    assert "standfirst stories --jsonl < articles.jsonl" in done.stderr

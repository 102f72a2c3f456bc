"""`standfirst topics check` as a person uses it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.unit.cli.test_commands import standfirst

PAGE = (
    "<html lang=en><head><title>Envoys meet</title></head><body><article><h1>Envoys meet</h1>"
    + "".join(
        f"<p>Foreign minister Wang Yi met the climate envoy John Kerry for a {n} time today.</p>" for n in "abcdef"
    )
    + "</article></body></html>"
)


def test_a_query_is_read_back(tmp_path: Path) -> None:
    done = standfirst("topics", "check", "china  AND us NOT trade", cwd=tmp_path)
    assert done.stdout.splitlines() == [
        "china us -trade",
        "Stories that say “china” and “US”, but that do not say “trade”.",
    ]


def test_a_wrong_query_gets_a_caret_and_a_suggestion(tmp_path: Path) -> None:
    done = standfirst("topics", "check", "china (us OR", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[:2] == ["china (us OR", "\u00a0" * 10 + "^"]
    done = standfirst("topics", "check", "sorce:dw.com", cwd=tmp_path)
    assert done.stderr.splitlines()[-1] == "Did you mean source:dw.com ?"


def test_says_which_articles_match_and_why(tmp_path: Path) -> None:
    lines = [
        {"id": 1, "text": "Foreign minister Wang Yi spoke in Beijing."},
        {"id": 2, "text": "Nobody of note spoke."},
        {"id": 3, "html": PAGE, "url": "https://www.courier.example/a"},
        {"id": 4},
    ]
    query = 'person:"Wang Yi" (beijing OR source:courier.example)'
    done = standfirst("topics", "check", query, "--jsonl", cwd=tmp_path, stdin="\n".join(map(json.dumps, lines)))
    first, second, third, fourth = map(json.loads, done.stdout.splitlines())
    assert first["why"][0] == {"term": 'person:"Wang Yi"', "field": "body", "paragraph": 0, "printed": "Wang Yi"}
    assert (second["matches"], second["why"]) == (False, [])
    assert [reason["term"] for reason in third["why"]] == ['person:"Wang Yi"', "source:courier.example"]
    assert (fourth["ok"], fourth["error"]["code"]) == (False, "bad_line")

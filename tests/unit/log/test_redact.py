"""No secret reaches a log."""

from __future__ import annotations

import json
import logging

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from bot import log
from bot.log import redact, redacted

SECRETS = [
    "xoxb-123456789012-abcdefghijkl",
    "xapp-1-A0123456789-abcdef",
    "sk-abcdefghijklmnopqrstuvwx",
    "MTAxMjM0NTY3ODkwMTIzNDU2Nzg5.GabcDe.abcdefghijklmnopqrstuvwxyz0123456789",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abcdefghijklmnop",
    "Bearer abcdefgh12345678",
]


@pytest.mark.parametrize("secret", SECRETS)
def test_tokens_are_taken_out_wherever_they_stand(secret: str) -> None:
    assert secret not in redact(f"it said {secret}, then stopped")


@pytest.mark.parametrize(
    ("given_text", "left"),
    [
        ("https://a.example/x?token=hush", "https://a.example/x?…"),
        ("https://a.example/x?page=2&X-Amz-Signature=hush", "https://a.example/x?…"),
        ("https://a.example/x?sig=hush#a", "https://a.example/x?…"),
        ("https://a.example/x?page=2", "https://a.example/x?page=2"),
        ("postgresql://me:hush@db/x", "postgresql://db/x"),
        ("https://me:hush@a.example/", "https://a.example/"),
    ],
)
def test_addresses_keep_what_helps_and_lose_what_is_secret(given_text: str, left: str) -> None:
    assert redact(given_text) == left


def test_values_under_a_secret_name_are_hidden_at_any_depth() -> None:
    event = {"event": "x", "slack_token": "abc", "inner": {"password": "p", "list": ["https://u:p@h/"]}, "n": 3}
    assert redacted(None, "info", event) == {
        "event": "x",
        "slack_token": "[hidden]",
        "inner": {"password": "[hidden]", "list": ["https://h/"]},
        "n": 3,
    }


@given(st.text(), st.sampled_from(SECRETS), st.text())
def test_no_surrounding_lets_a_token_through(before: str, secret: str, after: str) -> None:
    assert secret not in redact(f"{before} {secret} {after}")


@given(st.text(max_size=200))
def test_any_text_is_fine(text: str) -> None:
    redact(text)


def test_one_line_per_event_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure("info", "json")
    try:
        structlog.get_logger().info("handled", url="https://a.example/?token=hush", request="ab12")
        logging.getLogger("library").warning("odd: %s", "https://u:hush@a.example/")
        try:
            raise ValueError("token xoxb-123456789012-abcdefghijkl")
        except ValueError:
            structlog.get_logger().exception("crashed")
    finally:
        structlog.reset_defaults()
        logging.basicConfig(handlers=[logging.NullHandler()], force=True)
    lines = capsys.readouterr().err.splitlines()
    assert [json.loads(line)["event"] for line in lines] == ["handled", "odd: https://a.example/", "crashed"]
    assert "hush" not in "".join(lines)
    assert "xoxb" not in "".join(lines)

"""The command line as a person uses it: real processes, real files."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
STORY = "\n\n".join(
    [
        "Eastmouth to rebuild its harbour bridge",
        "The council of Eastmouth voted on Tuesday to rebuild the old harbour bridge, ending four years of argument.",
        "Mayor Ines Calder said the work would cost 48 million crowns and take until the spring of 2028.",
        "The bridge was shut in 2022 after divers found cracks in three of its seven stone piers.",
        "Shop owners on the east bank say they lost a third of their customers while the crossing was closed.",
    ]
)


def standfirst(*args: str, cwd: Path, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *args],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
    )


HEAVY = ("aiohttp", "sqlalchemy", "lxml", "bs4", "trafilatura", "rich", "structlog", "msgspec", "prompt_toolkit")


@pytest.mark.parametrize(
    "command",
    [
        (),
        ("run",),
        ("chat",),
        ("brief",),
        ("who",),
        ("doctor",),
        ("backup",),
        ("topics", "check"),
        ("stories",),
        ("feeds", "add"),
    ],
)
def test_help_is_complete_and_loads_nothing_heavy(tmp_path: Path, command: tuple[str, ...]) -> None:
    code = f"import sys; sys.argv = ['standfirst', *{command!r}, '--help']\nfrom bot.__main__ import main\n"
    code += f"try: main()\nexcept SystemExit: pass\nprint([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT)},
    )
    assert "Usage: standfirst" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"


def test_brief_a_text_file(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    done = standfirst("brief", "story.txt", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Eastmouth to rebuild its harbour bridge" in done.stdout
    assert "•" in done.stdout
    assert "min read" in done.stdout


def test_brief_standard_input_as_json(tmp_path: Path) -> None:
    done = standfirst("brief", "-", "--json", cwd=tmp_path, stdin=STORY)
    told = json.loads(done.stdout)
    assert told["ok"] is True
    assert told["briefing"]["headline"] == "Eastmouth to rebuild its harbour bridge"
    for point in told["briefing"]["points"]:
        source = point["source"]
        assert told["article"]["body"][source["paragraph"]][source["start"] : source["end"]] == point["text"]


def test_escape_sequences_of_a_page_do_not_reach_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY.replace("harbour", "\x1b]0;owned\x07\x1b[31mharbour"))
    done = standfirst("brief", "story.txt", cwd=tmp_path)
    assert "\x1b" not in done.stdout


def test_many_lines_at_once_keep_nothing_with_no_store(tmp_path: Path) -> None:
    lines = [json.dumps({"id": n, "text": STORY}) for n in range(6)] + ["not json", json.dumps({"id": "u"})]
    done = standfirst("brief", "--jsonl", "--no-store", cwd=tmp_path, stdin="\n".join(lines))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == [*range(6), None, "u"]
    assert [answer["ok"] for answer in answers] == [True] * 6 + [False] * 2
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (("brief", "no-such-file"), 1, "could not find a link in “no-such-file”"),
        (("brief", "http://127.0.0.1:9/"), 1, "only read public web pages"),
        (("brief", "http://localhost/"), 1, "only read public web pages"),
        (("--config", "none.toml", "doctor"), 1, "no such file"),
        (("--config", "none.toml", "run"), 2, "no such file"),
        (("run", "--platform", "irc"), 2, "no platform “irc”"),
        (("backup", "copy.db"), 1, "no database"),
        (("bref",), 2, "No such command"),
    ],
)
def test_mistakes_are_told_in_a_line(tmp_path: Path, args: tuple[str, ...], code: int, told: str) -> None:
    done = standfirst(*args, cwd=tmp_path)
    assert done.returncode == code
    assert told in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


def test_a_bad_setting_is_told_by_every_command(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("[fetch]\nmax_hops = -1\n")
    for command in (("run",), ("chat",), ("brief", "-"), ("backup", "x.db")):
        done = standfirst(*command, cwd=tmp_path)
        assert done.returncode == 2
        assert "fetch.max_hops: -1 cannot be used. Set it to a whole number from 0 to 20." in done.stderr


def test_doctor_is_content_with_a_new_folder(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("[web]\nport = 0\nexample_port = 0\n")
    done = standfirst("doctor", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    for what in ("Python", "settings", "data folder", "database", "reader", "PostgreSQL"):
        assert what in done.stdout


def test_doctor_finds_a_broken_database(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "standfirst.db").write_text("this is no database, but a long enough text to look at")
    done = standfirst("doctor", "--json", cwd=tmp_path)
    assert done.returncode == 1
    assert any(finding["state"] == "bad" and finding["what"] == "database" for finding in json.loads(done.stdout))


def test_a_chat_through_a_pipe_and_its_backup(tmp_path: Path) -> None:
    text = STORY.replace("\n\n", "\\\n\\\n")
    talk = standfirst("chat", cwd=tmp_path, stdin=f"/brief {text}\n/bref\n:as mara\n:nonsense\n")
    assert talk.returncode == 0, talk.stderr
    assert "Eastmouth to rebuild its harbour bridge" in talk.stdout
    assert "I do not know /bref" in talk.stdout
    assert "You are Mara Lind now" in talk.stdout
    assert "There is no :nonsense" in talk.stdout
    copied = standfirst("backup", "copy.db", cwd=tmp_path)
    assert copied.returncode == 0, copied.stderr
    with sqlite3.connect(tmp_path / "copy.db") as copy:
        assert copy.execute("select count(*) from stories").fetchone()[0] == 1
    copy.close()


def test_who_is_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    done = standfirst("who", "story.txt", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Ines Calder · Mayor" in done.stdout
    told = json.loads(standfirst("who", "story.txt", "--json", cwd=tmp_path).stdout)
    [person] = told["people"]
    assert (person["name"], person["roles"][0]["text"]) == ("Ines Calder", "Mayor")


def test_who_takes_a_source_or_a_name(tmp_path: Path) -> None:
    for args in ((), ("story.txt", "--name", "Calder")):
        assert standfirst("who", *args, cwd=tmp_path).returncode == 2


def test_a_name_that_nobody_has_read_about(tmp_path: Path) -> None:
    done = standfirst("who", "--name", "Ines Calder", cwd=tmp_path)
    assert done.returncode == 1
    assert "I have not seen “Ines Calder”" in " ".join(done.stdout.replace("│", " ").split())
    told = json.loads(standfirst("who", "--name", "Ines Calder", "--json", cwd=tmp_path).stdout)
    assert told == {"ok": False, "name": "Ines Calder", "people": [], "near": []}

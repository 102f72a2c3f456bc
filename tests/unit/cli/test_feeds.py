"""`standfirst feeds` as an operator uses it: real processes, a real database, a site on loopback."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

from tests.feed_site import Item, open_feed_site
from tests.unit.cli.test_commands import standfirst

OPML = (
    '<opml version="2.0"><body><outline text="One" xmlUrl="https://one.example/rss"/>'
    '<outline text="Two" xmlUrl="https://two.example/rss"/></body></opml>'
)


def test_a_list_goes_in_and_comes_out_and_a_space_has_its_own(tmp_path: Path) -> None:
    done = standfirst("feeds", "import", cwd=tmp_path, stdin=OPML)
    assert (done.returncode, "2 feeds added." in done.stdout) == (0, True), done.stderr
    own = standfirst("feeds", "list", "--space", "discord/1", "--json", cwd=tmp_path)
    assert [feed["everywhere"] for feed in json.loads(own.stdout)] == [True, True]
    gone = standfirst("feeds", "remove", "one", cwd=tmp_path)
    assert "I look at One no longer." in gone.stdout
    file = tmp_path / "out.opml"
    assert standfirst("feeds", "export", str(file), cwd=tmp_path).returncode == 0
    assert file.read_text().count("<outline") == 1


def test_what_cannot_be_done_is_said_in_a_line(tmp_path: Path) -> None:
    for args, told in (
        (("feeds", "import", "nowhere.opml"), "nowhere.opml: it cannot be read"),
        (("feeds", "list", "--space", "discord"), "--space: “discord” names no space"),
        (("feeds", "remove", "nothing"), "There is no feed “nothing” here."),
    ):
        done = standfirst(*args, cwd=tmp_path)
        assert done.returncode in (1, 2)
        assert done.stderr.startswith(f"standfirst: {told}"), done.stderr
    done = standfirst("feeds", "import", cwd=tmp_path, stdin="<rss><channel/></rss>")
    assert "That is no OPML file" in done.stderr


async def test_a_site_is_added_for_all_spaces(tmp_path: Path) -> None:
    async with open_feed_site() as site:
        (tmp_path / "config.toml").write_text(f'[fetch]\nallow_loopback = ["{site.host}"]\n')
        address = site.publish("/feed", Item("/story/a", "A"))
        done = await asyncio.to_thread(standfirst, "feeds", "add", address, cwd=tmp_path)
        assert "I look at Coast Courier from now on." in done.stdout, done.stderr
        again = await asyncio.to_thread(standfirst, "feeds", "add", address, cwd=tmp_path)
        assert "Coast Courier is here already." in again.stdout
    listed = json.loads(standfirst("feeds", "list", "--json", cwd=tmp_path).stdout)
    assert [(feed["name"], feed["url"], feed["problem"]) for feed in listed] == [("Coast Courier", address, None)]

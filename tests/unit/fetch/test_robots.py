"""robots.txt is obeyed when nobody asked by hand, and asked for as politely as a page."""

from __future__ import annotations

from contextlib import nullcontext

import pytest

from bot.errors import AddressRefused, HttpFailed, NameNotFound, RateLimited, RobotsForbid
from bot.fetch import robots
from bot.fetch.robots import relevant
from tests.unit.fetch.conftest import Make
from tests.unit.fetch.web import HTML, Handler, Hands, Web, open_web, page, redirect

FORBID = "User-agent: *\nDisallow: /private/\n\nUser-agent: Standfirst\nDisallow: /members/\nAllow: /\n"


def text(body: str) -> Handler:
    return page(body, content_type="text/plain")


@pytest.fixture
def rules(site: Web) -> Web:
    site.answers |= {"/robots.txt": text(FORBID), "/news/1": page(), "/members/1": page(), "/private/1": page()}
    return site


async def test_feeds_obey_the_rules_for_our_name(rules: Web, make: Make) -> None:
    fetcher = make()
    with pytest.raises(RobotsForbid) as caught:
        await fetcher.get(rules.url("/members/1"), by_hand=False)
    assert caught.value.url == rules.url("/members/1")
    await fetcher.get(rules.url("/news/1"), by_hand=False)
    await fetcher.get(rules.url("/private/1"), by_hand=False)
    assert rules.paths == ["/robots.txt", "/news/1", "/private/1"], "the rules are asked for once"


async def test_a_page_asked_for_by_hand_does_not_ask_the_robots(rules: Web, make: Make) -> None:
    await make().get(rules.url("/members/1"))
    assert rules.paths == ["/members/1"]


async def test_both_can_be_turned_round(rules: Web, make: Make) -> None:
    fetcher = make(robots_by_hand=True, robots_for_feeds=False)
    with pytest.raises(RobotsForbid):
        await fetcher.get(rules.url("/members/1"))
    await fetcher.get(rules.url("/members/1"), by_hand=False)


async def test_another_name_has_other_rules(rules: Web, make: Make) -> None:
    fetcher = make(user_agent="Courier/2.0")
    await fetcher.get(rules.url("/members/1"), by_hand=False)
    with pytest.raises(RobotsForbid):
        await fetcher.get(rules.url("/private/1"), by_hand=False)


async def test_every_hop_is_checked(rules: Web, make: Make) -> None:
    rules.answers["/s"] = redirect("/members/1")
    with pytest.raises(RobotsForbid) as caught:
        await make().get(rules.url("/s"), by_hand=False)
    assert caught.value.url == rules.url("/members/1")


@pytest.mark.parametrize("status", [401, 403, 404, 410])
async def test_no_robots_txt_forbids_nothing(status: int, rules: Web, make: Make) -> None:
    rules.answers["/robots.txt"] = page("no", status)
    assert (await make().get(rules.url("/members/1"), by_hand=False)).page.body == HTML.encode()


async def test_a_robots_txt_that_cannot_be_had_keeps_programs_out_but_not_people(rules: Web, make: Make) -> None:
    rules.answers["/robots.txt"] = page("broken", 500)
    fetcher = make(robots_by_hand=True)
    with pytest.raises(RobotsForbid):
        await fetcher.get(rules.url("/news/1"), by_hand=False)
    assert (await fetcher.get(rules.url("/news/1"))).page.body == HTML.encode()


async def test_a_broken_robots_txt_is_tried_again_soon_a_good_one_later(rules: Web, make: Make, hands: Hands) -> None:
    rules.answers["/robots.txt"] = page("broken", 500)
    fetcher = make(fresh_minutes=0)
    with pytest.raises(RobotsForbid):
        await fetcher.get(rules.url("/news/1"), by_hand=False)
    rules.answers["/robots.txt"] = text(FORBID)
    hands.forward(minutes=11)
    await fetcher.get(rules.url("/news/1"), by_hand=False)
    hands.forward(hours=11)
    await fetcher.get(rules.url("/news/1"), by_hand=False)
    assert rules.paths.count("/robots.txt") == 2
    hands.forward(hours=1)
    await fetcher.get(rules.url("/news/1"), by_hand=False)
    assert rules.paths.count("/robots.txt") == 3


async def test_a_robots_txt_may_redirect(rules: Web, make: Make) -> None:
    rules.answers["/rules"] = text(FORBID)
    rules.answers["/robots.txt"] = redirect("/rules")
    with pytest.raises(RobotsForbid):
        await make().get(rules.url("/members/1"), by_hand=False)


async def test_a_robots_txt_may_not_lead_inside(rules: Web, make: Make) -> None:
    rules.answers["/robots.txt"] = redirect("http://169.254.169.254/")
    assert (await make().get(rules.url("/members/1"), by_hand=False)).page.body == HTML.encode()


async def test_nothing_is_asked_of_a_host_whose_address_is_refused(rules: Web, make: Make) -> None:
    async with open_web() as other:
        rules.answers["/s"] = redirect(f"http://user:secret@127.0.0.1:{other.port}/")
        with pytest.raises(AddressRefused):
            await make(reach=(other.port,)).get(rules.url("/s"), by_hand=False)
        assert other.asked == []


async def test_a_pause_asked_for_by_robots_txt_is_kept(rules: Web, make: Make) -> None:
    rules.answers["/robots.txt"] = page("slow down", 429, retry_after="60")
    fetcher = make(robots_by_hand=True)
    with pytest.raises(RateLimited):
        await fetcher.get(rules.url("/news/1"))
    assert rules.paths == ["/robots.txt"]


async def test_a_host_without_address_is_not_found_rather_than_forbidden(make: Make) -> None:
    with pytest.raises(NameNotFound):
        await make().get("http://no-such-paper.example/a", by_hand=False)


async def test_a_huge_robots_txt_counts_as_far_as_it_is_read(rules: Web, make: Make) -> None:
    rules.answers["/robots.txt"] = text(FORBID + "# padding\n" * 100_000 + "User-agent: Standfirst\nDisallow: /news/\n")
    fetcher = make()
    with pytest.raises(RobotsForbid):
        await fetcher.get(rules.url("/members/1"), by_hand=False)
    assert (await fetcher.get(rules.url("/news/1"), by_hand=False)).page.body == HTML.encode()


async def test_only_so_many_sites_are_remembered(rules: Web, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(robots, "MAX_SITES", 0)
    fetcher = make(fresh_minutes=0)
    for _ in range(2):
        await fetcher.get(rules.url("/news/1"), by_hand=False)
    assert rules.paths.count("/robots.txt") == 2


async def test_a_page_that_fails_is_told_as_such(rules: Web, make: Make) -> None:
    with pytest.raises(HttpFailed):
        await make().get(rules.url("/news/2"), by_hand=False)


@pytest.mark.parametrize(
    ("body", "forbidden"),
    [
        ("user-agent: standfirst\ndisallow: /", True),
        ("User-Agent: Standfirst/0.1 # us\nDisallow: /", True),
        ("USERAGENT standfirst*\ndissallow /", True),
        ("User-agent: Standfirstling\nDisallow: /", False),
        ("User-agent: stand\nDisallow: /", False),
        ("User-agent: *\nDisallow:", False),
        ("User-agent: other\nDisallow: /\nUser-agent: *\nDisallow: /b", False),
        ("User-agent: other\nUser-agent: *\nDisallow: /", True),
        ("User-agent: *\nCrawl-delay: 5\nUser-agent: other\nDisallow: /", False),
        ("User-agent: *\nSitemap: https://x.example/map\nUser-agent: other\nDisallow: /", True),
        ("User-agent: *\nDisallow: /a*z$", False),
        ("\ufeffUser-agent: *\nDisallow: /", True),
        ("<html><body>User-agent</body></html>", False),
    ],
)
async def test_rules_as_people_write_them(body: str, forbidden: bool, site: Web, make: Make) -> None:
    site.answers |= {"/robots.txt": text(body), "/a": page()}
    with pytest.raises(RobotsForbid) if forbidden else nullcontext():
        await make().get(site.url("/a"), by_hand=False)


def test_thousands_of_agents_fold_into_three() -> None:
    agents = "".join(f"User-agent: bot{number}\n" for number in range(5000))
    folded = relevant(f"{agents}User-agent: *\nUser-agent: Standfirst\nDisallow: /x\n", "Standfirst")
    assert len(set(folded.splitlines())) == 4

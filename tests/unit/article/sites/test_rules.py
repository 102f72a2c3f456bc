"""Each site rule is tried on a small page of our own in the shape of the site's; a rule without one fails here."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from lxml import etree

from bot.article import read
from bot.article.sites.rules import RULES, Rule, rule_for, ruled
from bot.model import Page

PAGES = Path(__file__).parents[3] / "data" / "sites"
OTHER = "NOT THE STORY"


def source(host: str) -> str:
    return (PAGES / f"{host}.html").read_text()


def test_every_site_has_a_page_and_every_page_a_site() -> None:
    assert {path.stem for path in PAGES.glob("*.html")} == set(RULES)


@pytest.mark.parametrize("host", RULES)
def test_a_rule_finds_the_story_and_nothing_else(host: str) -> None:
    found = ruled(etree.fromstring(source(host), etree.HTMLParser()), RULES[host])
    assert found is not None
    assert len(found.body) >= 3
    assert not any(OTHER in block.text for block in found.body)
    rule = RULES[host]
    assert (bool(found.title), bool(found.standfirst), bool(found.authors)) == (
        bool(rule.title),
        bool(rule.standfirst),
        bool(rule.authors),
    )


@pytest.mark.parametrize("host", RULES)
def test_every_selector_finds_something(host: str) -> None:
    soup = BeautifulSoup(source(host), "lxml")
    rule = RULES[host]
    selectors = [rule.within, rule.body, *rule.remove.split(", "), rule.standfirst, rule.title, rule.authors]
    assert [selector for selector in selectors if selector and not soup.select(selector)] == []


@pytest.mark.parametrize("host", RULES)
def test_the_site_s_page_is_read_by_its_rule(host: str) -> None:
    article = read(Page(f"https://www.{host}/news/bridge-1234", source(host).encode()))
    assert not any(OTHER in block.text for block in article.body)
    assert len(article.body) >= 3


@pytest.mark.parametrize(
    ("url", "has"),
    [
        ("https://metro.co.uk/2026/x", True),
        ("https://www.metro.co.uk/2026/x", True),
        ("https://politics.people.com.cn/n1/x.html", True),
        ("https://notmetro.co.uk/x", False),
        ("https://co.uk/x", False),
        ("http://[bad", False),
        (None, False),
    ],
)
def test_which_addresses_have_a_rule(url: str | None, has: bool) -> None:
    assert (rule_for(url) is not None) is has


def test_a_page_that_is_built_otherwise_is_left_to_the_general_rules() -> None:
    tree = etree.fromstring("<html><body><article><p>Some text.</p></article></body></html>", etree.HTMLParser())
    assert ruled(tree, Rule("main", "p")) is None
    assert ruled(tree, Rule("article", "div")) is None
    with pytest.raises(ValueError, match="within"):
        ruled(tree, Rule("article > p", "p"))

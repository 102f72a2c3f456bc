"""A failure says what happened, in words a reader understands, to the person who asked, privately."""

from __future__ import annotations

import json
import logging

import pytest
import structlog

from bot import log
from bot.chat import Tone
from tests.site import Site, article
from tests.talk import JONAS, Talk, text

CONSENT = """<html><head><title>Before you continue</title></head><body><h1>We value your privacy</h1>
<p>We and our 842 partners store and access cookies on your device. Accept all cookies or manage your choices.</p>
<button>Accept all</button><button>Reject</button></body></html>"""
NOT_FOUND = """<html><head><title>404 - Page not found</title></head><body><h1>Page not found</h1>
<p>Sorry, the page you are looking for does not exist or has been moved.</p></body></html>"""


@pytest.mark.parametrize(
    ("status", "told"), [(404, "no such page"), (403, "refused"), (410, "removed"), (500, "problem of its own")]
)
async def test_a_status_is_told_in_words(talk: Talk, site: Site, status: int, told: str) -> None:
    site.statuses["/gone"] = status
    _, [reply] = await talk.says(site.url("/gone"))
    assert reply.private_to == JONAS
    assert reply.card.tone is Tone.PROBLEM
    assert told in text(reply.card)


@pytest.mark.parametrize(("page", "told"), [(CONSENT, "consent"), (NOT_FOUND, "not there")])
async def test_a_page_that_is_no_story_never_becomes_a_briefing(talk: Talk, site: Site, page: str, told: str) -> None:
    site.pages["/odd"] = page
    _, [reply] = await talk.says(site.url("/odd"))
    assert reply.private_to == JONAS
    assert told in text(reply.card)


async def test_a_redirect_into_the_private_network_is_refused(talk: Talk, site: Site) -> None:
    site.redirects["/s/x"] = "http://192.168.1.1/admin"
    _, [reply] = await talk.says(site.url("/s/x"))
    assert "only read public web pages" in text(reply.card)


async def test_redirects_in_a_circle(talk: Talk, site: Site) -> None:
    site.redirects.update({"/a": "/b", "/b": "/a"})
    _, [reply] = await talk.says(site.url("/a"))
    assert "circles" in text(reply.card)


async def test_one_broken_link_never_stops_the_other(talk: Talk, site: Site) -> None:
    _, replies = await talk.says(f"{site.url('/missing')} {site.story('/bridge')}")
    assert sorted(reply.card.tone for reply in replies) == [Tone.BRIEFING, Tone.PROBLEM]


async def test_a_failed_link_can_be_asked_for_again(talk: Talk, site: Site) -> None:
    site.statuses["/bridge"] = 404
    ref, _ = await talk.says(site.url("/bridge"))
    del site.statuses["/bridge"]
    site.pages["/bridge"] = article("Eastmouth")
    [reply] = await talk.calls("brief")
    assert reply.card.tone is Tone.BRIEFING
    assert reply.in_reply_to == ref


async def test_hostile_words_in_a_page_stay_words(talk: Talk, site: Site) -> None:
    site.story("/bridge", "@everyone \u202e[bank](http://evil.example)")
    _, [reply] = await talk.says(site.url("/bridge"))
    assert "\u202e" not in reply.card.title
    assert "@everyone" in reply.card.title, "it stays as text; adapters escape it"
    assert all(span.href is None for p in reply.card.body for span in p.spans)


async def test_the_log_says_why_and_hides_what_is_secret(
    talk: Talk, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    log.configure("info", "json")
    try:
        await talk.says(site.url("/gone?token=hush"))
    finally:
        structlog.reset_defaults()
        logging.basicConfig(handlers=[logging.NullHandler()], force=True)
    declined, handled = (json.loads(line) for line in capsys.readouterr().err.splitlines())
    assert declined["event"] == "declined"
    assert "/gone" in declined["error"]
    assert "hush" not in declined["error"]
    assert handled["outcome"] == "http_failed"
    assert handled["request"] == declined["request"]

"""People paste links; each story is told once in a channel, and then pointed to."""

from __future__ import annotations

import asyncio

import pytest

from bot.chat import Kind, MessagePosted, MessageRef, Place, Tone
from tests.site import Site
from tests.talk import EDITORS, GENERAL, JONAS, MARA, NEWSROOM, OTHER_SPACE, Talk, kinds, text


async def test_a_pasted_link_becomes_a_briefing(talk: Talk, site: Site) -> None:
    ref, replies = await talk.says(f"have you seen {site.story('/bridge')}?")
    [reply] = replies
    card = reply.card
    assert reply.in_reply_to == ref
    assert reply.private_to is None
    assert card.title == "Eastmouth to rebuild its harbour bridge"
    assert card.url == site.url("/bridge")
    assert card.body[0].kind is Kind.LEAD
    assert 2 <= sum(p.kind is Kind.POINT for p in card.body) <= 4
    assert "Coast Courier" in text(card)
    assert "127.0.0.1" in text(card), "the true host always shows beside what the page calls itself"
    assert "20 Nov 2026" in text(card)
    assert "min read" in text(card)


async def test_the_second_paste_gets_one_line_that_points_to_the_first(talk: Talk, site: Site) -> None:
    url = site.story("/bridge")
    first, _ = await talk.says(url, who=MARA)
    _, [reply] = await talk.says(url)
    assert reply.card.tone is Tone.POINTER
    [line] = reply.card.body
    assert "Mara Lind" in line.text
    assert any(span.message == first for span in line.spans)
    assert any(span.instant for span in line.spans)
    assert site.asked["/bridge"] == 1


OTHER_FORMS = [
    pytest.param("/bridge?utm_source=chat&fbclid=abc", id="tracking parameters"),
    pytest.param("/bridge#comments", id="fragment"),
    pytest.param("/bridge/", id="trailing slash"),
    pytest.param("/s/b1", id="short link"),
    pytest.param("/amp/bridge", id="AMP page with its canonical address"),
    pytest.param("/print/4711", id="the page's own canonical address"),
]


@pytest.mark.parametrize("form", OTHER_FORMS)
async def test_another_form_of_the_address_is_the_same_story(talk: Talk, site: Site, form: str) -> None:
    canonical = site.story("/bridge")
    site.pages["/bridge/"] = site.pages["/bridge"]
    site.redirects["/s/b1"] = "/bridge"
    site.story("/amp/bridge", canonical=canonical)
    site.story("/print/4711", canonical=canonical)
    await talk.says(canonical, who=MARA)
    _, replies = await talk.says(site.url(form))
    assert kinds(replies) == [Tone.POINTER]


async def test_the_other_form_may_come_first(talk: Talk, site: Site) -> None:
    canonical = site.story("/bridge")
    site.redirects["/s/b1"] = "/bridge"
    await talk.says(site.url("/s/b1"), who=MARA)
    _, replies = await talk.says(canonical)
    assert kinds(replies) == [Tone.POINTER]


async def test_a_page_cannot_claim_to_be_a_story_of_another_site(talk: Talk, site: Site) -> None:
    site.story("/fake", "Fakeville", canonical="https://news.example/bridge")
    _, [reply] = await talk.says(site.url("/fake"))
    assert reply.card.url == site.url("/fake")


async def test_the_pointer_shows_the_whole_briefing_privately_on_request(talk: Talk, site: Site) -> None:
    url = site.story("/bridge")
    await talk.says(url)
    ref, _ = await talk.says(url)
    [reply] = await talk.presses(talk.answer_to(ref), "Show", who=MARA)
    assert reply.private_to == MARA
    assert reply.card.tone is Tone.BRIEFING


async def test_another_channel_gets_the_briefing_and_who_shared_it_first(talk: Talk, site: Site) -> None:
    url = site.story("/bridge")
    first, _ = await talk.says(url, who=MARA, at=GENERAL)
    _, [reply] = await talk.says(url, at=NEWSROOM)
    assert reply.card.tone is Tone.BRIEFING
    assert "First shared by Mara Lind" in text(reply.card)
    assert any(span.message == first for line in reply.card.body for span in line.spans)
    assert site.asked["/bridge"] == 1


@pytest.mark.parametrize("hidden", [EDITORS, OTHER_SPACE, Place("test", "harbour", "dm", direct=True)])
async def test_what_was_shared_in_private_or_in_another_space_never_shows(
    talk: Talk, site: Site, hidden: Place
) -> None:
    url = site.story("/bridge")
    await talk.says(url, who=MARA, at=hidden)
    _, [reply] = await talk.says(url, at=NEWSROOM)
    assert reply.card.tone is Tone.BRIEFING
    assert "Mara" not in text(reply.card)


async def test_two_people_paste_at_the_same_moment_and_one_gets_the_pointer(talk: Talk, site: Site) -> None:
    url = site.story("/bridge")
    site.delays["/bridge"] = 0.1
    both = await asyncio.gather(talk.says(url, who=MARA), talk.says(url, who=JONAS))
    assert sorted(kinds(both[0][1] + both[1][1])) == [Tone.BRIEFING, Tone.POINTER]
    assert site.asked["/bridge"] == 1


async def test_several_links_are_briefed_each_and_the_rest_is_named(talk: Talk, site: Site) -> None:
    urls = [site.report(number) for number in range(4)]
    ref, replies = await talk.says(" and ".join(urls))
    assert kinds(replies) == [Tone.BRIEFING, Tone.BRIEFING, Tone.NOTICE]
    assert urls[2] in text(replies[2].card)
    assert urls[3] in text(replies[2].card)
    named = next(at for at, reply in talk.shown.items() if reply is replies[2])
    [briefed] = await talk.presses(named, "Brief")
    assert briefed.card.title.startswith("Thieves take")
    assert ref.id


async def test_an_event_seen_twice_is_handled_once(talk: Talk, site: Site) -> None:
    event = MessagePosted("same-event", MessageRef(NEWSROOM, "m77"), JONAS, site.story("/bridge"))
    assert len(await talk.does(event)) == 1
    assert await talk.does(event) == []


@pytest.mark.parametrize("message", ["good morning", "see <{url}>", "`{url}`", "```\n{url}\n```"])
async def test_talk_wrapped_links_and_code_are_left_alone(talk: Talk, site: Site, message: str) -> None:
    _, replies = await talk.says(message.format(url=site.story("/bridge")))
    assert replies == []
    assert not site.asked


async def test_a_day_that_has_not_come_is_believed_less_than_one_that_has(talk: Talk, site: Site) -> None:
    url = site.story("/bridge", extra="<time datetime='2019-05-04'>4 May 2019</time>")
    site.pages["/bridge"] = site.pages["/bridge"].replace("2026-11-20", "2098-11-20")
    _, [reply] = await talk.says(url)
    assert "4 May 2019" in text(reply.card)

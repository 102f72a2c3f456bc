"""People add feeds to a space: `/feeds`, and what the channel hears of it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from bot.app import Parts
from bot.app.serve import feed_tasks
from bot.chat import CommandCalled, Place, Reply, Speaker, Tone
from bot.services.feed_orders import POLL
from bot.services.settings_feeds import take_up
from bot.store import feeds, jobs, stories
from bot.store.adapter_values import AdapterValues
from tests.site import Site
from tests.talk import EDITORS, JONAS, MARA, NEWSROOM, OTHER_SPACE, Talk, text
from tests.unit.services.feed_desk import Heard

IDS = count(1)


async def says(
    talk: Talk, part: str, options: Mapping[str, str] | None = None, *, who: Speaker = MARA, at: Place = NEWSROOM
) -> Reply:
    (reply,) = await talk.does(CommandCalled(f"f{next(IDS)}", at, who, f"feeds {part}", options or {}))
    return reply


def publish(site: Site, *paths: str, at: str = "/feed.xml", title: str = "Coast Courier") -> str:
    items = "".join(f"<item><title>{path}</title><link>{site.url(path)}</link></item>" for path in paths)
    site.pages[at] = f"<rss version='2.0'><channel><title>{title}</title>{items}</channel></rss>"
    return site.url(at)


async def look(parts: Parts) -> None:
    """All feeds are looked at now, and what is new is read."""
    async with parts.store.transaction() as c:
        for feed in await feeds.of_space(c, NEWSROOM.tenant):
            await jobs.move(c, POLL, str(feed.id), parts.clock())
    await parts.work.drain(feed_tasks(parts, Heard()))


async def test_a_sites_feed_is_found_and_told_of(talk: Talk, site: Site) -> None:
    publish(site, "/a", "/b")
    site.pages["/"] = '<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head></html>'
    reply = await says(talk, "add", {"address": site.url("/")})
    assert reply.private_to is None
    assert "I look at Coast Courier from now on." in text(reply.card)
    assert "RSS · 2 entries now" in text(reply.card)
    assert "until a channel follows a topic" in text(reply.card)
    listed = await says(talk, "list", who=JONAS, at=EDITORS)
    assert listed.private_to == JONAS
    assert "Coast Courier" in text(listed.card)


async def test_a_feed_at_one_of_the_usual_places_is_found(talk: Talk, site: Site) -> None:
    publish(site, "/a", at="/rss.xml")
    site.pages["/"] = "<html><body><p>Welcome to our paper.</p></body></html>"
    assert "I look at Coast Courier" in text((await says(talk, "add", {"address": site.url("/")})).card)


async def test_an_index_of_sitemaps_leads_to_the_one_of_its_news(talk: Talk, site: Site) -> None:
    news = f"<url><loc>{site.url('/a')}</loc><news:news><news:title>A</news:title></news:news></url>"
    names = "xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'"
    site.pages["/today.xml"] = f"<urlset {names}>{news}</urlset>"
    site.pages["/news-pages.xml"] = f"<urlset><url><loc>{site.url('/about')}</loc></url></urlset>"
    maps = "".join(f"<sitemap><loc>{site.url(path)}</loc></sitemap>" for path in ("/today.xml", "/news-pages.xml"))
    site.pages["/sitemap.xml"] = f"<sitemapindex>{maps}</sitemapindex>"
    reply = await says(talk, "add", {"address": site.url("/sitemap.xml")})
    assert "news sitemap · 1 entry now" in text(reply.card)


async def test_where_there_is_none_that_is_said_and_kept_private(talk: Talk, site: Site) -> None:
    site.pages["/"] = "<html><body><p>Welcome to our paper.</p></body></html>"
    reply = await says(talk, "add", {"address": site.url("/")})
    assert reply.private_to == MARA
    assert "I found no feed on that site" in text(reply.card)
    nothing = await says(talk, "list")
    assert "There are no feeds here yet" in text(nothing.card)


async def test_the_same_feed_twice_is_here_already(talk: Talk, site: Site) -> None:
    address = publish(site, "/a")
    await says(talk, "add", {"address": address})
    again = await says(talk, "add", {"address": address.replace("http://", "") + "?utm_source=x"})
    assert "Coast Courier is here already" in text(again.card)


async def test_who_may_not_manage_may_only_look(talk: Talk, site: Site) -> None:
    refused = await says(talk, "add", {"address": publish(site, "/a")}, who=JONAS)
    assert refused.card.tone is Tone.PROBLEM
    assert "may manage this channel" in text(refused.card)
    assert "no feeds here yet" in text((await says(talk, "status", who=JONAS)).card)


async def test_a_new_entry_becomes_a_story_of_this_space_alone(talk: Talk, site: Site, parts: Parts) -> None:
    site.story("/old")
    await says(talk, "add", {"address": publish(site, "/old")})
    fresh = site.story("/fresh", "Norden")
    publish(site, "/fresh", "/old")
    await look(parts)
    async with parts.store.reading() as c:
        key = fresh.replace("http://", "https://")
        story = await stories.find(c, NEWSROOM.tenant, [key])
        assert story is not None
        assert story.reading.article.title == "Norden to rebuild its harbour bridge"
        assert await stories.find(c, OTHER_SPACE.tenant, [key]) is None
    assert site.asked["/old"] == 0


async def test_status_says_what_goes_wrong_and_when_it_is_looked_at_again(talk: Talk, site: Site, parts: Parts) -> None:
    await says(talk, "add", {"address": publish(site, "/a")})
    await says(talk, "add", {"address": publish(site, "/a", at="/b.xml", title="The Other Paper")})
    del site.pages["/b.xml"]
    await look(parts)
    told = await says(talk, "status")
    assert told.card.title == "2 feeds checked, 1 failing"
    first, second = told.card.body
    assert first.text.startswith("The Other Paper")
    assert "says that there is no such page" in first.text
    assert "next look" in second.text
    one = await says(talk, "status", {"feed": "coast"})
    assert one.card.title == "1 feed checked"


async def test_a_removed_feed_is_looked_at_no_longer(talk: Talk, site: Site, parts: Parts) -> None:
    await says(talk, "add", {"address": publish(site, "/a")})
    assert await talk.app.suggest("feeds remove", "feed", "coa", NEWSROOM) == ["Coast Courier"]
    removed = await says(talk, "remove", {"feed": "Coast Courier"})
    assert removed.private_to is None
    assert "I look at Coast Courier no longer" in text(removed.card)
    asked = site.asked["/feed.xml"]
    await look(parts)
    assert site.asked["/feed.xml"] == asked
    gone = await says(talk, "remove", {"feed": "Coast Courier"})
    assert "There is no feed “Coast Courier” here" in text(gone.card)


async def test_a_list_of_another_reader_is_taken_over_and_handed_back(talk: Talk, site: Site, parts: Parts) -> None:
    one, two = publish(site, "/a"), publish(site, "/b", at="/b.xml", title="The Other Paper")
    await says(talk, "add", {"address": one})
    opml = f"""<opml version="1.0"><body><outline text="News"><outline text="One" xmlUrl="{one}"/>
        <outline text="Two" type="rss" xmlUrl="{two}"/></outline><outline text="x" xmlUrl="ftp://no.example/"/></body></opml>"""
    done = await says(talk, "import", {"file": opml})
    assert "1 feed added. 1 was here already." in text(done.card)
    await look(parts)
    assert "The Other Paper" in text((await says(talk, "list")).card)
    file = (await says(talk, "export", who=JONAS)).card.file
    assert file is not None
    assert (file.name, file.text.count("<outline"), f'xmlUrl="{two}"' in file.text) == ("feeds.opml", 2, True)
    assert "That is no OPML file" in text((await says(talk, "import", {"file": "<rss><channel/></rss>"})).card)


async def test_feeds_of_the_settings_are_everyones_and_stay(talk: Talk, site: Site, parts: Parts) -> None:
    address, values = publish(site, "/a"), AdapterValues(parts.store, "feeds")
    await take_up(parts.store, parts.feeds, values, [address])
    await look(parts)
    listed = await says(talk, "list", at=OTHER_SPACE)
    assert "for all spaces" in text(listed.card)
    kept = await says(talk, "remove", {"feed": "Coast Courier"})
    assert "in the settings, for all spaces" in text(kept.card)
    await take_up(parts.store, parts.feeds, values, [])
    assert "no feeds here yet" in text((await says(talk, "list")).card)


async def test_a_space_has_as_many_feeds_as_it_may(talk: Talk, site: Site) -> None:
    outlines = "".join(f'<outline xmlUrl="https://f{n}.example/rss"/>' for n in range(205))
    done = await says(talk, "import", {"file": f"<opml><body>{outlines}</body></opml>"})
    assert "200 feeds added. 5 could not be added." in text(done.card)
    more = await says(talk, "add", {"address": publish(site, "/a")})
    assert "There are 200 feeds here already" in text(more.card)

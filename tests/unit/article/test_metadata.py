"""What a page says of its story, wherever it says it, and where it was found."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from lxml import etree

from bot.article.metadata import Metadata, read_metadata

URL = "https://www.courier.example/news/ferry-strike"
STORY = "<p>" + "The ferry pilots went back to work on Friday after the talks had ended. " * 4 + "</p>"
STORY *= 4


def said(head: str = "", body: str = STORY, url: str | None = URL, now: datetime | None = None) -> Metadata:
    html = f"<html><head>{head}</head><body>{body}</body></html>"
    return read_metadata(etree.fromstring(html, etree.HTMLParser(huge_tree=True)), url, now)


def ld(**values: object) -> str:
    node = {"@context": "https://schema.org", "@type": "NewsArticle", **values}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def meta(**values: str) -> str:
    return "".join(f'<meta property="{name.replace("__", ":")}" content="{value}">' for name, value in values.items())


def test_json_ld_says_it_all() -> None:
    page = said(
        ld(
            headline="Ferry pilots call off strike",
            author=[{"@type": "Person", "name": "Ana Ruiz"}, {"@type": "Organization", "name": "AFP"}],
            publisher={"@type": "Organization", "name": "Coast Courier Ltd"},
            datePublished="2026-03-05T06:40:00+01:00",
            dateModified="2026-03-05T09:00:00+01:00",
            inLanguage="en-GB",
            articleSection=["News", "Harbour"],
            keywords="ferries, strikes, ferries",
            image=[{"@type": "ImageObject", "url": "/img/ferry.jpg"}],
            mainEntityOfPage={"@type": "WebPage", "@id": URL},
            isAccessibleForFree="False",
            description="Crossings resume.",
        )
        + meta(og__site_name="Coast Courier", og__type="article")
    )
    assert page == Metadata(
        title="Ferry pilots call off strike",
        description="Crossings resume.",
        authors=("Ana Ruiz",),
        agencies=("AFP",),
        credited=("Ana Ruiz", "AFP"),
        published="2026-03-05T06:40:00+01:00",
        modified="2026-03-05T09:00:00+01:00",
        publisher="Coast Courier Ltd",
        site_name="Coast Courier",
        language="en",
        section="News",
        keywords=("ferries", "strikes"),
        image_url="https://www.courier.example/img/ferry.jpg",
        canonical_url=URL,
        kind="article",
        types=("NewsArticle",),
        paywalled=True,
        found_in=page.found_in,
    )
    sources = dict(page.found_in)
    assert sources["title"] == "json-ld headline"
    assert sources["site_name"] == "meta og:site_name"
    assert sources["paywalled"] == "json-ld isAccessibleForFree"
    assert page.free is False


def test_a_page_that_says_nothing() -> None:
    assert said(body="<p>x</p>") == Metadata()


def test_meta_tags_alone() -> None:
    page = said(
        '<html lang="de"><title>Fähre fährt wieder | Küstenkurier</title>'
        '<link rel="canonical" href="/news/faehre"><meta name="author" content="Von Greta Sommer und Jan Holm">'
        '<meta name="news_keywords" content="Fähre; Streik"><meta name="date" content="2026-03-05T06:40:00+01:00">'
        + meta(article__section="Küste", og__image="https://img.example/f.jpg", article__content_tier="free")
    )
    assert page.title == "Fähre fährt wieder"
    assert page.authors == ("Greta Sommer", "Jan Holm")
    assert page.published == "2026-03-05T06:40:00+01:00"
    assert (page.section, page.keywords, page.paywalled) == ("Küste", ("Fähre", "Streik"), False)
    assert page.canonical_url == "https://www.courier.example/news/faehre"
    assert dict(page.found_in)["authors"] == "meta author"


def test_microdata_and_the_visible_page() -> None:
    page = said(
        body='<article itemscope><h1 itemprop="headline">Ferry pilots call off strike</h1>'
        '<span itemprop="author" itemscope>By <span itemprop="name">Ana Ruiz</span></span>'
        f'<meta itemprop="datePublished" content="2026-03-05T06:40:00Z">{STORY}</article>'
    )
    assert page.title == "Ferry pilots call off strike"
    assert page.authors == ("Ana Ruiz",)
    assert page.published == "2026-03-05T06:40:00+00:00"
    assert dict(page.found_in)["authors"] == "microdata author"


def test_microdata_of_other_stories_is_theirs() -> None:
    story = '<article itemscope><span itemprop="author">Ana Ruiz</span></article>'
    other = '<li itemscope><span itemprop="author">Ben Olsen</span></li>'
    assert said(body=f"<h1>Ferry pilots call off strike</h1>{story}{other}{other}").authors == ("Ana Ruiz",)


@pytest.mark.parametrize(
    "byline",
    [
        '<p class="byline">By Ana Ruiz and Ben Olsen, Harbour correspondents</p>',
        "<div><span>By</span> <span>Ana Ruiz</span>, <span>Ben Olsen</span></div>",
        '<div><a href="/author/ana-ruiz">Ana Ruiz</a><a href="/author/ana-ruiz">Ben Olsen</a></div>',
        '<div class="author-name">Ana Ruiz</div><div class="author-name">Ben Olsen</div><div class="author">More</div>',
        '<p property="dc:creator">Ana Ruiz, Ben Olsen</p>',
        "<h4>Written by</h4><p>Ana Ruiz | Ben Olsen</p>",
    ],
)
def test_a_byline_below_the_headline(byline: str) -> None:
    others = '<aside class="related"><p class="byline">By Other Person</p></aside>'
    page = said(body=f"{others}<h1>Ferry pilots call off strike</h1>{byline}{STORY}{others}")
    assert page.authors == ("Ana Ruiz", "Ben Olsen")


def test_a_comment_is_not_the_author() -> None:
    comments = '<div class="comments"><span class="author">Angry Reader</span><time datetime="2020-01-01"></time></div>'
    page = said(body=f"<h1>Ferry pilots call off strike</h1>{comments}{STORY}")
    assert page.authors == ()
    assert page.published is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("<p>Thursday, March 5, 2026</p>", "2026-03-05"),
        ('<p class="date">2026年3月5日 06:40</p>', "2026-03-05"),
        ('<p class="date">الخميس 5 مارس 2026</p>', "2026-03-05"),
        ('<p class="date">5 मार्च 2026, 06:40</p>', "2026-03-05"),
        ('<p class="date">입력 2026.03.05 06:40</p>', "2026-03-05"),
        ('<time datetime="2026-03-05T06:40Z">an hour ago</time>', "2026-03-05T06:40:00+00:00"),
        ("<time>5 March 2026</time>", "2026-03-05"),
        ('<span property="dc:date" content="2026-03-05T06:40:00+01:00">Thursday</span>', "2026-03-05T06:40:00+01:00"),
        ('<p class="updated">Updated March 6, 2026</p>', None),
    ],
)
def test_a_date_below_the_headline(line: str, day: str | None) -> None:
    page = said(body=f"<h1>Ferry pilots call off strike</h1>{line}{STORY}<p class='date'>March 1, 2020</p>")
    assert page.published == day


def test_the_days_date_in_the_head_is_not_the_storys() -> None:
    today, own = (
        '<header><time datetime="2026-11-25">Today</time></header>',
        '<time datetime="2026-03-05">March 5</time>',
    )
    filler = "<nav>" + "<a>Harbour</a>" * 60 + "</nav>"
    page = said(body=f"{today}{filler}<main><h1>Ferry pilots call off strike</h1><p>{own}</p>{STORY}</main>")
    assert page.published == "2026-03-05"


def test_the_address_knows_the_day_where_nothing_else_does() -> None:
    assert said(url="https://courier.example/2026/03/05/ferry").published == "2026-03-05"
    assert said(url="https://courier.example/a/A2026030506400001").published == "2026-03-05"
    assert said(url="https://courier.example/item/2026113099").published is None


def test_a_live_blog_began_with_its_coverage() -> None:
    node = ld(coverageStartTime="2026-03-05T06:00:00Z", headline="Ferry strike: live").replace(
        "NewsArticle", "LiveBlogPosting"
    )
    page = said(node)
    assert page.published == "2026-03-05T06:00:00+00:00"
    assert page.types == ("LiveBlogPosting",)


def test_a_change_that_only_the_visible_page_tells() -> None:
    line = "<p>Published March 5, 2026 | Updated March 6, 2026</p>"
    page = said(body=f"<h1>Ferry pilots call off strike</h1><time>March 5, 2026</time>{line}{STORY}")
    assert (page.published, page.modified) == ("2026-03-05", "2026-03-06")


def test_a_box_that_holds_the_headline_is_the_storys() -> None:
    byline = "<p class='byline'>By Ana Ruiz</p><p class='date'>March 5, 2026</p>"
    page = said(body=f"<div class='page-with-sidebar promo'><h1>Ferry pilots call off strike</h1>{byline}</div>{STORY}")
    assert (page.authors, page.published) == (("Ana Ruiz",), "2026-03-05")


def test_a_change_before_the_publication_is_none() -> None:
    page = said(ld(datePublished="2026-03-05T06:40:00Z", dateModified="2026-03-05T07:00:00+01:00"))
    assert page.modified is None


def test_dates_that_cannot_be() -> None:
    now = datetime(2026, 3, 6, tzinfo=UTC)
    claims = meta(article__published_time="2026-03-05")
    assert said(ld(datePublished="2062-03-05") + claims, now=now).published == "2026-03-05"
    assert said(ld(datePublished="1970-01-01T00:00:00Z") + claims).published == "2026-03-05"
    assert said(ld(datePublished="1965-07-01")).published is None
    assert said(ld(datePublished="2062-03-05"), now=now).published is None
    assert said(ld(datePublished="2026-03-09"), now=now).published == "2026-03-09"
    # Where the day begins first, it is tomorrow already.
    tomorrow = ld(datePublished="2026-03-07T01:00:00+13:00") + claims
    assert str(said(tomorrow, now=now.replace(hour=12)).published).startswith("2026-03-07")
    # What an archive says twice is believed.
    assert said(ld(datePublished="1965-07-01") + meta(article__published_time="1965-07-01")).published == "1965-07-01"


def test_a_canonical_address_that_is_the_front_page_is_not_the_storys() -> None:
    front = '<link rel="canonical" href="https://www.courier.example/">'
    assert said(front + meta(og__url=URL)).canonical_url == URL
    assert said(front, url="https://www.courier.example/").canonical_url == "https://www.courier.example/"


def test_the_site_names_itself_among_the_authors() -> None:
    page = said(
        ld(author=[{"@type": "Person", "name": "courier.example"}], publisher={"name": "Coast Courier"})
        + meta(og__site_name="Courier")
    )
    assert page.authors == page.agencies == ()
    assert page.credited == ("courier.example",)


def test_an_address_is_no_publisher_and_a_facebook_page_no_author() -> None:
    page = said(meta(article__publisher="https://facebook.com/courier", article__author="https://facebook.com/ana"))
    assert page.publisher == ""
    assert page.authors == ()

"""What went wrong, in words a reader understands: one sentence for each error of `bot.errors`."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from bot.cards.lines import host, line, span
from bot.cards.topics import problem_card, problem_sentence
from bot.chat import Card, Paragraph, Span, Style, Tone
from bot.errors import (
    FetchError,
    HttpFailed,
    Incomplete,
    InputError,
    NoSuchTopic,
    NotAChoice,
    NotANumber,
    NotAZone,
    NotInvited,
    NotPermitted,
    QueryProblem,
    RateLimited,
    ReadError,
    StandfirstError,
)
from bot.locale import count, later, said, say

FOUND = {
    "bot_wall": later("The site shows a check for robots instead of the story, so I could not read it."),
    "consent": later("The site shows only a consent page until someone agrees, so I could not read the story."),
    "not_found": later("The page says that the story is not there (any more)."),
    "home_page": later("That is a page of headlines, not one story. Paste the link of a story."),
    "topic_page": later("That is a page of links to stories, not one story. Paste the link of a story."),
    "search_page": later("That is a page of search results, not one story. Paste the link of a story."),
    "login": later("The site wants a login first, so I could not read the story."),
    "wall": later("The story is behind a subscription, and the page gave none of it."),
    "empty": later("I found no text on that page. It may be built by scripts that I do not run."),
    "script_page": later("That page is built by scripts, which I do not run, so I saw no story there."),
    "feed": later("That is a feed of many stories, not one story. Paste the link of a story."),
    "not_text": later(
        "That is a picture, an archive or another file, not a page. I read web pages and plain text only."
    ),
    "pdf": later("That is a PDF. I read web pages and plain text only."),
    "too_short": later("There is too little text on that page to brief."),
}
"""What a page turned out to be, by `NotAnArticle.detail`."""

NO_FEED = {
    "empty": later("There is nothing at that address."),
    "not_xml": later("That is neither a feed nor a web page."),
    "no_feed": later("That is no feed that I can read. I read RSS, Atom, RDF, JSON Feed and news sitemaps."),
    "none_named": later("I found no feed on that site. Try the address of the feed itself."),
    "entities": later("That feed declares entities, which I refuse: a small file can grow into a huge one that way."),
    "too_many": later("That feed has more than 10,000 entries, which is an archive and no news."),
    "plain_sitemap": later("That is a map of all pages of a site, not of its news."),
    "opml": later("That is a list of feeds. Use /feeds import."),
    "no_opml": later("That is no OPML file, the list of feeds that readers export."),
}
"""Why something is no feed, by `NotAFeed.detail`."""

STATUS = {
    401: later("{host} wants a login for that page, so I could not read it."),
    402: later("{host} wants payment for that page, so I could not read it."),
    403: later("{host} refused to show me that page."),
    404: later("{host} says that there is no such page. Is the link complete?"),
    410: later("{host} says that the page was removed."),
    451: later("{host} may not show that page here, for legal reasons."),
}

SENTENCES = {
    "not_an_address": later(
        "I could not find a link in “{given}”. Try /brief https://…, or paste the text of an article."
    ),
    "nothing_to_brief": later("No link has been posted here yet. Paste one, or try /brief https://…"),
    "text_too_short": later(
        "That text is too short for a briefing ({given} words). Paste the whole article or its link."
    ),
    "unknown_command": later("I do not know /{given}. Try /help."),
    "incomplete": later("/{given} needs one of these words after it: {choices}."),
    "not_a_choice": later("I cannot set that to “{given}”. Choose one of these: {choices}."),
    "no_such_feed": later("There is no feed “{given}” here. /feeds list shows those that there are."),
    "too_many_feeds": later(
        "There are {given} feeds here already, which is as many as there may be. Remove one first."
    ),
    "may_not_set_up": later("Only someone who may manage this channel can set me up here."),
    "may_not_set_up_space": later("Only someone who runs this whole space can set that."),
    "nothing_in_message": later("There is no link in that message, and too little text for a briefing."),
    "being_read": later("I am reading that one already. The briefing comes in a moment."),
    "not_allowed": later("Only the person who asked, or someone who may manage this channel, can do that."),
    "not_a_rhythm": later("I do not know when “{given}” is. Try at once, hourly, daily at 08:00 or weekdays at 08:00."),
    "not_a_time": later("“{given}” is not a time I can read. Try 08:00, or 22:00-07:00 for hours to keep quiet."),
    "not_a_zone": later("I know no time zone “{given}”. Try a city, as in Europe/Berlin."),
    "gone": later("That story is no longer kept. Paste the link again to get a fresh briefing."),
    "address_refused": later("I may not open {host}: I only read public web pages."),
    "name_not_found": later("I could not find the site {host}. Is the link spelled right?"),
    "connect_failed": later("{host} did not answer. It may be down; try again later."),
    "tls_failed": later("{host} has no valid certificate, so I did not open the page."),
    "fetch_timeout": later("{host} took too long to answer. Try again later."),
    "too_many_redirects": later("The link at {host} sends me in circles, so I gave up."),
    "too_large": later("The page at {host} is too large for me to read."),
    "bad_content": later("The page at {host} arrived broken, so I could not read it. Try again later."),
    "not_a_page": later("The link at {host} is not a page of text ({detail}), so there is nothing to brief."),
    "robots_forbid": later("{host} does not want to be read by programs, so I left that page alone."),
    "read_timeout": later("That page is so tangled that I gave up on reading it."),
    "read_memory": later("That page is too heavy for me to read."),
    "reader_crashed": later("That page broke my reader. I noted it, so that it can be mended."),
    "store": later("I cannot reach my memory right now. Nothing is lost; try again in a minute."),
}
GENERAL = later("Something went wrong on my side, and I noted it. Please try again.")


def sentence(error: StandfirstError) -> str:
    """The sentence for the person who asked. Never shows more of an address than its host."""
    if special := SPECIAL.get(error.code):
        return special(error)
    given = {"host": _host(error), "given": _given(error), "detail": _detail(error), "choices": _choices(error)}
    return said(SENTENCES.get(error.code, GENERAL), **given)


def failure_card(error: StandfirstError, *, reference: str = "") -> Card:
    """A private card; `reference` is what the log calls the event, so that an operator can find it."""
    if isinstance(error, QueryProblem):
        return problem_card(error)
    footer = (_reference(reference),) if reference else ()
    return Card(body=(line(sentence(error)),), footer=footer, tone=Tone.PROBLEM)


def crash_card(reference: str) -> Card:
    """For what nobody expected: no stack trace, but a reference into the log."""
    body = (Paragraph((span(said(GENERAL)),)),)
    return Card(body=body, footer=(_reference(reference),), tone=Tone.PROBLEM)


def _reference(reference: str) -> Span:
    return span(say("Reference: {reference}", reference=reference), Style.MUTED)


def _http_failed(error: StandfirstError) -> str:
    status = cast("HttpFailed", error).status
    if status in STATUS:
        return said(STATUS[status], host=_host(error))
    if status >= 500:
        own = later("{host} has a problem of its own right now (status {status}). Try again later.")
        return said(own, host=_host(error), status=status)
    return say("{host} did not give me the page (status {status}).", host=_host(error), status=status)


def _rate_limited(error: StandfirstError) -> str:
    minutes = max(1, round(cast("RateLimited", error).after / 60))
    return count(
        "{host} asked me to slow down. Try again in {number} minute.",
        "{host} asked me to slow down. Try again in {number} minutes.",
        minutes,
        host=_host(error),
    )


def _no_such_topic(error: StandfirstError) -> str:
    near = ", ".join(cast("NoSuchTopic", error).near)
    if not near:
        return say("Nothing called “{given}” is followed here. /topics list shows what is.", given=_given(error))
    return say("Nothing called “{given}” is followed here. Did you mean {near}?", given=_given(error), near=near)


def _not_a_number(error: StandfirstError) -> str:
    return say("“{given}” is not a number from 0 to {most}.", given=_given(error), most=cast("NotANumber", error).most)


def _not_a_zone(error: StandfirstError) -> str:
    near = ", ".join(cast("NotAZone", error).near)
    if not near:
        return said(SENTENCES[error.code], given=_given(error))
    return say("I know no time zone “{given}”. Did you mean {near}?", given=_given(error), near=near)


def _not_an_article(error: StandfirstError) -> str:
    found = FOUND.get(cast("ReadError", error).detail)
    return said(found) if found else say("I found no story on that page.")


def _not_permitted(error: StandfirstError) -> str:
    lacking = cast("NotPermitted", error)
    missing, where = span(lacking.missing).text, span(lacking.where).text
    told = later(
        "I cannot answer in {where}: I lack the permission “{missing}” there. Who manages it can give it to me."
    )
    return said(told, where=where, missing=missing)


def _not_invited(error: StandfirstError) -> str:
    how = span(cast("NotInvited", error).how).text
    return say("I am not in this channel, so only you can see my answer. To let me in, type {how}.", how=how)


SPECIAL: dict[str, Callable[[StandfirstError], str]] = {
    "http_failed": _http_failed,
    "rate_limited": _rate_limited,
    "not_an_article": _not_an_article,
    "not_permitted": _not_permitted,
    "not_invited": _not_invited,
    "not_a_zone": _not_a_zone,
    "no_such_topic": _no_such_topic,
    "not_a_number": _not_a_number,
    "not_a_feed": lambda error: said(NO_FEED.get(cast("ReadError", error).detail, NO_FEED["no_feed"])),
    "query": lambda error: problem_sentence(cast("QueryProblem", error)),
    "config": str,
}


def _host(error: StandfirstError) -> str:
    return (host(error.url) if isinstance(error, FetchError) else "") or say("that site")


def _choices(error: StandfirstError) -> str:
    match error:
        case NotAChoice(choices=choices) | Incomplete(parts=choices):
            return ", ".join(choices)
        case _:
            return ""


def _given(error: StandfirstError) -> str:
    given = span(error.given).text if isinstance(error, InputError) else ""
    return given if len(given) <= 60 else given[:59] + "…"


def _detail(error: StandfirstError) -> str:
    detail = span(error.detail).text if isinstance(error, FetchError) else ""
    return detail.split(";")[0][:40] or say("no type given")

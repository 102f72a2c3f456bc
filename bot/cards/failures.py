"""What went wrong, in words a reader understands: one sentence for each error of `bot.errors`."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from bot.cards.lines import host, line, span
from bot.cards.topics import problem_card, problem_sentence
from bot.chat import Card, Paragraph, Style, Tone
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

FOUND = {
    "bot_wall": "The site shows a check for robots instead of the story, so I could not read it.",
    "consent": "The site shows only a consent page until someone agrees, so I could not read the story.",
    "not_found": "The page says that the story is not there (any more).",
    "home_page": "That is a page of headlines, not one story. Paste the link of a story.",
    "topic_page": "That is a page of links to stories, not one story. Paste the link of a story.",
    "search_page": "That is a page of search results, not one story. Paste the link of a story.",
    "login": "The site wants a login first, so I could not read the story.",
    "wall": "The story is behind a subscription, and the page gave none of it.",
    "empty": "I found no text on that page. It may be built by scripts that I do not run.",
    "script_page": "That page is built by scripts, which I do not run, so I saw no story there.",
    "feed": "That is a feed of many stories, not one story. Paste the link of a story.",
    "not_text": "That is a picture, an archive or another file, not a page. I read web pages and plain text only.",
    "pdf": "That is a PDF. I read web pages and plain text only.",
    "too_short": "There is too little text on that page to brief.",
}
"""What a page turned out to be, by `NotAnArticle.detail`."""

NO_FEED = {
    "empty": "There is nothing at that address.",
    "not_xml": "That is neither a feed nor a web page.",
    "no_feed": "That is no feed that I can read. I read RSS, Atom, RDF, JSON Feed and news sitemaps.",
    "none_named": "I found no feed on that site. Try the address of the feed itself.",
    "entities": "That feed declares entities, which I refuse: a small file can grow into a huge one that way.",
    "too_many": "That feed has more than 10,000 entries, which is an archive and no news.",
    "plain_sitemap": "That is a map of all pages of a site, not of its news.",
    "opml": "That is a list of feeds. Use /feeds import.",
    "no_opml": "That is no OPML file, the list of feeds that readers export.",
}
"""Why something is no feed, by `NotAFeed.detail`."""

STATUS = {
    401: "{host} wants a login for that page, so I could not read it.",
    402: "{host} wants payment for that page, so I could not read it.",
    403: "{host} refused to show me that page.",
    404: "{host} says that there is no such page. Is the link complete?",
    410: "{host} says that the page was removed.",
    451: "{host} may not show that page here, for legal reasons.",
}

SENTENCES = {
    "not_an_address": "I could not find a link in “{given}”. Try /brief https://…, or paste the text of an article.",
    "nothing_to_brief": "No link has been posted here yet. Paste one, or try /brief https://…",
    "text_too_short": "That text is too short for a briefing ({given} words). Paste the whole article or its link.",
    "unknown_command": "I do not know /{given}. Try /help.",
    "incomplete": "/{given} needs one of these words after it: {choices}.",
    "not_a_choice": "I cannot set that to “{given}”. Choose one of these: {choices}.",
    "no_such_feed": "There is no feed “{given}” here. /feeds list shows those that there are.",
    "too_many_feeds": "There are {given} feeds here already, which is as many as there may be. Remove one first.",
    "may_not_set_up": "Only someone who may manage this channel can set me up here.",
    "may_not_set_up_space": "Only someone who runs this whole space can set that.",
    "nothing_in_message": "There is no link in that message, and too little text for a briefing.",
    "being_read": "I am reading that one already. The briefing comes in a moment.",
    "not_allowed": "Only the person who asked, or someone who may manage this channel, can do that.",
    "not_a_rhythm": "I do not know when “{given}” is. Try at once, hourly, daily at 08:00 or weekdays at 08:00.",
    "not_a_time": "“{given}” is not a time I can read. Try 08:00, or 22:00-07:00 for hours to keep quiet.",
    "not_a_zone": "I know no time zone “{given}”. Try a city, as in Europe/Berlin.",
    "gone": "That story is no longer kept. Paste the link again to get a fresh briefing.",
    "address_refused": "I may not open {host}: I only read public web pages.",
    "name_not_found": "I could not find the site {host}. Is the link spelled right?",
    "connect_failed": "{host} did not answer. It may be down; try again later.",
    "tls_failed": "{host} has no valid certificate, so I did not open the page.",
    "fetch_timeout": "{host} took too long to answer. Try again later.",
    "too_many_redirects": "The link at {host} sends me in circles, so I gave up.",
    "too_large": "The page at {host} is too large for me to read.",
    "bad_content": "The page at {host} arrived broken, so I could not read it. Try again later.",
    "not_a_page": "The link at {host} is not a page of text ({detail}), so there is nothing to brief.",
    "robots_forbid": "{host} does not want to be read by programs, so I left that page alone.",
    "read_timeout": "That page is so tangled that I gave up on reading it.",
    "read_memory": "That page is too heavy for me to read.",
    "reader_crashed": "That page broke my reader. I noted it, so that it can be mended.",
    "store": "I cannot reach my memory right now. Nothing is lost; try again in a minute.",
}
GENERAL = "Something went wrong on my side, and I noted it. Please try again."


def sentence(error: StandfirstError) -> str:
    """The sentence for the person who asked. Never shows more of an address than its host."""
    special = SPECIAL.get(error.code)
    template = special(error) if special else SENTENCES.get(error.code, GENERAL)
    return template.format(host=_host(error), given=_given(error), detail=_detail(error), choices=_choices(error))


def failure_card(error: StandfirstError, *, reference: str = "") -> Card:
    """A private card; `reference` is what the log calls the event, so that an operator can find it."""
    if isinstance(error, QueryProblem):
        return problem_card(error)
    footer = (span(f"Reference: {reference}", Style.MUTED),) if reference else ()
    return Card(body=(line(sentence(error)),), footer=footer, tone=Tone.PROBLEM)


def crash_card(reference: str) -> Card:
    """For what nobody expected: no stack trace, but a reference into the log."""
    body = (Paragraph((span(GENERAL),)),)
    return Card(body=body, footer=(span(f"Reference: {reference}", Style.MUTED),), tone=Tone.PROBLEM)


def _http_failed(error: StandfirstError) -> str:
    status = cast("HttpFailed", error).status
    if status in STATUS:
        return STATUS[status]
    if status >= 500:
        return f"{{host}} has a problem of its own right now (status {status}). Try again later."
    return f"{{host}} did not give me the page (status {status})."


def _rate_limited(error: StandfirstError) -> str:
    minutes = max(1, round(cast("RateLimited", error).after / 60))
    return f"{{host}} asked me to slow down. Try again in {minutes} minute{'s' if minutes > 1 else ''}."


def _no_such_topic(error: StandfirstError) -> str:
    near = ", ".join(cast("NoSuchTopic", error).near).replace("{", "{{").replace("}", "}}")
    nothing = "Nothing called “{given}” is followed here. /topics list shows what is."
    return f"Nothing called “{{given}}” is followed here. Did you mean {near}?" if near else nothing


def _not_a_number(error: StandfirstError) -> str:
    return f"“{{given}}” is not a number from 0 to {cast('NotANumber', error).most}."


def _not_a_zone(error: StandfirstError) -> str:
    near = ", ".join(cast("NotAZone", error).near)
    return f"I know no time zone “{{given}}”. Did you mean {near}?" if near else SENTENCES[error.code]


def _not_an_article(error: StandfirstError) -> str:
    return FOUND.get(cast("ReadError", error).detail, "I found no story on that page.")


def _not_permitted(error: StandfirstError) -> str:
    lacking = cast("NotPermitted", error)
    missing, where = span(lacking.missing).text, span(lacking.where).text
    told = f"I cannot answer in {where}: I lack the permission “{missing}” there. Who manages it can give it to me."
    return told.replace("{", "{{").replace("}", "}}")


def _not_invited(error: StandfirstError) -> str:
    how = span(cast("NotInvited", error).how).text.replace("{", "{{").replace("}", "}}")
    return f"I am not in this channel, so only you can see my answer. To let me in, type {how}."


SPECIAL: dict[str, Callable[[StandfirstError], str]] = {
    "http_failed": _http_failed,
    "rate_limited": _rate_limited,
    "not_an_article": _not_an_article,
    "not_permitted": _not_permitted,
    "not_invited": _not_invited,
    "not_a_zone": _not_a_zone,
    "no_such_topic": _no_such_topic,
    "not_a_number": _not_a_number,
    "not_a_feed": lambda error: NO_FEED.get(cast("ReadError", error).detail, NO_FEED["no_feed"]),
    "query": lambda error: problem_sentence(cast("QueryProblem", error)).replace("{", "{{").replace("}", "}}"),
    "config": lambda error: str(error).replace("{", "{{").replace("}", "}}"),
}


def _host(error: StandfirstError) -> str:
    return (host(error.url) if isinstance(error, FetchError) else "") or "that site"


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
    return detail.split(";")[0][:40] or "no type given"

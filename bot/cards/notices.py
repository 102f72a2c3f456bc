"""The short cards: a story that is here already, links that were left out, and help."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.lines import SEPARATOR, host, pieced, span, web_address
from bot.cards.people import and_more
from bot.channels import Mode
from bot.chat import Button, Card, CommandSpec, Kind, MessageRef, Paragraph, Span, Style, Tone
from bot.locale import count, say
from bot.model import Story

LABEL_ROOM = 40


def pointer_card(headline: str, story_id: int, who: str, at: Span, message: MessageRef) -> Card:
    """One line instead of a repeat: who shared this story before, when, and where."""
    told = pieced(say("{headline} was shared here by {name}"), headline=span(headline, Style.STRONG), name=span(who))
    spans = (*told, SEPARATOR, at, SEPARATOR, Span(say("see that message"), message=message))
    again = Button("show", str(story_id), say("Show the briefing"))
    return Card(body=(Paragraph(spans),), buttons=(again,), tone=Tone.POINTER)


def left_out_card(read: int, rest: Sequence[tuple[int, str]], more: int = 0) -> Card:
    """The links of a message that were not read: (share id, address) each, with a button to brief it after all.

    A share id of 0 has no button; `more` counts links that are not even named.
    """
    told = count(
        "I read the first link of this message. Not read:",
        "I read the first {number} links of this message. Not read:",
        read,
    )
    head = Paragraph((Span(told),))
    named = tuple(Paragraph((span(url, href=url),), Kind.POINT) for _, url in rest)
    if more:
        named = (*named, Paragraph((Span(and_more(more)),)))
    buttons = tuple(Button("brief", str(share), _label(url)) for share, url in rest[:5] if share)
    return Card(body=(head, *named), buttons=buttons, tone=Tone.NOTICE)


def _label(url: str) -> str:
    name = host(url)
    return say("Brief {site}", site=name if len(name) <= LABEL_ROOM else name[: LABEL_ROOM - 1] + "…")


def help_card(commands: Sequence[CommandSpec], mode: Mode, *, max_links: int, manages: bool = False) -> Card:
    """What there is to do here, from the table of commands; some are told only to who may manage the channel."""
    lead = Paragraph((Span(_how_to_ask(mode, max_links)),), Kind.LEAD)
    lines = [
        Paragraph((Span(spec.usage, Style.CODE), Span(f"  {spec.help}")), Kind.POINT)
        for spec in commands
        if manages or not spec.manage
    ]
    again = say("A story that is here already gets a pointer to the message that brought it, not a repeat.")
    return Card(
        title=say("What I can do"),
        body=(lead, *lines, Paragraph((Span(again),))),
        footer=(Span(say("Everything in a briefing is in the article's own words."), Style.MUTED),),
        tone=Tone.NOTICE,
    )


def _how_to_ask(mode: Mode, max_links: int) -> str:
    match mode:
        case Mode.AUTOMATIC:
            return say(
                "Paste a link, or the whole text of an article: I read it and answer with a briefing. "
                "Up to {number} links a message; wrap a link in <…> and I leave it alone.",
                number=max_links,
            )
        case Mode.REACTION:
            return say("React with 📰 to a message with a link, and I answer it with a briefing.")
        case Mode.OFF:
            return say("I read articles and answer with a briefing.")


def home_card(latest: Sequence[tuple[Story, MessageRef]], follows: Sequence[Paragraph] = ()) -> Card:
    """A person's own page: what this space follows, its latest stories, and three things to try."""
    told = [_told(story, ref) for story, ref in latest]
    nothing = Paragraph((Span(say("No story was shared where everyone can read it yet."), Style.MUTED),))
    tries = (
        (say("Paste a link"), say("where I am, or use /brief with it: you get the story in five lines.")),
        (say("Ask who is who"), say("with /who, or with the button under a briefing.")),
        (say("Set a channel up"), say("with /settings: when I answer, how long, in which language.")),
    )
    return Card(
        title="Standfirst",
        body=(
            *((_heading(say("This space follows")), *follows) if follows else ()),
            _heading(say("Latest stories")),
            *(told or [nothing]),
            _heading(say("Three things to try")),
            *(Paragraph((Span(name, Style.STRONG), Span(f" {how}")), Kind.POINT) for name, how in tries),
        ),
        footer=(Span(say("Everything in a briefing is in the article's own words."), Style.MUTED),),
        tone=Tone.NOTICE,
    )


def _heading(text: str) -> Paragraph:
    return Paragraph((Span(text, Style.STRONG),))


def _told(story: Story, ref: MessageRef) -> Paragraph:
    article = story.reading.article
    url = web_address(article.canonical_url) or web_address(article.url)
    at = host(url)
    spans = (span(story.reading.briefing.headline, href=url), *((SEPARATOR, span(at, Style.MUTED)) if at else ()))
    return Paragraph((*spans, SEPARATOR, Span(say("see that message"), message=ref)), Kind.POINT)

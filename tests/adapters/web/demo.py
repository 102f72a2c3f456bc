"""A set of cards that shows everything the page can draw, and a core that plays them: for tests and for pictures."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.chat import (
    Action,
    Button,
    Card,
    CommandCalled,
    CommandSpec,
    Event,
    Field,
    Image,
    Kind,
    MessagePosted,
    MessageRef,
    Paragraph,
    Place,
    Reply,
    Span,
    Style,
    Tone,
    Working,
)
from tests.fakes import BRIEF, HELP, place_of

DOT = Span(" · ", Style.MUTED)
PUBLISHED = datetime(2026, 11, 23, 10, 20, tzinfo=UTC)


def briefing(url: str, picture: str = "") -> Card:
    points = (
        "The island of Brennholm will shut down its only diesel power plant on 1 March 2027 and run on tidal current,"
        " wind and batteries alone.",
        "For 164 of its 182 days the diesel engine stood still, according to a report by the Northern Institute of"
        " Technology.",
        "In return the price of electricity, which reached 4.90 crowns per kilowatt hour in 2024, is to be fixed at"
        " 2.35 crowns until 2036.",
    )
    lead = (
        "After a test winter on tide and wind, islanders decide by 71 per cent to retire the generator that has kept"
        " their lights on since 1968."
    )
    return Card(
        title="Brennholm votes to switch off its last diesel plant",
        url=url,
        source=(Span("Skerry Post", Style.STRONG), DOT, Span("127.0.0.1"), DOT, Span("23 Nov 2026", instant=PUBLISHED)),
        body=(Paragraph((Span(lead),), Kind.LEAD), *(Paragraph((Span(point),), Kind.POINT) for point in points)),
        image=Image(picture, "The power plant at dusk", "Photo: Jorun Aas/Skerry Post") if picture else None,
        buttons=(Button("remove", "", "Delete"),),
        footer=(Span("3 min read", Style.MUTED), DOT, Span("By Nora Eklund, Piet Sandoval", Style.MUTED)),
        tone=Tone.BRIEFING,
    )


def pointer(to: MessageRef, who: str = "Jonas Weber") -> Card:
    spans = (
        Span("Brennholm votes to switch off its last diesel plant", Style.STRONG),
        Span(" was shared here by "),
        Span(who),
        DOT,
        Span("24 Nov 2026, 09:12 UTC", instant=datetime(2026, 11, 24, 9, 12, tzinfo=UTC)),
        DOT,
        Span("see that message", message=to),
    )
    return Card(body=(Paragraph(spans),), buttons=(Button("show", "1", "Show the briefing"),), tone=Tone.POINTER)


PROBLEM = Card(
    body=(Paragraph((Span("courier.example says that there is no such page. Is the link complete?"),)),),
    footer=(Span("Reference: 3f9a01bc", Style.MUTED),),
    tone=Tone.PROBLEM,
)
HELP_CARD = Card(
    title="What I can do",
    body=(
        Paragraph(
            (Span("Paste a link, or the whole text of an article: I read it and answer with a briefing."),), Kind.LEAD
        ),
        Paragraph((Span("/brief [link or text]", Style.CODE), Span("  The story in five lines")), Kind.POINT),
        Paragraph((Span("/help", Style.CODE), Span("  What I can do and how to ask for it")), Kind.POINT),
        Paragraph((Span("A story that is here already gets a pointer to the message that brought it."),)),
    ),
    footer=(Span("Everything in a briefing is in the article's own words.", Style.MUTED),),
)
RICH = Card(
    title="A card with everything",
    url="https://courier.example/everything",
    body=(
        Paragraph((Span("Said in the market hall:"),)),
        Paragraph((Span("“The tide has never missed an appointment.”"),), Kind.QUOTE),
        Paragraph(
            (
                Span("Strong", Style.STRONG),
                Span(", "),
                Span("emphatic", Style.EMPHASIS),
                Span(", "),
                Span("a link", href="https://courier.example/a"),
            )
        ),
    ),
    fields=(
        Field("Who's who", Paragraph((Span("Ingrid Solhaug, Anders Vik, Leila Marchetti"),))),
        Field("Where", Paragraph((Span("Brennholm"),))),
    ),
    footer=(Span("Not the whole story: the page gave only a teaser", Style.EMPHASIS),),
    tone=Tone.BRIEFING,
)


@dataclass
class DemoCore:
    """Implements `bot.chat.Core`: briefs a link once, then points to it; `site` is the example site's origin."""

    site: str = ""
    commands: Sequence[CommandSpec] = (BRIEF, HELP)
    first: dict[str, MessageRef] = field(default_factory=dict)

    async def handle(self, event: Event) -> AsyncIterator[Action]:
        card, private = self.answer(event)
        if card is None:
            return
        yield Working(place_of(event))
        ref = getattr(event, "ref", None)
        speaker = getattr(event, "speaker", None)
        yield Reply(f"demo:{event.event_id}", card, place_of(event), ref, private_to=speaker if private else None)

    def answer(self, event: Event) -> tuple[Card | None, bool]:
        match event:
            case CommandCalled(name="help"):
                return HELP_CARD, True
            case MessagePosted(text=text, ref=ref) if "missing" in text:
                return PROBLEM, True
            case MessagePosted(text=text, ref=ref) if "everything" in text:
                return RICH, False
            case MessagePosted(text=text, ref=ref) if "://" in text or len(text) > 500:
                known = self.first.setdefault(ref.place.channel, ref)
                if known != ref:
                    return pointer(known), False
                return briefing(f"{self.site}/island/diesel-plant-vote", f"{self.site}/images/plant.svg"), False
        return None, False

    async def delivered(self, reply: Reply, ref: MessageRef) -> bool:
        return True

    async def suggest(self, command: str, option: str, prefix: str, place: Place) -> Sequence[str]:
        return [word for word in ("harbour", "headline") if word.startswith(prefix)]

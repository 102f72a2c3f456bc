"""A story as a card: the headline, the standfirst, the points, and the frame around them."""

from __future__ import annotations

from bot.cards.lines import SEPARATOR, span
from bot.cards.points import point_paragraph, shown, with_dates
from bot.cards.story import fields, footer, image, opening, source_line, story_address
from bot.chat import Button, Card, Kind, MessageRef, Paragraph, Span, Style, Tone
from bot.locale import say
from bot.model import Length, Story


def remove_button() -> Button:
    return Button("remove", "", say("Delete"))


def briefing_card(
    story: Story,
    *,
    length: Length = Length.MEDIUM,
    usual: Length = Length.MEDIUM,
    first_shared: Paragraph | None = None,
    removable: bool = True,
) -> Card:
    """The briefing of `story`. `first_shared` says who brought it up before, where that is known; `usual` is how long
    a briefing is here, which a longer one goes back to."""
    article, briefing = story.reading.article, story.reading.briefing
    body = list(opening(story))
    if briefing.standfirst:
        body.append(Paragraph(with_dates(briefing.standfirst, briefing.standfirst_dates), Kind.LEAD))
    body += [point_paragraph(point) for point in shown(briefing, length)]
    if first_shared:
        body.append(first_shared)
    return Card(
        title=span(briefing.headline).text,
        url=story_address(article),
        source=source_line(article),
        body=tuple(body),
        fields=fields(story),
        image=image(article),
        buttons=(*_asking(story, length, usual), *((remove_button(),) if removable else ())),
        footer=footer(story),
        tone=Tone.BRIEFING,
    )


def _asking(story: Story, length: Length, usual: Length) -> tuple[Button, ...]:
    """The buttons that anyone may press. A story that is not kept has none."""
    briefing = story.reading.briefing
    if not story.id:
        return ()
    buttons = [Button("who", str(story.id), say("Who's who"))] if story.reading.people else []
    if briefing.points or briefing.standfirst_source:
        buttons.append(Button("receipts", story_value(story.id, length), say("Where does it say that?")))
    less = Length.MEDIUM if usual is Length.FULL else usual
    if len(shown(briefing, Length.FULL)) > len(shown(briefing, length)):
        buttons.append(Button("resize", story_value(story.id, Length.FULL), say("More")))
    elif length is Length.FULL and len(shown(briefing, less)) < len(shown(briefing, length)):
        buttons.append(Button("resize", story_value(story.id, less), say("Less")))
    return tuple(buttons)


def story_value(story_id: int, length: Length) -> str:
    """What a button about a story carries: `7:medium`."""
    return f"{story_id}:{length}"


def first_shared_line(name: str, at: Span, message: MessageRef) -> Paragraph:
    by = span(say("First shared by {name}", name=name), Style.MUTED)
    spans = (by, SEPARATOR, at, SEPARATOR, Span(say("see that message"), message=message))
    return Paragraph(spans)

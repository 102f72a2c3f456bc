"""Where it says that: for each point the exact sentence of the article, with the number of its paragraph."""

from __future__ import annotations

from urllib.parse import quote

from bot.cards.lines import SEPARATOR, host, pieced, span
from bot.cards.points import shown
from bot.cards.story import story_address
from bot.chat import Card, Kind, Paragraph, Span, Style, Tone
from bot.locale import later, said, say
from bot.locale.marks import quoted
from bot.model import Article, BlockKind, Length, Part, Source, Story

WHOLE_FRAGMENT = 90
"""Letters of a sentence that an address names whole; of a longer one it names the first and the last words."""

EDGE_WORDS = 5

OWN = later("The line under the headline is the publisher's own.")
BORNE = later("Written by {engine}; these are the sentences that each point was checked against.")
QUOTED = later("These are the article's own sentences, whole.")


def receipts_card(story: Story, length: Length) -> Card:
    """For who asks, privately. The points are those that the briefing shows at `length`."""
    article, briefing = story.reading.article, story.reading.briefing
    address = story_address(article)
    body = []
    if source := briefing.standfirst_source:
        body.append(_receipt(article, source, address, 0))
    elif briefing.standfirst:
        body.append(Paragraph((Span(said(OWN), Style.MUTED),)))
    for number, point in enumerate(shown(briefing, length), 1):
        body.append(_receipt(article, point.source, address, number))
    at = host(address)
    footer = said(BORNE, engine=span(briefing.engine).text) if briefing.engine else said(QUOTED)
    return Card(
        title=say("Where it says that: {headline}", headline=span(briefing.headline).text),
        url=address,
        source=(span(at),) if at else (),
        body=tuple(body),
        footer=(Span(footer, Style.MUTED),),
        tone=Tone.NOTICE,
    )


def _receipt(article: Article, source: Source, address: str | None, number: int) -> Paragraph:
    sentence = article.at(source)
    label = say("Point {number}", number=number) if number else say("Under the headline")
    where = Span(
        _place(article, source),
        href=fragment_address(address, sentence) if address else None,
    )
    told = pieced(say("{name}: {value}"), name=where, value=span(quoted(sentence)))
    return Paragraph((Span(label, Style.STRONG), SEPARATOR, *told), Kind.QUOTE)


def _place(article: Article, source: Source) -> str:
    if source.part is Part.CAPTION:
        return say("picture {number}", number=source.paragraph + 1)
    return say("paragraph {number}", number=paragraph_number(article, source.paragraph))


def paragraph_number(article: Article, at: int) -> int:
    """As a reader counts: from 1, without subheads."""
    return sum(block.kind is not BlockKind.SUBHEAD for block in article.body[: at + 1])


def fragment_address(address: str, sentence: str) -> str:
    """The story's address with a text fragment: browsers that know those scroll to the sentence and mark it."""
    words = sentence.split()
    if len(sentence) <= WHOLE_FRAGMENT or len(words) <= 2 * EDGE_WORDS:
        fragment = _encoded(sentence)
    else:
        fragment = f"{_encoded(' '.join(words[:EDGE_WORDS]))},{_encoded(' '.join(words[-EDGE_WORDS:]))}"
    return f"{address.partition('#')[0]}#:~:text={fragment}"


def _encoded(text: str) -> str:
    """A hyphen has a meaning of its own in a fragment."""
    return quote(text, safe="").replace("-", "%2D")

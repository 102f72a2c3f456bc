"""The line under the headline tells the story, or there is none."""

from __future__ import annotations

import pytest

from bot.briefing import brief
from bot.briefing.standfirst import own_standfirst, whole_sentences
from bot.model import Article, Block
from tests.site import SENTENCES

BODY = tuple(Block(sentence.format(place="Eastmouth")) for sentence in SENTENCES)
TITLE = "Eastmouth to rebuild its harbour bridge"


@pytest.mark.parametrize(
    "line",
    [
        "Ana Ruiz//Getty Images",
        "20 November 2026 • Eastmouth",
        "Ines Calder is an experienced reporter and author who writes about towns by the sea.",
        "Sign up for our newsletter to read more.",
        "If you are a client, you can access the full story.",
    ],
)
def test_what_tells_nothing_of_the_story_is_no_standfirst(line: str) -> None:
    article = Article(TITLE, BODY, standfirst=line, language="en", authors=("Ines Calder",))
    assert own_standfirst(article) == ""
    assert brief(article).standfirst == BODY[0].text, "the lead takes its place"


@pytest.mark.parametrize("line", ["The old bridge comes back.", "Reuters says it is for sale", "Ines Calder is mayor"])
def test_a_short_line_of_the_publisher_stays(line: str) -> None:
    assert own_standfirst(Article(TITLE, BODY, standfirst=line, language="en", authors=("Ben Olsen",))) == line


def test_an_opening_that_sets_a_scene_is_no_lead() -> None:
    scene = Block("On a grey morning Ana Ruiz puts on rubber boots and waits for the fish to come in.")
    article = Article("Eastmouth council votes to rebuild harbour bridge for 48 million", (scene, *BODY), language="en")
    briefing = brief(article)
    assert briefing.standfirst == BODY[0].text
    assert scene.text not in [point.text for point in briefing.points]


def test_a_page_that_declares_the_wrong_language_is_read_as_what_it_is() -> None:
    lines = (
        "Der Rat von Eastmouth hat am Dienstag beschlossen, die alte Brücke am Hafen für 48 Millionen neu zu bauen.",
        "Dieser Beschluss kam nach vier Jahren, in denen die Stadt mit der Agentur für Straßen über die Kosten stritt.",
        "Die Ingenieure fanden im März Risse in drei der sieben Pfeiler und schlossen die Brücke für alle Wagen.",
        "Die Fähre fährt seit April alle zwanzig Minuten, und sie soll bis zum Ende der Arbeiten im Dienst bleiben.",
        "Die Stadt zahlt die Hälfte der Kosten, und das Land gibt den Rest aus einem Fonds für alte Brücken.",
    )
    article = Article("Eastmouth baut seine Brücke neu", tuple(map(Block, lines)), language="en")
    briefing = brief(article)
    assert not briefing.points or not briefing.points[0].text.startswith("Dieser") or briefing.standfirst == lines[0]


def test_a_standfirst_of_one_long_sentence_ends_with_a_clause() -> None:
    clause = "the council of Eastmouth voted to rebuild the harbour bridge after four years of argument about its cost"
    long = (
        f"Last night {clause}, as the mayor had asked it to, and {clause}, which nobody in the town had expected of it"
    )
    assert whole_sentences(long) == f"Last night {clause}, as the mayor had asked it to, and {clause}…"

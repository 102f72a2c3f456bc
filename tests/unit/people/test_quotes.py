"""Who says what; nobody, where that is not clear."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.model import Article, Block, Part
from bot.people import people
from bot.people.quote_spans import quoted

INTRO = "Mayor Ines Calder met the councillor Jonas Weber."


def said(*paragraphs: str) -> dict[str, list[str]]:
    everyone = people(Article("A title", tuple(map(Block, paragraphs)), language="en"))
    return {person.name: [quote.text for quote in person.quotes] for person in everyone if person.quotes}


def test_said_by_name() -> None:
    assert said(INTRO, '"It is a good plan," Calder said.') == {"Ines Calder": ["It is a good plan,"]}
    assert said(INTRO, '"It is a bad plan," said Weber.') == {"Jonas Weber": ["It is a bad plan,"]}
    assert said(INTRO, "Weber told reporters: “Nobody asked me about it.”") == {
        "Jonas Weber": ["Nobody asked me about it."]
    }


def test_a_split_quote_is_of_one_speaker() -> None:
    text = '"It is a good plan," Calder said. "We should begin at once."'
    assert said(INTRO, text) == {"Ines Calder": ["It is a good plan,", "We should begin at once."]}


def test_a_pronoun_means_who_spoke_before() -> None:
    text = ('"It is a good plan," Calder said.', '"We should begin at once," she added.')
    assert said(INTRO, *text) == {"Ines Calder": ["It is a good plan,", "We should begin at once,"]}


def test_a_quote_over_paragraphs_is_told_at_its_end() -> None:
    text = ("“It is a good plan.", "“We should begin at once,” Weber said.")
    assert said(INTRO, *text) == {"Jonas Weber": ["It is a good plan.", "We should begin at once,"]}


def test_a_role_may_stand_for_its_person() -> None:
    assert said(INTRO, '"It is a good plan," the mayor said.') == {"Ines Calder": ["It is a good plan,"]}


def test_a_source_without_a_name_is_nobody() -> None:
    assert said(INTRO, '"It is a good plan," the report said.') == {}
    assert said(INTRO, 'They call it the "big bridge" in town.') == {}


def test_whose_lawyer_speaks_says_nothing() -> None:
    assert said(INTRO, '"It is a good plan," said Weber\'s lawyer.') == {}


def test_other_marks() -> None:
    assert said(INTRO, "Calder sagte: „Das ist ein guter Plan für uns alle.“") == {
        "Ines Calder": ["Das ist ein guter Plan für uns alle."]
    }
    assert said(INTRO, "« C'est un bon plan pour nous », affirme Calder.") == {
        "Ines Calder": ["C'est un bon plan pour nous"]
    }


def test_a_quote_is_where_it_says() -> None:
    article = Article("A title", (Block(INTRO), Block('"It is a good plan," Calder said.')), language="en")
    [quote] = people(article)[0].quotes
    assert (quote.source.part, article.body[1].text[quote.source.start : quote.source.end]) == (Part.BODY, quote.text)


@given(st.text(alphabet='“”"„«» ab.,', max_size=200))
def test_quoted_spans_lie_in_the_text_and_never_overlap(text: str) -> None:
    last = 0
    for span in quoted(text):
        assert last <= span.start < span.end <= len(text)
        last = span.end

"""A story as a card."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from bot.cards.briefing import briefing_card
from bot.cards.receipts import receipts_card
from bot.chat import Card, Kind
from bot.model import (
    Article,
    Block,
    Briefing,
    Caption,
    Completeness,
    Length,
    Part,
    Person,
    Point,
    Reading,
    Source,
    Story,
    StoryKind,
)

ARTICLE = Article(
    title="Town to rebuild its bridge",
    body=(Block("The council voted on Tuesday."),),
    standfirst="The old bridge comes back.",
    url="https://www.courier.example/bridge?x=1",
    canonical_url="https://www.courier.example/bridge",
    captions=(Caption("The bridge at dusk", "Ana Ruiz/Coast Pictures"),),
    published="2026-11-20T09:30:00+01:00",
    authors=("Ana Ruiz", "Ben Olsen", "Cleo Adeyemi", "Dag Holm"),
    publisher="Coast Courier",
    agencies=("AFP", "Reuters"),
    image_url="https://www.courier.example/bridge.jpg",
)
BRIEFING = Briefing(
    ARTICLE.title, ARTICLE.standfirst, (Point("The council voted on Tuesday.", Source(0, 0, 29)),), reading_minutes=3
)
STORY = Story(7, Reading(ARTICLE, BRIEFING), datetime(2026, 11, 24, tzinfo=UTC))


def card(**changes: object) -> Card:
    article = replace(ARTICLE, **changes)  # type: ignore[arg-type]
    return briefing_card(replace(STORY, reading=replace(STORY.reading, article=article)))


def line(card: Card) -> str:
    return "".join(span.text for span in card.source)


def footer(card: Card) -> str:
    return "".join(span.text for span in card.footer)


def test_the_frame() -> None:
    whole = card()
    assert whole.url == "https://www.courier.example/bridge"
    assert line(whole) == "Coast Courier · courier.example · 20 Nov 2026"
    assert [p.kind for p in whole.body] == [Kind.LEAD, Kind.POINT]
    assert footer(whole) == "3 min read · By Ana Ruiz, Ben Olsen, Cleo Adeyemi and 1 more · with AFP, Reuters"
    assert whole.image is not None
    assert whole.image.credit == "Ana Ruiz/Coast Pictures"


def test_the_true_host_shows_whatever_the_page_calls_itself() -> None:
    assert "evil.example" in line(card(publisher="World Times", canonical_url=None, url="https://evil.example/x"))


def test_a_publisher_that_is_the_host_is_not_said_twice() -> None:
    assert line(card(publisher="courier.example", published=None)) == "courier.example"


def test_a_day_stays_a_day() -> None:
    assert "13 Jul 2023" in line(card(published="2023-07-13"))


def test_a_date_that_is_none_is_left_out() -> None:
    assert line(card(published="yesterday")) == "Coast Courier · courier.example"


def test_what_the_publisher_had_to_correct_stands_on_the_card() -> None:
    note = "An earlier version of this article gave the wrong year. It was 2019."
    assert [(field.name, field.value.text) for field in card(corrections=(note,)).fields] == [("Corrected", note)]
    [long] = card(corrections=("An earlier version said otherwise. " * 20,)).fields
    assert len(long.value.text) <= 300
    assert long.value.text.endswith("…")


def test_a_gallery_opens_with_what_it_is_and_tells_its_captions() -> None:
    captions = (Caption("The bridge at dusk"), Caption("Divers below the bridge"))
    points = (Point("The bridge at dusk", Source(0, 0, 18, Part.CAPTION)),)
    article = replace(ARTICLE, kind=StoryKind.GALLERY, captions=captions)
    story = replace(STORY, reading=Reading(article, replace(BRIEFING, points=points)))
    assert briefing_card(story).body[0].text == "A gallery of 2 pictures; this is what stands under them."
    receipt = receipts_card(story, Length.MEDIUM).body[1].text
    assert receipt == "Point 1 · picture 1: “The bridge at dusk”"


def test_a_video_opens_with_what_it_is() -> None:
    assert card(kind=StoryKind.VIDEO).body[0].text == "A video; this is what its page says of it."


def test_how_much_was_read_is_said() -> None:
    assert "subscription" in footer(card(completeness=Completeness.WALL))
    told = card(completeness=Completeness.PARTIAL, completeness_reason="2 of about 14 paragraphs")
    assert "Not the whole story: 2 of about 14 paragraphs" in footer(told)


def test_a_later_update_is_said_and_one_of_the_same_day_is_not() -> None:
    assert "Updated 22 Nov 2026" in footer(card(modified="2026-11-22T08:00:00+01:00"))
    assert "Updated" not in footer(card(modified="2026-11-20T18:00:00+01:00"))


def test_addresses_that_are_not_of_the_web_are_dropped() -> None:
    odd = card(canonical_url="javascript:alert(1)", url=None, image_url="data:image/png;base64,x")
    assert odd.url is None
    assert odd.image is None


def test_people_are_named() -> None:
    people = (Person("Ines Calder"), Person("Jon Falk"))
    with_people = briefing_card(replace(STORY, reading=replace(STORY.reading, people=people)))
    assert with_people.fields[0].value.text == "Ines Calder, Jon Falk"

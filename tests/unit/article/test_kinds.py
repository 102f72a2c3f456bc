"""Each kind of story is known by its claims, its address, its title or its shape, in several languages."""

from __future__ import annotations

import pytest

from bot.article.kinds import Signs, story_kind
from bot.model import Block, BlockKind, StoryKind, Table

TALE = "The council voted on Tuesday to rebuild the old harbour bridge, ending four years of argument over its cost."
STORY = tuple(Block(f"{TALE} ({at})") for at in range(12))


@pytest.mark.parametrize(
    ("signs", "kind"),
    [
        (Signs(types=("LiveBlogPosting",)), StoryKind.LIVE_BLOG),
        (Signs(types=("OpinionNewsArticle",)), StoryKind.OPINION),
        (Signs(types=("NewsArticle",)), StoryKind.NEWS),
        (Signs(url="https://c.example/opinion/2026/why-bridges-fall"), StoryKind.OPINION),
        (Signs(url="https://c.example/meinung/warum-bruecken-fallen-1234.html"), StoryKind.OPINION),
        (Signs(section="Opinião"), StoryKind.NEWS),
        (Signs(section="Editorial"), StoryKind.OPINION),
        (Signs(title="Kommentar: Warum Brücken fallen"), StoryKind.OPINION),
        (Signs(title="Tribune – Pourquoi les ponts tombent"), StoryKind.OPINION),
        (Signs(title="Opinion | Why bridges fall"), StoryKind.OPINION),
        (Signs(title="［社説］橋の安全"), StoryKind.OPINION),
        (Signs(url="https://c.example/newsticker/x.html"), StoryKind.LIVE_BLOG),
        (Signs(title="Election live updates: results come in"), StoryKind.LIVE_BLOG),
        (Signs(title="Liveticker: Hochwasser an der Küste"), StoryKind.LIVE_BLOG),
        (Signs(title="En direct : la crue gagne le port"), StoryKind.LIVE_BLOG),
        (Signs(title="Minuto a minuto de la inundación"), StoryKind.LIVE_BLOG),
        (Signs(title="The people who live by the river"), StoryKind.NEWS),
        (Signs(title="Ines Calder obituary"), StoryKind.OBITUARY),
        (Signs(title="Nachruf auf Ines Calder"), StoryKind.OBITUARY),
        (Signs(title="Muere a los 91 años la alcaldesa Calder"), StoryKind.OBITUARY),
        (Signs(url="https://c.example/obituaries/ines-calder"), StoryKind.OBITUARY),
        (Signs(title="Ines Calder im Gespräch: „Wir bauen“"), StoryKind.INTERVIEW),
        (Signs(title="Entrevista con la alcaldesa"), StoryKind.INTERVIEW),
        (Signs(title="How to prepare for a job talk"), StoryKind.NEWS),
        (Signs(url="https://c.example/video/bridge", videos=1), StoryKind.NEWS),
        (Signs(url="https://c.example/fotos/bridge", pictures=2), StoryKind.NEWS),
        (Signs(url="https://c.example/live"), StoryKind.NEWS),
        (Signs(url="http://[bad"), StoryKind.NEWS),
    ],
)
def test_by_what_it_is_called(signs: Signs, kind: StoryKind) -> None:
    assert story_kind(signs, STORY) is kind


def test_an_interview_by_its_questions() -> None:
    asked = (
        "Why did you vote for the bridge, and not for the ferry?",
        "Wer bezahlt das alles?",
        "橋はいつできますか？",
    )
    body = tuple(
        Block(text) for at in range(6) for text in (f"{asked[at % 3]}", f"{TALE} And that is my answer, number {at}.")
    )
    assert story_kind(Signs(), body) is StoryKind.INTERVIEW


def test_an_interview_by_its_speakers() -> None:
    body = tuple(Block(text) for at in range(5) for text in (f"Q: Tell me about pier {at}.", f"A: {TALE}"))
    assert story_kind(Signs(), body) is StoryKind.INTERVIEW


def test_questions_in_subheads_explain() -> None:
    body = tuple(
        block for at in range(6) for block in (Block(f"What is pier {at}?", BlockKind.SUBHEAD), Block(f"{TALE} {at}"))
    )
    assert story_kind(Signs(), body) is StoryKind.NEWS


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("Bridges worth a trip", ["1. Eastmouth", "2. Westmouth", "3. Northmouth", "4. Southmouth"]),
        ("Bridges worth a trip", ["10) A", "9) B", "8) C", "7) D", "6) E"]),
        ("5 bridges worth a trip", ["Eastmouth", "Westmouth", "Northmouth", "Southmouth", "Midmouth"]),
        ("Die 5 schönsten Brücken", ["Ost", "West", "Nord", "Süd", "Mitte"]),
    ],
)
def test_a_listicle_by_its_subheads(title: str, heads: list[str]) -> None:
    body = tuple(block for head in heads for block in (Block(head, BlockKind.SUBHEAD), Block(f"{TALE} {head}")))
    assert story_kind(Signs(title=title), body) is StoryKind.LISTICLE


def test_a_number_in_a_title_makes_no_list() -> None:
    assert story_kind(Signs(title="12 people rescued from the ferry"), STORY) is StoryKind.NEWS
    assert story_kind(Signs(title="5 killed as bridge falls"), STORY) is StoryKind.NEWS


def test_a_live_blog_by_its_stamps() -> None:
    body = tuple(Block(block.text, stamp="2026-03-05T10:00:00+00:00") for block in STORY[:3])
    assert story_kind(Signs(), body) is StoryKind.LIVE_BLOG


def test_a_gallery_has_more_pictures_than_words() -> None:
    assert story_kind(Signs(pictures=12), STORY[:2]) is StoryKind.GALLERY
    assert story_kind(Signs(pictures=12, types=("ImageGallery",)), STORY[:6]) is StoryKind.GALLERY
    assert story_kind(Signs(pictures=3), STORY[:2]) is StoryKind.NEWS


def test_a_video_page_has_a_film_and_few_words() -> None:
    signs = Signs(types=("VideoObject",), og_type="video.other", videos=1)
    assert story_kind(signs, STORY[:2]) is StoryKind.VIDEO
    assert story_kind(signs, STORY + STORY + STORY) is StoryKind.NEWS


def test_scores_are_tables_of_results() -> None:
    table = Table(tuple((f"Town {at}", f"{at}:1", "City") for at in range(6)))
    assert story_kind(Signs(), STORY[:2], (table,)) is StoryKind.SCORES
    assert story_kind(Signs(), STORY + STORY, (table,)) is StoryKind.NEWS


def test_a_topic_page_with_an_introduction() -> None:
    assert story_kind(Signs(types=("CollectionPage",)), STORY[:3]) is StoryKind.TOPIC

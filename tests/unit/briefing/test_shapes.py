"""Each kind of story is told as what it is."""

from __future__ import annotations

from bot.briefing import brief
from bot.model import Article, Block, BlockKind, Caption, Part, StoryKind
from tests.site import SENTENCES

BODY = tuple(Block(sentence.format(place="Eastmouth")) for sentence in SENTENCES)


def test_a_live_blog_tells_the_newest_entry_first_under_its_time() -> None:
    body = tuple(
        block
        for hour, place in ((9, "Eastmouth"), (11, "Northwick"), (10, "Larkhaven"))
        for block in (
            Block(f"Firefighters in {place} rescued {hour} people from the flooded market hall.", stamp=stamp(hour)),
            Block(f"The mayor of {place} asked residents to stay at home until the evening."),
        )
    )
    points = brief(Article("Flood live", body, kind=StoryKind.LIVE_BLOG, language="en")).points
    assert [point.heading for point in points] == [stamp(11), stamp(10), stamp(9)]
    assert all(name in point.text for name, point in zip(("Northwick", "Larkhaven", "Eastmouth"), points, strict=True))


def stamp(hour: int) -> str:
    return f"2026-11-20T{hour:02}:30:00+01:00"


def test_an_entry_of_a_live_blog_counts_its_days_from_its_own_time() -> None:
    block = Block("The ferry company of Eastmouth said on Thursday that all boats sail again.", stamp=stamp(9))
    article = Article("Live", (block,), kind=StoryKind.LIVE_BLOG, language="en", published="2026-11-27")
    [point] = brief(article).points
    assert [each.date for each in point.dates] == ["2026-11-19"]


def test_an_interview_gives_answers_under_their_questions() -> None:
    questions = ("What did the divers find below the bridge?", "How long will the work take?", "Who pays for it?")
    answers = (
        "We found cracks in three of the seven stone piers, and I was surprised how deep they were.",
        "I think the engineers need until the spring of 2028, because the winter storms stop all work.",
        "The national road agency pays half of the 48 million crowns, and my town shares the rest.",
    )
    body = tuple(Block(text) for pair in zip(questions, answers, strict=True) for text in pair)
    points = brief(Article("“We found cracks”", body, kind=StoryKind.INTERVIEW, language="en")).points
    assert [point.heading for point in points] == list(questions)
    assert [point.text for point in points] == list(answers)


def test_an_opinion_may_say_i() -> None:
    mine = (
        "I have crossed the harbour bridge of Eastmouth every day for thirty years, and I want it back.",
        "My neighbours in Eastmouth pay for the harbour bridge that the council let rot for a decade.",
        "We in Eastmouth should not let the council of the town close the ferry pier for 14 months.",
    )
    article = Article("Give us our bridge", tuple(map(Block, mine)), kind=StoryKind.OPINION, language="en")
    briefing = brief(article)
    assert any(point.text in mine for point in briefing.points) or briefing.standfirst in mine


def test_an_obituary_says_first_who_died() -> None:
    died = Block("The bridge builder Greta Holm died on Sunday in Eastmouth at the age of 91.")
    life = (
        "Greta Holm drew her first bridge at the age of nine, for the stream behind the house of her parents.",
        "The crossing at Northwick, which Holm finished in 1971, was the longest of its kind for a decade.",
        "Holm taught at the technical university until 2004 and wrote the book that engineers still use.",
        "The town of Larkhaven named its river promenade after Holm and her brother in 2011.",
        "Holm never flew and went to all of her 61 building sites by train and by boat.",
    )
    body = (Block(life[0]), died, *map(Block, life[1:]))
    briefing = brief(Article("Greta Holm", body, kind=StoryKind.OBITUARY, language="en", standfirst="A life in stone."))
    assert any(point.rank == 0 and point.text == died.text for point in briefing.points)


def test_scores_are_told_as_they_stand() -> None:
    rows = ("Eastmouth 2-1 Northwick", "Larkhaven 0-0 Dunmore", "Alderby 3-2 Silverport")
    body = (Block("All the results of the weekend"), *(Block(row, BlockKind.ITEM) for row in rows))
    points = brief(Article("Results", body, kind=StoryKind.SCORES, language="en")).points
    assert [point.text for point in points] == list(rows)


def test_a_list_is_told_by_its_pieces_under_their_subheads() -> None:
    body = tuple(
        block
        for n, place in enumerate(("Eastmouth", "Northwick", "Larkhaven"), 1)
        for block in (
            Block(f"{n}. {place}", BlockKind.SUBHEAD),
            Block(f"The harbour of {place} has {n * 40} berths and a market hall. It is old."),
        )
    )
    points = brief(Article("Three harbours", body, kind=StoryKind.LISTICLE, language="en")).points
    assert [point.heading for point in points] == ["1. Eastmouth", "2. Northwick", "3. Larkhaven"]


def test_a_topic_page_is_told_by_its_headlines() -> None:
    headlines = ("Eastmouth votes for a new bridge", "Northwick closes its ferry pier", "Storm cuts power in Larkhaven")
    body = tuple(Block(text, BlockKind.ITEM) for text in headlines)
    points = brief(Article("Harbour towns", body, kind=StoryKind.TOPIC, language="en")).points
    assert [point.text for point in points] == list(headlines)


def test_a_kind_without_its_shape_is_told_as_news() -> None:
    assert len(brief(Article("Bridge", BODY, kind=StoryKind.INTERVIEW, language="en")).points) == 3


def test_a_gallery_is_told_by_what_stands_under_its_pictures_each_once() -> None:
    captions = (
        Caption("Firefighters carry children from the flooded market hall of Eastmouth. Taken on Friday.", "AFP"),
        Caption("Eastmouth"),
        Caption("Firefighters carry children out of the flooded market hall in Eastmouth on Friday"),
        Caption("The harbour bridge lies in the river after the night of the storm"),
    )
    body = (Block("The river left its bed in the night and took the lower town of Eastmouth."),)
    article = Article("The flood in pictures", body, captions=captions, kind=StoryKind.GALLERY, language="en")
    briefing = brief(article)
    assert briefing.standfirst == body[0].text
    assert [point.text for point in briefing.points] == [
        "Firefighters carry children from the flooded market hall of Eastmouth.",
        "The harbour bridge lies in the river after the night of the storm",
    ]
    assert [article.at(point.source) for point in briefing.points] == [point.text for point in briefing.points]


def test_a_gallery_whose_body_is_its_captions_tells_each_once() -> None:
    texts = (
        "Firefighters carry children from the flooded market hall of Eastmouth. They had waited for six hours.",
        "The harbour bridge lies in the river after the night of the storm. It was built in 1901.",
        "Residents of Eastmouth shovel mud out of the town library. The river left it on Friday.",
    )
    article = Article(
        "The flood of Eastmouth in pictures",
        tuple(map(Block, texts)),
        captions=tuple(map(Caption, texts)),
        kind=StoryKind.GALLERY,
        language="en",
    )
    briefing = brief(article)
    assert briefing.standfirst == ""
    assert [point.text for point in briefing.points] == [text.split(". ")[0] + "." for text in texts]
    assert {point.source.part for point in briefing.points} == {Part.CAPTION}


def test_a_gallery_without_captions_is_told_as_prose() -> None:
    briefing = brief(Article("The flood in pictures", BODY, kind=StoryKind.GALLERY, language="en"))
    assert briefing.points


def test_of_a_video_the_whole_description_is_told() -> None:
    body = (
        Block("Divers of the Eastmouth fire brigade show how they look for cracks below the harbour bridge."),
        Block("The town closed the bridge in March after a freight ship had struck one of its piers."),
    )
    briefing = brief(Article("Watch: below the bridge", body, kind=StoryKind.VIDEO, language="en"))
    assert [point.text for point in briefing.points] == [block.text for block in body]

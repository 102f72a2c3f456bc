"""A briefing says what the article says, letter for letter."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from bot.article import read
from bot.briefing import brief
from bot.briefing.standing import leans_early
from bot.model import Article, Block, BlockKind, Page
from tests.site import SENTENCES

BODY = tuple(Block(sentence.format(place="Eastmouth")) for sentence in SENTENCES)
ARTICLE = Article("Eastmouth to rebuild its harbour bridge", BODY, language="en")


def with_body(*texts: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Article:
    return Article("A title", tuple(Block(text, kind) for text in texts), language="en")


def test_three_points_in_the_order_of_the_story() -> None:
    points = brief(ARTICLE).points
    assert len(points) == 3
    places = [(point.source.paragraph, point.source.start) for point in points]
    assert places == sorted(places)


def test_without_a_standfirst_of_its_own_the_lead_is_it_and_is_not_said_twice() -> None:
    briefing = brief(ARTICLE)
    assert briefing.standfirst == BODY[0].text
    assert all(point.text != briefing.standfirst for point in briefing.points)


def test_the_articles_own_standfirst_is_kept_whole() -> None:
    own = "The old bridge comes back."
    assert brief(Article("T", BODY, standfirst=own)).standfirst == own
    long = "A first sentence that says much. " * 20
    assert brief(Article("T", BODY, standfirst=long)).standfirst.endswith("says much.")


def test_a_standfirst_that_the_page_cut_off_ends_with_its_last_whole_sentence() -> None:
    assert brief(Article("T", BODY, standfirst="It is done. The council vot…")).standfirst == "It is done."


def test_nothing_that_leans_on_another_sentence() -> None:
    leaning = (
        "But this was not the end of the matter for the council of the town.",
        "He said that the council would think about the bridge again soon.",
        "Would the council of the town think about the bridge again this year?",
        "On the other days it ran for three hours, mostly in calm weather.",
    )
    points = brief(with_body(*leaning, *(block.text for block in BODY))).points
    assert not {point.text for point in points} & set(leaning)


def test_a_sentence_of_the_story_comes_before_a_piece_of_a_list() -> None:
    items = tuple(
        Block(f"Ferry number {n} to the islands, with 48 berths and a deck for cars", BlockKind.ITEM) for n in "3456"
    )
    points = brief(Article("A title", (*BODY[:1], *items, *BODY[1:]), language="en")).points
    assert len(points) == 3
    assert not any("berths" in point.text for point in points)


def test_a_seed_article_gives_an_editors_choice(shared: Path) -> None:
    [seed] = sorted((shared / "seeds").glob("000_*.txt"))
    points = brief(read(Page(None, seed.read_bytes(), "text/plain"))).points
    assert len(points) == 3
    assert "Blinken will hold talks" in points[0].text
    assert "Wang Yi is attending" in points[1].text
    assert "first visit" in points[2].text, "the points reach beyond the first paragraphs"
    assert [[point.text[each.start : each.end] for each in point.dates] for point in points] == [
        ["on Thursday"],
        [],
        ["last month"],
    ]
    assert [each.date for point in points for each in point.dates] == ["2023-07-13", "2023-06"]


def test_what_had_to_be_corrected_is_told_apart_and_is_no_point() -> None:
    note = "The council of Eastmouth voted on Monday, not on Tuesday, to rebuild the old harbour bridge."
    body = (Block(note), *BODY)
    briefing = brief(Article("T", body, corrections=(note,)))
    assert briefing.standfirst == BODY[0].text
    assert all(point.source.paragraph for point in briefing.points)


def test_subheads_are_no_points() -> None:
    article = with_body(*(block.text for block in BODY), kind=BlockKind.SUBHEAD)
    assert brief(article).points == ()


def test_an_empty_body() -> None:
    briefing = brief(Article("T", ()))
    assert briefing.points == ()
    assert briefing.reading_minutes == 1


def test_a_short_story_has_fewer_points() -> None:
    assert len(brief(with_body(*(block.text for block in BODY[:3]))).points) <= 2


def test_what_is_said_is_not_said_again() -> None:
    same = "The council of Eastmouth voted on Tuesday to rebuild the old harbour bridge after four years of argument."
    points = brief(with_body(*(block.text for block in BODY), same)).points
    assert sum("voted on Tuesday to rebuild" in point.text for point in points) <= 1


def test_japanese_has_points_too() -> None:
    sentences = (
        "市議会は火曜日、港の古い橋を再建することを決定した。",
        "工事費は四十八億円で、完成は二〇二八年の春になる。",
    ) * 3
    article = Article("橋", tuple(Block(text + str(n)) for n, text in enumerate(sentences)), language="ja")
    assert brief(article).points


def test_thai_has_points_too() -> None:
    lines = (
        "สภาเมืองท่าเรือลงมติเมื่อวันอังคารให้สร้างสะพานเก่าขึ้นใหม่ด้วยเงิน 48 ล้านบาท ขณะที่ชาวบ้านรอสะพานนี้มาแล้ว 4 ปี",
        "นายกเทศมนตรี กล่าวว่า งานก่อสร้างจะใช้เวลา 14 เดือน เบื้องต้นรถทุกคันต้องใช้ทางเลี่ยงผ่านตลาดปลา",
        "วิศวกรพบรอยร้าวที่เสาหิน 3 ต้นจาก 7 ต้น โดยรอยร้าวที่ลึกที่สุดอยู่ใต้น้ำ",
        "กรมทางหลวงจ่ายครึ่งหนึ่งของค่าก่อสร้าง ส่วนเมืองจ่ายอีกครึ่งหนึ่งจากเงินกู้ของปีหน้า",
    )
    briefing = brief(Article("สร้างสะพานใหม่", tuple(map(Block, lines)), language="th"))
    assert briefing.standfirst.endswith("48 ล้านบาท"), "the clause that goes on from it is a sentence of its own"
    told = [briefing.standfirst, *(point.text for point in briefing.points)]
    assert len(told) > 2
    for before, text in pairwise(told):
        assert not text.startswith("ขณะที่") or before == briefing.standfirst
        assert not text.startswith("ส่วน") or "กรมทางหลวง" in before


def test_a_pronoun_with_a_name_before_it_is_fine() -> None:
    assert leans_early("On the other days it ran for an hour")
    assert not leans_early("The Linnea said it would sail again")

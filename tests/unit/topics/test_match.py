"""Which stories a query finds, and the reason that is given."""

from __future__ import annotations

import pytest

from bot.model import Article, Block
from bot.people import people
from bot.topics import Document, document, matches, parse, why


def told(*paragraphs: str, title: str = "", url: str = "", language: str = "en", place: str = "") -> Document:
    article = Article(title, tuple(map(Block, paragraphs)), url=url or None, language=language, place=place)
    return document(article, people(article))


TALKS = told(
    "Foreign minister Wang Yi told reporters that China and the U.S. would talk about a cease-fire soon.",
    "John Kerry, the climate envoy, met the Chinese delegation. He told us that trade was no issue.",
    title="Envoys meet in Zürich",
    url="https://www.dw.com/en/envoys/a-1",
    place="ZÜRICH",
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("taiwan", False),
        ("ministers", True),
        ("delegations", True),
        ("zurich", True),
        ("Zürich", True),
        ("ZURICH", True),
        ("china us", True),
        ("china us -trade", False),
        ("china us -tariff", True),
        ('"climate envoys"', True),
        ('"envoy climate"', False),
        ('"soon john"', False),
        ("nato OR kerry", True),
        ("(nato OR asean) kerry", False),
        ("cease-fire", True),
        ("ceasefire", True),
        ('"about a ceasefire"', True),
        ("title:envoy", True),
        ("title:kerry", False),
        ("place:zurich", True),
        ("place:china", False),
        ('person:"Wang Yi"', True),
        ('person:"John F. Kerry"', True),
        ("person:Kerry", True),
        ("person:Wang", True),
        ("person:China", False),
        ("source:dw.com", True),
        ("source:www.dw.com", True),
        ("source:dw", True),
        ("source:com", False),
        ("source:w.com", False),
        ("lang:en", True),
        ("lang:de", False),
        ('near:5 "minister reporters"', True),
        ('near:2 "minister reporters"', False),
        ('near:3 "reporters minister"', True),
        ('near:50 "soon kerry"', False),
        ('title:meet -title:kerry', True),
    ],
)  # fmt: skip
def test_finds(query: str, found: bool) -> None:
    assert matches(parse(query), TALKS) is found
    assert bool(why(parse(query), TALKS)) is found


def test_nobody_follows_the_small_word_us() -> None:
    query = parse("us")
    assert not matches(query, told("He told us that all was well."))
    assert matches(query, told("The US said that all was well."))
    assert matches(query, told("The U.S. said that all was well."))
    assert matches(parse('"told us"'), told("He told us that all was well."))


@pytest.mark.parametrize(
    ("language", "query", "text"),
    [
        ("de", "minister", "Die Ministern wurden entlassen"),
        ("de", "häuser", "Ein Haus brannte"),
        ("de", "strasse", "Auf der Straße"),
        ("fr", "president", "Les présidents se sont réunis"),
        ("es", "elección", "Las elecciones generales"),
        ("ru", "министр", "Встреча министров"),
        ("en", "china", "China’s exports fell"),
        ("en", '"china exports"', "China's exports fell"),
        ("zh", "台湾", "他昨天谈到了台湾海峡的局势"),
        ("zh", "海峡 局势", "他昨天谈到了台湾海峡的局势"),
        ("ja", "気候変動", "政府は気候変動対策を発表した"),
        ("th", "นายกรัฐมนตรี", "เมื่อวานนายกรัฐมนตรีกล่าวว่า"),
        ("ko", "대통령", "대통령이 어제 말했다"),
        ("xx", "ukraine", "Ukraine"),
    ],
)  # fmt: skip
def test_is_forgiving_in_each_language(language: str, query: str, text: str) -> None:
    assert matches(parse(query), told(text, language=language))


@pytest.mark.parametrize(
    ("language", "query", "text"),
    [("zh", "海台", "台湾海峡"), ("th", "กลา", "กล้า"), ("en", "port", "The report said")],
)
def test_but_not_too_forgiving(language: str, query: str, text: str) -> None:
    assert not matches(parse(query), told(text, language=language))


def test_a_name_is_found_where_no_capitals_tell_names() -> None:
    assert matches(parse('person:"王毅"'), told("外交部长王毅昨天访问了北京。", language="zh"))


def test_says_where_and_by_what_words() -> None:
    query = parse('person:"Wang Yi" us (nato OR "climate envoys") source:dw lang:en -tariff')
    assert [(r.term, str(r.field), r.paragraph, r.printed) for r in why(query, TALKS)] == [
        ('person:"Wang Yi"', "body", 0, "Wang Yi"),
        ("us", "body", 0, "U.S."),
        ('"climate envoys"', "body", 1, "climate envoy"),
        ("source:dw", "source", 0, "dw.com"),
        ("lang:en", "language", 0, "en"),
    ]


def test_the_title_is_the_first_reason() -> None:
    [reason] = why(parse("envoy"), TALKS)
    assert (reason.field, reason.printed) == ("title", "Envoys")


def test_a_compound_is_shown_whole() -> None:
    [reason] = why(parse("ceasefire"), TALKS)
    assert (reason.paragraph, reason.printed) == (0, "cease-fire")


def test_a_long_story_is_read_to_a_limit() -> None:
    long = told(" ".join(["word"] * 40_000) + " end")
    assert matches(parse("word"), long)
    assert not matches(parse("end"), long)

"""Cards of any size and script become messages that Discord takes, with their title and link."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.discord import custom_ids
from adapters.discord.budget import units
from adapters.discord.render import render
from adapters.discord.sending import changed, contents
from bot.chat import Button, Card, Field, Image, Kind, MessageRef, Paragraph, Place, Span, Style, TextFile, Tone
from tests.discord import rules, schema

SCRIPTS = st.sampled_from(
    [
        "council bridge voted. ",
        "Mr. Calder said: “No.” ",
        "大阪の橋。",
        "المجلس صوّت؟ ",
        "नगर परिषद। ",
        "🏴‍☠️👩‍👩‍👧 ",
        "ภาษาไทย",
        "x" * 90,
    ]
)
HOSTILE = st.sampled_from(
    [
        "@everyone ",
        "<@&1> ",
        "[bank](http://evil.example) ",
        "`x` ",
        "||s|| ",
        "# h",
        "-# s",
        "1. l",
        "\u202e",
        "\u200b",
        "**",
        "__",
        "~~",
        "\\",
    ]
)
TEXT = st.lists(st.one_of(SCRIPTS, HOSTILE, st.text(max_size=30)), max_size=60).map("".join)
LONG = st.one_of(TEXT, st.tuples(TEXT, st.integers(1, 40)).map(lambda pair: pair[0] * pair[1]))
HREF = st.one_of(
    st.none(),
    st.just("https://courier.example/a?b=(c)#d"),
    st.just("javascript:alert(1)"),
    st.just("https://münchen.example/ä"),
)
REF = MessageRef(Place("discord", "1", "2"), "3")
SPAN = st.builds(
    Span,
    LONG,
    st.sampled_from(Style),
    HREF,
    st.one_of(st.none(), st.none(), st.just(REF)),
    st.one_of(st.none(), st.none(), st.just(datetime(2026, 11, 20, tzinfo=UTC))),
)
PARAGRAPH = st.builds(Paragraph, st.lists(SPAN, max_size=6).map(tuple), st.sampled_from(Kind))
BUTTON = st.builds(Button, st.text(max_size=40), st.text(max_size=200), LONG)
CARD = st.builds(
    Card,
    title=LONG,
    url=st.one_of(st.none(), st.just("https://courier.example/bridge")),
    source=st.lists(SPAN, max_size=4).map(tuple),
    body=st.lists(PARAGRAPH, max_size=12).map(tuple),
    fields=st.lists(st.builds(Field, LONG, PARAGRAPH), max_size=30).map(tuple),
    image=st.one_of(st.none(), st.builds(Image, st.just("https://courier.example/ä b.png"), LONG, LONG)),
    buttons=st.lists(BUTTON, max_size=30).map(tuple),
    footer=st.lists(SPAN, max_size=4).map(tuple),
    tone=st.sampled_from(Tone),
)


@settings(max_examples=60, deadline=None)
@given(card=CARD)
def test_no_card_is_refused_or_loses_its_title_and_link(card: Card) -> None:
    body = {**render(card), "allowed_mentions": {"parse": []}}
    assert list(rules.message(body)) == []
    if schema.is_here():
        assert list(schema.problems("POST", "/channels/1/messages", body)) == []
    embed = embed_of(card)
    if card.url:
        assert embed["url"] == card.url
        assert embed["title"]
    for key in custom_ids.kept(card):
        assert key in {custom_ids.read(each) for each in ids(body)} or len(card.buttons) > 25


@settings(max_examples=60, deadline=None)
@given(buttons=st.lists(BUTTON, max_size=25))
def test_every_button_is_understood_again(buttons: list[Button]) -> None:
    card = Card(title="x", buttons=tuple(buttons))
    kept = custom_ids.kept(card)
    for button, custom in zip(buttons, ids(render(card)), strict=True):
        read = custom_ids.read(custom)
        meant = custom_ids.understood(kept[read]) if isinstance(read, str) else read
        assert meant == (button.action, button.value)


def ids(body: Mapping[str, Any]) -> list[str]:
    rows = body["components"]
    return [button["custom_id"] for row in rows for button in row["components"]]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("@everyone", r"\@everyone"),
        ("<@&1> and <#2>", r"\<\@&1> and \<#2>"),
        ("[bank](http://evil.example)", r"\[bank\](http\://evil.example)"),
        ("`code` and ||spoiler||", r"\`code\` and \||spoiler\||"),
        ("# A heading", r"\# A heading"),
        ("-# small", r"\-# small"),
        ("> a quote", r"\> a quote"),
        ("1. a list", r"1\. a list"),
        ("In 2026. Then #1", "In 2026. Then #1"),
        ("**b** __u__ ~~s~~", r"\*\*b\*\* \_\_u\_\_ \~~s\~~"),
        ("at 10:30 :smile: <:x:1>", r"at 10:30 \:smile: \<\:x:1>"),
        ("a\u202eb\u200bc\nd", "abc d"),
    ],
)
def test_words_show_as_they_are(text: str, shown: str) -> None:
    assert described(Card(body=(Paragraph((Span(text),)),))) == shown
    assert embed_of(Card(title=text))["title"] == shown


def described(card: Card) -> str:
    return str(embed_of(card)["description"])


def embed_of(card: Card) -> dict[str, Any]:
    [embed] = cast("list[dict[str, Any]]", render(card)["embeds"])
    return embed


def one(*spans: Span, kind: Kind = Kind.TEXT) -> str:
    return described(Card(body=(Paragraph(spans, kind),)))


def test_a_link_shows_its_words_and_leads_where_it_says() -> None:
    assert one(Span("a [link]", href="https://courier.example/a")) == r"[a \[link\]](<https://courier.example/a>)"
    assert one(Span("https://bank.example", href="https://evil.example/")) == "<https://evil.example/>"
    assert one(Span("see that message", message=REF)) == "[see that message](<https://discord.com/channels/1/2/3>)"


def test_a_message_of_another_platform_is_no_link() -> None:
    assert one(Span("that message", message=MessageRef(Place("web", "1", "2"), "3"))) == "that message"


def test_a_date_is_everyones_own() -> None:
    at = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
    assert one(Span("20 Nov 2026", instant=at)) == "<t:1795163400:D>"
    assert one(Span("20 Nov 2026, 08:30 UTC", instant=at)) == "<t:1795163400:f>"


def test_styles_keep_apart() -> None:
    strong, emphasis = Span("bold", Style.STRONG), Span("soft", Style.EMPHASIS)
    assert one(strong, Span(" face", Style.STRONG)) == "**bold face**"
    assert one(strong, emphasis) == "**bold**\u2060*soft*"
    assert one(Span("/brief `x`", Style.CODE)) == "`/brief ˋxˋ`"


def test_a_long_body_ends_with_a_sentence() -> None:
    sentence = "The council of Eastmouth voted on Tuesday to rebuild the bridge of Mr. Calder. "
    shown = described(Card(title="t", body=(Paragraph((Span(sentence * 100),)),)))
    assert units(shown) <= 4096
    assert shown.endswith("of Mr. Calder. …")


def test_a_link_is_never_cut() -> None:
    long = Span("word " * 815)
    linked = Span("a link of several words", href="https://courier.example/a")
    shown = one(long, linked)
    assert "courier.example" not in shown
    assert shown.endswith("word …")


def test_fields_keep_their_room_beside_a_long_body() -> None:
    body = tuple(Paragraph((Span("A sentence of words. " * 40),), Kind.POINT) for _ in range(20))
    card = Card(title="t", body=body, fields=(Field("Who's who", Paragraph((Span("Ines Calder, mayor"),))),))
    embed = embed_of(card)
    assert embed["fields"][0]["value"] == "Ines Calder, mayor"


def test_the_credit_stands_under_the_picture() -> None:
    card = Card(
        title="t", image=Image("https://courier.example/a.png", credit="Photo: J. Aas"), footer=(Span("3 min read"),)
    )
    embed = embed_of(card)
    assert embed["footer"]["text"] == "3 min read\nPhoto: J. Aas"


def test_a_short_button_needs_no_memory() -> None:
    card = Card(title="t", buttons=(Button("who", "7", "Who's who"), Button("follow", "x" * 120, "Follow")))
    first, second = ids(render(card))
    assert custom_ids.read(first) == ("who", "7")
    [(key, meaning)] = custom_ids.kept(card).items()
    assert custom_ids.read(second) == key
    assert json.loads(meaning) == ["follow", "x" * 120]
    assert custom_ids.read("someone:else") is None


def test_code_keeps_its_lines_and_its_spaces() -> None:
    card = Card(body=(Paragraph((Span("bridge OR (harbour\n\u00a0\u00a0\u00a0^ `x`"),), Kind.CODE),))
    assert embed_of(card)["description"] == "```\nbridge OR (harbour\n\u00a0\u00a0\u00a0^ ˋxˋ\n```"


def test_a_text_to_take_along_is_a_file() -> None:
    card = Card(title="Feeds", file=TextFile("feeds.opml", "<opml/>"))
    file = contents(card)["file"]
    assert (file.filename, file.fp.read()) == ("feeds.opml", b"<opml/>")
    assert [file.filename for file in changed(card)["attachments"]] == ["feeds.opml"]
    assert "file" not in changed(card)

"""Whatever a card holds, Slack takes the message, nobody is pinged, and what was cut ends at a sentence."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.slack.cut import cut, fitted
from adapters.slack.mrkdwn import words
from adapters.slack.render import ALL, BLOCKS, Message, app_link, message
from bot.chat import Button, Card, Field, Image, Kind, MessageRef, Paragraph, Place, Span, Style, TextFile, Tone
from tests.adapters.slack.loopback.shown import read
from tests.adapters.slack.loopback.strict import length, strings, wrong_blocks

NASTY = (
    *(
        "<!channel>",
        "<!here>",
        "<@U123>",
        "<!subteam^S1>",
        "<https://evil.example|bank>",
        "@everyone",
        "&amp;",
        "&lt;!",
    ),
    *("*bold*", "_sly_", "~gone~", "`code`", "```", ":newspaper:", "|", "> quote", "\n", "\u202e", "\u200b", "\x1b["),
)
text = st.lists(st.one_of(st.text(max_size=30), st.sampled_from(NASTY)), max_size=6).map("".join)
long = st.tuples(text, st.sampled_from((1, 20, 300))).map(lambda pair: (pair[0] + " Words end. ") * pair[1])
ref = st.builds(MessageRef, st.builds(Place, st.just("slack"), st.just("T1"), st.just("C1")), st.just("1.2"))
href = st.one_of(st.none(), st.sampled_from(("https://a.example/x|y>z&q=<", "javascript:alert(1)", "http://b.example")))
spans = st.lists(
    st.one_of(
        st.builds(Span, st.one_of(text, long), st.sampled_from(Style), href),
        st.builds(lambda t, r: Span(t, message=r), text, ref),
        st.builds(lambda t: Span(t, instant=datetime(2026, 11, 24, tzinfo=UTC)), text),
    ),
    max_size=4,
).map(tuple)
paragraphs = (
    st.lists(st.builds(Paragraph, spans, st.sampled_from(Kind)), max_size=9)
    .map(tuple)
    .flatmap(lambda few: st.sampled_from((few, few * 9)))
)
cards = st.builds(
    Card,
    title=st.one_of(text, long),
    url=href,
    source=spans,
    body=paragraphs,
    fields=st.lists(st.builds(Field, text, st.builds(Paragraph, spans)), max_size=14).map(tuple),
    image=st.one_of(st.none(), st.builds(Image, st.just("https://a.example/p.jpg"), text, text)),
    buttons=st.lists(st.builds(Button, text, st.one_of(text, long), st.one_of(text, long)), max_size=30).map(tuple),
    footer=spans,
    tone=st.sampled_from(Tone),
)


def every_text(shown: Message) -> str:
    return "\n".join([shown.text, *strings(list(shown.blocks))])


@given(cards)
@settings(max_examples=50)
def test_slack_takes_every_card(card: Card) -> None:
    shown = message(card)
    assert wrong_blocks(list(shown.blocks)) == []
    assert wrong_blocks(list(shown.blocks), view=True) == []
    assert len(shown.blocks) <= BLOCKS
    assert length(list(shown.blocks)) <= ALL
    assert 1 <= len(shown.text) <= 4000


@given(cards)
@settings(max_examples=50)
def test_nothing_of_the_web_survives_as_markup(card: Card) -> None:
    shown = every_text(message(card))
    for tag in re.findall(r"<[^>]*>", shown):
        assert re.match(r"<(https?://|!date\^\d+\^)", tag), tag
    assert not re.search("[\u202e\x1b\ufeff]", shown)


@given(text)
def test_words_read_as_they_were_written(written: str) -> None:
    seen = read(words(written)).replace("ˋ", "`")
    invisible = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
    assert seen == invisible.sub("", written).replace("\ufff9", "").replace("\ufffa", "").replace("\ufffb", "")


@given(st.text(alphabet="ab.!? \n&*", max_size=300), st.integers(0, 200))
def test_a_cut_never_runs_over(written: str, room: int) -> None:
    assert len(cut(written, room)) <= room or len(written) <= room
    assert len(fitted(written, room, words)) <= room


def test_a_cut_ends_at_a_sentence() -> None:
    told = "The bridge comes back. It costs 48 million crowns. Two councillors voted against the plan."
    assert cut(told, 60) == "The bridge comes back. It costs 48 million crowns."
    assert cut(told, 12) == "The bridge…"


def test_marks_inside_of_words_are_left_alone() -> None:
    assert words("snake_case and 3*4*5") == "snake_case and 3*4*5"
    assert words("*x*") == "\u200b*\u200bx\u200b*\u200b"


BRIEFING = Card(
    title="Eastmouth to rebuild its harbour bridge",
    url="https://courier.example/bridge?a=1&b=2",
    source=(
        Span("Coast Courier", Style.STRONG),
        Span(" · ", Style.MUTED),
        Span("courier.example"),
        Span(" · ", Style.MUTED),
        Span("20 Nov 2026", instant=datetime(2026, 11, 20, 8, 30, tzinfo=UTC)),
    ),
    body=(
        Paragraph((Span("The old bridge comes back."),), Kind.LEAD),
        Paragraph((Span("The work will cost 48 million crowns."),), Kind.POINT),
        Paragraph((Span("Two of nine voted against."),), Kind.POINT),
    ),
    fields=(Field("Who's who", Paragraph((Span("Ines Calder, mayor"),))),),
    image=Image("https://courier.example/p.jpg", "The bridge at dusk", "Photo: J. Aas"),
    buttons=(Button("who", "7", "Who's who"), Button("remove", "", "Delete")),
    footer=(Span("2 min read", Style.MUTED), Span(" · "), Span("Not the whole story: a teaser", Style.EMPHASIS)),
    tone=Tone.BRIEFING,
)


def test_a_briefing_is_header_standfirst_points_people_context_image_buttons() -> None:
    shown = message(BRIEFING)
    kinds = [block["type"] for block in shown.blocks]
    assert kinds == ["header", "section", "section", "section", "context", "image", "actions"]
    line = str(shown.blocks[4])
    assert "*Coast Courier*" in line
    assert "<https://courier.example/bridge?a=1&amp;b=2|courier.example>" in line
    assert "<!date^1795163400^{date_short_pretty}|20 Nov 2026>" in line
    assert "2 min read" in line
    assert "_Not the whole story: a teaser_" in line


def test_the_text_alone_is_a_short_briefing() -> None:
    assert message(BRIEFING).text.splitlines() == [
        "Eastmouth to rebuild its harbour bridge",
        "Coast Courier · courier.example · 20 Nov 2026",
        "The old bridge comes back.",
        "• The work will cost 48 million crowns.",
        "• Two of nine voted against.",
        "Who's who: Ines Calder, mayor",
        "2 min read · Not the whole story: a teaser",
        "https://courier.example/bridge?a=1&amp;b=2",
    ]


def test_a_links_target_is_always_visible() -> None:
    span = Span("your bank", href="https://evil.example/login")
    shown = message(Card(body=(Paragraph((span,)),)))
    assert "<https://evil.example/login|your bank> (evil.example)" in str(shown.blocks)


def test_a_message_links_to_itself_and_a_picture_without_tls_is_left_out() -> None:
    to = MessageRef(Place("slack", "T1", "C1"), "1.2")
    card = Card(body=(Paragraph((Span("that message", message=to),)),), image=Image("http://a.example/p.jpg"))
    shown = message(card)
    assert app_link(to).replace("&", "&amp;") in str(shown.blocks)
    assert "image" not in [block["type"] for block in shown.blocks]


def test_code_keeps_its_lines_and_its_spaces() -> None:
    card = Card(body=(Paragraph((Span("a <b\n\u00a0\u00a0^ `x`"),), Kind.CODE),))
    assert "```\na &lt;b\n\u00a0\u00a0^ ˋxˋ\n```" in list(strings(list(message(card).blocks)))


def test_a_text_to_take_along_is_set_as_it_is() -> None:
    text = "<opml>\n  <outline text='A & B'/>\n</opml>\n"
    shown = message(Card(title="Feeds", file=TextFile("feeds.opml", text)))
    assert wrong_blocks(list(shown.blocks)) == []
    assert any("<outline text='A & B'/>" in html.unescape(each) for each in strings(list(shown.blocks)))
    assert "feeds.opml" in strings(list(shown.blocks))


def test_a_text_that_is_too_long_is_cut_at_a_line_and_says_so() -> None:
    shown = message(Card(title="Feeds", file=TextFile("feeds.opml", "x" * 99 + "\n" + ("y" * 99 + "\n") * 300)))
    assert length(list(shown.blocks)) <= ALL
    assert "feeds.opml …" in strings(list(shown.blocks))

"""A page as plain text, by a crawler's or a person's hand, becomes an `Article`: by the shape of its lines alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.article import furniture
from bot.article.agencies import dateline, sign_off, split_authors
from bot.article.dates import find_date
from bot.article.dump_lines import Line, Role, classify
from bot.errors import NotAnAddress, NotAnArticle
from bot.links.clean import clean
from bot.model import Article, Block, BlockKind, Caption, RelatedLink
from bot.text.language import guess
from bot.text.sentences import sentences
from bot.text.words import count_words, words

HEAD_LINES = 14
HEADLINE_WORDS = 25
STANDFIRST_WORDS = 70
LEAST_WORDS = 25
LEAST_PROSE = 3
TITLE_LENGTH = 100
LABEL_WORDS = 3
KINDS = {
    Role.PROSE: BlockKind.PARAGRAPH,
    Role.HEADING: BlockKind.SUBHEAD,
    Role.ITEM: BlockKind.ITEM,
    Role.QUOTE: BlockKind.QUOTE,
}
HEAD_ROLES = (Role.DATE, Role.BYLINE, Role.LINK, Role.CAPTION)


def read_text(text: str, url: str | None) -> Article:
    """Raises `NotAnArticle` for a text with hardly any prose."""
    lines, crawled = classify(text)
    lines = [line for line in lines if line.role is not Role.NOISE]
    title_at = _headline(lines)
    title = lines[title_at].text if title_at is not None else ""
    rest = lines[title_at + 1 :] if title_at is not None else lines
    standfirst_at = _standfirst(rest)
    told = [line for at, line in enumerate(rest) if at != standfirst_at and line.text != title]
    body, related = _body(told)
    if sum(count_words(block.text) for block in body) < LEAST_WORDS:
        raise NotAnArticle("too_short")
    authors, agencies = _signed(rest)
    agencies = tuple(dict.fromkeys((*agencies, *dateline(body[0].text))))
    return Article(
        title=title or _shortened(body[0].text),
        body=body,
        standfirst=rest[standfirst_at].text if standfirst_at is not None else "",
        url=url,
        canonical_url=_printed_address(lines[: HEAD_LINES + (title_at or 0)]),
        captions=_captions(rest),
        related_links=tuple(RelatedLink(line) for line in related),
        published=crawled or _printed_date(rest),
        authors=authors,
        agencies=agencies,
        language=guess(" ".join(block.text for block in body)),
    )


def _headline(lines: Sequence[Line]) -> int | None:
    """The first line of some length above the story, unless it is already the story's prose.

    A masthead or a menu above it is shorter than headlines are.
    """
    short: int | None = None
    for at, line in enumerate(lines[:HEAD_LINES]):
        if line.role is Role.HEADING and count_words(line.text) >= 2:
            if count_words(line.text) > LABEL_WORDS:
                return at
            short = at if short is None else short
        elif line.role in (Role.DATE, Role.BYLINE) and short is not None:
            return short
        elif line.role is Role.PROSE:
            single = count_words(line.text) <= HEADLINE_WORDS and len(sentences(line.text)) == 1
            unstopped = not line.text.endswith((".", "。"))
            return at if single and unstopped and len(lines) > at + 1 else short
    return short


def _standfirst(rest: Sequence[Line]) -> int | None:
    """The one piece of prose between the headline and the last line of the head: a date, byline, link or picture.

    A picture may stand below the story's first paragraph as well: above one, only a single sentence counts.
    """
    head_end = 0
    for at, line in enumerate(rest[:HEAD_LINES]):
        if line.role in HEAD_ROLES:
            head_end = at
        elif line.role is Role.PROSE and _prose(rest[: at + 1]) > 1:
            break
    between = [at for at in range(head_end) if rest[at].role in (Role.PROSE, Role.HEADING)]
    if len(between) != 1 or count_words(rest[between[0]].text) > STANDFIRST_WORDS:
        return None
    told = rest[between[0]].text
    pictured = all(line.role is Role.CAPTION for line in rest[between[0] + 1 : head_end + 1])
    return None if pictured and (len(sentences(told)) > 1 or _prose(rest[head_end:]) < LEAST_PROSE) else between[0]


def _prose(lines: Sequence[Line]) -> int:
    return sum(line.role is Role.PROSE for line in lines)


def _body(lines: Sequence[Line]) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The prose and subheads in order; headings that lead to another story are set apart."""
    kept = [line for line in lines if line.role in KINDS]
    blocks: list[Block] = []
    related: list[str] = []
    seen: set[str] = set()
    for at, line in enumerate(kept):
        if line.text in seen and count_words(line.text) > LABEL_WORDS:
            continue
        seen.add(line.text)
        if line.role is Role.HEADING and _leads_away(line, kept[at + 1 :]):
            related.append(line.text)
        else:
            blocks.append(Block(line.text, KINDS[line.role]))
    while blocks and blocks[-1].kind is BlockKind.SUBHEAD:
        related.append(blocks.pop().text)
    return tuple(blocks), tuple(line for line in related if count_words(line) > LABEL_WORDS)


def _leads_away(heading: Line, after: Sequence[Line]) -> bool:
    """A subhead announces what comes next and shares a word with it; the headline of another story does not."""
    following = next((line for line in after if line.role is not Role.HEADING), None)
    if following is None:
        return True
    if after[0].role is Role.HEADING or count_words(heading.text) <= LABEL_WORDS:
        return False
    return not _stems(heading.text) & _stems(following.text)


def _stems(text: str) -> set[str]:
    """Words cut to five letters: `talk` meets `talks`, `critic` meets `criticised`. Short ones say nothing."""
    return {word[:5] for word in words(text) if len(word) > 3 or word.isdigit()}


def _captions(lines: Sequence[Line]) -> tuple[Caption, ...]:
    """Each picture's words once; lines of one picture that stand together share the credit that one of them ends in."""
    captions: dict[str, Caption] = {}
    for picture in _pictures(lines):
        split = [furniture.split_credit(line) or Caption(line) for line in picture]
        credit = next((each.credit for each in split if each.credit), "")
        for each in split:
            if each.text:
                captions.setdefault(each.text, Caption(each.text, each.credit or credit))
    return tuple(captions.values())


def _pictures(lines: Sequence[Line]) -> Iterator[list[str]]:
    """The runs of caption lines with nothing between them."""
    run: list[str] = []
    for line in lines:
        if run and not (line.role is Role.CAPTION and line.joined):
            yield run
            run = []
        if line.role is Role.CAPTION:
            run.append(line.text)
    if run:
        yield run


def _signed(lines: Sequence[Line]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(authors, agencies) from the byline in the head and the sign-off at the end."""
    named = [
        name for line in lines[:HEAD_LINES] if line.role is Role.BYLINE for name in furniture.byline_names(line.text)
    ]
    authors, agencies = split_authors(named)
    signed = [name for line in lines if line.role is Role.SIGN_OFF for name in sign_off(line.text) or ()]
    return authors, tuple(dict.fromkeys((*agencies, *signed)))


def _printed_date(lines: Sequence[Line]) -> str | None:
    days = (find_date(line.text) for line in lines[:HEAD_LINES] if line.role in (Role.DATE, Role.BYLINE))
    return next((day for day in days if day), None)


def _printed_address(lines: Sequence[Line]) -> str | None:
    """The address that the head of a page prints, such as its short link."""
    for line in lines:
        if line.role is Role.LINK:
            try:
                return clean(line.text)
            except NotAnAddress:
                continue
    return None


def _shortened(text: str) -> str:
    """The first sentence, cut at a word if it is long."""
    start, end = sentences(text)[0]
    first = text[start:end]
    if len(first) <= TITLE_LENGTH:
        return first.rstrip(".")
    cut = first[:TITLE_LENGTH]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(",;:–- ") + "…"

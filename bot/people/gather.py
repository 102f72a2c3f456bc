"""An article becomes its people, most important first."""

from __future__ import annotations

from collections.abc import Sequence

from bot.model import Article, Part, Person, Quote
from bot.people.describe import Described, described
from bot.people.find import Mention, mentions
from bot.people.implied import imply
from bot.people.lexicon import folded
from bot.people.link import Entry, entries
from bot.people.passages import Sentence, passages, split
from bot.people.quotes import quotes
from bot.text.language import guess

MOST = 60
"""People of one article; a list of names is no story about each of them."""

MOST_MENTIONS = 500
"""More are a list or a trap, and comparing each with each must end."""

MOST_ROLES = 8
_LEAD, _EARLY, _QUOTED, _ROLE, _CAPTION = 3.0, 2.0, 1.0, 1.0, 0.5


def people(article: Article) -> tuple[Person, ...]:
    """Everyone the article names, as printed. Empty where no script it is written in has capitals."""
    language = article.language or guess(" ".join(block.text for block in article.body))
    sentences = [sentence for passage in passages(article) for sentence in split(passage, language)]
    found = mentions(sentences, language)[:MOST_MENTIONS]
    gathered = [entry for entry in entries(found) if _counts(entry, article)]
    known = _described(gathered, found, sentences)
    said = quotes(sentences, known)
    ranked = sorted(known, key=lambda one: -_weight(one, said.get(id(one.entry), ())))
    return tuple(_person(one, said.get(id(one.entry), ())) for one in ranked[:MOST])


def _described(gathered: Sequence[Entry], found: Sequence[Mention], sentences: Sequence[Sentence]) -> list[Described]:
    taken: dict[int, list[tuple[int, int]]] = {}
    for mention in found:
        taken.setdefault(id(mention.sentence), []).append((mention.start, mention.end))
    known = [described(entry, taken) for entry in gathered]
    imply(known, sentences)
    return known


def _counts(entry: Entry, article: Article) -> bool:
    """Not who wrote the piece, not an agency, and nobody that only a headline names."""
    if all(mention.sentence.passage.part is Part.TITLE for mention in entry.mentions):
        return False
    name = folded(entry.name)
    outside = {folded(text) for text in (*article.agencies, article.publisher, article.site_name)}
    if name in outside:
        return False
    wrote = {folded(author) for author in article.authors}
    return name not in wrote or len(entry.mentions) > 1


def _weight(one: Described, said: Sequence[Quote]) -> float:
    weight = 0.0
    for mention in one.entry.mentions:
        passage = mention.sentence.passage
        if passage.part in (Part.TITLE, Part.STANDFIRST):
            weight += _LEAD
        elif passage.part is Part.CAPTION:
            weight += _CAPTION
        else:
            weight += 1 + (_EARLY if passage.paragraph == 0 else 0)
    return weight + _QUOTED * min(3, len(said)) + (_ROLE if one.roles else 0)


def _person(one: Described, said: Sequence[Quote]) -> Person:
    spots = tuple(mention.spot for mention in one.entry.mentions)
    return Person(
        name=one.entry.name,
        roles=tuple(one.roles[:MOST_ROLES]),
        country=one.country,
        country_stated=one.country_stated,
        organisation=one.organisation,
        mentions=spots,
        in_caption_only=all(spot.part is Part.CAPTION for spot in spots),
        quotes=tuple(said),
    )

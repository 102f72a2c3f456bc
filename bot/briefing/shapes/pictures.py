"""Galleries and videos: what stands under the pictures tells a gallery, what stands beside it a video."""

from __future__ import annotations

from collections.abc import Iterable

from bot.briefing.boilerplate import is_boilerplate
from bot.briefing.choose import same, shared
from bot.briefing.pick import MOST, Pick, Told
from bot.briefing.rank import candidates
from bot.briefing.sentence import Sentence, telling, told_in
from bot.briefing.shapes.news import SAME_AS_STANDFIRST, SHORT_STORY, lead_of, ranked, stems
from bot.briefing.standing import LONGEST
from bot.briefing.weights import weights
from bot.model import Article, Block, Part
from bot.text.stopwords import STOPWORDS

SHORTEST_CAPTION, LEAST_CAPTIONS = 4, 2
"""In words; a name alone tells nothing of a picture."""

OF_THE_STORY = 0.2
"""Share of a caption's telling words that the rest of the page has too: a teaser of another story has hardly any."""


def gallery(article: Article) -> Pick:
    """The first sentence under each picture, in the page's order; the prose around them may open it.

    Empty where the page gives hardly any captions: then it is told as prose.
    """
    told = list(_different(_captions(article), article))
    if len(told) < LEAST_CAPTIONS:
        return Pick(())
    captions = frozenset(caption.text for caption in article.captions)
    prose = [(at, block) for at, block in enumerate(article.body) if block.text not in captions]
    found = candidates(told_in(article, prose), article, weights())
    opening = None if article.standfirst else lead_of(found, article, least=0)
    told = [each for each in told if opening is None or not same(each, opening)]
    return Pick(tuple(Told(each) for each in told[:MOST]), opening)


def video(article: Article) -> Pick:
    """A long text is told like news; of a description everything that stands alone, or else the captions."""
    sentences = told_in(article)
    found = candidates(sentences, article, weights())
    if len(found) > SHORT_STORY:
        return ranked(article, sentences)
    beside = [each.sentence for each in found if each.stands({each.sentence.place - 1})]
    told = list(_different(beside, article)) or list(_different(_captions(article), article))
    return Pick(tuple(Told(each) for each in told[:MOST]))


def _captions(article: Article) -> list[Sentence]:
    """Of each caption its first sentence; what follows it mostly tells who took the picture, and when.

    None where most have nothing to do with the page's own words: then they stand under the teasers of other stories.
    """
    blocks = [(at, Block(caption.text)) for at, caption in enumerate(article.captions)]
    told = [
        each
        for each in told_in(article, blocks, Part.CAPTION)
        if not each.nth and SHORTEST_CAPTION <= each.length <= LONGEST and not is_boilerplate(each.text)
    ]
    small = STOPWORDS.get(article.language, frozenset())
    story = stems(
        telling(f"{article.title} {article.standfirst} {' '.join(each.text for each in article.body)}", small)
    )
    ours = [each for each in told if not story or shared(story, stems(each.told)) >= OF_THE_STORY]
    return ours if 2 * len(ours) >= len(told) else []


def _different(sentences: Iterable[Sentence], article: Article) -> Iterable[Sentence]:
    """Those that repeat neither the standfirst nor one before them: pictures of one event are often captioned alike."""
    said = telling(article.standfirst, STOPWORDS.get(article.language, frozenset()))
    kept: list[Sentence] = []
    for each in sentences:
        if shared(said, each.told) <= SAME_AS_STANDFIRST and not any(same(each, other) for other in kept):
            kept.append(each)
            yield each

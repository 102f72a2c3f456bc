"""Briefings beside the first three sentences and the libraries' summarizers, by ROUGE against what editors wrote.

CNN: the editors' highlights, on stories that nothing was fitted on (`cnn-dev`). Fundus: the publishers' standfirsts,
which the ranker does not see, with the weights as they are shipped. Three sentences each; bootstrap 95% intervals.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rouge_score.rouge_scorer import RougeScorer
from rouge_score.tokenizers import Tokenizer

from bench.summarizers import SUMMARIZERS, Summarizer
from bench.table import show
from bot.article import read
from bot.briefing import brief
from bot.briefing.choose import Candidate, chosen
from bot.briefing.rank import candidates, scores
from bot.briefing.sentence import Sentence, told_in
from bot.briefing.weights import weights
from bot.errors import ReadError
from bot.model import Article, Block, Page
from bot.text.language import guess
from bot.text.words import words

METRICS = ("rouge1", "rouge2", "rougeLsum")
ROUNDS = 2000
Pick = Callable[[Sequence[Sentence], Article], list[str]]


@dataclass(frozen=True, slots=True)
class Story:
    article: Article
    reference: tuple[str, ...]


@dataclass
class Scores:
    """Per story, in file order; `cpu` in seconds a story."""

    values: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in METRICS})
    cpu: list[float] = field(default_factory=list)

    def mean(self, metric: str) -> float:
        return 100 * statistics.mean(self.values[metric])


class EveryLetter(Tokenizer):  # type: ignore[misc]
    """rouge-score's own tokenizer knows a to z only."""

    def tokenize(self, text: str) -> list[str]:
        return words(text)


def run(shared: str) -> None:
    folder = Path(shared) / "data"
    if not folder.is_dir():
        print(f"skipped: no labelled data at {folder}")
        return
    scorer = RougeScorer(METRICS, use_stemmer=True)
    cnn = cnn_stories(folder / "briefing" / "cnn-dev.jsonl.gz")
    lead, ours = scored(cnn, lead_3, scorer), scored(cnn, ours_3, scorer)
    rows = rouge_rows("CNN, the ranker alone", scored(cnn, ranker_3, scorer), lead, "≥ +2.6, from ≥ +2.0")
    rows += rouge_rows("CNN, with the editor's rules, as shipped", ours, lead, "")
    for name, summarizer in SUMMARIZERS.items():
        peer = scored(cnn, by(summarizer), scorer)
        rows.append(
            (
                f"  {name}, ROUGE-1 · CPU",
                f"{peer.mean('rouge1'):.2f}",
                f"{ms(peer.cpu)} an article",
                "libraries −1.6 to −6.3",
            )
        )
    fundus = fundus_stories(folder / "pages")
    every = RougeScorer(METRICS, tokenizer=EveryLetter())
    rows += rouge_rows(
        f"fundus, {len(fundus)} standfirsts",
        scored(fundus, ours_3, every),
        scored(fundus, lead_3, every),
        "≥ 0, from > −0.2",
    )
    rows.append(("CPU of a whole briefing", ms([cpu_of(story.article) for story in cnn]), "", "≤ 5 ms"))
    told, all_points = subsequences([story.article for story in cnn + fundus])
    rows.append(("points that are subsequences", f"{told} of {all_points}", "", "100%"))
    show(rows)


def rouge_rows(name: str, ours: Scores, lead: Scores, goal: str) -> list[tuple[str, str, str, str]]:
    rows = []
    for metric in METRICS:
        low, high = interval([a - b for a, b in zip(ours.values[metric], lead.values[metric], strict=True)])
        gain = ours.mean(metric) - lead.mean(metric)
        figure = f"{ours.mean(metric):.2f} ({gain:+.2f}, {low:+.2f} to {high:+.2f})"
        rows.append(
            (f"{name}: {metric}", figure, f"Lead-3 {lead.mean(metric):.2f}", goal if metric == "rouge1" else "")
        )
    return rows


def cnn_stories(path: Path) -> list[Story]:
    with gzip.open(path, "rt") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Story(Article("", tuple(Block(text) for text in row["paragraphs"]), language="en"), tuple(row["highlights"]))
        for row in rows
    ]


def fundus_stories(folder: Path) -> list[Story]:
    """Pages whose label begins with the publisher's summary: the page itself gives the same words as its own."""
    found = []
    for path in sorted(folder.glob("fundus-*.json")):
        label = json.loads(path.read_text())
        first, *rest = label["body"].split("\n") if isinstance(label["body"], str) else label["body"]
        try:
            page = read(Page(label.get("url"), gzip.decompress(path.with_suffix(".html.gz").read_bytes())))
        except ReadError:
            continue
        own, told = set(words(page.standfirst)), set(words(first))
        if len(rest) < 3 or not own or len(own & told) < 0.8 * len(told):
            continue
        article = Article(label["title"], tuple(map(Block, rest)), language=page.language or guess(" ".join(rest)))
        found.append(Story(article, (first,)))
    return found


def lead_3(told: Sequence[Sentence], _: Article) -> list[str]:
    """The first three sentences, whole but for the dateline."""
    return [DATELINE.sub("", each.whole) if not n else each.whole for n, each in enumerate(told[:3])]


DATELINE = re.compile(r"^.{0,60}?\(CNN(?: Student News)?\)\s*(?:--|–|—)?\s*")


def by(summarizer: Summarizer) -> Pick:
    def picked(told: Sequence[Sentence], _: Article) -> list[str]:
        return [told[n].whole for n in summarizer([each.whole for each in told])]

    return picked


def ours_3(told: Sequence[Sentence], article: Article) -> list[str]:
    best = chosen(candidates(told, article, weights()), 3, weights())
    return [each.sentence.text for each in sorted(best, key=lambda each: each.sentence.place)]


def ranker_3(told: Sequence[Sentence], article: Article) -> list[str]:
    """The weights alone, as the libraries' summarizers go: any sentence may be told, dangling or not."""
    alone = [Candidate(each, score) for each, score in zip(told, scores(told, article, weights()), strict=True)]
    return [each.sentence.text for each in sorted(chosen(alone, 3, weights()), key=lambda each: each.sentence.place)]


def scored(stories: Sequence[Story], pick: Pick, scorer: RougeScorer) -> Scores:
    scores = Scores()
    for story in stories:
        told = told_in(story.article)
        begun = time.process_time()
        found = pick(told, story.article)
        scores.cpu.append(time.process_time() - begun)
        result = scorer.score("\n".join(story.reference), "\n".join(found))
        for metric in METRICS:
            scores.values[metric].append(result[metric].fmeasure)
    return scores


def interval(differences: Sequence[float]) -> tuple[float, float]:
    """Bootstrap 95% interval of the mean, in points."""
    rng = random.Random(1)
    means = sorted(100 * statistics.mean(rng.choices(differences, k=len(differences))) for _ in range(ROUNDS))
    return means[int(0.025 * ROUNDS)], means[int(0.975 * ROUNDS)]


def cpu_of(article: Article) -> float:
    begun = time.process_time()
    brief(article)
    return time.process_time() - begun


def ms(seconds: Sequence[float]) -> str:
    ordered = sorted(seconds)
    return f"{1000 * statistics.mean(ordered):.1f} ms (p95 {1000 * ordered[int(0.95 * len(ordered))]:.1f})"


def subsequences(articles: Sequence[Article]) -> tuple[int, int]:
    briefings = [(article, brief(article)) for article in articles]
    points = [(article, point) for article, briefing in briefings for point in briefing.points + briefing.more]
    good = 0
    for article, point in points:
        rest = iter(words(article.at(point.source)))
        good += all(word in rest for word in words(point.text))
    return good, len(points)


if __name__ == "__main__":
    run("../shared")

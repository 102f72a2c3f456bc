"""Fits the ranker's weights: `python -m bench.fit_ranker DATA [OUT]` writes `bot/briefing/weights.json`.

DATA is the folder `briefing` of the labelled data (CNN stories with their editors' highlights). Only `cnn-train` is
read; a fifth of it, by a stable hash of each story's id, is held out to choose by, and `cnn-dev` is never looked at.

What is fitted is what is used: sets of three of the sentences that the editor's rules let pass. A log-linear model over
all sets of three of a story's eighteen likeliest ones is climbed along the gradient of its expected ROUGE-1 F1, so the
weights learn the right length and what not to say twice. It starts from a logistic regression on the greedy oracle's
sentences.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import itertools
import json
import os
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from rouge_score.tokenizers import DefaultTokenizer
from sklearn.linear_model import LogisticRegression

from bot.briefing.choose import Candidate, shared
from bot.briefing.features import NAMES, measured
from bot.briefing.rank import candidates
from bot.briefing.sentence import Sentence, told_in
from bot.briefing.weights import SET_NAMES, Weights
from bot.model import Article, Block

Array = Any
CANDIDATES, HELD_OUT, EPOCHS, BATCH, RATE, DECAY, SHARPNESS, PULL = 18, 5, 6, 32, 0.02, 0.85, 30.0, 0.02
OUT = Path(__file__).parent.parent / "bot" / "briefing" / "weights.json"
TRIPLES = {n: list(itertools.combinations(range(n), 3)) for n in range(CANDIDATES + 1)}
HEADLINE = 20.0
"""Not fitted: these stories have no headline. Set by hand, per share of the headline's telling words."""


@dataclass(slots=True)
class Story:
    """One story as numbers: features of its candidates, and for every set of three its reward and measures."""

    held: bool
    rows: Array
    oracle: Array
    stems: list[Counter[str]]
    sizes: list[int]
    reference: Counter[str]
    candidates: list[Candidate]
    offsets: Array
    lead: float


@dataclass(slots=True)
class Sets:
    rows: Array
    offsets: Array
    members: Array
    rewards: Array
    together: Array


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.fit_ranker", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path, nargs="?", default=OUT)
    args = parser.parse_args()
    with gzip.open(args.data / "cnn-train.jsonl.gz", "rt") as lines, ProcessPoolExecutor(os.cpu_count()) as pool:
        stories = [story for story in pool.map(prepared, lines, chunksize=50) if story is not None]
    scale = np.vstack([story.rows for story in stories]).std(0) + 1e-6
    seen, held = [each for each in stories if not each.held], [each for each in stories if each.held]
    weights, together = fitted(seen, scale)
    score = {"fitted": reward_of(weights, seen, scale, together), "held_out": reward_of(weights, held, scale, together)}
    for name, part in (("fitted_lead_3", seen), ("held_out_lead_3", held)):
        score[name] = 100 * float(np.mean([story.lead for story in part]))
    weights, together = fitted(stories, scale)  # what ships has seen the held-out part as well
    write(args.out, weights, scale, together, score, len(stories))


def fitted(stories: list[Story], scale: Array) -> tuple[Array, Array]:
    """The weights, and the scale of the measures that the last of them belong to."""
    start = np.concatenate([first_guess(stories, scale), np.zeros(len(SET_NAMES))])
    sets = [each for each in (sets_of(story, start, scale) for story in stories) if len(each.members)]
    together = np.vstack([each.together for each in sets[:500]]).std(0) + 1e-6
    return climbed(start, sets, together), together


def reward_of(weights: Array, stories: list[Story], scale: Array, together: Array) -> float:
    """Mean ROUGE-1 F1 of the best set, in points."""
    sets = [each for each in (sets_of(story, weights, scale) for story in stories) if len(each.members)]
    return 100 * float(np.mean([each.rewards[worths(weights, each, together).argmax()] for each in sets]))


def prepared(line: str) -> Story | None:
    row = json.loads(line)
    article = Article("", tuple(Block(text) for text in row["paragraphs"]), language="en")
    told = told_in(article)
    if not told:
        return None
    neutral = Weights((0.0,) * len(NAMES), (0.0,) * len(SET_NAMES))
    found = candidates(told, article, neutral)  # their scores are what the rules take off
    if len(found) < 3:
        return None
    rows = measured(told, "en")
    tokenizer = DefaultTokenizer(True)
    stems = [Counter(tokenizer.tokenize(each.sentence.text)) for each in found]
    reference = Counter(token for each in row["highlights"] for token in tokenizer.tokenize(each))
    lead = f1(sum((Counter(tokenizer.tokenize(each.whole)) for each in told[:3]), Counter()), reference)
    held = int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % HELD_OUT == 0
    return Story(
        held,
        np.array([rows[each.sentence.place] for each in found], dtype=np.float32),
        oracle(stems, reference),
        stems,
        [each.total() for each in stems],
        reference,
        found,
        np.array([each.score for each in found]),
        lead,
    )


def f1(found: Counter[str], reference: Counter[str]) -> float:
    return 2 * (found & reference).total() / max(1, found.total() + reference.total())


def oracle(stems: list[Counter[str]], reference: Counter[str]) -> Array:
    """1 for each sentence that a greedy search for the best ROUGE-1 takes."""
    taken: list[int] = []
    whole: Counter[str] = Counter()
    while len(taken) < 3:
        gain, at = max((f1(whole + each, reference), n) for n, each in enumerate(stems) if n not in taken)
        if gain <= f1(whole, reference):
            break
        taken.append(at)
        whole += stems[at]
    return np.isin(np.arange(len(stems)), taken).astype(int)


def first_guess(stories: list[Story], scale: Array) -> Array:
    rows = np.vstack([story.rows for story in stories]) / scale
    return LogisticRegression(C=0.05, max_iter=500).fit(rows, np.concatenate([s.oracle for s in stories])).coef_[0]


def sets_of(story: Story, weights: Array, scale: Array) -> Sets:
    rows = story.rows / scale
    best = np.sort(np.argsort(-rows @ weights[: len(NAMES)] - story.offsets)[:CANDIDATES])
    members = np.array([each for each in TRIPLES[len(best)] if readable(story, best[list(each)])]).reshape(-1, 3)
    members = members.astype(int)
    reference = list(story.reference)
    limits = np.array([story.reference[token] for token in reference])
    counts = np.array([[story.stems[n][token] for token in reference] for n in best])
    sizes = np.array([story.sizes[n] for n in best])
    hits = np.minimum(counts[members].sum(1), limits).sum(1)
    rewards = 2 * hits / (sizes[members].sum(1) + limits.sum())
    together = measured_together([story.candidates[n].sentence for n in best], members)
    return Sets(rows[best], story.offsets[best], members, rewards, together)


def measured_together(sentences: list[Sentence], members: Array) -> Array:
    """`choose.measures` of every set at once."""
    overlap = np.array([[shared(one.told, other.told) for other in sentences] for one in sentences])
    places = np.array([each.place for each in sentences])
    beside = np.abs(places[:, None] - places[None, :]) == 1
    words = np.array([each.length for each in sentences])[members].sum(1)
    a, b, c = members.T
    overlaps = np.stack([overlap[a, b], overlap[a, c], overlap[b, c]])
    neighbours = beside[a, b].astype(int) + beside[a, c] + beside[b, c]
    log = np.log(words + 1)
    above, below = np.maximum(0, words - 60) / 30, np.maximum(0, 40 - words) / 20
    return np.stack([overlaps.sum(0), overlaps.max(0), neighbours, log, log * log, above, below], 1)


def readable(story: Story, members: Iterable[int]) -> bool:
    """What one of them needs told before it, others of them tell."""
    together = [story.candidates[n] for n in members]
    if not any(each.needs for each in together):
        return True
    places = {each.sentence.place for each in together}
    return all(each.stands(places) for each in together)


def climbed(weights: Array, sets: list[Sets], together: Array) -> Array:
    """Adam on the expected reward, pulled towards zero; the mean of the later half of the way, which wanders less."""
    rng, order = np.random.default_rng(0), np.arange(len(sets))
    first, second, mean, step, later = np.zeros_like(weights), np.zeros_like(weights), np.zeros_like(weights), 0, 0
    for epoch in range(EPOCHS):
        rng.shuffle(order)
        for begin in range(0, len(order), BATCH):
            batch = order[begin : begin + BATCH]
            slope = sum(gradient(weights, sets[n], together) for n in batch) / len(batch) - PULL * weights
            step += 1
            first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
            pace = RATE * DECAY**epoch * (first / (1 - 0.9**step))
            weights = weights + pace / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
            if epoch >= EPOCHS // 2:
                mean, later = mean + weights, later + 1
        print(f"epoch {epoch} of {EPOCHS}", flush=True)
    return mean / later


def worths(weights: Array, each: Sets, together: Array) -> Array:
    alone = (each.rows @ weights[: len(NAMES)] + each.offsets)[each.members].sum(1)
    return alone + (each.together / together) @ weights[len(NAMES) :]


def gradient(weights: Array, each: Sets, together: Array) -> Array:
    worth = worths(weights, each, together)
    chance = np.exp(worth - worth.max())
    chance /= chance.sum()
    push = SHARPNESS * chance * (each.rewards - chance @ each.rewards)
    alone = np.bincount(each.members.ravel(), weights=np.repeat(push, 3), minlength=len(each.rows))
    return np.concatenate([alone @ each.rows, push @ (each.together / together)])


def write(out: Path, weights: Array, scale: Array, together: Array, score: dict[str, float], count: int) -> None:
    raw, whole = weights[: len(NAMES)] / scale, weights[len(NAMES) :] / together
    value = {
        "about": "Weights of the sentence ranker, fitted by bench/fit_ranker.py; MIT like the rest of the project.",
        "fitted_on": f"{count} CNN stories and their editors' highlights (CNN/Daily Mail corpus)",
        "scores": "of a fit on four fifths of them: on those, on the held-out fifth, and of Lead-3",
        "rouge_1_f1": {name: round(each, 2) for name, each in score.items()},
        "headline": HEADLINE,
        "sentence": {name: round(float(each), 4) for name, each in zip(NAMES, raw, strict=True)},
        "set": {name: round(float(each), 4) for name, each in zip(SET_NAMES, whole, strict=True)},
    }
    out.write_text(json.dumps(value, indent=2) + "\n")
    print(json.dumps(value["rouge_1_f1"]))


if __name__ == "__main__":
    main()

"""Fits the tagger of `bot.people`, prints scores, and with --ship writes the weights: see README.md here."""

from __future__ import annotations

import argparse
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pycrfsuite

from bench.fitting.conll import Labelled, load
from bench.fitting.world import Person, World
from bot.people.features import Document, run_features, runs, word_features
from bot.people.tagger import LABELS, Weights, guesses, packed, unpacked

FREE = ("gum-interview", "gum-academic", "gum-court", "wikigold")
SCALE = 0.05
"""Weights are kept as a byte each, in steps of this."""

CAUTION = 1.5
"""What calling a word a person's must be ahead by: chosen on the left-out half of wikigold."""

FILLS = 30
PARAMETERS = {
    "c1": 0.2,
    "c2": 0.6,
    "max_iterations": 150,
    "feature.minfreq": 2,
    "feature.possible_transitions": True,
}
WEIGHTS = Path(__file__).parents[2] / "bot" / "people" / "weights.xz"
JUDGED = ("gum-bio", "worldwide-dev")
SLOT = re.compile(r"\[([A-H])(?:\.([flix]))?\]|<([a-z]+)(\d?)>")


def label(tag: str) -> str:
    return {"B-PER": "B", "I-PER": "I", "LOC": "L", "ORG": "G"}.get(tag if tag.endswith("PER") else tag[2:], "O")


def filled(world: World, story: list[str]) -> Labelled:
    people: dict[str, Person] = {}
    things: dict[str, tuple[list[str], str]] = {}
    out = Labelled()
    for line in story:
        sentence: list[tuple[str, str]] = []
        for piece in re.split(r"(\[[A-H](?:\.[flix])?\]|<[a-z]+\d?>)", line):
            found = SLOT.fullmatch(piece)
            if not found:
                sentence += [(word, "O") for word in words(piece)]
            elif found[1]:
                person = people.setdefault(found[1], world.person())
                parts = {
                    None: person.full,
                    "f": person.given,
                    "l": person.family,
                    "i": person.initial,
                    "x": person.initials,
                }[found[2]]
                sentence += [(part, "I-PER" if n else "B-PER") for n, part in enumerate(parts)]
            else:
                parts, tag = things.setdefault(found[3] + found[4], thing(world, found[3]))
                sentence += [
                    (part, tag if tag == "O" else f"{'I' if n else 'B'}-{tag}") for n, part in enumerate(parts)
                ]
        out.sentences.append(sentence)
    return out


def thing(world: World, kind: str) -> tuple[list[str], str]:
    if kind in ("city", "region"):
        return world.place().split(), "LOC"
    if kind == "country":
        return world.random.choice(world.countries)[0].split(), "LOC"
    if kind == "dem":
        return world.random.choice(world.countries)[1].split(), "O"
    if kind == "org":
        return world.organisation(), "ORG"
    if kind == "abbr":
        return [world.abbreviation()], "ORG"
    if kind == "month":
        return [world.pick("January February March April May June July August September October November".split())], "O"
    return [world.word()], "O"


def words(text: str) -> list[str]:
    return re.findall(
        r"(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Lt|Gen|Rev|Hon|St)\.|['’]s\b|\w+(?:[-'.,:]\w+)*|\S", text
    )


def renamed(world: World, document: Labelled, share: float = 0.5) -> Labelled:
    """The document with other people, and half of its places and organisations; who shared a name does again."""
    people: dict[str, Person] = {}
    others: dict[str, list[str]] = {}
    out = Labelled()
    for sentence in document.sentences:
        new: list[tuple[str, str]] = []
        at = 0
        while at < len(sentence):
            token, tag = sentence[at]
            end = at + 1
            while end < len(sentence) and sentence[end][1] == "I-" + tag[2:]:
                end += 1
            name = [t for t, _ in sentence[at:end]]
            if tag == "B-PER":
                key = next((k for t in reversed(name) for k in people if t in k.split()), None)
                if key is None:
                    key = " ".join(name)
                    people[key] = world.person()
                person = people[key]
                parts = (
                    person.full if len(name) > 1 else (person.family if name[0] == key.split()[-1] else person.given)
                )
            elif tag[:2] == "B-" and (" ".join(name) in others or world.random.random() < share):
                parts = others.setdefault(
                    " ".join(name), thing(world, {"LOC": "city", "ORG": "org"}.get(tag[2:], "word"))[0]
                )
                if tag == "B-MISC" and token.lower() in MISC_KEPT:
                    parts = name
            else:
                new.append((token, tag))
                at += 1
                continue
            new += [(part, "I-" + tag[2:] if n else tag) for n, part in enumerate(parts)]
            at = end
        out.sentences.append(new)
    return out


def noisy(world: World, document: Labelled) -> Labelled:
    """The document with other capitals: headlines, sentences that begin elsewhere, words in capitals."""
    out = Labelled()
    for sentence in document.sentences:
        roll = world.random.random()
        new = sentence
        if roll < 0.25:
            new = [
                (t.capitalize() if t.islower() and (len(t) > 3 or world.random.random() < 0.3) else t, tag)
                for t, tag in sentence
            ]
        elif roll < 0.3:
            new = [(t.upper(), tag) for t, tag in sentence]
        elif roll < 0.8:
            starts = [n for n, (t, tag) in enumerate(sentence) if tag == "O" and t.islower()]
            if starts:
                at = world.random.choice(starts)
                new = [(sentence[at][0].capitalize(), "O"), *sentence[at + 1 :]]
        out.sentences.append(new)
    return out


MISC_KEPT = frozenset(
    "american british french german english chinese japanese canadian australian indian russian".split()
)


def examples(document: Labelled) -> Iterator[tuple[list[list[str]], list[str]]]:
    """For each run of capitals, the features of its tokens and their labels."""
    sentences = document.words()
    facts = Document(sentences)
    for sentence, labelled in zip(sentences, document.sentences, strict=True):
        for run in runs(sentence):
            features = run_features(sentence, run, facts)
            x = [[*f, *word_features(sentence[at])] for at, f in enumerate(features, run[0])]
            yield x, [label(tag) for _, tag in labelled[run[0] : run[1]]]


def predict(learned: Weights, document: Labelled) -> set[tuple[int, int, int]]:
    sentences = document.words()
    return {(g.sentence, g.start, g.end) for g in guesses(sentences, Document(sentences), learned)}


def learned_from(model: str, caution: float) -> Weights:
    """What CRFsuite learned, as the tagger reads it."""
    tagger = pycrfsuite.Tagger()
    tagger.open(model)
    info = tagger.info()
    place = {label: at for at, label in enumerate(LABELS)}
    features: dict[str, list[float]] = {}
    for (name, label), weight in info.state_features.items():
        features.setdefault(name, [0.0] * len(LABELS))[place[label]] = weight
    steps = [[0.0] * len(LABELS) for _ in LABELS]
    for (before, after), weight in info.transitions.items():
        steps[place[before]][place[after]] = weight
    return Weights({name: tuple(row) for name, row in features.items()}, tuple(map(tuple, steps)), caution)


def score(pairs: Iterable[tuple[set[tuple[int, int, int]], set[tuple[int, int, int]]]]) -> str:
    tp = fp = fn = 0
    for gold, found in pairs:
        tp += len(gold & found)
        fp += len(found - gold)
        fn += len(gold - found)
    p, r = tp / max(1, tp + fp), tp / max(1, tp + fn)
    return f"P {p:.3f} R {r:.3f} F {2 * p * r / max(1e-9, p + r):.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.fitting.people", description=__doc__)
    parser.add_argument("--shared", default="../shared", help="folder of labelled data")
    parser.add_argument("--fold", action="store_true", help="leave every second document of wikigold out, to judge by")
    parser.add_argument("--ship", action="store_true", help="write the weights into the package")
    args = parser.parse_args()
    folder = Path(args.shared) / "data" / "people"
    free = {part: list(load(folder / f"{part}.conll.gz")) for part in FREE}
    trainer = pycrfsuite.Trainer(verbose=False)
    for document in lessons(free, fold=args.fold):
        for features, labels in examples(document):
            trainer.append(features, labels)
    trainer.select("lbfgs")
    trainer.set_params(PARAMETERS)
    with tempfile.NamedTemporaryFile() as model:
        trainer.train(model.name)
        data = packed(learned_from(model.name, CAUTION), SCALE)
    learned = unpacked(data)
    print(f"{len(learned.features)} features, {len(data)} bytes")
    if args.ship:
        WEIGHTS.write_bytes(data)
    judged = {part: list(load(folder / f"{part}.conll.gz")) for part in JUDGED}
    if args.fold:
        judged["wikigold, left out"] = free["wikigold"][1::2]
    for part, documents in judged.items():
        print(part, score((document.people(), predict(learned, document)) for document in documents))


def lessons(free: dict[str, list[Labelled]], *, fold: bool) -> Iterator[Labelled]:
    """What the tagger learns from: free texts as they are, with other names and other capitals, and filled stories."""
    vocabulary = {t for texts in free.values() for text in texts for s in text.words() for t in s if len(t) > 3}
    world = World(7, sorted(word for word in vocabulary if word.islower() and word.isalpha()))
    for part, documents in free.items():
        for number, document in enumerate(documents):
            if fold and part == "wikigold" and number % 2:
                continue
            yield from [document] * 2
            yield from (renamed(world, document) for _ in range(3))
            yield from (noisy(world, renamed(world, document)) for _ in range(3))
    stories = (Path(__file__).parent / "templates.txt").read_text(encoding="utf-8").split("\n\n")
    for _ in range(FILLS):
        for story in stories:
            yield filled(world, [line for line in story.splitlines() if not line.startswith("#")])


if __name__ == "__main__":
    main()

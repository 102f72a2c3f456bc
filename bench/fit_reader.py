"""Fits the weights of the reader: python -m bench.fit_reader FOLDER [--out FILE] [--only dev|rest].

FOLDER holds labelled pages as `<name>.json` with `url` and `body`, and `<name>.html.gz`. Every page is fitted as it is
and, at a lower weight, without its class names, without HTML5's tags, without both, and with line breaks for
paragraphs: so the reader does not lean on what older and smaller sites do not have. The second look is fitted on
chances that the first gave pages which it had not seen.
"""

from __future__ import annotations

import argparse
import datetime
import json
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from lxml import etree
from sklearn.linear_model import LogisticRegression

from bench.aged import AGED
from bench.labelled import Label, html_of, labels, site_number
from bench.targets import targets
from bot.article import around, signals
from bot.article.decode import decode
from bot.article.hints import hints
from bot.article.judge import rows
from bot.article.layout import Layout
from bot.article.metadata import Metadata, read_metadata
from bot.article.pieces import walked
from bot.article.tree import parsed

OUT = Path("bot/article/weights.json")
INVERSE_PENALTY = 0.3
AGED_WEIGHT = 0.2
LEAST = 0.46
FOLDS, INNER_FOLDS = 5, 3
"""Of the pages, by site, when the score is taken; and of the chances for the second look."""

Array = Any
"""A numpy array; the checks run without numpy, which only fitting needs."""


@dataclass
class Sample:
    """One page, or one aged form of it: signals and targets of its pieces that are not hopeless."""

    layout: Layout
    places: list[int]
    values: Array
    targets: Array
    weights: Array
    site: int


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.fit_reader", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    found = labels(args.folder)
    fitted = fit(samples(found))
    provenance = {
        "fitted_by": "python -m bench.fit_reader",
        "fitted_on": f"{len(found)} labelled pages of {len({label.site for label in found})} sites",
        "labels": "flairNLP/fundus (MIT); Murrough-Foley/web-content-extraction-benchmark (CC-BY-4.0)",
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "score": scores(args.out),
    }
    args.out.write_text(json.dumps(provenance | fitted, indent=1) + "\n")


def scores(out: Path) -> Any:
    """What `python -m bench body` printed last, as it was written there by hand."""
    return json.loads(out.read_text()).get("score") if out.exists() else None


def fit(found: Sequence[Sample]) -> dict[str, Any]:
    """The weights as the reader's file has them."""
    first = model([each.values for each in found], found)
    firsts = firsts_of_others(found)
    second = model([with_around(each, firsts[inner_fold(each)]) for each in found], found)
    return {
        "least": LEAST,
        "first": named(first, signals.NAMES),
        "second": named(second, (*signals.NAMES, *around.NAMES)),
    }


def firsts_of_others(found: Sequence[Sample]) -> list[LogisticRegression]:
    """For each inner fold a first look that has not seen its pages."""
    others = [[each for each in found if inner_fold(each) != fold] for fold in range(INNER_FOLDS)]
    return [model([each.values for each in some], some) for some in others]


def inner_fold(sample: Sample) -> int:
    return sample.site // FOLDS % INNER_FOLDS


def with_around(sample: Sample, first: LogisticRegression) -> Array:
    alone = [0.0] * len(sample.layout.pieces)
    for at, chance in zip(sample.places, first.predict_proba(sample.values)[:, 1], strict=True):
        alone[at] = float(chance)
    beside = around.Around(sample.layout.pieces, sample.layout.boxes, alone)
    return np.concatenate([sample.values, np.array([beside.of(at) for at in sample.places])], axis=1)


def model(values: Sequence[Array], found: Sequence[Sample]) -> LogisticRegression:
    """A piece that is half in the story counts half on both sides."""
    x = np.concatenate(list(values))
    y, w = np.concatenate([each.targets for each in found]), np.concatenate([each.weights for each in found])
    sides = np.concatenate([np.ones(len(x)), np.zeros(len(x))])
    weights = np.concatenate([w * y, w * (1 - y)])
    counts = weights > 0
    fitted = LogisticRegression(C=INVERSE_PENALTY, max_iter=2000)
    return fitted.fit(np.concatenate([x, x])[counts], sides[counts], sample_weight=weights[counts])


def named(fitted: LogisticRegression, names: Sequence[str]) -> dict[str, float]:
    weights = {"bias": fitted.intercept_[0], **dict(zip(names, fitted.coef_[0], strict=True))}
    return {name: round(float(weight), 3) for name, weight in weights.items()}


def samples(found: Sequence[Label]) -> list[Sample]:
    return [each for label in found for each in forms(label)]


def forms(label: Label) -> Iterator[Sample]:
    """The page as it is, and aged in each way."""
    root = parsed(decode(html_of(label)))
    told = read_metadata(root, label.url)
    for weight, age in [(1.0, None), *((AGED_WEIGHT, age) for age in AGED)]:
        tree = deepcopy(root)
        if age is not None:
            age(tree)
        made = sample(label, told, tree, weight)
        if made is not None:
            yield made


def sample(label: Label, told: Metadata, tree: etree._Element, weight: float) -> Sample | None:
    """None for a page without a piece that may be the story's."""
    pieces, boxes = walked(tree)
    layout = Layout(pieces, boxes, told.title)
    table = rows(layout, hints(told.title, told.description, told.types))
    if not table:
        return None
    places = list(table)
    wanted, sizes = targets([pieces[at].text for at in range(len(pieces))], label.body)
    roots = np.sqrt(np.array([sizes[at] for at in places]) + 1.0)
    return Sample(
        layout,
        places,
        np.array(list(table.values()), dtype=float),
        np.array([wanted[at] for at in places]),
        100 * weight * roots / roots.sum(),
        site_number(label.site),
    )


if __name__ == "__main__":
    main()

"""Where sentences end: the hand-written cases of the tests, ours beside pysbd, syntok and, for Thai, PyThaiNLP's CRF.

The cases were written with our splitter at hand, so ours being right on all says that it does what we meant, no more;
what the others make of the same cases tells how hard they are. Each library judges the languages it has rules for.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pysbd
from pysbd.languages import LANGUAGE_CODES
from pythainlp.tokenize import sent_tokenize
from syntok import segmenter

from bench.table import show
from bot.text.sentences import sentences
from tests.unit.text.sentence_cases import BETWEEN, CASES

Split = Callable[[str, str], list[str]]


def run() -> None:
    peers: dict[str, tuple[Split, frozenset[str]]] = {
        "pysbd": (by_pysbd, frozenset(LANGUAGE_CODES)),
        "syntok": (by_syntok, frozenset(("en", "de", "es"))),
        "PyThaiNLP crfcut": (by_pythainlp, frozenset(("th",))),
    }
    rows = []
    for language in dict.fromkeys(language for language, _ in CASES):
        known = [f"{name} {right(split, language)}" for name, (split, has) in peers.items() if language in has]
        rows.append((language, right(by_ours, language), " · ".join(known) or "no library", ""))
    rows.append((f"all {len(CASES)}", right(by_ours), "", "all"))
    common = [case for case in CASES if case[0] in LANGUAGE_CODES]
    rows.append(("CPU a text", f"{cpu_ms(by_ours, common):.2f} ms", f"pysbd {cpu_ms(by_pysbd, common):.2f} ms", ""))
    show(rows)


def right(split: Split, language: str = "") -> str:
    """Of the texts, those whose sentences are all found as they were written."""
    cases = [case for case in CASES if not language or case[0] == language]
    hits = sum(tuple(split(text_of(*case), case[0])) == case[1] for case in cases)
    return f"{hits} of {len(cases)}"


def text_of(language: str, parts: tuple[str, ...]) -> str:
    return BETWEEN.get(language, " ").join(parts)


def by_ours(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]


def by_pysbd(text: str, language: str) -> list[str]:
    return [each.strip() for each in pysbd.Segmenter(language=language, clean=False).segment(text)]


def by_syntok(text: str, _: str) -> list[str]:
    found = []
    for paragraph in segmenter.analyze(text):
        for sentence in paragraph:
            tokens = list(sentence)
            found.append(text[tokens[0].offset : tokens[-1].offset + len(tokens[-1].value)])
    return found


def by_pythainlp(text: str, _: str) -> list[str]:
    return [str(each).strip() for each in sent_tokenize(text, engine="crfcut")]


def cpu_ms(split: Split, cases: list[tuple[str, tuple[str, ...]]]) -> float:
    begun = time.process_time()
    for case in cases:
        split(text_of(*case), case[0])
    return 1000 * (time.process_time() - begun) / len(cases)


if __name__ == "__main__":
    run()

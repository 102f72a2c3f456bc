"""Relative dates against the hand-written table of the tests, beside the dateparser library in the same run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import datetime

from dateparser.search import search_dates

from bench.table import show
from bot.briefing.dates import resolve
from tests.unit.briefing.date_cases import CASES

Found = dict[str, str]


def run() -> None:
    ours, ours_ms = judged(by_ours)
    peer, peer_ms = judged(by_dateparser)
    rows = [(f"sentences right as a whole, of {len(CASES)}", share(ours, "right"), share(peer, "right"), "≥ 98%")]
    languages = ("en", "de", "es", "fr")
    rows += [(f"  {each}", share(ours, "right", each), share(peer, "right", each), "") for each in languages]
    rows += [
        ("wrong dates shown", total(ours), total(peer), "0"),
        ("CPU a sentence", f"{ours_ms:.2f} ms", f"{peer_ms:.2f} ms", ""),
    ]
    show([(what, mine, f"dateparser {theirs}", goal) for what, mine, theirs, goal in rows])


def judged(find: Callable[[str, str, str], Found]) -> tuple[list[dict[str, int | str]], float]:
    """For each case whether all is right and how many dates are wrong; milliseconds of CPU a case."""
    results: list[dict[str, int | str]] = []
    begun = time.process_time()
    for language, published, sentence, meant in CASES:
        found = find(sentence, language, published)
        days = {key: value for key, value in found.items() if value}
        wrong = sum(value not in meant.values() for value in days.values())
        right = sorted(days.values()) == sorted(meant.values())
        results.append({"language": language, "right": int(right), "wrong": wrong})
    return results, 1000 * (time.process_time() - begun) / len(CASES)


def by_ours(sentence: str, language: str, published: str) -> Found:
    return {sentence[each.start : each.end]: each.date for each in resolve(sentence, language, published or None)}


def by_dateparser(sentence: str, language: str, published: str) -> Found:
    """It knows days only."""
    try:
        base = datetime.fromisoformat(published).replace(tzinfo=None)
    except ValueError:
        return {}
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    found = search_dates(sentence, languages=[language], settings=settings) or []
    return {text: str(at.date()) for text, at in found}


def total(results: list[dict[str, int | str]]) -> str:
    return str(sum(int(each["wrong"]) for each in results))


def share(results: list[dict[str, int | str]], key: str, language: str = "") -> str:
    values = [int(each[key]) for each in results if not language or each["language"] == language]
    return f"{100 * statistics.mean(values):.1f}%"


if __name__ == "__main__":
    run()

"""Who is in an article: found, linked, described, quoted; beside runs of capitals and rules without the tagger.

Spans and distinct people as the data's README defines them: on `worldwide-dev` (measured only) and on GUM's
genre bio (share-alike, so never learned from). Roles, countries and speakers on the thirty articles of
`bench/labels`, whose people were labelled before any rule was tuned on them; rules were mended on them since.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from bench.fitting.conll import Labelled, load
from bench.people_labels import Page, pages
from bench.table import show
from bot.article import read
from bot.model import Article, Person
from bot.model import Page as Source
from bot.people import people
from bot.people.features import capitalised, kind, runs
from bot.people.lexicon import folded
from bot.people.names import addressed, names

Sentences = list[list[str]]
Spans = set[tuple[int, int, int]]
Finder = Callable[[Sentences], Spans]
SMALL = frozenset("the a an of and for in at".split())


def run(shared: str) -> None:
    data = Path(shared) / "data"
    if not (data / "people").is_dir():
        print(f"skipped: no labelled people at {data / 'people'}")
        return
    rows = spans_rows(data / "people")
    rows += label_rows(data / "pages")
    rows += seed_rows(Path(shared) / "seeds")
    rows.append(
        ("weights shipped", f"{len((files('bot.people') / 'weights.xz').read_bytes()) / 1e6:.2f} MB", "", "≤ 0.5 MB")
    )
    show(rows)


def ours(sentences: Sentences) -> Spans:
    return {(n, start, end) for n, spans in enumerate(names(sentences)) for start, end in spans}


def capital_runs(sentences: Sentences) -> Spans:
    """Every run of two and more capitals that does not open its sentence."""
    return {(n, a, b) for n, words in enumerate(sentences) for a, b in runs(words) if b - a > 1 and a}


def rules_only(sentences: Sentences) -> Spans:
    """Our lists and titles without the tagger: runs of listed names, and what a form of address proves."""
    found: Spans = set()
    for n, words in enumerate(sentences):
        found |= {(n, a, b) for a, b in addressed(words)}
        for start, end in runs(words):
            begin = next((at for at in range(start, end) if kind(words[at]) not in "TR"), end)
            kinds = [kind(word) for word in words[begin:end]]
            if kinds and kinds[0] in "GBS" and not set(kinds) & set("ODLM") and all(map(capitalised, words[begin:end])):
                found.add((n, begin, end))
    return found


def spans_rows(folder: Path) -> list[tuple[str, str, str, str]]:
    rows = []
    for part, goals in (("worldwide-dev", ("≥ 80", "≥ 76")), ("gum-bio", ("", ""))):
        documents = list(load(folder / f"{part}.conll.gz"))
        begun = time.process_time()
        mine = [ours(document.words()) for document in documents]
        cpu = (time.process_time() - begun) / len(documents)
        peers = [("capitals", capital_runs), ("rules only", rules_only)]
        others = {name: [find(document.words()) for document in documents] for name, find in peers}
        gold = [document.people() for document in documents]
        told = ", ".join(f"{name} {f1(zip(gold, found, strict=True)):.1f}" for name, found in others.items())
        rows.append((f"{part}: PER span F1", f"{f1(zip(gold, mine, strict=True)):.1f}", told, goals[0]))
        sets = [distinct(document, spans) for document, spans in zip(documents, gold, strict=True)]
        mine_sets = [distinct(document, spans) for document, spans in zip(documents, mine, strict=True)]
        told = ", ".join(
            f"{name} {f1(zip(sets, [distinct(d, s) for d, s in zip(documents, found, strict=True)], strict=True)):.1f}"
            for name, found in others.items()
        )
        rows.append((f"{part}: distinct people F1", f"{f1(zip(sets, mine_sets, strict=True)):.1f}", told, goals[1]))
        rows.append((f"{part}: finding, CPU a document", f"{cpu * 1000:.1f} ms", "", ""))
    return rows


def f1(pairs: Iterable[tuple[set[object], set[object]]] | Iterable[tuple[Spans, Spans]]) -> float:
    hit = found = true = 0
    for gold, mine in pairs:
        hit, found, true = hit + len(gold & mine), found + len(mine), true + len(gold)
    return 200 * hit / max(1, found + true)


def distinct(document: Labelled, spans: Spans) -> set[object]:
    """The people of a document by their full names: a name that is a part of another one is that person's."""
    words = document.words()
    found = {tuple(word.casefold() for word in words[n][start:end]) for n, start, end in spans}
    return {name for name in found if not any(set(name) < set(other) for other in found)}


@dataclass
class Tally:
    found: int = 0
    missed: int = 0
    extra: int = 0
    roles: int = 0
    roles_right: int = 0
    countries: int = 0
    countries_right: int = 0
    said: int = 0
    attributed: int = 0
    speakers_right: int = 0
    wrongly: int = 0


def label_rows(folder: Path) -> list[tuple[str, str, str, str]]:
    if not folder.is_dir():
        return []
    tally, cpu, labelled = Tally(), 0.0, list(pages(folder))
    people(Article("warm", labelled[0].article().body))
    for page in labelled:
        begun = time.process_time()
        everyone = people(page.article())
        cpu += time.process_time() - begun
        count(page, everyone, tally)
    told = tally.speakers_right / max(1, tally.attributed)
    return [
        ("30 articles: people found / missed / extra", f"{tally.found} / {tally.missed} / {tally.extra}", "", ""),
        ("  role right where stated", share(tally.roles_right, tally.roles), "first run 57/82", "≥ 90%"),
        ("  country right where stated", share(tally.countries_right, tally.countries), "first run 8/11", "≥ 90%"),
        ("  quotes attributed", share(tally.attributed, tally.said), "first run 94/127", "≥ 80%"),
        ("  of those the speaker right", f"{100 * told:.1f}% of {tally.attributed}", "first run 85/94", "≥ 95%"),
        ("  quotes of nobody that got a speaker", str(tally.wrongly), "", ""),
        ("  all of it, CPU an article", f"{cpu / len(labelled) * 1000:.1f} ms", "", "≤ 10 ms"),
    ]


def share(right: int, of: int) -> str:
    return f"{100 * right / max(1, of):.1f}% of {of}"


def count(page: Page, everyone: Sequence[Person], tally: Tally) -> None:
    used = set()
    for label in page.people:
        person = next((one for one in everyone if same(one.name, label["name"])), None)
        tally.roles += len(label["roles"])
        tally.countries += label["country"] is not None
        if person is None:
            tally.missed += 1
            continue
        used.add(person.name)
        tally.found += 1
        tally.roles_right += sum(has_role(person, page.text(spot)) for spot in label["roles"])
        tally.countries_right += label["country"] is not None and person.country == label["country"]
    known = [*page.uncertain, *used]
    tally.extra += sum(not any(same(person.name, name) for name in known) for person in everyone)
    count_quotes(page, everyone, tally)


def count_quotes(page: Page, everyone: Sequence[Person], tally: Tally) -> None:
    said = {
        (quote.source.paragraph, start): person
        for person in everyone
        for quote in person.quotes
        for start in range(quote.source.start - 2, quote.source.start + 1)
    }
    for label in page.quotes:
        speaker = said.get((label["paragraph"], label["start"]))
        if label["speaker"] is None:
            tally.wrongly += speaker is not None
            continue
        tally.said += 1
        tally.attributed += speaker is not None
        tally.speakers_right += speaker is not None and same(speaker.name, label["speaker"])


def words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", folded(text)) if word not in SMALL]


def same(one: str, other: str) -> bool:
    return words(one)[-1:] == words(other)[-1:] or set(words(one)) == set(words(other))


def has_role(person: Person, text: str) -> bool:
    """Whether half of the words of the label and of a role we found are the same."""
    wanted = set(words(text))
    given = [set(words(role.text)) for role in person.roles]
    return any(2 * len(wanted & role) >= 0.5 * (len(wanted) + len(role)) for role in given)


COUNTRIES = {
    "Antony Blinken": "United States", "Wang Yi": "China", "Sergey Lavrov": "Russia", "Li Shangfu": "China",
    "Qin Gang": "China", "Lloyd Austin": "United States", "Xi Jinping": "China", "Janet Yellen": "United States",
    "John Kerry": "United States", "Joe Biden": "United States", "Anthony Albanese": "Australia",
    "Fumio Kishida": "Japan", "Jens Stoltenberg": "", "Chris Hipkins": "New Zealand", "Yoon Suk-yeol": "South Korea",
}  # fmt: skip


def seed_rows(folder: Path) -> list[tuple[str, str, str, str]]:
    found = sorted(folder.glob("000_*.txt"))
    if not found:
        return []
    everyone = {p.name: p for p in people(read(Source(None, found[0].read_bytes(), "text/plain")))}
    right = sum(name in everyone for name in COUNTRIES)
    roles = sum(name in everyone and bool(everyone[name].roles) for name in COUNTRIES)
    lands = sum(name in everyone and everyone[name].country == land for name, land in COUNTRIES.items())
    extra = len(everyone.keys() - COUNTRIES.keys())
    told = f"{right}/15 found, {extra} extra, {roles}/15 with a role, {lands}/15 countries"
    return [("seed article", told, "rules tuned on it 15/15, 11/15 countries", "15/15, 0 extra, 15/15")]

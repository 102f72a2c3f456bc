"""Grounding: sentences made false on purpose, and true paraphrases, on frames that nothing was tuned on.

The peer in the same run is what a plain overlap check would do: a sentence holds if 7 of 10 of its words stand in one
sentence of the article.
"""

from __future__ import annotations

import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Sequence

from bench.table import show
from bot.briefing.grounding import Material, check, material
from bot.text.words import words
from tests.claims import GERMAN, JUDGE, KINDS, TUNE, Claim, claims

Held = Callable[[str, Material], bool]
STRICT = ("name", "number", "date", "quote")


def run() -> None:
    judged, tuned = list(claims(JUDGE, 14)), list(claims(TUNE, 14))
    begun = time.process_time()
    ours = caught(judged, lambda text, article: check(text, article).source is not None)
    cpu = time.process_time() - begun
    peer, looked_at = (
        caught(judged, overlaps),
        caught(tuned, lambda text, article: check(text, article).source is not None),
    )
    german = caught(list(claims(GERMAN, 14, "de")), lambda text, article: check(text, article).source is not None)
    false, true = sum(len(ours[kind]) for kind in KINDS), len(ours[""])
    rows = [("sentences, on frames nothing was tuned on", f"{false} false, {true} true", "", "≥ 200 each")]
    for kind in KINDS:
        goal = "≥ 0.95" if kind in STRICT else ""
        rows.append((f"false ones caught: {kind}", share(ours[kind]), f"overlap {share(peer[kind])}", goal))
    whole = {name: [hit for kind in KINDS for hit in found[kind]] for name, found in (("us", ours), ("peer", peer))}
    rows += [
        ("false ones caught: all", share(whole["us"]), f"overlap {share(whole['peer'])}", "≥ 0.85"),
        ("precision of what is dropped", precision(ours), f"overlap {precision(peer)}", "≥ 0.9"),
        ("true ones kept", share([not hit for hit in ours[""]]), f"overlap {share([not hit for hit in peer['']])}", ""),
        ("the same on the frames looked at", share([h for k in KINDS for h in looked_at[k]]), precision(looked_at), ""),
        (
            "German, where every noun has a capital: false ones caught",
            share([hit for kind in KINDS for hit in german[kind]]),
            f"true ones kept {share([not hit for hit in german['']])}",
            "",
        ),
        ("CPU a sentence", f"{1000 * cpu / len(judged):.2f} ms", "", ""),
    ]
    show(rows)


def caught(found: Sequence[Claim], holds: Held) -> dict[str, list[bool]]:
    """By kind, for each claim whether it was dropped."""
    dropped: dict[str, list[bool]] = defaultdict(list)
    materials: dict[int, Material] = {}
    for claim in found:
        against = materials.setdefault(id(claim.article), material(claim.article))
        dropped[claim.kind].append(not holds(claim.text, against))
    return dropped


def overlaps(text: str, article: Material) -> bool:
    said = words(text)
    return any(sum(word in words(line.text) for word in said) >= 0.7 * len(said) for line in article.lines)


def share(hits: Sequence[bool]) -> str:
    return f"{statistics.mean(hits):.3f} of {len(hits)}"


def precision(found: dict[str, list[bool]]) -> str:
    right = sum(sum(found[kind]) for kind in KINDS)
    return f"{right / max(1, right + sum(found[''])):.3f}"

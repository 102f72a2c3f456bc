"""Runs every bench, or those named, and prints their tables."""

from __future__ import annotations

import argparse
import asyncio
import importlib
import inspect

BENCHES = {
    "answer": "an event in, a card out: known and new pages",
    "flood": "one link in 100 channels; 200 new links at once",
    "start": "from start to ready, and what an idle bot holds",
    "reading": "hostile pages, and many articles in a row",
    "help": "how soon --help answers",
    "body": "bodies of labelled pages, beside every extractor (needs the labelled data)",
    "growth": "a page ten times as long, of several kinds, beside other extractors",
    "kinds": "what labelled pages are taken for, and their furniture (needs the labelled data)",
    "metadata": "titles, days and authors of labelled pages (needs the labelled data)",
    "people": "who is in an article (needs the labelled data)",
    "completion": "names completed over a million mentions",
    "briefing": "briefings by ROUGE, beside Lead-3 and the libraries (needs the labelled data)",
    "sentences": "where sentences end, against cases written by hand, beside the libraries",
    "feeds": "feeds parsed beside feedparser; 10,000 feeds polled",
    "discord": "on a loopback Discord: how soon, how large, how busy",
    "dates": "relative dates, against a table written by hand",
    "topics": "one story against a hundred thousand and a million subscriptions (needs the labelled data)",
    "stories": "which articles tell one story; time with 100,000 of them live (needs the labelled data)",
    "slack": "answers and acknowledgements on Slack, and 1,000 workspaces",
    "outbox": "10,000 due alerts to a platform that takes them all",
    "kills": "kill -9 at random moments of polling and delivering, on the loopback Discord and Slack (KILLS=300)",
    "grounding": "false and true sentences about articles of our own",
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *BENCHES], metavar="NAME", help=", ".join(BENCHES))
    parser.add_argument("--shared", default="../shared", help="folder of labelled data")
    args = parser.parse_args()
    for name in args.names or BENCHES:
        print(f"\n== {name}: {BENCHES[name]}", flush=True)
        run = importlib.import_module(f"bench.{name}").run
        result = run(args.shared) if inspect.signature(run).parameters else run()
        if inspect.isawaitable(result):
            asyncio.run(_finish(result))


async def _finish(result: object) -> None:
    if inspect.isawaitable(result):
        await result


if __name__ == "__main__":
    main()

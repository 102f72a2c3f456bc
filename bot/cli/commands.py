"""The command line's words: what there is to type, with its help."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli.context import AdapterEntry, Context

app = typer.Typer(
    name="standfirst",
    help="A news-briefing bot: paste a link, get the story in five lines.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

topics = typer.Typer(help="What a topic's query asks for.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(topics, name="topics")
feeds = typer.Typer(
    help="Where stories come from; also while the bot runs.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(feeds, name="feeds")

OfSpace = Annotated[str | None, typer.Option("--space", help="Of this space, as discord/1234; default: of all spaces")]


def run_cli(adapters: Mapping[str, AdapterEntry]) -> None:
    """Parse the arguments and run a command. Raises `SystemExit`."""
    app(obj=Context(adapters))


@app.callback(invoke_without_command=True)
def start(
    ctx: typer.Context,
    config: Annotated[
        Path | None, typer.Option(help="Settings file; default: config.toml here, if there is one")
    ] = None,
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit")] = False,
) -> None:
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"standfirst {installed('standfirst')}")
        raise typer.Exit
    context: Context = ctx.obj
    ctx.obj = Context(context.adapters, config)


@app.command()
def run(
    ctx: typer.Context,
    platform: Annotated[
        list[str] | None,
        typer.Option(help="Run this platform only; may be repeated. Default: `platforms` in the settings"),
    ] = None,
) -> None:
    """Start the bot. With no settings: a chat page on this machine."""
    _go("serving", "run_platforms", ctx, platform)


@app.command()
def chat(ctx: typer.Context) -> None:
    """Talk to the bot in this terminal; Ctrl-D quits, :help tells more."""
    _go("serving", "run_platforms", ctx, ["console"])


@app.command()
def brief(
    ctx: typer.Context,
    what: Annotated[str, typer.Argument(metavar="URL|FILE|-", help="A link, a file, or - for standard input")] = "-",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs")] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Read JSON lines, write one JSON line each")] = False,
    store: Annotated[bool, typer.Option(" /--no-store", help="Keep nothing: the database is not opened")] = True,
) -> None:
    """Brief one article, or many with --jsonl."""
    if jsonl:
        _go("many", "brief_many", ctx, what, store)
    else:
        _go("one", "brief_one", ctx, what, as_json, store)


@app.command()
def who(
    ctx: typer.Context,
    what: Annotated[
        str | None, typer.Argument(metavar="[URL|FILE|-]", help="A link, a file, or - for standard input")
    ] = None,
    name: Annotated[
        str | None, typer.Option(help="Instead: all that the stories read here tell of this person")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs")] = False,
    store: Annotated[bool, typer.Option(" /--no-store", help="Keep nothing: the database is not opened")] = True,
) -> None:
    """Who's who in one article; with --name, one person over all stories read here."""
    if (what is None) == (name is None):
        raise typer.BadParameter("name a link or a file, or a person with --name")
    _go("who", "who", ctx, what, name, as_json, store)


@topics.command()
def check(
    ctx: typer.Context,
    query: Annotated[str, typer.Argument(metavar="QUERY", help="As in /topics follow")],
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Read articles as JSON lines, say of each whether and why it matches")
    ] = False,
) -> None:
    """Read a topic's query back in plain words."""
    _go("topics", "check", ctx, query, jsonl)


@app.command()
def stories(
    ctx: typer.Context,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Read articles as JSON lines in order of arrival, write one JSON line each")
    ] = False,
) -> None:
    """Which articles on standard input tell the same story, and what is new in each."""
    if not jsonl:
        raise typer.BadParameter("articles are read as JSON lines: standfirst stories --jsonl < articles.jsonl")
    _go("stories", "group", ctx)


@feeds.command("list")
def list_feeds(
    ctx: typer.Context,
    space: OfSpace = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs")] = False,
) -> None:
    """The feeds, and how each is doing."""
    _go("feeds", "show", ctx, space, as_json)


@feeds.command("add")
def add_feed(
    ctx: typer.Context,
    address: Annotated[str, typer.Argument(metavar="URL", help="A feed, or a site that has one")],
    space: OfSpace = None,
) -> None:
    """Have a site's stories looked at."""
    _go("feeds", "add", ctx, address, space)


@feeds.command("remove")
def remove_feed(
    ctx: typer.Context,
    feed: Annotated[str, typer.Argument(metavar="FEED", help="Its name or address")],
    space: OfSpace = None,
) -> None:
    """Look at a feed no longer."""
    _go("feeds", "remove", ctx, feed, space)


@feeds.command("import")
def import_feeds(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="An OPML file, or - for standard input")] = "-",
    space: OfSpace = None,
) -> None:
    """Add all feeds of an OPML file."""
    _go("feeds", "take_over", ctx, file, space)


@feeds.command("export")
def export_feeds(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="Where to, or - for standard output")] = "-",
    space: OfSpace = None,
) -> None:
    """Write all feeds as an OPML file."""
    _go("feeds", "hand_over", ctx, file, space)


@app.command()
def doctor(
    ctx: typer.Context, as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs")] = False
) -> None:
    """Check settings, data folder, database and reader, and say how to mend what is wrong."""
    _go("doctor", "examine", ctx, as_json)


@app.command()
def backup(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy goes; must not exist")],
) -> None:
    """Make a consistent copy of the database, also while the bot runs."""
    _go("copying", "back_up", ctx, file)


def _go(module: str, name: str, ctx: typer.Context, *args: Any) -> None:
    """Run a command's body, imported only now; its result is the exit code."""
    import importlib

    from bot.cli.endings import ended

    code = ended(lambda: getattr(importlib.import_module(f"bot.cli.{module}"), name)(ctx.obj, *args))
    raise typer.Exit(code)

"""A typed line becomes what the person meant: a message, a slash command, or an order to the console itself. Pure."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.chat import CommandSpec, typed

HELP = """\
Type a message, paste a link or a whole article, or a command such as /brief or /help.
  :as NAME            speak as someone else        :people     who there is
  :in CHANNEL         go to another channel        :channels   where there is
  :edit NUMBER TEXT   change your message          :delete NUMBER   take it back
  :press NUMBER [B]   press a button under the bot's message, by its number or first letters
  :choose NUMBER [E]  pick an entry of a message's menu, as brief or who      :react NUMBER    📰
  :help  this text    Ctrl-D  quit"""

LONGEST = 50_000
"""Characters of a message: a long article, with room to spare."""

NUMBERED = {
    "edit": "Type :edit NUMBER TEXT, as in :edit 3 good morning",
    "delete": "Type :delete NUMBER",
    "press": "Type :press NUMBER",
    "choose": "Type :choose NUMBER, or :choose NUMBER who",
    "react": "Type :react NUMBER",
}
NAMED = {"as": "Type :as NAME; :people lists the names", "in": "Type :in CHANNEL; :channels lists them"}
BARE = ("people", "channels", "help")


@dataclass(frozen=True, slots=True)
class Say:
    text: str


@dataclass(frozen=True, slots=True)
class Command:
    name: str
    options: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Order:
    """An order to the console; `number` is a message's, `rest` what follows."""

    name: str
    number: int = 0
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A line that cannot be meant; `told` says what to type instead."""

    told: str


Meaning = Say | Command | Order | Mistake


def parse(line: str, commands: Sequence[CommandSpec]) -> Meaning | None:
    """What `line` means; None for a blank one."""
    text = line.strip().replace("\x00", "")
    if not text:
        return None
    if len(text) > LONGEST:
        return Mistake(f"That message is too long: {len(text):,} characters, {LONGEST:,} at most.")
    if text.startswith(":") and text[1:2].isalpha():
        return _order(text[1:])
    if text.startswith("/") and text[1:2].isalpha():
        called = typed(text, commands)
        return Command(called.name, called.options)
    return Say(text)


def _order(text: str) -> Order | Mistake:
    name, _, rest = text.partition(" ")
    rest = rest.strip()
    if name in BARE:
        return Order(name)
    if name in NAMED:
        return Order(name, rest=rest.lstrip("#").casefold()) if rest else Mistake(NAMED[name])
    if name in NUMBERED:
        return _numbered(name, rest)
    close = difflib.get_close_matches(name, (*BARE, *NAMED, *NUMBERED), n=1)
    hint = f"Did you mean :{close[0]}?" if close else "Type :help for what there is."
    return Mistake(f"There is no :{name}. {hint}")


def _numbered(name: str, rest: str) -> Order | Mistake:
    number, _, more = rest.partition(" ")
    number = number.lstrip("#")
    is_number = number.isascii() and number.isdigit() and len(number) < 16
    if not is_number or (name == "edit" and not more.strip()):
        return Mistake(NUMBERED[name])
    return Order(name, int(number), more.strip())

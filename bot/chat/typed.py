"""Commands typed as one line of text, for platforms that have no form for them: what a line calls, and what may follow.

`/topics follow "harbour bridge" mode:daily` calls the part `follow`: words before the first `option:` go to the first
option, and what stands in quotes is never taken for an option's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.chat.actions import CommandSpec, OptionSpec
from bot.chat.places import Place
from bot.chat.ports import Core

LONGEST_NAME = 32


@dataclass(frozen=True, slots=True)
class Typed:
    """What a line calls, as `CommandCalled` wants it. A name or part that is not known is kept: the core says so."""

    name: str
    options: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Hint:
    """A way to go on: `text` takes the place of all that is typed from `start` on; the rest explains it."""

    start: int
    text: str
    label: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as far as its command is known; `rest` begins at `start`."""

    called: str
    spec: CommandSpec | None
    rest: str
    start: int


def typed(line: str, commands: Sequence[CommandSpec]) -> Typed:
    """What `line` calls; it begins with a slash and a name."""
    found = _called(line, commands)
    if found.spec is None or found.spec.parts:
        return Typed(found.called, {})
    return Typed(found.called, _values(found.rest, found.spec.options))


async def hints(core: Core, line: str, place: Place, commands: Sequence[CommandSpec]) -> Sequence[Hint]:
    """How an unfinished `line` may go on: commands, their parts, options, and values; best first."""
    if not line.startswith("/"):
        return ()
    if not re.search(r"\s", line):
        return [Hint(0, f"/{s.name}{' ' * _goes_on(s)}", s.usage, s.help) for s in commands if _begins(s, line[1:])]
    found = _called(line, commands)
    if found.spec is None:
        return ()
    if found.spec.parts:
        parts = [part for part in found.spec.parts if _begins(part, found.rest)]
        return [Hint(found.start, f"{p.name}{' ' * _goes_on(p)}", p.usage or p.name, p.help) for p in parts]
    return await _of_options(core, found, place)


def _called(line: str, commands: Sequence[CommandSpec]) -> _Line:
    """The command that `line` names, and the part of it, where there are parts and one is named in full."""
    name, start = _word(line, 1)
    spec = next((spec for spec in commands if _is(spec, name)), None)
    if spec is None:
        return _Line(name.lower()[:LONGEST_NAME], None, line[start:], start)
    if not spec.parts or start == len(line):
        return _Line(spec.name, spec, line[start:], start)
    word, after = _word(line, start)
    part = next((part for part in spec.parts if _is(part, word)), None)
    if part is None:
        return _Line(f"{spec.name} {word.lower()[:LONGEST_NAME]}".strip(), spec, line[start:], start)
    return _Line(f"{spec.name} {part.name}", part, line[after:], after)


def _word(line: str, at: int) -> tuple[str, int]:
    """The word at `at`, and where the next one begins."""
    found = re.compile(r"(\S*)\s*").match(line, at)
    assert found is not None
    return found[1], found.end()


def _is(spec: CommandSpec | OptionSpec, name: str) -> bool:
    return bool(name) and name.casefold() in (spec.name.casefold(), spec.label.casefold())


def _begins(spec: CommandSpec | OptionSpec, typed: str) -> bool:
    start = typed.strip().casefold()
    return spec.name.casefold().startswith(start) or (bool(spec.label) and spec.label.casefold().startswith(start))


def _goes_on(spec: CommandSpec) -> bool:
    return bool(spec.options or spec.parts)


def _values(rest: str, specs: Sequence[OptionSpec]) -> Mapping[str, str]:
    pieces = list(_pieces(rest, specs))
    return {spec.name: value for spec, at, end in reversed(pieces) if (value := rest[at:end].strip())}


def _pieces(rest: str, specs: Sequence[OptionSpec]) -> Iterator[tuple[OptionSpec, int, int]]:
    """Each option with where its value begins and ends; of the first, what stands before any name."""
    if not specs:
        return
    by_name = {name.casefold(): spec for spec in specs for name in (spec.name, spec.label) if name}
    names = "|".join(map(re.escape, sorted(by_name, key=len, reverse=True)))
    spec, at = specs[0], 0
    for found in re.finditer(rf'"[^"]*"|(?:^|(?<=\s))({names}):', rest, re.IGNORECASE):
        if found[1]:
            yield spec, at, found.start()
            spec, at = by_name[found[1].casefold()], found.end()
    yield spec, at, len(rest)


async def _of_options(core: Core, line: _Line, place: Place) -> list[Hint]:
    assert line.spec is not None
    pieces = list(_pieces(line.rest, line.spec.options))
    if not pieces:
        return []
    spec, at, end = pieces[-1]
    blank = len(line.rest[at:end]) - len(line.rest[at:end].lstrip())
    value, start = line.rest[at + blank : end], line.start + at + blank
    named = len(pieces) > 1
    found = []
    if spec.choices and (named or value):
        chosen = [choice for choice in spec.choices if choice.value.startswith(value.casefold())]
        found += [Hint(start, f"{choice.value} ", choice.value, choice.label) for choice in chosen]
    if spec.suggests:
        found += [Hint(start, each, each) for each in await core.suggest(line.called, spec.name, value, place)]
    if named and not value:
        return found
    return found + _names(line, {piece[0].name for piece in pieces})


def _names(line: _Line, used: set[str]) -> list[Hint]:
    """The options that may still be named, where the last word could be the beginning of a name."""
    assert line.spec is not None
    word = re.search(r"\S*$", line.rest)
    assert word is not None
    free = [spec for spec in line.spec.options if not spec.file and (spec.name not in used or not line.rest.strip())]
    if len(line.spec.options) == 1:
        return []
    found = [spec for spec in free if _begins(spec, word[0])]
    return [Hint(line.start + word.start(), f"{spec.name}:", f"{spec.name}:", spec.help) for spec in found]

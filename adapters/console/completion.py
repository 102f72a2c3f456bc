"""What Tab completes: names of commands and orders, people and channels, and what the core suggests for an option."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Sequence

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from bot.chat import CommandSpec

Suggest = Callable[[str, str, str], Awaitable[Sequence[str]]]
"""(command, option, what is typed of it) -> completions, best first."""


class Completions(Completer):
    def __init__(self, commands: Sequence[CommandSpec], words: Sequence[str], suggest: Suggest) -> None:
        """`words` are completed wherever they begin; they include `/name` and `:order`."""
        self._commands, self._words, self._suggest = commands, words, suggest

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        typed = document.get_word_before_cursor(WORD=True)
        for word in self._words:
            if word.startswith(typed):
                yield Completion(word, start_position=-len(typed))

    async def get_completions_async(
        self, document: Document, complete_event: CompleteEvent
    ) -> AsyncGenerator[Completion, None]:
        called = option_of(document.text_before_cursor, self._commands)
        if called is None:
            for completion in self.get_completions(document, complete_event):
                yield completion
            return
        name, option, typed = called
        for found in await self._suggest(name, option, typed):
            yield Completion(found, start_position=-len(typed))


def option_of(text: str, commands: Sequence[CommandSpec]) -> tuple[str, str, str] | None:
    """(command, option, what is typed of it) where `text` is a command whose first option the core completes."""
    name, space, typed = text.partition(" ")
    if not space or not name.startswith("/"):
        return None
    spec = next((spec for spec in commands if spec.name == name[1:]), None)
    if spec is None or not spec.options or not spec.options[0].suggests:
        return None
    return spec.name, spec.options[0].name, typed.lstrip()

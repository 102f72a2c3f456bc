"""What Tab completes: names of commands and orders, people and channels, and how the core says a command may go on."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Sequence

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from bot.chat import Hint

Hints = Callable[[str], Awaitable[Sequence[Hint]]]
"""An unfinished command -> how it may go on, best first."""


class Completions(Completer):
    def __init__(self, words: Sequence[str], hints: Hints) -> None:
        """`words` are completed wherever they begin; they include `:order`."""
        self._words, self._hints = words, hints

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        typed = document.get_word_before_cursor(WORD=True)
        for word in self._words:
            if word.startswith(typed):
                yield Completion(word, start_position=-len(typed))

    async def get_completions_async(
        self, document: Document, complete_event: CompleteEvent
    ) -> AsyncGenerator[Completion, None]:
        text = document.text_before_cursor
        if not text.startswith("/"):
            for completion in self.get_completions(document, complete_event):
                yield completion
            return
        for hint in await self._hints(text):
            back = hint.start - len(text)
            yield Completion(hint.text, start_position=back, display=hint.label, display_meta=hint.help)

"""Which language is spoken just now: one for each event that is answered, however many are at a time."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")

_language: ContextVar[str] = ContextVar("language", default="en")


def language() -> str:
    """The language that `say` speaks now; English where nobody chose one."""
    return _language.get()


def speak(chosen: str) -> None:
    """From now on, for a program that speaks to one person."""
    _language.set(chosen)


@contextmanager
def speaking(chosen: str) -> Iterator[None]:
    """Inside, `say` speaks `chosen`. Never leave it open over a `yield` of an asynchronous generator: see `each_in`."""
    token = _language.set(chosen)
    try:
        yield
    finally:
        _language.reset(token)


async def each_in(chosen: str, steps: AsyncIterator[T]) -> AsyncIterator[T]:
    """`steps`, each made while `chosen` is spoken. Whoever takes them goes on in their own language in between."""
    try:
        while True:
            with speaking(chosen):
                try:
                    step = await anext(steps)
                except StopAsyncIteration:
                    return
            yield step
    finally:
        if isinstance(steps, AsyncGenerator):
            await steps.aclose()

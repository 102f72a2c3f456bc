"""One call to the model: asked, waited for, paid for. Every failure is a `WriteError`, so that the article speaks."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

from bot.errors import ConfigError, WriteError
from bot.model import Article
from bot.settings import Briefing
from bot.writer.budget import Budget
from bot.writer.prompt import MOST_TOKENS, messages

if TYPE_CHECKING:
    from openai import AsyncOpenAI
    from openai.types.chat import ChatCompletionMessageParam

LETTERS_PER_TOKEN = 3
"""Fewer than English has: a call's cost is guessed high before it is made."""


class LanguageModel:
    """A model behind the OpenAI chat completions protocol. Raises `ConfigError` where its client is missing."""

    def __init__(self, settings: Briefing, key: str, budget: Budget) -> None:
        self._settings, self._budget = settings, budget
        self._client = _client(settings, key)

    @property
    def name(self) -> str:
        return self._settings.model

    async def answer(self, article: Article) -> str:
        """What the model writes about `article`, unchecked. Raises `WriteError`."""
        from openai import OpenAIError

        asked = messages(article)
        guess = self._budget.cost(sum(len(text) for _, text in asked) // LETTERS_PER_TOKEN, MOST_TOKENS)
        day = await self._budget.set_aside(guess)
        try:
            async with asyncio.timeout(self._settings.deadline_seconds):
                made = await self._client.chat.completions.create(
                    model=self._settings.model,
                    messages=cast(
                        "list[ChatCompletionMessageParam]", [{"role": role, "content": text} for role, text in asked]
                    ),
                    max_tokens=MOST_TOKENS,
                    temperature=0,
                )
        except TimeoutError as error:
            raise WriteError("no answer within the deadline") from error
        except OpenAIError as error:
            raise WriteError(type(error).__name__) from error
        if made.usage:
            true = self._budget.cost(made.usage.prompt_tokens, made.usage.completion_tokens)
            await self._budget.correct(day, true - guess)
        return (made.choices[0].message.content or "") if made.choices else ""

    async def close(self) -> None:
        await self._client.close()


def _client(settings: Briefing, key: str) -> AsyncOpenAI:
    try:
        from openai import AsyncOpenAI
    except ModuleNotFoundError as error:
        fix = 'Install it: pip install "standfirst[llm]".'
        raise ConfigError("briefing.engine", "the openai package is not installed", fix) from error
    return AsyncOpenAI(
        base_url=settings.address,
        api_key=key or "none",
        timeout=settings.deadline_seconds,
        max_retries=settings.retries,
    )

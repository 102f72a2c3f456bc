"""A reading gets its briefing: the article's own words, or a language model's where they are borne out."""

from __future__ import annotations

from dataclasses import dataclass, replace

import structlog

from bot.briefing.grounding import written
from bot.errors import WriteError
from bot.model import Reading, StoryKind
from bot.writer import LanguageModel

WRITTEN = (StoryKind.NEWS, StoryKind.OPINION, StoryKind.OBITUARY, StoryKind.VIDEO)
"""The other kinds have a shape of their own, which a model would flatten."""


@dataclass(frozen=True, slots=True)
class WriteBriefing:
    """`model` is None for the article's own words. A model that fails, or invents, never costs anyone the briefing."""

    model: LanguageModel | None
    floor: float

    async def write(self, reading: Reading) -> Reading:
        if self.model is None or reading.article.kind not in WRITTEN or not reading.article.body:
            return reading
        log = structlog.get_logger().bind(engine=self.model.name)
        try:
            answer = await self.model.answer(reading.article)
        except WriteError as error:
            log.warning("not_written", error=str(error), code=error.code)
            return reading
        briefing = written(answer, reading.article, reading.briefing, self.model.name, self.floor)
        log.info("written", kept=bool(briefing.engine), dropped=briefing.dropped)
        return replace(reading, briefing=briefing)

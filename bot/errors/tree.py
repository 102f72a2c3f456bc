"""What all of them are, and those of the program's own house: settings, store, language model."""

from __future__ import annotations

from typing import ClassVar


class StandfirstError(Exception):
    """Anything this program raises on purpose."""

    code: ClassVar[str] = "error"


class ConfigError(StandfirstError):
    """A setting that cannot be used; `str()` is one line that names key, value and fix."""

    code = "config"

    def __init__(self, key: str, problem: str, fix: str) -> None:
        super().__init__(f"{key}: {problem}. {fix}")
        self.key, self.problem, self.fix = key, problem, fix


class StoreError(StandfirstError):
    code = "store"


class WriteError(StandfirstError):
    """The language model gave nothing that can be used. Nobody is told: the article's own words take its place."""

    code = "write"


class BudgetSpent(WriteError):
    """What the model may cost in a day is spent."""

    code = "budget_spent"

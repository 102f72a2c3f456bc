"""What becomes of a job, from how its handler ended: pure, so that every ending can be tried."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.errors import StandfirstError
from bot.work.endings import Done, GiveUp, Later, Outcome
from bot.work.port import Task


@dataclass(frozen=True, slots=True)
class PutOff:
    """Due again at `at`, with `tried` attempts behind it."""

    at: datetime
    tried: int
    reason: str = ""


Verdict = Done | PutOff | GiveUp


def verdict(task: Task, attempt: int, ending: Outcome | Exception, now: datetime, chance: float) -> Verdict:
    """`attempt` is the one that just ended, from 1; `chance` is 0 to 1."""
    match ending:
        case Done(None) | GiveUp():
            return ending
        case Done(again=datetime() as again):
            return PutOff(again, 0)
        case Later():
            return PutOff(now + timedelta(seconds=max(ending.after, 0.0)), attempt - 1, ending.reason)
        case Exception():
            pause = task.retries.pause(attempt, chance)
            reason = described(ending, task.deadline)
            return (
                GiveUp(f"{attempt} attempts; the last: {reason}")
                if pause is None
                else PutOff(now + pause, attempt, reason)
            )
        case _:
            return ending


def doomed(task: Task, attempt: int) -> GiveUp | None:
    """For a job whose workers died with it: it is not to take another one along."""
    if attempt <= max(task.retries.attempts, task.retries.deaths):
        return None
    return GiveUp(f"{attempt - 1} attempts; the last did not come to an end, its process may have died")


def described(error: Exception, deadline: float) -> str:
    """One line for the operator. What nobody raised on purpose may hold anything: only its class is told."""
    if isinstance(error, TimeoutError):
        return f"it took more than {deadline:g} s"
    return str(error) if isinstance(error, StandfirstError) else type(error).__name__

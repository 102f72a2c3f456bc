"""When to try again, and when to stop: decided from the number of the attempt alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Retries:
    """At most `attempts`; `first` seconds after the first failure, then twice as long each time, `longest` at most.

    What did not come to an end because its process died is taken up again, up to `deaths` attempts in all where that is
    more: a process may be killed often for reasons of its own.
    """

    attempts: int = 8
    first: float = 5.0
    longest: float = 3600.0
    deaths: int = 0

    def pause(self, attempt: int, chance: float) -> timedelta | None:
        """How long to wait after the `attempt`-th failure (from 1); None: that was the last.

        `chance`, 0 to 1, spreads those that failed together over the second half of the time.
        """
        if attempt >= self.attempts:
            return None
        whole = min(self.first * 2.0 ** min(attempt - 1, 40), self.longest)
        return timedelta(seconds=whole * (0.5 + chance / 2))

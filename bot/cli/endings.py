"""How a command ends: every failure is a line on standard error and an exit code, never a stack trace."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from bot.errors import ConfigError, StandfirstError

FAILED, MISUSED, CRASHED, INTERRUPTED = 1, 2, 70, 130


def ended(command: Callable[[], int | None]) -> int:
    """0, 1 (could not be done), 2 (settings), 70 (a bug of ours), 130 (Ctrl-C)."""
    try:
        return command() or 0
    except ConfigError as error:
        return _told(str(error), MISUSED)
    except StandfirstError as error:
        return _told(_words(error), FAILED)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has left; Python would complain about it once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return _crashed(error)


def _words(error: StandfirstError) -> str:
    from bot.cards.failures import GENERAL, sentence

    told = sentence(error)
    return str(error) if told == GENERAL or error.code == "store" else told


def _told(text: str, code: int) -> int:
    for line in text.splitlines():
        print(f"standfirst: {line}", file=sys.stderr)
    return code


def _crashed(error: Exception) -> int:
    import structlog

    structlog.get_logger().exception("crashed")
    return _told(f"an unexpected error ({type(error).__name__}); the log above has the details", CRASHED)

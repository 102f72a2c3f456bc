"""What goes wrong at this edge: foreign exceptions and bad requests become errors of the one tree, in one place."""

from __future__ import annotations

import errno

from bot.errors import ConfigError, InputError


class Refused(InputError):
    """The page (or whatever posed as it) asked for something that is not done.

    `status` is the HTTP status to answer with, `message` a sentence for the person at the page.
    """

    code = "web_refused"

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status, self.message = status, message


def cannot_listen(error: OSError, key: str, port: int) -> ConfigError:
    """Why a port could not be opened, as the setting `key` to change."""
    if error.errno == errno.EADDRINUSE:
        problem = f"port {port} is in use"
    elif error.errno == errno.EACCES:
        problem = f"port {port} may not be opened without special rights"
    else:
        problem = f"port {port} cannot be opened ({error.strerror or error})"
    return ConfigError(key, problem, f"Set {key} to a free port, or to 0 for any.")

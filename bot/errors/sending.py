"""A platform did not take a reply."""

from __future__ import annotations

from bot.errors.tree import StandfirstError


class SendError(StandfirstError):
    """A platform did not take a reply."""

    code = "send"


class SendLater(SendError):
    """The platform wants a pause of `after` seconds first."""

    code = "send_later"

    def __init__(self, after: float) -> None:
        super().__init__(f"send again in {after:.1f} s")
        self.after = after


class Undeliverable(SendError):
    """The reply can never arrive; `reason` is for the log. `gone`: the place is no more, not only closed to us."""

    code = "undeliverable"

    def __init__(self, reason: str, *, gone: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.gone = reason, gone


class NotInvited(Undeliverable):
    """The bot is not in the channel `where`; `how` is what people there type to invite it, where that is known."""

    code = "not_invited"

    def __init__(self, where: str, how: str = "") -> None:
        super().__init__(f"not in {where}")
        self.where, self.how = where, how


class NotPermitted(Undeliverable):
    """The bot lacks `missing` in `where`, each as the platform's people call it; the person who asked is told."""

    code = "not_permitted"

    def __init__(self, missing: str, where: str) -> None:
        super().__init__(f"{missing!r} is missing in {where}")
        self.missing, self.where = missing, where

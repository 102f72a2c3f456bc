"""What a person typed or chose cannot be used."""

from __future__ import annotations

from collections.abc import Sequence

from bot.errors.tree import StandfirstError


class InputError(StandfirstError):
    """What a person typed cannot be used; `given` is the part that cannot."""

    code = "input"

    def __init__(self, given: str = "") -> None:
        super().__init__(f"{self.code}: {given}" if given else self.code)
        self.given = given


class NotAnAddress(InputError):
    code = "not_an_address"


class NothingToBrief(InputError):
    code = "nothing_to_brief"


class TextTooShort(InputError):
    code = "text_too_short"


class UnknownCommand(InputError):
    code = "unknown_command"


class NotAllowed(InputError):
    code = "not_allowed"


class QueryProblem(InputError):
    """`text[at:end]` of a topic's query is where it goes wrong.

    `problem` is one of the keys of `bot.cards.topics.PROBLEMS`, `given` the words of that place, `suggestion` a whole
    query that may be meant, or "".
    """

    code = "query"

    def __init__(self, text: str, at: int, end: int, problem: str, suggestion: str = "") -> None:
        super().__init__(text[at:end])
        self.text, self.at, self.end, self.problem, self.suggestion = text, at, end, problem, suggestion


class NoSuchTopic(InputError):
    """`near` are topics that may have been meant."""

    code = "no_such_topic"

    def __init__(self, given: str = "", near: tuple[str, ...] = ()) -> None:
        super().__init__(given)
        self.near = near


class NotANumber(InputError):
    """`given` should be a whole number from 0 to `most`."""

    code = "not_a_number"

    def __init__(self, given: str = "", most: int = 100) -> None:
        super().__init__(given)
        self.most = most


class NotARhythm(InputError):
    code = "not_a_rhythm"


class NotATime(InputError):
    code = "not_a_time"


class NotAZone(InputError):
    """`near` are zones that may have been meant."""

    code = "not_a_zone"

    def __init__(self, given: str = "", near: tuple[str, ...] = ()) -> None:
        super().__init__(given)
        self.near = near


class Gone(InputError):
    code = "gone"


class Incomplete(InputError):
    """`given` is the command as it was called, `parts` are those that there are."""

    code = "incomplete"

    def __init__(self, given: str = "", parts: Sequence[str] = ()) -> None:
        super().__init__(given)
        self.parts = tuple(parts)


class NotAChoice(InputError):
    """`option` takes `choices` and nothing else."""

    code = "not_a_choice"

    def __init__(self, given: str = "", option: str = "", choices: Sequence[str] = ()) -> None:
        super().__init__(given)
        self.option, self.choices = option, tuple(choices)


class NoSuchFeed(InputError):
    code = "no_such_feed"


class TooManyFeeds(InputError):
    """`given` is how many a space may have."""

    code = "too_many_feeds"


class MayNotSetUp(InputError):
    code = "may_not_set_up"


class MayNotSetUpSpace(InputError):
    code = "may_not_set_up_space"


class NothingInMessage(InputError):
    code = "nothing_in_message"


class BeingRead(InputError):
    code = "being_read"

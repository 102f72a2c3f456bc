"""The whole error tree: what can go wrong, never how to say it (that is `bot.cards.failures`).

    StandfirstError
    ├── ConfigError            a setting that cannot be used: key, value, fix
    ├── InputError             what a person typed cannot be used
    │   ├── NotAnAddress       no http(s) address in it
    │   ├── NothingToBrief     `/brief` alone in a channel without a link
    │   ├── TextTooShort       a text that is too short to be an article
    │   ├── UnknownCommand     no such command
    │   ├── Incomplete         a command that needs one of its parts
    │   ├── NoSuchFeed         no feed of this space is called that
    │   ├── TooManyFeeds       a space has as many as it may
    │   ├── NotAChoice         a value that an option does not take
    │   ├── NotAllowed         the speaker may not do that
    │   ├── MayNotSetUp        the speaker may not set this channel up
    │   ├── MayNotSetUpSpace   the speaker may not set the whole space up
    │   ├── NothingInMessage   neither a link nor enough text in a chosen message
    │   ├── BeingRead          the chosen message is being read already
    │   ├── NoSuchTopic        nothing of that name is followed here
    │   ├── NotANumber         no number in the bounds
    │   ├── NotARhythm         no way of being told that there is
    │   ├── NotATime           no time of day, or no span of hours
    │   ├── NotAZone           no time zone of that name
    │   ├── QueryProblem       a topic's query that cannot be read: where, why, and what may be meant
    │   └── Gone               a button's story or message is no longer kept
    ├── FetchError             a page could not be had; `url` says which
    │   ├── AddressRefused     scheme, port, user name or an address that is not public
    │   ├── NameNotFound       the host name has no address
    │   ├── ConnectFailed      nobody answers there, or the line broke
    │   ├── TlsFailed          the certificate or handshake is not good
    │   ├── FetchTimeout       the deadline over all hops ran out
    │   ├── TooManyRedirects   more hops than allowed, or a circle
    │   ├── TooLarge           more decoded bytes than allowed
    │   ├── BadContent         the body cannot be decoded
    │   ├── NotAPage           a content type that cannot be an article
    │   ├── HttpFailed         a status that is not success
    │   ├── RateLimited        429 or 503 with a time to wait
    │   └── RobotsForbid       robots.txt says no
    ├── ReadError              the bytes are here, the article is not
    │   ├── NotAnArticle       a page, but not a story
    │   ├── NotAFeed           neither a feed nor a page that names one
    │   ├── ReadTimeout        the parser was killed at its deadline
    │   ├── ReadMemory         the parser hit its memory limit
    │   └── ReaderCrashed      the parser's process died
    ├── WriteError             the language model gave nothing; the article's own words are used
    │   └── BudgetSpent        the day's money for it is gone
    ├── StoreError             the database cannot be opened, migrated or copied
    └── SendError              a platform did not take a reply
        ├── SendLater          try again after `after` seconds
        └── Undeliverable      never: the channel is gone or closed to us
            ├── NotInvited     the bot is not in the channel, and cannot go there by itself
            └── NotPermitted   the bot lacks a permission that someone can give it

Every class has a stable `code` for programs. The message of an exception is for
logs and operators: it may hold an address, never a secret.
"""

from __future__ import annotations

from collections.abc import Sequence
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


class FetchError(StandfirstError):
    """A page could not be had. `url` is the hop that failed, `detail` a few words for the log."""

    code = "fetch"

    def __init__(self, url: str, detail: str = "") -> None:
        super().__init__(f"{self.code}: {url}" + (f" ({detail})" if detail else ""))
        self.url, self.detail = url, detail


class AddressRefused(FetchError):
    code = "address_refused"


class NameNotFound(FetchError):
    code = "name_not_found"


class ConnectFailed(FetchError):
    code = "connect_failed"


class TlsFailed(FetchError):
    code = "tls_failed"


class FetchTimeout(FetchError):
    code = "fetch_timeout"


class TooManyRedirects(FetchError):
    code = "too_many_redirects"


class TooLarge(FetchError):
    code = "too_large"


class BadContent(FetchError):
    code = "bad_content"


class NotAPage(FetchError):
    """`detail` is the content type."""

    code = "not_a_page"


class HttpFailed(FetchError):
    """The server answered with `status` (an HTTP status code, 300 to 599)."""

    code = "http_failed"

    def __init__(self, url: str, status: int) -> None:
        super().__init__(url, f"status {status}")
        self.status = status


class RateLimited(FetchError):
    """The server asked us to come back after `after` seconds."""

    code = "rate_limited"

    def __init__(self, url: str, after: float) -> None:
        super().__init__(url, f"after {after:.0f} s")
        self.after = after


class RobotsForbid(FetchError):
    code = "robots_forbid"


class ReadError(StandfirstError):
    """The bytes could not be read as an article."""

    code = "read"

    def __init__(self, detail: str = "") -> None:
        super().__init__(f"{self.code}: {detail}" if detail else self.code)
        self.detail = detail


class NotAnArticle(ReadError):
    """`detail` names what was found instead: one of the keys of `bot.cards.failures.FOUND`."""

    code = "not_an_article"


class NotAFeed(ReadError):
    """`detail` says why: one of the keys of `bot.cards.failures.NO_FEED`."""

    code = "not_a_feed"


class ReadTimeout(ReadError):
    code = "read_timeout"


class ReadMemory(ReadError):
    code = "read_memory"


class ReaderCrashed(ReadError):
    code = "reader_crashed"


class WriteError(StandfirstError):
    """The language model gave nothing that can be used. Nobody is told: the article's own words take its place."""

    code = "write"


class BudgetSpent(WriteError):
    """What the model may cost in a day is spent."""

    code = "budget_spent"


class StoreError(StandfirstError):
    code = "store"


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

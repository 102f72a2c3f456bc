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

from bot.errors.given import (
    BeingRead,
    Gone,
    Incomplete,
    InputError,
    MayNotSetUp,
    MayNotSetUpSpace,
    NoSuchFeed,
    NoSuchTopic,
    NotAChoice,
    NotAllowed,
    NotAnAddress,
    NotANumber,
    NotARhythm,
    NotATime,
    NotAZone,
    NothingInMessage,
    NothingToBrief,
    QueryProblem,
    TextTooShort,
    TooManyFeeds,
    UnknownCommand,
)
from bot.errors.pages import (
    AddressRefused,
    BadContent,
    ConnectFailed,
    FetchError,
    FetchTimeout,
    HttpFailed,
    NameNotFound,
    NotAFeed,
    NotAnArticle,
    NotAPage,
    RateLimited,
    ReaderCrashed,
    ReadError,
    ReadMemory,
    ReadTimeout,
    RobotsForbid,
    TlsFailed,
    TooLarge,
    TooManyRedirects,
)
from bot.errors.sending import NotInvited, NotPermitted, SendError, SendLater, Undeliverable
from bot.errors.tree import BudgetSpent, ConfigError, StandfirstError, StoreError, WriteError

__all__ = [
    "AddressRefused",
    "BadContent",
    "BeingRead",
    "BudgetSpent",
    "ConfigError",
    "ConnectFailed",
    "FetchError",
    "FetchTimeout",
    "Gone",
    "HttpFailed",
    "Incomplete",
    "InputError",
    "MayNotSetUp",
    "MayNotSetUpSpace",
    "NameNotFound",
    "NoSuchFeed",
    "NoSuchTopic",
    "NotAChoice",
    "NotAFeed",
    "NotANumber",
    "NotAPage",
    "NotARhythm",
    "NotATime",
    "NotAZone",
    "NotAllowed",
    "NotAnAddress",
    "NotAnArticle",
    "NotInvited",
    "NotPermitted",
    "NothingInMessage",
    "NothingToBrief",
    "QueryProblem",
    "RateLimited",
    "ReadError",
    "ReadMemory",
    "ReadTimeout",
    "ReaderCrashed",
    "RobotsForbid",
    "SendError",
    "SendLater",
    "StandfirstError",
    "StoreError",
    "TextTooShort",
    "TlsFailed",
    "TooLarge",
    "TooManyFeeds",
    "TooManyRedirects",
    "Undeliverable",
    "UnknownCommand",
    "WriteError",
]

"""Why a feed failed, kept as facts: the sentence is made in the reader's language when it is shown."""

from __future__ import annotations

import msgspec

from bot.errors import FetchError, HttpFailed, NotAFeed, RateLimited, ReadError, StandfirstError


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """An error's code, and what it was made of."""

    code: str
    url: str = ""
    detail: str = ""
    number: float = 0.0


ENCODER = msgspec.json.Encoder()
DECODER = msgspec.json.Decoder(Problem)


def _kinds(root: type[StandfirstError]) -> dict[str, type[StandfirstError]]:
    found = {root.code: root}
    for kind in root.__subclasses__():
        found |= _kinds(kind)
    return found


KINDS = _kinds(FetchError) | _kinds(ReadError)


def kept(error: FetchError | ReadError) -> str:
    match error:
        case HttpFailed():
            problem = Problem(error.code, error.url, number=error.status)
        case RateLimited():
            problem = Problem(error.code, error.url, number=error.after)
        case FetchError():
            problem = Problem(error.code, error.url, error.detail)
        case _:
            problem = Problem(error.code, detail=error.detail)
    return ENCODER.encode(problem).decode()


def error_of(text: str) -> StandfirstError:
    """The error that `kept` kept; a plain one for what an older version wrote otherwise."""
    try:
        problem = DECODER.decode(text)
    except msgspec.DecodeError:
        return NotAFeed()
    kind = KINDS.get(problem.code, NotAFeed)
    if issubclass(kind, HttpFailed):
        return kind(problem.url, int(problem.number))
    if issubclass(kind, RateLimited):
        return kind(problem.url, problem.number)
    if issubclass(kind, FetchError):
        return kind(problem.url, problem.detail)
    return kind(problem.detail)

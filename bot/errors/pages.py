"""A page could not be had, or could not be read."""

from __future__ import annotations

from bot.errors.tree import StandfirstError


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

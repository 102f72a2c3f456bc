"""The child's side: take a page, hand it to the handler, answer; until the parent closes the pipe."""

from __future__ import annotations

import gc
import importlib
import os
import time
from collections.abc import Callable
from dataclasses import replace
from typing import BinaryIO, cast

from bot.errors import NotAFeed, NotAnArticle, ReadMemory
from bot.feeds import read_feed
from bot.model import Page, Reading
from bot.reader.limits import confine, rss_mb
from bot.reader.wire import HEADER, REQUESTS, Outcome, Ready, Request, frame, size

Handler = Callable[[Page], Reading]


def main(handler: str, memory_mb: str, parent: str) -> None:
    """`handler` is `module:function`. Never returns a traceback: an error is an `Outcome`."""
    source, sink = _own_pipes()
    handle = _load(handler)
    confine(int(memory_mb), int(parent))
    gc.freeze()
    _send(sink, Ready())
    while header := source.read(HEADER.size):
        _send(sink, _outcome(handle, REQUESTS.decode(source.read(size(header)))))


def _own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The pipes to the parent, moved away from where a library could read or print."""
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    return source, sink


def _load(handler: str) -> Handler:
    module, _, name = handler.partition(":")
    return cast("Handler", getattr(importlib.import_module(module), name))


def _outcome(handle: Handler, request: Request) -> Outcome:
    begun = time.process_time()
    try:
        if request.feed:
            return Outcome(seen=read_feed(request.page), rss_mb=rss_mb())
        reading = handle(request.page)
    except (NotAnArticle, NotAFeed) as error:
        return Outcome(error=error.code, detail=error.detail, rss_mb=rss_mb())
    except Exception as error:
        if _out_of_memory(error):
            return Outcome(error=ReadMemory.code)
        return Outcome(error="reader_crashed", detail=type(error).__name__, rss_mb=rss_mb())
    cpu_ms = round((time.process_time() - begun) * 1000, 3)
    return Outcome(replace(reading, cpu_ms=cpu_ms), rss_mb=rss_mb())


def _out_of_memory(error: Exception) -> bool:
    # lxml reports libxml2's failed allocations as a syntax error without a message.
    return isinstance(error, MemoryError) or (
        type(error).__name__ in ("XMLSyntaxError", "ParserError") and "unknown error" in str(error)
    )


def _send(sink: BinaryIO, value: object) -> None:
    sink.write(frame(value))
    sink.flush()

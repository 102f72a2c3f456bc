"""Lets only this machine's own page in: loopback names, its own origin, and headers that keep scripts out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from adapters.web.settings import HOST


def names(port: int) -> tuple[str, ...]:
    """The `Host` headers that a browser on this machine sends; another name with our address is a rebinding attack."""
    bare = (HOST, "localhost")
    return tuple(f"{name}:{port}" for name in bare) + (bare if port == 80 else ())


def door(port: Callable[[], int]) -> Middleware:
    """Middleware. A request without `Origin` is not from another site's page: browsers always say it."""

    @web.middleware
    async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.headers.get("Host", "") not in names(port()):
            raise web.HTTPMisdirectedRequest(text="This page answers on this machine only.")
        origin = request.headers.get("Origin")
        if origin is not None and origin != f"http://{request.headers['Host']}":
            raise web.HTTPForbidden(text="That request came from another page.")
        return await handler(request)

    return guarded


def headers(port: int, images: Sequence[str]) -> dict[str, str]:
    """For every answer. `images` are the `host:port`s of the example site."""
    pictures = " ".join(f"http://{host}" for host in images)
    sockets = " ".join(f"ws://{name}" for name in names(port))
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": f"'self' https: {pictures}".strip(),
        "connect-src": f"'self' {sockets}",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-cache",
    }

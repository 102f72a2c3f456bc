"""Asking name servers, and believing only answers that may be dialled."""

from __future__ import annotations

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor

from aiohttp.abc import AbstractResolver, ResolveResult

from bot.fetch.guard import Guard, Refused


class SystemNames(AbstractResolver):
    """The system's resolver in threads of its own: a name server that never answers holds up names, nothing else."""

    def __init__(self, threads: int) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="names")

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """All stream addresses of `host`, in the system's order. Raises `socket.gaierror`."""
        loop = asyncio.get_running_loop()
        answers = await loop.run_in_executor(self._pool, _ask, host, port, family)
        return [
            ResolveResult(hostname=host, host=address, port=port, family=kind, proto=0, flags=socket.AI_NUMERICHOST)
            for kind, address in answers
        ]

    async def close(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)


class GuardedNames(AbstractResolver):
    """Drops each answer that may not be dialled; raises `Refused` if none is left."""

    def __init__(self, names: AbstractResolver, guard: Guard) -> None:
        self._names, self._guard = names, guard

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """As `SystemNames.resolve`, public addresses only (or the loopback hosts that the settings name)."""
        answers = await self._names.resolve(host, port, family)
        if not answers:
            raise socket.gaierror(socket.EAI_NONAME, "no address")
        good = [answer for answer in answers if self._guard.may_dial(host, answer["host"], port)]
        if not good:
            raise Refused
        return [ResolveResult({**answer, "port": port}) for answer in good]

    async def close(self) -> None:
        await self._names.close()


def _ask(host: str, port: int, family: int) -> list[tuple[int, str]]:
    infos = socket.getaddrinfo(host, port, family=family, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG)
    return [(kind, str(address[0])) for kind, _, _, _, address in infos]

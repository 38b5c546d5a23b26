"""Runs the demo's servers beside blocking code: their event loop lives in a thread of its own."""

import asyncio
import ipaddress
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

_START_SECONDS = 10


class Server(Protocol):
    """What can be started on a port and stopped again."""

    @property
    def port(self) -> int:
        """The port it listens on, once started."""
        ...

    async def start(self) -> None:
        """Listen."""
        ...

    async def stop(self) -> None:
        """Stop listening and cut every connection."""
        ...


def require_loopback(host: str) -> None:
    """Raises ValueError for a host that others could reach."""
    if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
        raise ValueError(f"the demo's servers listen on loopback only, not on {host}")


@contextmanager
def running(*servers: Server) -> Iterator[tuple[int, ...]]:
    """Start servers in one background event loop, yield their ports in order, and stop them at the end.

    What a server raises at its start is raised here, after those already started were stopped.
    """
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="demo servers", daemon=True)
    thread.start()
    started: list[Server] = []
    try:
        for server in servers:
            asyncio.run_coroutine_threadsafe(server.start(), loop).result(_START_SECONDS)
            started.append(server)
        yield tuple(server.port for server in servers)
    finally:
        for server in reversed(started):
            asyncio.run_coroutine_threadsafe(server.stop(), loop).result(_START_SECONDS)
        asyncio.run_coroutine_threadsafe(loop.shutdown_default_executor(), loop).result(_START_SECONDS)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(_START_SECONDS)
        loop.close()

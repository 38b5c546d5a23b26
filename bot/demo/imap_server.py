"""A small IMAP4rev1 server on loopback, so that the demo and unit tests need no mail server installed.

It is for the demo and for tests only: no quota, no rate limit, passwords in memory. What it must do is what
Dovecot does for imapclient; the tests hold both to the same list.
"""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime
from ssl import SSLContext

from bot.demo.imap_dispatch import LONGEST_LINE, converse
from bot.demo.imap_session import Session, Setup
from bot.demo.imap_store import MailStore
from bot.demo.loop_thread import require_loopback

__all__ = ["ImapServer", "MailStore"]


class ImapServer:
    """Serves a MailStore to `users` (name → password). With `tls` it offers STARTTLS and a second, encrypted port.

    `now` is the clock for appended messages without a date; it must be aware. Port 0 takes any free port. Raises
    ValueError for a host that is not loopback: there are no defences here against strangers.
    """

    def __init__(
        self,
        store: MailStore,
        users: Mapping[str, str],
        now: Callable[[], datetime],
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        tls: SSLContext | None = None,
        tls_port: int = 0,
    ) -> None:
        require_loopback(host)
        self.host, self.port, self.tls_port = host, port, tls_port
        self._setup = Setup(store, users, now, tls)
        self._sessions: dict[asyncio.Task[None], Session] = {}
        self._listeners: list[asyncio.Server] = []
        self._forget: Callable[[], None] = lambda: None

    async def start(self) -> None:
        """Listen; afterwards `port` and, with a certificate, `tls_port` are the real ones."""
        loop = asyncio.get_running_loop()

        def changed() -> None:
            # Mail may be delivered from any thread; sessions live in this one.
            loop.call_soon_threadsafe(self._wake)

        self._forget = self._setup.store.on_change(changed)
        self.port = await self._listen(self.port, None)
        if self._setup.tls:
            self.tls_port = await self._listen(self.tls_port, self._setup.tls)

    async def stop(self) -> None:
        """Stop listening and cut every connection."""
        self._forget()
        for listener in self._listeners:
            listener.close()
        for session in self._sessions.values():
            session.writer.transport.abort()
        if self._sessions:
            await asyncio.wait(tuple(self._sessions), timeout=5)
        self._listeners.clear()

    async def _listen(self, port: int, tls: SSLContext | None) -> int:
        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await self._serve(Session(reader, writer, self._setup, encrypted=tls is not None))

        listener = await asyncio.start_server(serve, self.host, port, ssl=tls, limit=LONGEST_LINE)
        self._listeners.append(listener)
        return int(listener.sockets[0].getsockname()[1])

    async def _serve(self, session: Session) -> None:
        """One connection. asyncio sets TCP_NODELAY itself, without which each SEARCH or APPEND could cost 44 ms."""
        task = asyncio.current_task()
        assert task is not None
        self._sessions[task] = session
        try:
            await converse(session)
        finally:
            del self._sessions[task]
            session.writer.close()

    def _wake(self) -> None:
        for session in self._sessions.values():
            session.woken.set()

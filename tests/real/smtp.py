"""Starts a real SMTP server on loopback for a test, which takes mail or misbehaves in the ways that servers do."""

import asyncio
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

_START_SECONDS = 10


class Behaviour(Enum):
    """What the server does with every mail, until told otherwise."""

    TAKE = "take"
    GREYLIST = "450 at RCPT"
    UNKNOWN_RECIPIENT = "550 at RCPT"
    TOO_MANY = "452 at MAIL"
    CLOSING = "421 at MAIL, and the connection ends"
    CONTENT_REFUSED = "552 at the end of DATA"
    CONTENT_LATER = "451 at the end of DATA"
    CUT_AT_DATA = "the connection ends at DATA, before the go-ahead"
    CUT_AT_DOT = "the mail is kept, and the connection ends before the answer"
    CLOSING_AT_DOT = "421 at the end of DATA"
    SLOW = "the answer at the end of DATA takes longer than anybody waits"


@dataclass
class MailServer:
    """The server as a test sees it. `kept` holds (sender, recipient, bytes) of each mail that got past its dot."""

    port: int = 0
    behaviour: Behaviour = Behaviour.TAKE
    kept: list[tuple[str, str, bytes]] = field(default_factory=list)
    connections: int = 0
    mail_options: list[str] = field(default_factory=list)
    live: "set[_Connection]" = field(default_factory=set)
    loop: asyncio.AbstractEventLoop | None = None

    def cut_idle_connections(self) -> None:
        """End every open connection, as servers do after some minutes of silence."""
        assert self.loop
        asyncio.run_coroutine_threadsafe(_cut_all(self.live), self.loop).result(_START_SECONDS)


class _Connection(SMTP):
    """aiosmtpd with a line cut where the behaviour wants it."""

    def __init__(self, told: MailServer, handler: object, **options: Any) -> None:
        super().__init__(handler, **options)
        self.told = told

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if self not in self.told.live:  # STARTTLS makes the connection anew on the same line
            self.told.connections += 1
        self.told.live.add(self)
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        self.told.live.discard(self)
        super().connection_lost(error)

    async def smtp_DATA(self, arg: str) -> None:
        if self.told.behaviour is Behaviour.CUT_AT_DATA:
            _abort(self)
            return
        await super().smtp_DATA(arg)


@dataclass
class _Handler:
    told: MailServer

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.told.behaviour is Behaviour.CLOSING:
            asyncio.get_running_loop().call_later(0.02, _abort, server)
            return "421 4.3.2 shutting down"
        if self.told.behaviour is Behaviour.TOO_MANY:
            return "452 4.2.2 over quota"
        self.told.mail_options[:] = options
        envelope.mail_from = address
        return "250 2.1.0 ok"

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.told.behaviour is Behaviour.GREYLIST:
            return "450 4.7.1 Greylisted, please try again in 180 seconds"
        if self.told.behaviour is Behaviour.UNKNOWN_RECIPIENT:
            return "550 5.1.1 no such user"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        does = self.told.behaviour
        if does is Behaviour.CONTENT_REFUSED:
            return "552 5.7.0 the content is not wanted"
        if does is Behaviour.CONTENT_LATER:
            return "451 4.3.0 the scanner is down"
        if does is Behaviour.CLOSING_AT_DOT:
            return "421 4.4.2 the back end is silent"
        assert isinstance(envelope.content, bytes)
        self.told.kept += [(envelope.mail_from or "", to, envelope.content) for to in envelope.rcpt_tos]
        if does is Behaviour.CUT_AT_DOT:
            _abort(server)
        if does is Behaviour.SLOW:
            await asyncio.sleep(30)
        return "250 2.0.0 kept"


@contextmanager
def smtp_server(
    *,
    tls: ssl.SSLContext | None = None,
    starttls: ssl.SSLContext | None = None,
    passwords: Mapping[str, str] | None = None,
    smtputf8: bool = True,
    size_limit: int = 1_000_000,
) -> Iterator[MailServer]:
    """Run a server on a free loopback port: plain, with STARTTLS, or encrypted from the start."""
    told, loop = MailServer(), asyncio.new_event_loop()
    told.loop = loop
    options = {"enable_SMTPUTF8": smtputf8, "data_size_limit": size_limit, "tls_context": starttls}
    options |= _log_in(passwords, starttls) if passwords is not None else {}

    def connection() -> _Connection:
        return _Connection(told, _Handler(told), hostname="localhost", loop=loop, **options)

    thread = threading.Thread(target=loop.run_forever, name="test SMTP server", daemon=True)
    thread.start()
    listening = loop.create_server(connection, "127.0.0.1", 0, ssl=tls)
    listener = asyncio.run_coroutine_threadsafe(listening, loop).result(_START_SECONDS)
    told.port = listener.sockets[0].getsockname()[1]
    try:
        yield told
    finally:
        asyncio.run_coroutine_threadsafe(_end(listener, told.live), loop).result(_START_SECONDS)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(_START_SECONDS)
        loop.close()


def _log_in(passwords: Mapping[str, str], starttls: ssl.SSLContext | None) -> dict[str, Any]:
    def authenticate(
        server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: LoginPassword
    ) -> AuthResult:
        right = passwords.get(data.login.decode()) == data.password.decode()
        return AuthResult(success=right, handled=False)

    return {"auth_required": True, "auth_require_tls": starttls is not None, "authenticator": authenticate}


async def _end(listener: asyncio.Server, live: "set[_Connection]") -> None:
    listener.close()
    await _cut_all(live)
    tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def _cut_all(live: "set[_Connection]") -> None:
    for connection in tuple(live):
        _abort(connection)


def _abort(connection: SMTP) -> None:
    if isinstance(connection.transport, asyncio.WriteTransport):
        connection.transport.abort()


@contextmanager
def says(*replies: bytes) -> Iterator[int]:
    """A port on which each line that comes in gets the next of these replies, the first on connecting, then the end.

    For what no server program would say. Yields the port.
    """
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                with connection, suppress(OSError):
                    _talk(connection, replies)

    thread = threading.Thread(target=serve, name="talking port", daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        # A shutdown wakes the thread that waits in accept; a mere close would not.
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(_START_SECONDS)


def _talk(connection: socket.socket, replies: tuple[bytes, ...]) -> None:
    connection.settimeout(_START_SECONDS)
    connection.sendall(replies[0])
    lines = connection.makefile("rb")
    for reply in replies[1:]:
        line = lines.readline()
        if not line:
            return
        # IMAP's replies repeat the tag of the command.
        connection.sendall(reply.replace(b"TAG", line.split(b" ")[0]))

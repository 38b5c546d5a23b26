"""The demo's SMTP server on loopback: mail to our users lands in their INBOX, mail to the clients in their hands."""

import asyncio
import weakref
from ssl import SSLContext

from aiosmtpd.smtp import SMTP

from bot.demo.loop_thread import require_loopback
from bot.demo.smtp_delivery import Delivery, HandOver

__all__ = ["Delivery", "HandOver", "SmtpServer"]

LONGEST_MAIL = 32 * 1024 * 1024


class SmtpServer:
    """Takes mail for a Delivery. With `tls` it offers STARTTLS and a second port that is encrypted from the start.

    Port 0 takes any free port. Raises ValueError for a host that is not loopback.
    """

    def __init__(
        self,
        delivery: Delivery,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        tls: SSLContext | None = None,
        tls_port: int = 0,
    ) -> None:
        require_loopback(host)
        self.host, self.port, self.tls_port = host, port, tls_port
        self._delivery, self._tls = delivery, tls
        self._listeners: list[asyncio.Server] = []
        self._connections: weakref.WeakSet[SMTP] = weakref.WeakSet()

    async def start(self) -> None:
        """Listen; afterwards `port` and, with a certificate, `tls_port` are the real ones."""
        self.port = await self._listen(self.port, implicit=False)
        if self._tls:
            self.tls_port = await self._listen(self.tls_port, implicit=True)

    async def stop(self) -> None:
        """Stop listening and cut every connection."""
        for listener in self._listeners:
            listener.close()
        for connection in tuple(self._connections):
            if connection.transport is not None:
                connection.transport.close()
        self._listeners.clear()

    async def _listen(self, port: int, implicit: bool) -> int:
        loop = asyncio.get_running_loop()

        def connect() -> SMTP:
            connection = self._connection(loop, None if implicit else self._tls)
            self._connections.add(connection)
            return connection

        listener = await loop.create_server(connect, self.host, port, ssl=self._tls if implicit else None)
        self._listeners.append(listener)
        return int(listener.sockets[0].getsockname()[1])

    def _connection(self, loop: asyncio.AbstractEventLoop, starttls: SSLContext | None) -> SMTP:
        # A host name is given because aiosmtpd would ask the DNS for it, which can take seconds.
        return SMTP(
            self._delivery,
            hostname="localhost",
            ident="Relance demo",
            data_size_limit=LONGEST_MAIL,
            enable_SMTPUTF8=True,
            tls_context=starttls,
            auth_require_tls=False,
            auth_exclude_mechanism=None if self._delivery.passwords is not None else ("LOGIN", "PLAIN"),
            authenticator=self._delivery.authenticate,
            loop=loop,
        )

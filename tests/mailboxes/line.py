"""Lines to a mail server that go wrong on purpose: a port that follows a script, and a meddler in the middle."""

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

CUT = b"CUT THE LINE"
_PATIENCE = 10

Change = Callable[[bytes], bytes]


@dataclass
class Script:
    """An IMAP port that answers each command by its word; `heard` is all that came in, and TAG stands for the tag.

    A reply CUT ends the connection. What has no reply gets OK.
    """

    replies: Mapping[bytes, bytes]
    greeting: bytes = b"* OK ready\r\n"
    port: int = 0
    heard: bytes = b""

    def talk(self, connection: socket.socket) -> None:
        connection.sendall(self.greeting)
        for line in connection.makefile("rb"):
            self.heard += line
            tag, _, rest = line.partition(b" ")
            word = rest.replace(b"UID ", b"").split()[0].upper() if rest.split() else b""
            reply = self.replies.get(word, b"TAG OK done\r\n")
            if reply == CUT:
                return
            connection.sendall(reply.replace(b"TAG", tag))


LOGGED_IN = {b"CAPABILITY": b"* CAPABILITY IMAP4rev1\r\nTAG OK done\r\n"}


@contextmanager
def scripted(replies: Mapping[bytes, bytes], greeting: bytes = b"* OK ready\r\n") -> Iterator[Script]:
    """Run a script on a free loopback port; each connection starts it anew."""
    script = Script({**LOGGED_IN, **replies}, greeting)
    with _serving(script.talk) as port:
        script.port = port
        yield script


@dataclass
class Meddler:
    """Passes a real server's words on through `change`, which may return CUT; `heard` is all that came in."""

    server_port: int
    change: Change = lambda said: said
    port: int = 0
    lines: list[socket.socket] = field(default_factory=list)
    connections: int = 0
    heard: bytes = b""

    def talk(self, client: socket.socket) -> None:
        self.connections += 1
        server = socket.create_connection(("127.0.0.1", self.server_port))
        self.lines += [client, server]
        asking = threading.Thread(target=_pass_on, args=(client, server, self._hear), daemon=True)
        asking.start()
        _pass_on(server, client, lambda said: self.change(said))
        asking.join(_PATIENCE)

    def _hear(self, said: bytes) -> bytes:
        self.heard += said
        return said

    def cut(self) -> None:
        """Break every open connection."""
        for line in self.lines:
            _end(line)


@contextmanager
def meddling(server_port: int, change: Change = lambda said: said) -> Iterator[Meddler]:
    """Run a meddler in front of a server on loopback."""
    meddler = Meddler(server_port, change)
    with _serving(meddler.talk) as port:
        meddler.port = port
        yield meddler
        meddler.cut()


@contextmanager
def _serving(talk: Callable[[socket.socket], None]) -> Iterator[int]:
    listener = socket.create_server(("127.0.0.1", 0))
    threads: list[threading.Thread] = []

    def one(connection: socket.socket) -> None:
        with connection, suppress(OSError):
            talk(connection)

    def accept() -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                threads.append(threading.Thread(target=one, args=(connection,), daemon=True))
                threads[-1].start()

    accepting = threading.Thread(target=accept, daemon=True)
    accepting.start()
    try:
        yield listener.getsockname()[1]
    finally:
        _end(listener)
        accepting.join(_PATIENCE)
        for thread in threads:
            thread.join(_PATIENCE)


def _pass_on(source: socket.socket, target: socket.socket, change: Change) -> None:
    with suppress(OSError):
        while said := source.recv(1 << 20):
            passed = change(said)
            if passed == CUT:
                break
            target.sendall(passed)
    _end(source)
    _end(target)


def _end(line: socket.socket) -> None:
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)
    line.close()

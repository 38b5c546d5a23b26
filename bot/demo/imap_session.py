"""One client's connection to the demo's mail server: what it may do, what it sees, and how it is spoken to."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from ssl import SSLContext
from typing import TypeAlias

from bot.demo.imap_folders import FolderList
from bot.demo.imap_mailbox import Mailbox
from bot.demo.imap_names import decode_name
from bot.demo.imap_parser import Bad, Command, Value
from bot.demo.imap_store import MailStore
from bot.demo.imap_view import View

# What a client that has not logged in may make us hold in memory, and what any client may.
GUEST_LITERAL = 8 * 1024
LONGEST_LITERAL = 64 * 1024 * 1024


class Refused(Exception):
    """The command is understood but not done; the server answers NO, with a response code where there is one."""

    def __init__(self, sentence: str, code: str = "") -> None:
        super().__init__(f"[{code}] {sentence}" if code else sentence)


@dataclass(frozen=True)
class Setup:
    """What all sessions of a server share: the mail, who may log in with what password, the clock, the certificate."""

    store: MailStore
    users: Mapping[str, str]
    now: Callable[[], datetime]
    tls: SSLContext | None


@dataclass
class Session:
    """The state of one connection (RFC 3501 3): nobody, a user, or a user with a selected folder."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    setup: Setup
    encrypted: bool
    user: str | None = None
    view: View | None = None
    modseqs: bool = False
    closing: bool = False
    upgrading: bool = False
    woken: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def folders(self) -> FolderList:
        """The user's folders."""
        assert self.user is not None  # the command table lets only users here
        return self.setup.store.folders(self.user)

    @property
    def selected(self) -> View:
        """The selected folder."""
        assert self.view is not None  # the command table lets only sessions with a folder here
        return self.view

    def writable(self) -> View:
        """The selected folder if it may be changed; raises Refused after EXAMINE."""
        if self.selected.read_only:
            raise Refused("the folder was opened to read only", "READ-ONLY")
        return self.selected

    def target(self, name: Value) -> Mailbox:
        """The folder that mail is to be put into; raises Refused with the hint to create it (RFC 3501 6.3.11)."""
        wanted = folder_name(name)
        if wanted not in self.folders.names():
            raise Refused("there is no such folder", "TRYCREATE")
        return self.folders.mailbox(wanted)

    def tell(self, *lines: bytes) -> None:
        """Send untagged answers."""
        self.writer.write(b"".join(b"* " + line + b"\r\n" for line in lines))

    def go_on(self, text: bytes = b"go on") -> None:
        """Ask the client for the rest of its command."""
        self.writer.write(b"+ " + text + b"\r\n")

    def sync(self, expunge: bool) -> None:
        """Tell what others did to the selected folder; a folder that was deleted ends the connection, as in Dovecot."""
        if self.view is None:
            return
        if self.view.mailbox.deleted:
            self.tell(b"BYE the selected folder was deleted")
            self.closing = True
        else:
            self.tell(*self.view.changes(expunge, self.modseqs))


Handler: TypeAlias = Callable[[Session, Command], Awaitable[str]]


def folder_name(value: Value) -> str:
    """The folder that an argument names; raises Bad."""
    return decode_name(as_bytes(value))


def as_bytes(value: Value) -> bytes:
    """An argument that must be an atom or a string; raises Bad."""
    if not isinstance(value, bytes):
        raise Bad("a list stands where a word belongs")
    return value


def as_list(value: Value) -> tuple[Value, ...]:
    """An argument that must be a list; raises Bad."""
    if isinstance(value, bytes):
        raise Bad("a word stands where a list belongs")
    return value


def arguments(command: Command, least: int, most: int | None = None) -> tuple[Value, ...]:
    """The arguments of a command, when their number is right; raises Bad."""
    if not least <= len(command.args) <= (least if most is None else most):
        raise Bad(f"{command.name} has the wrong number of arguments")
    return command.args


def modseq_modifier(args: Iterable[Value], name: bytes) -> int | None:
    """The mod-sequence behind CHANGEDSINCE or UNCHANGEDSINCE (RFC 7162 3.1); raises Bad."""
    for value in args:
        words = (b"",) if isinstance(value, bytes) else tuple(as_bytes(word) for word in value)
        if len(words) != 2 or words[0].upper() != name or not words[1].isdigit():
            raise Bad("unknown modifier")
        return int(words[1])
    return None

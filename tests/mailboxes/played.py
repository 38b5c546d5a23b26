"""The people around a shared mailbox on a real IMAP server, played through a mail program of their own."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest
from imapclient import IMAPClient

from bot.core.secret import Secret
from bot.mailboxes.imap import ImapInbox, ImapSettings
from bot.mailboxes.imap_places import handle_of
from bot.ports import EdgeError

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
FOLDERS = {"inbox": "INBOX", "junk": "Junk", "sent": "Sent", "drafts": "Drafts"}


def mail(number: str, text: str = "Bonjour", subject: str = "Facture F-1") -> bytes:
    """A client's mail with the Message-ID <number@client.example>."""
    return (
        f"From: Ada <ada@client.example>\r\nTo: ar@vendor.example\r\nSubject: {subject}\r\n"
        f"Date: Mon, 2 Mar 2026 10:00:00 +0100\r\nMessage-ID: <{number}@client.example>\r\n\r\n{text}\r\n"
    ).encode()


@dataclass
class ImapPeople:
    """One user's mailbox on a server at a loopback port, its `inbox` under test and the people's own connection."""

    port: int
    user: str
    password: str
    settings: ImapSettings = field(init=False)
    inbox: ImapInbox = field(init=False)
    program: IMAPClient = field(init=False)

    def __post_init__(self) -> None:
        self.settings = ImapSettings("127.0.0.1", self.port, "plain", self.user, Secret(self.password), timeout=20)
        self.inbox = ImapInbox(self.settings)
        self.program = IMAPClient("127.0.0.1", self.port, ssl=False, timeout=20)
        self.program.login(self.user, self.password)

    def close(self) -> None:
        self.inbox.close()
        self.program.logout()

    def deliver(self, raw: bytes, folder: str = "inbox", received_at: datetime = NOON) -> None:
        self.program.append(FOLDERS.get(folder, folder), raw, (), received_at)

    def uids(self, folder: str) -> list[int]:
        self.program.select_folder(FOLDERS.get(folder, folder))
        return list(self.program.search())

    def folder(self, folder: str) -> tuple[bytes, ...]:
        uids = self.uids(folder)
        found = self.program.fetch(uids, ["BODY.PEEK[]"])
        return tuple(found[uid][b"BODY[]"] for uid in uids)

    def flags(self, folder: str) -> list[set[bytes]]:
        uids = self.uids(folder)
        found = self.program.get_flags(uids)
        return [set(found[uid]) for uid in uids]

    def mark(self, folder: str, uids: Sequence[int], flag: bytes) -> None:
        self.program.select_folder(FOLDERS.get(folder, folder))
        self.program.add_flags(list(uids), [flag])

    def delete(self, folder: str, uids: Sequence[int]) -> None:
        self.mark(folder, uids, b"\\Deleted")
        self.program.uid_expunge(list(uids))

    def edit_draft(self, handle: str, raw: bytes) -> None:
        """As mail programs do: the new text is appended, the old one removed."""
        known = handle_of(handle)
        assert known
        self.program.append("Drafts", raw, [b"\\Draft"])
        self.delete("drafts", [known.uid])

    def send_draft(self, handle: str) -> bytes:
        known = handle_of(handle)
        assert known
        self.program.select_folder("Drafts")
        raw: bytes = self.program.fetch([known.uid], ["BODY.PEEK[]"])[known.uid][b"BODY[]"]
        self.delete("drafts", [known.uid])
        self.program.append("Sent", raw, [b"\\Seen"])
        return raw


def inbox_at(port: int, **more: object) -> ImapInbox:
    """A mailbox at a loopback port, with a password that would be noticed anywhere."""
    plain = ImapSettings("127.0.0.1", port, "plain", "ar", Secret("hunter2-secret"), timeout=5)
    return ImapInbox(replace(plain, **more))  # type: ignore[arg-type]


def edge_error(inbox: ImapInbox) -> EdgeError:
    """The error with which reading fails: a sentence, and without the password."""
    with pytest.raises(EdgeError) as told:
        list(inbox.new(None))
    assert "hunter2" not in f"{told.value} {told.value!r}"
    assert re.match(r"^[A-Z].*\.$", str(told.value)), "a sentence"
    return told.value


@contextmanager
def people(port: int, user: str, password: str) -> Iterator[ImapPeople]:
    """The mailbox with its people, who go home at the end."""
    played = ImapPeople(port, user, password)
    try:
        yield played
    finally:
        played.close()

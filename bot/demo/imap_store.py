"""The mail of all users of the demo's mail server, in a plain folder that anyone can look into and that survives."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from threading import RLock
from urllib.parse import quote

from bot.demo.imap_folders import FolderList
from bot.demo.imap_journal import Message
from bot.demo.imap_mailbox import Mailbox

__all__ = ["MailStore", "Mailbox", "Message"]


class MailStore:
    """Raw messages by user and folder, kept below `folder`; usable from several threads of one process.

    A new user finds INBOX, Drafts, Sent, Junk and Archive. Two processes must not share a folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = RLock()
        self._users: dict[str, FolderList] = {}
        self._listeners: list[Callable[[], None]] = []

    def folders(self, user: str) -> FolderList:
        """The folders of one user, made on first use."""
        with self._lock:
            if user not in self._users:
                place = self._folder / quote(user, safe="@+-_ ").replace(".", "%2E", user.startswith("."))
                self._users[user] = FolderList(place, self._lock, self._tell)
            return self._users[user]

    def mailbox(self, user: str, folder: str = "INBOX") -> Mailbox:
        """One folder of one user; raises FolderFault when there is none of that name."""
        return self.folders(user).mailbox(folder)

    def deliver(
        self, user: str, raw: bytes, folder: str = "INBOX", *, when: datetime, flags: Iterable[str] = ()
    ) -> Message:
        """Keep an arriving mail, making its folder if need be; `when` is its internal date, aware."""
        with self._lock:
            folders = self.folders(user)
            if folder not in folders.names():
                folders.create(folder)
            return folders.mailbox(folder).add(raw, when, flags)

    def on_change(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` after every change, in the thread that made it; returns what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()

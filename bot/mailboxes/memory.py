"""A mailbox and a way out that live in memory: for stories, shadow mode and every test that needs no server."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.mailboxes.message_ids import MESSAGE_ID, ORIGINAL_ID, carries, header, same_bytes
from bot.ports import EdgeError, Incoming

_READ = ("inbox", "junk", "sent")


@dataclass(frozen=True)
class Kept:
    """A message with the number it has had since it came."""

    number: int
    folder: str
    raw: bytes
    received_at: datetime


@dataclass
class MemoryInbox:
    """The port `Inbox` without a server. `now` is the clock, aware.

    Clients and colleagues are played by `deliver`, `edit_draft`, `send_draft` and `delete`; `fails` is raised by every
    method of the port while it is set.
    """

    now: Callable[[], datetime]
    fails: EdgeError | None = None
    _kept: dict[int, Kept] = field(default_factory=dict)
    _last: int = 0

    def new(self, cursor: str | None) -> Iterator[Incoming]:
        """As `Inbox.new`; the cursor is the highest number read, over all folders."""
        self._working()
        after = int(cursor) if cursor else 0
        for one in tuple(self._kept.values()):
            if one.number > after and one.folder in _READ and one.number in self._kept:
                yield Incoming(str(one.number), one.folder, one.raw, one.received_at)

    def keep_draft(self, raw: bytes) -> str:
        """As `Inbox.keep_draft`."""
        self._working()
        return str(self._keep_once("drafts", raw))

    def find_draft(self, message_id: str) -> tuple[str, bytes] | None:
        """As `Inbox.find_draft`."""
        self._working()
        found = self._find("drafts", message_id, (MESSAGE_ID,))
        return (str(found.number), found.raw) if found else None

    def draft_bytes(self, handle: str) -> bytes | None:
        """As `Inbox.draft_bytes`."""
        self._working()
        found = self._draft(handle)
        return found.raw if found else None

    def remove_draft(self, handle: str) -> bool:
        """As `Inbox.remove_draft`."""
        self._working()
        found = self._draft(handle)
        if found:
            del self._kept[found.number]
        return found is not None

    def keep_sent(self, raw: bytes) -> None:
        """As `Inbox.keep_sent`."""
        self._working()
        self._keep_once("sent", raw)

    def find_sent(self, message_id: str) -> bytes | None:
        """As `Inbox.find_sent`."""
        self._working()
        found = self._find("sent", message_id, (MESSAGE_ID, ORIGINAL_ID))
        return found.raw if found else None

    def close(self) -> None:
        """As `Inbox.close`: there is nothing to end."""

    def deliver(self, raw: bytes, folder: str = "inbox", received_at: datetime | None = None) -> None:
        """A message arrives in a folder: inbox, junk, sent or drafts."""
        self._put(folder, raw, received_at)

    def folder(self, folder: str) -> tuple[bytes, ...]:
        """What lies in a folder, oldest first."""
        return tuple(one.raw for one in self._kept.values() if one.folder == folder)

    def edit_draft(self, handle: str, raw: bytes) -> None:
        """A person saves another text over a draft, which gives it another handle. KeyError when it is gone."""
        del self._kept[int(handle)]
        self._put("drafts", raw, None)

    def send_draft(self, handle: str) -> bytes:
        """A person sends a draft from the mail program: it leaves Drafts and lies in Sent. KeyError when it is gone."""
        raw = self._kept.pop(int(handle)).raw
        self._put("sent", raw, None)
        return raw

    def _working(self) -> None:
        if self.fails:
            raise self.fails

    def _put(self, folder: str, raw: bytes, received_at: datetime | None) -> int:
        self._last += 1
        self._kept[self._last] = Kept(self._last, folder, raw, received_at or self.now())
        return self._last

    def _keep_once(self, folder: str, raw: bytes) -> int:
        own = header(raw, MESSAGE_ID)
        same = self._find(folder, own, (MESSAGE_ID,), raw) if own else None
        return same.number if same else self._put(folder, raw, None)

    def _find(self, folder: str, message_id: str, names: tuple[str, ...], like: bytes | None = None) -> Kept | None:
        lying = [one for one in reversed(self._kept.values()) if one.folder == folder]
        for name in names:
            for one in lying:
                if carries(one.raw, message_id, (name,)) and (like is None or same_bytes(one.raw, like)):
                    return one
        return None

    def _draft(self, handle: str) -> Kept | None:
        found = self._kept.get(int(handle)) if handle.isdecimal() else None
        return found if found and found.folder == "drafts" else None


@dataclass
class MemorySender:
    """The port `Sender` without a server: keeps what was sent, as (recipient, bytes), and hands it to `then`.

    `fails` maps a recipient to the error that sending to them raises; "" stands for everybody.
    """

    then: Callable[[str, bytes], None] | None = None
    fails: Mapping[str, EdgeError] = field(default_factory=dict)
    sent: list[tuple[str, bytes]] = field(default_factory=list)

    def send(self, raw: bytes, recipient: str) -> None:
        """As `Sender.send`."""
        error = self.fails.get(recipient) or self.fails.get("")
        if error:
            raise error
        self.sent.append((recipient, raw))
        if self.then:
            self.then(recipient, raw)

    def close(self) -> None:
        """As `Sender.close`: there is nothing to end."""

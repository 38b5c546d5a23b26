"""One folder of the demo's mail server: every message a file with its very octets, everything else in a journal."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import RLock

from bot.demo import imap_journal
from bot.demo.imap_journal import Contents, Message


class Mailbox:
    """The messages of one folder. Safe to use from several threads; `changed` is called after every change."""

    def __init__(self, place: Path, name: str, validity: int, lock: RLock, changed: Callable[[], None]) -> None:
        self.name = name
        self.validity = validity
        self.deleted = False
        self._place = place
        self._journal = place / "index.jsonl"
        self._lock = lock
        self._changed = changed
        place.mkdir(parents=True, exist_ok=True)
        self._contents = imap_journal.load(self._journal)
        self._first_recent = self._contents.uid_next

    @property
    def uid_next(self) -> int:
        """The UID that the next message will get."""
        return self._contents.uid_next

    @property
    def modseq(self) -> int:
        """HIGHESTMODSEQ: grows with every change (RFC 7162)."""
        return self._contents.modseq

    def snapshot(self) -> Contents:
        """Counters and messages of one moment: a UIDNEXT beyond a mail that was not told would make clients miss it."""
        with self._lock:
            return replace(self._contents, messages=dict(self._contents.messages))

    def messages(self) -> list[Message]:
        """All messages, by ascending UID, as they are at this moment."""
        with self._lock:
            return list(self._contents.messages.values())

    def message(self, uid: int) -> Message | None:
        """One message, None when it is gone."""
        return self._contents.messages.get(uid)

    def raw(self, uid: int) -> bytes:
        """The octets of one message, exactly as they came; raises FileNotFoundError when it is gone."""
        return self._file(uid).read_bytes()

    def keywords(self) -> set[str]:
        """The keywords that some message here carries."""
        return {flag for message in self.messages() for flag in message.flags if not flag.startswith("\\")}

    def add(self, raw: bytes, when: datetime, flags: Iterable[str] = ()) -> Message:
        """Keep a new message, its octets before anything is known about it; raises ValueError for a naive `when`."""
        if when.tzinfo is None:
            raise ValueError("the internal date needs a time zone")
        with self._lock:
            uid, modseq = self._contents.uid_next, self._contents.modseq + 1
            message = Message(uid, len(raw), when.replace(microsecond=0), modseq, frozenset(flags))
            self._file(uid).write_bytes(raw)
            imap_journal.append(self._journal, [imap_journal.added(message)])
            self._contents.messages[uid] = message
            self._contents.uid_next, self._contents.modseq = uid + 1, modseq
        self._changed()
        return message

    def set_flags(self, wanted: Mapping[int, frozenset[str]]) -> None:
        """Give messages exactly these flags; those that already have them keep their mod-sequence."""
        with self._lock:
            known = self._contents.messages
            modseq = self._contents.modseq + 1
            differing = {uid: flags for uid, flags in wanted.items() if uid in known and known[uid].flags != flags}
            if not differing:
                return
            changed = [replace(known[uid], flags=flags, modseq=modseq) for uid, flags in differing.items()]
            imap_journal.append(self._journal, map(imap_journal.flagged, changed))
            known.update({message.uid: message for message in changed})
            self._contents.modseq = modseq
        self._changed()

    def remove(self, uids: Iterable[int]) -> None:
        """Forget messages for good; the journal first, so that a kill leaves no message without its octets."""
        with self._lock:
            going = [uid for uid in uids if uid in self._contents.messages]
            if not going:
                return
            self._contents.modseq += 1
            imap_journal.append(self._journal, [imap_journal.removed(going, self._contents.modseq)])
            for uid in going:
                del self._contents.messages[uid]
                self._file(uid).unlink(missing_ok=True)
        self._changed()

    def claim_recent(self) -> int:
        """The lowest UID that no session was yet told of; from now on these are told (\\Recent, RFC 3501 2.3.2)."""
        with self._lock:
            first, self._first_recent = self._first_recent, self._contents.uid_next
            return first

    def recent_count(self) -> int:
        """How many messages no session was told of."""
        return sum(1 for message in self.messages() if message.uid >= self._first_recent)

    def _file(self, uid: int) -> Path:
        return self._place / f"{uid}.eml"

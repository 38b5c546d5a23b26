"""A folder as one session sees it: message numbers stay put until the client has been told of a change."""

from collections.abc import Iterator

from bot.demo.imap_format import SYSTEM_FLAGS, flag_list, listed
from bot.demo.imap_journal import Message
from bot.demo.imap_mailbox import Mailbox
from bot.demo.imap_names import pick


class View:
    """The selected folder of one session: which UIDs it knows under which numbers, and what it was told of each."""

    def __init__(self, mailbox: Mailbox, read_only: bool) -> None:
        self.mailbox = mailbox
        self.read_only = read_only
        self.recent: set[int] = set()
        now = mailbox.snapshot()
        self._told_modseq, self._uid_next = now.modseq, now.uid_next
        self._told = {message.uid: message.modseq for message in now.messages.values()}
        self.uids = list(self._told)
        self._told_keywords = mailbox.keywords()
        self._claim(mailbox.claim_recent() if not read_only else mailbox.uid_next)

    def chosen(self, spec: bytes, by_uid: bool) -> Iterator[tuple[int, Message]]:
        """Number and message of what a sequence set names, as they are when their turn comes; raises Bad."""
        numbers = {uid: number for number, uid in enumerate(self.uids, 1)}
        uids = pick(spec, self.uids) if by_uid else [self.uids[n - 1] for n in pick(spec, range(1, len(self.uids) + 1))]
        for uid in uids:
            message = self.mailbox.message(uid)
            if message:
                yield numbers[uid], message

    def flags(self, message: Message) -> bytes:
        """The flags of a message for this session, \\Recent included."""
        return flag_list({*message.flags, *(["\\Recent"] if message.uid in self.recent else [])})

    def told(self, message: Message) -> None:
        """Note that the client knows these flags, so that they are not told again."""
        self._told[message.uid] = message.modseq

    def status(self) -> Iterator[bytes]:
        """The untagged answers that open a folder (RFC 3501 6.3.1, RFC 7162 3.1.2)."""
        yield from self._flags()
        yield b"%d EXISTS" % len(self.uids)
        yield b"%d RECENT" % len(self.recent)
        first = next((number for number, m in self.chosen(b"1:*", False) if "\\Seen" not in m.flags), None)
        if first:
            yield b"OK [UNSEEN %d] first unseen" % first
        yield b"OK [UIDVALIDITY %d] UIDs valid" % self.mailbox.validity
        yield b"OK [UIDNEXT %d] predicted next UID" % self._uid_next
        yield b"OK [HIGHESTMODSEQ %d] highest" % self._told_modseq

    def changes(self, expunge: bool, modseqs: bool) -> Iterator[bytes]:
        """What to tell the client since the last time; numbers only move when `expunge` (RFC 3501 7.4.1)."""
        modseq = self.mailbox.modseq
        if modseq == self._told_modseq and len(self._told) == len(self.mailbox.messages()):
            return
        present = {message.uid: message for message in self.mailbox.messages()}
        if expunge:
            yield from self._gone(present)
        if self.mailbox.keywords() - self._told_keywords:
            yield from self._flags()
        yield from self._new(present)
        for number, uid in enumerate(self.uids, 1):
            message = present.get(uid)
            if message and message.modseq > self._told[uid]:
                self.told(message)
                yield b"%d FETCH %b" % (number, self.flags_answer(message, modseqs))
        self._told_modseq = modseq

    def flags_answer(self, message: Message, modseqs: bool) -> bytes:
        """The part of a FETCH answer that tells flags, with the UID and, once wanted, the mod-sequence."""
        modseq = [b"MODSEQ (%d)" % message.modseq] if modseqs else []
        return listed([b"UID %d" % message.uid, b"FLAGS " + self.flags(message), *modseq])

    def _gone(self, present: dict[int, Message]) -> Iterator[bytes]:
        """From the last to the first, so that no number moves before it is told."""
        for number in range(len(self.uids), 0, -1):
            uid = self.uids[number - 1]
            if uid not in present:
                del self.uids[number - 1], self._told[uid]
                self.recent.discard(uid)
                yield b"%d EXPUNGE" % number

    def _new(self, present: dict[int, Message]) -> Iterator[bytes]:
        last = self.uids[-1] if self.uids else 0
        fresh = [message for uid, message in present.items() if uid > last and uid not in self._told]
        if fresh:
            for message in fresh:
                self.uids.append(message.uid)
                self.told(message)
            if not self.read_only:
                self._claim(self.mailbox.claim_recent())
            yield b"%d EXISTS" % len(self.uids)
            yield b"%d RECENT" % len(self.recent)

    def _claim(self, first: int) -> None:
        self.recent.update(uid for uid in self.uids if uid >= first)

    def _flags(self) -> Iterator[bytes]:
        self._told_keywords = self.mailbox.keywords()
        known = {*SYSTEM_FLAGS, *self._told_keywords}
        kept = set() if self.read_only else {*known, "\\*"}
        yield b"FLAGS " + flag_list(known)
        yield b"OK [PERMANENTFLAGS %b] kept" % flag_list(kept)

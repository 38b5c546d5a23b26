"""The books' incoming mail: raw bytes first, what was understood of them later, nothing ever dropped."""

import re
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, func, select, update

from bot.core.history import NOBODY
from bot.core.inbound import InboundMail, MailState
from bot.core.labels import Understanding
from bot.store.codec import from_json, to_json
from bot.store.columns import shape_of
from bot.store.tables import INBOUND, INBOUND_RAW, MAILBOX
from bot.store.within import WithinTransaction

_MAIL = shape_of(InboundMail)
_FROM_CLIENTS = ("inbox", "junk")
_MESSAGE_ID = re.compile(rb"(?im)^message-id:[ \t]*(?:\r?\n[ \t]+)?(\S+)")
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_UNSETTLED = (MailState.NEW.value, MailState.QUARANTINE.value)


def _mails() -> Select[*tuple[object, ...]]:
    columns = _MAIL.columns(INBOUND, {"raw": INBOUND_RAW.c.raw})
    return select(*columns).join_from(INBOUND, INBOUND_RAW, INBOUND.c.id == INBOUND_RAW.c.id)


def message_id_of(raw: bytes) -> str:
    """The Message-ID header of a raw mail (RFC 5322, 3.6.4); empty when its head has none."""
    found = _MESSAGE_ID.search(_END_OF_HEAD.split(raw, maxsplit=1)[0])
    return found.group(1).decode("ascii", "replace") if found else ""


class InboundBooks(WithinTransaction):
    """What came in, and how far each mailbox was read."""

    def cursor(self, mailbox: str) -> str | None:
        """Where to go on reading; None for a mailbox that was never read."""
        return self._db.scalar(select(MAILBOX.c.cursor).where(MAILBOX.c.name == mailbox))

    def keep_cursor(self, mailbox: str, cursor: str, read_to_end_at: datetime | None) -> None:
        """Remember the cursor. `read_to_end_at` None (still reading) keeps the last time the end was reached."""
        statement = self._insert(MAILBOX).values(name=mailbox, cursor=cursor, read_to_end_at=read_to_end_at)
        new = statement.excluded
        end = func.coalesce(new.read_to_end_at, MAILBOX.c.read_to_end_at)
        values = {"cursor": new.cursor, "read_to_end_at": end}
        self._db.execute(statement.on_conflict_do_update(index_elements=["name"], set_=values))

    def read_to_end_at(self, mailbox: str) -> datetime | None:
        """When the mailbox was last read to its end."""
        return self._db.scalar(select(MAILBOX.c.read_to_end_at).where(MAILBOX.c.name == mailbox))

    def keep_mail(self, mail: InboundMail) -> bool:
        """Store it, bytes and all; False when it was known already. Two inserts."""
        row = _MAIL.row(mail, without=["raw"]) | {"understanding": "", "message_id": message_id_of(mail.raw)}
        if not self._new(INBOUND, row, unless=["id"]):
            return False
        self._db.execute(INBOUND_RAW.insert(), {"id": mail.id, "raw": mail.raw})
        return True

    def mail(self, id: str) -> InboundMail | None:
        """One mail with its bytes. One look-up."""
        row = self._db.execute(_mails().where(INBOUND.c.id == id)).first()
        return None if row is None else _MAIL.read(row)

    def mails(self, state: MailState, limit: int) -> Sequence[InboundMail]:
        """The oldest `limit` mails in that state, in order of arrival, with their bytes. One indexed query."""
        query = _mails().where(INBOUND.c.state == state.value).order_by(INBOUND.c.position).limit(limit)
        return [_MAIL.read(row) for row in self._db.execute(query)]

    def settle_mail(
        self, id: str, state: MailState, account: str, matched_by: str, why: str, understanding: Understanding | None
    ) -> None:
        """What became of a mail; `understanding` None keeps what is there. Raises KeyError for an unknown mail."""
        values = {"state": state.value, "account": account, "matched_by": matched_by, "why": why}
        if understanding is not None:
            values["understanding"] = to_json(understanding, Understanding)
        settled = self._db.execute(update(INBOUND).where(INBOUND.c.id == id).values(values))
        if settled.rowcount != 1:
            raise KeyError(id)

    def understanding(self, id: str) -> Understanding | None:
        """What was understood of a mail, if anything yet."""
        text = self._db.scalar(select(INBOUND.c.understanding).where(INBOUND.c.id == id))
        return from_json(text, Understanding) if text else None

    def waiting_mails(self, mailbox: str) -> int:
        """How many mails of this mailbox are not understood yet (new; not those in quarantine). Linear in new mails."""
        waiting = (INBOUND.c.state == MailState.NEW.value, INBOUND.c.mailbox == mailbox)
        return self._db.scalar(select(func.count()).select_from(INBOUND).where(*waiting)) or 0

    def mail_message_id(self, id: str) -> str:
        """The Message-ID header of a kept mail, with its angle brackets; empty when it had none, or is unknown."""
        return self._db.scalar(select(INBOUND.c.message_id).where(INBOUND.c.id == id)) or ""

    def mail_account(self, message_id: str) -> str:
        """The account of the newest mail with this Message-ID; empty when none has one. One indexed query."""
        known = (INBOUND.c.message_id == message_id, INBOUND.c.account != "", INBOUND.c.account != NOBODY)
        newest = INBOUND.c.position.desc()
        return self._db.scalar(select(INBOUND.c.account).where(*known).order_by(newest).limit(1)) or ""

    def last_mail(self, account: str) -> InboundMail | None:
        """The account's newest mail from the client (inbox or junk), or None. One indexed query."""
        theirs = (INBOUND.c.account == account, INBOUND.c.folder.in_(_FROM_CLIENTS))
        newest = (INBOUND.c.received_at.desc(), INBOUND.c.position.desc())
        row = self._db.execute(_mails().where(*theirs).order_by(*newest).limit(1)).first()
        return None if row is None else _MAIL.read(row)

    def unsettled_accounts(self) -> frozenset[str]:
        """Accounts with a mail that lies unread, un-understood or in quarantine. Linear in such mails."""
        query = select(INBOUND.c.account).distinct().where(INBOUND.c.state.in_(_UNSETTLED), INBOUND.c.account != "")
        return frozenset(self._db.scalars(query))

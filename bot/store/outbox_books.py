"""The books' outgoing mail: one live row per key, every move a compare-and-set, no answer without its approver."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, select, update

from bot.core.outbox import OutboxRow, RowKind, RowState, may_move
from bot.store.columns import shape_of
from bot.store.tables import OUTBOX, OUTBOX_ALIAS, OUTBOX_RAW
from bot.store.tables.outbox import IS_LIVE
from bot.store.within import WithinTransaction

_ROW = shape_of(OutboxRow)


def _rows() -> Select[*tuple[object, ...]]:
    columns = _ROW.columns(OUTBOX, {"raw": OUTBOX_RAW.c.raw})
    return select(*columns).join_from(OUTBOX, OUTBOX_RAW, OUTBOX.c.id == OUTBOX_RAW.c.id)


_NEWEST = OUTBOX.c.position.desc()
# Asked several times per incoming mail: building these statements costs ten times as much as running them.
_BY_ID = _rows().where(OUTBOX.c.id == bindparam("wanted"))
_BY_MESSAGE_ID = _rows().where(OUTBOX.c.message_id == bindparam("wanted")).order_by(_NEWEST).limit(1)
_ALIASED = select(OUTBOX_ALIAS.c.row).where(OUTBOX_ALIAS.c.message_id == bindparam("wanted"))
_BY_ALIAS = _rows().where(OUTBOX.c.id.in_(_ALIASED)).limit(1)
_LAST_SENT = (
    _rows()
    .where(OUTBOX.c.account == bindparam("wanted"), OUTBOX.c.state == RowState.SENT.value)
    .order_by(OUTBOX.c.sent_at.desc(), _NEWEST)
    .limit(1)
)


class OutboxBooks(WithinTransaction):
    """What is to leave, and what has left."""

    def queue(self, row: OutboxRow) -> bool:
        """Insert the row; False when a live row of its key exists. Two inserts, decided by the unique index.

        Raises ValueError for an answer without `approved_by` (law); the database's own CHECK says the same.
        """
        if row.kind is RowKind.ANSWER and not row.approved_by.strip():
            raise ValueError(f"answer {row.id} was approved by nobody: it cannot leave")
        if not self._new(OUTBOX, _ROW.row(row, without=["raw"]), unless=["key"], where=IS_LIVE):
            return False
        self._db.execute(OUTBOX_RAW.insert(), {"id": row.id, "raw": row.raw})
        return True

    def row(self, id: str) -> OutboxRow | None:
        """One row with its bytes. One look-up."""
        return self._first(_BY_ID, id)

    def rows(self, states: Sequence[RowState], limit: int = 1000) -> Sequence[OutboxRow]:
        """The oldest `limit` rows in these states, in the order in which they were queued. One indexed query."""
        wanted = OUTBOX.c.state.in_([state.value for state in states])
        query = _rows().where(wanted).order_by(OUTBOX.c.position).limit(limit)
        return [_ROW.read(row) for row in self._db.execute(query)]

    def row_by_message_id(self, message_id: str) -> OutboxRow | None:
        """The row that left under this Message-ID, ours or the one a server put in its place. Indexed."""
        return self._first(_BY_MESSAGE_ID, message_id) or self._first(_BY_ALIAS, message_id)

    def last_exchange(self, account: str) -> OutboxRow | None:
        """The account's newest sent row: the thread to go on with. One indexed query."""
        return self._first(_LAST_SENT, account)

    def _first(self, query: Select[*tuple[object, ...]], wanted: str) -> OutboxRow | None:
        row = self._db.execute(query, {"wanted": wanted}).first()
        return None if row is None else _ROW.read(row)

    def move_row(self, id: str, old: RowState, new: RowState, why: str = "", at: datetime | None = None) -> bool:
        """Compare and set; False when the row was no longer in `old`. One update by id.

        `SENDING` counts an attempt, `SENT` keeps the instant `at`. Raises ValueError for a transition the outbox does
        not know, and for a sent row without its instant.
        """
        if not may_move(old, new):
            raise ValueError(f"a row never goes from {old.value} to {new.value}")
        if new is RowState.SENT and at is None:
            raise ValueError(f"row {id} cannot be sent without the instant at which it left")
        values: dict[str, Any] = {"state": new.value, "why": why}
        if new is RowState.SENT:
            values["sent_at"] = at
        if new is RowState.SENDING:
            values["attempts"] = OUTBOX.c.attempts + 1
        return self._changed(values, OUTBOX.c.id == id, OUTBOX.c.state == old.value)

    def approve_row(self, id: str, by: str) -> bool:
        """A waiting reminder becomes queued, approved by a person; False when it does not wait any more.

        One update by id: of two people one wins. Raises ValueError without a name.
        """
        if not by.strip():
            raise ValueError(f"row {id} is approved by a named person")
        approved = {"state": RowState.QUEUED.value, "approved_by": by}
        return self._changed(approved, OUTBOX.c.id == id, OUTBOX.c.state == RowState.WAITING.value)

    def _changed(self, values: dict[str, Any], *conditions: ColumnElement[bool]) -> bool:
        return self._db.execute(update(OUTBOX).where(*conditions).values(values)).rowcount == 1

    def sent_since(self, at: datetime, mailbox: str = "") -> int:
        """How many mails left at that instant or later, from this mailbox (empty: from all). One indexed count."""
        counted = select(func.count()).select_from(OUTBOX).where(OUTBOX.c.sent_at >= at)
        return self._db.scalar(counted.where(OUTBOX.c.mailbox == mailbox) if mailbox else counted) or 0

    def remember_message_id(self, row: str, message_id: str) -> None:
        """The server sent the row under another Message-ID than ours: keep both. Raises KeyError for no such row."""
        if self._db.scalar(select(OUTBOX.c.id).where(OUTBOX.c.id == row)) is None:
            raise KeyError(row)
        self._put(OUTBOX_ALIAS, {"message_id": message_id, "row": row}, key=["message_id"])

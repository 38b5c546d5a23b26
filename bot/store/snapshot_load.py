"""Writes a snapshot of the ledger: only what changed, and marks only those accounts due."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from sqlalchemy import bindparam, or_, select, update

from bot.core.receivables import Snapshot
from bot.store.bulk import load_rows
from bot.store.ledger_rows import AccountRows, movement_rows, rows_by_account
from bot.store.tables import ACCOUNT, CONTACT, ITEM, MOVEMENT, STANDING, names_of
from bot.store.within import WithinTransaction, batches

_ACCOUNTS_AT_ONCE = 2000
_NOT_DUE_YET = or_(STANDING.c.next_action.is_(None), STANDING.c.next_action > bindparam("day"))


class SnapshotLoad(WithinTransaction):
    """One load of one snapshot."""

    def run(self, snapshot: Snapshot) -> None:
        """Accounts of the snapshot that changed are rewritten, those that vanished removed; both are due."""
        rows = self._db.execute(select(ACCOUNT.c.number, ACCOUNT.c.content_hash))
        known = {row[0]: row[1] for row in rows}
        gone = set(known)
        for batch in batches(self._changed(snapshot, known, gone), _ACCOUNTS_AT_ONCE):
            self._remove([rows.account[0] for rows, _ in batch if rows.account[0] in known])
            self._write(batch)
            self._mark_due([rows.account[0] for rows, _ in batch], snapshot.as_of)
        self._remove(sorted(gone))
        self._mark_vanished(sorted(gone), snapshot.as_of)
        self._keep_movements(snapshot)

    @staticmethod
    def _changed(snapshot: Snapshot, known: Mapping[str, str], gone: set[str]) -> Iterator[tuple[AccountRows, str]]:
        """Accounts whose content is not the known one; crosses everything that is still there off `gone`."""
        for rows in rows_by_account(snapshot):
            number, content = rows.account[0], rows.content_hash()
            gone.discard(number)
            if known.get(number) != content:
                yield rows, content

    def _remove(self, numbers: Sequence[str]) -> None:
        for batch in batches(numbers):
            self._db.execute(ITEM.delete().where(ITEM.c.account.in_(batch)))
            self._db.execute(CONTACT.delete().where(CONTACT.c.account.in_(batch)))
            self._db.execute(ACCOUNT.delete().where(ACCOUNT.c.number.in_(batch)))

    def _write(self, changed: Sequence[tuple[AccountRows, str]]) -> None:
        accounts = ((*rows.account, content) for rows, content in changed)
        load_rows(self._db, ACCOUNT, names_of(ACCOUNT), accounts)
        load_rows(self._db, CONTACT, names_of(CONTACT), chain.from_iterable(rows.contacts for rows, _ in changed))
        load_rows(self._db, ITEM, names_of(ITEM), chain.from_iterable(rows.items for rows, _ in changed))

    def _keep_movements(self, snapshot: Snapshot) -> None:
        statement = self._insert(MOVEMENT).on_conflict_do_nothing()
        for batch in batches(movement_rows(snapshot.movements)):
            self._db.execute(statement, batch)

    def _mark_due(self, numbers: Iterable[str], day: date) -> None:
        """Sets the next action to `day` unless it is earlier already; accounts without a standing get one."""
        fresh = {"seq": 0, "body": "{}", "next_action": day, "policy_hash": ""}
        statement = self._insert(STANDING)
        sooner = statement.excluded.next_action
        later = or_(STANDING.c.next_action.is_(None), STANDING.c.next_action > sooner)
        upsert = statement.on_conflict_do_update(index_elements=["account"], set_={"next_action": sooner}, where=later)
        for batch in batches(numbers):
            self._db.execute(upsert, [{"account": number, **fresh} for number in batch])

    def _mark_vanished(self, numbers: Iterable[str], day: date) -> None:
        """An account without open items is looked at once more, when it has a history to close."""
        for batch in batches(numbers):
            mark = update(STANDING).where(STANDING.c.account.in_(batch), _NOT_DUE_YET).values(next_action=day)
            self._db.execute(mark, {"day": day})

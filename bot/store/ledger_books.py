"""The books' ledger part: the newest snapshot, looked up by account, address or invoice number."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, Select, select

from bot.core.money import totals
from bot.core.receivables import Account, Contact, ItemKind, Movement, OpenItem, Snapshot
from bot.store.ledger_rows import account_of, email_key, item_of, minor_totals, movement_of, number_key
from bot.store.lists import one_of
from bot.store.snapshot_load import SnapshotLoad
from bot.store.tables import ACCOUNT, CONTACT, ITEM, LEDGER_CONFIRMATION, MOVEMENT, SNAPSHOT, names_of
from bot.store.within import WithinTransaction, batches

_ACCOUNT = select(*[ACCOUNT.c[name] for name in names_of(ACCOUNT, without=["content_hash"])])
_CONTACT = select(*[CONTACT.c[name] for name in names_of(CONTACT, without=["position", "email_key", "domain"])])
_ITEM = select(*[ITEM.c[name] for name in names_of(ITEM, without=["position", "number_key"])])
_MOVEMENT = select(*[MOVEMENT.c[name] for name in names_of(MOVEMENT, without=["nth"])])


class LedgerBooks(WithinTransaction):
    """What the ledger said last."""

    def keep_snapshot(self, snapshot: Snapshot) -> None:
        """Replace what is open. Linear in the snapshot, but only accounts that changed are written and marked due.

        Raises ValueError for an amount finer than its currency and for an item without its account.
        """
        SnapshotLoad(self._db).run(snapshot)
        sums = minor_totals(totals((item.currency, item.balance) for item in snapshot.items))
        row = {
            "digest": snapshot.digest,
            "taken_at": snapshot.taken_at,
            "as_of": snapshot.as_of,
            "account_count": len(snapshot.accounts),
            "item_count": len(snapshot.items),
            "totals": json.dumps(sums),
        }
        self._db.execute(SNAPSHOT.insert(), row)

    def snapshot_head(self) -> Snapshot | None:
        """The newest snapshot without its content. One row by primary key."""
        columns = select(SNAPSHOT.c.digest, SNAPSHOT.c.taken_at, SNAPSHOT.c.as_of)
        row = self._db.execute(columns.order_by(SNAPSHOT.c.id.desc()).limit(1)).first()
        return None if row is None else Snapshot(*row, accounts=(), items=())

    def confirm_ledger(self, digest: str, by: str) -> None:
        """A person vouched for the file with this sha256; the first one to do so is kept."""
        self._new(LEDGER_CONFIRMATION, {"digest": digest, "confirmed_by": by}, unless=["digest"])

    def ledger_confirmed(self, digest: str) -> bool:
        """Whether somebody vouched for it. One primary-key look-up."""
        column = LEDGER_CONFIRMATION.c.digest
        return self._db.scalar(select(column).where(column == digest)) is not None

    def accounts(self, numbers: Sequence[str] | None = None) -> Sequence[Account]:
        """These accounts (None: all) by number, with their contacts. Two queries per 5,000 numbers."""
        contacts: dict[str, list[Contact]] = {}
        of_contact = _CONTACT.order_by(CONTACT.c.account, CONTACT.c.position)
        for account, *told in self._rows(of_contact, CONTACT.c.account, numbers):
            contacts.setdefault(account, []).append(Contact(*told))
        rows = self._rows(_ACCOUNT.order_by(ACCOUNT.c.number), ACCOUNT.c.number, numbers)
        return [account_of(row, tuple(contacts.get(row[0], ()))) for row in rows]

    def items(self, accounts: Sequence[str] | None = None) -> Sequence[OpenItem]:
        """What is open of these accounts (None: all), by account, in the ledger's order. One query per 5,000."""
        ordered = _ITEM.order_by(ITEM.c.account, ITEM.c.position)
        return [item_of(row) for row in self._rows(ordered, ITEM.c.account, accounts)]

    def accounts_by_email(self, email: str) -> Sequence[str]:
        """Account numbers that have a contact with this address. One indexed query."""
        return self._accounts_where(CONTACT.c.email_key, email_key(email))

    def accounts_by_domain(self, domain: str) -> Sequence[str]:
        """Account numbers that have a contact at this mail domain. One indexed query."""
        return self._accounts_where(CONTACT.c.domain, domain.strip().lstrip("@").lower())

    def _accounts_where(self, column: ColumnElement[str], value: str) -> Sequence[str]:
        if not value:
            return []
        query = select(CONTACT.c.account).distinct().where(column == value)
        return list(self._db.scalars(query.order_by(CONTACT.c.account)))

    def accounts_by_invoice(self, numbers: Sequence[str]) -> Mapping[str, str]:
        """Open invoice numbers as in the ledger → their account. One indexed query per 5,000 numbers.

        A number that several accounts carry is left out: which one is meant would be a guess.
        """
        keys = {key for number in numbers if (key := number_key(number))}
        found: dict[str, set[str]] = {}
        query = select(ITEM.c.number, ITEM.c.account).where(ITEM.c.kind == ItemKind.INVOICE.value)
        for number, account in self._rows(query, ITEM.c.number_key, sorted(keys)):
            found.setdefault(number, set()).add(account)
        return {number: min(accounts) for number, accounts in found.items() if len(accounts) == 1}

    def movements(self, since: date) -> Sequence[Movement]:
        """Every movement of that day and later, by day. One indexed query."""
        recent = _MOVEMENT.where(MOVEMENT.c.day >= since)
        ordered = recent.order_by(MOVEMENT.c.day, MOVEMENT.c.account, MOVEMENT.c.number, MOVEMENT.c.nth)
        return [movement_of(*row) for row in self._db.execute(ordered)]

    def _rows(
        self, query: Select[*tuple[Any, ...]], key: ColumnElement[str], values: Sequence[str] | None
    ) -> Sequence[Sequence[Any]]:
        """The query's rows for these values of the key, or all of them."""
        if values is None:
            return self._db.execute(query).all()
        parts = (self._db.execute(query.where(one_of(self._db, key, batch))).all() for batch in batches(values))
        return list(chain.from_iterable(parts))

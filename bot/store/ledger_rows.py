"""How the ledger's objects lie in rows: amounts in minor units, look-up keys in one spelling, a hash per account."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import blake2b
from typing import Any

from bot.core.money import from_minor, to_minor
from bot.core.receivables import Account, Contact, DebtorType, ItemKind, Movement, MovementKind, OpenItem, Snapshot

Row = tuple[Any, ...]


@dataclass(frozen=True)
class AccountRows:
    """Everything the snapshot says of one account, as it will lie in the tables."""

    account: Row
    contacts: tuple[Row, ...]
    items: tuple[Row, ...]

    def content_hash(self) -> str:
        """Changes when anything the ledger says of the account changes."""
        return blake2b(repr((self.account, self.contacts, self.items)).encode(), digest_size=16).hexdigest()


def rows_by_account(snapshot: Snapshot) -> Iterable[AccountRows]:
    """The snapshot, account by account. Raises ValueError for an item whose account is not in it."""
    items: dict[str, list[OpenItem]] = {account.number: [] for account in snapshot.accounts}
    for item in snapshot.items:
        if item.account not in items:
            raise ValueError(f"item {item.number} belongs to account {item.account}, which the snapshot does not have")
        items[item.account].append(item)
    for account in snapshot.accounts:
        contacts = tuple(contact_row(account.number, at, contact) for at, contact in enumerate(account.contacts))
        own = tuple(item_row(at, item) for at, item in enumerate(items[account.number]))
        yield AccountRows(account_row(account), contacts, own)


def account_row(account: Account) -> Row:
    """In the order of the account table, without the hash."""
    a = account
    kind = a.debtor_type.value
    return (a.number, a.name, a.address, a.company_number, kind, a.country, a.language, a.segment)


def account_of(row: Sequence[Any], contacts: tuple[Contact, ...]) -> Account:
    """The inverse of `account_row`."""
    number, name, address, company_number, debtor_type, country, language, segment = row
    kind = _DEBTOR_TYPES[debtor_type]
    return Account(number, name, contacts, address, company_number, kind, country, language, segment)


def contact_row(account: str, position: int, c: Contact) -> Row:
    """In the order of the contact table."""
    key = email_key(c.email)
    told = (c.name, c.role, c.phone, c.language, c.time_zone, c.provenance)
    return (account, position, c.email, key, domain_of(key), *told)


def item_row(position: int, i: OpenItem) -> Row:
    """In the order of the item table. Raises ValueError for an amount finer than its currency."""
    original = None if i.original_amount is None else to_minor(i.original_amount, i.currency)
    head = (i.account, position, i.number, number_key(i.number), i.kind.value, i.due)
    money = (to_minor(i.amount, i.currency), i.currency, i.issued, original)
    references = (i.payment_terms, i.order_reference, i.contract_reference, i.project)
    return (*head, *money, *references, i.performed, i.pdf)


_KINDS = {kind.value: kind for kind in ItemKind}
_DEBTOR_TYPES = {kind.value: kind for kind in DebtorType}


def item_of(row: Sequence[Any]) -> OpenItem:
    """The inverse of `item_row`, from the columns of `ITEM_FIELDS`."""
    account, number, kind, due, amount, currency, issued, original, *rest = row
    whole = None if original is None else from_minor(original, currency)
    return OpenItem(account, number, _KINDS[kind], due, from_minor(amount, currency), currency, issued, whole, *rest)


def movement_rows(movements: Iterable[Movement]) -> Iterable[dict[str, Any]]:
    """Rows that are equal only for the same movement told twice: equal ones within a file are counted apart."""
    seen: dict[Movement, int] = {}
    for m in movements:
        seen[m] = nth = seen.get(m, 0) + 1
        yield {
            "account": m.account,
            "number": m.number,
            "day": m.day,
            "amount": to_minor(m.amount, m.currency),
            "currency": m.currency,
            "kind": m.kind.value,
            "reference": m.reference,
            "nth": nth,
        }


def movement_of(account: str, number: str, day: date, amount: int, currency: str, kind: str, ref: str) -> Movement:
    """The inverse of one of `movement_rows`."""
    return Movement(account, number, day, from_minor(amount, currency), currency, MovementKind(kind), ref)


def minor_totals(totals: Mapping[str, Decimal]) -> dict[str, int]:
    """Sums per currency in minor units."""
    return {currency: to_minor(amount, currency) for currency, amount in totals.items()}


def email_key(email: str) -> str:
    """One spelling per address: case and surrounding blanks do not count."""
    return email.strip().lower()


def domain_of(email: str) -> str:
    """The part after the last @, in lower case; empty when there is none."""
    return email_key(email).rpartition("@")[2] if "@" in email else ""


def number_key(number: str) -> str:
    """One spelling per invoice number: upper case, letters and digits only, so F2026/118 finds F2026-118."""
    return "".join(filter(str.isalnum, number.upper()))

"""What the ledger says: accounts, open items, movements, and one dated snapshot of them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256


class DebtorType(StrEnum):
    """Which body of rules applies to the debtor (C8)."""

    BUSINESS = "business"
    CONSUMER = "consumer"
    PUBLIC = "public"


class ItemKind(StrEnum):
    """What an open item is: only an invoice is ever asked for; the two others reduce what is owed."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"
    UNAPPLIED = "unapplied"


class MovementKind(StrEnum):
    """Why an open amount went down, when the ledger tells."""

    PAYMENT = "payment"
    CREDIT = "credit"
    WRITE_OFF = "write_off"


@dataclass(frozen=True)
class Contact:
    """A person or desk at the client. `provenance` tells where the address came from (art. 1127 C. civ.)."""

    email: str
    name: str = ""
    role: str = "accounting"
    phone: str = ""
    language: str = ""
    time_zone: str = ""
    provenance: str = ""


@dataclass(frozen=True)
class Account:
    """One debtor: a customer account of the ledger, not a mailbox and not a login.

    `country` is ISO 3166-1 alpha-2, optionally with a region ("FR-67"); `language` is ISO 639-1.
    """

    number: str
    name: str
    contacts: tuple[Contact, ...] = ()
    address: str = ""
    company_number: str = ""
    debtor_type: DebtorType = DebtorType.BUSINESS
    country: str = "FR"
    language: str = "fr"
    segment: str = ""

    def recipient(self) -> Contact | None:
        """Who gets reminders: the accounting contact, else the first one with an address (C10)."""
        reachable = [c for c in self.contacts if c.email]
        return next((c for c in reachable if c.role == "accounting"), reachable[0] if reachable else None)


@dataclass(frozen=True)
class OpenItem:
    """An item not cleared in the ledger. Amounts are positive for every kind; `kind` gives the sign."""

    account: str
    number: str
    kind: ItemKind
    due: date
    amount: Decimal
    currency: str = "EUR"
    issued: date | None = None
    original_amount: Decimal | None = None
    payment_terms: str = ""
    order_reference: str = ""
    contract_reference: str = ""
    project: str = ""
    performed: bool = True
    pdf: str = ""

    @property
    def balance(self) -> Decimal:
        """What the item adds to the account's balance: negative for credits."""
        return self.amount if self.kind is ItemKind.INVOICE else -self.amount

    def days_overdue(self, today: date) -> int:
        """Days past the due date; zero or negative when it is not yet late (R1)."""
        return (today - self.due).days


@dataclass(frozen=True)
class Movement:
    """A payment, credit or write-off that the ledger reports for an invoice (or the whole account: number "")."""

    account: str
    number: str
    day: date
    amount: Decimal
    currency: str
    kind: MovementKind
    reference: str = ""


@dataclass(frozen=True)
class Snapshot:
    """Everything that was open at one moment. `digest` is the sha256 of the ledger files' bytes."""

    digest: str
    taken_at: datetime
    as_of: date
    accounts: tuple[Account, ...]
    items: tuple[OpenItem, ...]
    movements: tuple[Movement, ...] = field(default_factory=tuple)


def fingerprint(email: str) -> str:
    """Stands for an address in facts, which hold no names: the start of its sha256, case ignored."""
    return sha256(email.strip().lower().encode()).hexdigest()[:16]

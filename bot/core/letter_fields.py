"""What a mail may say: every name, date, amount and reference that a template can print is a field of one of these."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

SUBJECT_ROOM = 60
"""Characters of invoice numbers in a subject: what a phone shows before it cuts the line."""


@dataclass(frozen=True)
class Company:
    """Who writes: the seller, as the settings say. An IBAN is shown from here and from nowhere else (X1).

    `language` is the house's own (ISO 639-1): of digest and tasks, and the hint for mail whose language is unclear.
    """

    name: str
    sender: str
    phone: str = ""
    address: str = ""
    iban: str = ""
    bic: str = ""
    language: str = "fr"


@dataclass(frozen=True)
class Total:
    """What is owed in one currency after credits; currencies are never mixed (C5)."""

    currency: str
    amount: Decimal


@dataclass(frozen=True)
class InvoiceLine:
    """One open item as a letter shows it. Amounts are positive; `kind` is `invoice`, `credit_note` or `unapplied`.

    `original` None: the ledger does not tell it. `days_overdue` is zero or negative before and on the due date.
    """

    number: str
    due: date
    open: Decimal
    currency: str = "EUR"
    issued: date | None = None
    original: Decimal | None = None
    project: str = ""
    order_reference: str = ""
    days_overdue: int = 0
    kind: str = "invoice"

    @property
    def partly_paid(self) -> bool:
        """Whether something of it was paid or credited already (C4)."""
        return self.original is not None and self.original != self.open


@dataclass(frozen=True)
class ReminderFields:
    """One reminder: everything that is due of one account (`lines` are invoices, `credits` what is deducted).

    `totals` are after credits. `earlier` are the days of earlier reminders, oldest first. `reply_by` is the day by
    which the money must have arrived. `attached` names the invoices whose PDF goes with the mail. `promised` is a day
    the client had given and that passed without the money. `set_aside` are invoices left out because they are disputed.
    """

    company: Company
    language: str
    account_name: str
    lines: tuple[InvoiceLine, ...]
    totals: tuple[Total, ...]
    reply_by: date
    today: date
    contact_name: str = ""
    credits: tuple[InvoiceLine, ...] = ()
    earlier: tuple[date, ...] = ()
    payment_terms: str = ""
    attached: tuple[str, ...] = ()
    project: str = ""
    last_exchange: date | None = None
    promised: date | None = None
    set_aside: tuple[str, ...] = ()

    @property
    def named(self) -> tuple[str, ...]:
        """The invoice numbers that a subject has room for, at least one."""
        return _that_fit([line.number for line in self.lines])

    @property
    def others(self) -> int:
        """How many invoices a subject does not name."""
        return len(self.lines) - len(self.named)

    @property
    def asked(self) -> tuple[Total, ...]:
        """What is to be paid, per currency: a currency in which the client has credit is not asked for."""
        return tuple(total for total in self.totals if total.amount > 0)

    @property
    def late(self) -> bool:
        """Whether anything listed is past its due date (R1)."""
        return any(line.days_overdue > 0 for line in self.lines)


def _that_fit(numbers: list[str]) -> tuple[str, ...]:
    shown: list[str] = numbers[:1]
    for number in numbers[1:]:
        if sum(len(n) + 2 for n in shown) + len(number) > SUBJECT_ROOM:
            break
        shown.append(number)
    return tuple(shown)


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of an answer: its template, and what the reply said about it (empty when it did not).

    `lines` are the open items meant, for a statement. `until` is the last day on which reminders rest.
    """

    template: str
    invoices: tuple[str, ...] = ()
    amount: Decimal | None = None
    currency: str = "EUR"
    day: date | None = None
    fuzzy: bool = False
    reference: str = ""
    instalments: int | None = None
    documents: tuple[str, ...] = ()
    reason: str = ""
    right: str = ""
    until: date | None = None


@dataclass(frozen=True)
class AnswerFields:
    """One answer that a person will approve: a greeting, its paragraphs in order, a closing.

    `subject` is the finished subject of the reply. `lines` and `totals` are what is open, for a statement of account.
    `attached` names the documents that go with the mail.
    """

    company: Company
    language: str
    subject: str
    account_name: str
    paragraphs: tuple[Paragraph, ...]
    today: date
    contact_name: str = ""
    lines: tuple[InvoiceLine, ...] = ()
    credits: tuple[InvoiceLine, ...] = ()
    totals: tuple[Total, ...] = ()
    payment_terms: str = ""
    attached: tuple[str, ...] = ()


def as_fields(record: object) -> Mapping[str, object]:
    """The fields and properties of a frozen dataclass by name: what `Letters.render` takes."""
    kind: Any = type(record)
    names = [f.name for f in fields(kind)]
    names += [n for n, v in vars(kind).items() if isinstance(v, property) and not n.startswith("_")]
    return {name: getattr(record, name) for name in names}

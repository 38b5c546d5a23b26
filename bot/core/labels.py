"""The words for what a mail is and what a reply says (`docs/read-format.md` tells users)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

Value = str | int | bool | list[str]
"""Dates ISO, amounts decimal strings with a point, `fuzzy` a bool, `instalments` an int, `documents` a list."""


class Kind(StrEnum):
    """Who wrote the mail: only a human's mail may lead to an answer."""

    HUMAN = "human"
    OUT_OF_OFFICE = "out_of_office"
    BOUNCE = "bounce"
    RECEIPT = "receipt"


PRIORITY = (
    "insolvency",
    "bank_change",
    "legal_representation",
    "privacy_request",
    "hardship",
    "dispute",
    "paid",
    "payment_plan",
    "promise_to_pay",
    "wrong_contact",
    "document_request",
    "refusal",
    "acknowledgement",
    "other",
)
"""Every reply label, the one to show first in front."""


@dataclass(frozen=True)
class Reading:
    """One thing that a reply says.

    `invoices`: numbers as in the ledger; empty means the whole account or unknown.
    `evidence`: the client's own words, an exact substring of the newest text.
    `confidence`: 0 to 1. `by`: which classifier said so, with its version ("rules/1").
    """

    label: str
    invoices: tuple[str, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)
    evidence: str = ""
    confidence: float = 0.0
    by: str = ""


@dataclass(frozen=True)
class Understanding:
    """What was understood of one mail: nothing is decided yet.

    `values` belong to the mail as a whole (machine mail: return date, failed recipient).
    `unsure` sends it to a person whatever the readings say; `why_unsure` is a reason code.
    """

    kind: Kind
    language: str
    reply: str
    readings: tuple[Reading, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)
    unsure: bool = False
    why_unsure: str = ""


def by_priority(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The same readings, the most urgent first."""
    return tuple(sorted(readings, key=lambda r: PRIORITY.index(r.label)))


@dataclass(frozen=True)
class OpenInvoice:
    """What a reader needs to know of an invoice the writer may mean. `amount` is what is still due."""

    number: str
    amount: Decimal
    due: date | None = None
    currency: str = "EUR"


@dataclass(frozen=True)
class Reply:
    """The newest text of one mail and what surrounds it: all that a classifier may look at.

    `received` is the business day on which it arrived, in the seller's zone: relative dates start there.
    """

    text: str
    received: date
    kind: Kind = Kind.HUMAN
    subject: str = ""
    sender: str = ""
    open_invoices: tuple[OpenInvoice, ...] = ()


@dataclass(frozen=True)
class Opinion:
    """What one classifier thinks of a reply. `values` are those of a machine mail as a whole."""

    readings: tuple[Reading, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)
    unsure: bool = False
    why_unsure: str = ""

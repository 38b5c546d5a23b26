"""What the manager's morning mail may say: one dataclass per kind of line, sentences where a person needs a reason."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.core.letter_fields import Company, Total


@dataclass(frozen=True)
class MoneyIn:
    """An invoice that left the ledger's open items, or lost part of them.

    `how`: payment, credit, write_off, or unknown (cleared between two snapshots, and no movement tells).
    """

    account: str
    invoice: str
    amount: Decimal
    currency: str
    how: str


@dataclass(frozen=True)
class ReminderLine:
    """A reminder that left, or would leave tomorrow. `days_overdue` is that of the oldest invoice in it."""

    account: str
    level: str
    totals: tuple[Total, ...]
    invoices: tuple[str, ...] = ()
    days_overdue: int = 0


@dataclass(frozen=True)
class HeldLine:
    """Accounts whose reminder was held for one reason; `why` is the reason's sentence in the digest's language."""

    why: str
    accounts: tuple[str, ...]


@dataclass(frozen=True)
class PromiseLine:
    """A promise to pay. `amount` None: all that was open then."""

    account: str
    due: date
    amount: Decimal | None = None
    currency: str = "EUR"
    invoices: tuple[str, ...] = ()


@dataclass(frozen=True)
class DisputeLine:
    """An open dispute; no invoices means that the client did not say which. `reason` is a sentence or word."""

    account: str
    invoices: tuple[str, ...]
    reason: str
    since: date
    days: int
    totals: tuple[Total, ...] = ()


@dataclass(frozen=True)
class WaitingLine:
    """Something that waits for a person: a draft, a task, a mail that was not understood, a dead address.

    `what` is a sentence in the digest's language; `days` is its age; `due` the day by which it should be done.
    """

    account: str
    what: str
    days: int = 0
    due: date | None = None
    urgent: bool = False


@dataclass(frozen=True)
class Bucket:
    """One ageing bucket: days overdue from `first` to `last`. `first` None: not due yet; `last` None: and older."""

    first: int | None
    last: int | None
    amount: Decimal
    invoices: int = 0


@dataclass(frozen=True)
class Ageing:
    """Receivables of one currency by days overdue, before credits; `total` is their sum."""

    currency: str
    buckets: tuple[Bucket, ...]
    total: Decimal


@dataclass(frozen=True)
class DigestFields:
    """One working morning for a manager.

    `since` is the day the digest looks back to. `mode` is the policy's mode; `stopped`: the stop switch is on.
    `notices` are sentences about the machine itself (ledger out of date, mailbox unreachable).
    `reminders_waiting` wait for approval in drafts mode; in shadow mode `sent` are those that would have left.
    `cleared_unknown` are those of `money_in` whose reason no movement tells, summed apart from `collected`.
    """

    company: Company
    language: str
    today: date
    since: date
    mode: str = "live"
    stopped: bool = False
    notices: tuple[str, ...] = ()
    money_in: tuple[MoneyIn, ...] = ()
    collected: tuple[Total, ...] = ()
    cleared_unknown: tuple[Total, ...] = ()
    sent: tuple[ReminderLine, ...] = ()
    answers_sent: int = 0
    reminders_waiting: tuple[ReminderLine, ...] = ()
    held: tuple[HeldLine, ...] = ()
    promises_due: tuple[PromiseLine, ...] = ()
    promises_kept: tuple[PromiseLine, ...] = ()
    promises_broken: tuple[PromiseLine, ...] = ()
    disputes: tuple[DisputeLine, ...] = ()
    tasks: tuple[WaitingLine, ...] = ()
    drafts: tuple[WaitingLine, ...] = ()
    not_understood: tuple[WaitingLine, ...] = ()
    bounced: tuple[WaitingLine, ...] = ()
    ageing: tuple[Ageing, ...] = ()
    tomorrow: tuple[ReminderLine, ...] = ()

    @property
    def held_accounts(self) -> int:
        """How many accounts did not get a reminder for a reason worth showing."""
        return len({account for line in self.held for account in line.accounts})

    @property
    def decisions(self) -> int:
        """How many things wait for a person."""
        waiting = (self.tasks, self.drafts, self.reminders_waiting, self.not_understood, self.bounced)
        return sum(map(len, waiting))

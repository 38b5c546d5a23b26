"""What may follow from a reply: a closed set of requests. There is no act that sends (law)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Pause:
    """Stop reminders up to and including `until`; no invoices means the whole account."""

    until: date
    reason: str
    invoices: tuple[str, ...] = ()


@dataclass(frozen=True)
class NotePromise:
    """The client says money will have arrived by `due`. `amount` None: all that is open of `invoices`."""

    due: date
    amount: Decimal | None = None
    invoices: tuple[str, ...] = ()
    fuzzy: bool = False


@dataclass(frozen=True)
class OpenDispute:
    """The named invoices are contested; no invoices means that the client did not say which."""

    reason: str
    invoices: tuple[str, ...] = ()
    amount: Decimal | None = None


@dataclass(frozen=True)
class ProposePlan:
    """The client asks for instalments or a deferral; a person accepts, changes or refuses it."""

    instalments: int | None = None
    amount: Decimal | None = None
    frequency: str = ""
    first_date: date | None = None
    deferral_until: date | None = None
    invoices: tuple[str, ...] = ()


@dataclass(frozen=True)
class ProposeContact:
    """Another person should be written to; a person confirms before any mail goes there (X20)."""

    name: str = ""
    email: str = ""
    phone: str = ""
    replaces: str = ""


@dataclass(frozen=True)
class StopForInsolvency:
    """Every demand stops for the whole account (art. L622-7, L622-21 C. com.)."""

    proceeding: str
    judgment_date: date | None = None
    officer: str = ""


@dataclass(frozen=True)
class Escalate:
    """A person takes over: `task` is a task code, `why` a reason code, `urgent` puts it first."""

    task: str
    why: str
    urgent: bool = False
    due: date | None = None


@dataclass(frozen=True)
class Draft:
    """Prepare an answer from `template`; it leaves only when a person approves it."""

    template: str


Act = Pause | NotePromise | OpenDispute | ProposePlan | ProposeContact | StopForInsolvency | Escalate | Draft

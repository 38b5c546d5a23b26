"""What was done or heard about an account, as immutable facts in past tense; a case is their fold.

Facts hold ids, figures and codes, never names or a client's words: those live in rows that can be purged.
Adding a fact makes the type checker list every place that must think about it.

Long because it is a list: one fact each, in one place, so that the union below can be read beside them.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

NOBODY = "?"
"""The history of mail that belongs to no account: never lost, never guessed."""

BY_LEDGER = "ledger"
"""Who closed what the ledger itself settled."""


@dataclass(frozen=True)
class Raised:
    """An invoice and the day count of the level it was raised to."""

    invoice: str
    level: int


@dataclass(frozen=True)
class ReminderSent:
    """A reminder left. `row` is its outbox row, `recipient` the fingerprint of its address (empty: not noted)."""

    row: str
    raised: tuple[Raised, ...]
    message_id: str
    recipient: str = ""


@dataclass(frozen=True)
class PersonAsked:
    """Invoices reached a level that a person handles (call, formal notice): a task exists for it."""

    raised: tuple[Raised, ...]
    task: str


@dataclass(frozen=True)
class AnswerSent:
    """An approved answer left. `by` is the person who approved it."""

    row: str
    draft: str
    by: str
    message_id: str


@dataclass(frozen=True)
class PersonWrote:
    """A colleague wrote to the client from the mailbox: it counts in the gap (R22). `draft`: they sent ours."""

    mail: str
    draft: str = ""


@dataclass(frozen=True)
class MailReceived:
    """A mail of this account lies in the store and is not understood yet."""

    mail: str


@dataclass(frozen=True)
class ReplyUnderstood:
    """What a mail was understood to say: kind, labels, and which version of which classifier said so."""

    mail: str
    kind: str
    labels: tuple[str, ...]
    by: str
    unsure: bool = False


@dataclass(frozen=True)
class Paused:
    """Reminders rest up to and including `until`; no invoices means the whole account."""

    until: date
    reason: str
    invoices: tuple[str, ...] = ()
    mail: str = ""
    by: str = ""


@dataclass(frozen=True)
class Resumed:
    """A pause was ended, by a person or because its day came (`by` empty)."""

    reason: str
    by: str = ""


@dataclass(frozen=True)
class PromiseMade:
    """The client said that money will have arrived by `due`. `amount` None: all that is open of the invoices.

    `invoices` are those that were open when it was said, all in one currency: later ones are not promised. `open_then`
    is what was open of them: the measure of *kept*. It takes the place of older promises about the same invoices.
    """

    id: str
    due: date
    amount: Decimal | None
    invoices: tuple[str, ...]
    open_then: Decimal
    mail: str
    fuzzy: bool = False


@dataclass(frozen=True)
class PromiseKept:
    """The ledger shows the promised money."""

    promise: str


@dataclass(frozen=True)
class PromiseBroken:
    """The day and its grace passed and the ledger does not show the money."""

    promise: str


@dataclass(frozen=True)
class PromiseDropped:
    """Neither kept nor broken: its invoices are not in the account's ledger, and nothing says that they were paid."""

    promise: str


@dataclass(frozen=True)
class DisputeOpened:
    """Invoices are contested: their reminders rest until it is closed, the others go on (R77, C92)."""

    id: str
    invoices: tuple[str, ...]
    reason: str
    mail: str
    amount: Decimal | None = None


@dataclass(frozen=True)
class DisputeClosed:
    """A person settled the dispute, or all its invoices were cleared (`by` is then `BY_LEDGER`)."""

    dispute: str
    by: str
    outcome: str = ""


@dataclass(frozen=True)
class PlanAsked:
    """The client asked for instalments or a deferral; nothing is agreed."""

    mail: str
    invoices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Instalment:
    """A part of a plan, due on a day."""

    due: date
    amount: Decimal


@dataclass(frozen=True)
class PlanAgreed:
    """A person agreed to a plan: its invoices are not reminded while instalments arrive."""

    id: str
    instalments: tuple[Instalment, ...]
    invoices: tuple[str, ...]
    open_then: Decimal
    by: str


@dataclass(frozen=True)
class PlanEnded:
    """The plan was fulfilled (`kept`) or an instalment is missing."""

    plan: str
    kept: bool


@dataclass(frozen=True)
class InsolvencyDeclared:
    """Proceedings were reported: a hard stop for the whole account."""

    proceeding: str
    mail: str
    judgment_date: date | None = None


@dataclass(frozen=True)
class InsolvencyLifted:
    """A person found that the report was wrong."""

    by: str


@dataclass(frozen=True)
class ContactBounced:
    """An address does not take mail. `contact` is the address's fingerprint."""

    contact: str
    mail: str
    permanent: bool = True


@dataclass(frozen=True)
class ContactMended:
    """The address was replaced or confirmed by a person."""

    contact: str
    by: str


@dataclass(frozen=True)
class ContactProposed:
    """A reply named somebody else to write to; the words lie in the mail, a person confirms."""

    mail: str


@dataclass(frozen=True)
class Escalated:
    """The account waits for a person: the bot rests until the task is done."""

    task: str
    why: str
    mail: str = ""


@dataclass(frozen=True)
class TakenOver:
    """A person handles the account by hand: the bot rests until it is released."""

    by: str
    task: str = ""


@dataclass(frozen=True)
class TaskDone:
    """A person finished a task. When it was the last escalation, the bot may go on."""

    task: str
    by: str
    outcome: str = ""


@dataclass(frozen=True)
class Released:
    """A person gave the account back to the schedule."""

    by: str


@dataclass(frozen=True)
class DraftPrepared:
    """An answer was drafted and waits for a person."""

    draft: str
    mail: str


@dataclass(frozen=True)
class DraftApproved:
    """A named person approved one version of a draft."""

    draft: str
    version: int
    by: str


@dataclass(frozen=True)
class DraftRefused:
    """A named person refused a draft."""

    draft: str
    by: str
    reason: str = ""


@dataclass(frozen=True)
class DraftOutdated:
    """Something happened after which the draft may no longer be right."""

    draft: str
    why: str


@dataclass(frozen=True)
class Cleared:
    """Invoices left the ledger's open items, or lost part of their open amount.

    `how`: payment, credit, write_off, or unknown when no movement tells.
    """

    invoice: str
    amount: Decimal
    currency: str
    how: str
    whole: bool = True


@dataclass(frozen=True)
class CameBack:
    """An invoice that had vanished without a reason is open again: it goes on where it stood (X21)."""

    invoice: str


@dataclass(frozen=True)
class SendingUnclear:
    """The process died while a mail was leaving, and nothing proves either way: a person looks."""

    row: str


@dataclass(frozen=True)
class SendingFailed:
    """The server refused a mail for good."""

    row: str
    why: str


Fact = (
    ReminderSent
    | PersonAsked
    | AnswerSent
    | PersonWrote
    | MailReceived
    | ReplyUnderstood
    | Paused
    | Resumed
    | PromiseMade
    | PromiseKept
    | PromiseBroken
    | PromiseDropped
    | DisputeOpened
    | DisputeClosed
    | PlanAsked
    | PlanAgreed
    | PlanEnded
    | InsolvencyDeclared
    | InsolvencyLifted
    | ContactBounced
    | ContactMended
    | ContactProposed
    | Escalated
    | TakenOver
    | TaskDone
    | Released
    | DraftPrepared
    | DraftApproved
    | DraftRefused
    | DraftOutdated
    | Cleared
    | CameBack
    | SendingUnclear
    | SendingFailed
)


@dataclass(frozen=True)
class Recorded:
    """A fact in its history: `seq` counts from 1 per account, `day` is the seller's business day."""

    seq: int
    at: datetime
    day: date
    fact: Fact

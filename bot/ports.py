"""What the steps need from the world: narrow protocols, so that every adapter and fake is cheap.

An edge translates its library's exceptions into those below; a step catches them per item, never per loop. What sends
tells apart what concerns the whole mailbox (`Unreachable`, `Throttled`, `Refused`, `BadAnswer`) from what concerns the
one mail it was given (`Later`, `Undeliverable`, `Unclear`): one odd recipient must not stop the others, and one wrong
password must not cost the accounts.

Long because the promises stand together: what a step may ask of the world is one page to read.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.core.case import Case
from bot.core.drafts import CopyState, DraftAnswer, DraftState
from bot.core.history import Fact, Recorded
from bot.core.inbound import InboundMail, MailState
from bot.core.labels import Opinion, Reply, Understanding
from bot.core.outbox import OutboxRow, RowState
from bot.core.receivables import Account, Movement, OpenItem, Snapshot
from bot.core.tasks import Task


class EdgeError(Exception):
    """Something outside did not do what was asked. The text is a sentence for a person."""


class Unreachable(EdgeError):
    """Try later: no connection, a time-out, a server that is down."""


class Refused(EdgeError):
    """Permanent until a person changes something: wrong password, certificate that does not fit, refused sender."""


class Undeliverable(Refused):
    """Permanent for this one mail: unknown recipient, text not accepted, too large. It never left; others may."""


class Throttled(EdgeError):
    """Too fast: come back after `wait_seconds`."""

    def __init__(self, sentence: str, wait_seconds: float) -> None:
        super().__init__(sentence)
        self.wait_seconds = wait_seconds


class Later(Throttled):
    """Not now for this one mail: its recipient is greylisted, or the recipient's domain does not answer. Others may."""


class BadAnswer(EdgeError):
    """The other side spoke, but not its protocol."""


class Unclear(EdgeError):
    """The text may or may not have left: the connection died after DATA began. Never resend."""


class Ledger(Protocol):
    """Who owes what. The bot reads it and never writes to it (law)."""

    def read(self) -> Snapshot:
        """The present snapshot. Raises `LedgerFaults` (all of them at once) or `Unreachable`."""
        ...


@dataclass(frozen=True)
class Fault:
    """One fault in what a person gave us: where it is, what is wrong, what to do."""

    where: str
    what: str
    suggestion: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" + (f" → {self.suggestion}" if self.suggestion else "")


class LedgerFaults(Exception):
    """The ledger could not be read; nothing was changed. Holds every fault, not only the first."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = tuple(faults)


@dataclass(frozen=True)
class Incoming:
    """One raw message as the mailbox gives it, with the cursor that stands after it.

    `folder` is a role: "inbox", "junk" or "sent". `raw` empty means unreadable; `why` then tells.
    """

    cursor: str
    folder: str
    raw: bytes
    received_at: datetime
    why: str = ""


class Inbox(Protocol):
    """The shared mailbox, seen as a resumable stream of raw messages."""

    def new(self, cursor: str | None) -> Iterable[Incoming]:
        """Every message after the cursor in INBOX, Junk and Sent. The cursor is opaque to everyone else.

        A finished iteration means that the mailbox was read to its end. Raises the edge errors.
        """
        ...

    def keep_draft(self, raw: bytes) -> str:
        """Put a copy into Drafts; returns the mailbox's handle of it. Harmless when the same bytes lie there."""
        ...

    def find_draft(self, message_id: str) -> tuple[str, bytes] | None:
        """The copy in Drafts that carries this Message-ID, as (handle, bytes): a person's edit gets a new handle."""
        ...

    def draft_bytes(self, handle: str) -> bytes | None:
        """The copy as it is now, or None when it is gone (sent, deleted or edited: a new handle)."""
        ...

    def remove_draft(self, handle: str) -> bool:
        """Remove our copy; False when it was gone already."""
        ...

    def keep_sent(self, raw: bytes) -> None:
        """File a copy in Sent. Not called where the server files one itself."""
        ...

    def find_sent(self, message_id: str) -> bytes | None:
        """The copy in Sent that carries this Message-ID (or had it as its original one), or None."""
        ...

    def close(self) -> None:
        """End the connection; the next call opens a new one."""
        ...


class Sender(Protocol):
    """The way out."""

    def send(self, raw: bytes, recipient: str) -> None:
        """Returns when the server has taken it.

        About this mail alone: `Undeliverable` (5xx to recipient or text: never left), `Later` (4xx to them: nothing
        left) and `Unclear` (the connection died after DATA began). About the mailbox, nothing left: `Refused`
        (log-in, TLS, sender), `Unreachable`, `Throttled`, `BadAnswer`.
        """
        ...

    def close(self) -> None:
        """End the connection; the next call opens a new one."""
        ...


class Classifier(Protocol):
    """An opinion about a reply, never a decision."""

    version: str

    def language(self, text: str, hint: str = "") -> str:
        """ISO 639-1 code of the text's language; the hint decides when the text does not."""
        ...

    def opinion(self, reply: Reply, language: str) -> Opinion:
        """What the reply says, with evidence; for machine mail the values of the notice."""
        ...


@dataclass(frozen=True)
class Letter:
    """A rendered mail before it becomes MIME. `figures` names every figure in the text and its ledger field."""

    subject: str
    text: str
    html: str
    language: str
    figures: Mapping[str, str]


class TemplateFault(Exception):
    """A template could not be rendered: that letter is held, others go."""


class Letters(Protocol):
    """Templates plus fields; refuses any figure that is not a field."""

    def render(self, template: str, language: str, fields: Mapping[str, object]) -> Letter:
        """`template` is "<family>/<name>" ("reminders/courtesy"). Raises `TemplateFault`."""
        ...


class Files(Protocol):
    """Documents of the ledger, by the name it gives them."""

    def pdf(self, name: str) -> bytes | None:
        """The invoice's PDF, or None when the folder does not hold it."""
        ...


@dataclass(frozen=True)
class Standing:
    """The cached fold of one account: always equal to folding its history anew."""

    account: str
    seq: int
    case: Case
    next_action: date | None


@dataclass(frozen=True)
class Held:
    """A reminder that did not leave on a day, and the codes of the reasons."""

    account: str
    day: date
    reasons: tuple[str, ...]


class Books(Protocol):
    """Everything the store holds, inside one transaction. Rows are the core's frozen dataclasses."""

    # -- ledger
    def keep_snapshot(self, snapshot: Snapshot) -> None:
        """Replace what is open by this snapshot; accounts whose items changed are marked due."""
        ...

    def snapshot_head(self) -> Snapshot | None:
        """The newest snapshot without its accounts, items and movements (empty tuples), or None."""
        ...

    def confirm_ledger(self, digest: str, by: str) -> None:
        """A person vouched for the very file with this sha256."""
        ...

    def ledger_confirmed(self, digest: str) -> bool: ...

    def accounts(self, numbers: Sequence[str] | None = None) -> Sequence[Account]: ...

    def items(self, accounts: Sequence[str] | None = None) -> Sequence[OpenItem]: ...

    def accounts_by_email(self, email: str) -> Sequence[str]:
        """Account numbers that have a contact with this address (case ignored)."""
        ...

    def accounts_by_domain(self, domain: str) -> Sequence[str]:
        """Account numbers that have a contact at this mail domain."""
        ...

    def accounts_by_invoice(self, numbers: Sequence[str]) -> Mapping[str, str]:
        """Open invoice numbers as in the ledger → their account, for those of `numbers` that are open.

        Compared in upper case without anything but letters and digits, so that F2026/118 finds F2026-118.
        """
        ...

    def movements(self, since: date) -> Sequence[Movement]: ...

    # -- histories and their cached folds
    def history(self, account: str) -> Sequence[Recorded]: ...

    def append(self, account: str, after_seq: int, facts: Sequence[Fact], at: datetime, day: date) -> Standing:
        """Append after `after_seq` and refresh the cached fold. Raises `Conflict` when somebody was faster."""
        ...

    def standing(self, account: str) -> Standing:
        """The cached fold; an account without history stands at seq 0 with an empty case."""
        ...

    def standings(self, accounts: Sequence[str]) -> Mapping[str, Standing]:
        """The cached folds of a batch, in one query."""
        ...

    def due_accounts(self, day: date, policy_hash: str, after: str, limit: int) -> Sequence[str]:
        """Account numbers above `after` whose next action date has come or whose policy hash is another."""
        ...

    def plan_next(self, account: str, next_action: date | None, policy_hash: str) -> None:
        """When to look at the account again (None: only when something happens)."""
        ...

    def facts_of_day(self, day: date) -> Sequence[tuple[str, Recorded]]:
        """Every fact of a business day with its account."""
        ...

    # -- mail that came in
    def cursor(self, mailbox: str) -> str | None: ...

    def keep_cursor(self, mailbox: str, cursor: str, read_to_end_at: datetime | None) -> None: ...

    def read_to_end_at(self, mailbox: str) -> datetime | None: ...

    def keep_mail(self, mail: InboundMail) -> bool:
        """False when it was known already (same id): nothing changes."""
        ...

    def mail(self, id: str) -> InboundMail | None: ...

    def mails(self, state: MailState, limit: int) -> Sequence[InboundMail]: ...

    def settle_mail(
        self, id: str, state: MailState, account: str, matched_by: str, why: str, understanding: Understanding | None
    ) -> None: ...

    def understanding(self, id: str) -> Understanding | None: ...

    def waiting_mails(self, mailbox: str) -> int:
        """How many mails of this mailbox are not understood yet (new; not those in quarantine)."""
        ...

    def mail_message_id(self, id: str) -> str:
        """The Message-ID header of a kept mail, with its angle brackets; empty when it had none."""
        ...

    def mail_account(self, message_id: str) -> str:
        """The account of a kept mail with this Message-ID; empty when there is none, or it is nobody's."""
        ...

    def last_mail(self, account: str) -> InboundMail | None:
        """The account's newest mail from the client (inbox or junk), or None."""
        ...

    def unsettled_accounts(self) -> frozenset[str]:
        """Accounts with a mail that lies unread, un-understood or in quarantine."""
        ...

    # -- mail that goes out
    def queue(self, row: OutboxRow) -> bool:
        """False when a live row of that key exists. Raises ValueError for an answer without `approved_by` (law)."""
        ...

    def row(self, id: str) -> OutboxRow | None: ...

    def rows(self, states: Sequence[RowState], limit: int = 1000) -> Sequence[OutboxRow]: ...

    def row_by_message_id(self, message_id: str) -> OutboxRow | None: ...

    def last_exchange(self, account: str) -> OutboxRow | None:
        """The account's newest sent row: the thread to go on with."""
        ...

    def move_row(self, id: str, old: RowState, new: RowState, why: str = "", at: datetime | None = None) -> bool:
        """Compare and set; False when the row was no longer in `old`. Unknown transitions raise ValueError."""
        ...

    def approve_row(self, id: str, by: str) -> bool:
        """A waiting reminder becomes queued, approved by a person; False when it does not wait any more."""
        ...

    def sent_since(self, at: datetime, mailbox: str = "") -> int:
        """How many mails left at that instant or later, from this mailbox (empty: from all)."""
        ...

    def remember_message_id(self, row: str, message_id: str) -> None:
        """The server sent the row under another Message-ID than ours: keep both."""
        ...

    # -- drafts and tasks
    def keep_draft(self, draft: DraftAnswer) -> None: ...

    def draft(self, id: str) -> DraftAnswer | None: ...

    def drafts(self, states: Sequence[DraftState]) -> Sequence[DraftAnswer]: ...

    def change_draft(self, draft: DraftAnswer, expected: DraftAnswer) -> None:
        """Write `draft` over `expected`. Raises `Conflict` when the stored one is no longer `expected`."""
        ...

    def mark_copy(self, id: str, copy: CopyState, copy_id: str, copy_hash: str) -> None: ...

    def open_task(self, task: Task) -> bool:
        """False when a task of that key exists already."""
        ...

    def task(self, id: str) -> Task | None: ...

    def tasks(self, account: str | None = None, open_only: bool = True) -> Sequence[Task]: ...

    def close_task(self, id: str, by: str, outcome: str) -> bool:
        """False when somebody closed it before."""
        ...

    # -- days
    def keep_held(self, day: date, held: Sequence[Held]) -> None:
        """Replace what is known to be held for these accounts on that day (empty reasons: no longer held)."""
        ...

    def held(self, day: date) -> Sequence[Held]: ...

    def setting(self, name: str) -> str:
        """A small switch that lives with the data ("stopped"); empty when never set."""
        ...

    def keep_setting(self, name: str, value: str) -> None: ...


class Store(Protocol):
    """Where everything lives."""

    def transaction(self) -> AbstractContextManager[Books]:
        """One transaction: committed when the block ends, rolled back when it raises.

        Raises `Unreachable` when the database is locked, full or away: the tick stops before any network call.
        """
        ...


class Clock(Protocol):
    """The only source of time. Read once per tick."""

    def now(self) -> datetime:
        """An aware instant in UTC."""
        ...

    def today(self) -> date:
        """The business day in the seller's zone."""
        ...

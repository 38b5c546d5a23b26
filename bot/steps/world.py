"""What the steps are handed by `wiring`: ports and house rules, and the moment of this tick."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo

from bot.core.calendar import Calendars
from bot.core.letter_fields import Company
from bot.core.policy import Mode, Policy
from bot.core.receivables_check import Thresholds
from bot.core.situation import Respond
from bot.ports import Books, Classifier, Files, Inbox, Ledger, Letters, Sender, Store


@dataclass(frozen=True)
class Mailbox:
    """One shared mailbox: its two ways, and what its settings say."""

    name: str
    address: str
    inbox: Inbox
    sender: Sender
    rate_per_hour: int = 100
    files_sent_copies: bool = False
    drafts_folder: bool = True
    segments: tuple[str, ...] = ()


@dataclass(frozen=True)
class DigestTo:
    """Who gets the digest, in which language, from which local hour on."""

    to: tuple[str, ...] = ()
    language: str = "fr"
    hour: int = 7
    minute: int = 0


@dataclass(frozen=True)
class World:
    """Everything outside, as ports, and the rules of the house. `key` signs our Message-IDs;
    `ledger_hash` stands for the settings the ledger is read with; `languages` are those that have templates."""

    store: Store
    ledger: Ledger
    ledger_hash: str
    files: Files
    mailboxes: Mapping[str, Mailbox]
    classifier: Classifier
    letters: Letters
    languages: frozenset[str]
    labels: Mapping[str, Respond]
    calendars: Calendars
    policy: Policy
    policy_hash: str
    thresholds: Thresholds
    mode: Mode
    company: Company
    country: str
    zone: tzinfo
    key: bytes
    digest: DigestTo = field(default_factory=DigestTo)

    def mailbox_for(self, segment: str) -> Mailbox:
        """The mailbox from which reminders to this segment leave: the one that names it, else the first."""
        boxes = list(self.mailboxes.values())
        return next((box for box in boxes if segment in box.segments), boxes[0])


@dataclass(frozen=True)
class Tick:
    """One moment: everything that happens in a pass happens at this instant."""

    now: datetime
    zone: tzinfo

    @property
    def local(self) -> datetime:
        """The instant on the seller's clock."""
        return self.now.astimezone(self.zone)

    @property
    def today(self) -> date:
        """The seller's business day."""
        return self.local.date()


@dataclass(frozen=True)
class Event:
    """Something a step did or could not do. `what` is a code; `detail` holds ids and figures, never a client's words.

    `bad` marks what a person should look at.
    """

    step: str
    what: str
    account: str = ""
    detail: str = ""
    bad: bool = False

    def __str__(self) -> str:
        parts = (self.what.replace("_", " "), self.account, self.detail)
        return f"{self.step}: " + " · ".join(part for part in parts if part)


def mailbox_read(books: Books, mailbox: str, tick: Tick) -> bool:
    """Whether the mailbox was read to its end in this very tick and nothing of it waits to be understood."""
    read_at = books.read_to_end_at(mailbox)
    return read_at == tick.now and not books.waiting_mails(mailbox)


HOUR = timedelta(hours=1)

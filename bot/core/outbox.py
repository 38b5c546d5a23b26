"""What is about to leave, and the states it goes through; the outbox never guesses and never resends on doubt."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from bot.core.history import Raised


class RowKind(StrEnum):
    """What leaves: an unattended reminder, an approved answer, or our own digest."""

    REMINDER = "reminder"
    ANSWER = "answer"
    DIGEST = "digest"


class RowState(StrEnum):
    """Where a row stands."""

    WAITING = "waiting"
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"


TRANSITIONS: dict[tuple[RowState, RowState], str] = {
    (RowState.WAITING, RowState.QUEUED): "A person approved the reminder.",
    (RowState.WAITING, RowState.CANCELLED): "A person refused it, its day ended, or its mailbox is gone.",
    (RowState.QUEUED, RowState.SENDING): "Committed before the network call, so that a crash leaves a trace.",
    (RowState.QUEUED, RowState.CANCELLED): "The gate refused it, its day ended, or its mailbox is gone.",
    (RowState.SENDING, RowState.SENT): "The server took it; committed together with its fact.",
    (RowState.SENDING, RowState.QUEUED): "The server took nothing yet: this recipient, or the mailbox, has to wait.",
    (RowState.SENDING, RowState.FAILED): "The server refused it for good.",
    (RowState.SENDING, RowState.UNKNOWN): "The connection or the process died while the text was leaving.",
    (RowState.UNKNOWN, RowState.SENT): "A copy of it lies in Sent, or a person saw that it arrived.",
    (RowState.UNKNOWN, RowState.FAILED): "A person saw that it never left, or our own digest is not in Sent.",
}
"""Every allowed transition and why it exists."""

LIVE = frozenset({RowState.WAITING, RowState.QUEUED, RowState.SENDING, RowState.SENT, RowState.UNKNOWN})
"""States in which a row occupies its key: no second row of that key may exist beside it."""


@dataclass(frozen=True)
class Claim:
    """What the text says is owed: compared with the ledger at departure. A credit that is deducted is negative."""

    invoice: str
    amount: Decimal
    currency: str


@dataclass(frozen=True)
class OutboxRow:
    """One mail that is to leave, or has left.

    `key` is unique among live rows: "reminder:<account>:<day>", "answer:<draft>", "digest:<day>".
    `day` is the business day of the seller at whose end an unsent reminder dies.
    `mailbox` names the mailbox it leaves from, `reply_to_mail` the inbound mail it answers, `draft` where it came from.
    """

    id: str
    key: str
    kind: RowKind
    account: str
    day: date
    recipient: str
    message_id: str
    raw: bytes
    state: RowState = RowState.QUEUED
    raised: tuple[Raised, ...] = ()
    claims: tuple[Claim, ...] = ()
    approved_by: str = ""
    draft: str = ""
    reply_to_mail: str = ""
    not_before: datetime | None = None
    attempts: int = 0
    why: str = ""
    queued_at: datetime | None = None
    sent_at: datetime | None = None
    mailbox: str = ""


def may_move(old: RowState, new: RowState) -> bool:
    """Whether the outbox knows this transition."""
    return (old, new) in TRANSITIONS

"""A mail that came in (or lies in Sent): raw first, understood later, never dropped."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class MailState(StrEnum):
    """Where an inbound mail stands."""

    NEW = "new"
    UNDERSTOOD = "understood"
    QUARANTINE = "quarantine"


@dataclass(frozen=True)
class InboundMail:
    """One raw message. `id` is derived from Message-ID and sha256, so a copy or a move is the same mail.

    `folder` is where it was first seen: "inbox", "junk" or "sent" (roles, not server names).
    """

    id: str
    mailbox: str
    folder: str
    raw: bytes
    received_at: datetime
    state: MailState = MailState.NEW
    account: str = ""
    matched_by: str = ""
    why: str = ""

"""A drafted answer: one draft, one way out, and only through a named person."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class DraftState(StrEnum):
    """Where a draft stands."""

    OPEN = "open"
    APPROVED = "approved"
    REFUSED = "refused"
    SENT_BY_PERSON = "sent_by_person"
    OUTDATED = "outdated"
    CONFLICT = "conflict"


class CopyState(StrEnum):
    """Where its copy in the mailbox's Drafts folder stands."""

    NONE = "none"
    PLACED = "placed"
    TOUCHED = "touched"
    GONE = "gone"
    REMOVED = "removed"


@dataclass(frozen=True)
class DraftAnswer:
    """An answer that waits for a person. `version` goes up with each edit; approving names one version.

    `text` is the plain text a person may edit; HTML is rendered from it. `templates` tells what it was built from, each
    as "<template>:<label of its reading>". `sender` is the mailbox's address it leaves from. `copy_id` is the mailbox's
    own handle of the copy, `copy_hash` the sha256 of the bytes we placed there.
    """

    id: str
    account: str
    mail: str
    version: int
    recipient: str
    subject: str
    text: str
    language: str
    templates: tuple[str, ...]
    state: DraftState = DraftState.OPEN
    copy: CopyState = CopyState.NONE
    copy_id: str = ""
    copy_hash: str = ""
    message_id: str = ""
    created_at: datetime | None = None
    sender: str = ""
    decided_by: str = ""
    why: str = ""


class Conflict(Exception):
    """Somebody was faster, or the draft changed since it was read: nothing was done."""

"""Work for a person: what to do, for which account or mail, by when."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Task:
    """`kind` and `why` are codes with a sentence in every UI language; `key` makes a second pass harmless.

    `account` may be `history.NOBODY`. `done_by` empty: it is still open.
    """

    id: str
    key: str
    kind: str
    why: str
    account: str
    mail: str = ""
    owner: str = ""
    urgent: bool = False
    due: date | None = None
    opened_at: datetime | None = None
    done_by: str = ""
    outcome: str = ""


RESTING = frozenset(
    {
        "read_reply",
        "declare_claim",
        "answer_lawyer",
        "answer_privacy",
        "call_client",
        "verify_bank_details",
        "mend_contact",
        "unclear_sending",
        "plan_broken",
        "send_documents",
        "confirm_contact",
        "check_account",
    }
)
"""Kinds of task during which the whole account rests: no reminder until a person is done.

The others rest only what they are about, through a pause, a promise or a dispute (C92).
"""

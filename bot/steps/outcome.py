"""What the account's history says of a row that left."""

from bot.core import history as facts
from bot.core.history import Fact
from bot.core.outbox import OutboxRow, RowKind


def sent_fact(row: OutboxRow) -> Fact:
    """A reminder raises its invoices; an answer names who approved it."""
    if row.kind is RowKind.ANSWER:
        return facts.AnswerSent(row.id, row.draft, row.approved_by, row.message_id)
    return facts.ReminderSent(row.id, row.raised, row.message_id)

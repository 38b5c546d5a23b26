"""What became of a row that was to leave: noted on the row, in the account's history and on a person's desk at once."""

from bot.core import history as facts
from bot.core.acts import Escalate
from bot.core.effects import task_for
from bot.core.history import NOBODY, Fact
from bot.core.outbox import OutboxRow, RowKind, RowState
from bot.core.receivables import fingerprint
from bot.ports import Books
from bot.steps.reopening import reopen
from bot.steps.world import Tick, World


def sent_fact(row: OutboxRow) -> Fact:
    """A reminder raises its invoices; an answer names who approved it."""
    if row.kind is RowKind.ANSWER:
        return facts.AnswerSent(row.id, row.draft, row.approved_by, row.message_id)
    return facts.ReminderSent(row.id, row.raised, row.message_id, fingerprint(row.recipient))


def note_sent(books: Books, tick: Tick, row: OutboxRow, old: RowState) -> bool:
    """The row left: state, fact and the end of its question in one transaction. False: it was no longer in `old`."""
    if not books.move_row(row.id, old, RowState.SENT, at=tick.now):
        return False
    # In the same transaction: a task that outlives its question could never be settled.
    books.close_task(f"unclear_sending:{row.id}", "Relance", "found in Sent")
    if row.kind is not RowKind.DIGEST:
        append(books, tick, row.account, sent_fact(row))
    return True


def settle_seen(books: Books, row: OutboxRow, tick: Tick) -> bool:
    """A copy of this row lies in Sent, so it left: settles what was unclear. False when nothing was.

    Only for a copy in Sent: elsewhere anybody could put our header or Message-ID into a mail. A row that a crash left
    in *sending* is first noted as unclear, by `left_over`, so that its history tells what happened.
    """
    return note_sent(books, tick, row, RowState.UNKNOWN)


def note_failed(world: World, books: Books, tick: Tick, row: OutboxRow, why: str) -> None:
    """The server will not take it: the contact has to be mended, and an answer goes back to a person."""
    books.move_row(row.id, RowState.SENDING, RowState.FAILED, why=why)
    if row.kind is RowKind.DIGEST:
        books.open_task(task_for(Escalate("unclear_sending", "digest_refused"), row.id, NOBODY, tick.now))
        return
    task = task_for(Escalate("mend_contact", "sending_failed"), row.id, row.account, tick.now)
    books.open_task(task)
    noted = (facts.SendingFailed(row.id, "refused"), facts.Escalated(task.id, "sending_failed"))
    append(books, tick, row.account, *noted)
    reopen(world, books, tick, row, "sending_failed", ask=False)


def note_unclear(books: Books, tick: Tick, row: OutboxRow, why: str) -> None:
    """It may have left or not: the account rests until that is found out. A digest has no account."""
    books.move_row(row.id, RowState.SENDING, RowState.UNKNOWN, why=why)
    if row.kind is RowKind.DIGEST:
        return
    books.open_task(task_for(Escalate("unclear_sending", "sending_unclear", True), row.id, row.account, tick.now))
    append(books, tick, row.account, facts.SendingUnclear(row.id))


def give_up_digest(books: Books, tick: Tick, row: OutboxRow) -> None:
    """An unclear digest that is not in Sent: tomorrow brings another, a person only has to know."""
    books.move_row(row.id, RowState.UNKNOWN, RowState.FAILED, why="not found in Sent")
    books.open_task(task_for(Escalate("unclear_sending", "digest_unclear"), row.id, NOBODY, tick.now))


def append(books: Books, tick: Tick, account: str, *new: Fact) -> None:
    """Facts at the end of the account's history, at this moment."""
    books.append(account, books.standing(account).seq, new, tick.now, tick.today)

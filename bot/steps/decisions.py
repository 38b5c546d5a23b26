"""What a named person decides about accounts: hand over, release, tasks, disputes, plans, insolvency, lost mails."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.core import history as facts
from bot.core.case import Case
from bot.core.drafts import Conflict, CopyState, DraftState
from bot.core.history import Fact, Instalment
from bot.core.inbound import MailState
from bot.core.outbox import OutboxRow, RowState
from bot.core.time_brings import of_one_currency, open_of
from bot.ports import Books
from bot.steps.outcome import note_sent
from bot.steps.reopening import reopen
from bot.steps.whose import BY_PERSON
from bot.steps.world import Event, Tick, World


def take_over(world: World, tick: Tick, account: str, by: str) -> Event:
    """A person handles the account by hand; the bot rests until it is released."""
    with world.store.transaction() as books:
        _append(books, tick, account, facts.TakenOver(by))
    return Event("review", "taken_over", account, by)


def release(world: World, tick: Tick, account: str, by: str) -> Event:
    """The account goes back to the schedule: pauses end, resting tasks are closed, its mail counts as read.

    Raises Conflict while it is unclear whether a mail left: that must be found out first.
    """
    with world.store.transaction() as books:
        case = books.standing(account).case
        if case.unclear:
            rows = ", ".join(sorted(case.unclear))
            raise Conflict(f"First find out whether {rows} arrived: review arrived ID, or review not-sent ID.")
        for task in books.tasks(account):
            books.close_task(task.id, by, "released")
        read = [facts.ReplyUnderstood(mail, "human", (), f"person:{by}") for mail in sorted(case.unread)]
        _append(books, tick, account, *read, facts.Released(by))
    return Event("review", "released", account, by)


def give_mail(world: World, tick: Tick, mail_id: str, account: str, by: str) -> Event:
    """A mail that was linked to nobody, or to the wrong account, is understood anew for this one (C52).

    What it had led to on the old account is undone where it still stands: its tasks, its disputes, its draft.
    """
    with world.store.transaction() as books:
        mail = books.mail(mail_id)
        if mail is None or not books.accounts([account]):
            raise Conflict(f"There is no mail {mail_id}." if mail is None else f"There is no account {account}.")
        if mail.account == account:
            raise Conflict(f"Mail {mail_id} belongs to {account} already.")
        if mail.account:
            _undo(books, tick, mail_id, mail.account, by)
        books.settle_mail(mail_id, MailState.NEW, account, BY_PERSON, "", None)
    return Event("review", "mail_moved", account, mail_id)


def _undo(books: Books, tick: Tick, mail: str, account: str, by: str) -> None:
    case, undone = books.standing(account).case, list[Fact]()
    for task in books.tasks(account):
        if task.mail == mail and books.close_task(task.id, by, "mail moved"):
            undone.append(facts.TaskDone(task.id, by, "mail_moved"))
    undone += [facts.DisputeClosed(d.id, by, "mail_moved") for d in case.disputes if d.id.startswith(f"{mail}.")]
    if mail in case.unread:
        undone.append(facts.ReplyUnderstood(mail, "human", (), f"person:{by}"))
    draft = books.draft(mail)
    if draft is not None and draft.state is DraftState.OPEN:
        books.change_draft(replace(draft, state=DraftState.REFUSED, decided_by=by, why="mail_moved"), draft)
        undone.append(facts.DraftRefused(draft.id, by))
    if undone:
        _append(books, tick, account, *undone)


def declare_insolvency(world: World, tick: Tick, account: str, proceeding: str, by: str) -> Event:
    """A person knows of proceedings: every demand stops."""
    with world.store.transaction() as books:
        _append(books, tick, account, facts.InsolvencyDeclared(proceeding, f"person:{by}"))
    return Event("review", "insolvency_declared", account, proceeding)


def lift_insolvency(world: World, tick: Tick, account: str, by: str) -> Event:
    """The report of proceedings was wrong, or they ended. Raises Conflict when none is noted."""
    with world.store.transaction() as books:
        if not books.standing(account).case.insolvency:
            raise Conflict(f"No insolvency is noted on {account}.")
        _append(books, tick, account, facts.InsolvencyLifted(by))
    return Event("review", "insolvency_lifted", account, by)


def finish_task(world: World, tick: Tick, task_id: str, by: str, outcome: str) -> Event:
    """A task is done. Raises Conflict when somebody did it before or there is none."""
    with world.store.transaction() as books:
        task = books.task(task_id)
        if task is None:
            raise Conflict(f"There is no task {task_id}.")
        if not books.close_task(task_id, by, outcome):
            raise Conflict(f"Task {task_id} was done by {task.done_by} already.")
        done: list[Fact] = [facts.TaskDone(task_id, by, outcome)]
        if task.mail and task.why == "unreadable":
            done.append(facts.ReplyUnderstood(task.mail, "human", (), f"person:{by}"))
        if task.mail and task.kind == "settle_dispute":
            done += _disputes_of(books.standing(task.account).case, task.mail, by)
        _append(books, tick, task.account, *done)
    return Event("review", "task_done", task.account, task_id)


def _disputes_of(case: Case, mail: str, by: str) -> list[Fact]:
    """A settled task leaves no dispute of its mail behind: it would hold its invoices for ever."""
    return [facts.DisputeClosed(d.id, by) for d in (*case.disputes, *case.dormant) if d.id.startswith(f"{mail}.")]


def close_dispute(world: World, tick: Tick, account: str, dispute: str, by: str, outcome: str) -> Event:
    """The dispute is settled; its invoices go on where they stood."""
    with world.store.transaction() as books:
        standing = books.standing(account)
        known = [d.id for d in standing.case.disputes]
        if dispute not in known:
            raise Conflict(f"Account {account} has no open dispute {dispute}; open: {', '.join(known) or 'none'}.")
        _append(books, tick, account, facts.DisputeClosed(dispute, by, outcome))
    return Event("review", "dispute_closed", account, dispute)


def agree_plan(
    world: World, tick: Tick, account: str, instalments: Sequence[Instalment], invoices: tuple[str, ...], by: str
) -> Event:
    """A person agrees to a plan; its invoices rest while the instalments arrive. Raises Conflict: nothing is open.

    No invoices named: those that are open today, in one currency; a later invoice is no part of the plan.
    """
    with world.store.transaction() as books:
        items = books.items([account])
        covered = of_one_currency(invoices, items, sum((part.amount for part in instalments), Decimal(0)))
        owed = open_of(covered, items) if covered else Decimal(0)
        if owed <= 0 or not instalments:
            raise Conflict(f"Nothing is open on {account} that a plan could cover.")
        past = [part.due.isoformat() for part in instalments if part.due < tick.today]
        if past:
            raise Conflict(f"An instalment lies in the past: {', '.join(past)}.")
        id = f"plan:{account}:{tick.now:%Y%m%d%H%M%S}"
        overtaken = _overtaken(books, account)
        _append(books, tick, account, facts.PlanAgreed(id, tuple(instalments), covered, owed, by), *overtaken)
    return Event("review", "plan_agreed", account, id)


def _overtaken(books: Books, account: str) -> list[Fact]:
    """Drafts that nobody touched and that still say that nothing is agreed."""
    found: list[Fact] = []
    for draft in books.drafts((DraftState.OPEN,)):
        plan = any(told.startswith("plan_received") for told in draft.templates)
        if draft.account == account and plan and draft.version == 1 and draft.copy is not CopyState.TOUCHED:
            books.change_draft(replace(draft, state=DraftState.OUTDATED, why="plan_agreed"), draft)
            found.append(facts.DraftOutdated(draft.id, "plan_agreed"))
    return found


def mend_contact(world: World, tick: Tick, account: str, contact: str, by: str) -> Event:
    """A person vouches for an address that had bounced."""
    with world.store.transaction() as books:
        _append(books, tick, account, facts.ContactMended(contact, by))
    return Event("review", "contact_mended", account)


def settle_unclear(world: World, tick: Tick, row_id: str, arrived: bool, by: str) -> Event:
    """A person found out whether an unclear mail arrived. It is never resent: a reminder that is due is planned anew,
    an answer that never left waits for a person again, as a new version."""
    with world.store.transaction() as books:
        row = books.row(row_id)
        if row is None or row.state is not RowState.UNKNOWN:
            raise Conflict(f"Row {row_id} is not unclear any more.")
        books.close_task(f"unclear_sending:{row_id}", by, "arrived" if arrived else "never left")
        if arrived:
            note_sent(books, tick, row, RowState.UNKNOWN)
        else:
            _never_left(world, books, tick, row, by)
    return Event("review", "unclear_settled", row.account, row_id)


def _never_left(world: World, books: Books, tick: Tick, row: OutboxRow, by: str) -> None:
    books.move_row(row.id, RowState.UNKNOWN, RowState.FAILED, why=f"found out by {by}")
    if row.account:
        _append(books, tick, row.account, facts.SendingFailed(row.id, "never left"))
    reopen(world, books, tick, row, "never_left")


def _append(books: Books, tick: Tick, account: str, *new: Fact) -> None:
    books.append(account, books.standing(account).seq, new, tick.now, tick.today)

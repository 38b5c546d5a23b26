"""What a named person decides: approve, edit, refuse or hand over a draft; finish tasks; settle disputes and plans."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256

from bot.core import history as facts
from bot.core.case import Case
from bot.core.drafts import Conflict, CopyState, DraftAnswer, DraftState
from bot.core.history import Fact, Instalment
from bot.core.inbound import MailState
from bot.core.outbox import OutboxRow, RowKind, RowState
from bot.core.policy import Mode
from bot.core.time_brings import of_one_currency, open_of
from bot.ports import Books
from bot.steps.drafting import answer_row_id, draft_mime
from bot.steps.outcome import note_sent
from bot.steps.reopening import close_checks, reopen
from bot.steps.whose import BY_PERSON
from bot.steps.world import Event, Mailbox, Tick, World


def approve(world: World, tick: Tick, draft_id: str, version: int, by: str) -> Event:
    """Queue the answer. Raises Conflict: somebody was faster, the draft changed, its copy was touched or sent."""
    draft = _open_draft(world, draft_id, version)
    if world.mode is Mode.SHADOW:
        raise Conflict("Shadow mode: nothing leaves. Set mode: drafts or live in config.yaml to send approved answers.")
    box = _box(world, draft)
    row = _row(world, tick, box, draft, by)
    _take_copy_away(world, box, draft)
    with world.store.transaction() as books:
        now = books.draft(draft_id)
        if now is None or now.state is not DraftState.OPEN or now.version != version:
            raise Conflict(f"Draft {draft_id} was decided or changed by somebody else.")
        if now.copy in (CopyState.PLACED, CopyState.TOUCHED):
            raise Conflict(f"A copy of draft {draft_id} was placed in Drafts this very moment: approve again.")
        books.change_draft(replace(now, state=DraftState.APPROVED, decided_by=by), now)
        if not books.queue(row):
            raise Conflict(f"An answer of draft {draft_id} is on its way already.")
        close_checks(books, draft, by, "approved")
        _append(books, tick, draft.account, facts.DraftApproved(draft.id, version, by))
    return Event("review", "approved", draft.account, draft.id)


def _open_draft(
    world: World, draft_id: str, version: int, states: Sequence[DraftState] = (DraftState.OPEN,)
) -> DraftAnswer:
    with world.store.transaction() as books:
        draft = books.draft(draft_id)
    if draft is None:
        raise Conflict(f"There is no draft {draft_id}.")
    if draft.state is DraftState.CONFLICT and draft.state not in states:
        raise Conflict(
            f"The copy of draft {draft_id} left the Drafts folder and is not in Sent. If somebody sent it, the pass "
            f"that sees it in Sent notes it; if somebody deleted it: review refuse {draft_id}, and answer by hand if "
            "an answer is still wanted."
        )
    if draft.state not in states:
        who = f" by {draft.decided_by}" if draft.decided_by else ""
        raise Conflict(f"Draft {draft_id} is not open any more: {draft.state.value.replace('_', ' ')}{who}.")
    if draft.version != version:
        raise Conflict(f"Draft {draft_id} changed: you read version {version}, it is now version {draft.version}.")
    return draft


def _box(world: World, draft: DraftAnswer) -> Mailbox:
    with world.store.transaction() as books:
        mail = books.mail(draft.mail)
    return world.mailboxes[mail.mailbox] if mail and mail.mailbox in world.mailboxes else world.mailbox_for("")


def _take_copy_away(world: World, box: Mailbox, draft: DraftAnswer) -> None:
    """First the copy, so that one draft has one way out (law). *Removed* is noted before, so that a crash shows."""
    if draft.copy in (CopyState.NONE, CopyState.REMOVED):
        _take_unnoted_copy_away(world, box, draft)
        return
    raw = box.inbox.draft_bytes(draft.copy_id)
    if raw is None or sha256(raw).hexdigest() != draft.copy_hash:
        raise Conflict(_why_not_ours(box, draft, raw))
    with world.store.transaction() as books:
        books.mark_copy(draft.id, CopyState.REMOVED, draft.copy_id, draft.copy_hash)
    if not box.inbox.remove_draft(draft.copy_id):
        raise Conflict(f"The copy of draft {draft.id} went away this very moment: look in Sent, then try again.")


def _take_unnoted_copy_away(world: World, box: Mailbox, draft: DraftAnswer) -> None:
    """A process that died while it placed or removed the copy noted nothing: the copy may lie there, or be used."""
    if not box.drafts_folder:
        return
    lying = box.inbox.find_draft(draft.message_id)
    if lying is None:
        if box.inbox.find_sent(draft.message_id) is not None:
            raise Conflict(_why_not_ours(box, draft, None))
        return
    if lying[1] != draft_mime(world, draft):
        raise Conflict(_why_not_ours(box, draft, lying[1]))
    if not box.inbox.remove_draft(lying[0]):
        raise Conflict(f"The copy of draft {draft.id} went away this very moment: look in Sent, then try again.")


def _why_not_ours(box: Mailbox, draft: DraftAnswer, raw: bytes | None) -> str:
    if raw is None and box.inbox.find_sent(draft.message_id) is not None:
        return f"Draft {draft.id} was sent from the mailbox already; the next pass notes it."
    if raw is not None or box.inbox.find_draft(draft.message_id) is not None:
        return f"Draft {draft.id} was edited in the Drafts folder: send it there, or delete it there and approve again."
    return (
        f"The copy of draft {draft.id} is gone from the Drafts folder and not in Sent: find out who sent or deleted it."
    )


def _row(world: World, tick: Tick, box: Mailbox, draft: DraftAnswer, by: str) -> OutboxRow:
    return OutboxRow(
        id=answer_row_id(world, draft),
        key=f"answer:{draft.id}",
        kind=RowKind.ANSWER,
        account=draft.account,
        day=tick.today,
        recipient=draft.recipient,
        message_id=draft.message_id,
        raw=draft_mime(world, draft),
        approved_by=by,
        draft=draft.id,
        reply_to_mail=draft.mail,
        queued_at=tick.now,
        mailbox=box.name,
    )


def edit(world: World, draft_id: str, version: int, text: str) -> DraftAnswer:
    """A new version with this text. Its copy in Drafts is taken away first and placed anew at the next pass."""
    draft = _open_draft(world, draft_id, version)
    _take_copy_away(world, _box(world, draft), draft)
    with world.store.transaction() as books:
        now = books.draft(draft_id)
        if now is None:
            raise Conflict(f"There is no draft {draft_id}.")
        changed = replace(now, text=text, version=version + 1, copy=CopyState.NONE, copy_id="", copy_hash="")
        books.change_draft(changed, replace(draft, copy=now.copy, copy_id=now.copy_id, copy_hash=now.copy_hash))
    return changed


def refuse(world: World, tick: Tick, draft_id: str, version: int, by: str, reason: str) -> Event:
    """The draft never leaves; the copy in Drafts is removed at the next pass if nobody touched it.

    A draft whose copy a person deleted (a conflict) is refused likewise: that frees its account.
    """
    draft = _open_draft(world, draft_id, version, (DraftState.OPEN, DraftState.CONFLICT))
    with world.store.transaction() as books:
        books.change_draft(replace(draft, state=DraftState.REFUSED, decided_by=by, why=reason), draft)
        close_checks(books, draft, by, "refused")
        _append(books, tick, draft.account, facts.DraftRefused(draft.id, by, reason))
    return Event("review", "refused", draft.account, draft.id)


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


def approve_reminder(world: World, tick: Tick, row_id: str, by: str) -> Event:
    """In drafts mode a reminder waits for a person too."""
    with world.store.transaction() as books:
        if not books.approve_row(row_id, by):
            raise Conflict(f"Reminder {row_id} does not wait any more.")
        row = books.row(row_id)
    return Event("review", "reminder_approved", row.account if row else "", row_id)


def refuse_reminder(world: World, tick: Tick, row: OutboxRow, by: str, reason: str) -> bool:
    """A waiting reminder does not leave today, whatever the mode becomes; False when it waits no more."""
    why = f"refused by {by}" + (f": {reason}" if reason else "")
    with world.store.transaction() as books:
        if not books.move_row(row.id, RowState.WAITING, RowState.CANCELLED, why, tick.now):
            return False
        _append(books, tick, row.account, facts.Paused(tick.today, "reminder_refused", by=by))
    return True


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


def waiting(world: World) -> Iterator[DraftAnswer]:
    """Drafts that wait for a person, oldest first."""
    with world.store.transaction() as books:
        found = books.drafts((DraftState.OPEN, DraftState.CONFLICT))
    # Outside the transaction: who asks may take as long as a person needs, and write meanwhile.
    yield from sorted(found, key=lambda d: (d.created_at is None, str(d.created_at)))

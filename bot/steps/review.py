"""What a named person decides about answers and reminders: approve, edit, refuse."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from bot.core import history as facts
from bot.core.drafts import Conflict, CopyState, DraftAnswer, DraftState
from bot.core.history import Fact
from bot.core.outbox import OutboxRow, RowKind, RowState
from bot.core.policy import Mode
from bot.ports import Books
from bot.steps.drafting import answer_row_id, draft_mime
from bot.steps.reopening import close_checks
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


def _append(books: Books, tick: Tick, account: str, *new: Fact) -> None:
    books.append(account, books.standing(account).seq, new, tick.now, tick.today)


def waiting(world: World) -> Iterator[DraftAnswer]:
    """Drafts that wait for a person, oldest first."""
    with world.store.transaction() as books:
        found = books.drafts((DraftState.OPEN, DraftState.CONFLICT))
    # Outside the transaction: who asks may take as long as a person needs, and write meanwhile.
    yield from sorted(found, key=lambda d: (d.created_at is None, str(d.created_at)))

"""An approved answer that did not leave goes back to a person: never resent as it was, never forgotten."""

from dataclasses import replace

from bot.core import history as facts
from bot.core.acts import Escalate
from bot.core.drafts import CopyState, DraftAnswer, DraftState
from bot.core.effects import task_for
from bot.core.outbox import OutboxRow
from bot.ports import Books
from bot.steps.drafting import own_message_id
from bot.steps.world import Tick, World


def reopen(world: World, books: Books, tick: Tick, row: OutboxRow, why: str, ask: bool = True) -> bool:
    """The row's draft waits again, as a new version with a new row and Message-ID; `ask` opens a task to look at it.

    The old Message-ID stays with the old row: should that one turn up after all, the two are told apart. False when
    the row is no answer, or its draft is not the one that was approved any more.
    """
    draft = books.draft(row.draft) if row.draft else None
    if draft is None or draft.state is not DraftState.APPROVED:
        return False
    again = _next_version(world, draft, why)
    books.change_draft(again, draft)
    waits = (facts.DraftPrepared(draft.id, draft.mail),)
    books.append(draft.account, books.standing(draft.account).seq, waits, tick.now, tick.today)
    if ask:
        task = task_for(Escalate("check_draft", why), draft.id, draft.account, tick.now, _again(again))
        books.open_task(task)
    return True


def _next_version(world: World, draft: DraftAnswer, why: str) -> DraftAnswer:
    version = draft.version + 1
    known = {box.address for box in world.mailboxes.values()}
    sender = draft.sender if draft.sender in known else world.mailbox_for("").address
    return replace(
        draft,
        state=DraftState.OPEN,
        version=version,
        copy=CopyState.NONE,
        copy_id="",
        copy_hash="",
        sender=sender,
        message_id=own_message_id(world, f"a{draft.id}-{version}", sender),
        decided_by="",
        why=why,
    )


def _again(draft: DraftAnswer) -> str:
    return f"-{draft.version}"


def close_checks(books: Books, draft: DraftAnswer, by: str, outcome: str) -> None:
    """A person decided on the draft: the tasks that asked to look at it are done."""
    for again in ("", *(f"-{version}" for version in range(2, draft.version + 1))):
        books.close_task(f"check_draft:{draft.id}{again}", by, outcome)

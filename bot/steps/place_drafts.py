"""The copies in the Drafts folder follow our drafts; what a person touched is left alone (law)."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from bot.core.acts import Escalate
from bot.core.drafts import CopyState, DraftAnswer, DraftState
from bot.core.effects import task_for
from bot.ports import EdgeError
from bot.steps.drafting import draft_mime
from bot.steps.world import Event, Mailbox, Tick, World


def place_drafts(world: World, tick: Tick) -> Iterator[Event]:
    """One look per open draft, and one per withdrawn draft whose copy still lies there."""
    with world.store.transaction() as books:
        drafts = books.drafts((DraftState.OPEN, DraftState.OUTDATED, DraftState.REFUSED))
        boxes = {d.id: mail.mailbox for d in drafts if (mail := books.mail(d.mail)) is not None}
    away: set[str] = set()
    for draft in drafts:
        box = world.mailboxes.get(boxes.get(draft.id, ""))
        if box is None or not box.drafts_folder or box.name in away:
            continue
        try:
            yield from _follow(world, tick, box, draft)
        except EdgeError as error:
            yield Event("place_drafts", "drafts_folder_unreachable", draft.account, f"{box.name}: {error}", bad=True)
            away.add(box.name)


def _follow(world: World, tick: Tick, box: Mailbox, draft: DraftAnswer) -> Iterator[Event]:
    if draft.state is not DraftState.OPEN:
        if draft.copy is CopyState.PLACED:
            yield from _withdraw(world, tick, box, draft)
        return
    match draft.copy:
        case CopyState.NONE:
            yield _place(world, box, draft)
        case CopyState.REMOVED:
            # An approval that died half-way: whatever is left of the copy goes, and a new one is placed next time.
            box.inbox.remove_draft(draft.copy_id)
            _mark(world, draft, CopyState.NONE, "", "")
        case CopyState.PLACED | CopyState.TOUCHED | CopyState.GONE:
            yield from _watch(world, tick, box, draft)


def _place(world: World, box: Mailbox, draft: DraftAnswer) -> Event:
    """A copy that a process placed and died before noting it is found again; a person may have edited it since."""
    raw = draft_mime(world, draft)
    digest = sha256(raw).hexdigest()
    lying = box.inbox.find_draft(draft.message_id)
    if lying is not None and sha256(lying[1]).hexdigest() != digest:
        _mark(world, draft, CopyState.TOUCHED, lying[0], digest)
        return Event("place_drafts", "draft_touched", draft.account, draft.id)
    handle = lying[0] if lying is not None else box.inbox.keep_draft(raw)
    with world.store.transaction() as books:
        now = books.draft(draft.id)
        wanted = now is not None and (now.state, now.version) == (DraftState.OPEN, draft.version)
        if wanted:
            books.mark_copy(draft.id, CopyState.PLACED, handle, digest)
    if not wanted:
        # Decided or edited while we placed it: its answer has another way out.
        box.inbox.remove_draft(handle)
        return Event("place_drafts", "draft_withdrawn", draft.account, draft.id)
    return Event("place_drafts", "draft_placed", draft.account, draft.id)


def _watch(world: World, tick: Tick, box: Mailbox, draft: DraftAnswer) -> Iterator[Event]:
    """Still ours, edited by a person (a new handle, other bytes), or gone."""
    raw = box.inbox.draft_bytes(draft.copy_id)
    if raw is not None and sha256(raw).hexdigest() == draft.copy_hash:
        return
    found = (draft.copy_id, raw) if raw is not None else box.inbox.find_draft(draft.message_id)
    if found is not None:
        if draft.copy is not CopyState.TOUCHED or found[0] != draft.copy_id:
            _mark(world, draft, CopyState.TOUCHED, found[0], draft.copy_hash)
            yield Event("place_drafts", "draft_touched", draft.account, draft.id)
        return
    if draft.copy is not CopyState.GONE:
        # Its copy in Sent may come a moment later: collect and understand look once more before a person is asked.
        _mark(world, draft, CopyState.GONE, draft.copy_id, draft.copy_hash)
        return
    yield from _vanished(world, tick, draft)


def _vanished(world: World, tick: Tick, draft: DraftAnswer) -> Iterator[Event]:
    with world.store.transaction() as books:
        now = books.draft(draft.id)
        if now is None or now.state is not DraftState.OPEN:
            return
        books.change_draft(replace(now, state=DraftState.CONFLICT, why="draft_vanished"), now)
        books.open_task(task_for(Escalate("check_draft", "draft_vanished"), draft.id, draft.account, tick.now))
    yield Event("place_drafts", "draft_vanished", draft.account, draft.id, bad=True)


def _withdraw(world: World, tick: Tick, box: Mailbox, draft: DraftAnswer) -> Iterator[Event]:
    """Only bytes that are exactly ours are removed."""
    raw = box.inbox.draft_bytes(draft.copy_id)
    if raw is not None and sha256(raw).hexdigest() == draft.copy_hash:
        box.inbox.remove_draft(draft.copy_id)
        _mark(world, draft, CopyState.REMOVED, draft.copy_id, draft.copy_hash)
        yield Event("place_drafts", "draft_withdrawn", draft.account, draft.id)
        return
    found = raw is not None or box.inbox.find_draft(draft.message_id) is not None
    _mark(world, draft, CopyState.TOUCHED if found else CopyState.GONE, draft.copy_id, draft.copy_hash)
    if found:
        with world.store.transaction() as books:
            books.open_task(task_for(Escalate("check_draft", "draft_touched"), draft.id, draft.account, tick.now))
        yield Event("place_drafts", "draft_touched", draft.account, draft.id, bad=True)


def _mark(world: World, draft: DraftAnswer, copy: CopyState, handle: str, digest: str) -> None:
    with world.store.transaction() as books:
        books.mark_copy(draft.id, copy, handle, digest)

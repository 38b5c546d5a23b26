"""What a person decides about answers, waiting reminders and tasks: find what is meant, decide, tell what is left."""

from collections.abc import Iterator

from bot.cli.choice import Choice
from bot.cli.choosing import absent, draft_in, row_in, task_in
from bot.cli.editing import new_text
from bot.core.drafts import Conflict, DraftAnswer, DraftState
from bot.core.outbox import OutboxRow, RowState
from bot.core.policy import Mode
from bot.core.reasons import sentence, task_sentence
from bot.core.tasks import Task
from bot.steps import decisions, review


def approve(choice: Choice) -> Iterator[str]:
    """An answer, or a reminder that waits, leaves with the next pass."""
    found = _draft_or_row(choice)
    if isinstance(found, OutboxRow):
        yield choice.told(review.approve_reminder(choice.world, choice.tick, found.id, choice.by))
        return
    version = _version(choice, found)
    if choice.world.mode is Mode.SHADOW:
        raise Conflict(choice.say("shadow_approval"))
    yield choice.told(review.approve(choice.world, choice.tick, found.id, version, choice.by))
    yield from _still_open(choice, found.account, found.mail)


def refuse(choice: Choice) -> Iterator[str]:
    """An answer never leaves; a reminder does not leave today."""
    found, reason = _draft_or_row(choice), choice.options.reason
    if isinstance(found, OutboxRow):
        if not review.refuse_reminder(choice.world, choice.tick, found, choice.by, reason):
            raise absent("row", choice.typed, choice.language)
        yield choice.say("row_refused")
        return
    version = _version(choice, found)
    yield choice.told(review.refuse(choice.world, choice.tick, found.id, version, choice.by, reason))
    yield from _still_open(choice, found.account, found.mail)


def edit(choice: Choice) -> Iterator[str]:
    """A new version of an answer's text."""
    found = _draft_or_row(choice)
    if isinstance(found, OutboxRow):
        raise Conflict(choice.say("edit_elsewhere"))
    version = _version(choice, found)
    text = new_text(choice.options.text, found.text, choice.language)
    if text.strip() == found.text.strip():
        yield choice.say("not_changed")
        return
    changed = review.edit(choice.world, found.id, version, text)
    yield choice.say("edited", id=found.id[:8], version=changed.version)


def _draft_or_row(choice: Choice) -> DraftAnswer | OutboxRow:
    with choice.world.store.transaction() as books:
        draft = draft_in(books, choice.typed, choice.language)
        row = row_in(books, choice.typed, choice.language, RowState.WAITING)
    if draft is not None and row is not None:
        raise Conflict(choice.say("ambiguous", id=choice.typed, list=f"{draft.id}, {row.id}"))
    found = draft or row
    if found is None:
        raise absent("any", choice.typed, choice.language)
    return found


def _version(choice: Choice, draft: DraftAnswer) -> int:
    """The version that was read. Raises Conflict for a draft that nobody can decide on any more."""
    short, by = draft.id[:8], choice.say("by_whom", who=draft.decided_by) if draft.decided_by else ""
    if draft.state is DraftState.OUTDATED:
        raise Conflict(choice.say("outdated_already", id=short))
    if draft.state is DraftState.CONFLICT:
        raise Conflict(choice.say("vanished_draft", id=short))
    if draft.state is not DraftState.OPEN:
        state = sentence(f"draft_{draft.state.value}", choice.language)
        raise Conflict(choice.say("decided_already", id=short, state=state, by=by))
    read = choice.options.version or draft.version
    if read != draft.version:
        raise Conflict(choice.say("changed_since", id=short, read=read, version=draft.version))
    return int(read)


def _still_open(choice: Choice, account: str, mail: str) -> Iterator[str]:
    """Tasks of the same mail that the answer does not settle: papers to send, a dispute to look into."""
    with choice.world.store.transaction() as books:
        left = [task for task in books.tasks(account) if task.mail == mail]
    for task in left:
        what = task_sentence(task.kind, task.why, choice.language)
        yield choice.say("still_open", what=what, id=f"{task.kind.partition('_')[0]}:{mail[:8]}")


def done(choice: Choice) -> Iterator[str]:
    """A task is finished."""
    with choice.world.store.transaction() as books:
        task = task_in(books, choice.typed, choice.language)
    if task is None:
        raise absent("task", choice.typed, choice.language)
    if task.done_by:
        raise Conflict(choice.say("done_already", id=task.id, by=choice.say("by_whom", who=task.done_by)))
    yield choice.told(decisions.finish_task(choice.world, choice.tick, task.id, choice.by, choice.options.reason))
    yield from _left_by(choice, task)


def _left_by(choice: Choice, task: Task) -> Iterator[str]:
    """A task may end while what it was about goes on: say how that is noted."""
    with choice.world.store.transaction() as books:
        case = books.standing(task.account).case
    if task.kind == "agree_plan" and case.plan is None:
        yield choice.say("plan_waits", account=task.account)

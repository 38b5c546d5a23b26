"""The books' desk: drafts that wait for a person, and tasks; the faster of two people wins."""

from collections.abc import Sequence

from sqlalchemy import select, update

from bot.core.drafts import Conflict, CopyState, DraftAnswer, DraftState
from bot.core.tasks import Task
from bot.store.columns import shape_of
from bot.store.tables import DRAFT, TASK
from bot.store.within import WithinTransaction

_DRAFT = shape_of(DraftAnswer)
_TASK = shape_of(Task)
_DRAFTS = select(*_DRAFT.columns(DRAFT, {}))
_TASKS = select(*_TASK.columns(TASK, {}))


class DeskBooks(WithinTransaction):
    """What people have to decide and to do."""

    def keep_draft(self, draft: DraftAnswer) -> None:
        """A new draft. Raises IntegrityError for a known id: `change_draft` changes one."""
        self._db.execute(DRAFT.insert(), _DRAFT.row(draft))

    def draft(self, id: str) -> DraftAnswer | None:
        """One draft. One look-up."""
        row = self._db.execute(_DRAFTS.where(DRAFT.c.id == id)).first()
        return None if row is None else _DRAFT.read(row)

    def drafts(self, states: Sequence[DraftState]) -> Sequence[DraftAnswer]:
        """Every draft in these states, the oldest first. One indexed query."""
        wanted = DRAFT.c.state.in_([state.value for state in states])
        return [_DRAFT.read(row) for row in self._db.execute(_DRAFTS.where(wanted).order_by(DRAFT.c.position))]

    def change_draft(self, draft: DraftAnswer, expected: DraftAnswer) -> None:
        """Write `draft` over `expected`, compared field by field in one update: of two approvals one wins.

        Raises `Conflict` when the stored one is no longer `expected`, ValueError when the two are not the same draft.
        """
        if draft.id != expected.id:
            raise ValueError(f"draft {draft.id} cannot be written over draft {expected.id}")
        unchanged = [DRAFT.c[name].is_not_distinct_from(value) for name, value in _DRAFT.row(expected).items()]
        change = update(DRAFT).where(*unchanged).values(_DRAFT.row(draft))
        if self._db.execute(change).rowcount != 1:
            raise Conflict(f"draft {draft.id} was changed by somebody else: nothing was done")

    def mark_copy(self, id: str, copy: CopyState, copy_id: str, copy_hash: str) -> None:
        """Where the draft's copy in the mailbox stands. Raises KeyError for an unknown draft."""
        values = {"copy": copy.value, "copy_id": copy_id, "copy_hash": copy_hash}
        if self._db.execute(update(DRAFT).where(DRAFT.c.id == id).values(values)).rowcount != 1:
            raise KeyError(id)

    def open_task(self, task: Task) -> bool:
        """False when a task of that key exists already, open or done. One insert."""
        return self._new(TASK, _TASK.row(task), unless=["key"])

    def task(self, id: str) -> Task | None:
        """One task. One look-up."""
        row = self._db.execute(_TASKS.where(TASK.c.id == id)).first()
        return None if row is None else _TASK.read(row)

    def tasks(self, account: str | None = None, open_only: bool = True) -> Sequence[Task]:
        """The tasks of an account (None: of all), in the order in which they were opened. Indexed when open only."""
        query = _TASKS.order_by(TASK.c.position)
        if account is not None:
            query = query.where(TASK.c.account == account)
        if open_only:
            query = query.where(TASK.c.done_by == "")
        return [_TASK.read(row) for row in self._db.execute(query)]

    def close_task(self, id: str, by: str, outcome: str) -> bool:
        """False when somebody closed it before, or nobody ever opened it. Raises ValueError without a name."""
        if not by.strip():
            raise ValueError(f"task {id} is closed by a named person")
        still_open = (TASK.c.id == id, TASK.c.done_by == "")
        return self._db.execute(update(TASK).where(*still_open).values(done_by=by, outcome=outcome)).rowcount == 1

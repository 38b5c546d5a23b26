"""Two people, two threads, two processes: exactly one wins, and the other is told."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event, Thread
from time import sleep

import pytest

from bot.core.drafts import Conflict, DraftState
from bot.core.history import MailReceived, Released
from bot.core.outbox import RowState
from bot.core.tasks import Task
from bot.ports import Books
from bot.store.store import SqlStore, open_store
from tests.store.stored import DAY, KINDS, NOW, at_once, draft, row, url_of


def both(store: SqlStore, attempt: Callable[[Books, str], object]) -> list[object]:
    """What Ada's and Grace's attempts came to, each in a transaction and a thread of its own."""

    def run(by: str) -> object:
        with store.transaction() as books:
            return attempt(books, by)

    return at_once(partial(run, "Ada"), partial(run, "Grace"))


def conflicts(outcomes: list[object]) -> int:
    return sum(isinstance(outcome, Conflict) for outcome in outcomes)


def test_two_collectors_cannot_approve_the_same_draft(store: SqlStore) -> None:
    """Design, section 9 (R78, C82)."""
    with store.transaction() as books:
        books.keep_draft(draft())

    def approve(books: Books, by: str) -> None:
        books.change_draft(replace(draft(), state=DraftState.APPROVED, decided_by=by), draft())

    assert conflicts(both(store, approve)) == 1
    with store.transaction() as books:
        (approved,) = books.drafts([DraftState.APPROVED])
    assert approved.decided_by in ("Ada", "Grace")


def test_one_key_is_queued_once(store: SqlStore) -> None:
    outcomes = both(store, lambda books, by: books.queue(row(by, approved_by=by)))
    assert sorted(map(bool, outcomes)) == [False, True]
    with store.transaction() as books:
        assert len(books.rows([RowState.QUEUED])) == 1


@pytest.mark.parametrize("seq", [0, 1], ids=["in a new history", "after a fact"])
def test_one_fact_follows_a_fact(store: SqlStore, seq: int) -> None:
    with store.transaction() as books:
        books.append("C001", 0, [MailReceived("m1")] * seq, NOW, DAY)
    outcomes = both(store, lambda books, by: books.append("C001", seq, [Released(by)], NOW, DAY))
    assert conflicts(outcomes) == 1
    with store.transaction() as books:
        assert len(books.history("C001")) == seq + 1


@pytest.mark.parametrize("seq", [0, 2], ids=["behind", "ahead"])
def test_who_was_slower_may_go_on_in_the_same_transaction(store: SqlStore, seq: int) -> None:
    """On PostgreSQL a broken unique index would have spoilt all that the transaction does afterwards."""
    with store.transaction() as books:
        books.append("C001", 0, [MailReceived("m1")], NOW, DAY)
    with store.transaction() as books:
        with pytest.raises(Conflict):
            books.append("C001", seq, [Released("Ada")], NOW, DAY)
        books.append("C001", 1, [Released("Ada")], NOW, DAY)
    with store.transaction() as books:
        assert [told.seq for told in books.history("C001")] == [1, 2]


@pytest.mark.parametrize("seq", [0, 1], ids=["in a new history", "after a fact"])
def test_who_waited_for_a_faster_one_sees_what_they_appended(store: SqlStore, seq: int) -> None:
    waiting = Event()
    with store.transaction() as books:
        books.append("C001", 0, [Released("Ada")] * seq, NOW, DAY)

    def slower() -> str:
        waiting.set()
        with store.transaction() as books:
            with pytest.raises(Conflict):
                books.append("C001", seq, [Released("Grace")], NOW, DAY)
            return type(books.history("C001")[-1].fact).__name__

    def faster() -> None:
        with store.transaction() as books:
            books.append("C001", seq, [MailReceived("m1")], NOW, DAY)
            waiting_thread.start()
            waiting.wait(timeout=5)
            sleep(0.3)  # long enough for the slower one to stand at the lock; shorter only makes the test milder

    seen: list[str] = []
    waiting_thread = Thread(target=lambda: seen.append(slower()))
    faster()
    waiting_thread.join(timeout=20)
    assert seen == ["MailReceived"]


def test_a_row_is_taken_for_sending_once(store: SqlStore) -> None:
    """Two engines on one outbox never send a mail twice (R62)."""
    with store.transaction() as books:
        books.queue(row())
    outcomes = both(store, lambda books, by: books.move_row("r1", RowState.QUEUED, RowState.SENDING))
    assert sorted(map(bool, outcomes)) == [False, True]


def test_a_task_is_closed_by_one_person(store: SqlStore) -> None:
    with store.transaction() as books:
        books.open_task(Task("t1", "k", "call_client", "late", "C001"))
    outcomes = both(store, lambda books, by: books.close_task("t1", by, "called"))
    assert sorted(map(bool, outcomes)) == [False, True]


@pytest.mark.parametrize("kind", KINDS)
def test_two_processes_that_append_after_the_same_fact_make_one_history(kind: str, tmp_path: Path) -> None:
    url = url_of(kind, tmp_path)
    open_store(url).close()
    ready, go = os.pipe()
    children = [_child(url, ready, go) for _ in range(2)]
    os.close(ready)
    os.close(go)  # the children wait for this end of file: they start together
    ended = sorted(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children)
    assert ended == [0, 3]


def _child(url: str, ready: int, go: int) -> int:
    pid = os.fork()
    if pid:
        return pid
    status = 1
    with suppress(BaseException):
        os.close(go)
        os.read(ready, 1)
        status = _append(url)
    os._exit(status)


def _append(url: str) -> int:
    try:
        with open_store(url).transaction() as books:
            books.append("C001", 0, [Released("Ada")], NOW, DAY)
    except Conflict:
        return 3
    return 0

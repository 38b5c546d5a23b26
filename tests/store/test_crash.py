"""A process that is killed in the middle leaves nothing half-done, and a fork shares no connection."""

from pathlib import Path

import pytest

from bot.core.history import MailReceived
from bot.core.outbox import RowState
from bot.ports import Books
from bot.store.store import open_store
from tests.store.stored import DAY, KINDS, NOW, die, forked, item, mail, row, snapshot, url_of

pytestmark = pytest.mark.parametrize("kind", KINDS)


def work(books: Books) -> None:
    """A bit of everything that a step writes together."""
    books.keep_snapshot(snapshot(item()))
    books.keep_mail(mail())
    books.queue(row())
    books.append("C001", 0, [MailReceived("m1")], NOW, DAY)


def left_behind(url: str) -> tuple[bool, ...]:
    store = open_store(url)
    with store.transaction() as books:
        told = (books.snapshot_head() is not None, books.mail("m1") is not None, books.row("r1") is not None)
        found = (*told, bool(books.history("C001")), books.standing("C001").seq == 1)
    store.close()
    return found


def test_killed_before_the_commit_nothing_is_there(kind: str, tmp_path: Path) -> None:
    url = url_of(kind, tmp_path)
    store = open_store(url)

    def child() -> None:
        with store.transaction() as books:
            work(books)
            die()

    assert forked(child) == -9
    assert left_behind(url) == (False,) * 5
    with store.transaction() as books:
        work(books)
    store.close()


def test_killed_after_the_commit_everything_is_there(kind: str, tmp_path: Path) -> None:
    url = url_of(kind, tmp_path)
    store = open_store(url)

    def child() -> None:
        with store.transaction() as books:
            work(books)
        die()

    assert forked(child) == -9
    assert left_behind(url) == (True,) * 5
    store.close()


def test_a_row_killed_while_sending_is_found_sending(kind: str, tmp_path: Path) -> None:
    """The trace that keeps a mail from being sent twice (design, section 5)."""
    url = url_of(kind, tmp_path)
    store = open_store(url)

    def child() -> None:
        with store.transaction() as books:
            books.queue(row())
            books.move_row("r1", RowState.QUEUED, RowState.SENDING)
        with store.transaction() as books:
            books.move_row("r1", RowState.SENDING, RowState.SENT, at=NOW)
            die()

    assert forked(child) == -9
    with store.transaction() as books:
        assert books.rows([RowState.SENDING]) == [row(state=RowState.SENDING, attempts=1)]
    store.close()


def test_parent_and_child_go_on_with_connections_of_their_own(kind: str, tmp_path: Path) -> None:
    store = open_store(url_of(kind, tmp_path))
    with store.transaction() as books:
        books.keep_setting("by", "parent")

    def child() -> None:
        with store.transaction() as books:
            books.keep_setting("by", books.setting("by") + " and child")

    for _ in range(3):
        assert forked(child) == 0
        with store.transaction() as books:
            books.keep_setting("by", books.setting("by") + " and parent")
    with store.transaction() as books:
        assert books.setting("by") == "parent" + " and child and parent" * 3
    store.close()

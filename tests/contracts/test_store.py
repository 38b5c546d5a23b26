"""What every store does, on SQLite and on PostgreSQL: histories, the outbox, drafts, tasks.

Its ledger, incoming mail and days have files of their own under `tests/store`.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from bot.core.case import Case
from bot.core.drafts import Conflict, CopyState, DraftState
from bot.core.history import NOBODY, MailReceived, PersonWrote, Raised, Released
from bot.core.outbox import Claim, RowKind, RowState
from bot.core.tasks import Task
from bot.ports import Standing, Store
from tests.store.stored import DAY, KINDS, NOW, draft, opened, row


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    one = opened(request.param, tmp_path)
    yield one
    one.close()


def test_a_transaction_that_raises_leaves_nothing(store: Store) -> None:
    with pytest.raises(RuntimeError), store.transaction() as books:
        books.append("C001", 0, [PersonWrote("m1")], NOW, DAY)
        books.keep_setting("stopped", "yes")
        raise RuntimeError
    with store.transaction() as books:
        assert books.history("C001") == []
        assert books.setting("stopped") == ""


class TestHistories:
    """UNIQUE(account, seq) is the optimistic lock (design, section 5)."""

    def test_facts_come_back_in_order_with_their_instant_and_day(self, store: Store) -> None:
        paris = timezone(timedelta(hours=1))
        with store.transaction() as books:
            books.append("C001", 0, [MailReceived("m1"), PersonWrote("m2")], NOW.astimezone(paris), DAY)
        with store.transaction() as books:
            first, second = books.history("C001")
        assert (first.seq, first.fact, first.day) == (1, MailReceived("m1"), DAY)
        assert (second.seq, second.fact) == (2, PersonWrote("m2"))
        assert first.at == NOW and first.at.tzinfo is UTC

    def test_appending_after_a_seq_that_is_no_longer_the_last_is_a_conflict(self, store: Store) -> None:
        with store.transaction() as books:
            books.append("C001", 0, [MailReceived("m1")], NOW, DAY)
        with pytest.raises(Conflict, match="C001"), store.transaction() as books:
            books.append("C001", 0, [Released("Ada")], NOW, DAY)

    def test_a_standing_is_the_fold_and_is_due_at_once(self, store: Store) -> None:
        with store.transaction() as books:
            after = books.append("C001", 0, [MailReceived("m1")], NOW, DAY)
            assert after == Standing("C001", 1, Case(unread=frozenset({"m1"})), DAY)
            assert books.standing("C001") == after
            assert books.due_accounts(DAY, "p", "", 10) == ["C001"]

    def test_an_account_without_history_stands_at_nothing(self, store: Store) -> None:
        with store.transaction() as books:
            assert books.standing("C404") == Standing("C404", 0, Case(), None)
            assert books.standings(["C404"]) == {"C404": Standing("C404", 0, Case(), None)}

    def test_an_account_is_looked_at_on_its_day_or_when_the_policy_changed(self, store: Store) -> None:
        with store.transaction() as books:
            books.plan_next("C001", DAY, "p1")
            books.plan_next("C002", DAY + timedelta(days=1), "p1")
            books.plan_next("C003", None, "p1")
            assert books.due_accounts(DAY - timedelta(days=1), "p1", "", 10) == []
            assert books.due_accounts(DAY, "p1", "", 10) == ["C001"]
            assert books.due_accounts(DAY, "p2", "", 10) == ["C001", "C002", "C003"]

    def test_due_accounts_come_in_pages(self, store: Store) -> None:
        numbers = [f"C{n:03}" for n in range(7)]
        with store.transaction() as books:
            for number in reversed(numbers):
                books.plan_next(number, DAY, "p1")
            pages = [books.due_accounts(DAY, "p1", after, 3) for after in ("", "C002", "C005", "C006")]
        assert pages == [numbers[:3], numbers[3:6], numbers[6:], []]

    def test_a_planned_day_does_not_hide_what_happens_later(self, store: Store) -> None:
        with store.transaction() as books:
            books.append("C001", 0, [MailReceived("m1")], NOW, DAY)
            books.plan_next("C001", DAY + timedelta(days=9), "p1")
        with store.transaction() as books:
            books.append("C001", 1, [Released("Ada")], NOW, DAY + timedelta(days=1))
            assert books.due_accounts(DAY + timedelta(days=1), "p1", "", 10) == ["C001"]

    def test_the_facts_of_a_day_come_with_their_accounts(self, store: Store) -> None:
        tomorrow = DAY + timedelta(days=1)
        with store.transaction() as books:
            books.append("C002", 0, [MailReceived("m2")], NOW + timedelta(hours=1), DAY)
            books.append(NOBODY, 0, [MailReceived("m1")], NOW, DAY)
            books.append("C002", 1, [Released("Ada")], NOW, tomorrow)
            found = books.facts_of_day(DAY)
        assert [(account, told.fact) for account, told in found] == [
            (NOBODY, MailReceived("m1")),
            ("C002", MailReceived("m2")),
        ]

    def test_an_instant_without_a_zone_is_refused(self, store: Store) -> None:
        with pytest.raises(ValueError, match="time zone"), store.transaction() as books:
            books.append("C001", 0, [MailReceived("m1")], datetime(2026, 3, 18, 9), DAY)


class TestOutbox:
    """The outbox never guesses (design, section 5)."""

    def test_a_row_comes_back_as_it_was_queued(self, store: Store) -> None:
        full = row(
            raised=(Raised("F1", 15),),
            claims=(Claim("F1", Decimal("120.50"), "EUR"),),
            not_before=NOW,
            queued_at=NOW,
            raw=b"\x00\xff\r\n",
            mailbox="ar",
        )
        with store.transaction() as books:
            assert books.queue(full)
        with store.transaction() as books:
            assert books.row("r1") == full
            assert books.rows([RowState.QUEUED]) == [full]

    def test_a_key_is_free_again_only_when_its_row_died(self, store: Store) -> None:
        with store.transaction() as books:
            assert books.queue(row("r1"))
            assert not books.queue(row("r2"))
            books.move_row("r1", RowState.QUEUED, RowState.CANCELLED, "paid")
            assert books.queue(row("r3"))
            books.move_row("r3", RowState.QUEUED, RowState.SENDING)
            books.move_row("r3", RowState.SENDING, RowState.SENT, at=NOW)
            assert not books.queue(row("r4"))
            assert [r.id for r in books.rows(list(RowState))] == ["r1", "r3"]

    def test_an_answer_without_approver_is_refused(self, store: Store) -> None:
        """Law: nothing is answered without a person."""
        with store.transaction() as books:
            for nobody in ("", "  "):
                with pytest.raises(ValueError, match="approved"):
                    books.queue(row(kind=RowKind.ANSWER, approved_by=nobody))
            assert books.queue(row(kind=RowKind.ANSWER, approved_by="Ada"))

    def test_a_row_moves_once_and_only_along_known_ways(self, store: Store) -> None:
        with store.transaction() as books:
            books.queue(row())
            assert books.move_row("r1", RowState.QUEUED, RowState.SENDING)
            assert not books.move_row("r1", RowState.QUEUED, RowState.SENDING)
            assert not books.move_row("r404", RowState.QUEUED, RowState.SENDING)
            with pytest.raises(ValueError, match="never goes"):
                books.move_row("r1", RowState.SENT, RowState.QUEUED)
            with pytest.raises(ValueError, match="instant"):
                books.move_row("r1", RowState.SENDING, RowState.SENT)

    def test_attempts_are_counted_and_the_last_reason_kept(self, store: Store) -> None:
        with store.transaction() as books:
            books.queue(row())
            books.move_row("r1", RowState.QUEUED, RowState.SENDING)
            books.move_row("r1", RowState.SENDING, RowState.QUEUED, "greylisted")
            books.move_row("r1", RowState.QUEUED, RowState.SENDING)
            books.move_row("r1", RowState.SENDING, RowState.FAILED, "550 no such user")
            assert books.row("r1") == row(state=RowState.FAILED, attempts=2, why="550 no such user")

    def test_a_waiting_reminder_is_approved_once(self, store: Store) -> None:
        with store.transaction() as books:
            books.queue(row(state=RowState.WAITING))
            assert books.approve_row("r1", "Ada")
            assert not books.approve_row("r1", "Grace")
            assert books.row("r1") == row(approved_by="Ada")
            with pytest.raises(ValueError, match="named"):
                books.approve_row("r1", "")

    def test_sent_rows_are_counted_and_the_newest_goes_on_with_the_thread(self, store: Store) -> None:
        with store.transaction() as books:
            for id, hour in (("r1", 1), ("r2", 3), ("r3", 2)):
                books.queue(row(id, key=id))
                books.move_row(id, RowState.QUEUED, RowState.SENDING)
                books.move_row(id, RowState.SENDING, RowState.SENT, at=NOW + timedelta(hours=hour))
            books.queue(row("r4", key="r4"))
            newest = books.last_exchange("C001")
            assert newest is not None and (newest.id, newest.sent_at) == ("r2", NOW + timedelta(hours=3))
            assert books.last_exchange("C002") is None
            assert books.sent_since(NOW + timedelta(hours=2)) == 2

    def test_a_row_is_found_by_either_message_id(self, store: Store) -> None:
        with store.transaction() as books:
            books.queue(row())
            for _ in range(2):
                books.remember_message_id("r1", "<by-the-server@mail.example>")
            ours = books.row_by_message_id("<r1@seller.example>")
            assert ours is not None and ours == books.row_by_message_id("<by-the-server@mail.example>")
            assert books.row_by_message_id("<other@seller.example>") is None
            with pytest.raises(KeyError):
                books.remember_message_id("r404", "<x@mail.example>")


class TestDraftsAndTasks:
    """One draft, one way out; a second pass opens no second task."""

    def test_a_draft_changes_only_from_what_was_seen(self, store: Store) -> None:
        seen = draft(created_at=NOW)
        edited = replace(seen, version=2, text="Bonjour Zoé,")
        with store.transaction() as books:
            books.keep_draft(seen)
            books.change_draft(edited, seen)
            assert books.draft("d1") == edited
        with pytest.raises(Conflict), store.transaction() as books:
            books.change_draft(replace(seen, state=DraftState.APPROVED), seen)
        with store.transaction() as books:
            assert books.drafts([DraftState.OPEN]) == [edited]
            assert books.drafts([DraftState.APPROVED]) == []

    def test_a_copy_is_marked_without_a_new_version(self, store: Store) -> None:
        with store.transaction() as books:
            books.keep_draft(draft())
            books.mark_copy("d1", CopyState.PLACED, "uid-7", "hash")
            assert books.draft("d1") == draft(copy=CopyState.PLACED, copy_id="uid-7", copy_hash="hash")
            with pytest.raises(KeyError):
                books.mark_copy("d404", CopyState.GONE, "", "")

    def test_a_known_draft_is_not_written_over(self, store: Store) -> None:
        with pytest.raises(IntegrityError), store.transaction() as books:
            books.keep_draft(draft())
            books.keep_draft(draft())

    def test_a_task_opens_once_and_closes_once(self, store: Store) -> None:
        task = Task("t1", "read_reply:m1", "read_reply", "unsure", "C001", due=DAY, opened_at=NOW, urgent=True)
        with store.transaction() as books:
            assert books.open_task(task)
            assert not books.open_task(replace(task, id="t2"))
            assert list(books.tasks()) == list(books.tasks("C001")) == [task]
            assert books.tasks("C002") == []
            assert books.close_task("t1", "Ada", "called")
            assert not books.close_task("t1", "Grace", "called too")
            assert books.task("t1") == replace(task, done_by="Ada", outcome="called")
            assert books.tasks() == []
            assert len(books.tasks(open_only=False)) == 1
            assert not books.open_task(replace(task, id="t3"))

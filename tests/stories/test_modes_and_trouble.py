"""Modes, the switch, and what is broken: nothing leaves that should not, and everybody is told what to do."""

from datetime import date, timedelta

import pytest

from bot.core.drafts import Conflict, DraftState
from bot.core.outbox import RowState
from bot.mailboxes.memory import MemoryInbox
from bot.ports import Unreachable
from bot.steps import decisions, review
from bot.steps.sync_ledger import confirm_ledger
from tests.real.smtp import Behaviour
from tests.stories.house import House, Row, names, text_of

MONDAY = date(2026, 3, 9)
F1 = Row("C001", "F-101", date(2026, 3, 2), "1200.00")
G1 = Row("C002", "G-201", date(2026, 3, 2), "850.00")


def many(count: int) -> list[Row]:
    return [Row("C001", f"X-{n}", date(2026, 6, 1), "10.00") for n in range(count)]


@pytest.mark.parametrize("house", ["shadow"], indirect=True)
def test_shadow_mode_opens_no_smtp_connection(house: House) -> None:
    house.rows = [F1, G1]
    house.day(MONDAY)
    house.day(MONDAY, hour=11)
    assert house.smtp.connections == 0
    with house.world.store.transaction() as books:
        assert {h.account: h.reasons for h in books.held(MONDAY)} == {
            "C001": ("shadow_mode",),
            "C002": ("shadow_mode",),
        }
    assert house.case("C001").levels == {}


@pytest.mark.parametrize("house", ["shadow"], indirect=True)
def test_in_shadow_mode_an_approval_says_why_nothing_leaves(house: House) -> None:
    house.rows = [F1]
    house.day(MONDAY)
    house.client_writes("compta@boulangerie.example", "Bonjour,\n\nNous contestons la facture F-101.")
    house.day(MONDAY, hour=11)
    with house.world.store.transaction() as books:
        (draft,) = books.drafts((DraftState.OPEN,))
    with pytest.raises(Conflict, match="Shadow mode"):
        review.approve(house.world, house.moment, draft.id, draft.version, "Ann Example")


@pytest.mark.parametrize("house", ["drafts"], indirect=True)
def test_in_drafts_mode_a_reminder_waits_for_a_person(house: House) -> None:
    house.rows = [F1]
    assert "reminder_waits_for_approval" in names(house.day(MONDAY))
    assert house.arrived() == []
    with house.world.store.transaction() as books:
        (row,) = books.rows((RowState.WAITING,))
    review.approve_reminder(house.world, house.moment, row.id, "Ann Example")
    house.day(MONDAY, hour=11)
    (letter,) = house.arrived()
    assert letter["Auto-Submitted"] is None, "a person let it leave"


@pytest.mark.parametrize("house", ["drafts"], indirect=True)
def test_a_reminder_nobody_approved_dies_with_its_day_and_is_planned_anew(house: House) -> None:
    house.rows = [F1]
    house.day(MONDAY)
    house.day(MONDAY + timedelta(days=1))
    with house.world.store.transaction() as books:
        (row,) = books.rows((RowState.WAITING,))
    assert row.day == MONDAY + timedelta(days=1)


def test_the_stop_switch_works_at_once(house: House) -> None:
    """C23."""
    house.rows = [F1]
    with house.world.store.transaction() as books:
        books.keep_setting("stopped", "Ann Example")
    house.day(MONDAY)
    assert house.smtp.kept == []
    with house.world.store.transaction() as books:
        books.keep_setting("stopped", "")
    house.day(MONDAY, hour=11)
    assert len(house.arrived()) == 1


def test_no_reminder_leaves_from_a_mailbox_that_was_not_read_and_the_digest_goes_on(house: House) -> None:
    """The client's "we paid" may lie there unread (law)."""
    house.rows = [F1]
    box = house.world.mailboxes["main"]
    away = MemoryInbox(lambda: house.at, fails=Unreachable("the server does not answer"))
    house.world.mailboxes["main"] = type(box)(**{**vars(box), "inbox": away})  # type: ignore[index]
    seen = names(house.day(MONDAY))
    assert "mailbox_not_read" in seen
    assert house.arrived() == [] and len(house.digests()) == 1
    house.again()
    seen = names(house.day(MONDAY, hour=10))
    assert len(house.arrived()) == 1


def test_a_mailbox_that_failed_is_tried_again_later_and_later(house: House) -> None:
    house.rows = [F1]
    box = house.world.mailboxes["main"]
    away = MemoryInbox(lambda: house.at, fails=Unreachable("the server does not answer"))
    house.world.mailboxes["main"] = type(box)(**{**vars(box), "inbox": away})  # type: ignore[index]
    house.day(MONDAY)
    assert "mailbox_resting" in names(house.day(MONDAY)), "not hammered within the same minute"
    assert "mailbox_not_read" in names(house.day(MONDAY, hour=11))


def test_a_stale_ledger_sends_nothing_until_a_person_vouches_for_it_today(house: House) -> None:
    """C6."""
    house.rows = [F1]
    house.day(MONDAY - timedelta(days=7))
    house.day(MONDAY, export=False)
    assert house.arrived() == []
    with house.world.store.transaction() as books:
        head = books.snapshot_head()
    assert head is not None
    confirm_ledger(house.world, house.moment, head.digest, "Ann Example")
    house.day(MONDAY, hour=11, export=False)
    assert len(house.arrived()) == 1
    house.day(MONDAY + timedelta(days=10), export=False)
    assert house.arrived() == [], "tomorrow it is old again"


def test_an_unlikely_ledger_is_not_taken_until_a_person_confirms_that_very_file(house: House) -> None:
    house.rows = [F1, *many(30)]
    house.day(MONDAY - timedelta(days=3))
    house.rows = [F1, *many(10)]
    seen = names(house.day(MONDAY))
    assert "ledger_unlikely" in seen and house.arrived() == []
    with house.world.store.transaction() as books:
        assert len(books.items()) == 31, "the old snapshot is kept"
    confirm_ledger(house.world, house.moment, house.world.ledger.read().digest, "Ann Example")
    seen = names(house.day(MONDAY, export=False, hour=11))
    assert seen.count("cleared") == 20
    assert len(house.arrived()) == 1


def test_a_broken_ledger_changes_nothing_and_every_fault_is_told(house: House) -> None:
    house.rows = [F1]
    house.day(date(2026, 3, 6))
    house.rows = [Row("C001", "F-101", date(2026, 3, 2), "douze"), Row("C9", "F-102", date(2026, 3, 2), "1.00")]
    events = [e for e in house.day(MONDAY) if e.what == "ledger_broken"]
    told = "\n".join(e.detail for e in events)
    assert "douze" in told and "C9" in told and "row 2" in told and "row 3" in told
    assert house.arrived() == []
    with house.world.store.transaction() as books:
        assert [str(i.amount) for i in books.items()] == ["1200.00"]


def test_a_week_of_downtime_repairs_itself_with_one_letter(house: House) -> None:
    house.rows = [F1]
    house.day(date(2026, 2, 25))
    house.arrived()
    house.day(date(2026, 3, 25))
    house.day(date(2026, 3, 26))
    assert len(house.arrived()) == 1


def test_a_clock_that_jumps_back_sends_nothing_twice(house: House) -> None:
    house.rows = [F1]
    house.day(MONDAY)
    house.day(MONDAY - timedelta(days=1))
    house.day(MONDAY)
    house.day(MONDAY, hour=8)
    assert len(house.arrived()) == 1


def test_a_cut_after_the_text_went_out_is_never_resent(house: House) -> None:
    """The server had it: the row is unknown, a person looks, the account rests."""
    house.rows = [F1]
    house.smtp.behaviour = Behaviour.CUT_AT_DOT
    assert "sending_unclear" in names(house.day(MONDAY))
    house.smtp.behaviour = Behaviour.TAKE
    for hour in (10, 11, 15):
        house.day(MONDAY, hour=hour)
    house.day(MONDAY + timedelta(days=1))
    assert len(house.arrived()) == 1
    with house.world.store.transaction() as books:
        (row,) = [r for r in books.rows((RowState.UNKNOWN,)) if r.account]
        assert [t.kind for t in books.tasks("C001")] == ["unclear_sending"]
    decisions.settle_unclear(house.world, house.moment, row.id, True, "Ann Example")
    assert house.case("C001").levels == {"F-101": 5} and not house.case("C001").with_human


def test_an_unclear_mail_that_lies_in_sent_was_sent(house: House) -> None:
    house.rows = [F1]
    house.smtp.behaviour = Behaviour.CUT_AT_DOT
    house.day(MONDAY)
    house.put("Sent", next(raw for _, to, raw in house.smtp.kept if to == "compta@boulangerie.example"))
    house.smtp.behaviour = Behaviour.TAKE
    assert {"found_in_sent", "sent_copy_seen"} & set(names(house.day(MONDAY, hour=11)))
    assert house.case("C001").levels == {"F-101": 5} and not house.case("C001").with_human


def test_a_server_that_is_busy_gets_the_letter_later_the_same_day(house: House) -> None:
    house.rows = [F1]
    house.smtp.behaviour = Behaviour.GREYLIST
    assert "put_off" in names(house.day(MONDAY))
    house.smtp.behaviour = Behaviour.TAKE
    house.day(MONDAY, hour=11)
    assert len(house.arrived()) == 1


def test_a_refused_recipient_becomes_a_task_and_no_more_letters(house: House) -> None:
    """C44."""
    house.rows = [F1]
    house.smtp.behaviour = Behaviour.UNKNOWN_RECIPIENT
    house.day(MONDAY)
    house.smtp.behaviour = Behaviour.TAKE
    house.day(MONDAY, hour=11)
    house.day(MONDAY + timedelta(days=1))
    assert house.arrived() == []
    with house.world.store.transaction() as books:
        assert [t.kind for t in books.tasks("C001")] == ["mend_contact"]


def test_a_paid_invoice_is_in_no_letter_after_the_ledger_says_so(house: House) -> None:
    house.rows = [F1, Row("C001", "F-102", date(2026, 3, 3), "99.00")]
    house.smtp.behaviour = Behaviour.GREYLIST
    house.day(MONDAY)
    house.rows = [F1]
    house.smtp.behaviour = Behaviour.TAKE
    seen = names(house.day(MONDAY, hour=11))
    assert "refused" in seen, "the letter that was queued with both is cancelled"
    house.day(MONDAY, hour=15)
    (letter,) = house.arrived()
    assert "F-102" not in text_of(letter)


def test_a_stranger_goes_to_a_person_and_never_nowhere(house: House) -> None:
    house.rows = [F1]
    house.client_writes("qui@nulle-part.example", "Bonjour,\n\nMerci de me rappeler.")
    house.day(date(2026, 3, 4))
    with house.world.store.transaction() as books:
        assert [(t.kind, t.why, t.account) for t in books.tasks()] == [("read_reply", "unmatched", "?")]
        assert books.drafts(list(DraftState)) == []


def test_an_unreadable_mail_is_kept_and_a_person_reads_it(house: House) -> None:
    house.rows = [F1]
    house.put("INBOX", b"\r\n\r\n")
    assert "put_aside" in names(house.day(date(2026, 3, 4)))
    with house.world.store.transaction() as books:
        (task,) = books.tasks()
        mail = books.mail(task.mail)
    assert task.why == "unreadable" and mail is not None and mail.raw == b"\r\n\r\n"


def test_two_mailboxes_one_away_the_other_sends(house: House) -> None:
    """Only the mailbox that was not read rests."""
    house.rows = [F1]
    box = house.world.mailboxes["main"]
    away = MemoryInbox(lambda: house.at, fails=Unreachable("away"))
    second = type(box)(**{**vars(box), "name": "second", "inbox": away})
    house.world.mailboxes["second"] = second  # type: ignore[index]
    house.day(MONDAY)
    assert len(house.arrived()) == 1

"""What the way out may meet: one odd recipient, a mailbox in trouble, an answer that was overtaken or never left."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from email import message_from_bytes
from pathlib import Path

import pytest

from bot.core import history as facts
from bot.core.drafts import Conflict, DraftAnswer, DraftState
from bot.core.history import NOBODY
from bot.core.outbox import OutboxRow, RowState
from bot.core.policy import Mode
from bot.mailboxes.memory import MemoryInbox, MemorySender
from bot.ports import EdgeError, Later, Refused, Throttled, Unclear, Undeliverable, Unreachable
from bot.steps import decisions, review
from bot.steps.outcome import settle_seen
from bot.steps.world import Event, Mailbox
from tests.adversarial.bench import CLIENT, MANAGER, Bench, bill, client

MONDAY = date(2026, 3, 2)
TUESDAY = MONDAY + timedelta(days=1)
ANN = "Ann Example"
PAID = "Bonjour,\n\nNous avons réglé la facture F-1 hier."
FOUND = "Bonjour,\n\nNous réglerons la facture F-1 le 6 mars 2026."
OTHER = "b@ok.example"
DUE = date(2026, 2, 20)


def company(folder: Path, **changes: object) -> Bench:
    return Bench(folder, [client()], [bill("C1", "F-1", DUE)], **changes)  # type: ignore[arg-type]


def two(folder: Path) -> Bench:
    return Bench(
        folder, [client("C1", "a@odd.example"), client("C2", OTHER)], [bill("C1", "F-1", DUE), bill("C2", "F-2", DUE)]
    )


def names(events: Sequence[Event]) -> list[str]:
    return [event.what for event in events]


def rows(bench: Bench, *states: RowState) -> list[OutboxRow]:
    with bench.world.store.transaction() as books:
        return list(books.rows(states or tuple(RowState)))


def answered(bench: Bench, text: str = PAID) -> DraftAnswer:
    """The client wrote, the pass drafted an answer, and Ann approved it at nine."""
    bench.write(CLIENT, text)
    bench.go(MONDAY, 9)
    (draft,) = review.waiting(bench.world)
    review.approve(bench.world, bench.moment, draft.id, draft.version, ANN)
    return draft


def kept(bench: Bench, draft: DraftAnswer) -> DraftAnswer:
    with bench.world.store.transaction() as books:
        found = books.draft(draft.id)
    assert found is not None
    return found


# -- one recipient


def test_a_recipient_that_is_put_off_stands_in_nobodys_way(tmp_path: Path) -> None:
    bench = two(tmp_path)
    bench.sender.fails = {"a@odd.example": Later("450 4.1.2 no such domain now", 300)}
    assert "put_off" in names(bench.go(MONDAY))
    assert len(bench.to(OTHER)) == 1
    assert [row.account for row in rows(bench, RowState.QUEUED)] == ["C1"] and bench.tasks() == []
    bench.sender.fails = {}
    bench.go(MONDAY, 10)
    assert len(bench.to("a@odd.example")) == 1


def test_a_recipient_that_is_put_off_is_left_alone_for_as_long_as_was_asked(tmp_path: Path) -> None:
    bench = company(tmp_path)
    bench.sender.fails = {CLIENT: Later("450 come back in half an hour", 1800)}
    seen = [name for minute in range(0, 30, 5) for name in names(bench.go(MONDAY, 9, minute))]
    assert seen.count("put_off") == 1
    bench.sender.fails = {}
    bench.go(MONDAY, 9, 30)
    assert len(bench.to(CLIENT)) == 1


def test_a_server_that_puts_everybody_off_means_the_mailbox(tmp_path: Path) -> None:
    numbers = [f"C{n}" for n in range(30)]
    accounts = [client(number, f"a@{number.lower()}.example") for number in numbers]
    bench = Bench(tmp_path, accounts, [bill(number, f"F-{number}", DUE) for number in numbers])
    bench.sender.fails = {"": Later("450 4.7.1 slow down", 600)}
    seen = names(bench.go(MONDAY))
    assert seen.count("put_off") == 19 and seen.count("mailbox_cannot_send") == 1
    bench.sender.fails = {}
    bench.go(MONDAY, 9, 30)
    assert len(bench.sender.sent) == 30


def test_an_answer_that_is_put_off_for_days_comes_back_to_a_person(tmp_path: Path) -> None:
    """RFC 5321 4.5.4.1: a sender gives up after four to five days."""
    bench = company(tmp_path)
    draft = answered(bench)
    bench.sender.fails = {CLIENT: Later("450 4.4.1 no answer from the domain", 300)}
    bench.days(MONDAY, MONDAY + timedelta(days=4))
    assert kept(bench, draft).state is DraftState.APPROVED
    bench.days(MONDAY + timedelta(days=5), MONDAY + timedelta(days=6))
    assert kept(bench, draft).state is DraftState.OPEN and "mend_contact C1" in bench.tasks()


def test_a_refused_recipient_costs_that_account_only(tmp_path: Path) -> None:
    """C44."""
    bench = two(tmp_path)
    bench.sender.fails = {"a@odd.example": Undeliverable("550 no such user")}
    bench.go(MONDAY)
    assert bench.tasks() == ["mend_contact C1"] and len(bench.to(OTHER)) == 1


def test_no_event_holds_the_recipients_address(tmp_path: Path) -> None:
    for n, kind in enumerate((Undeliverable, Refused, Unclear)):
        (tmp_path / str(n)).mkdir()
        bench = company(tmp_path / str(n))
        bench.sender.fails = {"": kind(f"550 <{CLIENT.upper()}>: not here")}
        assert CLIENT not in "".join(map(str, bench.go(MONDAY))).lower()


# -- the mailbox


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param(Refused("535 wrong password"), id="a wrong password"),
        pytest.param(Unreachable("nothing answers"), id="a server that is down"),
        pytest.param(Throttled("421 too many connections", 60), id="a server in haste"),
    ],
)
def test_trouble_of_the_mailbox_costs_no_account(tmp_path: Path, trouble: EdgeError) -> None:
    bench = two(tmp_path)
    bench.sender.fails = {"": trouble}
    events = [event for event in bench.go(MONDAY) if event.what == "mailbox_cannot_send"]
    assert [event.bad for event in events] == [True] and str(trouble) in events[0].detail
    assert len(rows(bench, RowState.QUEUED)) == 2 and rows(bench, RowState.FAILED) == [] and bench.tasks() == []
    bench.sender.fails = {}
    bench.go(MONDAY, 10)
    assert len(bench.sender.sent) == 2


def test_a_mailbox_in_trouble_is_tried_again_later_and_later(tmp_path: Path) -> None:
    bench = company(tmp_path)
    bench.sender.fails = {"": Refused("535 wrong password")}
    tried = [minute for minute in range(60) if "mailbox_cannot_send" in names(bench.go(MONDAY, 9, minute))]
    assert tried == [0, 1, 3, 7, 15, 31]


def test_a_mailbox_that_is_throttled_is_left_alone_for_as_long_as_was_asked(tmp_path: Path) -> None:
    bench = company(tmp_path)
    bench.sender.fails = {"": Throttled("421 come back in an hour", 3600)}
    seen = [name for minute in range(0, 60, 5) for name in names(bench.go(MONDAY, 9, minute))]
    assert seen.count("mailbox_cannot_send") == 1 and "mailbox_resting" in seen
    bench.sender.fails = {}
    bench.go(MONDAY, 10)
    assert len(bench.to(CLIENT)) == 1


def test_an_approved_answer_waits_for_a_mended_password_and_leaves_once(tmp_path: Path) -> None:
    bench = company(tmp_path)
    draft = answered(bench)
    bench.sender.fails = {"": Refused("535 wrong password")}
    bench.go(MONDAY, 10)
    bench.sender.fails = {}
    bench.days(TUESDAY, TUESDAY + timedelta(days=2))
    assert len(bench.to(CLIENT)) == 1 and kept(bench, draft).state is DraftState.APPROVED


def test_a_server_that_dies_under_each_text_costs_one_account_a_pass(tmp_path: Path) -> None:
    bench = two(tmp_path)
    bench.sender.fails = {"": Unclear("the connection died after DATA")}
    bench.go(MONDAY)
    assert len(rows(bench, RowState.UNKNOWN)) == 1 and len(rows(bench, RowState.QUEUED)) == 1


def test_the_sending_rate_is_counted_for_each_mailbox(tmp_path: Path) -> None:
    bench = Bench(
        tmp_path,
        [*(client(f"A{n}", f"a{n}@one.example") for n in range(3)), replace(client("Z", OTHER), segment="two")],
        [*(bill(f"A{n}", f"F-{n}", DUE) for n in range(3)), bill("Z", "F-Z", DUE)],
    )
    out = MemorySender()
    first = replace(bench.world.mailboxes["main"], rate_per_hour=3)
    second = Mailbox("second", "ar@vendeur.example", MemoryInbox(lambda: bench.at), out, 3, segments=("two",))
    bench.world = replace(bench.world, mailboxes={"main": first, "second": second})
    bench.go(MONDAY)
    assert len(bench.sender.sent) == 3 and len(out.sent) == 1


# -- a mailbox that is no longer there


def rename_mailbox(bench: Bench) -> None:
    box = bench.world.mailboxes["main"]
    bench.world = replace(bench.world, mailboxes={"compta": replace(box, name="compta")})


def test_an_unclear_mail_of_a_renamed_mailbox_keeps_its_task_and_breaks_no_pass(tmp_path: Path) -> None:
    bench = two(tmp_path)
    bench.sender.fails = {"a@odd.example": Unclear("the connection died")}
    bench.go(MONDAY)
    rename_mailbox(bench)
    bench.go(TUESDAY)
    assert [row.account for row in rows(bench, RowState.UNKNOWN)] == ["C1"] and "unclear_sending C1" in bench.tasks()
    assert len(bench.to(OTHER)) == 1


def test_what_was_leaving_from_a_renamed_mailbox_when_the_process_died_is_unclear(tmp_path: Path) -> None:
    bench = company(tmp_path)
    bench.sender.fails = {"": Unreachable("away")}
    bench.go(MONDAY)
    (row,) = rows(bench)
    with bench.world.store.transaction() as books:
        books.move_row(row.id, RowState.QUEUED, RowState.SENDING)
    rename_mailbox(bench)
    bench.go(MONDAY, 10)
    assert len(rows(bench, RowState.UNKNOWN)) == 1 and bench.tasks() == ["unclear_sending C1"]


def test_a_queued_reminder_of_a_renamed_mailbox_is_written_anew_for_the_new_one(tmp_path: Path) -> None:
    bench = company(tmp_path)
    bench.sender.fails = {"": Unreachable("away")}
    bench.go(MONDAY)
    rename_mailbox(bench)
    bench.sender.fails = {}
    bench.go(MONDAY, 10)
    assert [row.why for row in rows(bench, RowState.CANCELLED)] == ["mailbox_gone"]
    bench.go(MONDAY, 11)
    assert len(bench.to(CLIENT)) == 1


def test_a_waiting_reminder_of_a_renamed_mailbox_is_cancelled(tmp_path: Path) -> None:
    bench = company(tmp_path)
    bench.world = replace(bench.world, mode=Mode.DRAFTS)
    bench.go(MONDAY)
    rename_mailbox(bench)
    bench.go(MONDAY, 10)
    assert [row.why for row in rows(bench, RowState.CANCELLED)] == ["mailbox_gone"]


def test_an_approved_answer_of_a_renamed_mailbox_is_asked_for_again(tmp_path: Path) -> None:
    bench = company(tmp_path)
    draft = answered(bench)
    rename_mailbox(bench)
    bench.go(MONDAY, 10)
    assert (kept(bench, draft).state, kept(bench, draft).version) == (DraftState.OPEN, 2)
    assert "check_draft C1" in bench.tasks() and bench.to(CLIENT) == []


# -- an answer that was overtaken


def test_an_approved_answer_does_not_leave_after_the_client_wrote_again(tmp_path: Path) -> None:
    bench = company(tmp_path)
    draft = answered(bench, FOUND)
    bench.write(CLIENT, "Bonjour,\n\nErreur de ma part : nous contestons la facture F-1, elle est fausse.")
    assert "refused" in names(bench.go(MONDAY, 10))
    assert bench.to(CLIENT) == [] and "check_draft C1" in bench.tasks()
    again = kept(bench, draft)
    assert (again.state, again.version, again.why) == (DraftState.OPEN, 2, "answer_overtaken")
    assert again.id in bench.case("C1").drafts, "reminders rest while it waits"


def test_an_approved_answer_does_not_leave_after_the_debt_was_paid(tmp_path: Path) -> None:
    bench = company(tmp_path)
    draft = answered(bench, FOUND)
    with bench.world.store.transaction() as books:
        books.keep_setting("stopped", ANN)
    bench.go(MONDAY, 10)
    bench.items = []
    bench.go(TUESDAY)
    with bench.world.store.transaction() as books:
        books.keep_setting("stopped", "")
    bench.go(TUESDAY, 10)
    assert bench.to(CLIENT) == [] and kept(bench, draft).state is DraftState.OPEN


def test_an_overtaken_answer_that_a_person_approves_again_leaves(tmp_path: Path) -> None:
    bench = company(tmp_path)
    draft = answered(bench, FOUND)
    bench.write(CLIENT, "Bonjour,\n\nMerci de votre patience.")
    bench.go(MONDAY, 10)
    review.approve(bench.world, bench.moment, draft.id, 2, ANN)
    assert "check_draft C1" not in bench.tasks()
    bench.go(MONDAY, 11)
    assert len(bench.to(CLIENT)) == 1 and rows(bench, RowState.SENT)[0].approved_by == ANN


# -- an answer that never left


@pytest.fixture
def unclear(tmp_path: Path) -> tuple[Bench, DraftAnswer]:
    bench = company(tmp_path)
    draft = answered(bench)
    bench.sender.fails = {"": Unclear("the connection died after DATA")}
    bench.go(MONDAY, 10)
    bench.sender.fails = {}
    return bench, draft


def test_an_answer_that_never_left_waits_for_a_person_and_can_be_approved(unclear: tuple[Bench, DraftAnswer]) -> None:
    bench, draft = unclear
    (row,) = rows(bench, RowState.UNKNOWN)
    decisions.settle_unclear(bench.world, bench.moment, row.id, False, ANN)
    assert (kept(bench, draft).state, kept(bench, draft).version) == (DraftState.OPEN, 2)
    assert "check_draft C1" in bench.tasks() and "unclear_sending C1" not in bench.tasks()
    review.approve(bench.world, bench.moment, draft.id, 2, ANN)
    bench.go(MONDAY, 11)
    (left,) = rows(bench, RowState.SENT)
    assert left.id != row.id and left.message_id == kept(bench, draft).message_id != row.message_id
    sent = message_from_bytes(bench.to(CLIENT)[0])
    assert sent["X-Relance-Row"] == left.id


def test_an_answer_that_did_arrive_is_not_asked_for_again(unclear: tuple[Bench, DraftAnswer]) -> None:
    bench, draft = unclear
    (row,) = rows(bench, RowState.UNKNOWN)
    decisions.settle_unclear(bench.world, bench.moment, row.id, True, ANN)
    assert kept(bench, draft).state is DraftState.APPROVED and bench.tasks() == []
    with pytest.raises(Conflict):
        decisions.settle_unclear(bench.world, bench.moment, row.id, False, ANN)


def test_an_answer_that_the_server_refused_can_be_approved_for_a_mended_address(tmp_path: Path) -> None:
    bench = company(tmp_path)
    draft = answered(bench)
    bench.sender.fails = {CLIENT: Undeliverable("550 mailbox full for ever")}
    bench.go(MONDAY, 10)
    bench.sender.fails = {}
    assert "mend_contact C1" in bench.tasks()
    review.approve(bench.world, bench.moment, draft.id, 2, ANN)
    bench.go(MONDAY, 11)
    assert len(bench.to(CLIENT)) == 1


def test_a_copy_seen_in_sent_settles_an_unclear_mail_once(unclear: tuple[Bench, DraftAnswer]) -> None:
    bench, _ = unclear
    (row,) = rows(bench, RowState.UNKNOWN)
    with bench.world.store.transaction() as books:
        assert settle_seen(books, row, bench.moment)
        assert not settle_seen(books, row, bench.moment)
    assert [type(fact) for fact in bench.facts("C1")].count(facts.AnswerSent) == 1
    assert bench.tasks() == [] and not bench.case("C1").with_human


# -- the digest


def test_an_unclear_digest_is_looked_for_once_and_told(tmp_path: Path) -> None:
    bench = Bench(tmp_path, [client()], [], (MANAGER,))
    bench.sender.fails = {MANAGER: Unclear("the connection died")}
    bench.go(MONDAY)
    bench.sender.fails = {}
    lost = [event for event in bench.go(MONDAY, 10) if event.what == "digest_lost"]
    assert [event.bad for event in lost] == [True] and rows(bench, RowState.UNKNOWN) == []
    assert bench.tasks() == [f"unclear_sending {NOBODY}"] and bench.to(MANAGER) == []
    bench.go(TUESDAY)
    assert len(bench.to(MANAGER)) == 1


def test_an_unclear_digest_that_lies_in_sent_arrived(tmp_path: Path) -> None:
    bench = Bench(tmp_path, [client()], [], (MANAGER,))
    bench.sender.fails = {MANAGER: Unclear("the connection died")}
    bench.go(MONDAY)
    bench.inbox.deliver(rows(bench, RowState.UNKNOWN)[0].raw, "sent")
    bench.sender.fails = {}
    bench.go(MONDAY, 10)
    assert len(rows(bench, RowState.SENT)) == 1 and bench.tasks() == []


def test_an_unclear_digest_of_a_mailbox_that_stays_away_is_given_up_the_next_day(tmp_path: Path) -> None:
    bench = Bench(tmp_path, [client()], [], (MANAGER,))
    bench.sender.fails = {MANAGER: Unclear("the connection died")}
    bench.go(MONDAY)
    bench.inbox.fails = Unreachable("away")
    bench.go(MONDAY, 10)
    assert len(rows(bench, RowState.UNKNOWN)) == 1
    bench.go(TUESDAY)
    assert [row.day for row in rows(bench, RowState.UNKNOWN)] in ([], [TUESDAY])
    assert bench.tasks() == [f"unclear_sending {NOBODY}"]


def test_a_digest_that_the_server_refuses_is_told(tmp_path: Path) -> None:
    bench = Bench(tmp_path, [client()], [], (MANAGER,))
    bench.sender.fails = {MANAGER: Undeliverable("550 no such user")}
    assert "refused_by_server" in names(bench.go(MONDAY))
    assert bench.tasks() == [f"unclear_sending {NOBODY}"]


def test_a_digest_waits_while_sending_is_stopped_and_leaves_the_same_day(tmp_path: Path) -> None:
    bench = Bench(tmp_path, [client()], [], (MANAGER,))
    with bench.world.store.transaction() as books:
        books.keep_setting("stopped", ANN)
    assert "digest_waits" in names(bench.go(MONDAY))
    with bench.world.store.transaction() as books:
        books.keep_setting("stopped", "")
    bench.go(MONDAY, 10)
    assert len(bench.to(MANAGER)) == 1


# -- a draft whose copy a person deleted


def test_a_draft_whose_copy_was_deleted_can_be_refused_and_frees_its_account(tmp_path: Path) -> None:
    bench = company(tmp_path)
    bench.write(CLIENT, "Bonjour,\n\nPouvez-vous m'envoyer une copie de la facture F-1 ?")
    bench.go(MONDAY, 9)
    (draft,) = review.waiting(bench.world)
    bench.inbox.remove_draft(draft.copy_id)
    bench.go(MONDAY, 10)
    bench.go(MONDAY, 11)
    (lost,) = review.waiting(bench.world)
    assert lost.state is DraftState.CONFLICT
    with pytest.raises(Conflict, match=f"review refuse {draft.id}"):
        review.approve(bench.world, bench.moment, draft.id, lost.version, ANN)
    review.refuse(bench.world, bench.moment, draft.id, lost.version, ANN, "answered by telephone")
    assert bench.case("C1").drafts == frozenset() and "check_draft C1" not in bench.tasks()


def test_who_reads_the_waiting_drafts_may_write_meanwhile(tmp_path: Path) -> None:
    """A list that is read slowly must not hold a transaction open."""
    bench = company(tmp_path)
    bench.write(CLIENT, PAID)
    bench.go(MONDAY, 9)
    for draft in review.waiting(bench.world):
        review.refuse(bench.world, bench.moment, draft.id, draft.version, ANN, "")
    assert list(review.waiting(bench.world)) == []

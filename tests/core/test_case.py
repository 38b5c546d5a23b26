"""A case is the fold of its facts, in any batches."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from bot.core import history as facts
from bot.core.case import Case, fold
from bot.core.climbing import next_change
from bot.core.history import Raised
from bot.core.policy import Policy
from bot.core.time_brings import what_time_brings
from tests.make import TODAY, case, invoice, on, policy

PROMISE = facts.PromiseMade("p", TODAY, Decimal("60.00"), ("F1",), Decimal("100.00"), "mail")


def brings(state: Case, *items: object, today: date, rules: Policy | None = None) -> tuple[facts.Fact, ...]:
    return what_time_brings(state, items, rules or policy(), today)  # type: ignore[arg-type]


def test_folding_in_two_batches_equals_folding_at_once() -> None:
    told = on(TODAY, facts.Paused(TODAY, "x"), PROMISE, facts.DraftPrepared("d", "m"), facts.DraftRefused("d", "Ann"))
    assert fold(told[2:], fold(told[:2])) == fold(told)


def test_a_level_never_goes_down() -> None:
    state = case(facts.ReminderSent("a", (Raised("F1", 15),), "m"), facts.ReminderSent("b", (Raised("F1", 5),), "m"))
    assert state.levels == {"F1": 15}


def test_a_paid_invoice_leaves_the_case_and_its_neighbour_keeps_its_level() -> None:
    sent = facts.ReminderSent("a", (Raised("F1", 15), Raised("F2", 5)), "m")
    assert case(sent, facts.Cleared("F1", Decimal(1), "EUR", "payment")).levels == {"F2": 5}


def test_a_part_payment_keeps_the_level() -> None:
    sent = facts.ReminderSent("a", (Raised("F1", 15),), "m")
    assert case(sent, facts.Cleared("F1", Decimal(1), "EUR", "payment", whole=False)).levels == {"F1": 15}


def test_an_account_rests_until_every_task_is_done() -> None:
    both = (facts.Escalated("a", "unsure"), facts.Escalated("b", "unsure"))
    assert case(*both, facts.TaskDone("a", "Ann")).with_human
    assert not case(*both, facts.TaskDone("a", "Ann"), facts.TaskDone("b", "Ann")).with_human


def test_machine_mail_is_not_an_answer() -> None:
    assert case(facts.ReplyUnderstood("m", "out_of_office", (), "rules/1")).last_heard is None
    assert case(facts.ReplyUnderstood("m", "human", ("paid",), "rules/1")).last_heard == TODAY


def test_a_promise_is_kept_only_by_the_ledger() -> None:
    """C88: 60 of 100 promised and 40 left open is kept; 41 left is not."""
    assert brings(case(PROMISE), invoice(amount="40.00"), today=TODAY) == (facts.PromiseKept("p"),)
    assert brings(case(PROMISE), invoice(amount="41.00"), today=TODAY) == ()
    paid = facts.Cleared("F1", Decimal("100.00"), "EUR", "payment")
    assert brings(case(PROMISE, paid), today=TODAY) == (facts.PromiseKept("p"),)


def test_a_promise_about_an_invoice_that_moved_away_is_neither_kept_nor_broken() -> None:
    """C88: gone without a word of the ledger is not paid; the day after its grace it is dropped."""
    after = TODAY + timedelta(days=4)
    assert brings(case(PROMISE), today=TODAY) == ()
    assert brings(case(PROMISE), today=after) == (facts.PromiseDropped("p"),)
    dropped = case(PROMISE, facts.PromiseDropped("p"))
    assert (dropped.promises, dropped.promises_kept, dropped.promises_broken) == ((), 0, 0)


def test_a_ledger_that_is_not_trusted_judges_nobody() -> None:
    """C6: pauses end by the calendar, promises and plans wait for a good ledger."""
    state = case(PROMISE, facts.Paused(TODAY, "a"))
    found = what_time_brings(state, [invoice()], policy(), TODAY + timedelta(days=9), ledger_trusted=False)
    assert found == (facts.Resumed("pause_ended"),)


def test_a_newer_promise_takes_the_place_of_the_older_one() -> None:
    """C88: "the 25th instead of the 10th" neither keeps nor breaks the 10th."""
    later = replace(PROMISE, id="q", due=TODAY + timedelta(days=15), mail="another mail")
    state = case(PROMISE, later)
    assert [p.id for p in state.promises] == ["q"]
    assert (state.promises_kept, state.promises_broken, state.unkept_in_a_row) == (0, 0, 1)


def test_two_promises_of_one_mail_stand_side_by_side() -> None:
    second = replace(PROMISE, id="p2", due=TODAY + timedelta(days=15))
    assert [p.id for p in case(PROMISE, second).promises] == ["p", "p2"]


def test_a_newer_promise_about_one_of_two_invoices_leaves_the_other_promised() -> None:
    both = replace(PROMISE, amount=None, invoices=("F1", "F2"))
    state = case(both, replace(PROMISE, id="q", mail="another mail"))
    assert [(p.id, p.invoices) for p in state.promises] == [("p", ("F2",)), ("q", ("F1",))]


def test_a_kept_promise_ends_the_row_of_unkept_ones() -> None:
    again = replace(PROMISE, id="q")
    state = case(PROMISE, facts.PromiseBroken("p"), again)
    assert (state.unkept_in_a_row, state.unkept(("F1",)), state.unkept(("F9",))) == (1, 2, 1)
    assert fold(on(TODAY, facts.PromiseKept("q")), state).unkept_in_a_row == 0


def test_a_promise_is_broken_after_its_grace_and_not_before() -> None:
    """C77: the bank's days are not the client's fault."""
    last = TODAY + timedelta(days=3)
    assert brings(case(PROMISE), invoice(), today=last) == ()
    assert brings(case(PROMISE), invoice(), today=last + timedelta(days=1)) == (facts.PromiseBroken("p"),)


def test_a_plan_breaks_when_an_instalment_is_missing_and_ends_when_all_is_paid() -> None:
    parts = tuple(facts.Instalment(TODAY + timedelta(days=30 * n), Decimal("50.00")) for n in range(2))
    agreed = case(facts.PlanAgreed("x", parts, ("F1",), Decimal("100.00"), "Ann"))
    after_first = TODAY + timedelta(days=4)
    assert brings(agreed, invoice(amount="50.00"), today=after_first) == ()
    assert brings(agreed, invoice(amount="60.00"), today=after_first) == (facts.PlanEnded("x", kept=False),)
    paid = fold(on(TODAY, facts.Cleared("F1", Decimal("100.00"), "EUR", "payment")), agreed)
    assert brings(paid, today=after_first) == (facts.PlanEnded("x", kept=True),)


@pytest.mark.parametrize(("left", "kept"), [("40.00", True), ("40.01", True), ("40.02", False)])
def test_a_plan_about_part_of_the_debt_ends_after_its_last_day_and_grace(left: str, kept: bool) -> None:
    """C89: else the rest would be dunned never again. A cent of rounding is nobody's fault."""
    agreed = case(
        facts.PlanAgreed("x", (facts.Instalment(TODAY, Decimal("60.00")),), ("F1",), Decimal("100.00"), "Ann")
    )
    last = TODAY + timedelta(days=3)
    assert brings(agreed, invoice(amount=left), today=last) == ()
    assert next_change([invoice()], agreed, policy().staircase(""), policy(), last) == last + timedelta(days=1)
    assert brings(agreed, invoice(amount=left), today=last + timedelta(days=1)) == (facts.PlanEnded("x", kept=kept),)


def test_a_dispute_ends_when_the_ledger_cleared_all_that_was_contested() -> None:
    opened = facts.DisputeOpened("d", ("F1", "F2"), "price", "mail")
    first, second = (facts.Cleared(n, Decimal(1), "EUR", "credit") for n in ("F1", "F2"))
    assert brings(case(opened, first), invoice("F2"), today=TODAY) == ()
    assert brings(case(opened, first, second), today=TODAY) == (facts.DisputeClosed("d", facts.BY_LEDGER),)


def test_a_dispute_goes_on_when_its_invoice_was_only_missing_from_one_export() -> None:
    """X21: a gap in an export settles nothing."""
    gone = facts.Cleared("F1", Decimal(1), "EUR", "unknown")
    closed = facts.DisputeClosed("d", facts.BY_LEDGER)
    state = case(facts.DisputeOpened("d", ("F1",), "price", "mail"), gone, closed)
    assert not state.disputed("F1")
    back = fold(on(TODAY, facts.CameBack("F1")), state)
    assert back.disputed("F1") and brings(back, invoice(), today=TODAY) == ()


def test_an_invoice_that_was_missing_for_a_day_keeps_its_level_and_its_reminders() -> None:
    """X21: it does not begin mildly again; one that was paid does not come back."""
    sent = facts.ReminderSent("a", (Raised("F1", 15),), "m")
    missing = case(sent, facts.Cleared("F1", Decimal(1), "EUR", "unknown"))
    assert missing.levels == {}
    back = fold(on(TODAY, facts.CameBack("F1")), missing)
    assert (back.levels, back.reminded, back.left) == ({"F1": 15}, {"F1": (TODAY,)}, {})
    paid = case(sent, facts.Cleared("F1", Decimal(1), "EUR", "payment"), facts.CameBack("F1"))
    assert paid.levels == {}


def test_a_vanished_invoice_is_forgotten_after_a_quarter() -> None:
    missing = case(facts.ReminderSent("a", (Raised("F1", 15),), "m"), facts.Cleared("F1", Decimal(1), "EUR", "unknown"))
    later = on(TODAY + timedelta(days=91), facts.Cleared("F9", Decimal(1), "EUR", "payment"))
    assert missing.left and not fold(later, missing).left


def test_a_letter_that_bounced_raised_nothing() -> None:
    """R22: the next contact's first letter begins where the lost one stood."""
    reached = facts.ReminderSent("a", (Raised("F1", 5),), "m", "old")
    lost = facts.ReminderSent("b", (Raised("F1", 15), Raised("F2", 5)), "n", "old")
    state = case(reached, lost, facts.ContactBounced("old", "mail"))
    assert (state.levels, state.reminded["F1"]) == ({"F1": 5}, (TODAY,))


@pytest.mark.parametrize(
    "between",
    [facts.ReplyUnderstood("m", "human", (), "rules/1"), facts.AnswerSent("r", "d", "Ann", "m")],
    ids=["the client answered it", "something else left since"],
)
def test_a_later_bounce_takes_back_no_letter_that_arrived(between: facts.Fact) -> None:
    sent = facts.ReminderSent("a", (Raised("F1", 5),), "m", "old")
    assert case(sent, between, facts.ContactBounced("old", "mail")).levels == {"F1": 5}
    assert case(sent, facts.ContactBounced("somebody else", "mail")).levels == {"F1": 5}


def test_a_pause_ends_by_itself_and_a_longer_one_stays() -> None:
    state = case(facts.Paused(TODAY, "a"), facts.Paused(TODAY + timedelta(days=9), "b", ("F1",)))
    tomorrow = TODAY + timedelta(days=1)
    found = brings(state, invoice(), today=tomorrow)
    assert found == (facts.Resumed("pause_ended"),)
    assert [p.reason for p in fold(on(tomorrow, *found), state).pauses] == ["b"]


def test_a_person_who_releases_an_account_ends_its_pauses() -> None:
    state = case(facts.Paused(TODAY + timedelta(days=9), "b"), facts.Escalated("a", "unsure"), facts.Released("Ann"))
    assert not state.pauses and not state.with_human

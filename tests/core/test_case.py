"""A case is the fold of its facts, in any batches."""

from datetime import date, timedelta
from decimal import Decimal

from bot.core import history as facts
from bot.core.case import Case, fold
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
    assert brings(case(PROMISE), today=TODAY) == (facts.PromiseKept("p"),)


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
    assert brings(agreed, today=after_first) == (facts.PlanEnded("x", kept=True),)


def test_a_pause_ends_by_itself_and_a_longer_one_stays() -> None:
    state = case(facts.Paused(TODAY, "a"), facts.Paused(TODAY + timedelta(days=9), "b", ("F1",)))
    tomorrow = TODAY + timedelta(days=1)
    found = brings(state, invoice(), today=tomorrow)
    assert found == (facts.Resumed("pause_ended"),)
    assert [p.reason for p in fold(on(tomorrow, *found), state).pauses] == ["b"]


def test_a_person_who_releases_an_account_ends_its_pauses() -> None:
    state = case(facts.Paused(TODAY + timedelta(days=9), "b"), facts.Escalated("a", "unsure"), facts.Released("Ann"))
    assert not state.pauses and not state.with_human

"""Labels propose, guard rails dispose: the same rails for every label."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.core import history as facts
from bot.core.acts import Act, Draft, Escalate, NotePromise, OpenDispute, Pause, ProposePlan, StopForInsolvency
from bot.core.decide import Context, decide
from bot.core.effects import effects
from bot.core.labels import Kind, Reading, Understanding
from bot.core.situation import Situation
from tests.make import TODAY, calendar, invoice, policy

NOW = datetime(2026, 3, 18, 9, tzinfo=UTC)
LATER = TODAY + timedelta(days=5)


def label(*acts: Act):  # type: ignore[no-untyped-def]
    def respond(at: Situation) -> Sequence[Act]:
        return acts

    return respond


LABELS = {
    "paid": label(Pause(LATER, "payment_announced", ("F1",)), Draft("thanks_for_payment")),
    "promise_to_pay": lambda at: [
        NotePromise(at.day("promise_date") or TODAY, None, at.invoices),
        Draft("confirm_promise"),
    ],
    "dispute": label(OpenDispute("price", ("F2",)), Escalate("settle_dispute", "price"), Draft("dispute_received")),
    "payment_plan": label(ProposePlan(3), Escalate("agree_plan", "plan_asked"), Draft("plan_received")),
    "bank_change": label(Escalate("verify_bank_details", "doubtful_account", urgent=True), Draft("x")),
    "acknowledgement": label(Pause(LATER, "client_checks")),
    "other": label(),
    "wrong_contact": label(Draft("thanks_for_contact"), Escalate("confirm_contact", "left")),
    "insolvency": label(StopForInsolvency("liquidation"), Escalate("declare_claim", "insolvency", urgent=True)),
}


def said(*readings: str | Reading, kind: Kind = Kind.HUMAN, unsure: bool = False, **values: str) -> Understanding:
    told = tuple(r if isinstance(r, Reading) else Reading(r) for r in readings)
    return Understanding(kind, "fr", "…", told, values, unsure)


def acts(mail: Understanding, **changes: object) -> list[Act]:
    context = Context(TODAY, policy(), calendar(), (invoice(),), **changes)  # type: ignore[arg-type]
    return [p.act for p in decide(mail, context, LABELS)]


def kinds(found: list[Act]) -> list[str]:
    return [type(act).__name__ for act in found]


def test_several_readings_all_have_their_acts_the_urgent_one_first() -> None:
    """X9: F1 paid and F2 disputed in one mail."""
    found = acts(said("paid", "dispute"))
    assert found[0] == OpenDispute("price", ("F2",))
    assert Pause(LATER, "payment_announced", ("F1",)) in found
    assert [a.template for a in found if isinstance(a, Draft)] == ["dispute_received", "thanks_for_payment"]


@pytest.mark.parametrize("kind", [Kind.OUT_OF_OFFICE, Kind.BOUNCE, Kind.RECEIPT])
def test_machine_mail_never_produces_a_draft(kind: Kind) -> None:
    assert "Draft" not in kinds(acts(said("wrong_contact", "paid", kind=kind)))


def test_an_absence_pauses_until_the_return_and_is_no_answer() -> None:
    """X6."""
    assert acts(said(kind=Kind.OUT_OF_OFFICE, return_date=LATER.isoformat())) == [Pause(LATER, "contact_absent")]


def test_an_absence_of_a_year_pauses_as_long_as_the_policy_allows() -> None:
    (pause,) = acts(said(kind=Kind.OUT_OF_OFFICE, return_date="2027-03-18"))
    assert pause == Pause(TODAY + timedelta(days=60), "contact_absent")


def test_a_dead_address_goes_to_a_person_and_a_delay_does_not() -> None:
    """C44."""
    assert acts(said(kind=Kind.BOUNCE)) == [Escalate("mend_contact", "bounced")]
    late = Understanding(Kind.BOUNCE, "fr", "", (), {"permanent": False})
    assert acts(late) == []


def test_a_stranger_changes_nothing() -> None:
    """X20: no promise, no dispute, no answer to somebody who is no contact."""
    found = acts(said(Reading("promise_to_pay", values={"promise_date": LATER.isoformat()})), sender_known=False)
    assert set(kinds(found)) == {"Escalate", "Pause"}
    assert acts(said("paid"), matched=False) == [Escalate("read_reply", "unmatched")]


def test_doubt_notes_nothing_and_answers_nothing() -> None:
    found = acts(said("dispute", unsure=True))
    assert set(kinds(found)) == {"Escalate", "Pause"}
    assert Escalate("read_reply", "unsure") in found


@pytest.mark.parametrize(
    ("day", "kept"),
    [
        (TODAY, True),
        (TODAY + timedelta(days=60), True),
        (TODAY - timedelta(days=1), False),
        (TODAY + timedelta(days=61), False),
    ],
)
def test_a_promise_needs_a_sensible_day(day: date, kept: bool) -> None:
    found = acts(said(Reading("promise_to_pay", values={"promise_date": day.isoformat()})))
    assert ("NotePromise" in kinds(found)) is kept
    assert kept or "Escalate" in kinds(found)


def test_nothing_is_answered_about_changed_bank_details() -> None:
    """X5: no text leaves, a person calls a known number."""
    found = acts(said("bank_change", "paid"))
    assert "Draft" not in kinds(found)
    assert Escalate("verify_bank_details", "doubtful_account", urgent=True) in found


def test_who_asks_for_a_plan_is_not_reminded_meanwhile() -> None:
    assert Pause(TODAY + timedelta(days=10), "reply_received") in acts(said("payment_plan"))


def test_any_answer_rests_the_account_for_some_days() -> None:
    """C75: a reply stops automatic reminders at once."""
    assert Pause(TODAY + timedelta(days=3), "reply_received") in acts(said("wrong_contact"))


def test_nothing_but_machine_mail_is_left_without_a_next_step() -> None:
    assert Escalate("read_reply", "no_next_step") in acts(said("other"))
    assert Escalate("read_reply", "no_next_step") in acts(said())
    assert acts(said("acknowledgement")) == [Pause(LATER, "client_checks")]


def test_the_same_mail_leads_to_the_same_ids_twice() -> None:
    """A second pass is harmless."""
    proposals = decide(said("insolvency", "dispute"), Context(TODAY, policy(), calendar(), (invoice(),)), LABELS)
    first = effects(proposals, "mail1", "C001", (invoice(),), NOW)
    assert first == effects(proposals, "mail1", "C001", (invoice(),), NOW)
    assert {t.kind for t in first.tasks} == {"declare_claim", "settle_dispute"}


def test_a_dispute_makes_a_task_without_resting_the_whole_account() -> None:
    """C92."""
    proposals = decide(said("dispute"), Context(TODAY, policy(), calendar(), (invoice(), invoice("F2"))), LABELS)
    found = effects(proposals, "m", "C001", (invoice(),), NOW)
    assert not any(isinstance(f, facts.Escalated) for f in found.facts)
    assert [t.kind for t in found.tasks] == ["settle_dispute"]


def test_a_promise_remembers_what_was_open_when_it_was_made() -> None:
    told = said(Reading("promise_to_pay", ("F1",), {"promise_date": LATER.isoformat()}))
    proposals = decide(told, Context(TODAY, policy(), calendar(), (invoice(),)), LABELS)
    found = effects(proposals, "m", "C001", (invoice(amount="75.00"), invoice("F2")), NOW)
    (promise,) = [f for f in found.facts if isinstance(f, facts.PromiseMade)]
    assert promise.open_then == 75

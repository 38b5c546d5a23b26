"""Levels belong to invoices, letters to accounts; nobody is reminded who should not be."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from bot.core import history as facts
from bot.core.case import apply
from bot.core.dunning import Ask, Remind, Skip, next_look, plan
from bot.core.history import Raised
from bot.core.policy import QuietPeriod
from bot.core.receivables import Contact, DebtorType, fingerprint
from tests.make import TODAY, account, calendar, case, credit, invoice, look, on, policy

SENT = facts.ReminderSent("row", (Raised("F1", 5),), "<m@example.com>")


def letter(outcomes: tuple[object, ...]) -> Remind:
    found = [o for o in outcomes if isinstance(o, Remind)]
    assert len(found) == 1, outcomes
    return found[0]


def reason(outcomes: tuple[object, ...]) -> str:
    found = [o for o in outcomes if isinstance(o, Skip)]
    assert len(found) == 1, outcomes
    return found[0].why


@pytest.mark.parametrize(
    ("late", "level"),
    [(-5, -5), (-3, -5), (5, 5), (14, 5), (200, 5)],
    ids=[
        "five days before due it is a courtesy",
        "a courtesy missed by two days still goes",
        "five days late is the first reminder",
        "two weeks late without history begins mildly",
        "an old ledger begins mildly (X21)",
    ],
)
def test_the_first_letter(late: int, level: int) -> None:
    assert letter(plan(look(invoice(late=late)))).raised == (Raised("F1", level),)


@pytest.mark.parametrize("late", [-6, 0, 4])
def test_nothing_is_due_between_the_levels(late: int) -> None:
    assert isinstance(plan(look(invoice(late=late)))[0], Skip)


def test_on_the_due_date_nothing_is_called_late() -> None:
    """R1: nothing goes out as overdue before the due date has passed."""
    assert (
        reason(plan(look(invoice(late=0), case=case(facts.ReminderSent("r", (Raised("F1", -5),), "m"))))) == "not_due"
    )


def test_an_invoice_climbs_one_level_at_a_time() -> None:
    before = case(SENT, day=TODAY - timedelta(days=20))
    assert letter(plan(look(invoice(late=29), case=before))).level.day == 15


def test_seven_days_lie_between_two_reminders_to_one_client() -> None:
    """R21: the gap counts per client, over all invoices."""
    before = case(SENT, day=TODAY - timedelta(days=6))
    other = invoice("F2", late=10)
    assert reason(plan(look(invoice(late=16), other, case=before))) == "gap"


def test_a_collectors_own_mail_counts_in_the_gap() -> None:
    """R22."""
    before = case(facts.PersonWrote("mail"), day=TODAY - timedelta(days=3))
    outcomes = plan(look(invoice(), case=before))
    assert reason(outcomes) == "gap"
    assert next(o for o in outcomes if isinstance(o, Skip)).until == TODAY + timedelta(days=5)


def test_one_letter_lists_all_that_is_late_in_the_tone_of_the_highest_level() -> None:
    """C19, C20: the new invoice starts mildly beside the old one."""
    before = case(SENT, day=TODAY - timedelta(days=12))
    found = letter(plan(look(invoice(late=17), invoice("F2", late=6), case=before)))
    assert found.level.day == 15
    assert {r.invoice: r.level for r in found.raised} == {"F1": 15, "F2": 5}


def test_paying_the_oldest_neither_restarts_nor_jumps_the_others() -> None:
    """X21."""
    sent = facts.ReminderSent("row", (Raised("F1", 15), Raised("F2", 5)), "m")
    paid = facts.Cleared("F1", Decimal(100), "EUR", "payment")
    before = case(sent, paid, day=TODAY - timedelta(days=10))
    assert letter(plan(look(invoice("F2", late=16), case=before))).raised == (Raised("F2", 15),)


def test_a_disputed_invoice_rests_and_the_others_go_on() -> None:
    """R77, C92."""
    before = case(facts.DisputeOpened("d", ("F1",), "price", "mail"))
    found = letter(plan(look(invoice(), invoice("F2"), case=before)))
    assert [i.number for i in found.listed] == ["F2"]


@pytest.mark.parametrize(
    ("fact", "why"),
    [
        (facts.DisputeOpened("d", (), "price", "mail"), "disputed"),
        (facts.PromiseMade("p", TODAY, None, ("F1",), Decimal(100), "mail"), "promise_running"),
        (facts.PlanAgreed("x", (facts.Instalment(TODAY, Decimal(50)),), (), Decimal(100), "Ann"), "plan_running"),
        (facts.Paused(TODAY, "payment_announced"), "paused"),
        (facts.Paused(TODAY, "payment_announced", ("F1",)), "paused"),
        (facts.InsolvencyDeclared("liquidation", "mail"), "insolvency"),
        (facts.Escalated("task", "unsure"), "with_a_person"),
        (facts.TakenOver("Ann"), "with_a_person"),
        (facts.MailReceived("mail"), "mail_not_understood"),
        (facts.DraftPrepared("d", "mail"), "answer_waiting"),
        (facts.PlanAsked("mail"), "plan_undecided"),
        (facts.ContactBounced(fingerprint("compta@client.example"), "mail"), "contact_bounced"),
        (facts.SendingUnclear("row"), "with_a_person"),
    ],
)
def test_who_is_left_alone_and_why(fact: facts.Fact, why: str) -> None:
    """R24, R62, C24: each reason by its name."""
    assert reason(plan(look(invoice(), case=case(fact)))) == why


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"account": account(contacts=())}, "no_address"),
        ({"account": account(debtor_type=DebtorType.CONSUMER)}, "debtor_type_refused"),
        ({"calendar": calendar(TODAY)}, "not_a_working_day"),
        ({"policy": policy(quiet=(QuietPeriod("clôture", first_day=15, last_day=20),))}, "quiet_period"),
        ({"policy": policy(tolerance=Decimal("100.00"))}, "below_tolerance"),
    ],
)
def test_when_nothing_leaves(change: dict[str, object], why: str) -> None:
    assert reason(plan(look(invoice(), **change))) == why


def test_a_credit_note_is_listed_and_reduces_what_is_asked() -> None:
    """C4: a credit that covers the invoice leaves nothing to ask for."""
    assert [i.number for i in letter(plan(look(invoice(), credit()))).listed] == ["F1", "A1"]
    assert reason(plan(look(invoice(), credit(amount="100.00")))) == "below_tolerance"


def test_what_was_not_performed_is_not_asked_for() -> None:
    """R1."""
    assert isinstance(plan(look(invoice(performed=False)))[-1], Skip)


def test_at_thirty_days_a_person_decides_and_no_letter_goes() -> None:
    before = case(facts.ReminderSent("r", (Raised("F1", 15),), "m"), day=TODAY - timedelta(days=15))
    outcomes = plan(look(invoice(late=31), case=before))
    assert [o.level.name for o in outcomes if isinstance(o, Ask)] == ["decision"]
    assert not any(isinstance(o, Remind) for o in outcomes)


def test_a_call_that_falls_on_a_holiday_is_asked_for_on_the_next_working_day() -> None:
    before = case(facts.ReminderSent("r", (Raised("F1", 15),), "m"), day=TODAY - timedelta(days=15))
    holiday = look(invoice(late=31), case=before, calendar=calendar(TODAY))
    assert reason(plan(holiday)) == "not_a_working_day"
    assert next_look(holiday, plan(holiday)) == TODAY + timedelta(days=1)


def test_a_call_waits_while_the_last_letter_gives_the_client_time() -> None:
    before = case(facts.ReminderSent("r", (Raised("F1", 15),), "m"), day=TODAY - timedelta(days=3))
    waits = look(invoice(late=31), case=before)
    assert reason(plan(waits)) == "gap"
    assert next_look(waits, plan(waits)) == TODAY + timedelta(days=5)


def test_at_the_cap_of_reminders_a_person_decides() -> None:
    """R23."""
    sent = [facts.ReminderSent(f"r{n}", (Raised("F1", 5),), "m") for n in range(3)]
    outcomes = plan(look(invoice(late=16), case=case(*sent, day=TODAY - timedelta(days=9))))
    assert any(isinstance(o, Ask) for o in outcomes) and not any(isinstance(o, Remind) for o in outcomes)


def test_the_day_to_pay_by_is_a_working_day() -> None:
    """R47: 26 March is eight days later and a Thursday; when it is a holiday it is the Friday."""
    assert letter(plan(look(invoice()))).reply_by == date(2026, 3, 26)
    assert letter(plan(look(invoice(), calendar=calendar(date(2026, 3, 26))))).reply_by == date(2026, 3, 27)


def test_the_accounting_contact_gets_the_letter() -> None:
    """C10."""
    boss, desk = Contact("boss@client.example", role="owner"), Contact("desk@client.example", role="accounting")
    assert account(contacts=(boss, desk)).recipient() == desk


def test_an_account_is_looked_at_again_when_time_alone_may_change_it() -> None:
    quiet_now = look(invoice(late=-20))
    assert next_look(quiet_now, plan(quiet_now)) == TODAY + timedelta(days=15)
    paused = look(invoice(), case=case(facts.Paused(TODAY + timedelta(days=4), "reply_received")))
    assert next_look(paused, plan(paused)) == TODAY + timedelta(days=5)
    assert next_look(look(), plan(look())) is None


def test_two_months_of_silence_climb_the_whole_staircase() -> None:
    """One letter a level, then people: the months of an unanswered invoice. Day 15 is a Sunday here, so 16."""
    state, seen = look(invoice(late=-10)).case, []
    for n in range(70):
        today = TODAY + timedelta(days=n)
        item = invoice(late=-10)
        for outcome in plan(look(item, today=today, case=state, policy=policy())):
            match outcome:
                case Remind(level, raised):
                    new: facts.Fact = facts.ReminderSent("r", raised, "m")
                case Ask(level, raised):
                    new = facts.PersonAsked(raised, "t")
                case _:
                    continue
            seen.append(((today - item.due).days, level.name))
            state = apply(state, on(today, new)[0])
    assert [name for _, name in seen] == ["courtesy", "first", "second", "decision", "formal notice proposed"]
    assert [day for day, _ in seen] == [-5, 5, 16, 30, 45]


@pytest.mark.parametrize(("amount", "asked"), [("100.00", False), ("95.00", False), ("94.00", True)])
def test_nobody_is_asked_to_call_about_what_a_credit_covers(amount: str, asked: bool) -> None:
    """C4: a call or formal notice obeys the tolerance as a letter does."""
    before = case(facts.ReminderSent("r", (Raised("F1", 15),), "m"), day=TODAY - timedelta(days=20))
    outcomes = plan(look(invoice(late=40), credit(amount=amount), case=before))
    assert any(isinstance(outcome, Ask) for outcome in outcomes) == asked
    assert asked or reason(outcomes) == "below_tolerance"


def test_a_credit_in_one_currency_covers_nothing_in_another() -> None:
    before = case(facts.ReminderSent("r", (Raised("F1", 15), Raised("F2", 15)), "m"), day=TODAY - timedelta(days=20))
    items = (invoice("F1", late=40), invoice("F2", late=40, currency="USD"), credit(amount="100.00"))
    assert [a.raised for a in plan(look(*items, case=before)) if isinstance(a, Ask)] == [(Raised("F2", 30),)]

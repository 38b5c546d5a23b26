"""Promises, plans and disputes over weeks: what keeps and what ends them, and that no ledger gap decides anything."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from email import message_from_bytes
from email.policy import default
from pathlib import Path

from bot.core import history as facts
from bot.core.history import Instalment
from bot.core.receivables import fingerprint
from bot.steps import decisions, review
from tests.adversarial.bench import CLIENT, PARIS, Bench, bill, client, credit

DUE = date(2026, 2, 20)
MONDAY = date(2026, 3, 2)


def bench(folder: Path, *numbers: str) -> Bench:
    return Bench(folder, [client()], [bill("C1", number, DUE) for number in numbers])


def writes(company: Bench, day: date, words: str) -> None:
    company.at = datetime.combine(day, time(8), tzinfo=PARIS)
    company.write(CLIENT, f"Bonjour,\n\n{words}\n\nCordialement")
    company.go(day)


def plan_of(company: Bench, *parts: tuple[date, str]) -> None:
    instalments = [Instalment(day, Decimal(amount)) for day, amount in parts]
    decisions.agree_plan(company.world, company.moment, "C1", instalments, (), "Ann")


def finish_all(company: Bench) -> None:
    with company.world.store.transaction() as books:
        tasks: Sequence[str] = [task.id for task in books.tasks()]
    for task in tasks:
        decisions.finish_task(company.world, company.moment, task, "Ann", "done")


def refuse_drafts(company: Bench) -> None:
    for draft in list(review.waiting(company.world)):
        review.refuse(company.world, company.moment, draft.id, draft.version, "Ann", "")


def test_a_promise_of_everything_is_kept_although_a_new_invoice_came(tmp_path: Path) -> None:
    """C88: "all" is what was open when it was said."""
    company = bench(tmp_path, "F-1", "F-2")
    writes(company, MONDAY, "Nous vous réglerons tout le 10 mars 2026.")
    assert [p.invoices for p in company.case("C1").promises] == [("F-1", "F-2")]
    company.items = [bill("C1", "F-3", date(2026, 4, 20), "900.00")]
    company.days(date(2026, 3, 9), date(2026, 3, 16))
    assert (company.case("C1").promises_kept, company.case("C1").promises_broken) == (1, 0)


def test_a_promise_of_everything_is_one_promise_per_currency(tmp_path: Path) -> None:
    """C5: dollars that arrive keep no promise of euros."""
    company = bench(tmp_path, "F-1")
    euros, dollars = company.items[0], replace(bill("C1", "F-2", DUE, "5000.00"), currency="USD")
    company.items = [euros, dollars]
    writes(company, MONDAY, "Nous vous réglerons tout le 10 mars 2026.")
    assert [(p.invoices, p.open_then) for p in company.case("C1").promises] == [
        (("F-1",), Decimal("1000.00")),
        (("F-2",), Decimal("5000.00")),
    ]
    company.items = [euros]
    company.days(date(2026, 3, 9), date(2026, 3, 16))
    assert (company.case("C1").promises_kept, company.case("C1").promises_broken) == (1, 1)


def test_a_plan_is_not_broken_by_a_later_invoice(tmp_path: Path) -> None:
    company = bench(tmp_path, "F-1")
    company.go(date(2026, 3, 1))
    plan_of(company, (date(2026, 3, 10), "500"), (date(2026, 4, 10), "500"))
    company.items = [bill("C1", "F-1", DUE, "500.00"), bill("C1", "F-9", date(2026, 5, 20), "800.00")]
    company.days(date(2026, 3, 9), date(2026, 3, 20))
    plan = company.case("C1").plan
    assert plan is not None and plan.invoices == ("F-1",)


def test_a_plan_about_part_of_the_debt_ends_and_the_rest_is_dunned_again(tmp_path: Path) -> None:
    """C89, R27: no invoice stays without follow-up."""
    company = bench(tmp_path, "F-1")
    company.go(date(2026, 3, 1))
    plan_of(company, (date(2026, 3, 10), "300"))
    company.items = [bill("C1", "F-1", DUE, "700.00")]
    company.days(date(2026, 3, 9), date(2026, 3, 13))
    assert company.case("C1").plan is not None
    company.days(date(2026, 3, 14), date(2026, 3, 17))
    assert company.case("C1").plan is None and len(company.to(CLIENT)) == 1
    assert facts.PlanEnded in {type(f) for f in company.facts("C1")} and "plan_broken C1" not in company.tasks()


def test_an_invoice_on_a_new_account_number_is_not_reminded_blindly(tmp_path: Path) -> None:
    """X21: the promise given on the old number is not kept by the move, and a person looks at the new one."""
    company = bench(tmp_path, "F-1")
    writes(company, MONDAY, "Nous vous réglerons la facture F-1 le 20 mars 2026.")
    company.accounts, company.items = [client("NEW")], [bill("NEW", "F-1", DUE)]
    company.days(date(2026, 3, 3), date(2026, 3, 26))
    old = company.case("C1")
    assert (old.promises, old.promises_kept, old.promises_broken) == ((), 0, 0)
    assert company.to(CLIENT) == [] and "check_account NEW" in company.tasks()
    finish_all(company)
    company.days(date(2026, 3, 27), date(2026, 3, 31))
    assert len(company.to(CLIENT)) == 1, "a person looked: the new account is reminded"


def test_an_invoice_missing_from_one_export_goes_on_where_it_stood(tmp_path: Path) -> None:
    """X21: no second first reminder after a gap."""
    company = bench(tmp_path, "F-1", "F-2")
    company.days(DUE, date(2026, 3, 10))
    before, all_items = company.case("C1"), company.items
    company.items = all_items[1:]
    company.go(date(2026, 3, 12))
    company.items = all_items
    company.go(date(2026, 3, 13))
    after = company.case("C1")
    assert (after.levels, after.reminded) == (before.levels, before.reminded) and before.levels["F-1"] == 15


def test_nothing_is_judged_on_an_old_ledger_and_all_of_it_on_the_next_good_one(tmp_path: Path) -> None:
    """C6: neither a broken promise nor a call rests on figures that may be gone."""
    company = bench(tmp_path, "F-1")
    writes(company, MONDAY, "Nous vous réglerons la facture F-1 le 10 mars 2026.")
    refuse_drafts(company)
    for n in range(17):
        company.go(date(2026, 3, 3) + timedelta(days=n), export=False)
    assert company.case("C1").promises and company.tasks() == []
    company.go(date(2026, 3, 20))
    assert company.case("C1").promises_broken == 1 and "call_after_promise C1" in company.tasks()


def test_no_call_is_asked_for_on_an_old_ledger(tmp_path: Path) -> None:
    company = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 6))])
    sent = facts.ReminderSent("r", (facts.Raised("F-1", 15),), "<x@vendeur.example>")
    with company.world.store.transaction() as books:
        books.append("C1", 0, (sent,), company.at - timedelta(days=20), date(2026, 2, 10))
    company.go(date(2026, 2, 25))
    for n in range(9, 14):
        company.go(date(2026, 3, n), export=False)
    assert company.tasks() == []
    company.go(date(2026, 3, 16))
    assert company.tasks() == ["call_client_level C1"]


def test_a_draft_stays_when_another_invoice_was_paid(tmp_path: Path) -> None:
    """R77: the client's question about F-1 is still a question."""
    company = bench(tmp_path, "F-1", "F-2")
    writes(company, MONDAY, "Pouvez-vous m'envoyer une copie de la facture F-1 ?")
    company.items = company.items[:1]
    company.go(date(2026, 3, 3))
    assert len(list(review.waiting(company.world))) == 1


def test_a_draft_withdrawn_because_its_invoice_was_paid_leaves_a_task(tmp_path: Path) -> None:
    """X2: the client asked something, and is not forgotten with the draft."""
    company = bench(tmp_path, "F-1", "F-2")
    writes(company, MONDAY, "Pouvez-vous m'envoyer une copie de la facture F-1 ?")
    company.items = company.items[1:]
    company.go(date(2026, 3, 3))
    assert list(review.waiting(company.world)) == [] and "check_draft C1" in company.tasks()


def test_a_dispute_ends_with_its_invoices_and_silences_no_later_one(tmp_path: Path) -> None:
    """C92: who contests "your invoices" contests those of that day."""
    company = bench(tmp_path, "F-1", "F-2")
    writes(company, MONDAY, "Nous contestons vos factures, le prix n'est pas celui convenu.")
    assert [d.invoices for d in company.case("C1").disputes] == [("F-1", "F-2")]
    company.items = [bill("C1", "F-77", date(2026, 4, 1))]
    company.go(date(2026, 3, 3))
    assert company.case("C1").disputes == ()


def test_finishing_the_task_of_a_dispute_closes_the_dispute(tmp_path: Path) -> None:
    """R77: otherwise its invoices would rest for ever."""
    company = bench(tmp_path, "F-1")
    writes(company, MONDAY, "Nous contestons la facture F-1, le prix n'est pas celui convenu.")
    refuse_drafts(company)
    assert company.case("C1").disputes
    finish_all(company)
    assert company.case("C1").disputes == ()
    company.days(date(2026, 3, 16), date(2026, 3, 18))
    assert len(company.to(CLIENT)) == 1


def test_a_promise_put_off_is_not_broken_on_its_first_day(tmp_path: Path) -> None:
    company = bench(tmp_path, "F-1")
    writes(company, MONDAY, "Nous vous réglerons la facture F-1 le 10 mars 2026.")
    writes(company, date(2026, 3, 5), "Finalement nous réglerons la facture F-1 le 25 mars 2026.")
    company.days(date(2026, 3, 6), date(2026, 3, 16))
    assert company.case("C1").promises_broken == 0
    assert [p.due for p in company.case("C1").promises] == [date(2026, 3, 25)]


def test_after_three_promises_that_were_put_off_the_next_one_is_a_call(tmp_path: Path) -> None:
    """R27: who promises anew every week is shown to a person, and no draft confirms that we wait again."""
    company = bench(tmp_path, "F-1")
    for n in range(3):
        day = MONDAY + timedelta(days=7 * n)
        writes(company, day, f"Nous réglerons la facture F-1 le {day + timedelta(days=10):%d/%m/%Y}.")
        refuse_drafts(company)
        assert "call_after_promise C1" not in company.tasks()
    day = MONDAY + timedelta(days=21)
    writes(company, day, f"Nous réglerons la facture F-1 le {day + timedelta(days=10):%d/%m/%Y}.")
    assert "call_after_promise C1" in company.tasks()
    assert day + timedelta(days=10) not in [p.due for p in company.case("C1").promises]
    assert list(review.waiting(company.world)) == []


def test_the_first_letter_to_a_new_contact_is_the_one_that_the_old_one_never_got(tmp_path: Path) -> None:
    company = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 24))])
    company.go(MONDAY)
    (lost,) = company.to(CLIENT)
    with company.world.store.transaction() as books:
        bounced = facts.ContactBounced(fingerprint(CLIENT), "m", True)
        books.append("C1", books.standing("C1").seq, (bounced,), company.at, MONDAY)
    company.accounts = [client(email="neu@client.example")]
    company.days(date(2026, 3, 3), date(2026, 3, 13))
    (raw,) = company.to("neu@client.example")
    subjects = [str(message_from_bytes(each, policy=default)["Subject"]) for each in (lost, raw)]
    assert company.case("C1").levels["F-1"] == 5 and subjects[0] == subjects[1]


def test_a_credit_that_covers_the_invoice_leads_to_no_call(tmp_path: Path) -> None:
    """C4: for weeks, not only on the day of the level."""
    company = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 1, 20)), credit("C1", "A-1", DUE, "1000.00")])
    sent = facts.ReminderSent("r", (facts.Raised("F-1", 15),), "<x@vendeur.example>")
    with company.world.store.transaction() as books:
        books.append("C1", 0, (sent,), company.at - timedelta(days=20), date(2026, 2, 10))
    company.days(MONDAY, date(2026, 3, 20))
    assert company.tasks() == [] and company.to(CLIENT) == []


def test_the_policy_has_the_same_hash_in_every_process() -> None:
    """Else each start of the program would plan every account anew."""
    code = (
        "from bot.core.policy import Policy, Staircase; from bot.wiring import _hash;"
        "print(_hash(Policy({'': Staircase(())}, refused_debtor_types=frozenset({'consumer', 'public', 'business'}))))"
    )
    seen = set()
    for seed in "1234":
        run = [sys.executable, "-c", code]
        seen.add(subprocess.run(run, capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}).stdout)
    assert len(seen) == 1

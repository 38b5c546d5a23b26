"""A ledger that is old or changed too much stops reminders; what left it is known as far as the ledger tells."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.history import Cleared
from bot.core.receivables import Movement, MovementKind, OpenItem, Snapshot
from bot.core.receivables_check import LedgerRefusal, Thresholds, appeared, changes, check, moved
from tests.make import TODAY, calendar, credit, invoice

FRIDAY, MONDAY, TUESDAY = date(2026, 3, 13), date(2026, 3, 16), date(2026, 3, 17)


def snapshot(items: Sequence[OpenItem] = (), as_of: date = TODAY) -> Snapshot:
    return Snapshot("digest", datetime(2026, 3, 18, 5, tzinfo=UTC), as_of, (), tuple(items))


def refusals(
    old: Sequence[OpenItem] | None, new: Sequence[OpenItem], *, confirmed: bool = False, **thresholds: object
) -> tuple[LedgerRefusal, ...]:
    before = None if old is None else snapshot(old)
    limits = Thresholds(**thresholds)  # type: ignore[arg-type]
    return check(before, snapshot(new), TODAY, calendar(), limits, confirmed)


def invoices(count: int, amount: str = "100.00") -> list[OpenItem]:
    return [invoice(f"F{n}", amount=amount) for n in range(count)]


def movement(amount: str, kind: MovementKind, number: str = "F1", day: date = TODAY) -> Movement:
    return Movement("C001", number, day, Decimal(amount), "EUR", kind)


@pytest.mark.parametrize(
    ("as_of", "today", "stale"),
    [
        (FRIDAY, FRIDAY, False),
        (FRIDAY, date(2026, 3, 15), False),
        (FRIDAY, MONDAY, False),
        (FRIDAY, TUESDAY, True),
        (MONDAY, TUESDAY, False),
        (date(2026, 3, 19), TODAY, False),
        (date(2026, 3, 20), TODAY, True),
    ],
)
def test_a_ledger_may_be_one_working_day_old(as_of: date, today: date, stale: bool) -> None:
    """C6: Friday's ledger serves on Monday; one from a far tomorrow would never grow old."""
    codes = [r.code for r in check(None, snapshot(as_of=as_of), today, calendar(), Thresholds(), confirmed=False)]
    assert codes == (["ledger_stale"] if stale else [])


def test_a_public_holiday_does_not_age_a_ledger() -> None:
    assert not check(None, snapshot(as_of=FRIDAY), TUESDAY, calendar(MONDAY), Thresholds(), confirmed=False)


def test_a_stale_ledger_says_of_which_day_it_is() -> None:
    (refusal,) = check(None, snapshot(as_of=FRIDAY), TUESDAY, calendar(), Thresholds(), confirmed=False)
    assert refusal.detail == "2026-03-13"
    assert refusal.figures == {"as_of": "2026-03-13", "working_days": "2"}


@pytest.mark.parametrize(
    ("before", "gone", "unlikely"),
    [(33, 10, True), (34, 10, False), (29, 9, False), (1_000, 300, False), (1_000, 301, True)],
)
def test_more_than_thirty_percent_and_ten_items_gone_is_unlikely(before: int, gone: int, unlikely: bool) -> None:
    """A filter left in the export must not look like a day of many payments."""
    old = invoices(before)
    found = refusals(old, old[gone:])
    assert [r.code for r in found] == (["ledger_unlikely"] if unlikely else [])
    if unlikely:
        assert found[0].figures == {"vanished": str(gone), "before": str(before)}


def test_vanished_items_are_not_made_good_by_new_ones() -> None:
    others = [invoice(f"G{n}") for n in range(20)]
    assert [r.detail for r in refusals(invoices(20), others)] == ["20 / 20"]


def test_a_halved_total_is_unlikely_also_when_every_item_is_there() -> None:
    """A decimal mark that was misread shrinks every amount and loses no item."""
    (refusal,) = refusals(invoices(5), invoices(5, "1.00"))
    assert (refusal.code, refusal.detail) == ("ledger_unlikely", "EUR 500.00 → 5.00")


def test_the_totals_of_currencies_are_compared_apart() -> None:
    """C5: a currency that fell out of the export is not hidden by another."""
    euros = invoices(5)
    pounds = [invoice(f"P{n}", amount="1.00", currency="GBP") for n in range(3)]
    assert [r.figures["currency"] for r in refusals(euros + pounds, euros)] == ["GBP"]


def test_one_client_who_pays_a_big_invoice_is_not_unlikely() -> None:
    """Half of a small ledger may be one invoice: a broken export touches several."""
    big, small = invoice("F1", amount="900.00"), invoice("F2", amount="100.00")
    assert not refusals([big, small], [small])


def test_the_first_ledger_has_nothing_to_be_compared_with() -> None:
    assert not refusals(None, [])


def test_a_person_who_vouches_for_the_file_lifts_every_refusal() -> None:
    assert refusals(invoices(20), [])
    assert not refusals(invoices(20), [], confirmed=True)
    assert not check(None, snapshot(as_of=FRIDAY), TUESDAY, calendar(), Thresholds(), confirmed=True)


def test_the_house_sets_the_thresholds() -> None:
    old = invoices(10)
    assert not refusals(old, old[3:])
    assert refusals(old, old[3:], vanished_share=Decimal("0.2"), vanished_count=3)
    assert refusals(old, old[3:], total_share=Decimal("0.7"))


def test_an_invoice_that_vanished_is_cleared_for_an_unknown_reason() -> None:
    assert changes([invoice("F1")], [], []) == {"C001": (Cleared("F1", Decimal("100.00"), "EUR", "unknown"),)}


@pytest.mark.parametrize("kind", list(MovementKind))
def test_a_movement_tells_why_an_invoice_vanished(kind: MovementKind) -> None:
    ((fact,),) = changes([invoice("F1")], [], [movement("100.00", kind)]).values()
    assert fact.how == kind.value


def test_of_several_movements_the_largest_tells() -> None:
    told = [movement("60.00", MovementKind.PAYMENT), movement("40.00", MovementKind.CREDIT)]
    ((fact,),) = changes([invoice("F1")], [], told).values()
    assert fact.how == "payment"


def test_movements_from_before_do_not_explain_what_vanished_now() -> None:
    """70 of 100 were paid in January; the credit note of today is what closed the rest."""
    rest = invoice("F1", amount="30.00", original_amount=Decimal("100.00"))
    told = [movement("30.00", MovementKind.CREDIT), movement("70.00", MovementKind.PAYMENT, day=date(2026, 1, 5))]
    ((fact,),) = changes([rest], [], told).values()
    assert fact == Cleared("F1", Decimal("30.00"), "EUR", "credit")


def test_a_payment_that_was_taken_back_explains_nothing() -> None:
    told = [movement("100.00", MovementKind.PAYMENT), movement("-100.00", MovementKind.PAYMENT)]
    ((fact,),) = changes([invoice("F1")], [], told).values()
    assert fact.how == "unknown"


def test_movements_of_another_invoice_or_customer_do_not_tell() -> None:
    told = [
        movement("100.00", MovementKind.PAYMENT, "F2"),
        Movement("C002", "F1", TODAY, Decimal("100.00"), "EUR", MovementKind.PAYMENT),
    ]
    ((fact,),) = changes([invoice("F1")], [], told).values()
    assert fact.how == "unknown"


def test_an_invoice_that_is_open_for_less_is_cleared_in_part() -> None:
    """C4: a partial payment is seen."""
    told = [movement("40.00", MovementKind.PAYMENT)]
    ((fact,),) = changes([invoice("F1")], [invoice("F1", amount="60.00")], told).values()
    assert fact == Cleared("F1", Decimal("40.00"), "EUR", "payment", whole=False)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([invoice("F1")], [invoice("F1")]),
        ([invoice("F1")], [invoice("F1", amount="120.00")]),
        ([], [invoice("F1")]),
        ([invoice("F1")], [invoice("F1", account="C002")]),
        ([invoice("F1")], [invoice("F1", currency="CHF", amount="90.00")]),
        ([credit("A1")], []),
    ],
    ids=["stays", "grew", "came back", "moved to another account", "changed its currency", "credit was used"],
)
def test_nothing_was_cleared(old: list[OpenItem], new: list[OpenItem]) -> None:
    assert changes(old, new, []) == {}


AMOUNTS = st.dictionaries(st.integers(0, 30).map(lambda n: f"F{n}"), st.integers(1, 10**6))


@given(AMOUNTS, AMOUNTS)
def test_what_was_cleared_and_what_stays_make_up_what_was_open(before: dict[str, int], after: dict[str, int]) -> None:
    old = [invoice(number, amount=f"{cents}.00") for number, cents in before.items()]
    new = [invoice(number, amount=f"{cents}.00") for number, cents in after.items()]
    cleared = {fact.invoice: fact for fact in changes(old, new, []).get("C001", ())}
    for item in old:
        left = min(item.amount, Decimal(after.get(item.number, 0)))
        fallen = cleared[item.number].amount if item.number in cleared else Decimal(0)
        assert fallen + left == item.amount
        assert item.number not in cleared or cleared[item.number].whole == (item.number not in after)


def test_two_accounts_may_hold_the_same_number() -> None:
    """Each account's invoice is compared with its own: no payment is invented."""
    both = [invoice("1001"), invoice("1001", account="C002", amount="30.00")]
    assert changes(both, both, []) == {}
    assert changes(both, both[:1], []) == {"C002": (Cleared("1001", Decimal("30.00"), "EUR", "unknown"),)}
    assert refusals(both, both, vanished_count=1) == () and moved(both, both[:1]) == {}


def test_an_invoice_that_changed_its_account_is_told_and_not_cleared() -> None:
    old, new = [invoice("F1"), invoice("F2")], [invoice("F1", account="C009"), invoice("F2")]
    assert changes(old, new, []) == {}
    assert moved(old, new) == {("C001", "C009"): ("F1",)}


def test_what_appeared_is_known_by_account() -> None:
    assert appeared([invoice("F1")], [invoice("F1"), invoice("F2"), credit("A1")]) == {"C001": ("F2",)}

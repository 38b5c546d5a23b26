"""Rules that fit on a line each: waiting after failures, quiet periods, money, transitions, ageing."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.backoff import again_at, later
from bot.core.digest import ageing
from bot.core.money import from_minor, to_minor, totals
from bot.core.outbox import LIVE, TRANSITIONS, RowState, may_move
from bot.core.policy import QuietPeriod
from tests.make import TODAY, calendar, credit, invoice

NOW = datetime(2026, 3, 18, 9, tzinfo=UTC)


def test_each_failure_waits_twice_as_long_and_an_hour_at_most() -> None:
    state, waits = "", []
    for _ in range(9):
        state = later(state, NOW)
        waits.append((again_at(state) or NOW) - NOW)
    assert waits[:4] == [timedelta(minutes=n) for n in (1, 2, 4, 8)]
    assert waits[-1] == timedelta(hours=1)
    assert again_at("") is None


@pytest.mark.parametrize(
    ("period", "day", "covered"),
    [
        (QuietPeriod("fêtes", date(2026, 12, 24), date(2027, 1, 3)), date(2027, 1, 3), True),
        (QuietPeriod("fêtes", date(2026, 12, 24), date(2027, 1, 3)), date(2027, 1, 4), False),
        (QuietPeriod("clôture", first_day=28, last_day=3), date(2026, 3, 2), True),
        (QuietPeriod("clôture", first_day=28, last_day=3), date(2026, 3, 15), False),
    ],
)
def test_quiet_periods(period: QuietPeriod, day: date, covered: bool) -> None:
    assert period.covers(day) is covered


@given(st.integers(-(10**12), 10**12), st.sampled_from(["EUR", "JPY", "TND"]))
def test_money_survives_its_minor_units(units: int, currency: str) -> None:
    assert to_minor(from_minor(units, currency), currency) == units


def test_an_amount_finer_than_its_currency_is_refused() -> None:
    with pytest.raises(ValueError, match="decimal places"):
        to_minor(Decimal("1.005"), "EUR")


def test_currencies_are_never_mixed() -> None:
    assert totals([("EUR", Decimal(1)), ("GBP", Decimal(2)), ("EUR", Decimal(3))]) == {"EUR": 4, "GBP": 2}


def test_nothing_that_may_have_left_is_ever_queued_again() -> None:
    """The outbox never guesses (law)."""
    assert not any(may_move(old, RowState.QUEUED) for old in (RowState.SENT, RowState.UNKNOWN, RowState.FAILED))
    assert {RowState.SENT, RowState.UNKNOWN, RowState.SENDING} <= LIVE
    assert all(sentence.endswith(".") for sentence in TRANSITIONS.values())


def test_ageing_puts_each_invoice_into_one_bucket_and_credits_into_none() -> None:
    items = [
        invoice(str(n), late=late, amount="1.00") for n, late in enumerate((-3, 0, 1, 30, 31, 60, 61, 90, 91, 400))
    ]
    (table,) = ageing([*items, credit()], TODAY)
    assert [bucket.invoices for bucket in table.buckets] == [2, 2, 2, 2, 2]
    assert table.total == 10


def test_working_days_skip_weekends_and_holidays() -> None:
    friday = date(2026, 4, 3)
    easter = calendar(date(2026, 4, 6))
    assert easter.after(friday, 1) == date(2026, 4, 7)
    assert easter.working_days_between(friday, date(2026, 4, 8)) == 2

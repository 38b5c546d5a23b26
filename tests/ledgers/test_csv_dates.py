"""A date means what its writer meant: the column tells which of day and month comes first."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ledgers.csv_dates import day_of, day_order
from bot.ledgers.csv_faults import CellFault


def read(*cells: str) -> list[date]:
    order = day_order(cells)
    return [day_of(cell, order) for cell in cells]


@pytest.mark.parametrize(
    "cell",
    [
        "2026-03-04",
        "2026/03/04",
        "20260304",
        "04/03/2026",
        "4/3/2026",
        "04.03.2026",
        "04-03-2026",
        "04/03/26",
        "2026-03-04T00:00:00",
        "2026-03-04 00:00:00.000",
        "04/03/2026 12:30",
    ],
)
def test_a_date_is_read_as_accounting_programs_write_it(cell: str) -> None:
    assert read(cell) == [date(2026, 3, 4)]


def test_a_month_first_column_is_recognised_by_a_day_above_twelve() -> None:
    assert read("03/04/2026", "03/31/2026") == [date(2026, 3, 4), date(2026, 3, 31)]


def test_a_day_first_column_stays_so() -> None:
    assert read("03/04/2026", "31/03/2026") == [date(2026, 4, 3), date(2026, 3, 31)]


def test_a_column_that_proves_both_orders_is_day_first_and_the_rest_are_faults() -> None:
    order = day_order(["31/03/2026", "03/31/2026"])
    assert day_of("31/03/2026", order) == date(2026, 3, 31)
    with pytest.raises(CellFault, match="no day of the calendar"):
        day_of("03/31/2026", order)


def test_points_are_day_first_even_in_a_month_first_column() -> None:
    assert read("03.04.2026", "03/31/2026") == [date(2026, 4, 3), date(2026, 3, 31)]


@pytest.mark.parametrize(
    "cell", ["", "0", "31/02/2026", "2026-13-01", "1/2/3", "12/2026", "٠٤/٠٣/٢٠٢٦", "46084", "04/03-2026"]
)
def test_what_is_no_date_is_refused(cell: str) -> None:
    with pytest.raises(CellFault):
        read(cell)


DAYS = st.dates(date(1980, 1, 1), date(2099, 12, 31))
FORMATS = st.sampled_from(["%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d", "%Y%m%d", "%Y-%m-%dT%H:%M:%S"])


@given(st.lists(DAYS, min_size=1), FORMATS)
def test_every_date_written_day_first_or_year_first_comes_back(days: list[date], form: str) -> None:
    cells = [day.strftime(form) for day in days]
    if form == "%d/%m/%Y" or form == "%d-%m-%Y":
        cells, days = [*cells, f"31{form[2]}12{form[2]}2026"], [*days, date(2026, 12, 31)]
    assert read(*cells) == days


@given(st.lists(DAYS, min_size=1))
def test_every_date_of_a_month_first_column_comes_back(days: list[date]) -> None:
    assert read("12/31/2026", *(day.strftime("%m/%d/%Y") for day in days)) == [date(2026, 12, 31), *days]


@given(st.text(alphabet="0123456789/-.T: ", max_size=20), st.sampled_from(["", "dmy", "mdy"]))
def test_any_cell_is_a_date_or_a_fault_and_nothing_else(cell: str, order: str) -> None:
    try:
        assert isinstance(day_of(cell, order), date)
    except CellFault as fault:
        assert fault.what

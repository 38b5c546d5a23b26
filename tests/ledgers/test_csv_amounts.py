"""An amount means what its writer meant, or is refused; it is never guessed wrong by a factor of a thousand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.money import from_minor
from bot.ledgers.csv_amounts import amount_of, decimal_mark
from bot.ledgers.csv_faults import CellFault


def read(*cells: str, currency: str = "EUR") -> list[Decimal]:
    mark = decimal_mark(cells)
    return [amount_of(cell, mark, currency) for cell in cells]


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("1234", "1234.00"),
        ("1234.5", "1234.50"),
        ("1 234,56", "1234.56"),
        ("1\u202f234,56 €", "1234.56"),
        ("EUR 1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1'234.56", "1234.56"),
        ("1.234.567", "1234567.00"),
        ("1,234,567.8", "1234567.80"),
        ("-12,00", "-12.00"),
        ("−12,00", "-12.00"),
        ("12.00-", "-12.00"),
        ("(12.00)", "-12.00"),
        ("+12.00", "12.00"),
        (",50", "0.50"),
        ("0.500", "0.50"),
        ("12.5000", "12.50"),
    ],
)
def test_an_amount_is_read_as_accounting_programs_write_it(cell: str, amount: str) -> None:
    assert read(cell) == [Decimal(amount)]


def test_three_digits_after_a_single_mark_are_thousands_unless_the_column_proves_otherwise() -> None:
    assert read("1.234", "12,50") == [Decimal("1234.00"), Decimal("12.50")]
    assert read("1,234", "12.50") == [Decimal("1234.00"), Decimal("12.50")]
    assert read("1.234", "2.000") == [Decimal("1234.00"), Decimal("2000.00")]
    with pytest.raises(CellFault, match="more than 2 decimal places"):
        read("1.234", "12.50")


def test_a_currency_with_three_decimal_places_keeps_them() -> None:
    assert read("1.234", currency="TND") == [Decimal("1.234")]
    assert read("1.234,500", currency="TND") == [Decimal("1234.500")]


def test_a_column_that_uses_both_marks_leaves_doubtful_cells_to_a_person() -> None:
    assert read("1,50", "2.50") == [Decimal("1.50"), Decimal("2.50")]
    with pytest.raises(CellFault, match="may mean two amounts"):
        read("1,50", "2.50", "1.234")


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "-",
        "1.2.3",
        "12,34,56",
        "1.23,456.7",
        "1,2,3.4",
        "--5",
        "(5",
        "5)",
        "5-3",
        "abc",
        "1,2E+05",
        "٣",
        "..",
        "1.234,5,6",
    ],
)
def test_what_is_no_amount_is_refused(cell: str) -> None:
    with pytest.raises(CellFault):
        read(cell)


GROUPS = st.sampled_from(["", " ", "\u00a0", "\u202f", "'", "."])


@given(st.lists(st.integers(-(10**12), 10**12), min_size=1), GROUPS)
def test_every_amount_written_with_a_decimal_comma_comes_back(cents: list[int], group: str) -> None:
    amounts = [from_minor(value, "EUR") for value in cents]
    cells = [f"{a:,.2f}".replace(",", "_").replace(".", ",").replace("_", group) for a in amounts]
    assert read(*cells) == amounts


@given(st.lists(st.integers(-(10**12), 10**12), min_size=1), st.sampled_from(["", " ", ",", "'"]))
def test_every_amount_written_with_a_decimal_point_comes_back(cents: list[int], group: str) -> None:
    amounts = [from_minor(value, "EUR") for value in cents]
    assert read(*(f"{a:,.2f}".replace(",", group) for a in amounts)) == amounts


@given(st.text(alphabet="0123456789.,-+() €EUR'", max_size=14), st.sampled_from(["", ",", ".", "both"]))
def test_any_cell_is_an_amount_or_a_fault_and_nothing_else(cell: str, mark: str) -> None:
    try:
        assert isinstance(amount_of(cell, mark, "EUR"), Decimal)
    except CellFault as fault:
        assert fault.what

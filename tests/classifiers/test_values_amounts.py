"""Sums of money in clients' words, in the notations of Europe (C69)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifiers.values.amounts import find_amounts
from classifiers.values.numerals import number, spelled_number


def amounts(text: str, language: str = "fr") -> list[tuple[str, str]]:
    return [(str(a.amount), a.currency) for a in find_amounts(text, language)]


FORMS = {
    "1 284,60 €": ("1284.60", "EUR"),
    "1\u00a0284,60\u00a0€": ("1284.60", "EUR"),
    "1\u202f284,60 euros": ("1284.60", "EUR"),
    "1.284,60 EUR": ("1284.60", "EUR"),
    "1,284.60 EUR": ("1284.60", "EUR"),
    "CHF 1'284.60": ("1284.60", "CHF"),
    "EUR 18’250.00": ("18250.00", "EUR"),
    "£1,920.00": ("1920.00", "GBP"),
    "US$ 800": ("800", "USD"),
    "€ 500": ("500", "EUR"),
    "3 x 500 €": ("500", "EUR"),
    "3x500€": ("500", "EUR"),
    "1,5 k€": ("1500", "EUR"),
    "1284€60": ("1284.60", "EUR"),
    "1.284 €": ("1284", "EUR"),
    "12.500.000 €": ("12500000", "EUR"),
    "deux mille cinq cents euros": ("2500", "EUR"),
    "mille cinq cents euros": ("1500", "EUR"),
    "1284,60": ("1284.60", ""),
}


@pytest.mark.parametrize(("text", "expected"), FORMS.items())
def test_every_notation_is_read(text: str, expected: tuple[str, str]) -> None:
    assert amounts(text) == [expected]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("thirteen pounds", "en", ("13", "GBP")),
        ("treze euros e quarenta e cinco centavos", "pt", ("13.45", "EUR")),
        ("zwanzig Euro", "de", ("20", "EUR")),
        ("1 USD e 23 centesimi", "it", ("1.23", "USD")),
        ("10.000 francos suizos", "es", ("10000", "CHF")),
        ("2 million dollars", "en", ("2000000", "USD")),
    ],
)
def test_currency_words_and_spelled_numbers_are_read(text: str, language: str, expected: tuple[str, str]) -> None:
    assert amounts(text, language) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "le 12.04.2026", "le 12/04", "06 12 34 56 78", "20 %", "2,5 %", "75011 Paris",
        "facture F2026-0118", "40 cartons",
        "FR76 3000 6000 0112 3456 7890 189", "version 2.10", "commande 4500012345", "à 14.30",
        "depuis 2024", "n° 0045871",
    ],
)  # fmt: skip
def test_what_is_no_money_is_left_alone(text: str) -> None:
    """Dates, telephone and account numbers, percentages, postcodes, quantities and references are no sums."""
    assert amounts(text) == []


def test_two_sums_side_by_side_stay_two() -> None:
    assert amounts("un acompte de 800 € vous a été viré, le reste (1 200 €) suit") == [("800", "EUR"), ("1200", "EUR")]


@given(
    st.integers(1, 9_999_999),
    st.sampled_from([(" ", ","), (".", ","), (",", "."), ("'", "."), ("\u202f", ","), ("", ",")]),
)
def test_a_written_sum_is_read_back_to_the_cent(cents: int, marks: tuple[str, str]) -> None:
    whole = f"{cents // 100:,}".replace(",", marks[0])
    (found,) = find_amounts(f"solde de {whole}{marks[1]}{cents % 100:02} €.", "fr")
    assert found.amount == Decimal(cents) / 100


@given(st.text(max_size=80))
def test_any_text_gives_pieces_of_itself(text: str) -> None:
    assert all(text[slice(*a.span)] == a.text for a in find_amounts(text, "fr"))


@pytest.mark.parametrize(
    ("digits", "value"), [("1.284", "1284"), ("0.284", "0.284"), ("12.5", "12.5"), ("1,284.5", "1284.5")]
)
def test_three_digits_behind_a_single_mark_are_thousands(digits: str, value: str) -> None:
    assert number(digits) == Decimal(value)


def test_a_word_that_is_no_number_spoils_a_spelled_number() -> None:
    assert spelled_number("deux palettes", "fr") is None
    assert spelled_number("quatre-vingt-dix", "fr") == 90

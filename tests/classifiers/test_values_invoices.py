"""Which open invoices a client means (C69, label guide rule 7)."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.labels import OpenInvoice
from classifiers.values.invoices import find_invoices, unknown_references

OLD = OpenInvoice("F2026-0118", Decimal("1284.60"), date(2026, 2, 28))
NEW = OpenInvoice("F2026-0131", Decimal("500.00"), date(2026, 3, 15))
OPEN = (OLD, NEW)


def meant(text: str, language: str = "fr", among: tuple[OpenInvoice, ...] = OPEN) -> list[tuple[str, str]]:
    return [(f.number, f.how) for f in find_invoices(text, among, language)]


@pytest.mark.parametrize(
    "text",
    ["F2026-0118", "f2026-0118", "F 2026 0118", "F2026/0118", "F20260118", "F2026.118", "F2O26-O118", "(F2026_0118)"],
)
def test_a_number_is_known_in_any_case_with_any_separator(text: str) -> None:
    assert meant(f"votre facture {text} est réglée") == [(OLD.number, "number")]


@pytest.mark.parametrize(
    "text", ["la facture 118", "n°118", "n° 0118", "facture nº 118", "2026/118", "la 118 est payée", "F118", "#118"]
)
def test_a_part_of_the_number_is_enough_when_it_is_unique(text: str) -> None:
    assert meant(text) == [(OLD.number, "partial")]


def test_a_list_of_partial_numbers_names_each() -> None:
    assert meant("les factures 0131 et 118") == [(NEW.number, "partial"), (OLD.number, "partial")]


def test_an_end_that_two_invoices_share_names_neither() -> None:
    other = OpenInvoice("F2025-0118", Decimal(10), date(2025, 3, 1))
    assert meant("la facture 118", among=(OLD, other)) == []
    assert meant("la facture 2025-118", among=(OLD, other)) == [("F2025-0118", "partial")]


@pytest.mark.parametrize(
    "text",
    [
        "le 01/18", "06 11 81 18 31", "118 €", "118 palettes", "le 11.8", "1 118 kg", "facture F2026-01189", "a118b",
        "commande 2026-0118-B", "tel: +33 1 18 00 01 18", "118%", "x.118@client.example",
    ],
)  # fmt: skip
def test_a_piece_of_another_number_is_no_invoice(text: str) -> None:
    assert meant(text) == []


def test_the_open_amount_names_its_invoice_unless_two_are_equal() -> None:
    twin = OpenInvoice("F2026-0140", Decimal("1284.60"), date(2026, 3, 20))
    assert meant("nous avons viré 1 284,60 €") == [(OLD.number, "amount")]
    assert meant("nous avons viré 1 284,60 €", among=(OLD, twin)) == []


def test_a_month_names_the_one_invoice_due_or_issued_in_it() -> None:
    assert meant("la facture de mars") == [(NEW.number, "month")]
    assert meant("February's invoice", "en") == [(OLD.number, "month")]
    third = OpenInvoice("F2026-0150", Decimal(1), date(2026, 3, 30))
    assert meant("la facture de mars", among=(*OPEN, third)) == []


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        ("la première est réglée", "fr", [OLD.number]),
        ("the oldest one is paid", "en", [OLD.number]),
        ("the second one", "en", [NEW.number]),
        ("les deux sont réglées", "fr", [OLD.number, NEW.number]),
        ("both invoices", "en", [OLD.number, NEW.number]),
        ("toutes les factures", "fr", [OLD.number, NEW.number]),
        ("die älteste Rechnung", "de", [OLD.number]),
        ("la première relance", "fr", []),
        ("les deux palettes", "fr", []),
        ("both parties", "en", []),
        ("l'autre", "fr", []),
    ],
)
def test_a_position_names_invoices_and_nothing_else(text: str, language: str, numbers: list[str]) -> None:
    assert [n for n, how in meant(text, language) if how == "position"] == numbers


def test_the_other_one_is_the_one_not_named_otherwise() -> None:
    assert meant("la 118 est payée, l'autre est contestée") == [(OLD.number, "partial"), (NEW.number, "position")]


def test_positions_mean_nothing_with_a_single_open_invoice() -> None:
    assert meant("the oldest one", "en", (OLD,)) == []


def test_numbers_that_belong_to_no_open_invoice_are_told_apart() -> None:
    assert [u.value for u in unknown_references("Les FA-220 et F2026-0118, et la facture 311", OPEN)] == [
        "FA-220",
        "311",
    ]
    assert unknown_references("appelez le 06 12 34 56 78 avant le 12/03/2026, 118 palettes", OPEN) == ()


@given(st.text(alphabet="F0126-/ .n°8Oo3ée,€", max_size=40))
def test_any_text_gives_pieces_of_itself(text: str) -> None:
    assert all(0 <= f.span[0] < f.span[1] <= len(text) for f in find_invoices(text, OPEN))

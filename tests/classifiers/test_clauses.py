"""Where one statement ends and the next begins."""

import pytest

from classifiers.clauses import clauses_of
from classifiers.grammar import grammar
from classifiers.words import Mark, words_of


def cut(text: str, language: str = "fr", *invoices: str) -> list[str]:
    rules = grammar(language)
    marks = sorted(
        (Mark(text.index(i), text.index(i) + len(i), "INVOICE") for i in invoices), key=lambda mark: mark.start
    )
    words = words_of(text, rules, marks)
    return [text[c.start : c.end] for c in clauses_of(text, words, rules)]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Payée lundi. Merci.", ["Payée lundi.", "Merci."]),
        ("Payée lundi mais contestée", ["Payée lundi", "mais contestée"]),
        ("Facture payée, nous attendons l'avoir", ["Facture payée,", "nous attendons l'avoir"]),
        ("Voir avec M. Exemple au siège", ["Voir avec M. Exemple au siège"]),
        ("- A payée\n- B contestée", ["- A payée", "- B contestée"]),
    ],
)
def test_a_new_statement_is_a_new_clause(text: str, clauses: list[str]) -> None:
    assert cut(text) == clauses


def test_a_line_that_a_mail_program_wrapped_goes_on() -> None:
    text = "Nous vous confirmons que la facture en question a bien été payée par\nvirement hier"
    assert cut(text) == [text]


def test_each_invoice_that_something_is_said_about_opens_a_clause() -> None:
    assert cut("la F-1 a été payée hier, la F-2 demain", "fr", "F-1", "F-2") == [
        "la F-1 a été payée hier,",
        "la F-2 demain",
    ]


def test_a_list_of_invoices_stays_together() -> None:
    assert len(cut("copies of F-1, F-2 and F-3 please", "en", "F-1", "F-2", "F-3")) == 1

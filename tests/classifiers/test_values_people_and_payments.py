"""Contacts, account numbers, payment references, means of payment and instalments in clients' words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.labels import OpenInvoice
from classifiers.values.contacts import find_contacts, find_emails, find_phones
from classifiers.values.iban import find_ibans, is_iban
from classifiers.values.plans import find_plan
from classifiers.values.references import find_methods, find_references

CONTACTS = {
    ("fr", "adressez-vous à Karine Blot (k.blot@client.example / 01 99 00 11 22)."): (
        "Karine Blot", "k.blot@client.example", "01 99 00 11 22",
    ),
    ("fr", "contacter la nouvelle comptable : Mme Roche, roche@client.example"): ("Roche", "roche@client.example", ""),
    ("fr", "Merci de contacter compta@client.example."): ("", "compta@client.example", ""),
    ("fr", "Je suis remplacé par Jean-Luc de la Tour."): ("Jean-Luc de la Tour", "", ""),
    ("en", "please contact Dana Wu at dana.wu@client.example or +44 20 7946 0999."): (
        "Dana Wu", "dana.wu@client.example", "+44 20 7946 0999",
    ),
    ("en", "Please direct finance queries to ap@client.example"): ("", "ap@client.example", ""),
    ("de", "wenden Sie sich an Frau Erika Muster (muster@kunde.example)"): ("Erika Muster", "muster@kunde.example", ""),
}  # fmt: skip


@pytest.mark.parametrize(("said", "expected"), CONTACTS.items(), ids=str)
def test_the_person_to_write_to_is_named_without_title(said: tuple[str, str], expected: tuple[str, str, str]) -> None:
    """C64, label guide rule 13."""
    (found,) = find_contacts(said[1], said[0])
    assert (found.name, found.email, found.phone) == expected


def test_a_greeting_is_no_name() -> None:
    assert find_contacts("Contacter Merci d'avance", "fr") == ()


@pytest.mark.parametrize(
    "text", ["06 12 34 56 78", "+33 6 12 34 56 78", "+44 (0)20 7946 0999", "020 7946 0999", "(212) 555-0100"]
)
def test_telephone_numbers_are_found_as_written(text: str) -> None:
    assert [p.value for p in find_phones(f"tél : {text}.")] == [text]


@pytest.mark.parametrize("text", ["1 284,60 €", "12/03/2026", "F2026-0118", "4500012345", "2026-03-12"])
def test_other_numbers_are_no_telephone_numbers(text: str) -> None:
    assert find_phones(text) == ()


def test_an_address_stops_before_the_full_stop_of_its_sentence() -> None:
    assert [e.value for e in find_emails("Écrivez à <a.b+c@mail.client.example>, ou x@y.example.")] == [
        "a.b+c@mail.client.example", "x@y.example",
    ]  # fmt: skip


def test_an_account_number_counts_only_with_its_check_digits() -> None:
    """A digit typed wrongly must not become bank details (label `bank_change`)."""
    assert [i.value for i in find_ibans("IBAN : FR76 3000 6000 0112 3456 7890 189 merci")] == [
        "FR7630006000011234567890189"
    ]
    assert find_ibans("IBAN : FR76 3000 6000 0112 3456 7890 188") == ()
    assert [i.value for i in find_ibans("de89370400440532013000")] == ["DE89370400440532013000"]


@given(st.integers(4, 25), st.integers(1, 9))
def test_changing_one_digit_of_an_account_number_makes_it_invalid(place: int, step: int) -> None:
    good = "FR7630006000011234567890189"
    changed = good[:place] + str((int(good[place]) + step) % 10) + good[place + 1 :]
    assert is_iban(good) and not is_iban(changed)


REFERENCES = {
    ("fr", "chèque n° 0099871 de 1 284,60 € adressé le 2 mars"): ["0099871"],
    ("fr", "reçu (transaction 8XK99901)"): ["8XK99901"],
    ("fr", "référence VIR-SEPA 260318-99."): ["VIR-SEPA 260318-99"],
    ("en", "via ACH, trace no. 091000019990221"): ["091000019990221"],
    ("en", "(BACS ref KLM-9981)"): ["KLM-9981"],
    ("fr", "facture n° 118"): [],
    ("en", "PO number 4500012345"): [],
    ("fr", "réf : réglé le 12/03/2026"): [],
}


@pytest.mark.parametrize(("said", "expected"), REFERENCES.items(), ids=str)
def test_the_reference_of_a_payment_is_found_and_no_other_number(said: tuple[str, str], expected: list[str]) -> None:
    assert [r.value for r in find_references(said[1], said[0])] == expected


def test_the_number_of_an_open_invoice_is_no_payment_reference() -> None:
    invoice = OpenInvoice("F2026-0118", Decimal(1))
    assert find_references("réf F2026-0118", "fr", [invoice]) == ()


@pytest.mark.parametrize(
    ("text", "language", "method"),
    [
        ("le virement est parti", "fr", "transfer"),
        ("réglé par carte", "fr", "card"),
        ("prélèvement passé", "fr", "direct_debit"),
        ("paid by direct debit", "en", "direct_debit"),
        ("sent by Faster Payment", "en", "transfer"),
        ("per Überweisung", "de", "transfer"),
        ("un chèque posté hier", "fr", "cheque"),
    ],
)
def test_the_means_of_payment_is_named(text: str, language: str, method: str) -> None:
    assert [m.value for m in find_methods(text, language)] == [method]


def test_please_check_is_no_cheque() -> None:
    assert find_methods("please check with your bank", "en") == ()


PLANS = {
    ("fr", "en 3 fois : 3 x 500 €"): (3, Decimal(500), ""),
    ("fr", "régler en trois fois"): (3, None, ""),
    ("fr", "150 euros par mois pas plus"): (0, Decimal(150), "monthly"),
    ("fr", "un échéancier sur six mois"): (6, None, "monthly"),
    ("en", "in four monthly instalments"): (4, None, "monthly"),
    ("en", "over 4 monthly payments of 625"): (4, Decimal(625), "monthly"),
    ("en", "$800 a month for six months"): (6, Decimal(800), "monthly"),
    ("en", "£50 per week"): (0, Decimal(50), "weekly"),
    ("de", "in 3 Raten zu 200 €"): (3, Decimal(200), ""),
}


@pytest.mark.parametrize(("said", "expected"), PLANS.items(), ids=str)
def test_instalments_are_counted(said: tuple[str, str], expected: tuple[int, Decimal | None, str]) -> None:
    """C89."""
    plan = find_plan(said[1], said[0])
    assert plan and (plan.instalments, plan.amount, plan.frequency) == expected


@pytest.mark.parametrize(
    "text", ["vos 3 derniers mails", "payé en 2 semaines", "3 factures", "trois semaines de retard"]
)
def test_what_is_counted_otherwise_is_no_plan(text: str) -> None:
    assert find_plan(text, "fr") is None


@given(st.text(max_size=80))
def test_any_text_is_read_without_fault(text: str) -> None:
    spans = [c.span for c in find_contacts(text, "fr")]
    spans += [f.span for f in (*find_references(text, "fr"), *find_ibans(text), *find_methods(text, "en"))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    find_plan(text, "en")

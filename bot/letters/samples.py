"""Plainly fictitious letters, very different from each other, to try every template on."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.core.digest_fields import (
    Ageing,
    Bucket,
    DigestFields,
    DisputeLine,
    HeldLine,
    MoneyIn,
    PromiseLine,
    ReminderLine,
    WaitingLine,
)
from bot.core.letter_fields import AnswerFields, Company, InvoiceLine, Paragraph, ReminderFields, Total, as_fields

TODAY = date(2026, 3, 18)
COMPANY = Company(
    name="Atelier Exemple SARL",
    sender="Le service comptable",
    phone="+33 1 99 00 00 00",
    address="1 rue de l'Exemple, 75000 Paris",
    iban="FR7630006000011234567890189",
    bic="AGRIFRPP",
)
_EUR = "EUR"


def _invoice(number: str, due: date, open_: str, currency: str = _EUR) -> InvoiceLine:
    return InvoiceLine(number, due, Decimal(open_), currency, days_overdue=(TODAY - due).days)


_ONE = replace(
    _invoice("F2026-0118", date(2026, 2, 28), "1284.60"),
    issued=date(2026, 1, 29),
    original=Decimal("1284.60"),
    project="Refonte du site",
    order_reference="PO-4711",
)
_CREDIT = InvoiceLine("A2026-007", TODAY, Decimal("120.00"), issued=date(2026, 3, 1), kind="credit_note")


def _one() -> ReminderFields:
    return ReminderFields(
        company=COMPANY,
        language="fr",
        account_name="Client Exemple SAS",
        contact_name="Zoé Exemple",
        lines=(_ONE,),
        totals=(Total(_EUR, Decimal("1284.60")),),
        reply_by=date(2026, 3, 26),
        today=TODAY,
        earlier=(date(2026, 3, 5),),
        payment_terms="30 jours date de facture",
        attached=("F2026-0118",),
        last_exchange=date(2026, 3, 2),
    )


def reminders() -> Mapping[str, ReminderFields]:
    """Reminders by what is special about them."""
    return {**_by_date(_one()), **_by_amount(_one()), **_by_name(_one())}


def _by_date(one: ReminderFields) -> dict[str, ReminderFields]:
    future = replace(_ONE, due=date(2026, 3, 23), days_overdue=-5)
    return {
        "one invoice": one,
        "before its due date": replace(one, lines=(future,), earlier=(), reply_by=date(2026, 3, 23)),
        "one day late": replace(one, lines=(replace(_ONE, due=date(2026, 3, 17), days_overdue=1),)),
    }


def _by_amount(one: ReminderFields) -> dict[str, ReminderFields]:
    partly = replace(_ONE, open=Decimal("300.00"), original=Decimal("1284.60"))
    many = tuple(_invoice(f"F2026-{n:04}", date(2026, 2, n), f"{n}00.00") for n in range(1, 15))
    two = (_ONE, _invoice("F2026-0119", date(2026, 3, 1), "80.00", "GBP"))
    days = (date(2026, 2, 20), date(2026, 3, 1))
    in_credit = (*_total("1164.60"), Total("GBP", Decimal("-20.00")))
    return {
        "partly paid, promise broken": replace(one, lines=(partly,), promised=date(2026, 3, 10), totals=_total("300")),
        "many invoices": replace(one, lines=many, totals=_total("10500"), attached=(), earlier=days),
        "two currencies": replace(one, lines=two, totals=(*one.totals, Total("GBP", Decimal("80.00"))), attached=()),
        "credit note": replace(one, credits=(_CREDIT,), totals=_total("1164.60"), set_aside=("F2026-0090",)),
        "currency in credit": replace(one, lines=two, credits=(_CREDIT,), totals=in_credit),
    }


def _by_name(one: ReminderFields) -> dict[str, ReminderFields]:
    nameless = replace(COMPANY, phone="", address="", iban="", bic="")
    hostile = replace(one, account_name="<b>&Co\r\nBcc: x@evil.test", contact_name='<img src="x">\nJo "O" & Cie')
    return {
        "bare": ReminderFields(nameless, "fr", "C", (_ONE,), one.totals, one.reply_by, TODAY),
        "hostile names": replace(hostile, lines=(replace(_ONE, project="<i>&amp;"),)),
        "long names": replace(
            one, contact_name="Maximilienne-Alexandrine " * 6, lines=(replace(_ONE, project="x" * 90),)
        ),
    }


def _total(amount: str) -> tuple[Total, ...]:
    return (Total(_EUR, Decimal(amount)),)


def answers(template: str) -> Mapping[str, AnswerFields]:
    """Answers made of this paragraph, from nothing known to everything known."""
    empty = AnswerFields(COMPANY, "fr", "Re: votre message", "Client Exemple SAS", (Paragraph(template),), TODAY)
    full = Paragraph(
        template,
        invoices=("F2026-0118",),
        amount=Decimal("1284.60"),
        day=date(2026, 4, 1),
        reference="VIR 77-A",
        instalments=3,
        documents=("invoice_copy", "statement", "bank_details", "other"),
        reason="price",
        until=date(2026, 4, 3),
    )
    several = replace(full, invoices=("F2026-0118", "F2026-0119"), fuzzy=True, documents=("portal",), instalments=1)
    named = replace(empty, contact_name="Zoé Exemple", subject="Re: Rappel de paiement – Facture F2026-0118")
    statement = replace(named, paragraphs=(full,), lines=(_ONE,), credits=(_CREDIT,), totals=_total("1164.60"))
    return {
        "nothing known": empty,
        "everything known": replace(statement, attached=("F2026-0118.pdf",)),
        "several invoices": replace(named, paragraphs=(several,), attached=("a.pdf", "b.pdf")),
    }


def digests() -> Mapping[str, DigestFields]:
    """A quiet morning, a full one, and one in shadow mode with the stop switch on."""
    quiet = DigestFields(COMPANY, "fr", TODAY, date(2026, 3, 17))
    full = replace(quiet, **_full())  # type: ignore[arg-type]
    notices = ("La boîte main n'a pas été lue depuis 2 heures.",)
    return {"quiet": quiet, "full": full, "stopped": replace(full, mode="shadow", stopped=True, notices=notices)}


def _full() -> dict[str, object]:
    return {**_moved(), **_promised(), **_waiting(), "ageing": _ageing()}


def _moved() -> dict[str, object]:
    sent = ReminderLine("Client Exemple SAS", "J+15", _total("1284.60"), ("F2026-0118",), 18)
    return {
        "money_in": (
            MoneyIn("Client Exemple SAS", "F2026-0100", Decimal("700.00"), _EUR, "payment"),
            MoneyIn("Autre Exemple", "F2026-0101", Decimal("60.00"), "GBP", "unknown"),
        ),
        "collected": _total("700.00"),
        "cleared_unknown": (Total("GBP", Decimal("60.00")),),
        "sent": (sent, replace(sent, account="Autre Exemple", days_overdue=0, invoices=())),
        "answers_sent": 1,
        "reminders_waiting": (replace(sent, account="Client E"),),
        "held": (
            HeldLine("Promesse de règlement en cours.", ("Client A", "Client B")),
            HeldLine("Relances suspendues.", tuple(f"Client {n}" for n in range(1, 10))),
        ),
        "tomorrow": (replace(sent, account="Client D"),),
    }


def _promised() -> dict[str, object]:
    promise = PromiseLine("Client Exemple SAS", date(2026, 3, 16), Decimal("500.00"), _EUR, ("F2026-0118",))
    return {
        "promises_due": (replace(promise, due=TODAY, amount=None, invoices=()),),
        "promises_kept": (promise,),
        "promises_broken": (promise,),
        "disputes": (
            DisputeLine("Exemple & Fils", ("F2026-0090",), "prix", date(2026, 3, 1), 17, _total("1284.60")),
            DisputeLine("Autre Exemple", (), "", TODAY, 0),
        ),
    }


def _waiting() -> dict[str, object]:
    urgent = WaitingLine("Exemple & Fils", "Appeler le client.", 2, date(2026, 3, 19), urgent=True)
    return {
        "tasks": (urgent, *(replace(urgent, urgent=False, due=None, account=f"Client {n}") for n in range(14))),
        "drafts": (WaitingLine("Client Exemple SAS", "Réponse à une contestation", 1),),
        "not_understood": (WaitingLine("Client B", "Le message n'a pas été compris avec certitude."),),
        "bounced": (WaitingLine("Client C", "L'adresse compta@client.example ne reçoit plus de courrier."),),
    }


def _ageing() -> tuple[Ageing, ...]:
    buckets = ((None, None, "9000"), (1, 30, "4000"), (31, 60, "2500"), (61, 90, "0"), (91, None, "800"))
    return (
        Ageing(_EUR, tuple(Bucket(a, b, Decimal(c), 3) for a, b, c in buckets), Decimal("16300")),
        Ageing("GBP", (Bucket(1, 30, Decimal("80"), 1),), Decimal("80")),
    )


def samples(template: str) -> Mapping[str, Mapping[str, object]]:
    """Fields for a template ("reminders/first", "answers/ask_for_date", "digest/daily") by their situation."""
    family, _, name = template.partition("/")
    if family == "digest":
        return {situation: as_fields(digest) for situation, digest in digests().items()}
    if family == "answers":
        return {situation: as_fields(answer) for situation, answer in answers(name).items()}
    return {situation: as_fields(reminder) for situation, reminder in reminders().items()}

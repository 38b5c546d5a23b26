"""From ledger, case and reading to the fields of a letter: nothing else may put a figure into a mail."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.answer_paragraphs import paragraph
from bot.core.case import Case
from bot.core.dunning import Remind, total_due
from bot.core.labels import Reading
from bot.core.letter_fields import AnswerFields, Company, InvoiceLine, ReminderFields, Total
from bot.core.receivables import Account, ItemKind, OpenItem

STILL_FRESH = 60
"""Days after which an exchange is not referred to any more."""


def line(item: OpenItem, today: date) -> InvoiceLine:
    """An open item as a letter shows it."""
    return InvoiceLine(
        number=item.number,
        due=item.due,
        open=item.amount,
        currency=item.currency,
        issued=item.issued,
        original=item.original_amount,
        project=item.project,
        order_reference=item.order_reference,
        days_overdue=item.days_overdue(today),
        kind=item.kind.value,
    )


def _split(items: Sequence[OpenItem], today: date) -> tuple[tuple[InvoiceLine, ...], tuple[InvoiceLine, ...]]:
    lines = tuple(line(i, today) for i in items if i.kind is ItemKind.INVOICE)
    return lines, tuple(line(i, today) for i in items if i.kind is not ItemKind.INVOICE)


def _totals(items: Sequence[OpenItem]) -> tuple[Total, ...]:
    return tuple(Total(currency, amount) for currency, amount in total_due(items).items())


def reminder_fields(
    company: Company,
    account: Account,
    remind: Remind,
    case: Case,
    attached: tuple[str, ...],
    today: date,
    items: Sequence[OpenItem],
    language: str,
) -> ReminderFields:
    """What a reminder may say (R44 to R48). Its language is the contact's, else the account's."""
    contact = account.recipient()
    lines, credits = _split(remind.listed, today)
    numbers = [each.number for each in lines]
    earlier = sorted({day for number in numbers for day in case.reminded.get(number, ())})
    terms = {i.payment_terms for i in remind.listed if i.payment_terms}
    projects = {i.project for i in remind.listed if i.project}
    disputed = tuple(i.number for i in items if i.kind is ItemKind.INVOICE and case.disputed(i.number))
    return ReminderFields(
        company=company,
        language=language,
        account_name=account.name,
        lines=lines,
        credits=credits,
        totals=_totals(remind.listed),
        reply_by=remind.reply_by,
        today=today,
        contact_name=contact.name if contact else "",
        earlier=tuple(earlier),
        payment_terms=terms.pop() if len(terms) == 1 else "",
        attached=attached,
        project=projects.pop() if len(projects) == 1 else "",
        last_exchange=_recent(case.last_heard, today),
        promised=case.broken_promise,
        set_aside=disputed,
    )


def _recent(day: date | None, today: date) -> date | None:
    """An exchange of last season is nothing to refer to."""
    return day if day and (today - day).days <= STILL_FRESH else None


def letter_language(account: Account, written: Collection[str], house: str) -> str:
    """The contact's language, else the account's; one without templates gets English, else the house's own."""
    contact = account.recipient()
    wanted = (contact.language if contact else "") or account.language
    return next(each for each in (wanted, "en", house) if each in written or each == house)


@dataclass(frozen=True)
class Asked:
    """Who asked what: the paragraphs with their readings, the writer's name, and until when reminders now rest."""

    answers: tuple[tuple[str, Reading | None], ...]
    writer: str
    subject: str
    language: str
    until: date | None = None


def answer_fields(
    company: Company, account: Account, asked: Asked, items: Sequence[OpenItem], today: date
) -> AnswerFields:
    """What a drafted answer may say: the paragraphs with what the reply said, and what is open."""
    lines, credits = _split(items, today)
    return AnswerFields(
        company=company,
        language=asked.language,
        subject=asked.subject,
        account_name=account.name,
        paragraphs=tuple(paragraph(t, r, _currency(r, items), asked.until) for t, r in asked.answers),
        today=today,
        contact_name=asked.writer,
        lines=lines,
        credits=credits,
        totals=_totals(items),
    )


def _currency(reading: Reading | None, items: Sequence[OpenItem]) -> str:
    """That of the invoice meant, else of the account's first item."""
    named = [i.currency for i in items if reading and i.number in reading.invoices]
    return (named or [i.currency for i in items] or ["EUR"])[0]

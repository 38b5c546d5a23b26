"""From ledger, case and reading to the fields of a letter: nothing else may put a figure into a mail."""

from collections.abc import Sequence
from datetime import date

from bot.core.answer_paragraphs import paragraph
from bot.core.case import Case
from bot.core.dunning import Remind, total_due
from bot.core.labels import Reading
from bot.core.letter_fields import AnswerFields, Company, InvoiceLine, ReminderFields, Total
from bot.core.receivables import Account, ItemKind, OpenItem


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
        language=letter_language(account),
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
        last_exchange=case.last_heard,
        set_aside=disputed,
    )


def letter_language(account: Account) -> str:
    """The contact's language, else the account's."""
    contact = account.recipient()
    return (contact.language if contact else "") or account.language


def answer_fields(
    company: Company,
    language: str,
    subject: str,
    account: Account,
    answers: Sequence[tuple[str, Reading | None]],
    items: Sequence[OpenItem],
    case: Case,
    today: date,
) -> AnswerFields:
    """What a drafted answer may say: the paragraphs with what the reply said, and what is open."""
    contact = account.recipient()
    lines, credits = _split(items, today)
    currency = items[0].currency if items else "EUR"
    pause = case.account_pause(today)
    paragraphs = tuple(paragraph(t, reading, currency, pause.until if pause else None) for t, reading in answers)
    return AnswerFields(
        company=company,
        language=language,
        subject=subject,
        account_name=account.name,
        paragraphs=paragraphs,
        today=today,
        contact_name=contact.name if contact else "",
        lines=lines,
        credits=credits,
        totals=_totals(items),
    )

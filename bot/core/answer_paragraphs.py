"""What a reply said, as the typed fields of the paragraph that answers it."""

from datetime import date
from decimal import Decimal, InvalidOperation

from bot.core.labels import Reading, Value
from bot.core.letter_fields import Paragraph

_AMOUNTS = ("paid_amount", "promise_amount", "instalment_amount")
"""Not the disputed amount: repeating a contested figure could be taken for agreeing with it."""
_DAYS = ("paid_date", "promise_date", "first_date", "deferral_until", "judgment_date")


def paragraph(template: str, reading: Reading | None, currency: str = "EUR", until: date | None = None) -> Paragraph:
    """The paragraph `template` with the values of its reading. A value that is no date or amount is left out.

    Names and account numbers that the reply gave never enter an answer: a person checks them first (X5, X20).
    """
    if reading is None:
        return Paragraph(template, currency=currency, until=until)
    values = reading.values
    documents, instalments = values.get("documents"), values.get("instalments")
    return Paragraph(
        template=template,
        invoices=reading.invoices,
        amount=next((a for name in _AMOUNTS if (a := _amount(values.get(name))) is not None), None),
        currency=currency,
        day=next((d for name in _DAYS if (d := _day(values.get(name))) is not None), None),
        fuzzy=values.get("fuzzy") is True,
        reference=_text(values.get("paid_ref")),
        instalments=instalments if isinstance(instalments, int) and not isinstance(instalments, bool) else None,
        documents=tuple(documents) if isinstance(documents, list) else (),
        reason=_text(values.get("reason")),
        right=_text(values.get("right")),
        until=until,
    )


def _text(value: Value | None) -> str:
    return value if isinstance(value, str) else ""


def _day(value: Value | None) -> date | None:
    try:
        return date.fromisoformat(_text(value))
    except ValueError:
        return None


def _amount(value: Value | None) -> Decimal | None:
    try:
        found = Decimal(_text(value))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None

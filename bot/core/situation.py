"""What a label may look at when it says what should follow from a reading."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

from bot.core.acts import Act
from bot.core.calendar import Calendar
from bot.core.case import Case
from bot.core.labels import Reading
from bot.core.policy import Policy
from bot.core.receivables import OpenItem


@dataclass(frozen=True)
class Situation:
    """One reading, and the account it is about: `items` are the account's open items, `today` the business day."""

    reading: Reading
    today: date
    policy: Policy
    calendar: Calendar
    items: tuple[OpenItem, ...] = ()
    case: Case = field(default_factory=Case)

    def text(self, name: str) -> str:
        """A value as text; empty when the reply did not give it."""
        value = self.reading.values.get(name, "")
        return value if isinstance(value, str) else ""

    def day(self, name: str) -> date | None:
        """A value as a date."""
        try:
            return date.fromisoformat(self.text(name))
        except ValueError:
            return None

    def amount(self, name: str) -> Decimal | None:
        """A value as an amount."""
        try:
            return Decimal(self.text(name))
        except InvalidOperation:
            return None

    def number(self, name: str) -> int | None:
        """A value as a count."""
        value = self.reading.values.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    @property
    def invoices(self) -> tuple[str, ...]:
        """The invoices meant: those named, else the only open one, else none (unknown)."""
        if self.reading.invoices:
            return self.reading.invoices
        return (self.items[0].number,) if len(self.items) == 1 else ()

    def working_days(self, count: int) -> date:
        """The working day that many working days from today."""
        return self.calendar.after(self.today, count)


Respond = Callable[[Situation], Sequence[Act]]
"""A label's proposal; `core/decide.py` disposes."""

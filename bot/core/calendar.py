"""Working days of a country, as data handed in; no rule of any country lives here."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

SATURDAY = 5


@dataclass(frozen=True)
class Calendar:
    """The days on which nobody should be disturbed in one country or region.

    `holidays` maps each public holiday to its name, for the years that the run may touch.
    `weekend` holds weekday numbers (Monday is 0).
    """

    country: str
    holidays: dict[date, str] = field(default_factory=dict)
    weekend: frozenset[int] = frozenset({5, 6})

    def is_working_day(self, day: date) -> bool:
        """Neither weekend nor public holiday."""
        return day.weekday() not in self.weekend and day not in self.holidays

    def on_or_after(self, day: date) -> date:
        """The first working day that is not before `day`."""
        while not self.is_working_day(day):
            day += timedelta(days=1)
        return day

    def after(self, day: date, working_days: int) -> date:
        """The working day that many working days later (0: the day itself or the next working one)."""
        day = self.on_or_after(day)
        for _ in range(working_days):
            day = self.on_or_after(day + timedelta(days=1))
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`; cost grows with the days between."""
        return sum(self.is_working_day(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))


Calendars = Callable[[str], Calendar]
"""Country code (ISO 3166-1 alpha-2, or with region "FR-67") → its calendar."""

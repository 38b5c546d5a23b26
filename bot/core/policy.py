"""The house rules of one company: levels, gaps, quiet periods, waiting times. Data only."""

from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import StrEnum


class LevelKind(StrEnum):
    """What happens when an invoice reaches a level."""

    MAIL = "mail"
    CALL = "call"
    FORMAL_NOTICE = "formal_notice"


class Mode(StrEnum):
    """How much leaves by itself: nothing, only approved mail, or reminders on schedule."""

    SHADOW = "shadow"
    DRAFTS = "drafts"
    LIVE = "live"


@dataclass(frozen=True)
class Level:
    """One step of the staircase: `day` counts from the due date (negative: before it).

    `template` names the reminder template of a mail level; CALL and FORMAL_NOTICE levels make tasks.
    """

    name: str
    day: int
    kind: LevelKind = LevelKind.MAIL
    template: str = ""


@dataclass(frozen=True)
class QuietPeriod:
    """Days on which no reminder leaves; `every` "month" repeats on the same days of each month."""

    reason: str
    first: date | None = None
    last: date | None = None
    first_day: int = 0
    last_day: int = 0

    def covers(self, day: date) -> bool:
        """Dated periods compare dates; monthly ones compare days of the month (R25)."""
        if self.first and self.last:
            return self.first <= day <= self.last
        if self.first_day <= self.last_day:
            return self.first_day <= day.day <= self.last_day
        return day.day >= self.first_day or day.day <= self.last_day


@dataclass(frozen=True)
class Staircase:
    """The levels of one segment, lowest first, and how many reminders may leave before a decision (R23)."""

    levels: tuple[Level, ...]
    most_reminders: int = 3

    def level(self, day: int) -> Level | None:
        """The level with that day count: facts keep the day, so renaming a level never rewrites the past."""
        return next((level for level in self.levels if level.day == day), None)


@dataclass(frozen=True)
class Policy:
    """All house rules. `staircases` maps a segment to its levels; "" is everybody else's."""

    staircases: dict[str, Staircase]
    gap_days: int = 8
    tolerance: Decimal = Decimal("5.00")
    quiet: tuple[QuietPeriod, ...] = ()
    window: tuple[time, time] = (time(8, 0), time(18, 0))
    answer_days: int = 8
    bank_delay_days: int = 5
    promise_grace_days: int = 3
    pause_days: int = 10
    reply_rest_days: int = 3
    longest_pause_days: int = 60
    start_level: int = 0
    refused_debtor_types: frozenset[str] = field(default_factory=lambda: frozenset({"consumer"}))

    def staircase(self, segment: str) -> Staircase:
        """The levels for a segment; an unknown segment gets the default ones."""
        return self.staircases.get(segment) or self.staircases[""]

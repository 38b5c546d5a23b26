"""What a date expression is read against: the day of receipt, the direction of the sentence, the language's habits."""

import re
from dataclasses import dataclass
from datetime import date

from classifiers.values.days import last_weekday, months_later, next_weekday, valid
from classifiers.values.lexer import Lexed

NEAR_PAST = 31
"""Days: a day and month without a year that passed no longer ago than this is meant, not the one in eleven months."""
NEAR_PAST_DAY = 7
"""Days: the same for a bare day of the month ("the 12th", read on the 18th)."""
FAR_FUTURE = 180


@dataclass(frozen=True)
class Meaning:
    """What an expression says, before the words around it are looked at. `floating`: its year was not said."""

    start: date
    end: date
    day: date
    fuzzy: bool = False
    granularity: str = "day"
    hint: str = ""
    floating: bool = False


def single(day: date, hint: str = "", *, fuzzy: bool = False, floating: bool = False) -> Meaning:
    """A meaning of one day."""
    return Meaning(day, day, day, fuzzy, "day", hint, floating)


@dataclass(frozen=True)
class Context:
    """One text being read. `direction` is "past", "future" or "" when the caller does not know."""

    lexed: Lexed
    received: date
    direction: str
    day_first: bool
    bare_day: str
    dotted: bool

    def value(self, match: re.Match[str], *groups: str) -> int | None:
        """The value of the token in the first of the groups that is not empty; None when all are."""
        held = (match.start(g) for g in groups if g in match.re.groupindex and match.group(g))
        at = next(held, None)
        return None if at is None else self.lexed.values[at]

    def words(self, match: re.Match[str], group: str) -> str:
        """The text of the token that a group holds."""
        at = match.start(group)
        return self.lexed.text[self.lexed.starts[at] : self.lexed.ends[at]]

    def code_before(self, match: re.Match[str]) -> str:
        """The code of the token before a match, "" at the beginning."""
        return self.lexed.codes[match.start() - 1] if match.start() else ""

    def plural_before(self, match: re.Match[str]) -> bool:
        """Does the word before a match end like a plural ("días 15", not "día 15")?"""
        at = match.start() - 1
        return at >= 0 and self.lexed.text[: self.lexed.ends[at]].endswith(("s", "S"))

    def code_after(self, match: re.Match[str]) -> str:
        """The code of the token behind a match, "" at the end."""
        return self.lexed.codes[match.end() : match.end() + 1]

    def yearless(self, month: int, day: int) -> date | None:
        """The date that a day and month without a year mean."""
        years = range(self.received.year - 4, self.received.year + 5)
        return self._chosen([d for y in years if (d := valid(y, month, day))], NEAR_PAST)

    def monthless(self, day: int) -> date | None:
        """The date that a bare day of the month means."""
        first = self.received.replace(day=1)
        months = [months_later(first, n) for n in range(-2, 4)]
        return self._chosen([d for m in months if (d := valid(m.year, m.month, day))], NEAR_PAST_DAY, far=0)

    def on_weekday(self, weekday: int, day: int) -> date | None:
        """The date of a weekday and day of the month ("Thursday the 15th"); None when no month near has it."""
        first = self.received.replace(day=1)
        months = [months_later(first, n) for n in range(-11, 13)]
        days = [d for m in months if (d := valid(m.year, m.month, day)) and d.weekday() == weekday]
        return self._chosen(days, NEAR_PAST, far=0)

    def weekday(self, weekday: int) -> date:
        """The day that a bare weekday means: never the day of receipt itself (label guide, rule 7)."""
        if self.direction == "past":
            return last_weekday(self.received, weekday)
        return next_weekday(self.received, weekday)

    def _chosen(self, days: list[date], near: int, far: int = FAR_FUTURE) -> date | None:
        """The last one up to the day of receipt, or the first one from it on; the day itself fits both.

        Without a direction the past one is meant when it is no more than `near` days old and the other more than
        `far` away.
        """
        past = max((d for d in days if d <= self.received), default=None)
        future = min((d for d in days if d >= self.received), default=None)
        if not past or not future:
            return past or future
        if self.direction:
            return past if self.direction == "past" else future
        ago, ahead = (self.received - past).days, (future - self.received).days
        return past if ago <= near and ago < ahead and ahead > far else future


STEPS = {">": 1, "<": -1, "=": 0, "~": 2, None: 0}
"""How many weeks or months "next", "last", "this", "after next" lead away."""


def step_of(match: re.Match[str]) -> int:
    """The step that group `r` (before the noun) or `s` (behind it) names."""
    named = match.re.groupindex
    said = (match.group(group) for group in ("r", "r2", "s", "z") if group in named)
    return STEPS[next((word for word in said if word), None)]

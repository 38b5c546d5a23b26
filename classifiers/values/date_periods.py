"""Meanings of weeks, months and their parts: which bounds they have and which single day stands for them."""

from datetime import date

from classifiers.values.date_context import Context, Meaning
from classifiers.values.days import FRIDAY, SUNDAY, monday_of, month_end, months_later, shifted, working_days_later

BEGIN, MIDDLE, END = 0, 1, 2


def week(monday: date, hint: str = "") -> Meaning:
    """A week, named by its Friday (label guide, rule 7)."""
    return Meaning(monday, shifted(monday, SUNDAY), shifted(monday, FRIDAY), True, "week", hint)


def month(first: date, hint: str = "", *, floating: bool = False) -> Meaning:
    """A whole month, named by its last day: what is promised for it may come until then."""
    last = month_end(first.year, first.month)
    return Meaning(first.replace(day=1), last, last, True, "month", hint, floating)


def quarter(first: date, hint: str = "") -> Meaning:
    """Three months from the first of one."""
    end = shifted(months_later(first, 3), -1)
    return Meaning(first, end, end, True, "interval", hint)


def quarter_start(day: date, quarters: int) -> date:
    """The first day of the quarter that lies some quarters away from that of `day`."""
    return months_later(date(day.year, 3 * ((day.month - 1) // 3) + 1, 1), 3 * quarters)


def part_of_month(first: date, part: int, *, floating: bool = False) -> Meaning:
    """Beginning, middle or end of a month: the 5th, the 15th, the last day (label guide, rule 7)."""
    last = month_end(first.year, first.month)
    bounds = {BEGIN: (1, 5, 5), MIDDLE: (11, 19, 15), END: (21, last.day, last.day)}
    start, end, day = (first.replace(day=n) for n in bounds[part])
    return Meaning(start, end, day, True, "interval", "", floating)


def part_of_week(monday: date, part: int) -> Meaning:
    """Beginning, middle or end of a week: Monday, Wednesday, Friday stand for them."""
    start, end, day = {BEGIN: (0, 1, 0), MIDDLE: (2, 3, 2), END: (FRIDAY, SUNDAY, FRIDAY)}[part]
    return Meaning(shifted(monday, start), shifted(monday, end), shifted(monday, day), True, "interval")


def end_of_month(first: date) -> Meaning:
    """ "Fin de mois", "EOM": the last day, and meant exactly."""
    last = month_end(first.year, first.month)
    return Meaning(last, last, last)


def this_week(at: Context) -> Meaning:
    """The rest of the running week: its Friday, or Sunday when that has passed."""
    found = week(monday_of(at.received))
    day = found.day if found.day >= at.received else found.end
    return Meaning(found.start, found.end, day, True, "week")


def spanned(at: Context, unit: str, count: int, way: int) -> Meaning | None:
    """ "The next three weeks" start tomorrow; "the last 2 months" end with the last whole month (week, day)."""
    moved = moved_by(at.received, unit, count * way)
    if moved is None:
        return None
    if way > 0:
        return Meaning(shifted(at.received, 1), moved, moved, True, "interval", "future")
    whole = {"k": monday_of(at.received), "t": at.received.replace(day=1)}.get(unit, at.received)
    end = shifted(whole, -1)
    return Meaning(min(moved, end), end, end, True, "interval", "past")


def moved_by(day: date, unit: str, count: int, length: int = 0) -> date | None:
    """A day moved by counted units (letters of `lexicon.UNITS`; `f` is `length` days); None beyond four years."""
    if unit in "tqy":
        months = count * {"t": 1, "q": 3, "y": 12}[unit]
        return months_later(day, months) if abs(months) <= 48 else None
    if unit == "h":
        count = -(-abs(count) // 24) * (1 if count > 0 else -1) if abs(count) >= 12 else 0
        return shifted(day, count)
    if abs(count) > 1500:
        return None
    if unit == "z":
        return working_days_later(day, count)
    return shifted(day, count * {"j": 1, "k": 7, "f": length}[unit])

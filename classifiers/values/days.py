"""Arithmetic of days, weeks and months that the readers of dates share."""

from calendar import monthrange
from datetime import date, timedelta

MONDAY, FRIDAY, SUNDAY = 0, 4, 6


def shifted(day: date, days: int) -> date:
    """`day` moved by a number of days; stays at the calendar's edge instead of raising."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def months_later(day: date, months: int) -> date:
    """The same day of the month, some months on (or back); the month's last day when it is too short."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def monday_of(day: date) -> date:
    """The Monday of the ISO week of `day`."""
    return day - timedelta(days=day.weekday())


def next_weekday(after: date, weekday: int) -> date:
    """The first such weekday strictly after a day."""
    return after + timedelta(days=(weekday - after.weekday() - 1) % 7 + 1)


def last_weekday(before: date, weekday: int) -> date:
    """The last such weekday strictly before a day."""
    return before - timedelta(days=(before.weekday() - weekday - 1) % 7 + 1)


def valid(year: int, month: int, day: int) -> date | None:
    """The date, or None when the calendar has no such day."""
    if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        return date(year, month, day)
    return None


def working_days_later(day: date, count: int) -> date:
    """Monday to Friday counted only (holidays are the business of the country's calendar); negative counts go back."""
    step = 1 if count > 0 else -1
    while count:
        day = shifted(day, step)
        count -= step if day.weekday() < 5 else 0
    return day

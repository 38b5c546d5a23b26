"""Rules for weekdays and for weeks that are numbered or counted within a month."""

import re
from datetime import date

from classifiers.values.date_context import Context, Meaning, single, step_of
from classifiers.values.date_periods import this_week, week
from classifiers.values.date_rule import rule
from classifiers.values.days import (
    last_weekday,
    monday_of,
    month_end,
    months_later,
    next_weekday,
    shifted,
    working_days_later,
)

THURSDAY = 3
HALF_A_YEAR = 26


def _number(at: Context, match: re.Match[str]) -> int:
    """The weekday that a match names, Monday being 0."""
    return (at.value(match, "w", "w2") or 1) - 1


def _weekday_in_week(at: Context, match: re.Match[str]) -> Meaning:
    return single(shifted(monday_of(at.received), 7 * step_of(match) + _number(at, match)))


def _weekday_in_eight(at: Context, match: re.Match[str]) -> Meaning | None:
    """ "Lundi en huit", "lundi en quinze": one or two weeks after the coming one."""
    weeks = {8: 1, 15: 2}.get(at.value(match, "c") or 0)
    coming = next_weekday(shifted(at.received, -1), _number(at, match))
    return single(shifted(coming, 7 * weeks), "future") if weeks else None


def _that_weekday(at: Context, match: re.Match[str]) -> Meaning:
    """ "Ce" counts the day of receipt; "prochain" is next week's, doubtful while this week's is ahead (rule 7)."""
    weekday, step = _number(at, match), step_of(match)
    if step < 0:
        return single(last_weekday(at.received, weekday), "past")
    if step == 0 and at.direction == "past":
        return single(last_weekday(shifted(at.received, 1), weekday))
    if step == 0:
        return single(next_weekday(shifted(at.received, -1), weekday))
    if step > 0 and at.value(match, "r", "s"):
        return single(next_weekday(at.received, weekday), "future")
    found = shifted(monday_of(at.received), 7 * step + weekday)
    return single(found, "future", fuzzy=shifted(found, -7) > at.received)


def _week_on(at: Context, match: re.Match[str]) -> Meaning:
    """ "A week on Tuesday", "Friday week": one week after the coming one."""
    return single(shifted(next_weekday(at.received, _number(at, match)), 7), "future")


def _weekday(at: Context, match: re.Match[str]) -> Meaning:
    return single(at.weekday(_number(at, match)))


def _weekday_day(at: Context, match: re.Match[str]) -> Meaning | None:
    found = at.on_weekday(_number(at, match), at.value(match, "d") or 0)
    return single(found, floating=True) if found else None


def _month_meant(at: Context, match: re.Match[str]) -> date | None:
    """The first day of the month that a match names or points at."""
    month, year = at.value(match, "m"), at.value(match, "y")
    if month is None:
        return months_later(at.received.replace(day=1), step_of(match))
    if year:
        return date(year, month, 1)
    found = at.yearless(month, 28)
    return found.replace(day=1) if found else None


def _nth_weekday(at: Context, match: re.Match[str]) -> Meaning | None:
    first, weekday = _month_meant(at, match), _number(at, match)
    if not first:
        return None
    if match.group("k") == "<":
        return single(last_weekday(shifted(month_end(first.year, first.month), 1), weekday))
    found = shifted(next_weekday(shifted(first, -1), weekday), 7 * ((at.value(match, "k") or 1) - 1))
    return single(found) if found.month == first.month else None


def _nth_week(at: Context, match: re.Match[str]) -> Meaning | None:
    """The first week of a month is the one that holds its first Thursday, the last one lies wholly in it."""
    first = _month_meant(at, match)
    if not first:
        return None
    if match.group("k") == "<":
        return week(monday_of(shifted(month_end(first.year, first.month), -6)))
    thursday = next_weekday(shifted(first, -1), THURSDAY)
    return week(shifted(monday_of(thursday), 7 * ((at.value(match, "k") or 1) - 1)))


def _last_day(at: Context, match: re.Match[str]) -> Meaning | None:
    """ "Le dernier jour ouvré du mois": the last day of a month that is no Saturday or Sunday."""
    first = _month_meant(at, match)
    if not first:
        return None
    end = month_end(first.year, first.month)
    return single(working_days_later(shifted(end, 1), -1) if match.group("u") == "z" else end)


def _numbered_week(at: Context, match: re.Match[str]) -> Meaning | None:
    """A week by its ISO 8601 number, of the year of receipt, or of the next when it lies over half a year back."""
    number, year = at.value(match, "n") or 0, at.value(match, "y") or at.received.isocalendar().year
    sign = match.start()
    if at.lexed.ends[sign] - at.lexed.starts[sign] == 1 and at.lexed.ends[sign] != at.lexed.starts[match.start("n")]:
        return None
    back = at.received.isocalendar().week - number
    if not at.value(match, "y"):
        year += back > HALF_A_YEAR or (at.direction == "future" and back > 4)
        year -= at.direction == "past" and back < 0
    try:
        return week(date.fromisocalendar(year, number, 1))
    except ValueError:
        return None


def _this_week(at: Context, _: re.Match[str]) -> Meaning:
    return this_week(at)


_OF_MONTH = r"(?:[,.]?[euvi]*L?(?:{M}{FULLY}|(?P<r>[>=<])t|t(?P<s>[>=<])|0(?P<z>[><])?|t)|T)"

COMPOSED = (
    rule("nth weekday", r"(?P<k>[o<])(?P<w>[Ww])" + _OF_MONTH, _nth_weekday),
    rule("nth week", r"(?P<k>[o<])k" + _OF_MONTH, _nth_week),
    rule("last day", r"<(?P<u>[jz])" + _OF_MONTH, _last_day),
    rule("weekday, week", r"(?P<w>[Ww]),?[Leuv&i;]*(?:(?P<r>[>=<~])k|k(?P<s>[>=<~]))", _weekday_in_week),
    rule("week, weekday", r"(?:(?P<r>[>=<~])k|k(?P<s>[>=<~])),?[Leuv;]*(?P<w>[Ww])", _weekday_in_week),
    rule("week on", r"g?kv(?P<w>W)|(?P<w2>W)k(?![><~#nN=])", _week_on),
    rule("weekday in eight", r"(?P<w>[Ww])v(?P<c>[nc])(?![jkztqyhMm])", _weekday_in_eight),
    rule("weekday day", r"(?P<w>[Ww]),?[Lv]*{D}(?![-:/nhjkztqyNM])", _weekday_day),
    rule("day weekday", r"(?<=L){D}(?P<w>[Ww])", _weekday_day),
    rule("that weekday", r"(?P<r>[>=<])L?(?P<w>[Ww])|(?P<w2>W)(?P<s>[>=<~])", _that_weekday),
    rule("week number", r"[kK]#?(?P<n>[nN])(?![jkztqyh])(?:[eu]?L?(?P<y>Y))?", _numbered_week),
)
ALONE = (
    rule("weekday", r"(?P<w>W)", _weekday),
    rule("this week", r"K(?![euS]L?[nocMmW])", _this_week),
)

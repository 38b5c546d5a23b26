"""Rules for two days that share what is said once: "du 13 au 15 juillet", "July 13-15", "du 3 au 5"."""

import re

from classifiers.values.date_context import Context, Meaning
from classifiers.values.date_rule import rule
from classifiers.values.date_rules_days import COUNTED, year_of
from classifiers.values.days import months_later, valid


def _in_month(at: Context, match: re.Match[str]) -> Meaning | None:
    month, first, last = at.value(match, "m") or 0, at.value(match, "d") or 0, at.value(match, "e") or 0
    if match.group("and") and match.group("open") != "(":
        return None
    year = year_of(at, match)
    end = valid(year, month, last) if year else at.yearless(month, last)
    start = valid(end.year, month, first) if end else None
    if not start or not end or start > end:
        return None
    return Meaning(start, end, end, True, "interval", "", year is None)


def _bare(at: Context, match: re.Match[str]) -> Meaning | None:
    """Two bare days: of this month, or of the next when the first has passed; the second may lie a month on."""
    first, last = at.value(match, "d") or 0, at.value(match, "e") or 0
    ordinal = match.group("d") == match.group("e") == "o"
    if at.code_after(match) in COUNTED | set("xVnNMm/.-%") or (at.bare_day == "ordinal" and not ordinal):
        return None
    month = at.received.replace(day=1)
    passed = first < at.received.day and at.direction != "past" and last < at.received.day
    month = months_later(month, 1) if passed else month
    beyond = months_later(month, 1) if last < first else month
    start, end = valid(month.year, month.month, first), valid(beyond.year, beyond.month, last)
    return Meaning(start, end, end, True, "interval") if start and end else None


RANGES = (
    rule(
        "days of a month",
        r"(?P<open>[(uvSe]?)L?{WD}(?P<d>[noc])\.?[eu]?(?:[-)\]U]+|(?P<and>&))[Lu]*{WD}(?P<e>[noc])\.?-?[eu]*L?{M}{Y}",
        _in_month,
    ),
    rule(
        "month and days",
        r"(?P<open>[(uvSe]?){M}-?L?(?P<d>[noc])\.?(?:[-)\]U]+|(?P<and>&))[Lu]*(?P<e>[noc]){Y}",
        _in_month,
    ),
    rule(
        "two days",
        r"(?P<open>[(uS])L?{WD}(?P<d>[noc])\.?(?:[-)\]U]+|&)[Lu]*{WD}(?P<e>[noc])(?!\.n)",
        _bare,
    ),
)

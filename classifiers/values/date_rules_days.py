"""Rules for dates that name a day by number: numeric, with a month's name, or the bare day of a month."""

import re
from dataclasses import replace

from classifiers.values.date_context import Context, Meaning, single, step_of
from classifiers.values.date_rule import rule
from classifiers.values.days import months_later, valid

COUNTED = frozenset("jkztqfyhX")
"""Codes behind a number that make it a count and no day: units, and things that are no date (percentages, sums)."""


def year_of(at: Context, match: re.Match[str]) -> int | None:
    """The year a match names, in two or four digits; None when it names none or an unlikely one."""
    year = at.value(match, "y", "yy")
    if year is None or year > 99:
        return year
    group = "y" if "y" in match.re.groupindex and match.group("y") else "yy"
    near = abs(2000 + year - at.received.year) <= 30 and len(at.words(match, group)) == 2
    return 2000 + year if near else None


def dated(at: Context, match: re.Match[str], month: int, day: int) -> Meaning | None:
    """The day of a month, in the year that the match names or else in the likeliest."""
    year = year_of(at, match)
    found = valid(year, month, day) if year else at.yearless(month, day)
    return single(found, floating=year is None) if found else None


def _stands_free(at: Context, match: re.Match[str]) -> bool:
    """Is a numeric date no piece of a longer number, version or reference?"""
    head = next((match.start(g) for g in ("a", "a2") if match.re.groupindex.get(g) and match.group(g)), match.start())
    head = match.start("y") if match.re.groupindex.get("y") and match.start("y") < head else head
    text, start, end = at.lexed.text, at.lexed.starts[head], at.lexed.ends[match.end() - 1]
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before[-1:].isalnum() or (before[-1:] in set("-/.:,#_+") and before[:-1].isalnum()):
        return False
    return not (after[:1].isalnum() or after[:1] == "%" or (after[:1] in set("-/:_.,") and after[1:].isdigit()))


def _range_follows(at: Context, match: re.Match[str]) -> bool:
    """ "5/1-5/7": the hyphen joins two dates."""
    return re.match(r"-n[/.]n", at.lexed.codes[match.end() :]) is not None


def _ordered(at: Context, match: re.Match[str], first: int, second: int) -> Meaning | None:
    """Day and month in the language's order; where both orders are met, the one nearer to the day of receipt."""
    in_order, swapped = dated(at, match, second, first), dated(at, match, first, second)
    if at.day_first or not in_order or not swapped or first == second:
        return in_order or swapped
    near = min(in_order, swapped, key=lambda meant: abs((meant.day - at.received).days))
    return replace(near, fuzzy=True)


def _numeric(at: Context, match: re.Match[str]) -> Meaning | None:
    first, second = at.value(match, "a", "a2") or 0, at.value(match, "b", "b2") or 0
    if "y" in match.re.groupindex and year_of(at, match) is None:
        return None
    if not _stands_free(at, match) and not _range_follows(at, match):
        return None
    if (match.group("b") or "") in set("Mm"):
        return dated(at, match, second, first)
    return _ordered(at, match, first, second)


def _dotted(at: Context, match: re.Match[str]) -> Meaning | None:
    """ "15.10." with its closing point: a day only where ordinals are written so."""
    return _numeric(at, match) if at.dotted else None


def _year_first(at: Context, match: re.Match[str]) -> Meaning | None:
    found = valid(at.value(match, "y") or 0, at.value(match, "a") or 0, at.value(match, "b") or 0)
    return single(found) if found and _stands_free(at, match) else None


def _spaced(at: Context, match: re.Match[str]) -> Meaning | None:
    found = valid(at.value(match, "y") or 0, at.value(match, "b") or 0, at.value(match, "a") or 0)
    return single(found) if found and at.code_after(match) not in set("nNX") else None


def _day_month(at: Context, match: re.Match[str]) -> Meaning | None:
    start, words = (
        at.lexed.starts[match.start()],
        at.lexed.text[at.lexed.starts[match.start()] : at.lexed.ends[match.end() - 1]],
    )
    if " - " in words:
        return None
    if at.code_before(match) in set("-/.#N") and at.lexed.text[start - 1 : start] in set("-/.#"):
        return None
    return dated(at, match, at.value(match, "m") or 0, at.value(match, "d") or 0)


def _month_day(at: Context, match: re.Match[str]) -> Meaning | None:
    """ "March 12": where the day is put first, a noun behind the number makes it a count ("en mars 3 colis")."""
    counts = COUNTED | (set("xV") if at.day_first or match.group("m") == "m" else set())
    if at.code_after(match) in counts and match.group("d") != "o" and not year_of(at, match):
        return None
    return dated(at, match, at.value(match, "m") or 0, at.value(match, "d") or 0)


def _day_of_month(at: Context, match: re.Match[str]) -> Meaning | None:
    """ "The 20th of next month", "le 12 courant"."""
    first = months_later(at.received.replace(day=1), step_of(match))
    found = valid(first.year, first.month, at.value(match, "d") or 0)
    return single(found) if found else None


def _bare_day(at: Context, match: re.Match[str]) -> Meaning | None:
    """ "Le 15", "by the 15th"; never "the first", "the 15 boxes", "le 15 de chaque mois"."""
    day, spelled = at.value(match, "d") or 0, not at.words(match, "d")[:1].isdigit()
    glued = at.lexed.text[at.lexed.ends[match.start("d")] :][:1] in set("%/:°") if match.group("d") else False
    if glued or at.code_after(match) in COUNTED | set("nNxVMmWw/#P"):
        return None
    if at.lexed.codes.startswith(("eC", "C"), match.end()):
        return None
    if at.code_before(match) == "j" and (at.bare_day == "ordinal" or at.plural_before(match)):
        return None
    if (spelled and day < 4) or (at.bare_day == "ordinal" and match.group("d") != "o"):
        return None
    found = at.monthless(day)
    return single(found, floating=True) if found else None


NUMERIC = (
    rule("year first", r"(?P<y>Y)(?P<g>[-/.])(?P<a>[nMm])(?P=g)(?P<b>n)", _year_first),
    rule("numeric", r"{WD}(?P<a>[no])(?P<g>[-/.])(?P<b>[nMm])(?P=g)(?P<y>[YnN])", _numeric),
    rule("spaced", r"(?<![nNX#/.,-])(?P<a>n)(?P<b>n)(?P<y>Y)", _spaced),
)
NAMED = (
    rule("day month", r"{WD}{D},?-?(?:j[euvi]|[eu]|L|/)*{M}{Y}(?:,?[Ww](?![nNo<>=~k]))?", _day_month),
    rule("month day", r"{WD}{M}[-/]?,?L?{D}{Y}", _month_day),
    rule("slash", r"{WD}(?P<a>n)/(?P<b>n)(?!/)", _numeric),
    rule("pair", r"{WD}(?<=[WwLv)u(SbUFBsi\]])(?P<a>n)[-.](?P<b>n)\.?(?!M)|^(?P<a2>n)[-.](?P<b2>n)\.?$", _numeric),
    rule("dotted", r"{WD}(?P<a>n)\.(?P<b>n)\.", _dotted),
    rule("day of month", r"{WD}{D}j?[euv]L?(?:(?P<r>[>=<])t|t(?P<s>[>=<]))", _day_of_month),
    rule("day of this month", r"{WD}{D}j?0(?P<s>[><])?", _day_of_month),
)
BARE = (rule("bare day", r"(?:(?<=[LubBUFS\]])|(?<=ke)|(?<=j)){D}", _bare_day),)

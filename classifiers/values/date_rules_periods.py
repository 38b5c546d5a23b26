"""Rules for counted days, whole weeks and months, and their parts."""

import re
from dataclasses import replace
from datetime import date

from classifiers.values.date_context import Context, Meaning, single, step_of
from classifiers.values.date_periods import (
    BEGIN,
    end_of_month,
    month,
    moved_by,
    part_of_month,
    part_of_week,
    quarter,
    quarter_start,
    spanned,
    this_week,
    week,
)
from classifiers.values.date_rule import rule
from classifiers.values.days import monday_of, months_later, shifted, valid

UNRESOLVED = re.compile(r"[FSBe>]+(?!R)")
"""Behind a count of days: "10 days after delivery" starts from an event that we do not know."""


def _moved(at: Context, match: re.Match[str], base: date, way: int) -> date | None:
    """`base` moved by the one or two counts of a match ("1 month and 21 days")."""
    unit, length = match.group("u"), at.value(match, "u") or 0
    day = moved_by(base, unit, way * (at.value(match, "c") or 1), length)
    if day and match.group("u2"):
        day = moved_by(day, match.group("u2"), way * (at.value(match, "c2") or 1))
    return day


def _offset(at: Context, match: re.Match[str]) -> Meaning | None:
    """ "Dans 10 jours", "two weeks from tomorrow", "il y a un mois"."""
    before, behind, base = match.group("p") or "", match.group("t") or "", match.group("base")
    past = before == "A" or (behind == "a" and before not in set("is")) or (bool(base) and "B" in behind)
    if not (before or behind):
        return None
    if not behind and UNRESOLVED.match(at.lexed.codes, match.end()):
        return None
    start = shifted(at.received, at.value(match, "base") or 0)
    day = _moved(at, match, start, -1 if past else 1)
    vague = bool(match.group("low")) or (match.group("c") == "g" and at.value(match, "c") != 1)
    return single(day, "past" if past else "future", fuzzy=vague) if day else None


def _offset_word(at: Context, match: re.Match[str]) -> Meaning | None:
    """ "Sous huitaine", "dans une quinzaine", "il y a une quinzaine"."""
    days, past = at.value(match, "u") or 0, match.group("p") == "A"
    return single(shifted(at.received, -days if past else days), "past" if past else "future")


def _terms(at: Context, match: re.Match[str]) -> Meaning | None:
    """ "30 jours fin de mois": the days, then the end of that month; from what day they run is not said, so it is
    fuzzy.
    """
    day = shifted(at.received, at.value(match, "c") or 0)
    return replace(end_of_month(day), fuzzy=True)


def _several(at: Context, match: re.Match[str]) -> Meaning | None:
    """ "The next three weeks", "2 derniers mois"."""
    unit = match.group("u") or match.group("u2") or match.group("u3")
    return spanned(at, unit, at.value(match, "c", "c2") or 1, step_of(match))


def _stepped(at: Context, match: re.Match[str]) -> Meaning | None:
    """ "La semaine prochaine", "last month", "this quarter"; "the next day" is one day on, "the next days" nothing
    exact.
    """
    unit, step = match.group("u") or match.group("u2"), step_of(match)
    hint = "future" if step > 0 else "past" if step < 0 else ""
    if unit in "kK":
        return this_week(at) if step == 0 else week(shifted(monday_of(at.received), 7 * step), hint)
    if unit in "tT":
        return month(months_later(at.received.replace(day=1), step), hint)
    if unit == "q":
        return quarter(quarter_start(at.received, step), hint)
    group = "u" if match.group("u") else "u2"
    return (
        None if at.words(match, group).lower().endswith(("s", "n", "i")) else single(shifted(at.received, step), hint)
    )


def month_named(at: Context, match: re.Match[str], day: int = 28) -> tuple[date, bool] | None:
    """The first day of the month a match names, and whether its year was left open; `day` of it is what matters."""
    number, year = at.value(match, "m") or 0, at.value(match, "y")
    if year or "=" in match.group(0):
        return date(year or at.received.year, number, 1), False
    direction = "past" if "<" in match.group(0) else "future" if ">" in match.group(0) else at.direction
    last = replace(at, direction=direction).yearless(number, day)
    return (last.replace(day=1), True) if last else None


def _month(at: Context, match: re.Match[str]) -> Meaning | None:
    if match.group("m") == "m" and not (match.group("pre") or match.group("y") or match.group("r")):
        return None
    if match.group("r") == "=" and match.group("m") == "m" and at.code_after(match) in set("x;"):
        return None
    if at.code_after(match) in set("no") and not match.group("y"):
        return None
    named = month_named(at, match)
    return month(named[0], floating=named[1]) if named else None


def _numeric_month(at: Context, match: re.Match[str]) -> Meaning | None:
    """ "03/2026", never a piece of "F/03/2026"."""
    start, end = at.lexed.starts[match.start()], at.lexed.ends[match.end() - 1]
    around = at.lexed.text[max(0, start - 1) : start] + at.lexed.text[end : end + 1]
    first = valid(at.value(match, "y") or 0, at.value(match, "n") or 0, 1)
    glued = any(c.isalnum() or c in "-/_#" for c in around)
    return month(first) if first and not glued and at.code_before(match) not in set("#xXV") else None


def _part(at: Context, match: re.Match[str]) -> Meaning | None:
    """ "Fin septembre", "mid-March", "the end of next week"."""
    part, unit = at.value(match, "p") or 0, match.group("u") or match.group("u2")
    if match.group("m"):
        named = month_named(at, match, (5, 15, 28)[part])
        return part_of_month(named[0], part, floating=named[1]) if named else None
    if unit == "k":
        monday = shifted(monday_of(at.received), 7 * step_of(match))
        return _coming_part(at, monday, part, fixed=bool(match.group("r") or match.group("s")))
    if unit in ("t", "0"):
        return part_of_month(months_later(at.received.replace(day=1), step_of(match)), part)
    return part_of_month(date(at.received.year, 1 if part == BEGIN else 12, 1), part)


def _coming_part(at: Context, monday: date, part: int, *, fixed: bool) -> Meaning:
    """A part of this week that is over is next week's, unless "this" was said or the past is spoken of."""
    found = part_of_week(monday, part)
    over = found.end < at.received and not fixed and at.direction != "past"
    return part_of_week(shifted(monday, 7), part) if over else found


def _month_end(at: Context, match: re.Match[str]) -> Meaning | None:
    """ "Fin de mois" is the last day exactly; a month named behind it makes it fuzzy like "fin mars"."""
    if match.group("m"):
        named = month_named(at, match)
        return part_of_month(named[0], 2, floating=named[1]) if named else None
    return end_of_month(months_later(at.received.replace(day=1), step_of(match)))


def _half(at: Context, match: re.Match[str]) -> Meaning | None:
    """ "La première quinzaine d'avril": the 1st to the 15th, or the rest."""
    named, first_half = month_named(at, match), at.value(match, "k") == 1 and match.group("k") == "o"
    if not named or at.value(match, "f") != 15:
        return None
    start, whole = named[0], month(named[0])
    end = start.replace(day=15)
    if first_half:
        return Meaning(start, end, end, True, "interval", "", named[1])
    return Meaning(start.replace(day=16), whole.end, whole.end, True, "interval", "", named[1])


def _nth_quarter(at: Context, match: re.Match[str]) -> Meaning | None:
    number, year = at.value(match, "k", "k2") or 0, at.value(match, "y", "y2") or at.received.year
    return quarter(date(year, 3 * number - 2, 1)) if 1 <= number <= 4 else None


def _this_month(at: Context, _: re.Match[str]) -> Meaning:
    return month(at.received.replace(day=1))


_COUNTED = r"{COUNT}{UNIT}(?:[&,v]*(?P<c2>[nNcg])(?P<u2>[jkt]))?"

TERMS = (rule("terms", r"(?P<c>[nN])j[,L]*E", _terms),)
COUNTED = (
    rule(
        "offset, count",
        r"(?P<p>[isbASU(]?)[Lv]*(?:(?P<low>[nNcg])[-);])?" + _COUNTED + r"(?P<t>[al]|[SFBe(]+(?P<base>R))?",
        _offset,
    ),
    rule("offset, word", r"(?P<p>[isbA])[Lg]?(?P<u>f)", _offset_word),
    rule(
        "several",
        r"(?P<r>[><])(?P<c>[nNcg])(?P<u>[jkzt])|(?P<c2>[nNc])(?:(?P<r2>[><])(?P<u2>[jkzt])|(?P<u3>[jkzt])(?P<s>[><]))",
        _several,
    ),
)
PARTS = (
    rule("half", r"(?P<k>[o<])(?P<f>f)[eu]*L?{M}{FULLY}", _half),
    rule("month end", r"E[eu]?L?(?:{M}{FULLY}|(?P<s>[><=])?)", _month_end),
    rule(
        "part",
        r"(?P<p>P)-?[veu;]*L?-?(?:{M}(?!-?L?[no]){FULLY}|(?P<r>[>=<~])(?P<u>[kt])|(?P<u2>[kty0])(?P<s>[>=<~])?)",
        _part,
    ),
)
PERIODS = (
    rule("quarter", r"(?:(?P<k>[on])q|(?P<k2>Q))[-/]?(?:[eu]?L?(?P<y>Y))?", _nth_quarter),
    rule("quarter of a year", r"(?P<y>Y)[-/]?(?P<k>Q)", _nth_quarter),
    rule("stepped", r"(?P<r>[>=<~])(?P<u>[jktq])|(?P<u2>[jktqKT])(?P<s>[>=<~])", _stepped),
    rule("numeric month", r"(?P<n>n)[/](?P<y>Y)(?!/)", _numeric_month),
    rule("this month", r"T", _this_month),
    rule("month", r"(?P<pre>[vieuBFSbUsPC(]L?)?(?P<r>[>=<])?{M}{FULLY}[><]?", _month),
)

"""Finds the days and periods that a text names, resolved against the day on which it arrived."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from classifiers.languages import language as words_of
from classifiers.values.date_context import Context, Meaning, single
from classifiers.values.date_periods import week
from classifiers.values.date_ranges import RANGES
from classifiers.values.date_rule import Rule, rule
from classifiers.values.date_rules_days import BARE, NAMED, NUMERIC
from classifiers.values.date_rules_periods import COUNTED, PARTS, PERIODS, TERMS
from classifiers.values.date_rules_weekdays import ALONE, COMPOSED
from classifiers.values.days import monday_of, shifted, valid
from classifiers.values.found import FoundDate
from classifiers.values.lexer import Lexed, lexed


def _relative(at: Context, match: re.Match[str]) -> Meaning:
    """ "Demain", "hier", "ce jour"."""
    offset = at.value(match, "r") or 0
    return single(shifted(at.received, offset), "future" if offset > 0 else "past" if offset < 0 else "")


def _end_of_day(at: Context, _: re.Match[str]) -> Meaning:
    """ "COB" alone: that of the day of receipt."""
    return single(at.received)


RELATIVE = (
    rule("relative", r"(?P<r>R)", _relative),
    rule("end of day", r"Z(?![LvRWwMmnoE>=,])", _end_of_day),
)
RULES: tuple[Rule, ...] = (
    *NUMERIC, *RANGES, *TERMS, *PARTS, *NAMED, *COMPOSED, *COUNTED, *PERIODS, *BARE, *RELATIVE, *ALONE,
)  # fmt: skip
"""The longer and surer an expression, the earlier its rule: what one has read is closed to those behind it."""

BOUNDS = {"B": "before", "b": "by", "U": "until", "F": "after", "S": "since", "s": "within"}
_DATE_WORDS = frozenset("MmWwRnNoctkjzqfyEKTPY")


@dataclass(frozen=True)
class _Piece:
    """A meaning and the tokens that say it."""

    first: int
    last: int
    meaning: Meaning
    bound: str = ""


def find_dates(text: str, received: date, language: str, direction: str | None = None) -> tuple[FoundDate, ...]:
    """Every day or period that a text names, in the order of the text, never overlapping.

    Relative words are resolved against `received` as rule 7 of the label guide says. `direction` ("past" for "paid on
    the 12th", "future" for "will pay on the 12th") chooses the year, month or week where the words leave it open;
    without it a passed day is meant only when it is recent. `language` is ISO 639-1; an unknown one is read as English.
    """
    read = lexed(text, language)
    if _DATE_WORDS.isdisjoint(read.codes):
        return ()
    words = words_of(language)
    at = Context(read, received, direction or "", words.day_first, words.bare_day, words.dotted_days)
    pieces = [_bounded(at, piece) for piece in _of_weeks(at, _joined(at, _pieces(at)))]
    return tuple(_found(read, piece) for piece in pieces)


def _pieces(at: Context) -> list[_Piece]:
    """What each rule reads in the tokens that no earlier rule has read."""
    codes, taken, pieces = at.lexed.codes, bytearray(len(at.lexed.codes)), []
    for each in RULES:
        for match in each.pattern.finditer(codes):
            start, end = match.span()
            if taken.find(1, start, end) >= 0:
                continue
            meaning = _built(at, each, match)
            if meaning is not None:
                taken[start:end] = b"\x01" * (end - start)
                pieces.append(_Piece(start, end - 1, meaning))
    return sorted(pieces, key=lambda piece: piece.first)


_OF_INVOICE = re.compile(r"V[eu]?L?$")


def _built(at: Context, each: Rule, match: re.Match[str]) -> Meaning | None:
    """A match, read in the past when it dates an invoice ("la facture du 12 janvier") or follows "depuis"."""
    codes, start = at.lexed.codes, match.start()
    long_since = any(codes[n] == "S" and at.lexed.values[n] for n in range(max(0, start - 2), start + 1))
    if long_since and not at.direction:
        return each.build(replace(at, direction="past"), match)
    if not _OF_INVOICE.search(codes[max(0, start - 3) : start + (codes[start] in "eu")]):
        return each.build(at, match)
    meaning = each.build(replace(at, direction="past"), match)
    return replace(meaning, hint="past") if meaning and meaning.floating else meaning


WEEK = 7
_TO = re.compile(r",?[-)\]U]+[Luevb]*")
_AND = re.compile(r"&[Lu]*")


def _joined(at: Context, pieces: Sequence[_Piece]) -> list[_Piece]:
    """ "Du 10 juin au 1er juillet", "between Monday and Friday": two days with a "to" between them are one interval."""
    result: list[_Piece] = []
    for piece in pieces:
        before = result[-1] if result else None
        if before and before.meaning.granularity != "interval" and _reaches(at, before, piece):
            result[-1] = _Piece(before.first, piece.last, _interval(before.meaning, piece.meaning))
        else:
            result.append(piece)
    return result


def _reaches(at: Context, a: _Piece, b: _Piece) -> bool:
    gap = at.lexed.codes[a.last + 1 : b.first]
    opened = "(" in at.lexed.codes[max(0, a.first - 2) : a.first + 1]
    return bool(_TO.fullmatch(gap)) or (opened and bool(_AND.fullmatch(gap)))


def _interval(a: Meaning, b: Meaning) -> Meaning:
    """From a to b; a year that only one of them names holds for both."""
    start, end = a.start, b.end
    if start > end and a.floating:
        start = max(
            (d for y in (end.year, end.year - 1) if (d := valid(y, start.month, start.day)) and d <= end), default=start
        )
    elif a.floating and not b.floating:
        moved = valid(end.year, start.month, start.day)
        start = moved if moved and moved <= end else start
    elif start > end and b.floating:
        end = next((d for y in (start.year, start.year + 1) if (d := valid(y, end.month, end.day)) and d >= start), end)
    if 0 < (start - end).days < WEEK:
        end = shifted(end, WEEK)
    if start > end:
        start, end = end, start
    return Meaning(start, end, end, True, "interval", b.hint or a.hint)


_WEEK_OF = re.compile(r"(?:[kK][euS]L?|H)$")


def _of_weeks(at: Context, pieces: Sequence[_Piece]) -> list[_Piece]:
    """ "La semaine du 6 octobre" is the week that holds the day."""
    result = []
    for piece in pieces:
        head = _WEEK_OF.search(at.lexed.codes[max(0, piece.first - 3) : piece.first])
        if head and piece.meaning.granularity == "day":
            piece = _Piece(piece.first - len(head.group()), piece.last, week(monday_of(piece.meaning.day)))
        result.append(piece)
    return result


def _bounded(at: Context, piece: _Piece) -> _Piece:
    """Lets "before", "after", "since", "until … inclusive" around an expression limit it."""
    codes, first = at.lexed.codes, piece.first
    while first and codes[first - 1] in "Lv" and codes[first] not in BOUNDS:
        first -= 1
    about = any(codes[n] == "L" and at.lexed.values[n] for n in range(max(0, first - 1), piece.first))
    bound = BOUNDS.get(codes[first]) or (BOUNDS.get(codes[first - 1]) if first else None) or ""
    if bound == "until" and codes[piece.last + 1 : piece.last + 2] == "I":
        bound = "until_inclusive"
    if bound == "since" and piece.meaning.granularity == "interval":
        bound = ""
    meaning = _limited(piece.meaning, bound)
    return replace(piece, meaning=replace(meaning, fuzzy=meaning.fuzzy or about), bound=bound)


def _limited(meaning: Meaning, bound: str) -> Meaning:
    """ "After the 15th" is the 16th, fuzzy; "before September" ends with August; "since August" starts with its
    first.
    """
    whole = meaning.granularity in ("week", "month")
    day = {
        "after": shifted(meaning.end, 1),
        "before": shifted(meaning.start, -1) if whole else meaning.day,
        "since": meaning.start if whole else meaning.day,
    }.get(bound, meaning.day)
    if day == meaning.day and not (whole and bound == "since"):
        return meaning
    return replace(meaning, start=day, end=day, day=day, fuzzy=True, granularity="day")


def _found(read: Lexed, piece: _Piece) -> FoundDate:
    meaning, first, last = piece.meaning, read.starts[piece.first], read.ends[piece.last]
    span = (first, first + len(read.text[first:last].rstrip(".,")))
    return FoundDate(
        meaning.start,
        meaning.end,
        meaning.day,
        span,
        read.text[span[0] : span[1]],
        meaning.fuzzy,
        meaning.granularity,
        meaning.hint,
        piece.bound,
    )

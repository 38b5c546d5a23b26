"""Reads dates as accounting programs write them, and finds out which of day and month comes first."""

import re
from collections.abc import Iterable
from datetime import date

from bot.ledgers.csv_faults import CellFault

ISO = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
LOCAL = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
CLOCK = re.compile(r"[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?$")
FIRST_YEAR, LAST_YEAR = 1980, 2099
HINT = "write it like 2026-03-31 or 31/03/2026"


def day_order(cells: Iterable[str]) -> str:
    """ "mdy" when a column proves that months come first, "dmy" when it proves the contrary, "" without proof.

    Only slashes and hyphens leave it open: with points the day comes first everywhere. A column that proves both is
    read day first, so that its other rows are shown as faults.
    """
    orders: set[str] = set()
    for cell in cells:
        found = LOCAL.fullmatch(CLOCK.sub("", cell))
        if found and found[2] != ".":
            first, second = int(found[1]), int(found[3])
            orders.add("dmy" if first > 12 else "mdy" if second > 12 else "")
    orders.discard("")
    return "dmy" if len(orders) > 1 else next(iter(orders), "")


def day_of(cell: str, order: str) -> date:
    """The date, without a time of day behind it. `order` is "mdy", or anything else for day first. Raises CellFault."""
    text = CLOCK.sub("", cell)
    year, month, day = _parts(text, order) or _refused(cell)
    try:
        found = date(year, month, day)
    except ValueError:
        raise CellFault(f"“{cell}” is no day of the calendar", HINT) from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise CellFault(f"“{cell}” lies outside the years {FIRST_YEAR} to {LAST_YEAR}", HINT)
    return found


def _parts(text: str, order: str) -> tuple[int, int, int] | None:
    if found := ISO.fullmatch(text):
        return int(found[1]), int(found[3]), int(found[4])
    if found := COMPACT.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := LOCAL.fullmatch(text):
        first, second = int(found[1]), int(found[3])
        year = int(found[4]) if len(found[4]) == 4 else 2000 + int(found[4])
        return (year, first, second) if order == "mdy" and found[2] != "." else (year, second, first)
    return None


def _refused(cell: str) -> tuple[int, int, int]:
    if cell.isdecimal() and len(cell) == 5:
        raise CellFault(f"“{cell}” is a spreadsheet's count of days, not a date", "format the column as a date")
    raise CellFault(f"“{cell}” is no date", HINT)

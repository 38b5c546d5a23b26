"""How values look on the IMAP wire: strings, dates, flags."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone

from bot.demo.imap_parser import Bad

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SYSTEM_FLAGS = ("\\Answered", "\\Flagged", "\\Deleted", "\\Seen", "\\Draft")
_BY_LOWER = {flag.lower(): flag for flag in SYSTEM_FLAGS}
_PLAIN = re.compile(rb"[\x20-\x7e]*\Z")
_DATE = re.compile(r"\s*(\d{1,2})-([A-Za-z]{3})-(\d{4})(?: (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d))?\Z")
_KEYWORD = re.compile(r"[^\s(){}%*\"\\\]\x00-\x1f\x7f-\U0010ffff]+\Z")
_LONGEST_QUOTED = 1000


def literal(value: bytes) -> bytes:
    """Any octets, counted (RFC 3501 4.3)."""
    return b"{%d}\r\n%b" % (len(value), value)


def string(value: bytes) -> bytes:
    """Quoted where the grammar allows it, else a literal (RFC 3501 4.3)."""
    if len(value) > _LONGEST_QUOTED or not _PLAIN.match(value):
        return literal(value)
    return b'"' + re.sub(rb'(["\\])', rb"\\\1", value) + b'"'


def nstring(value: bytes | None) -> bytes:
    """A string, or NIL for what is not there."""
    return b"NIL" if value is None else string(value)


def listed(values: Iterable[bytes]) -> bytes:
    """A parenthesised list."""
    return b"(" + b" ".join(values) + b")"


def flag_list(flags: Iterable[str]) -> bytes:
    """Flags and keywords, always in the same order."""
    return listed(flag.encode("ascii") for flag in sorted(flags))


def parse_flag(raw: bytes) -> str:
    """A system flag as RFC 3501 2.3.2 spells it, or a keyword; raises Bad for what can be neither."""
    flag = raw.decode("ascii", "replace")
    if flag.lower() in _BY_LOWER:
        return _BY_LOWER[flag.lower()]
    if not _KEYWORD.match(flag):
        raise Bad("not a flag that can be kept")
    return flag


def internal_date(when: datetime) -> bytes:
    """INTERNALDATE (RFC 3501 9, date-time); English month names whatever the locale."""
    text = f'"{when.day:2d}-{MONTHS[when.month - 1]}-{when.year:04d} {when:%H:%M:%S %z}'[:28]
    return text.encode("ascii") + b'"'


def parse_date_time(raw: bytes) -> datetime:
    """The instant that an APPEND names; raises Bad."""
    found = _DATE.match(raw.decode("ascii", "replace"))
    if not found or found[4] is None:
        raise Bad("not a date and time")
    offset = timedelta(hours=int(found[8]), minutes=int(found[9])) * (-1 if found[7] == "-" else 1)
    day = parse_day(raw.split()[0])
    try:
        zone = timezone(offset)
        return datetime(day.year, day.month, day.day, int(found[4]), int(found[5]), int(found[6]), tzinfo=zone)
    except ValueError as fault:
        raise Bad("no such date and time") from fault


def parse_day(raw: bytes) -> date:
    """The day that a SEARCH key names; raises Bad."""
    found = _DATE.match(raw.decode("ascii", "replace"))
    if not found or found[2].title() not in MONTHS:
        raise Bad("not a date")
    try:
        return date(int(found[3]), MONTHS.index(found[2].title()) + 1, int(found[1]))
    except ValueError as fault:
        raise Bad("no such date") from fault

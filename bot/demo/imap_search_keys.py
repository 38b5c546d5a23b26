"""The search keys that test one message by itself: flags, words, dates, sizes (RFC 3501 6.4.4, RFC 7162 3.1.5)."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from functools import cached_property

from bot.demo.imap_format import parse_day, parse_flag
from bot.demo.imap_journal import Message
from bot.demo.imap_names import pick
from bot.demo.imap_parser import Bad, Text, Value
from bot.demo.imap_structure import Part, parse_structure
from bot.demo.imap_text import body_texts, field_texts, folded, header_texts


@dataclass(frozen=True)
class Found:
    """A message under test; its octets are read only when a key asks for them."""

    message: Message
    recent: bool
    read: Callable[[], bytes]

    @cached_property
    def part(self) -> Part:
        """The message's MIME tree."""
        return parse_structure(self.read())


Test = Callable[[Found], bool]


@dataclass
class Reader:
    """The keys not yet read, and what sequence sets and strings in them refer to."""

    keys: deque[Value]
    uids: Sequence[int]
    charset: str
    asks_modseq: bool = False

    def word(self) -> bytes:
        """The next argument, which must be a string; raises Bad."""
        if not self.keys or not isinstance(self.keys[0], bytes):
            raise Bad("a search key wants an argument")
        value = self.keys.popleft()
        assert isinstance(value, bytes)
        return value

    def text(self) -> str:
        """The next argument as text to look for; raises Bad."""
        try:
            return folded(self.word().decode(self.charset))
        except UnicodeError as fault:
            raise Bad("a search string is not in the charset") from fault

    def number(self) -> int:
        """The next argument as a number; raises Bad."""
        word = self.word()
        if not word.isdigit():
            raise Bad("a search key wants a number")
        return int(word)


def _has_flag(flag: str, wanted: bool) -> Test:
    lower = flag.lower()
    return lambda found: any(own.lower() == lower for own in found.message.flags) is wanted


def _keyword(wanted: bool) -> Callable[[Reader], Test]:
    return lambda reader: _has_flag(parse_flag(reader.word()), wanted)


def _field(name: str) -> Callable[[Reader], Test]:
    def key(reader: Reader) -> Test:
        text = reader.text()
        return lambda found: any(text in value for value in field_texts(found.part, name))

    return key


def _any_field(reader: Reader) -> Test:
    return _field(reader.word().decode("ascii", "replace"))(reader)


def _body(reader: Reader) -> Test:
    text = reader.text()
    return lambda found: any(text in value for value in body_texts(found.part))


def _text(reader: Reader) -> Test:
    text = reader.text()
    return lambda found: (
        any(text in value for value in header_texts(found.part))
        or any(text in value for value in body_texts(found.part))
    )


def _day(pick_day: Callable[[Found], date | None], holds: Callable[[date, date], bool]) -> Callable[[Reader], Test]:
    def key(reader: Reader) -> Test:
        asked = parse_day(reader.word())

        def test(found: Found) -> bool:
            day = pick_day(found)
            return day is not None and holds(day, asked)

        return test

    return key


def _arrived(found: Found) -> date:
    return found.message.date.date()


def _written(found: Found) -> date | None:
    """The day in the Date header, its zone disregarded (RFC 3501 6.4.4, SENTON)."""
    try:
        return parsedate_to_datetime((found.part.field("date") or b"").decode("latin-1")).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _uid(reader: Reader) -> Test:
    uids = frozenset(pick(reader.word(), reader.uids))
    return lambda found: found.message.uid in uids


def _modseq(reader: Reader) -> Test:
    """MODSEQ, with or without the entry it is about: we keep one mod-sequence per message (RFC 7162 3.1.5)."""
    reader.asks_modseq = True
    if reader.keys and isinstance(reader.keys[0], Text):
        reader.word(), reader.word()
    least = reader.number()
    return lambda found: found.message.modseq >= least


def _size(holds: Callable[[int, int], bool]) -> Callable[[Reader], Test]:
    def key(reader: Reader) -> Test:
        asked = reader.number()
        return lambda found: holds(found.message.size, asked)

    return key


def _flag(name: str, wanted: bool) -> Callable[[Reader], Test]:
    return lambda reader: _has_flag("\\" + name, wanted)


_FLAGS = ("Answered", "Deleted", "Draft", "Flagged", "Seen")

KEYS: dict[str, Callable[[Reader], Test]] = {
    **{name.upper(): _flag(name, True) for name in _FLAGS},
    **{"UN" + name.upper(): _flag(name, False) for name in _FLAGS},
    "ALL": lambda reader: lambda found: True,
    "NEW": lambda reader: lambda found: found.recent and "\\Seen" not in found.message.flags,
    "OLD": lambda reader: lambda found: not found.recent,
    "RECENT": lambda reader: lambda found: found.recent,
    "KEYWORD": _keyword(True),
    "UNKEYWORD": _keyword(False),
    **{name: _field(name) for name in ("BCC", "CC", "FROM", "SUBJECT", "TO")},
    "HEADER": _any_field,
    "BODY": _body,
    "TEXT": _text,
    "BEFORE": _day(_arrived, date.__lt__),
    "ON": _day(_arrived, date.__eq__),
    "SINCE": _day(_arrived, date.__ge__),
    "SENTBEFORE": _day(_written, date.__lt__),
    "SENTON": _day(_written, date.__eq__),
    "SENTSINCE": _day(_written, date.__ge__),
    "LARGER": _size(int.__gt__),
    "SMALLER": _size(int.__lt__),
    "UID": _uid,
    "MODSEQ": _modseq,
}

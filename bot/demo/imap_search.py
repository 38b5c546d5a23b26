"""SEARCH: which messages of a folder a client asks for (RFC 3501 6.4.4, MODSEQ of RFC 7162)."""

import re
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.demo.imap_names import pick
from bot.demo.imap_parser import Bad, Text, Value
from bot.demo.imap_search_keys import KEYS, Found, Reader, Test

__all__ = ["CHARSETS", "Criteria", "Found", "UnknownCharset", "parse_criteria"]

CHARSETS = ("US-ASCII", "UTF-8", "ISO-8859-1", "ISO-8859-15", "WINDOWS-1252")
MAX_DEPTH = 50
_SET = re.compile(rb"[\d*][\d*:,]*\Z")


class UnknownCharset(Exception):
    """A SEARCH names a charset that we cannot read (BADCHARSET, RFC 3501 6.4.4)."""


@dataclass(frozen=True)
class Criteria:
    """What a SEARCH asks: the test itself, and whether it mentions mod-sequences."""

    test: Test
    asks_modseq: bool


def parse_criteria(args: Iterable[Value], uids: Sequence[int]) -> Criteria:
    """Read the arguments of a SEARCH; `uids` are the folder's, by message number; raises Bad, UnknownCharset."""
    reader = Reader(deque(args), uids, "us-ascii")
    first = reader.keys[0] if reader.keys else None
    if isinstance(first, bytes) and first.upper() == b"CHARSET":
        reader.word()
        name = reader.word().decode("ascii", "replace").upper()
        if name not in CHARSETS:
            raise UnknownCharset(name)
        reader.charset = name
    elif any(isinstance(value, Text) and not value.isascii() for value in reader.keys):
        # Not allowed without CHARSET, but clients do send UTF-8 so, and servers do read it.
        reader.charset = "UTF-8"
    if not reader.keys:
        raise Bad("SEARCH wants a key")
    return Criteria(_all(reader, 0), reader.asks_modseq)


def _all(reader: Reader, depth: int) -> Test:
    tests: list[Test] = []
    while reader.keys:
        tests.append(_key(reader, depth))
    return lambda found: all(test(found) for test in tests)


def _key(reader: Reader, depth: int) -> Test:
    if depth > MAX_DEPTH:
        raise Bad("search keys too deep")
    if not reader.keys:
        raise Bad("a search key is missing")
    value = reader.keys.popleft()
    if isinstance(value, tuple):
        inner = Reader(deque(value), reader.uids, reader.charset)
        test = _all(inner, depth + 1)
        reader.asks_modseq |= inner.asks_modseq
        return test
    name = value.upper().decode("ascii", "replace")
    if _SET.match(value):
        numbers = frozenset(reader.uids[n - 1] for n in pick(value, range(1, len(reader.uids) + 1)))
        return lambda found: found.message.uid in numbers
    if name in ("NOT", "OR"):
        return _combined(name, reader, depth + 1)
    if name in KEYS:
        return KEYS[name](reader)
    raise Bad("unknown search key")


def _combined(name: str, reader: Reader, depth: int) -> Test:
    first = _key(reader, depth)
    if name == "NOT":
        return lambda found: not first(found)
    second = _key(reader, depth)
    return lambda found: first(found) or second(found)

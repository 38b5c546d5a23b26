"""Finds out how a CSV file is written: its encoding, its separator, and which line holds the headers."""

import csv
import io
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from bot.ledgers.csv_columns import Kind, known_headers
from bot.ledgers.csv_faults import CellFault

SEPARATORS = ";\t,|"
TITLE_LINES = 10
"""Programs print a title above the headers; we look no further than this."""
HEAD = 65_536
SEP_LINE = re.compile(r"\A\ufeff?\"?sep=([;,|\t])\"?\r?\n", re.IGNORECASE)
"""What Excel writes to tell itself the separator."""


@dataclass(frozen=True)
class Layout:
    """How a file is written. `header` is the record (counted from 0) that holds the headers."""

    separator: str
    header: int


def text_of(data: bytes, encoding: str = "") -> str:
    """The file's text: as told, else by its byte-order mark, else UTF-8, else Windows-1252. Raises CellFault."""
    chosen = encoding or _by_mark(data) or _by_zeros(data)
    try:
        if chosen:
            return data.decode(chosen).removeprefix("\ufeff")
        return _utf8_or_windows(data)
    except LookupError:
        raise CellFault(f"the encoding “{encoding}” is unknown", "use utf-8, cp1252, utf-16 or cp850") from None
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        what = f"the byte 0x{data[error.start]:02x} in line {row} is no character in {error.encoding}"
        raise CellFault(what, "export the file as UTF-8, or set ledger.encoding") from None


def _by_mark(data: bytes) -> str:
    if data.startswith(BOM_UTF8):
        return "utf-8-sig"
    return "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else ""


def _by_zeros(data: bytes) -> str:
    """UTF-16 without its mark: every other byte of Latin text is zero."""
    head = data[:200]
    if len(head) < 4 or head.count(0) < len(head) // 3:
        return ""
    return "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"


def _utf8_or_windows(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def separator_named(name: str) -> str:
    """The separator that the settings name: a sign, or "tab"; empty when they name none. Raises CellFault."""
    sign = {"tab": "\t", "\\t": "\t"}.get(name.lower(), name)
    if len(sign) > 1 or sign.isalnum() or sign in ('"', "\r", "\n", " ", "\0"):
        raise CellFault(f"the separator “{name}” cannot separate cells", "use ; or , or | or tab in ledger.separator")
    return sign


def layout_of(text: str, kind: Kind, wanted: Mapping[str, str], separator: str = "") -> Layout:
    """The separator and line under which most known column names appear; the earliest and widest among equals.

    Raises CellFault when the settings name a separator that cannot be one.
    """
    excel = SEP_LINE.match(text)
    candidates = separator_named(separator) or (excel[1] if excel else SEPARATORS)
    best, best_score = Layout(candidates[0], 0), (0, 0, 0)
    for mark in candidates:
        for place, record in enumerate(_head(text, mark)):
            score = (known_headers(kind, record, wanted), -place, len(record))
            if score[0] and score > best_score:
                best, best_score = Layout(mark, place), score
    return best


def _head(text: str, separator: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text[:HEAD], newline=""), delimiter=separator)
    try:
        return list(islice(reader, TITLE_LINES))
    except csv.Error:
        return []

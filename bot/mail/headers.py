"""Header fields to plain data, however they were folded, encoded or broken; never raises."""

import binascii
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from bot.mail.charset import CONTROL, decode

# RFC 2047, with the spaces that real senders leave inside encoded words. Each part is bounded: linear on hostile input.
_ENCODED = re.compile(r"=\?([^?\s*]{1,60})(?:\*[^?\s]{0,20})?\?([bBqQ])\?([^?\r\n]{0,5000})\?=")
_ADDRESS = re.compile(r"[^\s<>\"(),:;\[\]]{1,200}@[^\s<>\"(),;]{1,250}")
_ID = re.compile(r"<([^<>]{1,990})>")
_SPACE = re.compile(r"\s+")
LONGEST = 100_000
"""Characters of one header field that are looked at: longer ones are attacks or damage."""


def unfold(value: str) -> str:
    """One line without the line breaks of folding (RFC 5322 §2.2.3); surrogates become the bytes' likely text."""
    return _SPACE.sub(" ", _text(value[:LONGEST])).strip()


def decoded(value: str) -> str:
    """The field as a reader sees it: encoded words decoded, and no line break even when one was encoded."""
    line = unfold(value)
    return _SPACE.sub(" ", _decode_words(line)).strip() if "=?" in line else line


def _text(value: str) -> str:
    """compat32 keeps raw eight-bit bytes as surrogates."""
    if value.isascii():
        return value.translate(CONTROL)
    try:
        data = value.encode("ascii", "surrogateescape")
    except UnicodeEncodeError:
        return value.encode("utf-8", "replace").decode("utf-8")
    return decode(data) if data else ""


def _decode_words(line: str) -> str:
    """Adjacent words of one charset are joined as bytes first: some senders split inside a character."""
    out: list[str] = []
    pending, charset, end = b"", "", 0
    for word in _ENCODED.finditer(line):
        between = line[end : word.start()]
        if between.strip() or (pending and word.group(1).lower() != charset):
            out.append(decode(pending, charset))
            pending = b""
        if between.strip() or not end:
            out.append(between)
        charset, end = word.group(1).lower(), word.end()
        pending += _word_bytes(word.group(2), word.group(3))
    return "".join((*out, decode(pending, charset), line[end:]))


def _word_bytes(how: str, text: str) -> bytes:
    data = text.encode("utf-8", "replace")
    if how in "bB":
        return tolerant_base64(data)
    return binascii.a2b_qp(data.replace(b"_", b" "), header=False)


def tolerant_base64(data: bytes) -> bytes:
    """Whatever can be decoded: foreign characters dropped, padding repaired, a lone last character ignored."""
    kept = re.sub(rb"[^A-Za-z0-9+/]", b"", data.replace(b"-", b"+").replace(b"_", b"/"))
    kept = kept[: len(kept) - 1] if len(kept) % 4 == 1 else kept
    try:
        return binascii.a2b_base64(kept + b"=" * (-len(kept) % 4))
    except binascii.Error:
        return b""


def addresses(value: str) -> tuple[tuple[str, str], ...]:
    """(name, bare lower-case address) of each mailbox in a From/To field; groups and empty items give nothing."""
    found = (_mailbox(item) for item in _items(unfold(value)))
    return tuple(pair for pair in found if pair[1])


def _items(line: str) -> Iterator[str]:
    """Split at commas and semicolons that stand outside quotes, comments and angle brackets (RFC 5322 §3.4)."""
    start, quoted, depth, angle, skip = 0, False, 0, False, False
    for i, c in enumerate(line):
        if skip:
            skip = False
        elif c == "\\":
            skip = True
        elif c == '"' and not depth:
            quoted = not quoted
        elif not quoted and c in "()":
            depth = max(0, depth + (1 if c == "(" else -1))
        elif not quoted and not depth and c in "<>":
            angle = c == "<"
        elif c in ",;" and not quoted and not depth and not angle:
            yield line[start:i]
            start = i + 1
    rest = line[start:]
    # An unbalanced quote or bracket swallowed the rest: every address in it still counts.
    yield from re.split(r"[,;]", rest) if quoted or depth or angle else (rest,)


def _mailbox(item: str) -> tuple[str, str]:
    before, bracket, after = item.rpartition("<")
    inside = after.partition(">")[0].strip() if bracket else ""
    found = _ADDRESS.search(inside) or (None if bracket and inside else _ADDRESS.search(item))
    address = found.group().strip("'.").lower() if found else inside.lower() if " " not in inside else ""
    name = before if bracket else re.sub(r"[()]", " ", item.replace(found.group(), " ")) if found else ""
    name = decoded(name.replace('\\"', "'").replace('"', " ")).strip(" '\"")
    return name, address.removeprefix("mailto:")


def message_ids(value: str) -> tuple[str, ...]:
    """Every id with its angle brackets, without the blanks that folding left inside; bare ids get brackets."""
    line = unfold(value)
    found = tuple(f"<{_SPACE.sub('', m.group(1))}>" for m in _ID.finditer(line))
    return found or tuple(f"<{word.strip('<>')}>" for word in line.split() if "@" in word)


def instant(value: str) -> datetime | None:
    """An aware instant, or None when nobody can tell; a date without zone is taken as UTC (RFC 5322 §3.3: -0000)."""
    try:
        moment = parsedate_to_datetime(unfold(value)[:200])
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        aware.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
        return None
    return aware

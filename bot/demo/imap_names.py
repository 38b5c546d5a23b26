"""How IMAP writes and matches folder names and message numbers."""

import base64
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from bot.demo.imap_parser import Bad

SEPARATOR = "/"
_RANGE = re.compile(rb"(\d{1,10}|\*)(?::(\d{1,10}|\*))?\Z")


def encode_name(name: str) -> bytes:
    """A folder name in modified UTF-7 (RFC 3501 5.1.3)."""
    return re.sub(r"&|[^\x20-\x7e]+", lambda found: _encode_run(found[0]), name).encode("ascii")


def _encode_run(run: str) -> str:
    if run == "&":
        return "&-"
    return "&" + base64.b64encode(run.encode("utf-16-be")).decode("ascii").rstrip("=").replace("/", ",") + "-"


def decode_name(raw: bytes) -> str:
    """The folder name behind modified UTF-7 (RFC 3501 5.1.3); INBOX in any case is INBOX; raises Bad."""
    try:
        name = re.sub(r"&([^-]*-?)", lambda found: _decode_run(found[1]), raw.decode("ascii"))
    except ValueError as fault:
        raise Bad("the folder name is not modified UTF-7") from fault
    return "INBOX" if name.upper() == "INBOX" else name


def _decode_run(run: str) -> str:
    if run == "-":
        return "&"
    if not run.endswith("-"):
        raise ValueError("a run is not closed")
    run = run[:-1]
    padded = run.replace(",", "/") + "=" * (-len(run) % 4)
    return base64.b64decode(padded, validate=True).decode("utf-16-be")


def name_pattern(pattern: str) -> re.Pattern[str]:
    """What LIST's wildcards match: `*` anything, `%` anything within one level (RFC 3501 6.3.8)."""
    parts = re.split(r"([*%])", "INBOX" if pattern.upper() == "INBOX" else pattern)
    wild = {"*": ".*", "%": f"[^{SEPARATOR}]*"}
    return re.compile("".join(wild.get(part, re.escape(part)) for part in parts), re.DOTALL)


def parents(name: str) -> list[str]:
    """The names above a folder, topmost first."""
    levels = name.split(SEPARATOR)
    return [SEPARATOR.join(levels[:depth]) for depth in range(1, len(levels))]


def pick(spec: bytes, present: Sequence[int]) -> list[int]:
    """Those of the ascending numbers `present` that a sequence set names; `*` is the last one (RFC 3501 9).

    Raises Bad for a malformed set. Numbers that are not there are silently left out, as UID commands ask.
    """
    largest = present[-1] if present else 0
    chosen: set[int] = set()
    for piece in spec.split(b","):
        low, high = _bounds(piece, largest)
        chosen.update(present[bisect_left(present, low) : bisect_right(present, high)])
    return sorted(chosen)


def _bounds(piece: bytes, largest: int) -> tuple[int, int]:
    found = _RANGE.match(piece)
    if not found:
        raise Bad("not a sequence set")
    first = largest if found[1] == b"*" else int(found[1])
    last = first if found[2] is None else largest if found[2] == b"*" else int(found[2])
    return min(first, last), max(first, last)


def compact(numbers: Sequence[int]) -> bytes:
    """A sequence set that names exactly these numbers, in their order (COPYUID pairs them, RFC 4315 3)."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return ",".join(":".join(map(str, run)) for run in runs).encode("ascii")

"""Tells whether a raw message is the one with a given Message-ID, as servers' searches only find likely ones."""

import re
from collections.abc import Iterable

MESSAGE_ID = "Message-ID"
ORIGINAL_ID = "X-Microsoft-Original-Message-ID"
"""Where outlook.com keeps the Message-ID that it replaced by one of its own."""

_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_FOLD = re.compile(rb"\r?\n[ \t]+")


def header(raw: bytes, name: str) -> str:
    """The first header of this name, unfolded (RFC 5322 2.2.3); empty when there is none."""
    end = _END_OF_HEAD.search(raw)
    head = _FOLD.sub(b" ", raw[: end.start()] if end else raw)
    start = name.encode("ascii").lower() + b":"
    line = next((one for one in head.splitlines() if one.lower().startswith(start)), b":")
    return line.partition(b":")[2].strip().decode("utf-8", "replace")


def carries(raw: bytes, message_id: str, names: Iterable[str] = (MESSAGE_ID,)) -> bool:
    """Whether one of these headers is exactly this id; angle brackets may be missing on either side."""
    bare = message_id.strip().strip("<>")
    return bool(bare) and any(header(raw, name).strip("<>") == bare for name in names)


def same_bytes(one: bytes, other: bytes) -> bool:
    """Whether two messages are the same but for their line ends, which servers make CRLF."""
    return crlf(one) == crlf(other)


def crlf(raw: bytes) -> bytes:
    """Every line end as CRLF, lone CR and LF included (RFC 5322 2.3)."""
    return re.sub(rb"\r\n|\r|\n", b"\r\n", raw)

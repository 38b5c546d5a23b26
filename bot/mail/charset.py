"""Bytes to text whatever the sender claims: declared charset, then UTF-8, then Windows-1252; never raises."""

import codecs
import re
from functools import lru_cache

_ALIASES = {
    "x-sjis": "cp932",
    "shift-jis": "cp932",
    "x-gbk": "gbk",
    "gb2312": "gb18030",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-8-e": "iso-8859-8",
    "unicode-1-1-utf-7": "utf-7",
    "utf8mb4": "utf-8",
    "utf-8-strict": "utf-8",
    "ks_c_5601-1987": "cp949",
    # Senders say Latin-1 and mean Windows-1252, where the euro sign and curly quotes live (WHATWG Encoding, §4.2).
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "ascii",
    "ansi_x3.4-1968": "ascii",
}
_META = re.compile(rb"""<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
CONTROL = dict.fromkeys([*range(0x00, 0x09), 0x0B, *range(0x0E, 0x20), 0x7F])
"""Control characters that no text needs, as a table for `str.translate`."""


def decode(data: bytes, declared: str = "") -> str:
    """The text of `data`. Damaged bytes become U+FFFD at worst; NUL and control bytes are dropped."""
    for candidate in (_codec(declared), _shifted(data), "utf-8-sig"):
        text = _try(data, candidate)
        if text is not None:
            return _clean(text)
    as_utf8 = data.decode("utf-8", "replace")
    damaged = as_utf8.count("\ufffd")
    # A few broken bytes in what is plainly UTF-8 must not turn every accent of the mail into mojibake.
    if damaged * 4 < sum(1 for c in as_utf8 if c > "\x7f"):
        return _clean(as_utf8)
    return _clean(data.decode("cp1252", "replace"))


def declared_in_html(data: bytes) -> str:
    """The charset a page's own <meta> names, or empty."""
    found = _META.search(data[:4096])
    return found.group(1).decode("ascii") if found else ""


def _clean(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(CONTROL)


@lru_cache(maxsize=256)
def _codec(declared: str) -> str:
    """A codec Python knows, from a label as found in the wild ('"utf-8 euao6y"', 'cp-850', 'charset=utf-8')."""
    words = re.split(r"[\s;,\"'\x00]+", declared[:200].strip().strip("\"' ").lower())
    name = words[0].removeprefix("charset=").removeprefix("x-") if words[0] not in _ALIASES else words[0]
    name = _ALIASES.get(name, name)
    for attempt in (name, name.replace("cp-", "cp"), name.replace("_", "-")):
        try:
            info = codecs.lookup(attempt)
        except (LookupError, ValueError):
            continue
        return info.name
    return ""


def _shifted(data: bytes) -> str:
    """ISO-2022-JP is seven-bit and often goes undeclared; its escape sequences give it away."""
    return "iso2022_jp" if b"\x1b$B" in data or b"\x1b$@" in data else ""


def _try(data: bytes, codec: str) -> str | None:
    if not codec:
        return None
    try:
        return data.decode(codec, "strict" if codec != "utf-7" else "replace")
    except (LookupError, ValueError, TypeError, AssertionError):
        return None

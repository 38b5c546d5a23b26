"""Our own Message-IDs: they carry the outbox row they belong to, signed, so that an answer finds its way back."""

import hmac
import re
from hashlib import sha256

_OURS = re.compile(r"<?rl\.((?:[A-Za-z0-9_-]|\+[0-9A-F]{2})+)\.([0-9a-f]{10})@[^<>\s@]+>?", re.ASCII)
_DOMAIN = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*", re.ASCII)
_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")


def message_id(row_id: str, key: bytes, domain: str) -> str:
    """`<rl.{row}.{signature}@domain>`, a dot-atom as RFC 5322 §3.6.4 asks; any other character of the row is "+XX".

    Raises ValueError for an empty row or what is no domain.
    """
    if not row_id or not _DOMAIN.fullmatch(domain):
        raise ValueError("a Message-ID needs a row and a domain")
    row = "".join(chr(b) if b in _PLAIN else f"+{b:02X}" for b in row_id.encode())
    return f"<rl.{row}.{_signature(row_id, key)}@{domain}>"


def row_of(message_id: str, key: bytes) -> str | None:
    """The row that a Message-ID of ours belongs to; None for a foreign or forged one. Compared in constant time."""
    found = _OURS.fullmatch(message_id.strip())
    if not found:
        return None
    try:
        row = re.sub(rb"\+([0-9A-F]{2})", lambda m: bytes.fromhex(m[1].decode()), found[1].encode()).decode()
    except UnicodeDecodeError:
        return None
    return row if hmac.compare_digest(_signature(row, key), found[2]) else None


def _signature(row_id: str, key: bytes) -> str:
    return hmac.new(key, row_id.encode(), sha256).hexdigest()[:10]

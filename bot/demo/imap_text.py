"""The words of a message as a person would see them, so that SEARCH finds accents behind any encoding."""

import binascii
import codecs
import quopri
import re
import unicodedata
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header

from bot.demo.imap_structure import Part


def folded(text: str) -> str:
    """Text in the one form in which it is compared: composed, without case."""
    return unicodedata.normalize("NFC", text).casefold()


def decoded(octets: bytes, charset: str) -> str:
    """Text in a charset that a sender named; where it is unknown or plain ASCII is broken, what it looks like."""
    try:
        if codecs.lookup(charset).name not in ("ascii", "utf-8"):
            return octets.decode(charset, "replace")
    except (LookupError, ValueError):
        pass
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        return octets.decode("cp1252", "replace")


def header_text(value: bytes) -> str:
    """A header value with its encoded words decoded (RFC 2047)."""
    text = decoded(value, "utf-8")
    try:
        pieces = decode_header(text)
    except (HeaderParseError, ValueError):
        return text
    return "".join(
        piece if isinstance(piece, str) else decoded(piece, charset or "latin-1") for piece, charset in pieces
    )


def field_texts(message: Part, name: str) -> Iterator[str]:
    """All header fields of that name, ready to be compared."""
    wanted = name.lower().encode("utf-8")
    return (folded(header_text(field.value)) for field in message.fields if field.name.lower() == wanted)


def body_texts(part: Part) -> Iterator[str]:
    """The text parts of a message, and the headers of messages inside it, ready to be compared."""
    if part.embedded:
        yield from header_texts(part.embedded)
    for child in part.children:
        yield from body_texts(child)
    if not part.children and part.media_type[0] in ("text", "message", "multipart"):
        charset = part.params.get("charset", "utf-8")
        yield folded(decoded(_transfer_decoded(part), charset))


def header_texts(message: Part) -> Iterator[str]:
    """Every header line of a message, ready to be compared."""
    for field in message.fields:
        yield folded(f"{field.name.decode('latin-1')}: {header_text(field.value)}")


def _transfer_decoded(part: Part) -> bytes:
    if part.encoding == "quoted-printable":
        return quopri.decodestring(part.body_octets)
    if part.encoding == "base64":
        letters = re.sub(rb"[^A-Za-z0-9+/]", b"", part.body_octets)
        try:
            return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))
        except binascii.Error:
            return part.body_octets
    return part.body_octets

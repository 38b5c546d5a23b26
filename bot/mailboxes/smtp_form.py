"""A raw message and its addresses in the form in which they go over an SMTP wire."""

import re
from dataclasses import dataclass

from bot.mailboxes.message_ids import crlf
from bot.ports import Refused, Undeliverable

_ADDRESS = re.compile(r"[^\s<>\x00-\x1f\x7f@]+(?:@[^\s<>\x00-\x1f\x7f@]+)")


@dataclass(frozen=True)
class Form:
    """`body`: the message with CRLF line ends and the end-of-data mark; `octets`: its size without dot-stuffing.

    `eight_bit`: it holds octets above 127. `utf8`: addresses or headers do, so the server must speak SMTPUTF8.
    """

    sender: str
    recipient: str
    body: bytes
    octets: int
    eight_bit: bool
    utf8: bool


def form(raw: bytes, sender: str, recipient: str) -> Form:
    """Prepare a message. Raises `Undeliverable` for a recipient that is no address and for an empty message, `Refused`
    for such a sender."""
    if not raw.strip():
        raise Undeliverable("There is no message to send.")
    lines = crlf(raw)
    if not lines.endswith(b"\r\n"):
        lines += b"\r\n"
    head = lines.partition(b"\r\n\r\n")[0]
    sender, recipient = wire_address(sender), _recipient(recipient)
    utf8 = not (head.isascii() and sender.isascii() and recipient.isascii())
    return Form(sender, recipient, stuffed(lines), len(lines), not lines.isascii(), utf8)


def _recipient(address: str) -> str:
    try:
        return wire_address(address)
    except Refused as error:
        raise Undeliverable(str(error)) from error


def stuffed(lines: bytes) -> bytes:
    """Dots at line starts doubled, and the end-of-data mark appended (RFC 5321 4.5.2)."""
    return re.sub(rb"(?m)^\.", b"..", lines) + b".\r\n"


def wire_address(address: str) -> str:
    """The address with its domain in ASCII (IDNA), so that SMTPUTF8 is needed only for a non-ASCII name before the @.

    Raises `Refused` for what is no single plain address: it could carry a second command.
    """
    text = address.strip()
    if not _ADDRESS.fullmatch(text):
        raise Refused(f"{address!r} is no e-mail address; correct the contact.")
    local, _, domain = text.rpartition("@")
    if domain.isascii():
        return text
    try:
        return f"{local}@{domain.encode('idna').decode('ascii')}"
    except UnicodeError as error:
        raise Refused(f"The domain of {address!r} cannot exist ({error}); correct the contact.") from error

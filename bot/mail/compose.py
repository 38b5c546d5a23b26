"""A mail as data becomes bytes that any server takes: own Message-ID, thread and date; no header can be injected."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email import policy
from email.errors import HeaderParseError
from email.header import Header
from email.message import EmailMessage
from email.utils import format_datetime
from hashlib import sha256

from bot.mail.message_ids import message_id, row_of
from bot.mail.reply_subject import reply_subject

__all__ = ["MOST_REFERENCES", "Outgoing", "compose", "message_id", "reply_subject", "row_of"]

MOST_REFERENCES = 20
_CRLF = "\r\n"
_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\\\"]+@[^\s@<>()\[\],;:\\\"]+")
_THREAD_ID = re.compile(r"<[!-;=?-~]{1,900}>")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
# Written by `compose` itself: a second one would contradict it (RFC 5322 §3.6).
_OURS = frozenset(
    "from to subject date message-id in-reply-to references mime-version content-type content-transfer-encoding "
    "auto-submitted x-auto-response-suppress bcc cc list-unsubscribe".split()
)
# Asks Exchange for no receipts, yet leaves absence notices on: they tell when the client is back.
_QUIET = "DR, RN, NRN, AutoReply"


@dataclass(frozen=True)
class Outgoing:
    """One mail to one recipient. `date` is aware; `references` are oldest first; attachments are (file name, bytes).

    `auto_submitted` marks what no person approved (RFC 3834 §5): reminders on schedule and digests. `headers` are
    further ones, of ASCII text ("X-Relance-Draft").
    """

    sender: str
    recipient: str
    subject: str
    text: str
    html: str
    message_id: str
    date: datetime
    sender_name: str = ""
    recipient_name: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    attachments: tuple[tuple[str, bytes], ...] = ()
    auto_submitted: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)


def compose(mail: Outgoing) -> bytes:
    """RFC 5322 bytes with CRLF, ASCII only; the same mail always gives the same bytes.

    Raises ValueError on a control character in any header, a malformed address or Message-ID, a header that is ours
    to write, and a date without zone. Thread ids come from other people's mail: a malformed one is left out.
    """
    lines = [_folded(name, value) for name, value in _headers(mail)]
    body = _body(mail)
    return "".join(line + _CRLF for line in lines).encode("ascii") + body.as_bytes()


def _headers(mail: Outgoing) -> list[tuple[str, str]]:
    if mail.date.tzinfo is None:
        raise ValueError("the date of a mail needs a time zone")
    if not _THREAD_ID.fullmatch(mail.message_id):
        raise ValueError(f"{mail.message_id!r} is no Message-ID")
    found = [
        ("From", _mailbox(mail.sender_name, mail.sender)),
        ("To", _mailbox(mail.recipient_name, mail.recipient)),
        ("Subject", _words(mail.subject, "Subject")),
        ("Date", format_datetime(mail.date)),
        ("Message-ID", mail.message_id),
    ]
    thread = _thread(mail)
    if _THREAD_ID.fullmatch(mail.in_reply_to):
        found.append(("In-Reply-To", mail.in_reply_to))
    if thread:
        found.append(("References", f"{_CRLF} ".join(thread)))
    if mail.auto_submitted:
        found += [("Auto-Submitted", "auto-generated"), ("X-Auto-Response-Suppress", _QUIET)]
    return found + [_further(name, value) for name, value in mail.headers.items()]


def _thread(mail: Outgoing) -> list[str]:
    """The whole chain, ending with the parent; a long one keeps its first and its newest ids (RFC 5322 §3.6.4)."""
    chain = [i for i in dict.fromkeys((*mail.references, mail.in_reply_to)) if _THREAD_ID.fullmatch(i)]
    if mail.in_reply_to in chain:
        chain.remove(mail.in_reply_to)
        chain.append(mail.in_reply_to)
    return chain if len(chain) <= MOST_REFERENCES else [chain[0], *chain[1 - MOST_REFERENCES :]]


def _further(name: str, value: str) -> tuple[str, str]:
    if not _NAME.fullmatch(name) or name.lower() in _OURS:
        raise ValueError(f"{name!r} is no header to add")
    encoded = _words(value, name)
    # Ids in our own headers are compared as they stand: one line, as long as RFC 5322 allows.
    return name, value if value.isascii() and len(value) < 900 else encoded


def _folded(name: str, value: str) -> str:
    # Nothing but CRLF and a space may stand for a line break here: the last defence against injection.
    if not (value.isascii() and value.replace(_CRLF + " ", "").isprintable()):
        raise ValueError(f"a control character in the header {name}")
    return f"{name}: {value}"


def _words(text: str, name: str) -> str:
    """Text as a header says it (RFC 2047), in lines of at most 76 characters. Raises ValueError on control ones."""
    if any(ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u2028\u2029" for c in text):
        raise ValueError(f"a control character in the header {name}")
    # "=?" in plain text would be read as an encoded word, and outer spaces would be lost.
    plain = text.isascii() and "=?" not in text and text == text.strip() and "  " not in text
    # A word longer than a line would be folded away from its header and come back with a space before it.
    plain = plain and max(map(len, text.split(" "))) <= 50
    try:
        header = Header(text, "us-ascii" if plain else "utf-8", maxlinelen=76, header_name=name)
        return header.encode(linesep=_CRLF).replace(_CRLF + "\t", _CRLF + " ")
    except (HeaderParseError, UnicodeError) as error:
        raise ValueError(f"the header {name} cannot be written: {error}") from error


def _mailbox(name: str, address: str) -> str:
    address = _ascii_address(address)
    if not name:
        return address
    _words(name, "address")  # for its refusal of control characters
    if name.isascii() and "=?" not in name and len(name) < 60:
        quoted = name.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{quoted}" <{address}>'
    encoded = Header(name, "utf-8", maxlinelen=76, header_name="Recipient").encode(linesep=_CRLF)
    return f"{encoded}{_CRLF} <{address}>"


def _ascii_address(address: str) -> str:
    """The address with its domain in ASCII (IDNA). Raises ValueError for anything else."""
    local, _, domain = address.rpartition("@")
    if not _ADDRESS.fullmatch(address) or not address.isprintable():
        raise ValueError("malformed address")
    try:
        return f"{local.encode('ascii').decode()}@{domain.encode('idna').decode()}"
    except UnicodeError as error:
        raise ValueError("an address that needs SMTPUTF8, which we do not speak") from error


def _body(mail: Outgoing) -> EmailMessage:
    """text/plain and text/html as alternatives, documents beside them. Quoted-printable: no server needs 8BITMIME."""
    body = EmailMessage(policy=policy.SMTP)
    body.set_content(mail.text, cte="quoted-printable")
    if mail.html:
        body.add_alternative(mail.html, subtype="html", cte="quoted-printable")
    for name, data in mail.attachments:
        kind = ("application", "pdf") if data.startswith(b"%PDF-") else ("application", "octet-stream")
        body.add_attachment(data, maintype=kind[0], subtype=kind[1], filename=_file_name(name))
    for n, part in enumerate(body.walk()):
        # A random boundary would make two renderings of one draft differ, and a copy we placed unrecognisable.
        if part.is_multipart():
            part.set_boundary(f"=_rl_{sha256(f'{mail.message_id}.{n}'.encode()).hexdigest()[:24]}")
    return body


def _file_name(name: str) -> str:
    bare = re.split(r"[/\\]", name)[-1]
    if not bare or not bare.isprintable():
        raise ValueError("a control character in an attachment's name, or none at all")
    return bare

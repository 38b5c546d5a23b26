"""Raw bytes to a mail we can reason about: never raises, never loses what a reader would see."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email import message_from_bytes
from email.message import Message
from itertools import islice

from bot.mail.headers import addresses, decoded, instant, message_ids
from bot.mail.html import html_to_text
from bot.mail.parts import REPORTS, Leaf, leaves

MOST_HEADERS = 1_000
MOST_BOUNDARIES = 200
"""Multiparts that a mail may announce before it is read as one text: the parser's time grows with their nesting."""
LARGEST = 64 * 1024 * 1024
"""Bytes of one mail that are taken apart; mail servers stop at 25 to 50 MB."""


@dataclass(frozen=True)
class Attachment:
    """A file that came with a mail. `inline`: shown inside the text (a logo) rather than offered as a file."""

    name: str
    content_type: str
    content: bytes
    inline: bool


@dataclass(frozen=True)
class ParsedMail:
    """A mail taken apart. Addresses are bare and lower case; ids keep their angle brackets; `date` is aware or None.

    `headers`: every field in order, decoded and unfolded. `text`: the plain body, made from `html` when there is none.
    `report`: (content type, bytes) of the parts that tell about another mail (delivery status, enclosed mail …).
    """

    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    subject: str = ""
    sender: str = ""
    sender_name: str = ""
    reply_to: str = ""
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    date: datetime | None = None
    headers: tuple[tuple[str, str], ...] = ()
    text: str = ""
    html: str = ""
    attachments: tuple[Attachment, ...] = ()
    report: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True)
class Unreadable:
    """Bytes that are no mail, and why in a sentence: they go to quarantine."""

    why: str


def parse(raw: bytes) -> ParsedMail | Unreadable:
    """Take a mail apart (RFC 5322, 2045–2047, 2231), tolerating every damage. Raises nothing."""
    if not raw.strip():
        return Unreadable("the message is empty")
    if len(raw) > LARGEST:
        return Unreadable(f"the message has {len(raw)} bytes, more than {LARGEST}")
    root = _tree(_one_newline(raw))
    fields = _fields(root)
    parts = tuple(leaves(root))
    if not fields and not any(leaf.content.strip() for leaf in parts):
        return Unreadable("there is neither a header nor a text")
    return _assemble(fields, parts)


def header(mail: ParsedMail, name: str) -> str:
    """The first header field of that name (case ignored), or empty."""
    wanted = name.lower()
    return next((value for field, value in mail.headers if field.lower() == wanted), "")


def mail_from_fields(
    id: str, received: date | str, sender: str, subject: str, text: str, headers: Mapping[str, object] | None = None
) -> ParsedMail:
    """A mail that comes as fields (a JSON line of `read -`) instead of raw bytes. `received` is kept as its Date."""
    given = tuple((str(name), decoded(str(value))) for name, value in (headers or {}).items())
    known = {name.lower() for name, _ in given}
    own = (("From", sender), ("Subject", subject), ("Message-ID", f"<{id}>" if id else ""))
    fields = given + tuple((name, decoded(value)) for name, value in own if value and name.lower() not in known)
    body = Leaf("text/plain", "utf-8", "", "", text.encode("utf-8", "replace"))
    return _assemble(fields, (body,), str(received))


def _one_newline(raw: bytes) -> bytes:
    """Old Macintosh files end lines with CR alone; the mbox "From " line of an export is no header."""
    if b"\n" not in raw[:4000]:
        raw = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return raw.lstrip(b"\r\n").removeprefix(b"\xef\xbb\xbf")


def _tree(raw: bytes) -> Message:
    try:
        if raw.lower().count(b"boundary=") > MOST_BOUNDARIES:
            raise RecursionError
        return message_from_bytes(raw)
    except Exception:  # bugs of the standard parser and endless nesting (facts B.6): headers by hand, body as text
        head, _, body = raw.replace(b"\r\n", b"\n").partition(b"\n\n")
        plain = Message()
        for name, value in re.findall(rb"(?m)^([!-9;-~]{1,80}):[ \t]?(.*(?:\n[ \t].*)*)", head)[:1000]:
            if not name.lower().startswith(b"content-"):
                plain[name.decode("ascii")] = value.decode("ascii", "surrogateescape").replace("\n", " ")
        plain.set_payload(body.decode("ascii", "surrogateescape"))
        return plain


def _fields(root: Message) -> tuple[tuple[str, str], ...]:
    """Undecoded fields: structured ones must be split before their encoded words are decoded."""
    return tuple((name, str(value)) for name, value in islice(root.raw_items(), MOST_HEADERS))


def _first(fields: Sequence[tuple[str, str]], *names: str) -> str:
    for wanted in names:
        for name, value in fields:
            if name.lower() == wanted and value.strip():
                return value
    return ""


def _bare(value: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(address for _, address in addresses(value)))


def _assemble(fields: Sequence[tuple[str, str]], parts: Sequence[Leaf], received: str = "") -> ParsedMail:
    sender = (*addresses(_first(fields, "from", "sender", "return-path")), ("", ""))[0]
    text, html = _bodies(parts)
    own_id = message_ids(_first(fields, "message-id"))
    parent = message_ids(_first(fields, "in-reply-to"))
    return ParsedMail(
        message_id=own_id[0] if own_id else "",
        in_reply_to=parent[0] if parent else "",
        references=message_ids(_first(fields, "references")),
        subject=decoded(_first(fields, "subject")),
        sender=sender[1],
        sender_name=sender[0],
        reply_to=(*_bare(_first(fields, "reply-to")), "")[0],
        to=_bare(", ".join(value for name, value in fields if name.lower() == "to")),
        cc=_bare(", ".join(value for name, value in fields if name.lower() == "cc")),
        date=instant(_first(fields, "date") or received),
        headers=tuple((name, decoded(value)) for name, value in fields),
        text=text,
        html=html,
        attachments=tuple(_attachment(leaf) for leaf in parts if not leaf.shown and leaf.content_type not in REPORTS),
        report=tuple((leaf.content_type, leaf.content) for leaf in parts if leaf.content_type in REPORTS),
    )


def _bodies(parts: Sequence[Leaf]) -> tuple[str, str]:
    """(plain text, HTML): what a reader sees; where nothing is shown, a text sent as a file is better than nothing."""
    texts = [leaf for leaf in parts if leaf.is_text]
    shown = (
        [leaf for leaf in texts if leaf.shown]
        or [leaf for leaf in texts if leaf.disposition != "attachment"]
        or [leaf for leaf in texts if not leaf.name]
    )
    plain = "\n".join(leaf.text() for leaf in shown if leaf.content_type == "text/plain")
    html = "\n".join(leaf.text() for leaf in shown if leaf.content_type == "text/html")
    return (plain if plain.strip() else html_to_text(html)), html


def _attachment(leaf: Leaf) -> Attachment:
    inline = leaf.disposition != "attachment" and bool(leaf.content_id or leaf.disposition == "inline")
    return Attachment(leaf.name, leaf.content_type, leaf.content, inline)

"""The leaves of a MIME tree as bytes and text: what a reader sees, what is attached, what a server reports."""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message

from bot.mail.charset import declared_in_html, decode
from bot.mail.headers import decoded, tolerant_base64

MOST_PARTS = 1000
DEEPEST = 60
REPORTS = frozenset(
    """message/delivery-status message/global-delivery-status message/disposition-notification
    message/global-disposition-notification message/feedback-report text/rfc822-headers message/rfc822-headers
    message/global-headers message/rfc822 message/global""".split()
)
"""Parts that tell about another mail (RFC 3464, 8098, 5965, 6533); they are not the writer's words."""
_NAME = re.compile(r"""(?:file)?name\*?(?:\d\*?)?=\s{0,5}(?:"([^"]{0,500})"|([^\s;]{1,500}))""", re.IGNORECASE)
_CHARSET = re.compile(r"""charset\*?\s{0,5}=\s{0,5}(?:"([^"]{0,80})"|([^\s;]{1,80}))""", re.IGNORECASE)
_TYPE = re.compile(r"\s*([A-Za-z0-9!#$&^_.+-]{1,80})\s{0,3}/\s{0,3}([A-Za-z0-9!#$&^_.+-]{1,120})")


@dataclass(frozen=True)
class Leaf:
    """One part without children. `inline`: not offered as a file. `shown`: part of what a reader sees."""

    content_type: str
    charset: str
    name: str
    disposition: str
    content: bytes
    content_id: str = ""

    @property
    def is_text(self) -> bool:
        """Words, in a form that a mail program displays."""
        return self.content_type in ("text/plain", "text/html")

    @property
    def shown(self) -> bool:
        """Text that is not offered as a file."""
        return self.is_text and self.disposition != "attachment" and not self.name

    def text(self) -> str:
        """The part's text, decoded by its charset, its page's own <meta>, or a guess."""
        meta = declared_in_html(self.content) if self.content_type == "text/html" else ""
        return decode(self.content, self.charset or meta)


def leaves(root: Message) -> Iterator[Leaf]:
    """Depth first, in the order of the mail, without descending into reports and enclosed mails."""
    todo, seen = [(_unwrapped(root), 0)], 0
    while todo and seen < MOST_PARTS:
        part, depth = todo.pop()
        seen += 1
        children = part.get_payload()
        kind = content_type(part)
        if kind in REPORTS:
            yield _leaf(part, kind, enclosed(part))
        elif isinstance(children, list) and depth < DEEPEST:
            todo += [(child, depth + 1) for child in reversed(_messages(children))]
        else:
            yield _leaf(part, kind, enclosed(part))


def _unwrapped(root: Message) -> Message:
    """A gateway may hand on a mail as the only content of another: then the enclosed one is the mail."""
    inner = _messages(root.get_payload())
    return inner[0] if content_type(root) == "message/rfc822" and len(inner) == 1 else root


def _messages(payload: object) -> list[Message]:
    """The children of a part; the standard parser's types leave open what they are."""
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def _leaf(part: Message, kind: str, content: bytes) -> Leaf:
    disposition = _raw(part, "Content-Disposition")
    typed = _raw(part, "Content-Type")
    found = _NAME.search(disposition) or _NAME.search(typed)
    name = decoded(found.group(1) or found.group(2) or "") if found else ""
    charset = _CHARSET.search(typed)
    kind = "text/plain" if kind.startswith("multipart/") else kind
    return Leaf(
        kind,
        (charset.group(1) or charset.group(2) or "") if charset else "",
        name.replace("\\", "/").rpartition("/")[2],
        disposition.partition(";")[0].strip().lower(),
        content,
        _raw(part, "Content-ID").strip(" <>"),
    )


def _raw(part: Message, name: str) -> str:
    """compat32 may answer with a Header object, and some header values make it raise: neither may reach us."""
    try:
        return str(part.get(name) or "")
    except Exception:  # reading a header must never cost us the mail (facts B.6)
        return ""


def content_type(part: Message) -> str:
    """Lower-case type; text/plain when there is none or it makes no sense (RFC 2045 §5.2)."""
    found = _TYPE.match(_raw(part, "Content-Type"))
    if found:
        return f"{found.group(1)}/{found.group(2)}".lower()
    return "text/html" if "html" in _raw(part, "Content-Type").lower() else "text/plain"


def enclosed(part: Message) -> bytes:
    """The part's content, transfer encoding undone as far as it goes; structured children are written out again."""
    encoding = _raw(part, "Content-Transfer-Encoding").strip().strip("\"'").lower()
    if part.is_multipart():
        return _undo(encoding, b"\n".join(map(written, _messages(part.get_payload()))))
    # The standard way out decodes by its own lights and gives up on damage: without this header it hands on raw bytes.
    del part["Content-Transfer-Encoding"]
    data = part.get_payload(decode=True)
    return _undo(encoding, data if isinstance(data, bytes) else b"")


def _undo(encoding: str, data: bytes) -> bytes:
    if encoding.startswith("base64"):
        return _base64_body(data)
    if encoding.startswith("quoted-printable"):
        return binascii.a2b_qp(data)
    if encoding in ("x-uuencode", "uuencode", "uue", "x-uue"):
        return _uudecode(data)
    return data


_PROSE = re.compile(rb"\S[ \t]+\S")


def _base64_body(data: bytes) -> bytes:
    """Some gateways append plain text (a list footer, a scanner's note) to a base64 body; some label plain text so."""
    lines = data.split(b"\n")
    good = [line for line in lines if not _PROSE.search(line.strip(b"\r"))]
    odd = b"\n".join(line for line in lines if _PROSE.search(line.strip(b"\r")))
    if len(odd) * 2 > len(data):
        return data
    body = b"".join(tolerant_base64(chunk) for chunk in re.split(rb"(?<==)(?=[A-Za-z0-9+/])", b"".join(good)))
    return body + (b"\n" + odd if odd.strip() and b" " in odd else b"")


def _uudecode(data: bytes) -> bytes:
    out = []
    for line in data.split(b"\n"):
        if line.startswith((b"begin ", b"end")) or not line.strip():
            continue
        try:
            out.append(binascii.a2b_uu(line.rstrip(b"\r")))
        except binascii.Error:
            count = (((line[0] - 32) & 63) * 4 + 5) // 3
            out.append(_uu_short(line[:count]))
    return b"".join(out)


def _uu_short(line: bytes) -> bytes:
    try:
        return binascii.a2b_uu(line)
    except binascii.Error:
        return b""


def written(message: Message) -> bytes:
    """A parsed message as bytes again; what the generator refuses is put together by hand."""
    try:
        return message.as_bytes()
    except Exception:  # the generator raises on charsets and headers that the parser let through
        head = "".join(f"{name}: {value}\n" for name, value in message.raw_items())
        payload = message.get_payload()
        body = "" if isinstance(payload, list) else str(payload or "")
        return _bytes(f"{head}\n{body}")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")

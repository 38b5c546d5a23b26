"""ENVELOPE and BODYSTRUCTURE: what IMAP tells about a message without sending it (RFC 3501 7.4.2)."""

import re
from email.utils import getaddresses

from bot.demo.imap_format import listed, nstring, string
from bot.demo.imap_structure import Part, parameters

_ADDRESS_FIELDS = ("from", "sender", "reply-to", "to", "cc", "bcc")


def envelope(message: Part) -> bytes:
    """The ENVELOPE of a message; a missing Sender or Reply-To is the From (RFC 3501 7.4.2)."""
    people = {name: _addresses(message, name) for name in _ADDRESS_FIELDS}
    for name in ("sender", "reply-to"):
        if people[name] == b"NIL":
            people[name] = people["from"]
    return listed(
        [
            nstring(message.field("date")),
            nstring(message.field("subject")),
            *people.values(),
            nstring(message.field("in-reply-to")),
            nstring(message.field("message-id")),
        ]
    )


def _addresses(message: Part, name: str) -> bytes:
    # latin-1 both ways keeps every octet, also of headers that hold raw UTF-8.
    values = [field.value.decode("latin-1") for field in message.fields if field.name.lower() == name.encode("ascii")]
    try:
        people = getaddresses(values)
    except (RecursionError, ValueError, IndexError):  # the library gives up on thousands of brackets
        return b"NIL"
    entries = [_address(shown, address) for shown, address in people if address]
    return b"(" + b"".join(entries) + b")" if entries else b"NIL"


def _address(shown: str, address: str) -> bytes:
    local, _, host = address.rpartition("@")
    # Dovecot's word for the missing half, since an empty host would mean the start of a group.
    words = (shown or None, None, local or address, host if local else "MISSING_DOMAIN")
    return listed(nstring(None if word is None else word.encode("latin-1", "replace")) for word in words)


def body_structure(part: Part, extended: bool) -> bytes:
    """BODYSTRUCTURE, or BODY when not `extended`."""
    kind, subtype = (string(word.encode("latin-1")) for word in part.media_type)
    if part.media_type[0] == "multipart":
        return _multipart(part, subtype, extended)
    fields = [
        kind,
        subtype,
        _params({**part.params, **_implied(part)}),
        nstring(part.field("content-id")),
        nstring(part.field("content-description")),
        string(part.encoding.encode("latin-1")),
        b"%d" % (part.end - part.body),
    ]
    if part.embedded:
        fields += [envelope(part.embedded), body_structure(part.embedded, extended), _line_count(part)]
    elif part.media_type[0] == "text":
        fields.append(_line_count(part))
    if extended:
        fields += [nstring(part.field("content-md5")), *_extension(part)]
    return listed(fields)


def _implied(part: Part) -> dict[str, str]:
    """The charset that a text has when its sender names none (RFC 2045 5.2)."""
    return {"charset": "us-ascii"} if part.media_type[0] == "text" and "charset" not in part.params else {}


def _multipart(part: Part, subtype: bytes, extended: bool) -> bytes:
    # The grammar wants at least one body, even where the sender announced parts and wrote none.
    bodies = [body_structure(child, extended) for child in part.children] or [_EMPTY_BODY[extended]]
    fields = [_params(part.params), *_extension(part)] if extended else []
    return b"(" + b"".join(bodies) + b" " + b" ".join([subtype, *fields]) + b")"


_EMPTY_BODY = {
    False: b'("text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 0 0)',
    True: b'("text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 0 0 NIL NIL NIL NIL)',
}


def _params(params: dict[str, str]) -> bytes:
    if not params:
        return b"NIL"
    return listed(string(word.encode("latin-1")) for pair in params.items() for word in pair)


def _extension(part: Part) -> list[bytes]:
    """Disposition, language, location."""
    value = part.field("content-disposition")
    word = (value or b"").split(b";")[0].strip()
    disposition = listed([string(word.lower()), _params(parameters(value))]) if word else b"NIL"
    tags = re.findall(rb"[^\s,;]+", part.field("content-language") or b"")
    language = listed(map(string, tags)) if tags else b"NIL"
    return [disposition, language, nstring(part.field("content-location"))]


def _line_count(part: Part) -> bytes:
    return b"%d" % part.raw.count(b"\n", part.body, part.end)

"""FETCH: what of a message a client asks for, and the octets that answer it (RFC 3501 6.4.5)."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.demo.imap_describe import body_structure, envelope
from bot.demo.imap_format import internal_date, literal
from bot.demo.imap_journal import Message
from bot.demo.imap_parser import Bad, Text, Value, parse_values
from bot.demo.imap_structure import Part, parse_structure, part_at

_SECTION = re.compile(rb"BODY(\.PEEK)?\[(.*)\](?:<(\d{1,10})(?:\.(\d{1,10}))?>)?\Z", re.IGNORECASE | re.DOTALL)
_PATH = re.compile(rb"((?:\d{1,9}(?:\.\d{1,9})*)?)\.?(.*)\Z", re.DOTALL)
_MACROS = {
    b"FAST": (b"FLAGS", b"INTERNALDATE", b"RFC822.SIZE"),
    b"ALL": (b"FLAGS", b"INTERNALDATE", b"RFC822.SIZE", b"ENVELOPE"),
    b"FULL": (b"FLAGS", b"INTERNALDATE", b"RFC822.SIZE", b"ENVELOPE", b"BODY"),
}


@dataclass(frozen=True)
class Subject:
    """The message that is fetched; its octets are read only when an item asks for them."""

    message: Message
    flags: Callable[[], bytes]
    read: Callable[[], bytes]

    @cached_property
    def part(self) -> Part:
        """The message's MIME tree."""
        return parse_structure(self.read())


@dataclass(frozen=True)
class Item:
    """One thing to tell of a message: its name in the answer, how to make it, and whether telling it is reading it."""

    label: bytes
    render: Callable[[Subject], bytes]
    marks_seen: bool = False


def parse_items(value: Value) -> list[Item]:
    """The items that a FETCH names, alone, as a macro or in a list; raises Bad."""
    if isinstance(value, bytes):
        names: Sequence[Value] = _MACROS.get(value.upper(), (value,))
    else:
        names = value
    if not names:
        raise Bad("FETCH wants an item")
    return [_item(name) for name in names]


def flags_item() -> Item:
    """The item that tells flags, added where reading a message changes them."""
    return Item(b"FLAGS", lambda at: at.flags())


def uid_item() -> Item:
    """The item that tells the UID, in every answer to UID FETCH."""
    return Item(b"UID", lambda at: b"%d" % at.message.uid)


def modseq_item() -> Item:
    """The item that tells the mod-sequence (RFC 7162 3.1.4)."""
    return Item(b"MODSEQ", lambda at: b"(%d)" % at.message.modseq)


def _item(name: Value) -> Item:
    if not isinstance(name, bytes) or isinstance(name, Text):
        raise Bad("not a FETCH item")
    known = _ITEMS.get(name.upper())
    return known or _section_item(name)


def _section_item(name: bytes) -> Item:
    """BODY[section]<partial>; the answer repeats section and origin, not PEEK and length."""
    found = _SECTION.match(name)
    if not found:
        raise Bad("unknown FETCH item")
    content = _section(found[2])
    start, length = int(found[3] or 0), int(found[4]) if found[4] else None
    end = None if length is None else start + length

    def render(at: Subject) -> bytes:
        # A part that is not there is empty, as in Dovecot; not every client expects NIL.
        return literal((content(at.part) or b"")[start:end])

    origin = b"<%d>" % start if found[3] else b""
    return Item(b"BODY[" + found[2] + b"]" + origin, render, marks_seen=not found[1])


def _section(text: bytes) -> Callable[[Part], bytes | None]:
    """What a section names: a path of part numbers, then HEADER, HEADER.FIELDS, TEXT, MIME or nothing; raises Bad."""
    numbers, rest = _split(text)
    path = [int(number) for number in numbers.split(b".")] if numbers else []
    word, names = _section_words(rest)
    if word in ("HEADER.FIELDS", "HEADER.FIELDS.NOT"):
        return lambda root: _header_fields(_message_at(root, path), names, word == "HEADER.FIELDS")
    if word == "MIME" and path:
        return lambda root: _octets(part_at(root, path), "header_octets")
    if word in ("HEADER", "TEXT"):
        what = "header_octets" if word == "HEADER" else "body_octets"
        return lambda root: _octets(_message_at(root, path), what)
    if word:
        raise Bad("unknown section")
    if not path:
        return lambda root: root.raw
    return lambda root: _octets(part_at(root, path), "body_octets")


def _split(text: bytes) -> tuple[bytes, bytes]:
    found = _PATH.match(text)
    assert found is not None  # the pattern matches anything
    return found[1], found[2]


def _section_words(rest: bytes) -> tuple[str, frozenset[bytes]]:
    """A section's word in capitals and, behind it, the header names it lists; raises Bad."""
    values = parse_values(rest)
    if not values:
        return "", frozenset()
    word, *lists = values
    names = lists[0] if lists else ()
    if not isinstance(word, bytes) or len(lists) > 1 or not isinstance(names, tuple):
        raise Bad("not a section")
    if (word.upper().startswith(b"HEADER.FIELDS")) is not bool(names):
        raise Bad("a section wants header names")
    return word.upper().decode("ascii", "replace"), frozenset(n.lower() for n in names if isinstance(n, bytes))


def _message_at(root: Part, path: Sequence[int]) -> Part | None:
    """The message whose header is meant: the whole one, or the one inside a message/rfc822 part."""
    if not path:
        return root
    part = part_at(root, path)
    return part.embedded if part else None


def _octets(part: Part | None, what: str) -> bytes | None:
    if part is None:
        return None
    return part.header_octets if what == "header_octets" else part.body_octets


def _header_fields(message: Part | None, names: frozenset[bytes], wanted: bool) -> bytes | None:
    """The lines of some header fields as they stand, and the empty line that always ends them."""
    if message is None:
        return None
    lines = (field.lines for field in message.fields if (field.name.lower() in names) is wanted)
    return b"".join(line if line.endswith(b"\n") else line + b"\r\n" for line in lines) + b"\r\n"


_ITEMS = {
    b"FLAGS": flags_item(),
    b"UID": uid_item(),
    b"MODSEQ": modseq_item(),
    b"INTERNALDATE": Item(b"INTERNALDATE", lambda at: internal_date(at.message.date)),
    b"RFC822.SIZE": Item(b"RFC822.SIZE", lambda at: b"%d" % at.message.size),
    b"ENVELOPE": Item(b"ENVELOPE", lambda at: envelope(at.part)),
    b"BODYSTRUCTURE": Item(b"BODYSTRUCTURE", lambda at: body_structure(at.part, extended=True)),
    b"BODY": Item(b"BODY", lambda at: body_structure(at.part, extended=False)),
    b"RFC822": Item(b"RFC822", lambda at: literal(at.read()), marks_seen=True),
    b"RFC822.HEADER": Item(b"RFC822.HEADER", lambda at: literal(at.part.header_octets)),
    b"RFC822.TEXT": Item(b"RFC822.TEXT", lambda at: literal(at.part.body_octets), marks_seen=True),
}

"""The MIME tree of a raw message as offsets into it, so that every part is served with its very octets."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

MAX_DEPTH = 40
MAX_PARTS = 2000

_FIELD = re.compile(rb"^([!-9;-~]+)[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)\n?", re.MULTILINE)
_BLANK = re.compile(rb"\n\r?\n")
_DELIMITER_END = re.compile(rb"(--)?[ \t]*\r?(?:\n|\Z)")
_PARAM = re.compile(r""";\s*([^\s=;"]+)\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;\s]*))""", re.DOTALL)
_PLAIN_ENCODINGS = ("7bit", "8bit", "binary")


@dataclass(frozen=True)
class Field:
    """One header field: name, unfolded value, and the octets of all its lines."""

    name: bytes
    value: bytes
    lines: bytes


@dataclass(frozen=True)
class Part:
    """One MIME part, or a whole message: its header from `start`, its content from `body` up to `end`."""

    raw: bytes
    start: int
    body: int
    end: int
    fields: tuple[Field, ...]
    default: str = "text/plain"
    children: tuple["Part", ...] = ()

    def field(self, name: str) -> bytes | None:
        """The value of the first header field of that name."""
        wanted = name.lower().encode("ascii")
        return next((field.value for field in self.fields if field.name.lower() == wanted), None)

    @cached_property
    def media_type(self) -> tuple[str, str]:
        """Type and subtype in lower case; what cannot be read counts as the default (RFC 2045 5.2)."""
        return media_type(self.fields, self.default)

    @cached_property
    def params(self) -> dict[str, str]:
        """The parameters of the Content-Type, names in lower case."""
        return parameters(self.field("content-type"))

    @property
    def encoding(self) -> str:
        """The transfer encoding in lower case, 7bit when none is named."""
        return (self.field("content-transfer-encoding") or b"").decode("latin-1").strip().lower() or "7bit"

    @property
    def embedded(self) -> "Part | None":
        """The message inside a message/rfc822 part."""
        return self.children[0] if self.children and self.media_type[0] == "message" else None

    @property
    def header_octets(self) -> bytes:
        """The header with the empty line that ends it."""
        return self.raw[self.start : self.body]

    @property
    def body_octets(self) -> bytes:
        """The content as it stands, still encoded."""
        return self.raw[self.body : self.end]


def parse_structure(raw: bytes) -> Part:
    """The tree of a whole message; never raises, what is damaged is a leaf."""
    return _part(raw, 0, len(raw), "text/plain", 0)


def media_type(fields: Iterable[Field], default: str) -> tuple[str, str]:
    """Type and subtype that header fields announce."""
    value = next((field.value for field in fields if field.name.lower() == b"content-type"), b"")
    name = value.decode("latin-1").split(";")[0].strip().lower()
    kind, slash, subtype = name.partition("/")
    if not (slash and kind.strip() and subtype.strip()) or " " in kind.strip() + subtype.strip():
        kind, _, subtype = default.partition("/")
    return kind.strip(), subtype.strip()


def parameters(value: bytes | None) -> dict[str, str]:
    """The parameters behind the first word of a header value, undecoded; the first of a name wins."""
    found: dict[str, str] = {}
    for name, quoted, bare in _PARAM.findall((value or b"").decode("latin-1")):
        found.setdefault(name.lower(), re.sub(r"\\(.)", r"\1", quoted) or bare)
    return found


def part_at(root: Part, path: Iterable[int]) -> Part | None:
    """The part that section numbers name (RFC 3501 6.4.5); of a part without parts, 1 is its content, as in Dovecot."""
    current = inside = root  # `inside` is what the next number counts in
    entered = False
    for number in path:
        if inside.media_type[0] == "multipart" and 1 <= number <= len(inside.children):
            current, entered = inside.children[number - 1], False
        elif inside.media_type[0] != "multipart" and number == 1 and not entered:
            current, entered = inside, inside.embedded is None
        else:
            return None
        inside = current.embedded or current
    return current


def _part(raw: bytes, start: int, end: int, default: str, depth: int) -> Part:
    body = _body_start(raw, start, end)
    fields = tuple(
        Field(found[1], re.sub(rb"\r?\n[ \t]?", b" ", found[2]).strip(), found[0])
        for found in _FIELD.finditer(raw[start:body])
    )
    part = Part(raw, start, body, end, fields, default)
    return Part(raw, start, body, end, fields, default, _children(part, depth)) if depth < MAX_DEPTH else part


def _body_start(raw: bytes, start: int, end: int) -> int:
    """Where the header's empty line ends; without one all is header."""
    for blank in (b"\r\n", b"\n"):
        if raw.startswith(blank, start, end):
            return start + len(blank)
    found = _BLANK.search(raw, start, end)
    return found.end() if found else end


def _children(part: Part, depth: int) -> tuple[Part, ...]:
    if part.media_type[0] == "multipart" and part.params.get("boundary"):
        default = "message/rfc822" if part.media_type[1] == "digest" else "text/plain"
        spans = _spans(part, part.params["boundary"].encode("latin-1"))
        return tuple(_part(part.raw, start, end, default, depth + 1) for start, end in spans)
    if part.media_type in (("message", "rfc822"), ("message", "global")) and part.encoding in _PLAIN_ENCODINGS:
        return (_part(part.raw, part.body, part.end, "text/plain", depth + 1),)
    return ()


def _spans(part: Part, boundary: bytes) -> list[tuple[int, int]]:
    """From where to where each body part goes; the line break before a delimiter is the delimiter's (RFC 2046 5.1)."""
    spans: list[tuple[int, int]] = []
    start: int | None = None
    for at, rest in _delimiters(part, b"--" + boundary):
        if start is not None:
            spans.append((start, max(start, _before_break(part.raw, at))))
        start = None if rest[1] else rest.end()
        if rest[1] or len(spans) >= MAX_PARTS:
            break
    if start is not None and len(spans) < MAX_PARTS:
        spans.append((start, part.end))
    return spans


def _delimiters(part: Part, delimiter: bytes) -> Iterator[tuple[int, re.Match[bytes]]]:
    """The delimiter lines of a multipart; searched by `find`, which passes over megabytes of attachment at once."""
    at = part.raw.find(delimiter, part.body, part.end)
    while at >= 0:
        rest = _DELIMITER_END.match(part.raw, at + len(delimiter), part.end)
        if rest and (at == part.body or part.raw[at - 1 : at] == b"\n"):
            yield at, rest
        at = part.raw.find(delimiter, at + len(delimiter), part.end)


def _before_break(raw: bytes, at: int) -> int:
    at -= raw[at - 1 : at] == b"\n"
    return at - (raw[at - 1 : at] == b"\r")

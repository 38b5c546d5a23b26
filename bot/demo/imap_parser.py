"""Turns the bytes of one IMAP command into a name and its arguments, so that no command reads bytes itself."""

import re
from dataclasses import dataclass
from typing import TypeAlias

_TOKEN = re.compile(
    rb"""(?P<space>[ ]+)
    |(?P<open>\()
    |(?P<close>\))
    |"(?P<quoted>(?:[^"\\\r\n]|\\["\\])*)"
    |\{(?P<size>\d+)\+?\}\r?\n
    |(?P<section>BODY(?:\.PEEK)?\[(?:"(?:\\.|[^"\\])*"|[^\]"])*\](?:<[\d.]+>)?)
    |(?P<atom>[^\s()"{\x00]+)""",
    re.VERBOSE | re.IGNORECASE,
)
_ANNOUNCED = re.compile(rb"\{(\d{1,10})(\+?)\}\r?\n\Z")
_TAG = re.compile(rb"[^\s()\"{%*\\+\x00-\x1f\x7f-\xff]+\Z")


class Bad(Exception):
    """The command cannot be understood; the server answers BAD with this sentence (RFC 3501 7.1.3)."""


class Text(bytes):
    """A string that came quoted or as a literal, so that "NIL" is told from NIL and a date from an atom."""


Value: TypeAlias = "bytes | tuple[Value, ...]"


@dataclass(frozen=True)
class Command:
    """One command: its tag, its name in capitals (`UID FETCH` is one name) and its arguments."""

    tag: bytes
    name: str
    args: tuple[Value, ...]

    @property
    def by_uid(self) -> bool:
        """Whether it names messages by UID, not by number."""
        return self.name.startswith("UID ")


def announced_literal(line: bytes) -> tuple[int, bool] | None:
    """Size in octets of the literal a line ends with, and whether the client waits for our go-ahead (RFC 7888)."""
    found = _ANNOUNCED.search(line)
    return (int(found[1]), not found[2]) if found else None


def tag_of(line: bytes) -> bytes:
    """The tag a line starts with, `*` when it has none that an answer could carry."""
    tag = line.split(None, 1)[0] if line.strip() else b""
    return tag if _TAG.match(tag) else b"*"


def parse_command(data: bytes) -> Command:
    """Read one whole command, literals included; raises Bad when it follows no grammar of RFC 3501 9."""
    values = parse_values(data.removesuffix(b"\n").removesuffix(b"\r"))
    words = [value for value in values[:3] if isinstance(value, bytes) and not isinstance(value, Text)]
    if len(words) < min(2, len(values)) or len(words) < 2:
        raise Bad("tag or command missing")
    name, used = words[1].upper(), 2
    if name == b"UID":
        if len(words) < 3:
            raise Bad("UID wants a command")
        name, used = b"UID " + words[2].upper(), 3
    return Command(words[0], name.decode("ascii", "replace"), values[used:])


def parse_values(data: bytes) -> tuple[Value, ...]:
    """The arguments in `data`, parenthesised lists as tuples; raises Bad."""
    stack: list[list[Value]] = [[]]
    at = 0
    while at < len(data):
        found = _TOKEN.match(data, at)
        if not found:
            raise Bad("syntax error")
        at = _place(found, data, stack)
    if len(stack) > 1:
        raise Bad("a list is not closed")
    return tuple(stack[0])


def _place(found: re.Match[bytes], data: bytes, stack: list[list[Value]]) -> int:
    """Put one token where it belongs and say where the next one begins."""
    kind, at = found.lastgroup, found.end()
    if kind == "open":
        stack.append([])
    elif kind == "close":
        if len(stack) == 1:
            raise Bad("a list is closed that was not opened")
        done = tuple(stack.pop())
        stack[-1].append(done)
    elif kind == "quoted":
        stack[-1].append(Text(re.sub(rb"\\(.)", rb"\1", found["quoted"])))
    elif kind == "size":
        end = at + int(found["size"])
        if end > len(data):
            raise Bad("literal too short")
        stack[-1].append(Text(data[at:end]))
        return end
    elif kind != "space":
        stack[-1].append(found[0])
    return at

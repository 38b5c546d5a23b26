"""Every figure in a mail comes from a field: fields are wrapped, what they print is marked, the rest holds no digit.

A mark is one private-use character that stands for the field, the printed text, and an end character. It survives
escaping, joining and nesting of templates, so that after rendering the place of a digit tells where it came from.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any, SupportsIndex, TypeVar, overload

_FIRST, _LAST, _END = 0xF0000, 0x10FFFD, "\ue000"
_MARKED = re.compile(f"([\U000f0000-\U0010fffd])([^\U000f0000-\U0010fffd{_END}]*){_END}")
_MARKS = re.compile(f"[\U000f0000-\U0010fffd{_END}]")
_DIGIT = re.compile(r"\d")
# Overrides of the writing direction can make an amount or an account number read backwards.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class UntracedFigure(Exception):
    """A figure that no field printed: typed into the template, or computed in it."""


class Day(date):
    """A date that knows its field."""

    path: str
    trace: "Trace"


class Amount(Decimal):
    """An amount that knows its field; what is computed from it does not, and is refused."""

    path: str
    trace: "Trace"


class Count(int):
    """A whole number that knows its field."""

    path: str
    trace: "Trace"


Traced = TypeVar("Traced", Day, Amount, Count)


class Trace:
    """The marks of one mail in one language: which field printed which text."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._paths: list[str] = []

    def mark(self, printed: str, path: str) -> str:
        """The printed text with its mark, or as it is when it holds no figure."""
        if not _DIGIT.search(printed):
            return printed
        self._paths.append(path)
        if _FIRST + len(self._paths) > _LAST:
            raise UntracedFigure("more figures than one mail can hold")
        return chr(_FIRST + len(self._paths) - 1) + printed + _END

    def take(self, marked: str) -> tuple[str, Mapping[str, str]]:
        """The text without marks, and its figures with their fields. Raises UntracedFigure, naming what it found."""
        rest = _MARKED.sub("", marked)
        stray = re.search(r"\S*\d\S*", rest)
        if stray:
            raise UntracedFigure(f"{bare(stray.group())!r} comes from no field")
        if rest != bare(rest):
            raise UntracedFigure("a filter cut a field in two")
        found: dict[str, str] = {}
        for mark, printed in _MARKED.findall(marked):
            found.setdefault(printed.strip(), self._paths[ord(mark) - _FIRST])
        return bare(marked), found

    def wrap(self, value: object, path: str) -> Any:
        """The value as a template sees it: dates, amounts and counts know their field, text with digits is marked."""
        match value:
            case None | bool():
                return value
            case str():
                return self.mark(clean(value), path)
            case date():
                return self.named(Day(value.year, value.month, value.day), path)
            case Decimal():
                return self.named(Amount(value), path)
            case int():
                return self.named(Count(value), path)
            case tuple() | list():
                return Rows(self, tuple(value), path)
        if is_dataclass(value):
            return Record(self, value, path)
        raise TypeError(f"{path} is a {type(value).__name__}: letters take text, dates, amounts, counts and records")

    def named(self, value: Traced, path: str) -> Traced:
        """The value, knowing its field."""
        value.path, value.trace = path, self
        return value


class Record:
    """A dataclass as a template sees it: its fields and properties, each wrapped when asked for."""

    def __init__(self, trace: Trace, value: object, path: str) -> None:
        self._trace, self._value, self._path = trace, value, path

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._trace.wrap(getattr(self._value, name), f"{self._path}.{name}")

    def rewritten(self, name: str, how: Callable[[str], str]) -> str:
        """A text field written another way, with the same field behind it."""
        return self._trace.mark(how(clean(getattr(self._value, name))), f"{self._path}.{name}")


class Rows:
    """A sequence as a template sees it. Its length is a figure of its own, by the filters `count` and `beyond`."""

    def __init__(self, trace: Trace, values: tuple[object, ...], path: str, start: int = 0) -> None:
        self.trace, self._values, self.path, self._start = trace, values, path, start

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[Any]:
        return (self[n] for n in range(len(self._values)))

    @overload
    def __getitem__(self, at: SupportsIndex) -> Any: ...
    @overload
    def __getitem__(self, at: slice) -> "Rows": ...
    def __getitem__(self, at: SupportsIndex | slice) -> Any:
        if isinstance(at, slice):
            first = at.indices(len(self._values))[0]
            return Rows(self.trace, self._values[at], self.path, self._start + first)
        n = range(len(self._values))[at]
        return self.trace.wrap(self._values[n], f"{self.path}[{self._start + n}]")

    def __contains__(self, wanted: object) -> bool:
        return bare(wanted) in self._values if isinstance(wanted, str) else wanted in self._values

    def count(self) -> Count:
        """How many there are."""
        return self.trace.named(Count(len(self)), f"count of {self.path}")

    def beyond(self, shown: int) -> Count:
        """How many there are beyond those shown."""
        return self.trace.named(Count(max(0, len(self) - shown)), f"count of {self.path} beyond those shown")


def origin(value: object) -> tuple[Trace, str]:
    """The mail and the field a value came from. Raises UntracedFigure for one that came from none."""
    path, trace = getattr(value, "path", None), getattr(value, "trace", None)
    if not isinstance(path, str) or not isinstance(trace, Trace):
        raise UntracedFigure(f"{value} comes from no field")
    return trace, path


def clean(text: str) -> str:
    """A field on one line: no line break can add a header or a paragraph, nothing invisible can turn the text round."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(" ")
    kept = (" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in text if not _unwanted(c))
    return re.sub(" {2,}", " ", "".join(kept)).strip(" ")


def _unwanted(c: str) -> bool:
    return c in _TURNING or unicodedata.category(c) in {"Co", "Cs"}


def bare(text: str) -> str:
    """The text without marks."""
    return _MARKS.sub("", text)

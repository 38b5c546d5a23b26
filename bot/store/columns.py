"""Turns a core dataclass into a row of columns and back: enums by value, nested values as JSON, the rest as it is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, Generic, TypeVar, get_args, get_type_hints

from sqlalchemy import ColumnElement, Table

from bot.store.codec import from_json, to_json

T = TypeVar("T")
_COLUMN_TYPES = {str, int, bool, bytes, date, datetime, NoneType}


@dataclass(frozen=True)
class Shape(Generic[T]):
    """How the fields of `cls`, in their order, lie in columns of the same names."""

    cls: Callable[..., T]
    names: tuple[str, ...]
    into: tuple[Callable[[Any], Any], ...]
    out_of: tuple[Callable[[Any], Any], ...]

    def row(self, value: T, without: Sequence[str] = ()) -> dict[str, Any]:
        """The column values of one object; `without` names fields that live in another table."""
        pairs = zip(self.names, self.into, strict=True)
        return {name: put(getattr(value, name)) for name, put in pairs if name not in without}

    def read(self, row: Sequence[Any]) -> T:
        """The object whose columns stand in `row` in the order of its fields."""
        return self.cls(*[take(cell) for take, cell in zip(self.out_of, row, strict=True)])

    def columns(self, table: Table, elsewhere: Mapping[str, ColumnElement[Any]]) -> list[ColumnElement[Any]]:
        """What to select so that `read` understands it."""
        return [elsewhere[name] if name in elsewhere else table.c[name] for name in self.names]


@cache
def _shape(cls: Any) -> Shape[Any]:
    hints = get_type_hints(cls)
    names = tuple(field.name for field in fields(cls))
    turns = [_turns(hints[name]) for name in names]
    return Shape(cls, names, tuple(put for put, _ in turns), tuple(take for _, take in turns))


def shape_of(cls: type[T]) -> Shape[T]:
    """The shape of a frozen dataclass; built once per class."""
    any_class: Any = cls
    shape: Shape[T] = _shape(any_class)
    return shape


def _turns(hint: Any) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    if (set(get_args(hint)) or {hint}) <= _COLUMN_TYPES:
        return _same, _same
    if isinstance(hint, type) and issubclass(hint, Enum):
        return lambda member: member.value, {member.value: member for member in hint}.__getitem__
    return lambda value: to_json(value, hint), lambda text: from_json(text, hint)


def _same(value: Any) -> Any:
    return value

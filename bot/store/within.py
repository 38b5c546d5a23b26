"""What every part of the books shares: the open transaction, and statements that both databases understand alike."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Executable, Table, literal_column, text
from sqlalchemy.dialects import postgresql, sqlite

T = TypeVar("T")

BATCH = 5000
"""Values per IN list: far below SQLite's 32,766 and PostgreSQL's 65,535 parameters per statement."""


class WithinTransaction:
    """One open transaction; the books' parts are built on it and end with it."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def _insert(self, table: Table) -> sqlite.Insert | postgresql.Insert:
        """An INSERT that may carry ON CONFLICT, in the words of this database."""
        return _insert_on(self._db.dialect.name, table)

    def _new(self, table: Table, row: Mapping[str, Any], unless: Sequence[str], where: str | None = None) -> bool:
        """Insert the row; False, and nothing done, when one with the same `unless` columns exists.

        `where`: the condition of the unique index, when that is a partial one.
        """
        statement = _insert_unless(self._db.dialect.name, table, tuple(unless), where)
        return self._db.execute(statement, dict(row)).first() is not None

    def _put(self, table: Table, row: Mapping[str, Any], key: Sequence[str]) -> None:
        """Insert the row or write over the one of the same key."""
        rest = {name: value for name, value in row.items() if name not in key}
        statement = self._insert(table).values(dict(row))
        self._db.execute(statement.on_conflict_do_update(index_elements=list(key), set_=rest))


def _insert_on(dialect: str, table: Table) -> sqlite.Insert | postgresql.Insert:
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


@cache  # building a statement costs as much as running it, and there is one per table
def _insert_unless(dialect: str, table: Table, unless: tuple[str, ...], where: str | None) -> Executable:
    """INSERT … ON CONFLICT DO NOTHING RETURNING 1: the answer tells alike on both databases whether it inserted."""
    only_new = _insert_on(dialect, table).on_conflict_do_nothing(
        index_elements=list(unless), index_where=None if where is None else text(where)
    )
    return only_new.returning(literal_column("1"))


def batches(values: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """The values in lists of at most `size`."""
    iterator = iter(values)
    while batch := list(islice(iterator, size)):
        yield batch

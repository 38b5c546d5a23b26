"""A copy of the whole database that can be opened as it is."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from bot.ports import Refused, Unreachable


def back_up(engine: Engine, target: Path) -> None:
    """Copy to `target` through SQLite's online backup, checked before it takes its name.

    Source: https://www.sqlite.org/backup.html. Raises `Refused` for a target that exists and for PostgreSQL,
    `Unreachable` when the copy cannot be written or does not pass SQLite's check.
    """
    if engine.dialect.name != "sqlite":
        raise Refused("this database lies in PostgreSQL: back it up with pg_dump --format=custom")
    if target.exists():
        raise Refused(f"{target} exists already: choose another name")
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(target.name + ".partial")
    partial.unlink(missing_ok=True)
    os.close(os.open(partial, os.O_CREAT | os.O_WRONLY, 0o600))  # it holds clients' mails: for its owner only
    try:
        _copy(str(engine.url.database), partial)
        partial.replace(target)
    except sqlite3.Error as error:
        raise Unreachable(f"the backup could not be written ({error})") from error
    finally:
        partial.unlink(missing_ok=True)


def _copy(source: str, target: Path) -> None:
    with closing(sqlite3.connect(source)) as original, closing(sqlite3.connect(target)) as copy:
        original.backup(copy)
        verdict = copy.execute("PRAGMA quick_check").fetchone()[0]
        if verdict != "ok":
            raise sqlite3.DatabaseError(f"the copy is damaged: {verdict}")
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, without a -wal beside it

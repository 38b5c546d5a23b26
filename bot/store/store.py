"""The store: opens the database, brings it up to date, and lends its books for one transaction at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import get_ident

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError, InterfaceError, OperationalError, StatementError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bot.ports import Books, Unreachable
from bot.store.backup import back_up
from bot.store.books import SqlBooks
from bot.store.engine import open_engine, parsed
from bot.store.failures import cause_of, is_damage, sentence
from bot.store.rebuild import rebuild
from bot.store.upgrade import bring_up_to_date


class SqlStore:
    """`bot.ports.Store` on SQLite or PostgreSQL. Threads may share it; a forked process opens its own connections."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writing: set[int] = set()

    @contextmanager
    def transaction(self) -> Iterator[Books]:
        """One transaction: committed when the block ends, rolled back when it raises. Costs one durable write.

        SQLite takes its write lock at the start, so a check followed by a write is safe; on PostgreSQL the checks are
        compare-and-set statements. Raises `Unreachable` when the database is locked, full or away, RuntimeError for a
        transaction inside another one, and what the books' methods raise.
        """
        with self._alone(), _said_plainly(), self._engine.begin() as connection:
            books = SqlBooks(connection)
            yield books
            books.settle_plans()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """On SQLite a thread would wait for its own outer transaction until the time-out: say so at once."""
        me = get_ident()
        if me in self._writing:
            raise RuntimeError("this thread has a transaction open already: hand its books on")
        if self._engine.dialect.name == "sqlite":
            self._writing.add(me)
        try:
            yield
        finally:
            self._writing.discard(me)

    def backup(self, target: Path) -> None:
        """A consistent copy while others go on working; linear in the size of the database.

        Raises `Refused` when the target exists, and on PostgreSQL, whose own tools do it better.
        """
        with _said_plainly():
            back_up(self._engine, target)

    def rebuild_standings(self) -> int:
        """Fold every history anew; returns how many cached folds were not what they should be (now they are).

        Linear in the number of facts, in flat memory, in one transaction.
        """
        with _said_plainly(), self._engine.begin() as connection:
            return rebuild(connection)

    def close(self) -> None:
        """Close the idle connections. The store stays usable: the next transaction opens one."""
        self._engine.dispose()


def open_store(url: str) -> SqlStore:
    """The store at "sqlite:///path" or "postgresql+psycopg://…", made or migrated when needed.

    Raises ValueError for a URL of another kind, `Unreachable` when the database does not answer and `Refused` when a
    newer version of the program wrote it. A database that is up to date costs one small query.
    """
    try:
        engine = open_engine(parsed(url))
    except OSError as error:
        raise Unreachable(f"the folder of the database cannot be made ({error})") from error
    with _said_plainly():
        bring_up_to_date(engine)
    return SqlStore(engine)


@contextmanager
def _said_plainly() -> Iterator[None]:
    """Turns what the database's library raises into what `bot.ports` knows; a broken rule of the data stays one."""
    try:
        yield
    except (OperationalError, InterfaceError, PoolTimeout) as error:
        raise Unreachable(sentence(error)) from error
    except DatabaseError as error:
        if is_damage(error):
            raise Unreachable(sentence(error)) from error
        raise
    except StatementError as error:
        raise cause_of(error) from error

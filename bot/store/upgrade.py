"""Brings a database to the shape this version knows; costs one small query when it is there already."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from bot.ports import Refused

HEAD = "0001"
"""The newest revision under `migrations/versions`; a test compares it with Alembic's own answer."""

_MIGRATIONS = Path(__file__).parent / "migrations"
_ADVISORY_LOCK = 0x52454C41  # any fixed number: two processes that start at once must not both create the tables


def bring_up_to_date(engine: Engine) -> None:
    """Run the missing migrations, all in one transaction. Raises `Refused` for a database from a newer version."""
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
        if revision(connection) != HEAD:
            _migrate(connection)


def revision(connection: Connection) -> str:
    """The revision the database stands at; empty for a new one."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.scalar(text("SELECT version_num FROM alembic_version")) or ""


def _migrate(connection: Connection) -> None:
    from alembic import command  # imported when needed only: most starts have nothing to migrate
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise Refused(f"the database was written by a newer version of the program: update it ({error})") from error

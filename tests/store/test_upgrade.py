"""Alembic's head is the models' shape, on both databases, and opening brings any database there."""

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

import bot.store.migrations
from bot.ports import Refused
from bot.store.engine import open_engine, parsed
from bot.store.store import open_store
from bot.store.tables import METADATA
from bot.store.upgrade import HEAD
from tests.real.postgres import running
from tests.store.stored import KINDS, at_once


def new_url(kind: str, folder: Path) -> str:
    return f"sqlite:///{folder}/new.db" if kind == "sqlite" else running().new_database()


@pytest.mark.parametrize("kind", KINDS)
def test_the_migrated_database_has_the_shape_of_the_models(kind: str, tmp_path: Path) -> None:
    url = new_url(kind, tmp_path)
    open_store(url).close()
    with open_engine(parsed(url)).connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), METADATA) == []


def test_the_migrated_database_has_the_models_very_statements(tmp_path: Path) -> None:
    """Alembic's comparison looks at no CHECK and at no WHERE of an index; this one does."""
    open_store(f"sqlite:///{tmp_path}/migrated.db").close()
    METADATA.create_all(create_engine(f"sqlite:///{tmp_path}/modelled.db"))
    assert _statements(tmp_path / "migrated.db") == _statements(tmp_path / "modelled.db")


def _statements(file: Path) -> set[str]:
    with sqlite3.connect(file) as database:
        rows = database.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name <> 'alembic_version'")
        return {" ".join(sql.split()) for (sql,) in rows}


def test_the_head_that_is_looked_for_is_the_newest_revision() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(bot.store.migrations.__file__).parent))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


@pytest.mark.parametrize("kind", KINDS)
def test_two_processes_may_open_a_new_database_at_once(kind: str, tmp_path: Path) -> None:
    url = new_url(kind, tmp_path)

    def use() -> str:
        store = open_store(url)
        with store.transaction() as books:
            value = books.setting("nothing")
        store.close()
        return value

    assert at_once(use, use, use) == ["", "", ""]


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/relance.db"
    open_store(url).close()
    with open_engine(parsed(url)).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Refused, match="newer version"):
        open_store(url)

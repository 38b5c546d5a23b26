"""A database that cannot is said in a sentence, and the tick stops with nothing half-done."""

import os
import resource
import signal
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.ports import Refused, Unreachable
from bot.store.store import open_store
from tests.store.stored import forked, mail, opened, url_of


def test_a_locked_database_is_unreachable_and_says_so(tmp_path: Path) -> None:
    url = url_of("sqlite", tmp_path)
    store = open_store(f"{url}?timeout=0.1")
    other = sqlite3.connect(tmp_path / "relance.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Unreachable, match="locked"), store.transaction() as books:
        books.keep_setting("a", "b")
    other.rollback()
    with store.transaction() as books:
        assert books.setting("a") == ""
    other.close()


def test_a_transaction_inside_another_is_a_fault_of_the_program_and_not_a_long_wait(tmp_path: Path) -> None:
    store = opened("sqlite", tmp_path)
    with pytest.raises(RuntimeError, match="open already"), store.transaction(), store.transaction():
        pass
    with store.transaction() as books:
        assert books.setting("a") == ""
    store.close()


def test_a_full_disk_leaves_nothing_half_done(tmp_path: Path) -> None:
    """The disk is a limit on the size of files, in a process of its own."""
    url = url_of("sqlite", tmp_path)
    open_store(url).close()

    def child() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
        with pytest.raises(Unreachable, match=r"disk|space"), open_store(url).transaction() as books:
            books.keep_setting("a", "b")
            books.keep_mail(mail(raw=os.urandom(2_000_000)))

    assert forked(child) == 0
    store = open_store(url)
    with store.transaction() as books:
        assert (books.setting("a"), books.mail("m1")) == ("", None)
    store.close()


def test_a_server_that_is_away_is_unreachable() -> None:
    with pytest.raises(Unreachable):
        open_store("postgresql+psycopg://nobody@127.0.0.1:1/nothing")


def test_a_connection_cut_in_the_middle_is_unreachable_and_the_next_one_works(tmp_path: Path) -> None:
    store = opened("postgresql", tmp_path)
    with pytest.raises(Unreachable), store.transaction() as books:
        books.keep_setting("a", "b")
        with store._engine.connect() as other:
            others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
            other.execute(text(f"{others} AND pid <> pg_backend_pid()"))
        books.keep_setting("c", "d")
    with store.transaction() as books:
        assert books.setting("a") == ""
    store.close()


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "ledger.csv"
    file.write_text("number;name\n" * 100)
    with pytest.raises(Unreachable, match="not a database"):
        open_store(f"sqlite:///{file}")
    assert file.read_text().startswith("number;name")


@pytest.mark.parametrize("url", ["", "relance.db", "sqlite://", "sqlite:///:memory:", "mysql://localhost/x"])
def test_a_place_where_the_store_cannot_live_is_a_fault_of_the_settings(url: str) -> None:
    with pytest.raises(ValueError, match="sqlite:///"):
        open_store(url)


def test_a_password_is_never_said() -> None:
    with pytest.raises(ValueError) as fault:
        open_store("mysql://ada:s3cret@db.example/x")
    assert "s3cret" not in str(fault.value)


def test_what_clients_wrote_is_for_the_owner_only(tmp_path: Path) -> None:
    open_store(f"sqlite:///{tmp_path}/new/relance.db").close()
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "new" / "relance.db").stat().st_mode) == 0o600


def test_a_backup_opens_as_it_is_and_is_for_the_owner_only(tmp_path: Path) -> None:
    store = opened("sqlite", tmp_path)
    target = tmp_path / "backups" / "today.db"
    with store.transaction() as books:
        books.keep_mail(mail())
    store.backup(target)
    with store.transaction() as books:
        books.keep_mail(mail("m2"))
    copy = open_store(f"sqlite:///{target}")
    with copy.transaction() as books:
        assert books.mail("m1") == mail() and books.mail("m2") is None
    copy.close()
    store.close()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [file.name for file in target.parent.iterdir()] == ["today.db"]


def test_a_backup_never_writes_over_another(tmp_path: Path) -> None:
    store = opened("sqlite", tmp_path)
    (tmp_path / "b.db").write_text("precious")
    with pytest.raises(Refused, match="exists"):
        store.backup(tmp_path / "b.db")
    assert (tmp_path / "b.db").read_text() == "precious"


def test_a_postgresql_is_backed_up_by_its_own_tools(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="pg_dump"):
        opened("postgresql", tmp_path).backup(tmp_path / "b.db")


def test_the_ports_cost_no_database_library() -> None:
    """`run_bot.py --help` must not pay for SQLAlchemy."""
    loaded = "import sys, bot.ports; print([m for m in sys.modules if m.split('.')[0] in ('sqlalchemy', 'sqlmodel')])"
    told = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"

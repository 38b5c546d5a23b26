"""`once` and `run`: one pass or many, alone on the data, ended by a signal within seconds."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.engines.lock import alone
from tests.cli.conftest import Office, days_ago
from tests.cli.told import ROOT, Told
from tests.real.dovecot import PASSWORD, Server
from tests.real.smtp import MailServer, smtp_server


@pytest.fixture
def smtp() -> Iterator[MailServer]:
    with smtp_server() as started:
        yield started


@pytest.fixture
def ready(office: Office, mail_server: Server, smtp: MailServer) -> Office:
    plain = {"host": "127.0.0.1", "security": "plain", "timeout_seconds": 10}
    imap = {**plain, "port": mail_server.imap_port, "user": mail_server.new_user(), "password_env": "PW"}
    box = {
        "name": "main",
        "address": "comptabilite@vendeur.example",
        "imap": imap,
        "smtp": {**plain, "port": smtp.port},
    }
    office.change(mailboxes=[box], mode="shadow")
    return office


@contextmanager
def started(office: Office, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """`run` as a process of its own, past its first pass."""
    command = [sys.executable, str(ROOT / "run_bot.py"), "run", "--config", str(office.config), *arguments]
    process = subprocess.Popen(
        command, env={**os.environ, "PW": PASSWORD}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        _wait_for(office.folder / "data" / "relance.sqlite", process)
        yield process
    finally:
        process.kill()
        process.communicate()


def _wait_for(file: Path, process: subprocess.Popen[str]) -> None:
    """Until the first pass has imported the ledger."""
    import sqlite3
    from contextlib import closing

    deadline = time.monotonic() + 40
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as opened:
                if opened.execute("select count(*) from account").fetchone()[0]:
                    return
        except sqlite3.Error:
            pass
        time.sleep(0.1)


def test_once_tells_what_happened_in_the_language_of_the_company(ready: Office) -> None:
    told = ready.run("once")
    assert told.code == 0, told.out
    assert "Comptabilité importée" in told.out and "2 comptes, 2 pièces ouvertes" in told.out


def test_once_gives_a_script_one_object_per_event(ready: Office) -> None:
    events = [json.loads(line) for line in ready.run("once", "--json").lines]
    assert ("sync_ledger", "ledger_taken") in {(event["step"], event["what"]) for event in events}


def test_once_ends_with_1_when_a_person_should_look(office: Office) -> None:
    """The mailbox does not answer."""
    told = office.run("once")
    assert told.code == 1
    (line,) = [line for line in told.lines if "n'a pas été lue" in line]
    assert line.startswith("!") and "127.0.0.1" in line


def test_shadow_mode_never_touches_the_mail_server_that_sends(ready: Office, smtp: MailServer) -> None:
    ready.ledger([f"C001;F-101;{days_ago(10)};1284.60"])
    ready.run("once")
    assert smtp.connections == 0


def test_a_second_pass_at_the_same_time_is_told_to_try_later(office: Office) -> None:
    with alone(office.folder / "data" / "pass.lock") as ours:
        assert ours
        told: Told = office.run("once")
    assert told.code == 2
    assert "Un autre passage est en cours" in told.err and told.out == ""


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
def test_run_ends_within_seconds_of_a_signal(name: signal.Signals, ready: Office) -> None:
    with started(ready) as process:
        before = time.monotonic()
        process.send_signal(name)
        out, err = process.communicate(timeout=20)
    assert time.monotonic() - before < 10
    assert process.returncode == 0
    assert "Relance tourne en mode observation" in err and "Relance est arrêté" in err
    assert "Comptabilité importée" in out


def test_a_second_run_on_the_same_data_is_told_and_ends(ready: Office) -> None:
    with started(ready) as first:
        told = ready.run("run")
        assert first.poll() is None, "the first goes on"
    assert told.code == 2 and "tourne déjà" in told.err


def test_run_goes_on_although_its_mailbox_is_away(office: Office) -> None:
    with started(office) as process:
        time.sleep(1)
        assert process.poll() is None
        process.terminate()
        out, _ = process.communicate(timeout=20)
    assert "n'a pas été lue" in out
    assert process.returncode == 0

"""Memory of `run` while it waits: after a pass that found nothing, and after one that read a mail."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.figures import Figure
from benchmarks.processes import resident
from benchmarks.replies import give_to_owner, write_maildir
from bot.core.inbound import MailState
from bot.engines.lock import alone as alone_on
from bot.ports import EdgeError
from bot.store.store import open_store

LIMIT = 200.0
_ROOT = Path(__file__).parent.parent
_PASS_SECONDS = 90
_CUSTOMERS = "account;name;email;country;language\nC000000;Client 0 Ltd;accounts@client0.example;FR;fr\n"
_ITEMS = "account;number;kind;due;amount;currency\nC000000;F2026-0000000;invoice;2099-12-31;100.00;EUR\n"


def idle() -> Iterator[Figure]:
    """MiB after the first pass, against the 200 that are allowed; a mail makes it load spaCy."""
    from tests.real.dovecot import dovecot

    for name, mails in (("nothing to do", 0), ("one mail was read", 1)):
        with TemporaryDirectory() as folder, dovecot(Path(folder)) as server:
            user = server.new_user()
            write_maildir(server.mail / user / "Maildir", mails, 1)
            give_to_owner(server.mail / user, like=server.mail)
            held = _after_a_pass(Path(folder), server.imap_port, user, mails)
        print(f"  {name}: {held:.0f} MiB", flush=True)
        yield Figure(f"idle run, {name}", f"{held:.0f} MiB", f"{LIMIT:.0f} MiB allowed", held / LIMIT, 1.0)


def _after_a_pass(folder: Path, port: int, user: str, mails: int) -> float:
    (folder / "customers.csv").write_text(_CUSTOMERS)
    (folder / "items.csv").write_text(_ITEMS)
    (folder / "config.yaml").write_text(_settings(folder, port, user))
    with _running(folder) as process:
        _await_the_pass(folder, process, mails)
        time.sleep(1)
        return resident(process.pid)


@contextmanager
def _running(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, str(_ROOT / "run_bot.py"), "run", "--config", str(folder / "config.yaml")]
    passwords = {"RELANCE_IMAP_PASSWORD": "pw", "RELANCE_SMTP_PASSWORD": "pw"}
    with (folder / "said.txt").open("wb") as said:
        process = subprocess.Popen(command, env={**os.environ, **passwords}, stdout=said, stderr=said)
        try:
            yield process
        finally:
            process.terminate()
            process.wait(30)


def _await_the_pass(folder: Path, process: subprocess.Popen[bytes], mails: int) -> None:
    """Until the mailbox was read to its end, its mail understood and the pass's lock free again."""
    deadline = time.monotonic() + _PASS_SECONDS
    while not _pass_done(folder, mails):
        if process.poll() is not None or time.monotonic() > deadline:
            raise AssertionError(f"the pass did not come to its end: {(folder / 'said.txt').read_text()}")
        time.sleep(0.5)


def _pass_done(folder: Path, mails: int) -> bool:
    state = folder / "state"
    if "Ctrl-C" not in (folder / "said.txt").read_text():
        return False
    try:
        with closing(open_store(f"sqlite:///{state / 'relance.sqlite'}")) as store, store.transaction() as books:
            read = books.read_to_end_at("main") is not None
            understood = len(books.mails(MailState.UNDERSTOOD, 10)) == mails
    except EdgeError:
        return False  # it is busy
    if not (read and understood):
        return False
    with alone_on(state / "pass.lock") as free:
        return free


def _settings(folder: Path, port: int, user: str) -> str:
    """The shipped settings, with a mailbox on loopback."""
    text = (_ROOT / "config.yaml").read_text(encoding="utf-8")
    for old, new in (
        ("data_dir: ~/.local/share/relance", f"data_dir: {folder / 'state'}"),
        ("ledger/customers.csv", str(folder / "customers.csv")),
        ("ledger/items.csv", str(folder / "items.csv")),
        ("host: imap.example.com", "host: 127.0.0.1"),
        ("port: 993\n      security: tls ", f"port: {port}\n      security: plain "),
        (
            "user: comptabilite@example.com\n      password_env: RELANCE_IMAP",
            f"user: {user}\n      password_env: RELANCE_IMAP",
        ),
        ("start_date: null", "start_date: 2020-01-01"),
    ):
        if old not in text:
            raise AssertionError(f"config.yaml does not say {old!r} any more")
        text = text.replace(old, new)
    return text

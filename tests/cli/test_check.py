"""`check` finds everything that is wrong before anything starts, and changes nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Office
from tests.cli.told import told_by
from tests.real.dovecot import PASSWORD, Server
from tests.real.smtp import MailServer, smtp_server


@pytest.fixture
def smtp() -> Iterator[MailServer]:
    with smtp_server() as started:
        yield started


@pytest.fixture
def ready(office: Office, mail_server: Server, smtp: MailServer) -> Office:
    """The office with servers that answer."""
    plain = {"host": "127.0.0.1", "security": "plain", "timeout_seconds": 10}
    box = {
        "name": "main",
        "address": "comptabilite@vendeur.example",
        "imap": {**plain, "port": mail_server.imap_port, "user": mail_server.new_user(), "password_env": "PW"},
        "smtp": {**plain, "port": smtp.port},
    }
    office.change(mailboxes=[box], digest={"to": ["direction@vendeur.example"]})
    return office


def with_imap(office: Office, **changes: object) -> None:
    import yaml

    (box,) = yaml.safe_load(office.config.read_text(encoding="utf-8"))["mailboxes"]
    box["imap"] |= changes
    office.change(mailboxes=[box])


def faults(out: str) -> list[str]:
    return [line for line in out.splitlines() if line.startswith("✗")]


def test_a_sound_installation_is_told_to_be_sound(ready: Office) -> None:
    told = ready.run("check")
    assert told.code == 0, told.out
    assert "Nothing is wrong." in told.out
    assert "ledger: 2 accounts, 2 open items" in told.out
    assert "sent = Sent" in told.out and "may send through" in told.out


def test_check_sends_nothing_unless_asked(ready: Office, smtp: MailServer) -> None:
    ready.run("check")
    assert smtp.kept == []
    told = ready.run("check", "--send-test")
    assert told.code == 0
    ((_, to, raw),) = smtp.kept
    assert to == "comptabilite@vendeur.example" and b"[TEST]" in raw and b"X-Relance-Test" in raw


def test_a_wrong_password_says_so_and_never_shows_it(ready: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PW", "wr0ng-secret")
    told = ready.run("check")
    assert told.code == 1
    (fault,) = faults(told.out)
    assert "mailbox main, imap" in fault and "password" in fault
    assert "wr0ng-secret" not in told.out + told.err


def test_a_host_that_does_not_answer_is_told_with_its_name(office: Office) -> None:
    told = office.run("check")
    assert told.code == 1
    assert [line.split(":")[0] for line in faults(told.out)] == ["✗ mailbox main, imap", "✗ mailbox main, smtp"]
    assert "127.0.0.1" in told.out


def test_offline_leaves_the_servers_alone(office: Office) -> None:
    told = office.run("check", "--offline")
    assert told.code == 0 and "imap" not in told.out


def test_a_folder_that_does_not_exist_is_told_with_those_that_do(ready: Office) -> None:
    with_imap(ready, folders={"sent": "Gesendet"})
    told = ready.run("check")
    assert told.code == 1
    (fault,) = faults(told.out)
    assert "Gesendet" in fault and "Drafts" in fault


def test_a_certificate_nobody_vouches_for_is_a_fault(ready: Office, mail_server: Server) -> None:
    with_imap(ready, security="tls", port=mail_server.imaps_port)
    told = ready.run("check")
    (fault,) = faults(told.out)
    assert re.search("certificate|TLS", fault)
    with_imap(ready, ca_file=str(mail_server.ca_file))
    assert ready.run("check").code == 0


def test_everything_that_is_wrong_is_told_at_once(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody should have to run it five times."""
    monkeypatch.delenv("PW")
    office.ledger(["C001;F-101;yesterday;12.00", "C404;F-102;2026-03-02;5.00"])
    own = office.folder / "own" / "fr" / "reminders"
    own.mkdir(parents=True)
    (own / "first.txt.j2").write_text("Bonjour {{ nobody_knows_this }} {% if %}", encoding="utf-8")
    office.change(templates="own")
    told = office.run("check")
    assert told.code == 1
    text = "\n".join(faults(told.out))
    assert "first.txt.j2" in text
    assert "yesterday" in text and "C404" in text
    assert "PW" in text and "is not set" in text
    assert f"{len(faults(told.out))} faults" in told.out


def test_a_level_whose_template_is_missing_is_told_with_those_that_exist(office: Office) -> None:
    level = {"name": "first", "day": 5, "kind": "mail", "template": "reminders/frist"}
    office.change(policy={"segments": {"default": {"levels": [level]}}})
    told = office.run("check", "--offline")
    assert told.code == 1
    assert "reminders/frist" in told.out and "reminders/first" in told.out


def test_a_ledger_file_that_is_missing_is_a_fault_of_the_ledger(office: Office) -> None:
    (office.folder / "ledger" / "items.csv").unlink()
    told = office.run("check", "--offline")
    assert told.code == 1
    assert any("items.csv" in line for line in faults(told.out))


def test_what_is_worth_knowing_is_no_fault(office: Office) -> None:
    office.ledger(["C001;F-101;2026-03-02;12.00"], customers=("C001;Sans Adresse;;fr",))
    told = office.run("check", "--offline")
    assert told.code == 0
    assert "have no e-mail address" in told.out and "digest.to is empty" in told.out


def test_every_mailbox_is_tried_although_the_first_fails(
    office: Office, ready: Office, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    import yaml

    (box,) = yaml.safe_load(office.config.read_text(encoding="utf-8"))["mailboxes"]
    dead = {**box, "name": "other", "imap": {**box["imap"], "port": 9}}
    office.change(mailboxes=[dead, box])
    told = told_by(capsys)("check")
    assert told.code == 1
    assert "mailbox other, imap" in told.out and "mailbox main: reads" in told.out
    assert PASSWORD != "" and len(faults(told.out)) == 1

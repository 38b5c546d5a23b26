"""A company on real servers, and another that has only its files: every command line runs on one of the two."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from tests.cli.desk import Desk
from tests.cli.told import SHIPPED, Told, free_port, told_by
from tests.real.dovecot import PASSWORD
from tests.stories.conftest import house, mail_server
from tests.stories.house import House

__all__ = ["house", "mail_server"]


@dataclass(frozen=True)
class Office:
    """A company without a mail server: settings, a ledger of today, an empty database. `run` is one command line."""

    folder: Path
    run: Callable[..., Told]

    @property
    def config(self) -> Path:
        return self.folder / "config.yaml"

    def change(self, **sections: object) -> None:
        """Other settings; a mapping is merged into its section."""
        told = yaml.safe_load(self.config.read_text(encoding="utf-8"))
        for name, value in sections.items():
            told[name] = {**told[name], **value} if isinstance(value, dict) else value
        self.config.write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")

    def ledger(self, items: list[str], customers: tuple[str, ...] = ()) -> None:
        """Rows "account;number;due;amount" of invoices, and the customers they belong to."""
        folder = self.folder / "ledger"
        folder.mkdir(exist_ok=True)
        known = customers or (
            "C001;Boulangerie Exemple;compta@boulangerie.example;fr",
            "C002;Northwood Sample Ltd;accounts@northwood.example;en",
        )
        (folder / "customers.csv").write_text("\n".join(["account;name;email;language", *known]) + "\n", "utf-8")
        (folder / "items.csv").write_text("\n".join(["account;number;due;amount", *items]) + "\n", "utf-8")


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    told = yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))
    server = {"host": "127.0.0.1", "security": "plain", "user": "u", "password_env": "PW", "timeout_seconds": 5}
    told |= {"mode": "live", "data_dir": "data"}
    told["mailboxes"] = [
        {
            "name": "main",
            "address": "comptabilite@vendeur.example",
            "imap": {**server, "port": free_port()},
            "smtp": {**server, "port": free_port()},
        }
    ]
    (tmp_path / "config.yaml").write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")
    monkeypatch.setenv("PW", PASSWORD)
    monkeypatch.setenv("RELANCE_CONFIG", str(tmp_path / "config.yaml"))
    found = Office(tmp_path, told_by(capsys))
    found.ledger([f"C001;F-101;{days_ago(10)};1284.60", f"C002;G-201;{days_ago(40)};850.00"])
    yield found


def days_ago(days: int) -> str:
    """A day before today: the command line runs on the real clock."""
    return (date.today() - timedelta(days=days)).isoformat()


@pytest.fixture
def no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def desk(house: House, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(house, capsys)

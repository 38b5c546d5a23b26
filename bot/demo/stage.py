"""The demo's stage: one folder with the mail server's state, the ledger, the settings and Relance's own data."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from smtplib import SMTP

import yaml

from bot.demo.imap_server import ImapServer
from bot.demo.imap_store import MailStore
from bot.demo.loop_thread import running
from bot.demo.scene import MAILBOX, START
from bot.demo.smtp_server import Delivery, SmtpServer
from bot.settings import Settings, load

USER, PASSWORD = "comptabilite", "demo"
ENVIRONMENT = {"RELANCE_DEMO_PASSWORD": PASSWORD}
MARK = ".relance-demo"
MANAGER = "direction@atelier-exemple.example"


@dataclass(frozen=True)
class Stage:
    """A running demo: settings that point to its servers, and the folder into which anyone may drop an .eml."""

    folder: Path
    settings: Settings
    smtp_port: int
    mail: MailStore

    def post(self, sender: str, raw: bytes) -> None:
        """A mail to the shared mailbox, by real SMTP."""
        with SMTP("127.0.0.1", self.smtp_port, timeout=10) as smtp:
            smtp.sendmail(sender, [MAILBOX], raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))

    def post_dropped(self) -> list[str]:
        """Send every .eml that lies in the drop folder; returns their names. A file is moved once it is sent."""
        found = sorted((self.folder / "drop").glob("*.eml"))
        for file in found:
            self.post("somebody@client.example", file.read_bytes())
            file.rename(file.with_suffix(".eml.sent"))
        return [file.name for file in found]


def clean(folder: Path) -> None:
    """An empty demo folder. Raises FileExistsError for a folder that is not the demo's: nothing of yours is removed."""
    if folder.exists() and any(folder.iterdir()):
        if not (folder / MARK).exists():
            raise FileExistsError(f"{folder} is not empty and is no demo folder; name another one with --folder")
        shutil.rmtree(folder)
    (folder / "drop").mkdir(parents=True)
    (folder / MARK).touch()


@contextmanager
def stage(folder: Path, now: Callable[[], datetime], hand_over: Callable[[str, str, bytes], None]) -> Iterator[Stage]:
    """Start the servers on free loopback ports and write the settings that name them. `now` is the demo's clock."""
    store = MailStore(folder / "mail")
    imap = ImapServer(store, {USER: PASSWORD, "direction": PASSWORD}, now)
    delivery = Delivery(store, {MAILBOX: USER, MANAGER: "direction"}, now, hand_over)
    with running(imap, SmtpServer(delivery)) as (imap_port, smtp_port):
        file = folder / "config.yaml"
        file.write_text(yaml.safe_dump(_settings(imap_port, smtp_port), allow_unicode=True), encoding="utf-8")
        yield Stage(folder, load(file), smtp_port, store)


def _settings(imap_port: int, smtp_port: int) -> dict[str, object]:
    """The shipped rules, with the demo's company, ledger and mailbox."""
    shipped = Path(__file__).resolve().parent.parent.parent / "config.yaml"
    told = yaml.safe_load(shipped.read_text(encoding="utf-8"))
    server = {"host": "127.0.0.1", "security": "plain", "user": USER, "password_env": "RELANCE_DEMO_PASSWORD"}
    told["mode"] = "live"
    told["data_dir"] = "data"
    told["company"] |= {"name": "Atelier Exemple", "sender": "Camille Exemple, service comptable"}
    told["ledger"] |= {
        "customers": "ledger/clients.csv",
        "items": "ledger/factures.csv",
        "movements": "ledger/reglements.csv",
        "pdf_folder": "ledger/pdf",
    }
    told["mailboxes"] = [
        {
            "name": "main",
            "address": MAILBOX,
            "imap": {**server, "port": imap_port, "start_date": START},
            "smtp": {**server, "port": smtp_port, "user": "", "password_env": ""},
        }
    ]
    told["digest"] = {"to": [MANAGER], "language": "fr", "hour": "07:00"}
    return dict(told)

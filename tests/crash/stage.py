"""One folder holds all that outlives a process: the mail server's state, the database, and what reached the clients."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from smtplib import SMTP

import yaml

from bot.core.secret import Secret
from bot.demo.imap_server import ImapServer, MailStore
from bot.demo.loop_thread import running
from bot.demo.scene import MAILBOX
from bot.demo.smtp_server import Delivery, SmtpServer
from bot.ledgers.csv_file import CsvLedger
from bot.mailboxes.imap import ImapInbox, ImapSettings
from bot.mailboxes.smtp import SmtpSender, SmtpSettings
from bot.settings import Settings, load
from bot.steps.world import Mailbox, Tick, World
from bot.store.store import SqlStore, open_store
from bot.wiring import build, ledger_settings
from tests.crash import scene

SHIPPED = Path(__file__).resolve().parents[2] / "config.yaml"
USER, PASSWORD = "comptabilite", "pw"
DAYS = (scene.FIRST, scene.SECOND, scene.MAIN, scene.NEXT, scene.LATER)


@dataclass(frozen=True)
class House:
    """What all runs share and none changes: rules, templates, key, the warm classifier, the ledger of each day."""

    world: World
    ledgers: Mapping[date, CsvLedger]
    stores: dict[str, SqlStore] = field(default_factory=dict)

    @classmethod
    def furnished(cls, folder: Path) -> "House":
        """Write settings and ledgers into the folder and load everything that takes time."""
        for day in DAYS:
            scene.export(folder / "ledger" / f"{day}", day)
        (folder / "config.yaml").write_text(yaml.safe_dump(_settings(), allow_unicode=True), encoding="utf-8")
        settings = load(folder / "config.yaml")
        world = build(settings, {"RELANCE_IMAP_PASSWORD": PASSWORD, "RELANCE_SMTP_PASSWORD": PASSWORD})
        return cls(world, {day: _ledger(settings, folder / "ledger" / f"{day}") for day in DAYS})

    def store(self, url: str) -> SqlStore:
        """The store at that place, without open connections: its statements stay compiled from one run to the next."""
        if url not in self.stores:
            self.stores[url] = open_store(url)
        return self.stores[url]

    def at(self, moment: datetime) -> Tick:
        """A tick at that moment."""
        return Tick(moment, self.world.zone)


def _settings() -> dict[str, object]:
    told = yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))
    told["mode"], told["data_dir"] = "live", "data"
    told["mailboxes"][0]["address"] = MAILBOX
    told["ledger"] |= {"customers": "c.csv", "items": "i.csv", "pdf_folder": f"ledger/{scene.MAIN}/pdf"}
    told["digest"] = {"to": [scene.MANAGER], "language": "fr", "hour": "07:00"}
    return dict(told)


def _ledger(settings: Settings, folder: Path) -> CsvLedger:
    files = {"customers": "clients.csv", "items": "factures.csv", "movements": "reglements.csv"}
    return CsvLedger(replace(ledger_settings(settings), **{kind: folder / name for kind, name in files.items()}))  # type: ignore[arg-type]


@dataclass
class Clock:
    """The mail server's time."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True)
class Place:
    """The folder of one run."""

    folder: Path

    @property
    def database(self) -> str:
        return f"sqlite:///{self.folder / 'relance.sqlite'}"

    @property
    def arrived(self) -> Path:
        return self.folder / "arrived"

    def letters(self) -> list[tuple[str, bytes]]:
        """(recipient, raw mail) of all that the SMTP server handed over, in order."""
        files = sorted(self.arrived.glob("*.eml"))
        return [(file.stem.partition("-")[2], file.read_bytes()) for file in files]

    def hand_over(self, sender: str, recipient: str, raw: bytes) -> None:
        """The client's desk: every mail that arrives is a file."""
        self.arrived.mkdir(parents=True, exist_ok=True)
        number = len(list(self.arrived.iterdir()))
        (self.arrived / f"{number:04d}-{recipient}.eml").write_bytes(raw)

    def fingerprint(self) -> str:
        """The whole state, as one hash: two deaths that leave the same state need one recovery."""
        seen = sha256()
        with sqlite3.connect(self.folder / "relance.sqlite") as database:
            for line in database.iterdump():
                seen.update(line.encode())
        database.close()
        for file in sorted(file for name in ("mail", "arrived") for file in (self.folder / name).rglob("*")):
            seen.update(str(file.relative_to(self.folder)).encode())
            seen.update(file.read_bytes() if file.is_file() else b"")
        return seen.hexdigest()


@dataclass(frozen=True)
class Running:
    """A place whose mail servers run in this process: what a child kills, they survive."""

    house: House
    place: Place
    mail: MailStore
    clock: Clock
    ports: tuple[int, int]

    def world(self, day: date) -> World:
        """The world of a process on that day, with connections of its own. The caller closes what it opens."""
        box = self.house.world.mailboxes["main"]
        return replace(
            self.house.world,
            store=self.house.store(self.place.database),
            ledger=self.house.ledgers[day],
            mailboxes={"main": replace(box, inbox=self._inbox(), sender=self._sender())},
        )

    def _inbox(self) -> ImapInbox:
        return ImapInbox(ImapSettings("127.0.0.1", self.ports[0], "plain", USER, Secret(PASSWORD), timeout=20))

    def _sender(self) -> SmtpSender:
        return SmtpSender(SmtpSettings("127.0.0.1", self.ports[1], "plain", MAILBOX, timeout=20))

    @contextmanager
    def alive(self, day: date) -> Iterator[World]:
        """A world for this process, with its connections closed at the end."""
        world = self.world(day)
        try:
            yield world
        finally:
            close(world)

    def post(self, sender: str, raw: bytes) -> None:
        """A mail to the shared mailbox, by SMTP."""
        with SMTP("127.0.0.1", self.ports[1], timeout=20) as smtp:
            smtp.sendmail(sender, [MAILBOX], raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))


def close(world: World) -> None:
    """End the connections."""
    for box in world.mailboxes.values():
        box.inbox.close()
        box.sender.close()
    if isinstance(world.store, SqlStore):
        world.store.close()


@contextmanager
def running_at(house: House, folder: Path, now: datetime) -> Iterator[Running]:
    """Start the mail servers on this folder's state."""
    place, clock = Place(folder), Clock(now)
    mail = MailStore(folder / "mail")
    delivery = Delivery(mail, {MAILBOX: USER}, clock, place.hand_over)
    with running(ImapServer(mail, {USER: PASSWORD}, clock), SmtpServer(delivery)) as (imap, smtp):
        yield Running(house, place, mail, clock, (imap, smtp))


def main_box(world: World) -> Mailbox:
    """The one mailbox of the house."""
    return world.mailboxes["main"]

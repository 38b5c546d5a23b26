"""A small company whose mailbox lies on a real Dovecot and whose mail leaves through a real SMTP server.

The clock is a list of days: `day` is one pass of everything. Clients and colleagues act through the servers only.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import SMTP, default
from email.utils import format_datetime
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

import yaml
from imapclient import DRAFT, SEEN, IMAPClient

from bot.core.case import Case
from bot.core.history import Fact
from bot.settings import Settings, load
from bot.steps.tick import tick
from bot.steps.world import Event, Tick
from bot.wiring import build
from tests.real.dovecot import PASSWORD, Server
from tests.real.smtp import MailServer

PARIS = ZoneInfo("Europe/Paris")
ADDRESS = "comptabilite@vendeur.example"
MANAGER = "direction@vendeur.example"
SHIPPED = Path(__file__).parents[2] / "config.yaml"


@dataclass(frozen=True)
class Row:
    """One invoice of the ledger, as its file says it."""

    customer: str
    number: str
    due: date
    amount: str
    kind: str = "invoice"


@dataclass
class House:
    """The company. `customers` maps a number to (name, address, language)."""

    folder: Path
    server: Server
    smtp: MailServer
    user: str
    customers: dict[str, tuple[str, str, str]]
    mode: str = "live"
    rows: list[Row] = field(default_factory=list)
    at: datetime = datetime(2026, 1, 1, tzinfo=PARIS)
    _seen: int = 0

    def __post_init__(self) -> None:
        self.settings = self._settings()
        self.world = build(self.settings, {"PW": PASSWORD})

    def again(self) -> None:
        """The program is started anew."""
        self.close()
        self.world = build(self.settings, {"PW": PASSWORD})

    def close(self) -> None:
        for box in self.world.mailboxes.values():
            box.inbox.close()
            box.sender.close()

    # -- the passing of time
    def day(self, on: date, *, hour: int = 9, export: bool = True) -> list[Event]:
        """One pass at that hour of that day, on a fresh export of the ledger."""
        self.at = datetime.combine(on, time(hour), tzinfo=PARIS)
        if export:
            self._export()
        return list(tick(self.world, self.moment))

    @property
    def moment(self) -> Tick:
        return Tick(self.at, PARIS)

    # -- what arrived where
    def arrived(self) -> list[EmailMessage]:
        """The mails that left since this was last asked, digests left out."""
        new = self.smtp.kept[self._seen :]
        self._seen = len(self.smtp.kept)
        return [parsed(raw) for _, to, raw in new if to != MANAGER]

    def digests(self) -> list[EmailMessage]:
        return [parsed(raw) for _, to, raw in self.smtp.kept if to == MANAGER]

    # -- what people do
    def client_writes(self, sender: str, text: str, *, answers: EmailMessage | None = None, **headers: str) -> None:
        """A client's mail lies in INBOX, with the present hour as its date."""
        mail = EmailMessage(policy=SMTP)
        mail["From"], mail["To"] = sender, ADDRESS
        mail["Subject"] = headers.pop("Subject", "Re: " + str(answers["Subject"]) if answers else "Bonjour")
        mail["Date"] = format_datetime(self.at)
        mail["Message-ID"] = f"<{self.at.timestamp():.0f}.{len(text)}@{sender.rpartition('@')[2]}>"
        if answers:
            mail["In-Reply-To"] = mail["References"] = str(answers["Message-ID"])
            text += f"\n\nLe {self.at:%d/%m/%Y} à 09:00, {ADDRESS} a écrit :\n" + _quoted(answers)
        for name, value in headers.items():
            mail[name.replace("_", "-")] = value
        mail.set_content(text)
        self.put("INBOX", mail.as_bytes())

    def put(self, folder: str, raw: bytes, flags: Sequence[bytes] = ()) -> None:
        with self.mailbox() as client:
            client.append(folder, raw, flags, self.at)

    def drafts(self) -> dict[int, EmailMessage]:
        """What lies in Drafts, by its uid."""
        with self.mailbox() as client:
            client.select_folder("Drafts")
            found = client.fetch(client.search(), ["BODY.PEEK[]"]) if client.search() else {}
        return {uid: parsed(cast("bytes", data[b"BODY[]"])) for uid, data in found.items()}

    def colleague_sends_draft(self, uid: int, text: str | None = None, *, without: Sequence[str] = ()) -> None:
        """A person sends the draft from a mail program, maybe edited: it leaves Drafts and lies in Sent."""
        mail = self.drafts()[uid]
        for name in without:
            del mail[name]
        if "Message-ID" in without:
            mail["Message-ID"] = "<rewritten.by@outlook.example>"
        if text is not None:
            mail.clear_content()
            mail.set_content(text)
        with self.mailbox() as client:
            client.select_folder("Drafts")
            client.add_flags([uid], [b"\\Deleted"])
            client.expunge([uid])
        self.put("Sent", mail.as_bytes(policy=SMTP), [SEEN])

    def colleague_edits_draft(self, uid: int, text: str) -> None:
        """A person saves another text over the draft: a new uid."""
        mail = self.drafts()[uid]
        mail.clear_content()
        mail.set_content(text)
        with self.mailbox() as client:
            client.select_folder("Drafts")
            client.add_flags([uid], [b"\\Deleted"])
            client.expunge([uid])
        self.put("Drafts", mail.as_bytes(policy=SMTP), [DRAFT])

    def mailbox(self) -> IMAPClient:
        client = IMAPClient(self.server.host, self.server.imap_port, ssl=False, timeout=20)
        client.login(self.user, PASSWORD)
        return client

    # -- what is known
    def case(self, account: str) -> Case:
        with self.world.store.transaction() as books:
            return books.standing(account).case

    def facts(self, account: str) -> list[Fact]:
        with self.world.store.transaction() as books:
            return [recorded.fact for recorded in books.history(account)]

    # -- files
    def _export(self) -> None:
        ledger = self.folder / "ledger"
        ledger.mkdir(exist_ok=True)
        customers = [f"{n};{name};{mail};{language};FR" for n, (name, mail, language) in self.customers.items()]
        rows = [f"{r.customer};{r.number};{r.kind};{r.due.isoformat()};{r.amount}" for r in self.rows]
        for file, head, lines in (
            ("customers.csv", "account;name;email;language;country", customers),
            ("items.csv", "account;number;kind;due;amount", rows),
        ):
            (ledger / file).write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
            os.utime(ledger / file, (self.at.timestamp(), self.at.timestamp()))

    def _settings(self) -> Settings:
        told = yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))
        plain = {"host": "127.0.0.1", "security": "plain", "timeout_seconds": 20}
        told |= {"mode": self.mode, "data_dir": "data", "digest": {"to": [MANAGER], "language": "fr"}}
        told["mailboxes"] = [
            {
                "name": "main",
                "address": ADDRESS,
                "imap": {**plain, "port": self.server.imap_port, "user": self.user, "password_env": "PW"}
                | {"start_date": date(2020, 1, 1)},
                "smtp": {**plain, "port": self.smtp.port},
            }
        ]
        file = self.folder / "config.yaml"
        file.write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")
        return load(file)


def parsed(raw: bytes) -> EmailMessage:
    return cast("EmailMessage", BytesParser(policy=default).parsebytes(raw))


def text_of(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",))
    return str(part.get_content()) if part else ""


def _quoted(mail: EmailMessage) -> str:
    return "\n".join(f"> {line}" for line in text_of(mail).splitlines())


def names(events: Sequence[Event]) -> list[str]:
    return [event.what for event in events]

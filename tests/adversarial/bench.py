"""A whole company in memory: real store, rules, templates and classifier; ledger, mailbox and way out are handed in."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.core.case import Case
from bot.core.history import Fact
from bot.core.letter_fields import Company
from bot.core.policy import Mode, Policy, Staircase
from bot.core.receivables import Account, Contact, ItemKind, OpenItem, Snapshot
from bot.core.receivables_check import Thresholds
from bot.ledgers.memory import MemoryFiles, MemoryLedger
from bot.letters import JinjaLetters
from bot.mailboxes.memory import MemoryInbox, MemorySender
from bot.ports import Classifier
from bot.steps.tick import tick
from bot.steps.world import DigestTo, Event, Mailbox, Tick, World
from bot.store.store import open_store
from bot.wiring import SHIPPED_TEMPLATES, calendars, classifier, labels
from tests.make import LEVELS

PARIS = ZoneInfo("Europe/Paris")
ADDRESS = "comptabilite@vendeur.example"
MANAGER = "direction@vendeur.example"
CLIENT = "compta@client.example"
NEVER = Thresholds(vanished_count=1000, total_share=Decimal("-1"))


@cache
def _reader() -> Classifier:
    return classifier()


def client(number: str = "C1", email: str = CLIENT) -> Account:
    return Account(number, f"Client {number}", (Contact(email, "Zoé Exemple"),))


def bill(account: str, number: str, due: date, amount: str = "1000.00") -> OpenItem:
    return OpenItem(account, number, ItemKind.INVOICE, due, Decimal(amount))


def credit(account: str, number: str, due: date, amount: str) -> OpenItem:
    return replace(bill(account, number, due, amount), kind=ItemKind.CREDIT_NOTE)


@dataclass
class Bench:
    """The company. `go` is one pass of everything, by default on a fresh export of the ledger."""

    folder: Path
    accounts: list[Account]
    items: list[OpenItem] = field(default_factory=list)
    digest_to: tuple[str, ...] = ()
    at: datetime = datetime(2026, 3, 2, 9, tzinfo=PARIS)

    def __post_init__(self) -> None:
        self.inbox, self.sender, self._count = MemoryInbox(lambda: self.at), MemorySender(), 0
        self.ledger = MemoryLedger(self._snapshot())
        self.world = self._world()

    def _world(self) -> World:
        company = Company(
            name="Vendeur Exemple",
            sender="Service comptable",
            phone="+33 1 99 00 00 00",
            address="1 rue de l'Exemple",
            iban="FR76 3000 6000 0112 3456 7890 189",
            bic="AGRIFRPP",
            language="fr",
        )
        return World(
            store=open_store(f"sqlite:///{self.folder / 'relance.sqlite'}"),
            ledger=self.ledger,
            ledger_hash="same",
            files=MemoryFiles({}),
            mailboxes={"main": Mailbox("main", ADDRESS, self.inbox, self.sender)},
            classifier=_reader(),
            letters=JinjaLetters((SHIPPED_TEMPLATES,)),
            languages=frozenset({"fr", "en"}),
            labels=labels(),
            calendars=calendars("fr"),
            policy=Policy({"": Staircase(LEVELS)}),
            policy_hash="same",
            thresholds=NEVER,
            mode=Mode.LIVE,
            company=company,
            country="FR",
            zone=PARIS,
            key=b"k" * 32,
            digest=DigestTo(self.digest_to, "fr", 7, 0),
        )

    def _snapshot(self) -> Snapshot:
        self._count += 1
        return Snapshot(f"d{self._count}", self.at, self.at.date(), tuple(self.accounts), tuple(self.items))

    @property
    def moment(self) -> Tick:
        return Tick(self.at, PARIS)

    def go(self, day: date, hour: int = 9, minute: int = 0, *, export: bool = True) -> list[Event]:
        self.at = datetime.combine(day, time(hour, minute), tzinfo=PARIS)
        if export:
            self.ledger.put(self._snapshot())
        return list(tick(self.world, self.moment))

    def days(self, first: date, last: date) -> list[Event]:
        return [event for n in range((last - first).days + 1) for event in self.go(first + timedelta(days=n))]

    def case(self, account: str) -> Case:
        with self.world.store.transaction() as books:
            return books.standing(account).case

    def facts(self, account: str) -> list[Fact]:
        with self.world.store.transaction() as books:
            return [recorded.fact for recorded in books.history(account)]

    def tasks(self) -> list[str]:
        """Open tasks as kind and account."""
        with self.world.store.transaction() as books:
            return [f"{task.kind} {task.account}" for task in books.tasks()]

    def to(self, address: str) -> list[bytes]:
        """What left for this address."""
        return [raw for to, raw in self.sender.sent if to == address]

    def write(self, sender: str, text: str, *, folder: str = "inbox", to: str = ADDRESS, **headers: str) -> str:
        """A mail lies in the mailbox; returns its Message-ID."""
        self._count += 1
        mail = EmailMessage(policy=SMTP)
        mail["From"], mail["To"], mail["Subject"], mail["Date"] = sender, to, "Bonjour", format_datetime(self.at)
        mail["Message-ID"] = f"<m{self._count}.{self.at:%Y%m%d%H%M}@{sender.rpartition('@')[2]}>"
        for name, value in headers.items():
            mail[name.replace("_", "-")] = value
        mail.set_content(text)
        self.inbox.deliver(mail.as_bytes(), folder)
        return str(mail["Message-ID"])

"""A whole company in memory: real store, rules, templates and classifier; ledger, mailbox and way out are handed in."""

from collections.abc import Iterator, Sequence
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
from bot.core.policy import Mode, Policy
from bot.core.receivables import Account, Contact, ItemKind, Movement, OpenItem, Snapshot
from bot.core.receivables_check import Thresholds
from bot.ledgers.memory import MemoryFiles, MemoryLedger
from bot.letters import JinjaLetters
from bot.mailboxes.memory import MemoryInbox, MemorySender
from bot.steps.tick import tick
from bot.steps.world import DigestTo, Event, Mailbox, Tick, World
from bot.store.store import open_store
from bot.wiring import SHIPPED_TEMPLATES, calendars, classifier, labels
from tests.make import LEVELS
from bot.core.policy import Staircase

PARIS = ZoneInfo("Europe/Paris")
ADDRESS = "comptabilite@vendeur.example"
MANAGER = "direction@vendeur.example"


@cache
def _read() -> tuple[object, object, object]:
    return classifier(), labels(), JinjaLetters((SHIPPED_TEMPLATES,))


def client(number: str = "C1", email: str = "compta@client.example", **changes: object) -> Account:
    base = {"number": number, "name": f"Client {number}", "contacts": (Contact(email, "Zoé Exemple"),)}
    return Account(**{**base, **changes})  # type: ignore[arg-type]


def bill(account: str, number: str, due: date, amount: str = "1000.00", **changes: object) -> OpenItem:
    base = {"account": account, "number": number, "kind": ItemKind.INVOICE, "due": due, "amount": Decimal(amount)}
    return OpenItem(**{**base, **changes})  # type: ignore[arg-type]


@dataclass
class Bench:
    folder: Path
    accounts: list[Account]
    items: list[OpenItem] = field(default_factory=list)
    movements: list[Movement] = field(default_factory=list)
    policy: Policy = field(default_factory=lambda: Policy({"": Staircase(LEVELS)}))
    at: datetime = datetime(2026, 3, 2, 9, tzinfo=PARIS)
    mode: Mode = Mode.LIVE
    as_of: date | None = None
    digest_to: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.inbox, self.sender, self._n = MemoryInbox(lambda: self.at), MemorySender(), 0
        read, respond, letters = _read()
        self.ledger = MemoryLedger(self._snapshot())
        box = Mailbox("main", ADDRESS, self.inbox, self.sender)
        self.world = World(
            store=open_store(f"sqlite:///{self.folder / 'db.sqlite'}"), ledger=self.ledger, ledger_hash="h",
            files=MemoryFiles({}), mailboxes={"main": box}, classifier=read, letters=letters,
            languages=frozenset({"fr", "en"}), labels=respond, calendars=calendars("fr"), policy=self.policy,
            policy_hash="p1", thresholds=Thresholds(vanished_count=1000, total_share=Decimal("-1")), mode=self.mode,
            company=Company(name="Vendeur Exemple", sender="Service comptable", phone="+33 1 99 00 00 00",
                            address="1 rue de l'Exemple", iban="FR76 3000 6000 0112 3456 7890 189", bic="AGRIFRPP",
                            language="fr"),
            country="FR", zone=PARIS, key=b"k" * 32, digest=DigestTo(self.digest_to, "fr", 7, 0),
        )

    def _snapshot(self) -> Snapshot:
        self._n += 1
        as_of = self.as_of or self.at.date()
        return Snapshot(f"d{self._n}", self.at, as_of, tuple(self.accounts), tuple(self.items), tuple(self.movements))

    @property
    def moment(self) -> Tick:
        return Tick(self.at, PARIS)

    def go(self, day: date, hour: int = 9, minute: int = 0, export: bool = True) -> list[Event]:
        self.at = datetime.combine(day, time(hour, minute), tzinfo=PARIS)
        if export:
            self.ledger.put(self._snapshot())
        return list(tick(self.world, self.moment))

    def days(self, first: date, last: date) -> list[Event]:
        return [e for n in range((last - first).days + 1) for e in self.go(first + timedelta(days=n))]

    def case(self, account: str) -> Case:
        with self.world.store.transaction() as books:
            return books.standing(account).case

    def facts(self, account: str) -> list[Fact]:
        with self.world.store.transaction() as books:
            return [r.fact for r in books.history(account)]

    def tasks(self, account: str | None = None) -> list[str]:
        with self.world.store.transaction() as books:
            return [f"{t.kind}:{t.why}:{t.account}" for t in books.tasks(account)]

    def to(self, address: str) -> list[bytes]:
        return [raw for to, raw in self.sender.sent if to == address]

    def write(self, sender: str, text: str, subject: str = "Bonjour", folder: str = "inbox", to: str = ADDRESS, **h: str) -> str:
        mail = EmailMessage(policy=SMTP)
        mail["From"], mail["To"], mail["Subject"], mail["Date"] = sender, to, subject, format_datetime(self.at)
        self._n += 1
        mail["Message-ID"] = f"<m{self._n}.{self.at:%Y%m%d%H%M}@{sender.rpartition('@')[2]}>"
        for k, v in h.items():
            mail[k.replace("_", "-")] = v
        mail.set_content(text)
        self.inbox.deliver(mail.as_bytes(), folder)
        return str(mail["Message-ID"])

"""Opens a store of either kind for a test, and makes plainly fictitious things to put into it."""

import os
import signal
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

from bot.core.drafts import DraftAnswer
from bot.core.inbound import InboundMail
from bot.core.outbox import OutboxRow, RowKind
from bot.core.receivables import Account, Contact, ItemKind, OpenItem, Snapshot
from bot.store.store import SqlStore, open_store
from tests.real.postgres import fresh_database

KINDS = ("sqlite", "postgresql")
DAY = date(2026, 3, 18)
NOW = datetime(2026, 3, 18, 9, 30, tzinfo=UTC)


def url_of(kind: str, folder: Path) -> str:
    return f"sqlite:///{folder}/relance.db" if kind == "sqlite" else fresh_database()


def opened(kind: str, folder: Path) -> SqlStore:
    return open_store(url_of(kind, folder))


def account(number: str = "C001", *emails: str, **changes: Any) -> Account:
    contacts = tuple(Contact(email, "Zoé Exemple") for email in emails or (f"compta@{number.lower()}.example",))
    return Account(number, f"Client {number}", contacts, **changes)


def item(account: str = "C001", number: str = "F2026-118", amount: str = "120.50", **changes: Any) -> OpenItem:
    told = {"kind": ItemKind.INVOICE, "due": DAY, "amount": Decimal(amount), **changes}
    return OpenItem(account, number, **told)


def snapshot(*items: OpenItem, accounts: tuple[Account, ...] | None = None, **changes: Any) -> Snapshot:
    whose = accounts if accounts is not None else tuple(account(n) for n in sorted({i.account for i in items}))
    told = {"digest": "d1", "taken_at": NOW, "as_of": DAY, **changes}
    return Snapshot(accounts=whose, items=items, **told)


def row(id: str = "r1", **changes: Any) -> OutboxRow:
    told = {"key": f"reminder:C001:{DAY}", "kind": RowKind.REMINDER, "account": "C001", "day": DAY}
    letter = {"recipient": "compta@c001.example", "message_id": f"<{id}@seller.example>", "raw": b"Subject: x\r\n\r\nx"}
    return OutboxRow(**{"id": id, **told, **letter, **changes})


def draft(id: str = "d1", **changes: Any) -> DraftAnswer:
    told = {"account": "C001", "mail": "m1", "version": 1, "recipient": "compta@c001.example", "subject": "Re: F1"}
    return DraftAnswer(**{"id": id, **told, "text": "Bonjour,", "language": "fr", "templates": ("ask",), **changes})


def mail(id: str = "m1", raw: bytes = b"Message-ID: <a@client.example>\r\n\r\nBonjour", **changes: Any) -> InboundMail:
    told = {"mailbox": "ar", "folder": "inbox", "received_at": NOW, **changes}
    return InboundMail(id, raw=raw, **told)


def at_once(*attempts: Callable[[], object]) -> list[object]:
    """Run the attempts in threads that start together; what each returned, or the exception it raised."""
    outcomes: list[object] = [None] * len(attempts)
    start = Barrier(len(attempts))

    def run(place: int, attempt: Callable[[], object]) -> None:
        start.wait()
        try:
            outcomes[place] = attempt()
        except Exception as error:
            outcomes[place] = error

    threads = [Thread(target=run, args=pair) for pair in enumerate(attempts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return outcomes


def forked(child: Callable[[], None]) -> int:
    """Run `child` in a forked process; its exit status as `os.waitstatus_to_exitcode` gives it (-9: killed)."""
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            child()
            status = 0
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def die() -> None:
    """The end no handler sees."""
    os.kill(os.getpid(), signal.SIGKILL)

"""The shipped house rules, wired as always, around a benchmark's own database and mailbox."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from benchmarks.book import NOW
from bot import wiring
from bot.core.policy import Mode, Policy
from bot.mailboxes.memory import MemoryInbox, MemorySender
from bot.ports import Books, Inbox, Sender, Store
from bot.settings import Settings, load
from bot.settings.policy import policy_of
from bot.steps.world import Mailbox, Tick, World

ADDRESS = "accounts@relance.example"
POLICY_HASH = "shipped"
_PASSWORDS = {"RELANCE_IMAP_PASSWORD": "unused", "RELANCE_SMTP_PASSWORD": "unused"}


def settings() -> Settings:
    """The settings as they are shipped."""
    return load(Path(__file__).parent.parent / "config.yaml")


def policy() -> Policy:
    """The shipped policy."""
    return policy_of(settings().policy)


@dataclass(frozen=True)
class WatchedStore:
    """A store that tells after each transaction."""

    store: Store
    after: Callable[[], None]

    @contextmanager
    def transaction(self) -> Iterator[Books]:
        """As the store's own."""
        with self.store.transaction() as books:
            yield books
        self.after()


def mailbox(inbox: Inbox | None = None, sender: Sender | None = None) -> Mailbox:
    """The shared mailbox; in memory unless given. Its sending rate is no limit here."""
    way_in, way_out = inbox or MemoryInbox(lambda: NOW), sender or MemorySender()
    return Mailbox("main", ADDRESS, way_in, way_out, 10_000_000, files_sent_copies=True, drafts_folder=False)


def world(folder: Path, database: str, mode: Mode, box: Mailbox | None = None) -> World:
    """The world by the shipped rules; its state lies in `folder`, its database where the URL says."""
    own = settings().model_copy(update={"data_dir": folder, "database": database, "mode": mode})
    built = wiring.build(own, _PASSWORDS)
    return replace(built, mailboxes={"main": box or mailbox()}, policy_hash=POLICY_HASH)


def tick(at: datetime = NOW) -> Tick:
    """The benchmark's moment, on the seller's clock."""
    return Tick(at, settings().company.zone)


def pretend_read(store: Store) -> None:
    """As after a pass that read the mailbox to its end: else the gate lets nothing leave (law)."""
    with store.transaction() as books:
        books.keep_cursor("main", "read", NOW)

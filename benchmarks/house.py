"""The shipped house rules around a benchmark's store: everything real but the mailbox, which lies in memory."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from benchmarks.book import NOW
from bot import wiring
from bot.core.labels import Opinion, Reply
from bot.core.policy import Mode, Policy
from bot.core.receivables import Snapshot
from bot.core.receivables_check import Thresholds
from bot.mailboxes.memory import MemoryInbox, MemorySender
from bot.ports import Books, Classifier, Inbox, Sender, Store
from bot.settings import Settings, load
from bot.settings.policy import policy_of
from bot.steps.world import Mailbox, Tick, World

ADDRESS = "accounts@relance.example"
POLICY_HASH = "shipped"


def settings() -> Settings:
    """The settings as they are shipped."""
    return load(Path(__file__).parent.parent / "config.yaml")


def policy() -> Policy:
    """The shipped policy."""
    return policy_of(settings().policy)


class NoLedger:
    """The port `Ledger` where nothing is imported."""

    def read(self) -> Snapshot:
        """Never called by the steps that are measured."""
        raise NotImplementedError


class NoFiles:
    """The port `Files` for a ledger that names no PDF."""

    def pdf(self, name: str) -> bytes | None:
        """There is none."""
        return None


class NoClassifier:
    """The port `Classifier` where nothing is read."""

    version = "none"

    def language(self, text: str, hint: str = "") -> str:
        """Whatever is hinted."""
        return hint

    def opinion(self, reply: Reply, language: str) -> Opinion:
        """None at all."""
        return Opinion((), {})


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
    """The shared mailbox; in memory unless given."""
    quiet = MemoryInbox(lambda: NOW)
    return Mailbox("main", ADDRESS, inbox or quiet, sender or MemorySender(), 10_000_000, files_sent_copies=True)


def world(store: Store, mode: Mode, box: Mailbox | None = None, reader: Classifier | None = None) -> World:
    """The world by the shipped rules."""
    told = settings()
    letters = wiring.letters(told)
    return World(
        store=store,
        ledger=NoLedger(),
        files=NoFiles(),
        mailboxes={"main": box or mailbox()},
        classifier=reader or NoClassifier(),
        letters=letters,
        languages=frozenset(letters.languages),
        labels=wiring.labels() if reader else {},
        calendars=wiring.calendars(),
        policy=policy_of(told.policy),
        policy_hash=POLICY_HASH,
        thresholds=Thresholds(),
        mode=mode,
        company=wiring.company(told),
        country=told.company.country,
        zone=told.company.zone,
        key=b"k" * 32,
    )


def tick(at: datetime = NOW) -> Tick:
    """The benchmark's moment, on the seller's clock."""
    return Tick(at, settings().company.zone)


def read_to_end(world: World) -> World:
    """The same world after a pass that read every mailbox to its end, as the gate wants it."""
    with world.store.transaction() as books:
        for name in world.mailboxes:
            books.keep_cursor(name, "read", NOW)
    return replace(world)

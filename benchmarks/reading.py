"""Reading: thousands of replies from Dovecot through `collect` and `understand`, against only fetching their bytes."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from imapclient import IMAPClient

from benchmarks.book import NOW, snapshot
from benchmarks.figures import Figure
from benchmarks.house import mailbox, tick, world
from benchmarks.processes import alone, most_resident, resident
from benchmarks.replies import give_to_owner, write_maildir
from bot.core.policy import Mode
from bot.core.secret import Secret
from bot.mailboxes.imap import ImapInbox, ImapSettings
from bot.steps.collect import collect
from bot.steps.understand import understand
from bot.steps.world import Event, Tick, World

MESSAGES = 10_000
ACCOUNTS = 2_000
_BATCH = 500
_PASSWORD = "pw"

Step = Callable[[World, Tick], Iterator[Event]]


@dataclass(frozen=True)
class Read:
    """Seconds in each step and what became of the mails; memory in MiB."""

    collected: float
    understood: float
    counts: dict[str, int]
    before: float
    peak: float


def reading(messages: int = MESSAGES) -> Iterator[Figure]:
    """Messages per second in all and per step, with the ratio of their times to the bare fetch."""
    from tests.real.dovecot import dovecot

    with TemporaryDirectory() as folder, dovecot(Path(folder)) as server:
        user = server.new_user()
        octets = write_maildir(server.mail / user / "Maildir", messages, ACCOUNTS)
        give_to_owner(server.mail / user, like=server.mail)
        print(f"  {messages:,} messages, {octets / 1e6:.0f} MB", flush=True)
        _fetch(server.host, server.imap_port, user)  # Dovecot makes its index once
        fetched = _fetch(server.host, server.imap_port, user)
        read = alone(_read, server.host, server.imap_port, user)
    print(f"  {read.counts}", flush=True)
    yield from _figures(messages, fetched, read)


def _figures(messages: int, fetched: float, read: Read) -> Iterator[Figure]:
    bare = f"{messages / fetched:,.0f}/s imapclient fetch"
    steps = {"collect + understand": read.collected + read.understood, "collect": read.collected}
    steps["understand"] = read.understood
    for name, spent in steps.items():
        yield Figure(f"reading, {name}", f"{messages / spent:,.0f} messages/s", bare, spent / fetched)
    yield Figure(
        "  its memory: peak, before", f"{read.peak:.0f} MiB", f"{read.before:.0f} MiB", read.peak / read.before
    )


def _fetch(host: str, port: int, user: str) -> float:
    """Seconds for the inbox in batches of 500, as a program would that only copies."""
    start = time.perf_counter()
    with IMAPClient(host, port, ssl=False) as client:
        client.login(user, _PASSWORD)
        client.select_folder("INBOX", readonly=True)
        uids = client.search("ALL")
        for first in range(0, len(uids), _BATCH):
            client.fetch(uids[first : first + _BATCH], ["BODY.PEEK[]"])
    return time.perf_counter() - start


def _read(host: str, port: int, user: str) -> Read:
    inbox = ImapInbox(ImapSettings(host, port, "plain", user, Secret(_PASSWORD)))
    with TemporaryDirectory() as folder:
        here = world(Path(folder), f"sqlite:///{folder}/reading.sqlite", Mode.SHADOW, mailbox(inbox))
        with here.store.transaction() as books:
            books.keep_snapshot(snapshot(ACCOUNTS))
        here.classifier.language("Bonjour, nous avons payé la facture.", "fr")
        before = resident()
        collected, kept = _timed(collect, here)
        understood, told = _timed(understand, here)
        inbox.close()
    return Read(collected, understood, dict(kept + told), before, most_resident())


def _timed(step: Step, here: World) -> tuple[float, Counter[str]]:
    """Seconds and events; a line of progress per 2,000 mails."""
    start, counts = time.perf_counter(), Counter[str]()
    for n, event in enumerate(step(here, tick(NOW)), 1):
        counts[event.what] += 1
        if n % 2_000 == 0:
            print(f"  {step.__name__}: {n:,} in {time.perf_counter() - start:.1f} s", flush=True)
    return time.perf_counter() - start, counts

"""The two things that are compared, each in a process of its own: the dunning run, and only reading what it reads."""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

from sqlalchemy import Connection, select

from benchmarks.book import NOW, TODAY
from benchmarks.house import POLICY_HASH, WatchedStore, tick, world
from benchmarks.processes import most_resident, resident
from bot.core.policy import Mode
from bot.store.engine import open_engine, parsed
from bot.store.history_books import standing_of
from bot.store.ledger_rows import item_of
from bot.store.store import open_store
from bot.store.tables import ITEM, STANDING, names_of
from bot.steps.run_dunning import run_dunning

_AT_ONCE = 5_000
_WARM = 3
"""Batches after which memory should have found its level."""


@dataclass(frozen=True)
class Pass:
    """How long it took and what it did; memory in MiB."""

    seconds: float
    counts: dict[str, int]
    warm: float = 0.0
    peak: float = 0.0


def only_read(url: str) -> Pass:
    """The baseline: the due accounts' items and cached cases as core rows, decoded into the same dataclasses."""
    engine = open_engine(parsed(url))
    with engine.connect() as db:
        start = time.perf_counter()
        counts = Counter(type(one).__name__ for one in _decoded(db))
        spent = time.perf_counter() - start
    engine.dispose()
    return Pass(spent, dict(counts))


def _decoded(db: Connection) -> Iterator[object]:
    due = STANDING.c.next_action <= TODAY
    columns = [ITEM.c[name] for name in names_of(ITEM, without=["position", "number_key"])]
    items = select(*columns).join(STANDING, STANDING.c.account == ITEM.c.account).where(due)
    cases = select(STANDING.c.account, STANDING.c.seq, STANDING.c.body, STANDING.c.next_action).where(due)
    for rows in db.execution_options(yield_per=_AT_ONCE).execute(items).partitions():
        yield from [item_of(row) for row in rows]
    for rows in db.execution_options(yield_per=_AT_ONCE).execute(cases).partitions():
        yield from [standing_of(row) for row in rows]


def plan_all(url: str, mode: Mode, mailbox_read: bool) -> Pass:
    """One dunning run over everything that is due, with the shipped rules."""
    held: list[float] = []
    with closing(open_store(url)) as store:
        if mailbox_read:
            with store.transaction() as books:
                books.keep_cursor("main", "read", NOW)
        here = world(WatchedStore(store, lambda: held.append(resident())), mode)
        moment = tick()
        start = time.perf_counter()
        counts = Counter(event.what for event in run_dunning(here, moment))
        spent = time.perf_counter() - start
    assert here.policy_hash == POLICY_HASH
    warm = held[min(_WARM, len(held) - 1)]
    return Pass(spent, dict(counts), warm, max(most_resident(), *held))

"""The two things that are compared, each in a process of its own: the dunning run, and only reading what it reads."""

import gc
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, select

from benchmarks.book import TODAY
from benchmarks.house import WatchedStore, tick, world
from benchmarks.processes import resident
from bot.core.policy import Mode
from bot.ports import Books, Store
from bot.steps.run_dunning import run_dunning
from bot.steps.world import Tick, World
from bot.store.engine import open_engine, parsed
from bot.store.history_books import standing_of
from bot.store.ledger_rows import item_of
from bot.store.tables import ITEM, STANDING, names_of

_AT_ONCE = 5_000
_WARM = 3
"""Batches after which memory should have found its level."""


@dataclass(frozen=True)
class Pass:
    """How long it took on the wall and on the processor, and what it did; memory in MiB."""

    seconds: float
    busy: float
    counts: dict[str, int]
    warm: float = 0.0
    peak: float = 0.0


def only_read(url: str) -> Pass:
    """The baseline: the due accounts' items and cached cases as core rows, decoded into the same dataclasses."""
    engine = open_engine(parsed(url))
    with engine.connect() as db:
        for _ in _decoded(db):
            pass  # as warm as the run that it is compared with
        gc.freeze()  # as the run does for itself: else the collector's moods make the baseline look slow
        start, busy = time.perf_counter(), time.process_time()
        counts = Counter(type(one).__name__ for one in _decoded(db))
        spent, busy = time.perf_counter() - start, time.process_time() - busy
    engine.dispose()
    return Pass(spent, busy, dict(counts))


def _decoded(db: Connection) -> Iterator[object]:
    due = STANDING.c.next_action <= TODAY
    columns = [ITEM.c[name] for name in names_of(ITEM, without=["position", "number_key"])]
    items = select(*columns).join(STANDING, STANDING.c.account == ITEM.c.account).where(due)
    cases = select(STANDING.c.account, STANDING.c.seq, STANDING.c.body, STANDING.c.next_action).where(due)
    for rows in db.execution_options(yield_per=_AT_ONCE).execute(items).partitions():
        yield from [item_of(row) for row in rows]
    for rows in db.execution_options(yield_per=_AT_ONCE).execute(cases).partitions():
        yield from [standing_of(row) for row in rows]


class _Rehearsed(Exception):
    """The first batch was planned, and is rolled back."""


@dataclass(frozen=True)
class _Rehearsal:
    store: Store

    @contextmanager
    def transaction(self) -> Iterator[Books]:
        with self.store.transaction() as books:
            yield books
            raise _Rehearsed


def _warm_up(here: World, moment: Tick) -> None:
    """A process loads holidays and compiles its statements once, not once per run. Nothing stays written."""
    with suppress(_Rehearsed):
        list(run_dunning(replace(here, store=_Rehearsal(here.store)), moment))


def plan_all(url: str, mode: Mode) -> Pass:
    """One dunning run over everything that is due. The mailbox was not read, so the gate refuses every letter."""
    held: list[float] = []
    with TemporaryDirectory() as folder:
        here = world(Path(folder), url, mode)
        here = replace(here, store=WatchedStore(here.store, lambda: held.append(resident())))
        moment = tick()
        _warm_up(here, moment)
        start, busy = time.perf_counter(), time.process_time()
        counts = Counter(event.what for event in run_dunning(here, moment))
        spent, busy = time.perf_counter() - start, time.process_time() - busy
    return Pass(spent, busy, dict(counts), held[min(_WARM, len(held) - 1)], max(held))

"""Makes the database that planning is measured on: ledger, histories and cached cases of many accounts."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import timedelta
from itertools import islice
from typing import Any
from zlib import crc32

from sqlalchemy import update

from benchmarks.book import TODAY, histories, snapshot
from benchmarks.house import POLICY_HASH, policy
from bot.core.case import fold
from bot.core.history import Recorded
from bot.store.bulk import load_rows
from bot.store.codec import case_to_json, fact_to_json
from bot.store.engine import open_engine, parsed
from bot.store.store import open_store
from bot.store.tables import FACT, STANDING, names_of

_AT_ONCE = 5_000
_LATER = TODAY + timedelta(days=30)

History = tuple[str, Sequence[Recorded]]


def fill(url: str, accounts: int) -> None:
    """The empty database becomes that of a company with so many accounts, 2 % of which are due today."""
    print(f"  making {accounts:,} accounts …", flush=True)
    with closing(open_store(url)) as store, store.transaction() as books:
        books.keep_snapshot(snapshot(accounts))
    engine = open_engine(parsed(url))
    with engine.begin() as db:
        db.execute(STANDING.delete())
        told = histories(accounts, policy())
        while some := list(islice(told, _AT_ONCE)):
            load_rows(db, FACT, names_of(FACT), _fact_rows(some))
            load_rows(db, STANDING, names_of(STANDING), _standing_rows(some))
        db.exec_driver_sql("ANALYZE")
    engine.dispose()


def make_all_due(url: str) -> None:
    """As after a change of the policy: every account is looked at."""
    engine = open_engine(parsed(url))
    with engine.begin() as db:
        db.execute(update(STANDING).values(next_action=TODAY))
    engine.dispose()


def _fact_rows(histories: Sequence[History]) -> Iterator[tuple[Any, ...]]:
    for account, history in histories:
        for told in history:
            yield (account, told.seq, told.at, told.day, *fact_to_json(told.fact))


def _standing_rows(histories: Sequence[History]) -> Iterator[tuple[Any, ...]]:
    for account, history in histories:
        due = crc32(account.encode()) % 50 == 0
        yield (account, len(history), case_to_json(fold(history)), TODAY if due else _LATER, POLICY_HASH)

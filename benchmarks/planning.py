"""Planning: a dunning run over many accounts, against only reading and decoding what it must look at."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import make_url

from benchmarks.figures import Figure, ratio_of, seconds
from benchmarks.planning_data import fill, make_all_due
from benchmarks.planning_passes import Pass, only_read, plan_all
from benchmarks.processes import alone
from bot.core.policy import Mode

ACCOUNTS = 100_000
LIMIT = 3.0

Copy = Callable[[], str]
"""Makes a fresh copy of the filled database and returns its URL."""


@dataclass(frozen=True)
class Situation:
    """What is measured. In live mode the mailbox could not be read, so everything is planned and no letter written."""

    name: str
    mode: Mode
    all_due: bool


SITUATIONS = (
    Situation("all due, shadow", Mode.SHADOW, True),
    Situation("all due, live", Mode.LIVE, True),
    Situation("2 % due, shadow", Mode.SHADOW, False),
    Situation("2 % due, live", Mode.LIVE, False),
)


def planning(accounts: int = ACCOUNTS, postgres: bool = False, rounds: int = 3) -> Iterator[Figure]:
    """A figure per situation, and how much memory grew during the longest run."""
    with _postgresql(accounts) if postgres else _sqlite(accounts) as copy:
        where = "PostgreSQL" if postgres else "SQLite"
        for situation in SITUATIONS:
            passes = [_one_round(copy, situation) for _ in range(rounds)]
            yield from _figures(f"planning, {where}, {situation.name}", passes)


def _one_round(copy: Copy, situation: Situation) -> tuple[Pass, Pass]:
    url = copy()
    if situation.all_due:
        alone(make_all_due, url)
    read = alone(only_read, url)
    run = alone(plan_all, url, situation.mode)
    times = f"{run.seconds:.2f} s ({run.busy:.2f} s busy) against {read.seconds:.2f} s ({read.busy:.2f} s busy)"
    print(f"  {situation.name}: {times}; {run.counts} {read.counts}", flush=True)
    return run, read


def _figures(what: str, passes: list[tuple[Pass, Pass]]) -> Iterator[Figure]:
    runs, reads = [run.seconds for run, _ in passes], [read.seconds for _, read in passes]
    looked_at = passes[0][1].counts["Standing"]
    yield Figure(
        f"{what} ({looked_at:,} accounts)",
        seconds(runs),
        f"{seconds(reads)} read + decode",
        ratio_of(runs, reads),
        LIMIT,
    )
    run = max((run for run, _ in passes), key=lambda run: run.peak - run.warm)
    yield Figure(
        "  its memory: peak, after 3 batches", f"{run.peak:.0f} MiB", f"{run.warm:.0f} MiB", run.peak / run.warm
    )


@contextmanager
def _sqlite(accounts: int) -> Iterator[Copy]:
    with tempfile.TemporaryDirectory() as folder:
        original, copied = Path(folder, "original.sqlite"), Path(folder, "copy.sqlite")
        alone(fill, f"sqlite:///{original}", accounts)

        def copy() -> str:
            for left in Path(folder).glob("copy.sqlite*"):
                left.unlink()
            shutil.copy(original, copied)
            return f"sqlite:///{copied}"

        yield copy


@contextmanager
def _postgresql(accounts: int) -> Iterator[Copy]:
    from tests.real.postgres import running

    server = running()
    original = server.new_database()
    alone(fill, original, accounts)

    def copy() -> str:
        server.run('DROP DATABASE IF EXISTS "benchmark_copy"')
        server.run(f'CREATE DATABASE "benchmark_copy" TEMPLATE "{make_url(original).database}"')
        return server.url("benchmark_copy")

    yield copy

"""A ledger kept as CSV files that the accounting program exports each working day."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, tzinfo
from hashlib import sha256
from pathlib import Path

from bot.core.receivables import Account, Movement, OpenItem, Snapshot
from bot.ledgers.csv_columns import CONTACTS, CUSTOMERS, ITEMS, KINDS, MOVEMENTS, Kind, folded
from bot.ledgers.csv_customers import accounts_of
from bot.ledgers.csv_dates import day_of, day_order
from bot.ledgers.csv_faults import FaultList
from bot.ledgers.csv_items import items_of
from bot.ledgers.csv_movements import movements_of
from bot.ledgers.csv_settings import SETTINGS, CsvSettings, unknown_fields
from bot.ledgers.csv_table import Table, table_of
from bot.ledgers.stable_read import Content, read_all
from bot.ports import Fault, LedgerFaults

Tables = Mapping[Kind, Table | None]


@dataclass(frozen=True)
class Examined:
    """What a look at the files gave. `snapshot` is None when there are faults.

    `warnings` do not stop anything: customers nobody can write to, columns that are not read.
    """

    snapshot: Snapshot | None
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()


class CsvLedger:
    """Who owes what, from a customers file and an items file, with contacts and movements if there are such files."""

    def __init__(self, settings: CsvSettings) -> None:
        self._settings = settings
        self.warnings: tuple[Fault, ...] = ()

    def read(self) -> Snapshot:
        """The present snapshot; `warnings` then tells what to mend at leisure.

        Raises LedgerFaults with every fault, or Unreachable when a file cannot be opened or is being written.
        """
        examined = self.examine()
        self.warnings = examined.warnings
        if examined.snapshot is None:
            raise LedgerFaults(examined.faults)
        return examined.snapshot

    def examine(self) -> Examined:
        """Everything that is to be said about the files, good or bad. Raises Unreachable."""
        found = FaultList()
        unknown_fields(self._settings, found)
        contents = read_all([path for _, path in self._settings.files()], found)
        with _no_cycles():
            return _examined(self._settings, contents, found)


@contextmanager
def _no_cycles() -> Iterator[None]:
    """The search for cycles rests: it takes half of the time of a big ledger, whose rows hold none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _examined(settings: CsvSettings, contents: Mapping[Path, Content], found: FaultList) -> Examined:
    warnings = FaultList()
    tables = {
        kind: table_of(path.name, kind, contents[path].data, settings, found) if path in contents else None
        for kind, path in settings.files()
    }
    _unused_map(settings, tables, found)
    accounts, items, movements = _read(tables, settings, found, warnings)
    as_of = settings.as_of or _as_of(tables.get(ITEMS), contents.get(settings.items), settings.zone, found)
    for table in filter(None, tables.values()):
        for header in table.ignored:
            warnings.add(table.file, 0, header, "the column is not read", "name it in ledger.columns if it should be")
    if found.all() or as_of is None:
        return Examined(None, found.all(), warnings.all())
    taken_at = max(contents[path].changed_at for _, path in settings.files())
    snapshot = Snapshot(_digest(settings, contents), taken_at, as_of, accounts, items, movements)
    return Examined(snapshot, (), warnings.all())


def _read(
    tables: Tables, settings: CsvSettings, found: FaultList, warnings: FaultList
) -> tuple[tuple[Account, ...], tuple[OpenItem, ...], tuple[Movement, ...]]:
    customers, contacts, items, moves = (tables.get(kind) for kind in (CUSTOMERS, CONTACTS, ITEMS, MOVEMENTS))
    accounts = accounts_of(customers, contacts, settings, found, warnings) if customers else ()
    # Without a readable customers file every row would be about an unknown customer: one fault is enough.
    numbers = {account.number for account in accounts} if customers else _numbers(items, moves)
    return (
        accounts,
        items_of(items, numbers, settings, found, warnings) if items else (),
        movements_of(moves, numbers, settings, found, warnings) if moves else (),
    )


def _numbers(*tables: Table | None) -> set[str]:
    return {number for table in tables if table for number in table.column("account")}


def _as_of(items: Table | None, content: Content | None, zone: tzinfo, found: FaultList) -> date | None:
    """The day the ledger speaks of: what its column says, else when the items file was last changed."""
    if items and any(items.column("as_of")):
        cells = items.column("as_of")
        order = day_order(set(cells))
        days = {day for day in items.read("as_of", lambda cell: _day(cell, order), None, found) if day}
        if len(days) > 1:
            what = f"the file speaks of several days: {', '.join(day.isoformat() for day in sorted(days)[:5])}"
            found.add(items.file, 0, items.header("as_of"), what, "all rows of one export carry one day")
        return next(iter(days), None)
    return content.changed_at.astimezone(zone).date() if content else None


def _day(cell: str, order: str) -> date | None:
    return day_of(cell, order)


def _unused_map(settings: CsvSettings, tables: Tables, found: FaultList) -> None:
    """Headers that the settings name and no file has."""
    for key, header in settings.columns.items():
        prefix, _, rest = key.rpartition(".")
        names = [kind for kind in KINDS if rest in kind.known and prefix in ("", kind.name)]
        read = [table for kind in names if (table := tables.get(kind))]
        if header and read and not any(folded(table.header(rest)) == folded(header) for table in read):
            files = " and ".join(table.file for table in read)
            found.add(SETTINGS, 0, "", f"{key} should be “{header}”, but {files} has no such column", _headers(read))


def _headers(tables: Sequence[Table]) -> str:
    return "found: " + ", ".join(dict.fromkeys(h for t in tables for h in (*t.headers.values(), *t.ignored)))


def _digest(settings: CsvSettings, contents: Mapping[Path, Content]) -> str:
    """The sha256 of the files one after the other: `cat customers contacts items movements | sha256sum`."""
    total = sha256()
    for _, path in settings.files():
        total.update(contents[path].data)
    return total.hexdigest()

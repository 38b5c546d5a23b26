"""Writes small ledgers as files, so that a test shows only the rows it is about."""

from pathlib import Path
from typing import Any

from bot.ledgers.csv_file import CsvLedger, CsvSettings
from bot.ports import LedgerFaults

CUSTOMERS = "account;name;email\nC1;Client Exemple;compta@client.example\n"
ITEMS = "account;number;due;amount\nC1;F1;2026-03-03;100.00\n"


def ledger(
    folder: Path,
    customers: str | bytes = CUSTOMERS,
    items: str | bytes = ITEMS,
    movements: str | bytes = "",
    contacts: str | bytes = "",
    **settings: Any,
) -> CsvLedger:
    """A ledger of files in the folder; optional files exist only if they hold something."""
    paths: dict[str, Path] = {}
    for name, content in {
        "customers": customers,
        "items": items,
        "movements": movements,
        "contacts": contacts,
    }.items():
        if content or name in ("customers", "items"):
            paths[name] = folder / f"{name}.csv"
            paths[name].write_bytes(content if isinstance(content, bytes) else content.encode())
    return CsvLedger(CsvSettings(**{**paths, **settings}))


def faults(ledger: CsvLedger) -> list[str]:
    """Every fault as a sentence; none when the ledger can be read."""
    try:
        ledger.read()
    except LedgerFaults as found:
        return [str(fault) for fault in found.faults]
    return []

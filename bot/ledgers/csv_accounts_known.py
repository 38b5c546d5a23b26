"""Finds rows about customers that the customers file does not hold, and what their number may have meant."""

from collections.abc import Collection
from difflib import get_close_matches

from bot.ledgers.csv_columns import folded
from bot.ledgers.csv_faults import FaultList
from bot.ledgers.csv_table import Table

COMPARED = 5_000
"""Looking for the nearest among more numbers than this takes too long to be worth it."""


def unknown_account(table: Table, accounts: Collection[str], found: FaultList) -> None:
    """One fault per row whose customer number is missing or unknown."""
    numbers = table.required("account", "the customer number", found)
    unknown = set(numbers) - set(accounts) - {""}
    if not unknown:
        return
    alike = {_bare(number): number for number in accounts}
    hints = {number: _hint(number, alike, accounts) for number in sorted(unknown)[:COMPARED]}
    for row, number in zip(table.rows, numbers, strict=True):
        if number in unknown:
            what = f"no customer has the number {number}"
            found.add(table.file, row, table.header("account"), what, hints.get(number, ""))


def _hint(number: str, alike: dict[str, str], accounts: Collection[str]) -> str:
    same = alike.get(_bare(number))
    near = [same] if same else get_close_matches(number, accounts, 1, 0.8) if len(accounts) <= COMPARED else []
    return f"did you mean {near[0]}?" if near else "is it missing from the customers file?"


def _bare(number: str) -> str:
    """Without what a spreadsheet loses or a person adds: case, signs, leading zeros."""
    return folded(number).replace(" ", "").lstrip("0")

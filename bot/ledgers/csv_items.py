"""Rows of the items file become open items: what is owed, since when, and what reduces it."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial

from bot.core.receivables import ItemKind, OpenItem
from bot.ledgers.csv_accounts_known import unknown_account
from bot.ledgers.csv_amounts import amount_of, decimal_mark
from bot.ledgers.csv_dates import day_of, day_order
from bot.ledgers.csv_faults import CellFault, FaultList
from bot.ledgers.csv_settings import CsvSettings
from bot.ledgers.csv_table import Table
from bot.ledgers.csv_words import ITEM_KINDS, TRUE_FALSE, currency_of, word_of

ZERO = Decimal(0)


@dataclass(frozen=True)
class Figures:
    """The columns that may be faulty, read: None where the cell is empty or faulty."""

    issued: Sequence[date | None]
    due: Sequence[date | None]
    currency: Sequence[str]
    amount: Sequence[Decimal | None]
    original: Sequence[Decimal | None]
    kind: Sequence[ItemKind | None]
    performed: Sequence[bool]


def items_of(
    table: Table, accounts: Collection[str], settings: CsvSettings, found: FaultList, warnings: FaultList
) -> tuple[OpenItem, ...]:
    """The open items in the file's order; rows whose open amount is zero are not open. Linear in the rows."""
    numbers = table.required("number", "the number", found)
    unknown_account(table, accounts, found)
    _twice(table, numbers, found)
    figures = _figures(table, settings, found)
    return tuple(_items(table, figures, found, warnings))


def _twice(table: Table, numbers: Sequence[str], found: FaultList) -> None:
    counts = Counter(numbers)
    if len(counts) == len(numbers):
        return
    first: dict[str, int] = {}
    for row, number in zip(table.rows, numbers, strict=True):
        if number and counts[number] > 1 and first.setdefault(number, row) != row:
            hint = "an invoice with several due dates needs a number for each, such as F12-1 and F12-2"
            found.add(table.file, row, table.header("number"), f"{number} stands in row {first[number]} too", hint)


def dates_of(table: Table, fields: Sequence[str], found: FaultList) -> list[list[date | None]]:
    """Date columns. Each decides by its own cells which of day and month comes first, else by the file's others."""
    orders = {field: day_order(set(table.column(field))) for field in fields}
    known = {order for order in orders.values() if order}
    common = next(iter(known)) if len(known) == 1 else ""
    return [table.read(field, partial(_day, orders[field] or common), None, found) for field in fields]


def _day(order: str, cell: str) -> date | None:
    return day_of(cell, order)


def amounts_of(table: Table, field: str, currencies: Sequence[str], found: FaultList) -> list[Decimal | None]:
    """An amount column, each cell in its row's currency."""
    cells = table.column(field)
    mark = decimal_mark(cells)
    amounts: list[Decimal | None] = []
    for row, cell, currency in zip(table.rows, cells, currencies, strict=True):
        try:
            amounts.append(amount_of(cell, mark, currency) if cell else None)
        except CellFault as fault:
            amounts.append(None)
            found.add(table.file, row, table.header(field), fault.what, fault.suggestion)
    return amounts


def _figures(table: Table, settings: CsvSettings, found: FaultList) -> Figures:
    issued, due = dates_of(table, ("issued", "due"), found)
    currency = table.read("currency", currency_of, settings.currency, found)
    table.required("amount", "the open amount", found)
    amount = amounts_of(table, "amount", currency, found)
    original = amounts_of(table, "original_amount", currency, found)
    kind = table.read("kind", _kind, None, found)
    performed = table.read("performed", partial(word_of, TRUE_FALSE, "yes or no"), True, found)
    return Figures(issued, due, currency, amount, original, kind, performed)


def _kind(cell: str) -> ItemKind | None:
    return word_of(ITEM_KINDS, "kind of item", cell)


def _items(table: Table, f: Figures, found: FaultList, warnings: FaultList) -> Iterator[OpenItem]:
    texts = ("account", "number", "payment_terms", "order_reference", "contract_reference", "project", "pdf", "due")
    columns = (table.column(name) for name in texts)
    figures = zip(f.issued, f.due, f.currency, f.amount, f.original, f.kind, f.performed, strict=True)
    for row, figure, words in zip(table.rows, figures, zip(*columns, strict=True), strict=True):
        issued, due, currency, amount, original, told, performed = figure
        account, number, terms, order, contract, project, pdf, due_cell = words
        if amount is None or not amount:
            continue
        kind = told or (ItemKind.INVOICE if amount > 0 else ItemKind.CREDIT_NOTE)
        if kind is ItemKind.INVOICE:
            _check_invoice(table, row, (issued, due, due_cell), (amount, original), found, warnings)
        day = due or issued
        if day:
            whole = None if original is None else abs(original)
            head = (account, number, kind, day, abs(amount), currency, issued, whole)
            yield OpenItem(*head, terms, order, contract, project, performed, pdf)
        elif kind is not ItemKind.INVOICE and not due_cell:
            found.add(table.file, row, table.header("due"), "neither a due date nor an issue date is given")


def _check_invoice(
    table: Table,
    row: int,
    dates: tuple[date | None, date | None, str],
    amounts: tuple[Decimal, Decimal | None],
    found: FaultList,
    warnings: FaultList,
) -> None:
    (issued, due, due_cell), (amount, original) = dates, amounts
    if not due_cell:
        found.add(table.file, row, table.header("due"), "the due date is missing", "only what is due can be reminded")
    if issued and due and due < issued:
        what = f"due on {due}, before it was issued on {issued}"
        found.add(table.file, row, table.header("due"), what, "are day and month, or two columns, exchanged?")
    if amount < 0 or (original is not None and original < 0):
        hint = "if it is a credit note, say so in the kind column"
        found.add(table.file, row, table.header("amount"), "an invoice cannot have a negative amount", hint)
    elif original is not None and amount > original:
        what = f"{amount} is open of {original}"
        warnings.add(table.file, row, table.header("amount"), what, "check the row: more is open than was invoiced")

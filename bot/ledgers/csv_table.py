"""One CSV file as columns of cells by field, with everything wrong about its shape reported."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from typing import TypeVar

from bot.ledgers.csv_columns import Kind, assigned, folded
from bot.ledgers.csv_faults import CellFault, FaultList
from bot.ledgers.csv_settings import CsvSettings
from bot.ledgers.csv_sniff import Layout, layout_of, text_of

T = TypeVar("T")
BATCH = 5_000
"""Rows that are turned into columns at a time."""


@dataclass(frozen=True)
class Table:
    """The rows of one file. `rows` are their numbers as a spreadsheet shows them; `ignored` are unused headers."""

    file: str
    rows: Sequence[int]
    headers: Mapping[str, str]
    cells: Mapping[str, Sequence[str]]
    ignored: tuple[str, ...] = ()

    def column(self, field: str) -> Sequence[str]:
        """The field's cells, empty ones when the file has no such column."""
        return self.cells.get(field) or ("",) * len(self.rows)

    def header(self, field: str) -> str:
        """What the file calls the field."""
        return self.headers.get(field, field)

    def read(self, field: str, parse: Callable[[str], T], empty: T, found: FaultList) -> list[T]:
        """The field's values: equal cells are parsed once, empty and faulty ones give `empty`."""
        values: dict[str, T] = {"": empty}
        broken: dict[str, CellFault] = {}
        cells = self.column(field)
        for cell in set(cells) - {""}:
            try:
                values[cell] = parse(cell)
            except CellFault as fault:
                values[cell], broken[cell] = empty, fault
        if broken:
            for row, cell in zip(self.rows, cells, strict=True):
                if cell in broken:
                    found.add(self.file, row, self.header(field), broken[cell].what, broken[cell].suggestion)
        return [values[cell] for cell in cells]

    def required(self, field: str, what: str, found: FaultList) -> Sequence[str]:
        """The field's cells; every empty one is a fault."""
        cells = self.column(field)
        for row, cell in zip(self.rows, cells, strict=True):
            if not cell:
                found.add(self.file, row, self.header(field), f"{what} is missing")
        return cells


def table_of(file: str, kind: Kind, data: bytes, settings: CsvSettings, found: FaultList) -> Table | None:
    """The file as a table, or None when its faults leave nothing to read."""
    try:
        text = text_of(data, settings.encoding)
        layout = layout_of(text, kind, settings.wanted(kind), settings.separator)
    except CellFault as fault:
        found.add(file, 0, "", fault.what, fault.suggestion)
        return None
    if not text.strip():
        found.add(file, 0, "", "the file is empty", "was the export finished?")
        return None
    if "\0" in text:
        row = text.count("\n", 0, text.index("\0")) + 1
        found.add(file, row, "", "the row holds a NUL byte", "the file is damaged: export it anew")
        return None
    records = _records(file, text, layout.separator, found)
    return _table(file, kind, records, layout, settings.wanted(kind), found)


def _records(file: str, text: str, separator: str, found: FaultList) -> Iterator[list[str]]:
    """The file's records; after a broken quotation mark rows cannot be told apart, so reading ends there."""
    number = 0
    try:
        for record in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            number += 1
            yield record
    except csv.Error:
        hint = 'a " inside a cell is written twice; the rows below were not read'
        found.add(file, number + 1, "", "a quotation mark opens or ends in the wrong place", hint)


def _table(
    file: str, kind: Kind, records: Iterator[list[str]], layout: Layout, wanted: Mapping[str, str], found: FaultList
) -> Table | None:
    headers = [" ".join(header.split()) for header in next(islice(records, layout.header, None), [])]
    if not headers:
        return None
    places = assigned(kind, headers, wanted)
    missing = [field for field in kind.required if field not in places]
    for field in missing:
        found.add(file, layout.header + 1, "", *_missing(kind, field, headers, wanted))
    numbers, cells = _columns(file, records, places, (layout.header, len(headers)), found)
    if missing:
        return None
    ignored = tuple(header for place, header in enumerate(headers) if header and place not in places.values())
    return Table(file, numbers, {field: headers[place] for field, place in places.items()}, cells, ignored)


def _columns(
    file: str, records: Iterator[list[str]], places: Mapping[str, int], shape: tuple[int, int], found: FaultList
) -> tuple[list[int], dict[str, list[str]]]:
    """Row numbers and cells by field, taken in batches: only the columns that are read stay in memory."""
    header, width = shape
    numbered = enumerate(records, header + 2)
    numbers: list[int] = []
    cells: dict[str, list[str]] = {field: [] for field in places}
    while batch := list(islice(numbered, BATCH)):
        even = [(number, row) for number, record in batch if (row := _even(file, number, record, width, found))]
        numbers += (number for number, _ in even)
        columns = list(zip(*(row for _, row in even), strict=True))
        for field, place in places.items() if even else ():
            cells[field] += _cleaned(columns[place])
    return numbers, cells


def _even(file: str, number: int, record: list[str], width: int, found: FaultList) -> list[str]:
    """The record with a cell for every header; nothing for an empty row, nor for one with too few or too many."""
    if len(record) > width and not any(record[width:]):
        record = record[:width]
    if not any(map(str.strip, record)):
        return []
    if len(record) == width:
        return record
    what = f"the row has {len(record)} cells, the headers are {width}"
    found.add(file, number, "", what, "is a separator inside a text? Put that text in quotation marks")
    return []


def _cleaned(cells: Sequence[str]) -> list[str]:
    """Without space around and line breaks inside; ="00123" is how Excel is made to keep zeros."""
    clean = [" ".join(cell.split()) for cell in cells]
    return [cell[2:-1] if cell.startswith('="') and cell.endswith('"') else cell for cell in clean]


def _missing(kind: Kind, field: str, headers: Sequence[str], wanted: Mapping[str, str]) -> tuple[str, str]:
    what = f"no column holds the {field.replace('_', ' ')}"
    if wanted.get(field):
        what += f" (the settings call it “{wanted[field]}”)"
    by_name = {folded(header): header for header in headers}
    near = get_close_matches(folded(wanted.get(field) or field.replace("_", " ")), by_name, 1, 0.6)
    for name in kind.known[field] if not near else ():
        near = near or get_close_matches(name, by_name, 1, 0.75)
    first = f"did you mean “{by_name[near[0]]}”? " if near else ""
    return what, f'{first}Write ledger.columns: {{{kind.name}.{field}: "your header"}}; found: {", ".join(headers)}'

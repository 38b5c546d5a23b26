"""One CSV file as columns of cells by field, with everything wrong about its shape reported."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeVar

from bot.ledgers.csv_columns import Kind, assigned, folded
from bot.ledgers.csv_faults import CellFault, FaultList
from bot.ledgers.csv_settings import CsvSettings
from bot.ledgers.csv_sniff import Layout, layout_of, text_of

T = TypeVar("T")
Records = list[list[str]]


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
    wanted = settings.wanted(kind)
    layout = layout_of(text, kind, wanted, settings.separator)
    records = _records(file, text, layout.separator, found)
    return _table(file, kind, records, layout, wanted, found)


def _records(file: str, text: str, separator: str, found: FaultList) -> Records:
    """The file's records; after a broken quotation mark rows cannot be told apart, so reading ends there."""
    records: Records = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        records.extend(reader)
    except csv.Error:
        hint = 'a " inside a cell is written twice; the rows below were not read'
        found.add(file, len(records) + 1, "", "a quotation mark opens or ends in the wrong place", hint)
    return records


def _table(
    file: str, kind: Kind, records: Records, layout: Layout, wanted: Mapping[str, str], found: FaultList
) -> Table | None:
    if len(records) <= layout.header:
        return None
    headers = [" ".join(header.split()) for header in records[layout.header]]
    places = assigned(kind, headers, wanted)
    for field in kind.required:
        if field not in places:
            found.add(file, layout.header + 1, "", *_missing(kind, field, headers, wanted))
    numbers, rows = _even(file, records, layout.header, len(headers), found)
    if any(field not in places for field in kind.required):
        return None
    columns = list(zip(*rows, strict=True)) or [()] * len(headers)
    cells = {field: _cleaned(columns[place]) for field, place in places.items()}
    ignored = tuple(header for place, header in enumerate(headers) if header and place not in places.values())
    return Table(file, numbers, {field: headers[place] for field, place in places.items()}, cells, ignored)


def _even(file: str, records: Records, header: int, width: int, found: FaultList) -> tuple[list[int], Records]:
    """Rows with a cell for every header, and their numbers. Empty rows and empty cells at the end do not count."""
    numbers: list[int] = []
    rows: Records = []
    for number, record in enumerate(records[header + 1 :], header + 2):
        if len(record) > width and not any(record[width:]):
            record = record[:width]
        if len(record) == width and any(map(str.strip, record)):
            numbers.append(number)
            rows.append(record)
        elif any(cell.strip() for cell in record):
            what = f"the row has {len(record)} cells, the headers are {width}"
            found.add(file, number, "", what, "is a separator inside a text? Put that text in quotation marks")
    return numbers, rows


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

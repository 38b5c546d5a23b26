"""What a CSV ledger must be told: where its files lie, and what to assume where they say nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, tzinfo
from difflib import get_close_matches
from pathlib import Path

from bot.ledgers.csv_columns import KINDS, Kind
from bot.ledgers.csv_faults import FaultList

SETTINGS = "settings, ledger.columns"


@dataclass(frozen=True)
class CsvSettings:
    """Files, overrides and defaults of a CSV ledger.

    `columns`: our field → the header in the file, for all files ("number") or one ("items.number"); an empty header
    switches a field off. `separator` and `encoding` empty: found by themselves. `as_of`: the day whose truth the files
    tell; None: the items file's own column, else the day it was last changed, in `zone`.
    """

    customers: Path
    items: Path
    movements: Path | None = None
    contacts: Path | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    separator: str = ""
    encoding: str = ""
    currency: str = "EUR"
    country: str = "FR"
    language: str = "fr"
    as_of: date | None = None
    zone: tzinfo = UTC

    def files(self) -> tuple[tuple[Kind, Path], ...]:
        """The files that were named, in the fixed order in which their bytes make the digest."""
        paths = (self.customers, self.contacts, self.items, self.movements)
        return tuple((kind, path) for kind, path in zip(KINDS, paths, strict=True) if path is not None)

    def wanted(self, kind: Kind) -> dict[str, str]:
        """The column map for one file; what names the file goes before what names all."""
        general = {name: header for name, header in self.columns.items() if name in kind.known}
        own = {n.partition(".")[2]: header for n, header in self.columns.items() if n.partition(".")[0] == kind.name}
        return general | {name: header for name, header in own.items() if name in kind.known}


def unknown_fields(settings: CsvSettings, found: FaultList) -> None:
    """Keys of the column map that name no field of ours."""
    names = {kind.name: kind for kind in KINDS}
    every = sorted({field for kind in KINDS for field in kind.known})
    for key in settings.columns:
        prefix, dot, rest = key.rpartition(".")
        fields = sorted(names[prefix].known) if dot and prefix in names else every
        if rest not in fields or (dot and prefix not in names):
            near = get_close_matches(rest, fields, 1)
            hint = f"did you mean {near[0]}?" if near else f"fields are {', '.join(fields)}"
            found.add(SETTINGS, 0, "", f"“{key}” is no field of the ledger", hint)

"""Collects every fault of a ledger with its file, row and column, so that a person mends them all in one go."""

from collections import defaultdict

from bot.ports import Fault

MOST_PER_COLUMN = 50
"""A wrongly mapped column is wrong in every row: after this many its faults are only counted."""

LAST = 1 << 62
"""Sorts behind every row."""


class CellFault(ValueError):
    """A cell that cannot be read as what its column holds: what is wrong, and what to write instead."""

    def __init__(self, what: str, suggestion: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.suggestion = suggestion


class FaultList:
    """Faults (or warnings) in the order of files and rows."""

    def __init__(self) -> None:
        self._kept: list[tuple[int, int, Fault]] = []
        self._files: dict[str, int] = {}
        self._counts: dict[tuple[str, str], int] = defaultdict(int)

    def add(self, file: str, row: int, column: str, what: str, suggestion: str = "") -> None:
        """Row 0 means the file as a whole; an empty column the whole row."""
        place = self._files.setdefault(file, len(self._files))
        self._counts[file, column] += 1
        if self._counts[file, column] <= MOST_PER_COLUMN:
            self._kept.append((place, row, Fault(_where(file, row, column), what, suggestion)))

    def all(self) -> tuple[Fault, ...]:
        """Every fault; where a column had too many of them to be read, their number at its file's end."""
        more = [
            (self._files[file], LAST, Fault(_where(file, 0, column), f"{count - MOST_PER_COLUMN} more faults"))
            for (file, column), count in self._counts.items()
            if count > MOST_PER_COLUMN
        ]
        return tuple(fault for _, _, fault in sorted([*self._kept, *more], key=lambda kept: kept[:2]))


def _where(file: str, row: int, column: str) -> str:
    return file + (f" row {row}" if row else "") + (f", column {column}" if column else "")

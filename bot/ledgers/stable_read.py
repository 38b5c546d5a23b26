"""Reads several files as they stood at one moment, or not at all."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path

from bot.ledgers.csv_faults import FaultList
from bot.ports import Unreachable


@dataclass(frozen=True)
class Content:
    """A file's bytes, and when it was last changed (aware UTC)."""

    data: bytes
    changed_at: datetime


def read_all(paths: Sequence[Path], found: FaultList) -> dict[Path, Content]:
    """Every file, each read once. A file that is not there is a fault.

    Raises Unreachable when a file cannot be opened, or when one of them changed before the last was read: its writer
    is at work, and the next tick will find it finished.
    """
    contents: dict[Path, Content] = {}
    stamps: dict[Path, tuple[int, int, int]] = {}
    for path in dict.fromkeys(paths):
        try:
            with path.open("rb") as file:
                before = os.fstat(file.fileno())
                data = file.read()
        except FileNotFoundError:
            found.add(path.name, 0, "", f"the file {path} does not exist", _near(path))
            continue
        except OSError as error:
            raise Unreachable(f"{path.name} cannot be read: {error.strerror or error}") from error
        if len(data) != before.st_size:
            raise Unreachable(f"{path.name} is being written; it will be read at the next pass")
        contents[path] = Content(data, datetime.fromtimestamp(before.st_mtime, UTC))
        stamps[path] = _stamp(before)
    _unchanged(stamps)
    return contents


def _stamp(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_size, status.st_mtime_ns, status.st_ino


def _unchanged(stamps: dict[Path, tuple[int, int, int]]) -> None:
    for path, stamp in stamps.items():
        try:
            same = _stamp(path.stat()) == stamp
        except OSError:
            same = False
        if not same:
            raise Unreachable(f"{path.name} is being written; it will be read at the next pass")


def _near(path: Path) -> str:
    try:
        names = [entry.name for entry in path.parent.iterdir()]
    except OSError:
        return f"the folder {path.parent} cannot be opened"
    near = get_close_matches(path.name, names, 1)
    return f"did you mean {near[0]}?" if near else "was the export run?"

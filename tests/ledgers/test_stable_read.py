"""A ledger is read whole or not at all, also while the export is still writing it."""

import os
from pathlib import Path

import pytest

from bot.ledgers.csv_faults import FaultList
from bot.ledgers.stable_read import read_all
from bot.ports import Unreachable


class Restless(type(Path())):  # type: ignore[misc]
    """A path whose file grows each time it is looked at: its writer is at work."""

    def stat(self, **options: bool) -> os.stat_result:
        with Path(str(self)).open("ab") as file:
            file.write(b"C1;F2\n")
        return super().stat(**options)


def test_a_file_that_changes_while_it_is_read_waits_for_the_next_pass(tmp_path: Path) -> None:
    path = tmp_path / "items.csv"
    path.write_bytes(b"account;number\n")
    with pytest.raises(Unreachable, match=r"items\.csv is being written"):
        read_all([Restless(path)], FaultList())


def test_a_file_that_may_not_be_opened_is_unreachable(tmp_path: Path) -> None:
    (tmp_path / "items.csv").mkdir()
    with pytest.raises(Unreachable, match=r"items\.csv cannot be read"):
        read_all([tmp_path / "items.csv"], FaultList())


def test_quiet_files_are_read_with_the_moment_of_their_last_change(tmp_path: Path) -> None:
    path = tmp_path / "items.csv"
    path.write_bytes(b"x")
    os.utime(path, (1_772_000_000, 1_772_000_000))
    content = read_all([path, path], FaultList())[path]
    assert content.data == b"x"
    assert content.changed_at.timestamp() == 1_772_000_000

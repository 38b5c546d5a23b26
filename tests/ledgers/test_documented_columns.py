"""What the page on ledgers promises is what the reader does."""

import re
from pathlib import Path

import pytest

from bot.ledgers.csv_columns import KINDS, Kind, assigned, folded
from tests.ledgers.files import ledger

PAGE = Path(__file__).parents[2] / "docs" / "ledger.md"


def _table(kind: Kind) -> list[list[str]]:
    section = PAGE.read_text(encoding="utf-8").split(f"\n## {kind.name}\n")[1].split("\n## ")[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in row] for row in rows]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_page_names_every_field_and_only_fields(kind: Kind) -> None:
    named = [field for row in _table(kind) for field in re.findall("`([a-z_0-9]+)`", row[0])]
    assert sorted(named) == sorted(kind.known)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_column_name_on_the_page_is_known(kind: Kind) -> None:
    for row in _table(kind):
        fields = re.findall("`([a-z_0-9]+)`", row[0])
        for header in ", ".join(row[1:3]).split(", "):
            assert any(folded(header) in kind.known[field] for field in fields), header


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("language", [1, 2], ids=["English", "French"])
def test_a_file_with_the_page_s_column_names_is_understood_whole(kind: Kind, language: int) -> None:
    """No name of the page is taken by another field when all stand together."""
    expected: dict[str, str] = {}
    for row in _table(kind):
        fields = re.findall("`([a-z_0-9]+)`", row[0])
        headers = row[language].split(", ")
        expected |= dict(zip(fields, headers, strict=False)) if len(fields) > 1 else {fields[0]: headers[0]}
    headers = list(expected.values())
    assert {field: headers[place] for field, place in assigned(kind, headers, {}).items()} == expected


def test_the_example_of_the_page_can_be_read(tmp_path: Path) -> None:
    customers, items, movements = re.findall("```csv\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    snapshot = ledger(tmp_path, customers, items, movements).read()
    assert [len(account.contacts) for account in snapshot.accounts] == [2, 1]
    assert [str(item.balance) for item in snapshot.items] == ["1000.50", "-50.00", "80.00"]
    assert [str(movement.amount) for movement in snapshot.movements] == ["199.50"]

"""A date column that proves nothing follows the other date columns of its file."""

from datetime import date
from pathlib import Path

from tests.ledgers.files import ledger


def test_a_column_without_proof_follows_the_columns_that_have_it(tmp_path: Path) -> None:
    items = "account;number;issued;due;amount\nC1;F1;02/03/2026;03/31/2026;5.00\nC1;F2;02/04/2026;04/01/2026;5.00\n"
    assert [(i.issued, i.due) for i in ledger(tmp_path, items=items).read().items] == [
        (date(2026, 2, 3), date(2026, 3, 31)),
        (date(2026, 2, 4), date(2026, 4, 1)),
    ]

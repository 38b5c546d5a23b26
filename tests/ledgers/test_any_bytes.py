"""Whatever lies in the files, the answer is a snapshot or a list of faults: nothing else comes out."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledgers.files import CUSTOMERS, ITEMS, faults, ledger

CELLS = st.text(alphabet=st.sampled_from("C1F2;,\t|\"'\r\n \0\ufeff=.-/09éº€@x"), max_size=12)
ROWS = st.lists(st.lists(CELLS, max_size=6).map(";".join), max_size=5).map("\n".join)


@settings(deadline=None)
@given(st.binary(max_size=300), st.binary(max_size=300))
def test_any_bytes_are_a_snapshot_or_faults(customers: bytes, items: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        faults(ledger(Path(folder), customers or b"\n", items or b"\n"))


@settings(deadline=None)
@given(ROWS, ROWS, st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_any_rows_below_good_headers_are_a_snapshot_or_faults(customers: str, items: str, encoding: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        texts = (CUSTOMERS + customers, ITEMS + items)
        faults(ledger(Path(folder), *(text.encode(encoding, "replace") for text in texts)))


@pytest.mark.parametrize("separator", [";;", '"', "a", "\n"])
def test_a_separator_that_cannot_be_one_is_a_fault(tmp_path: Path, separator: str) -> None:
    assert "cannot separate cells" in faults(ledger(tmp_path, separator=separator))[0]


@pytest.mark.parametrize("separator", ["tab", "\\t", "\t"])
def test_a_tab_can_be_named(tmp_path: Path, separator: str) -> None:
    texts = [text.replace(";", "\t") for text in (CUSTOMERS, ITEMS)]
    assert not faults(ledger(tmp_path, *texts, separator=separator))

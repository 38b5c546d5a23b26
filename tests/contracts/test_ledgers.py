"""What every kind of ledger does: the same receivables come out of it, or all its faults at once."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from bot.core.receivables import (
    Account,
    Contact,
    DebtorType,
    ItemKind,
    Movement,
    MovementKind,
    OpenItem,
    Snapshot,
    fingerprint,
)
from bot.ledgers.csv_file import CsvLedger, CsvSettings
from bot.ledgers.memory import MemoryLedger
from bot.ports import Fault, Ledger, LedgerFaults, Unreachable

AS_OF = date(2026, 3, 18)
ACCOUNTS = (
    Account(
        "C1",
        "Garage Exemple; Fils & Cie",
        (
            Contact("compta@garage.example", "Zoé", "accounting", "+33 1 99", "fr", "Europe/Paris", "contrat"),
            Contact("chef@garage.example", "Ada", "decision_maker"),
        ),
        "1 rue de l'Essai, 75000 Paris",
        "12345678900011",
        DebtorType.BUSINESS,
        "FR-67",
        "fr",
        "trusted",
    ),
    Account("C2", "Example “Ltd”", (), country="GB", language="en", debtor_type=DebtorType.PUBLIC),
)
ITEMS = (
    OpenItem(
        "C1",
        "F1",
        ItemKind.INVOICE,
        date(2026, 3, 3),
        Decimal("1234.50"),
        "EUR",
        date(2026, 2, 1),
        Decimal("2000.00"),
        "30 jours",
        "PO-7",
        "CT-9",
        "Toiture",
        False,
        "F1.pdf",
    ),
    OpenItem("C1", "A1", ItemKind.CREDIT_NOTE, date(2026, 2, 5), Decimal("50.00")),
    OpenItem("C2", "R1", ItemKind.UNAPPLIED, date(2026, 2, 5), Decimal("7"), "JPY"),
)
MOVEMENTS = (
    Movement("C1", "F1", date(2026, 2, 20), Decimal("765.50"), "EUR", MovementKind.PAYMENT, "VIR 1"),
    Movement("C1", "", date(2026, 2, 21), Decimal("-5.00"), "EUR", MovementKind.WRITE_OFF),
)
SNAPSHOT = Snapshot("", datetime(2026, 3, 18, 5, tzinfo=UTC), AS_OF, ACCOUNTS, ITEMS, MOVEMENTS)


@dataclass(frozen=True)
class Kind:
    """How a test changes what a ledger holds, and breaks it."""

    ledger: Ledger
    hold: Callable[[Snapshot], None]
    break_it: Callable[[], None]
    vanish: Callable[[], None]


def _rows(*rows: tuple[object, ...]) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([["" if cell is None else cell for cell in row] for row in rows])
    return out.getvalue()


def _customers(snapshot: Snapshot) -> str:
    head = ("account", "name", "address", "company number", "debtor type", "country", "language", "segment")
    rows = [
        (a.number, a.name, a.address, a.company_number, a.debtor_type, a.country, a.language, a.segment)
        for a in snapshot.accounts
    ]
    return _rows(head, *rows)


def _contacts(snapshot: Snapshot) -> str:
    head = ("account", "email", "contact name", "role", "phone", "language", "time zone", "provenance")
    rows = [
        (a.number, c.email, c.name, c.role, c.phone, c.language, c.time_zone, c.provenance)
        for a in snapshot.accounts
        for c in a.contacts
    ]
    return _rows(head, *rows)


def _items(snapshot: Snapshot) -> str:
    head = (
        *("account", "number", "kind", "due", "open amount", "currency", "issued", "original amount", "payment terms"),
        *("order reference", "contract reference", "project", "performed", "pdf"),
    )
    rows = [
        (
            *(i.account, i.number, i.kind.replace("_", " "), i.due, i.amount, i.currency, i.issued, i.original_amount),
            *(i.payment_terms, i.order_reference, i.contract_reference, i.project, i.performed, i.pdf),
        )
        for i in snapshot.items
    ]
    return _rows(head, *rows)


def _movements(snapshot: Snapshot) -> str:
    head = ("account", "number", "day", "amount", "currency", "kind", "reference")
    rows = [
        (m.account, m.number, m.day, m.amount, m.currency, m.kind.replace("_", " "), m.reference)
        for m in snapshot.movements
    ]
    return _rows(head, *rows)


def _csv(folder: Path) -> Kind:
    writers = {"customers": _customers, "contacts": _contacts, "items": _items, "movements": _movements}
    paths = {name: folder / f"{name}.csv" for name in writers}

    def hold(snapshot: Snapshot) -> None:
        for name, write in writers.items():
            paths[name].write_text(write(snapshot), encoding="utf-8")

    def break_it() -> None:
        paths["items"].write_text("account;number;due;amount\nC1;F1;soon;much\n", encoding="utf-8")

    def vanish() -> None:
        paths["items"].unlink()
        paths["items"].mkdir()

    hold(SNAPSHOT)
    return Kind(CsvLedger(CsvSettings(**paths, as_of=AS_OF)), hold, break_it, vanish)


def _memory(folder: Path) -> Kind:
    def sealed(snapshot: Snapshot) -> Snapshot:
        return replace(snapshot, digest=fingerprint(repr(snapshot.items)))

    ledger = MemoryLedger(sealed(SNAPSHOT))
    faults = LedgerFaults([Fault("items row 1, due", "soon is no date"), Fault("items row 1, amount", "no amount")])
    return Kind(
        ledger,
        lambda snapshot: ledger.put(sealed(snapshot)),
        lambda: ledger.put(faults),
        lambda: ledger.put(Unreachable("the ledger cannot be reached")),
    )


@pytest.fixture(params=[_csv, _memory], ids=["csv_file", "memory"])
def kind(request: pytest.FixtureRequest, tmp_path: Path) -> Kind:
    found: Kind = request.param(tmp_path)
    return found


def test_what_it_holds_comes_out_unchanged(kind: Kind) -> None:
    """R3: no figure is retyped on the way."""
    snapshot = kind.ledger.read()
    assert snapshot.accounts == ACCOUNTS
    assert snapshot.items == ITEMS
    assert snapshot.movements == MOVEMENTS
    assert snapshot.as_of == AS_OF


def test_reading_twice_gives_the_same_snapshot(kind: Kind) -> None:
    """A second pass must be harmless."""
    assert kind.ledger.read() == kind.ledger.read()


def test_the_moment_is_an_aware_instant_in_utc(kind: Kind) -> None:
    offset = kind.ledger.read().taken_at.utcoffset()
    assert offset is not None and not offset


def test_every_item_belongs_to_an_account(kind: Kind) -> None:
    snapshot = kind.ledger.read()
    assert {item.account for item in snapshot.items} <= {account.number for account in snapshot.accounts}


def test_another_content_has_another_digest(kind: Kind) -> None:
    """A person confirms one content and no other."""
    before = kind.ledger.read().digest
    kind.hold(replace(SNAPSHOT, items=ITEMS[1:]))
    assert kind.ledger.read().digest != before
    kind.hold(SNAPSHOT)
    assert kind.ledger.read().digest == before


def test_nothing_open_is_a_snapshot_too(kind: Kind) -> None:
    kind.hold(replace(SNAPSHOT, items=()))
    assert kind.ledger.read().items == ()


def test_all_faults_come_at_once_and_mending_them_is_enough(kind: Kind) -> None:
    """C1: a broken ledger is reported whole, and the next read starts afresh."""
    kind.break_it()
    with pytest.raises(LedgerFaults) as caught:
        kind.ledger.read()
    assert len(caught.value.faults) == 2
    assert all(fault.where and fault.what for fault in caught.value.faults)
    kind.hold(SNAPSHOT)
    assert kind.ledger.read().items == ITEMS


def test_a_ledger_out_of_reach_is_said_to_be_unreachable(kind: Kind) -> None:
    kind.vanish()
    with pytest.raises(Unreachable):
        kind.ledger.read()

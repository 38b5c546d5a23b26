"""A snapshot of the ledger replaces the one before, and only what changed is looked at again."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from bot.core.history import MailReceived
from bot.core.receivables import Contact, DebtorType, ItemKind, Movement, MovementKind
from bot.ports import Books, Store
from tests.store.stored import DAY, NOW, account, item, snapshot

LATER = DAY + timedelta(days=1)


def settle_all(books: Books) -> None:
    """Nobody is due until something happens."""
    for number in books.due_accounts(DAY, "p", "", 100):
        books.plan_next(number, None, "p")


def paid(day: date = DAY, amount: str = "50.00", reference: str = "") -> Movement:
    return Movement("C001", "F1", day, Decimal(amount), "EUR", MovementKind.PAYMENT, reference)


def test_accounts_and_items_come_back_as_the_ledger_gave_them(store: Store) -> None:
    full = account(
        address="1 rue d'Exemple", company_number="123", debtor_type=DebtorType.PUBLIC, country="FR-67", segment="key"
    )
    full = replace(
        full, contacts=(*full.contacts, Contact("", "Ada", "sales", "+33", "en", "Europe/Paris", "contract"))
    )
    items = (
        item(number="F2", issued=DAY, original_amount=Decimal("1000.00"), pdf="F2.pdf", performed=False, project="Mur"),
        item(number="F1", currency="JPY", amount="12050"),
        item(number="A1", currency="KWD", amount="1.234", kind=ItemKind.CREDIT_NOTE, order_reference="PO-7"),
    )
    with store.transaction() as books:
        books.keep_snapshot(snapshot(*items, accounts=(full, account("C002"))))
    with store.transaction() as books:
        assert list(books.accounts()) == [full, account("C002")]
        assert list(books.accounts(["C002", "C404"])) == [account("C002")]
        assert tuple(books.items(["C001"])) == tuple(books.items()) == items
        assert books.items([]) == []
        assert books.accounts([]) == []


def test_the_newest_head_comes_without_its_content(store: Store) -> None:
    with store.transaction() as books:
        assert books.snapshot_head() is None
        books.keep_snapshot(snapshot(item(), digest="old"))
        books.keep_snapshot(snapshot(item(), digest="new", as_of=LATER))
        assert books.snapshot_head() == snapshot(accounts=(), digest="new", as_of=LATER)


def test_only_accounts_whose_ledger_changed_are_due(store: Store) -> None:
    before = snapshot(item("C001"), item("C002", "F2"), item("C003", "F3"), item("C004", "F4"))
    changed = item("C002", "F2", amount="20.00")
    renamed = (account("C001"), account("C002"), account("C003", "new@c003.example"), account("C004"))
    with store.transaction() as books:
        books.keep_snapshot(before)
        assert books.due_accounts(DAY, "p", "", 9) == ["C001", "C002", "C003", "C004"]
        settle_all(books)
        books.keep_snapshot(before)
        assert books.due_accounts(LATER, "p", "", 9) == []
        books.keep_snapshot(snapshot(item("C001"), changed, item("C003", "F3"), accounts=renamed))
        assert books.due_accounts(LATER, "p", "", 9) == ["C002", "C003", "C004"]
        assert [i.amount for i in books.items(["C002"])] == [Decimal("20.00")]


def test_an_account_that_vanished_is_looked_at_once_when_it_has_a_history(store: Store) -> None:
    with store.transaction() as books:
        books.keep_snapshot(snapshot(item("C001"), item("C002", "F2")))
        books.append("C002", 0, [MailReceived("m1")], NOW, DAY)
        settle_all(books)
        books.keep_snapshot(snapshot(item("C001"), as_of=LATER))
        assert books.due_accounts(LATER, "p", "", 9) == ["C002"]
        assert [a.number for a in books.accounts()] == ["C001"]
        assert books.items(["C002"]) == []
        books.plan_next("C002", None, "p")
        books.keep_snapshot(snapshot(item("C001"), as_of=LATER))
        assert books.due_accounts(LATER, "p", "", 9) == []


def test_a_changed_ledger_does_not_put_off_what_is_due_before(store: Store) -> None:
    with store.transaction() as books:
        books.plan_next("C001", DAY, "p")
        books.keep_snapshot(snapshot(item("C001"), as_of=LATER))
        assert books.due_accounts(DAY, "p", "", 9) == ["C001"]


def test_contacts_are_found_by_address_and_by_domain(store: Store) -> None:
    whose = (account("C001", "Compta@Client.example"), account("C002", "ap@client.example", "x@other.example"))
    with store.transaction() as books:
        books.keep_snapshot(snapshot(accounts=(*whose, account("C003", "", "no-at-sign"))))
        assert books.accounts_by_email(" compta@CLIENT.example ") == ["C001"]
        assert books.accounts_by_domain("Client.Example") == ["C001", "C002"]
        assert books.accounts_by_domain("@other.example") == ["C002"]
        for nothing in ("", "@", "no-at-sign"):
            assert books.accounts_by_domain(nothing) == []
        assert books.accounts_by_email("") == []


def test_an_invoice_is_found_however_its_number_is_written(store: Store) -> None:
    items = (item(number="F2026-118"), item(number="A-7", kind=ItemKind.CREDIT_NOTE), item("C002", "ÉT/9"))
    with store.transaction() as books:
        books.keep_snapshot(snapshot(*items))
        for written in ("F2026-118", "f2026/118", "F 2026 118"):
            assert books.accounts_by_invoice([written, "F999"]) == {"F2026-118": "C001"}
        assert books.accounts_by_invoice(["ét 9"]) == {"ÉT/9": "C002"}
        assert books.accounts_by_invoice(["A-7", "--", ""]) == {}


def test_a_number_that_two_accounts_carry_is_not_guessed(store: Store) -> None:
    with store.transaction() as books:
        books.keep_snapshot(snapshot(item("C001", "118"), item("C002", "118"), item("C002", "1-18")))
        assert books.accounts_by_invoice(["118"]) == {"1-18": "C002"}


def test_movements_are_kept_once_however_often_they_are_told(store: Store) -> None:
    twice_that_day = (paid(), paid(), paid(reference="SEPA 7"))
    with store.transaction() as books:
        for _ in range(2):
            books.keep_snapshot(snapshot(item(), movements=twice_that_day))
        books.keep_snapshot(snapshot(item(), movements=(paid(LATER),)))
        assert sorted(books.movements(DAY), key=str) == sorted((*twice_that_day, paid(LATER)), key=str)
        assert list(books.movements(LATER)) == [paid(LATER)]


def test_an_amount_finer_than_its_currency_changes_nothing(store: Store) -> None:
    with pytest.raises(ValueError, match="decimal places"), store.transaction() as books:
        books.keep_snapshot(snapshot(item("C001"), item("C002", "F2", amount="0.001")))
    with store.transaction() as books:
        assert books.accounts() == []


def test_an_item_without_its_account_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="C009"), store.transaction() as books:
        books.keep_snapshot(snapshot(item("C009"), accounts=()))


def test_a_file_is_vouched_for_by_its_hash(store: Store) -> None:
    with store.transaction() as books:
        assert not books.ledger_confirmed("d1")
        for person in ("Ada", "Grace"):
            books.confirm_ledger("d1", person)
        assert books.ledger_confirmed("d1") and not books.ledger_confirmed("d2")


def test_more_accounts_than_fit_one_statement_are_read_whole(store: Store) -> None:
    numbers = [f"C{n:05}" for n in range(6001)]
    with store.transaction() as books:
        books.keep_snapshot(snapshot(*(item(n, f"F{n}") for n in numbers)))
        assert [i.account for i in books.items(numbers)] == numbers
        assert len(books.accounts(numbers)) == len(books.standings(numbers)) == 6001

"""A ledger with faults changes nothing, and says all of them at once with their place and a way out."""

from pathlib import Path

import pytest

from tests.ledgers.files import CUSTOMERS, ITEMS, faults, ledger

HEAD = "account;number;kind;issued;due;amount;currency\n"


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("C1;F1;;;2026-03-03;12,x;", "items.csv row 2, column amount: “12,x” is no amount"),
        ("C1;F1;;;2026-03-03;1,2E+05;", "“1,2E+05” is no amount"),
        ("C1;F1;;;2026-03-03;12.3456;", "“12.3456” has more than 2 decimal places for EUR → round it"),
        ("C1;F1;;;2026-03-03;100.5;JPY", "more than 0 decimal places for JPY"),
        ("C1;F1;;;2026-03-03;$ 5.00;EUR", "“$ 5.00” is not in EUR"),
        ("C1;F1;;;2026-03-03;99999999999999.00;", "is too large for an amount"),
        ("C1;F1;;;2026-03-03;;", "column amount: the open amount is missing"),
        ("C1;F1;;;2026-02-30;5.00;", "column due: “2026-02-30” is no day of the calendar"),
        ("C1;F1;;;soon;5.00;", "column due: “soon” is no date → write it like 2026-03-31 or 31/03/2026"),
        ("C1;F1;;;46084;5.00;", "a spreadsheet's count of days"),
        ("C1;F1;;;0202-03-03;5.00;", "outside the years 1980 to 2099"),
        ("C1;F1;;;;5.00;", "column due: the due date is missing"),
        ("C1;F1;;2026-03-04;2026-03-03;5.00;", "due on 2026-03-03, before it was issued on 2026-03-04"),
        ("C9;F1;;;2026-03-03;5.00;", "column account: no customer has the number C9 → is it missing"),
        ("c01;F1;;;2026-03-03;5.00;", "no customer has the number c01"),
        (";F1;;;2026-03-03;5.00;", "column account: the customer number is missing"),
        ("C1;;;;2026-03-03;5.00;", "column number: the number is missing"),
        ("C1;F1;invoice;;2026-03-03;-5.00;", "an invoice cannot have a negative amount → if it is a credit note"),
        ("C1;F1;invoce;;2026-03-03;5.00;", "“invoce” is no kind of item → did you mean invoice?"),
        ("C1;F1;;;2026-03-03;5.00;EUX", "“EUX” is no currency code → did you mean EUR?"),
        ("C1;A1;credit note;;;5.00;", "neither a due date nor an issue date"),
        ("C1;F1;;;2026-03-03;5.00;EUR;more", "items.csv row 2: the row has 8 cells, the headers are 7"),
        ("C1;F1;;2026-03-03", "items.csv row 2: the row has 4 cells, the headers are 7"),
        ("C1;F1;;;2026-03-03;5.\x0000;", "items.csv row 2: the row holds a NUL byte"),
        ('C1;"F1;;;2026-03-03;5.00;', "items.csv row 2: a quotation mark opens or ends in the wrong place"),
    ],
)
def test_an_item_that_cannot_be_right_is_named(tmp_path: Path, row: str, says: str) -> None:
    """C7, R6: a figure that nobody can be sure of stops the import."""
    found = faults(ledger(tmp_path, items=HEAD + row + "\n"))
    assert len(found) == 1 and says in found[0], found


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        (";X;a@b.example;;;;", "customers.csv row 2, column account: the customer number is missing"),
        ("C1;;a@b.example;;;;", "column name: the customer's name is missing"),
        ("C1;X;a@b;;;;", "column email: “a@b” is no e-mail address → write it like accounts@example.com"),
        ("C1;X;a@b.example\r\nBcc: c@d.example;;;;", "row 2: the row has 3 cells"),
        ('C1;X;"a@b.example\r\nBcc: c@d.example";;;;', "“Bcc:” is no e-mail address"),
        ("C1;X;;Frankreisch;;;", "“Frankreisch” is no country → did you mean FR?"),
        ("C1;X;;QQ;;;", "“QQ” is no country → write its two-letter code"),
        ("C1;X;;;klingon;;", "“klingon” is no language"),
        ("C1;X;;;;robot;", "“robot” is no type of debtor"),
        ("C1;X;;;;;Europe/Pariss", "“Europe/Pariss” is no time zone → did you mean Europe/Paris?"),
    ],
)
def test_a_customer_that_cannot_be_right_is_named(tmp_path: Path, cells: str, says: str) -> None:
    head = "account;name;email;country;language;debtor type;time zone\n"
    found = faults(ledger(tmp_path, head + cells + "\n", "account;number;due;amount\n"))
    assert says in found[0], found


def test_every_fault_of_every_file_is_in_one_report(tmp_path: Path) -> None:
    """C1: whoever mends the export mends it once."""
    read = ledger(
        tmp_path,
        customers="account;name;email;country\nC1;X;nobody;ZZ\n",
        items=HEAD + "C1;F1;;;soon;much;\nC1;F2;;;2026-03-03;5.00;\n",
        contacts="account;email\nC7;a@client.example\n",
        movements="account;number;date;amount\nC1;F1;2026-13-01;5\n",
    )
    assert [fault.split(":")[0] for fault in faults(read)] == [
        "customers.csv row 2, column country",
        "customers.csv row 2, column email",
        "contacts.csv row 2, column account",
        "items.csv row 2, column due",
        "items.csv row 2, column amount",
        "movements.csv row 2, column date",
    ]


def test_a_number_that_stands_twice_names_both_rows(tmp_path: Path) -> None:
    found = faults(ledger(tmp_path, items=ITEMS + "C1;F2;2026-03-03;5.00\nC1;F1;2026-04-03;5.00\n"))
    assert len(found) == 1
    assert "items.csv row 4, column number: F1 stands in row 2 too" in found[0]


def test_a_customer_number_that_lost_its_zeros_is_recognised(tmp_path: Path) -> None:
    customers = "account;name;email\n00042;X;a@client.example\n"
    found = faults(ledger(tmp_path, customers, "account;number;due;amount\n42;F1;2026-03-03;5.00\n"))
    assert "did you mean 00042?" in found[0]


def test_rows_of_one_customer_must_not_contradict_each_other(tmp_path: Path) -> None:
    customers = "account;name;email;country\nC1;X;a@client.example;FR\nC1;;b@client.example;BE\n"
    found = faults(ledger(tmp_path, customers))
    assert found == [
        "customers.csv row 3, column country: customer C1 has “FR” in row 2, here “BE” → make them the same"
    ]


def test_a_missing_column_names_what_was_found_and_what_it_may_be(tmp_path: Path) -> None:
    (found,) = faults(ledger(tmp_path, items="account;number;Dte échéance;amount\nC1;F1;2026-03-03;5.00\n"))
    assert "items.csv row 1: no column holds the due" in found
    assert "did you mean “Dte échéance”?" in found
    assert 'ledger.columns: {items.due: "your header"}' in found and "account, number" in found


def test_a_mapped_column_that_no_file_has_is_a_fault(tmp_path: Path) -> None:
    found = faults(ledger(tmp_path, columns={"project": "Chantier", "numbr": "N"}))
    assert "“numbr” is no field of the ledger → did you mean number?" in found[0]
    assert "project should be “Chantier”, but items.csv has no such column" in found[1]


@pytest.mark.parametrize("content", ["", " \r\n \r\n"])
def test_an_empty_file_is_a_fault_but_a_file_without_rows_is_not(tmp_path: Path, content: str) -> None:
    """An export that broke off leaves nothing; a company to which nobody owes anything leaves its headers."""
    assert "items.csv: the file is empty" in faults(ledger(tmp_path, items=content or b"\n"))[0]
    assert ledger(tmp_path, items="account;number;due;amount\n").read().items == ()


def test_a_file_that_is_not_there_is_a_fault_with_the_names_that_are(tmp_path: Path) -> None:
    read = ledger(tmp_path)
    (tmp_path / "items.csv").rename(tmp_path / "item.csv")
    (found,) = faults(read)
    assert "items.csv: the file" in found and "did you mean item.csv?" in found


def test_bytes_that_are_no_text_are_a_fault(tmp_path: Path) -> None:
    (found,) = faults(ledger(tmp_path, customers=CUSTOMERS.encode() + b"C2;\x81\xff;\n"))
    assert "customers.csv: the byte 0x81 in line 3 is no character" in found
    assert "the encoding “klingon” is unknown" in faults(ledger(tmp_path, encoding="klingon"))[0]


def test_the_same_fault_in_every_row_is_counted_not_repeated(tmp_path: Path) -> None:
    rows = "".join(f"C1;F{n};;;tomorrow;5.00;\n" for n in range(80))
    found = faults(ledger(tmp_path, items=HEAD + rows))
    assert len(found) == 51
    assert found[-1] == "items.csv, column due: 30 more faults"


def test_the_rows_above_a_broken_quotation_mark_are_still_checked(tmp_path: Path) -> None:
    found = faults(ledger(tmp_path, items=HEAD + 'C1;F1;;;soon;5.00;\nC1;"F2;;;2026-03-03;5.00;\n'))
    assert [f.split(":")[0] for f in found] == ["items.csv row 2, column due", "items.csv row 3"]


def test_more_open_than_invoiced_is_a_warning(tmp_path: Path) -> None:
    read = ledger(tmp_path, items="account;number;due;amount;original amount\nC1;F1;2026-03-03;120.00;100.00\n")
    read.read()
    assert [w.what for w in read.warnings] == ["120.00 is open of 100.00"]


def test_unreadable_customers_do_not_make_every_item_a_fault(tmp_path: Path) -> None:
    assert len(faults(ledger(tmp_path, customers="a;b\n1;2\n"))) == 2

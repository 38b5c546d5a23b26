"""What a company exports becomes a snapshot, however its accounting program writes CSV."""

import gc
import os
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.core.receivables import Contact, DebtorType, ItemKind, Movement, MovementKind
from bot.ledgers.csv_file import CsvLedger, CsvSettings
from tests.ledgers.files import CUSTOMERS, ITEMS, faults, ledger

FRENCH_CUSTOMERS = (
    "Code client;Raison sociale;Adresse;CP;Ville;SIRET;Type de client;Pays;Langue;Segment;Contact;Rôle;Adresse e-mail;"
    "Téléphone;Fuseau horaire;Provenance\n"
    "C1;Garage Exemple;1 rue de l'Essai;75000;Paris;12345678900011;Professionnel;France;Français;default;Zoé Exemple;"
    "Comptabilité;compta@garage.example;+33 1 99 00 00 00;Europe/Paris;contrat\n"
)
FRENCH_ITEMS = (
    "Compte client;N° pièce;Type;Date;Échéance;Montant TTC;Reste dû;Devise;Conditions de règlement;N° commande;Contrat;"
    "Chantier;Prestation faite;Fichier PDF\n"
    "C1;F2026-1;Facture;01/02/2026;03/03/2026;1 200,00;1\u202f000,50;EUR;30 jours;PO-7;CT-9;Toiture;oui;F2026-1.pdf\n"
    "C1;A2026-1;Avoir;05/02/2026;;-50,00;-50,00;EUR;;;;;;\n"
)


def test_a_french_export_fills_every_field(tmp_path: Path) -> None:
    """C1, C8, C10: nothing of what issue 2 names is lost."""
    snapshot = ledger(tmp_path, FRENCH_CUSTOMERS, FRENCH_ITEMS).read()
    (account,) = snapshot.accounts
    assert (account.number, account.name, account.address) == ("C1", "Garage Exemple", "1 rue de l'Essai, 75000 Paris")
    assert (account.company_number, account.debtor_type) == ("12345678900011", DebtorType.BUSINESS)
    assert (account.country, account.language, account.segment) == ("FR", "fr", "default")
    assert account.contacts == (
        Contact(
            "compta@garage.example",
            "Zoé Exemple",
            "accounting",
            "+33 1 99 00 00 00",
            time_zone="Europe/Paris",
            provenance="contrat",
        ),
    )
    invoice, credit = snapshot.items
    assert (invoice.kind, invoice.issued, invoice.due) == (ItemKind.INVOICE, date(2026, 2, 1), date(2026, 3, 3))
    assert (invoice.original_amount, invoice.amount, invoice.currency) == (
        Decimal("1200.00"),
        Decimal("1000.50"),
        "EUR",
    )
    assert (invoice.payment_terms, invoice.order_reference, invoice.contract_reference) == ("30 jours", "PO-7", "CT-9")
    assert (invoice.project, invoice.performed, invoice.pdf) == ("Toiture", True, "F2026-1.pdf")
    assert (credit.kind, credit.amount, credit.due) == (ItemKind.CREDIT_NOTE, Decimal("50.00"), date(2026, 2, 5))


@pytest.mark.parametrize(
    ("account", "number", "due", "amount"),
    [
        ("Customer number", "Invoice number", "Due date", "Open amount"),
        ("Code client", "N° facture", "Date d'échéance", "Reste à payer"),
        ("CODE CLIENT", "NUMERO FACTURE", "DATE D ECHEANCE", "SOLDE DU"),
        ("Kundennummer", "Rechnungsnummer", "Fälligkeitsdatum", "Offener Betrag"),
        ("Código cliente", "Nº factura", "Fecha de vencimiento", "Importe pendiente"),
        ("Codice cliente", "Numero fattura", "Data di scadenza", "Importo residuo"),
        ("Klantnummer", "Factuurnummer", "Vervaldatum", "Openstaand bedrag"),
        ("Código do cliente", "Número da fatura", "Data de vencimento", "Valor em aberto"),
    ],
)
def test_column_names_are_known_in_seven_languages(
    tmp_path: Path, account: str, number: str, due: str, amount: str
) -> None:
    items = f"{account};{number};{due};{amount}\nC1;F1;2026-03-03;100,00\n"
    (item,) = ledger(tmp_path, items=items).read().items
    assert (item.number, item.due, item.amount) == ("F1", date(2026, 3, 3), Decimal("100.00"))


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_the_separator_is_found_by_the_column_names_it_makes_appear(tmp_path: Path, separator: str) -> None:
    """A decimal comma or a comma in a name must not win over the real separator."""
    customers = [["account", "name", "email"], ["C1", '"Dupont, Fils; & Co|"', "a@client.example"]]
    items = [["account", "number", "due", "amount"], ["C1", "F1", "2026-03-03", '"1234,50"']]
    texts = ["\n".join(separator.join(row) for row in rows) for rows in (customers, items)]
    snapshot = ledger(tmp_path, *texts).read()
    assert snapshot.accounts[0].name == "Dupont, Fils; & Co|"
    assert snapshot.items[0].amount == Decimal("1234.50")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    snapshot = ledger(tmp_path, FRENCH_CUSTOMERS.encode(encoding), ITEMS.encode(encoding)).read()
    assert snapshot.accounts[0].contacts[0].name == "Zoé Exemple"


def test_an_encoding_that_cannot_be_found_can_be_told(tmp_path: Path) -> None:
    customers = "account;name;Adresse électronique\nC1;Crémerie Exemple;a@client.example\n".encode("cp850")
    assert ledger(tmp_path, customers, encoding="cp850").read().accounts[0].name == "Crémerie Exemple"


def test_titles_above_the_headers_and_blank_lines_do_not_disturb(tmp_path: Path) -> None:
    items = "sep=;\r\nExtrait du grand livre\r\n\r\naccount;number;due;amount\r\n\r\nC1;F1;2026-03-03;100.00\r\n;;;\r\n"
    assert [item.number for item in ledger(tmp_path, items=items).read().items] == ["F1"]


def test_several_rows_of_one_customer_are_its_contacts(tmp_path: Path) -> None:
    """C10: the role picks the recipient, whatever the order of the rows."""
    customers = (
        "account;name;contact;role;email\nC1;X;Ada;Gérante;ada@client.example\nC1;;Bob;Compta;bob@client.example\n"
    )
    (account,) = ledger(tmp_path, customers).read().accounts
    assert [(c.name, c.role) for c in account.contacts] == [("Ada", "decision_maker"), ("Bob", "accounting")]
    recipient = account.recipient()
    assert recipient and recipient.email == "bob@client.example"


def test_a_contacts_file_comes_before_the_addresses_of_the_customers_file(tmp_path: Path) -> None:
    contacts = (
        "Code client;Prénom;Nom;Fonction;Courriel;Langue;Tél\n"
        "C1;Zoé;Exemple;Trésorière;zoe@client.example;en;01\nC1;;Compta;;COMPTA@client.example;;02\n"
    )
    (account,) = ledger(tmp_path, contacts=contacts).read().accounts
    assert account.contacts == (
        Contact("zoe@client.example", "Zoé Exemple", "treasurer", "01", "en"),
        Contact("COMPTA@client.example", "Compta", "accounting", "02"),
    )


def test_several_addresses_in_one_cell_are_several_contacts(tmp_path: Path) -> None:
    customers = 'account;name;email\nC1;X;"a@client.example; b@client.example"\n'
    (account,) = ledger(tmp_path, customers).read().accounts
    assert [c.email for c in account.contacts] == ["a@client.example", "b@client.example"]


def test_one_file_may_hold_customers_and_items(tmp_path: Path) -> None:
    one = (
        "Code client;Client;E-mail;N° facture;Échéance;Solde\n"
        "C1;Garage;a@client.example;F1;03/03/2026;10,00\nC1;Garage;a@client.example;F2;04/03/2026;20,00\n"
    )
    path = tmp_path / "ledger.csv"
    path.write_text(one, encoding="utf-8")
    snapshot = CsvLedger(CsvSettings(customers=path, items=path)).read()
    assert [(a.number, a.name, len(a.contacts)) for a in snapshot.accounts] == [("C1", "Garage", 1)]
    assert [i.number for i in snapshot.items] == ["F1", "F2"]


def test_the_column_map_goes_before_the_known_names(tmp_path: Path) -> None:
    items = "account;Pièce;number;due;amount;Encours\nC1;F1;17;2026-03-03;5.00;7.00\n"
    columns = {"number": "piece", "items.amount": "encours"}
    (item,) = ledger(tmp_path, items=items, columns=columns).read().items
    assert (item.number, item.amount) == ("F1", Decimal("7.00"))


def test_a_field_can_be_switched_off(tmp_path: Path) -> None:
    items = "account;number;type;due;amount\nC1;F1;vente au comptoir;2026-03-03;5.00\n"
    assert faults(ledger(tmp_path, items=items))
    assert not faults(ledger(tmp_path, items=items, columns={"items.kind": ""}))


def test_columns_that_are_not_read_are_told_but_stop_nothing(tmp_path: Path) -> None:
    items = "account;number;due;amount;Commentaire interne\nC1;F1;2026-03-03;5.00;x\n"
    read = ledger(tmp_path, items=items)
    read.read()
    assert [w.where for w in read.warnings] == ["items.csv, column Commentaire interne"]


def test_a_customer_nobody_can_write_to_is_a_warning(tmp_path: Path) -> None:
    read = ledger(tmp_path, "account;name;email;phone\nC1;X;;01 99\n")
    (account,) = read.read().accounts
    assert account.recipient() is None and account.contacts[0].phone == "01 99"
    assert [str(w) for w in read.warnings] == [
        "customers.csv row 2, column email: customer C1 has no contact with an e-mail address → nobody will be reminded"
    ]


def test_without_a_kind_a_negative_amount_is_a_credit_note(tmp_path: Path) -> None:
    items = "account;number;due;amount\nC1;F1;2026-03-03;100.00\nC1;A1;2026-03-03;-30.00\nC1;F2;2026-03-03;0.00\n"
    snapshot = ledger(tmp_path, items=items).read()
    assert [(i.number, i.kind, i.amount, i.balance) for i in snapshot.items] == [
        ("F1", ItemKind.INVOICE, Decimal("100.00"), Decimal("100.00")),
        ("A1", ItemKind.CREDIT_NOTE, Decimal("30.00"), Decimal("-30.00")),
    ]


def test_credits_may_be_written_with_either_sign(tmp_path: Path) -> None:
    """C4: both ways of writing reduce what is owed."""
    items = (
        "account;number;kind;due;amount\nC1;A1;avoir;2026-03-03;30.00\nC1;A2;avoir;2026-03-03;-30.00\n"
        "C1;R1;règlement non affecté;2026-03-03;-5.00\n"
    )
    snapshot = ledger(tmp_path, items=items).read()
    assert [i.balance for i in snapshot.items] == [Decimal("-30.00"), Decimal("-30.00"), Decimal("-5.00")]
    assert snapshot.items[2].kind is ItemKind.UNAPPLIED


def test_movements_are_read_with_their_kinds(tmp_path: Path) -> None:
    movements = (
        "Code client;N° facture;Date de règlement;Montant;Type;Libellé\n"
        "C1;F1;04/03/2026;60,00;Virement;VIR 123\nC1;F1;05/03/2026;40,00;Avoir;\nC1;F2;06/03/2026;1,00;Perte;\n"
        "C1;;07/03/2026;10,00;;\n"
    )
    found = ledger(tmp_path, movements=movements).read().movements
    assert found[0] == Movement("C1", "F1", date(2026, 3, 4), Decimal("60.00"), "EUR", MovementKind.PAYMENT, "VIR 123")
    kinds = [MovementKind.PAYMENT, MovementKind.CREDIT, MovementKind.WRITE_OFF, MovementKind.PAYMENT]
    assert [m.kind for m in found] == kinds
    assert found[3].number == ""


def test_movements_that_are_all_negative_are_turned_and_one_among_others_takes_back(tmp_path: Path) -> None:
    head = "account;number;date;amount\n"
    turned = ledger(tmp_path, movements=head + "C1;F1;2026-03-04;-60\nC1;F1;2026-03-05;-40\n").read().movements
    assert [m.amount for m in turned] == [Decimal("60.00"), Decimal("40.00")]
    mixed = ledger(tmp_path, movements=head + "C1;F1;2026-03-04;60\nC1;F1;2026-03-05;-60\n").read().movements
    assert [m.amount for m in mixed] == [Decimal("60.00"), Decimal("-60.00")]


def test_a_movement_of_a_customer_who_left_is_a_warning(tmp_path: Path) -> None:
    read = ledger(tmp_path, movements="account;number;date;amount\nC9;F9;2026-03-04;60\n")
    assert len(read.read().movements) == 1
    assert any("no customer has the number C9" in w.what for w in read.warnings)


def test_the_defaults_fill_what_the_files_do_not_say(tmp_path: Path) -> None:
    snapshot = ledger(tmp_path, currency="CHF", country="CH", language="de").read()
    assert (snapshot.items[0].currency, snapshot.accounts[0].country, snapshot.accounts[0].language) == (
        "CHF",
        "CH",
        "de",
    )


def test_the_ledger_speaks_of_the_day_its_items_file_was_changed_where_the_seller_is(tmp_path: Path) -> None:
    """C6: half past midnight in Paris is still yesterday in UTC."""
    read = ledger(tmp_path, zone=ZoneInfo("Europe/Paris"))
    changed = datetime(2026, 3, 2, 23, 30, tzinfo=UTC).timestamp()
    os.utime(tmp_path / "items.csv", (changed, changed))
    os.utime(tmp_path / "customers.csv", (changed - 86_400, changed - 86_400))
    snapshot = read.read()
    assert snapshot.as_of == date(2026, 3, 3)
    assert snapshot.taken_at == datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
    assert snapshot.taken_at.utcoffset() == timedelta(0)


def test_a_column_or_the_settings_tell_the_day_better_than_the_file(tmp_path: Path) -> None:
    """A copied file looks fresh; what it says of itself does not change by copying."""
    items = "account;number;due;amount;Situation au\nC1;F1;2026-03-03;5.00;28/02/2026\n"
    assert ledger(tmp_path, items=items).read().as_of == date(2026, 2, 28)
    assert ledger(tmp_path, items=items, as_of=date(2026, 3, 1)).read().as_of == date(2026, 3, 1)


def test_the_digest_is_the_sha256_of_the_files_one_after_the_other(tmp_path: Path) -> None:
    movements = "account;number;date;amount\nC1;F1;2026-03-04;60\n"
    contacts = "account;email\nC1;zoe@client.example\n"
    snapshot = ledger(tmp_path, movements=movements, contacts=contacts).read()
    assert snapshot.digest == sha256((CUSTOMERS + contacts + ITEMS + movements).encode()).hexdigest()


def test_reading_leaves_the_search_for_cycles_as_it_was(tmp_path: Path) -> None:
    ledger(tmp_path).read()
    assert gc.isenabled()


def test_text_cells_keep_zeros_and_lose_line_breaks(tmp_path: Path) -> None:
    customers = 'account;name;email\n="00123";"Garage\nExemple  Fils";a@client.example\n'
    items = 'account;number;due;amount\n="00123";F1;2026-03-03;5.00\n'
    (account,) = ledger(tmp_path, customers, items).read().accounts
    assert (account.number, account.name) == ("00123", "Garage Exemple Fils")

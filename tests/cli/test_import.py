"""`import`: what was read, what was refused and why, and how a person vouches for a file."""

import json
import os

from tests.cli.conftest import Office, days_ago


def many(count: int, first: int = 0) -> list[str]:
    return [f"C001;X-{n};{days_ago(-30)};100.00" for n in range(first, first + count)]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_an_import_tells_what_was_read_with_amounts_as_the_french_write_them(office: Office) -> None:
    told = office.run("import")
    assert told.code == 0
    assert "2 comptes, 2 pièces ouvertes" in told.out
    assert "2 134,60 €" in plain(told.out)


def test_a_second_import_of_the_same_file_says_that_nothing_is_new(office: Office) -> None:
    office.run("import")
    told = office.run("import")
    assert told.code == 0 and "Rien de nouveau" in told.out


def test_a_paid_invoice_is_told_as_cleared(office: Office) -> None:
    office.run("import")
    office.ledger([f"C002;G-201;{days_ago(40)};850.00"])
    told = office.run("import")
    assert "Soldé depuis" in told.out and "F-101" in told.out and "motif inconnu" in told.out


def test_a_script_reads_the_same_as_json(office: Office) -> None:
    told = json.loads(office.run("import", "--json").out)
    assert told["accounts"] == 2 and told["totals"] == {"EUR": "2134.60"} and told["refused"] == []


def test_a_broken_file_tells_every_fault_and_leaves_the_old_reading(office: Office) -> None:
    office.run("import")
    office.ledger(["C001;F-101;yesterday;12.00", "C001;F-102;2026-03-02;twelve"])
    told = office.run("import")
    assert told.code == 1
    assert "yesterday" in told.out and "twelve" in told.out
    assert "2 pièces ouvertes" in told.out, "the old reading is still there"
    assert "L'ancienne lecture reste en vigueur" in told.out


def test_a_file_that_lost_most_invoices_waits_for_a_person_and_says_the_figures(office: Office) -> None:
    """C6: a half-written export must not clear thirty invoices."""
    office.ledger(many(30))
    office.run("import")
    office.ledger(many(10))
    told = office.run("import")
    assert told.code == 1
    assert "20 pièces sur 30 ont disparu" in told.out
    assert "de 3 000,00 € à 1 000,00 €" in plain(told.out)
    command = told.lines[-1].split("run_bot.py ")[1].split()
    confirmed = office.run(*command, "--by", "Ann Example")
    assert confirmed.code == 0 and "Ann Example se porte garant" in confirmed.out
    assert "10 pièces ouvertes" in confirmed.out


def test_an_unlikely_file_gives_a_script_the_hash_to_confirm(office: Office) -> None:
    office.ledger(many(30))
    office.run("import")
    office.ledger(many(5))
    told = json.loads(office.run("import", "--json").out)
    assert told["refused"] == ["ledger_unlikely"]
    assert office.run("import", "--confirm", told["confirm"]).code == 0


def test_a_person_vouches_for_the_very_file_and_no_other(office: Office) -> None:
    office.ledger(many(30))
    office.run("import")
    office.ledger(many(5))
    digest = json.loads(office.run("import", "--json").out)["confirm"]
    office.ledger(many(4))
    told = office.run("import", "--confirm", digest)
    assert told.code == 1 and "Ce n'est pas le fichier présent" in told.err
    assert json.loads(office.run("import", "--json").out)["items"] == 30


def test_a_hash_too_short_to_name_one_file_is_refused(office: Office) -> None:
    told = office.run("import", "--confirm", "a")
    assert told.code == 1 and "8 caractères" in told.err


def test_an_old_file_is_stale_until_a_person_vouches_for_it_today(office: Office) -> None:
    for file in (office.folder / "ledger").iterdir():
        os.utime(file, (1_700_000_000, 1_700_000_000))
    told = office.run("import")
    assert told.code == 1
    assert "n'est plus à jour" in told.out and "vaut pour aujourd'hui" in told.out
    digest = told.lines[-1].split("--confirm ")[1].split()[0]
    assert office.run("import", "--confirm", digest).code == 0


def test_a_first_import_of_a_missing_file_says_which(office: Office) -> None:
    (office.folder / "ledger" / "items.csv").unlink()
    told = office.run("import")
    assert told.code == 1 and "items.csv" in told.out and "Aucune comptabilité" in told.out

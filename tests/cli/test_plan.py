"""`plan`: who would get what, when and why, and who gets nothing and why, before anything leaves."""

import json
from datetime import date, timedelta

import pytest

from bot.core.history import Raised, ReminderSent, SendingUnclear
from bot.steps.sync_ledger import sync_ledger
from tests.cli.conftest import Office, days_ago
from tests.cli.told import Told, at_house
from tests.stories.house import House, Row

MONDAY = date(2026, 3, 9)
F1 = Row("C001", "F-101", date(2026, 3, 2), "1284.60")
G1 = Row("C002", "G-201", date(2026, 1, 12), "850.00")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def planned(house: House, capsys: pytest.CaptureFixture[str], *arguments: str) -> Told:
    """The plan of a Monday morning, before the day's pass."""
    house.rows = house.rows or [F1]
    list(_import_only(house))
    return at_house(house, capsys, "plan", *arguments)


def _import_only(house: House) -> list[object]:
    house.day(MONDAY - timedelta(days=40))
    house.at = house.at.replace(year=2026, month=3, day=9)
    house._export()
    return list(sync_ledger(house.world, house.moment))


def test_the_plan_names_level_sum_and_invoices_and_sends_nothing(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    told = planned(house, capsys)
    assert told.code == 0
    (line,) = [line for line in told.lines if "F-101" in line]
    assert "C001" in line and "Boulangerie Exemple" in line and "1 284,60 €" in plain(line) and "J+5" in line
    assert "lundi 9 mars 2026" in told.lines[0]
    assert told.lines[-1].startswith("1 relance,")
    assert house.arrived() == []


def test_the_plan_writes_nothing(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    planned(house, capsys)
    before = house.facts("C001")
    at_house(house, capsys, "plan", "--show")
    assert house.facts("C001") == before
    assert len(house.day(MONDAY)) > 0 and len(house.arrived()) == 1, "the pass after it goes on as ever"


def test_show_prints_the_letter_that_would_leave(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    told = planned(house, capsys, "--show")
    letter = "\n".join(line for line in told.lines if line.startswith("      "))
    assert "Objet : " in letter and "F-101" in letter and "1 284,60 €" in plain(letter)


def test_who_gets_nothing_is_told_with_the_reason_and_when_to_look_again(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    told = planned(house, capsys)
    house.day(MONDAY)
    told = at_house(house, capsys, "plan")
    (line,) = [line for line in told.lines if "C001" in line]
    assert "niveau de relance n'est pas atteint" in line and "17/03/2026" in line


def test_a_decision_stands_under_its_own_heading_and_nowhere_else(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    """Level J+30 asks a person to call: no letter, and no second line among those who get nothing."""
    house.rows = [Row("C001", "F-101", MONDAY - timedelta(days=31), "1284.60")]
    list(_import_only(house))
    with house.world.store.transaction() as books:
        sent = ReminderSent("r1", (Raised("F-101", 15),), "<r1@vendeur.example>")
        books.append("C001", books.standing("C001").seq, (sent,), house.at, MONDAY - timedelta(days=16))
    told = at_house(house, capsys, "plan")
    (at,) = [n for n, line in enumerate(told.lines) if "C001" in line]
    assert told.lines[at - 1] == "Décisions à prendre" and "F-101 (J+30)" in told.lines[at]


@pytest.mark.parametrize("house", ["shadow"], indirect=True)
def test_shadow_mode_is_said_once_and_not_with_every_letter(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    house.rows = [F1, G1]
    told = planned(house, capsys)
    assert told.out.count("rien ne part") == 1


def test_a_letter_that_would_be_held_says_why(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    """A mail that came since the last pass and waits to be understood holds the letter: planned, and held."""
    house.rows = [F1]
    list(_import_only(house))
    with house.world.store.transaction() as books:
        standing = books.standing("C001")
        books.append("C001", standing.seq, (SendingUnclear("r1"),), house.at, MONDAY)
    told = at_house(house, capsys, "plan")
    assert "gestionnaire s'occupe" in told.out


def test_a_script_gets_one_object_per_line(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    told = planned(house, capsys, "--json")
    objects = [json.loads(line) for line in told.lines]
    assert {one["account"]: one["outcome"] for one in objects} == {"C001": "remind", "C002": "skip"}
    letter = next(one for one in objects if one["outcome"] == "remind")
    assert letter["totals"] == {"EUR": "1284.60"} and letter["invoices"] == {"F-101": 5} and letter["held"] == []
    skip = next(one for one in objects if one["outcome"] == "skip")
    assert skip["why"] == "nothing_open"


def test_one_account_is_planned_alone_whatever_the_case_it_is_typed_in(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    told = planned(house, capsys, "--account", "c001")
    assert "C001" in told.out and "C002" not in told.out


def test_an_unknown_account_is_a_fault_and_says_who_may_be_meant(office: Office) -> None:
    office.run("import")
    told = office.run("plan", "--account", "boulangerie")
    assert told.code == 1
    assert "C001 (Boulangerie Exemple)" in told.err


def test_many_accounts_that_get_nothing_are_counted_by_reason(office: Office) -> None:
    customers = tuple(f"K{n:03};Client {n};c{n}@client.example;fr" for n in range(40))
    office.ledger([f"K{n:03};N-{n};{days_ago(-60)};100.00" for n in range(39)], customers)
    office.run("import")
    told = office.run("plan")
    assert "(39 comptes)" in told.out and "(1 compte)" in told.out
    assert "et 36 de plus" in told.out
    assert told.lines[-1] == "0 relance, 0 décision à prendre, 40 comptes sans rien."
    assert len(told.lines) < 15


def test_the_language_of_the_company_decides(office: Office) -> None:
    office.change(company={"language": "en"})
    office.run("import")
    told = office.run("plan")
    assert told.out.startswith("What would leave on")
    assert "gets nothing" in told.lines[-1] or "get nothing" in told.lines[-1]
    assert "Rien" not in told.out


def test_without_a_ledger_it_says_so(office: Office) -> None:
    told = office.run("plan")
    assert told.code == 0 and "Aucune comptabilité n'a été importée." in told.out


def test_a_letter_whose_template_breaks_is_held_and_the_others_are_shown(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    own = house.folder / "own" / "fr" / "reminders"
    own.mkdir(parents=True)
    (own / "first.txt.j2").write_text("{{ nothing_of_ours }}", encoding="utf-8")
    house.settings = house.settings.model_copy(update={"templates": house.folder / "own"})
    house.again()
    house.rows = [F1, Row("C002", "G-201", date(2026, 3, 2), "850.00")]
    told = planned(house, capsys, "--show")
    assert "Le modèle de lettre est en erreur" in told.out, "the French one"
    assert "Dear" in told.out and "G-201" in told.out, "the English one is shown"

"""`explain`: the story of an account, a mail or a sending, with every step that led to where it stands."""

from datetime import date, timedelta

import pytest

from bot.core.history import ReminderSent
from tests.cli.conftest import Office
from tests.cli.told import Told, at_house
from tests.stories.house import House, Row

MONDAY = date(2026, 3, 9)
CLIENT = "compta@boulangerie.example"
F1 = Row("C001", "F-101", date(2026, 3, 2), "1284.60")


class Teller:
    """A house that asks for explanations."""

    def __init__(self, house: House, capsys: pytest.CaptureFixture[str]) -> None:
        self.house, self.capsys = house, capsys

    def __call__(self, what: str) -> Told:
        return at_house(self.house, self.capsys, "explain", what)

    def promised(self) -> None:
        self.house.rows = [F1]
        self.house.day(MONDAY)
        letter = self.house.arrived()[0]
        text = "Bonjour,\n\nNous réglerons la facture F-101 le 20 mars 2026.\n\nCordialement"
        self.house.client_writes(CLIENT, text, answers=letter)
        self.house.day(MONDAY, hour=11)


@pytest.fixture
def story(house: House, capsys: pytest.CaptureFixture[str]) -> Teller:
    return Teller(house, capsys)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_an_account_is_told_from_what_it_owes_to_what_happens_next(story: Teller) -> None:
    story.promised()
    out = plain(story("C001").out)
    order = [
        "C001 – Boulangerie Exemple",
        "F-101  échue le 02/03/2026",
        "09/03/2026  Relance envoyée : F-101 (J+5)",
        "09/03/2026  Message lu : promesse de règlement",
        "Promesse de règlement : le solde pour le 20/03/2026 (F-101)",
        "Aujourd'hui, lundi 9 mars 2026",
        "Rien ne part : ",
    ]
    places = [out.find(part) for part in order]
    assert -1 not in places, order[places.index(-1)]
    assert places == sorted(places)


def test_a_promise_that_was_broken_and_what_followed_is_in_the_story(story: Teller) -> None:
    story.promised()
    story.house.day(date(2026, 3, 25))
    out = story("C001").out
    assert "25/03/2026  Promesse non tenue" in out
    assert "Appeler : promesse non tenue" in out


def test_a_mail_is_told_by_its_whole_id(story: Teller) -> None:
    story.promised()
    with story.house.world.store.transaction() as books:
        mail = books.last_mail("C001")
    assert mail is not None
    told = story(mail.id)
    assert told.code == 0
    for part in (f"Message {mail.id} (boîte de réception) : lu", CLIENT, "⟦", "Promesse de règlement (", "20/03/2026"):
        assert part in told.out, part


def test_a_mail_is_told_by_the_beginning_of_the_task_that_came_of_it(story: Teller) -> None:
    story.house.rows = [F1]
    story.house.day(MONDAY)
    story.house.client_writes("inconnu@ailleurs.example", "Bonjour, qui êtes-vous ?")
    story.house.day(MONDAY, hour=11)
    with story.house.world.store.transaction() as books:
        (task,) = books.tasks()
    told = story(task.id[: len("read_reply:") + 6])
    assert told.code == 0 and "inconnu@ailleurs.example" in told.out and "compte inconnu" in told.out


def test_a_sending_is_told_by_its_id(story: Teller) -> None:
    story.house.rows = [F1]
    story.house.day(MONDAY)
    (sent,) = [fact for fact in story.house.facts("C001") if isinstance(fact, ReminderSent)]
    out = plain(story(sent.row).out)
    assert "Relance" in out and "envoyé" in out and CLIENT in out and "F-101 1 284,60 €" in out


def test_an_account_that_left_the_ledger_keeps_its_story(story: Teller) -> None:
    story.house.rows = [F1]
    story.house.day(MONDAY)
    del story.house.customers["C001"]
    story.house.rows = [Row("C002", "G-201", MONDAY + timedelta(days=30), "10.00")]
    story.house.day(MONDAY, hour=11)
    out = story("C001").out
    assert "n'est plus dans la comptabilité" in out and "F-101 soldée" in out


def test_what_nobody_knows_is_told_with_who_may_be_meant(office: Office) -> None:
    office.run("import")
    told = office.run("explain", "northwood")
    assert told.code == 1 and told.out == ""
    assert "« northwood »" in told.err and "C002 (Northwood Sample Ltd)" in told.err


def test_the_case_of_an_account_number_does_not_matter(office: Office) -> None:
    office.run("import")
    assert office.run("explain", "c002").out.startswith("C002 – Northwood Sample Ltd")


def test_an_account_with_many_items_stays_readable(office: Office) -> None:
    office.ledger([f"C001;N-{n:03};2026-01-{1 + n % 28:02};10.00" for n in range(80)])
    office.run("import")
    told = office.run("explain", "C001")
    assert "et 50 de plus" in told.out and "800,00" in told.out
    assert len(told.lines) < 60

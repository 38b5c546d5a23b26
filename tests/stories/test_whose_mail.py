"""A mail reaches its account, or every account it may be about rests until a person has looked."""

from datetime import date, timedelta

import pytest

from bot.core import history as facts
from bot.core.drafts import Conflict, DraftState
from bot.core.inbound import MailState
from bot.steps import decisions
from tests.stories.house import House, Row, names

MONDAY = date(2026, 3, 9)
BAKER = "compta@boulangerie.example"
F1 = Row("C001", "F-101", date(2026, 3, 2), "1200.00")
G1 = Row("C002", "G-2010", date(2026, 3, 2), "850.00")


def letters_to(house: House) -> list[str]:
    return sorted(str(mail["To"]).split("<")[-1].strip(">") for mail in house.arrived())


def test_an_address_of_two_accounts_rests_both(house: House) -> None:
    house.customers["C003"] = ("Boulangerie Exemple Sud", BAKER, "fr")
    house.rows = [F1, Row("C003", "S-300", date(2026, 3, 2), "70.00"), G1]
    house.client_writes(BAKER, "Bonjour,\n\nNous avons tout réglé hier.")
    house.day(MONDAY)
    assert letters_to(house) == ["accounts@northwood.example"]
    assert house.case("C001").with_human and house.case("C003").with_human


def test_another_accounts_invoice_named_in_a_thread_rests_that_account(house: House) -> None:
    house.rows = [F1, G1]
    house.day(MONDAY)
    reminder = next(m for m in house.arrived() if BAKER in str(m["To"]))
    house.client_writes(BAKER, "Bonjour,\n\nLa facture G-2010 est réglée depuis vendredi.", answers=reminder)
    house.day(MONDAY + timedelta(days=1))
    house.day(MONDAY + timedelta(days=14))
    assert "accounts@northwood.example" not in letters_to(house)
    assert house.case("C002").with_human


def test_a_liquidator_nobody_knows_stops_every_demand(house: House) -> None:
    house.rows = [F1]
    house.day(MONDAY)
    (reminder,) = house.arrived()
    text = "Maître Exemple, liquidateur : la société a été placée en liquidation judiciaire le 2 mars 2026."
    house.client_writes("etude@mandataire.example", text, answers=reminder)
    house.day(MONDAY + timedelta(days=1))
    assert house.case("C001").insolvency == "liquidation"
    with house.world.store.transaction() as books:
        tasks = [task.id for task in books.tasks("C001")]
    for task in tasks:
        decisions.finish_task(house.world, house.moment, task, "Ann Example", "seen")
    house.day(MONDAY + timedelta(days=30))
    assert house.arrived() == []
    decisions.lift_insolvency(house.world, house.moment, "C001", "Ann Example")
    assert not house.case("C001").insolvency


def test_a_colleagues_letter_to_two_customers_counts_for_both(house: House) -> None:
    """R22."""
    house.rows = [F1, G1]
    head = f"From: comptabilite@vendeur.example\r\nTo: {BAKER}\r\nCc: accounts@northwood.example\r\n"
    raw = head + "Subject: x\r\n\r\nBonjour.\r\n"
    house.at = house.at.replace(year=2026, month=3, day=8)
    house.put("Sent", raw.encode())
    house.day(MONDAY)
    assert letters_to(house) == []
    assert house.case("C001").last_written == house.case("C002").last_written == MONDAY


def test_a_colleagues_letter_copied_to_the_mailbox_is_no_clients_mail(house: House) -> None:
    house.rows = [F1]
    head = f"From: comptabilite@vendeur.example\r\nTo: {BAKER}\r\nCc: comptabilite@vendeur.example\r\n"
    raw = head + "Subject: x\r\n\r\nBonjour.\r\n"
    house.put("INBOX", raw.encode())
    assert "colleague_wrote" in names(house.day(MONDAY))
    assert letters_to(house) == []


def test_a_client_who_sends_our_letter_back_with_words_is_heard(house: House) -> None:
    """Some programs keep our Message-ID when a client resends our mail with a note."""
    house.rows = [F1]
    house.day(MONDAY)
    (reminder,) = house.arrived()
    head = f"From: {BAKER}\r\nTo: comptabilite@vendeur.example\r\nSubject: F-101\r\n"
    raw = head + f"Message-ID: {reminder['Message-ID']}\r\n\r\n"
    house.put("INBOX", (raw + "Bonjour, nous contestons la facture F-101, le prix est faux.\r\n").encode())
    assert "mail_read" in names(house.day(MONDAY, hour=11))
    assert house.case("C001").disputes


def test_a_strangers_mail_can_be_given_to_its_account(house: House) -> None:
    """C52."""
    house.rows = [F1]
    house.client_writes("zoe@ailleurs.example", "Bonjour,\n\nNous contestons la facture, le prix est faux.")
    house.day(date(2026, 3, 5))
    with house.world.store.transaction() as books:
        (mail,) = books.mails(MailState.UNDERSTOOD, 10)
    assert not house.case("C001").disputes
    decisions.give_mail(house.world, house.moment, mail.id, "C001", "Ann Example")
    house.day(date(2026, 3, 5), hour=11)
    assert [d.invoices for d in house.case("C001").disputes] == [("F-101",)]
    with house.world.store.transaction() as books:
        assert [t.kind for t in books.tasks("?")] == []
        assert len(books.drafts((DraftState.OPEN,))) == 1
    with pytest.raises(Conflict, match="already"):
        decisions.give_mail(house.world, house.moment, mail.id, "C001", "Ann Example")


def test_a_mail_given_away_takes_its_dispute_and_draft_along(house: House) -> None:
    house.rows = [F1, G1]
    house.client_writes(BAKER, "Bonjour,\n\nNous contestons la facture, le prix est faux.")
    house.day(date(2026, 3, 5))
    with house.world.store.transaction() as books:
        (mail,) = books.mails(MailState.UNDERSTOOD, 10)
    decisions.give_mail(house.world, house.moment, mail.id, "C002", "Ann Example")
    house.day(date(2026, 3, 5), hour=11)
    assert not house.case("C001").disputes and not house.case("C001").drafts
    assert [d.invoices for d in house.case("C002").disputes] == [("G-2010",)]
    assert isinstance(house.facts("C001")[-1], facts.DraftRefused)


def test_releasing_an_account_marks_its_unreadable_mail_as_read(house: House) -> None:
    house.rows = [F1]
    house.put("INBOX", f"From: {BAKER}\r\nContent-Type: text/plain\r\n\r\n".encode())
    house.day(date(2026, 3, 5))
    decisions.release(house.world, house.moment, "C001", "Ann Example")
    assert not house.case("C001").unread and not house.case("C001").with_human

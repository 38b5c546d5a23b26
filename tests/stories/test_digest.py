"""What the manager reads is true, whole, and told once."""

from datetime import date, timedelta

from tests.stories.house import House, Row, text_of

FRIDAY = date(2026, 3, 6)
F1 = Row("C001", "F-101", date(2026, 3, 2), "1200.00")


def latest(house: House) -> str:
    return text_of(house.digests()[-1]).replace("\u202f", " ").replace("\xa0", " ")


def test_money_is_told_once_even_over_a_weekend(house: House) -> None:
    house.rows = [F1, Row("C001", "F-102", date(2026, 3, 3), "99.00")]
    house.day(FRIDAY - timedelta(days=1))
    house.rows = [F1]
    house.day(FRIDAY)
    assert "99,00 €" in latest(house) and "F-102" in latest(house)
    for n in range(1, 4):
        house.day(FRIDAY + timedelta(days=n))
    assert len(house.digests()) == 3, "none on Saturday and Sunday"
    assert "99,00 €" not in latest(house)


def test_an_invoice_that_vanished_without_a_payment_is_not_called_collected(house: House) -> None:
    house.rows = [F1, Row("C001", "F-102", date(2026, 3, 3), "99.00")]
    house.day(FRIDAY - timedelta(days=1))
    house.rows = [F1]
    house.day(FRIDAY)
    assert "motif inconnu" in latest(house)


def test_the_letters_of_the_morning_stand_in_the_mornings_digest(house: House) -> None:
    house.rows = [F1]
    house.day(date(2026, 3, 9))
    assert "Boulangerie Exemple : 1 200,00 €" in latest(house)


def test_the_digest_leaves_once_a_day(house: House) -> None:
    house.rows = [F1]
    for hour in (6, 7, 8, 9, 15):
        house.day(FRIDAY, hour=hour)
    assert len(house.digests()) == 1


def test_a_mailbox_that_was_not_read_is_told(house: House) -> None:
    house.rows = [F1]
    house.world.mailboxes["main"].inbox.close()
    broken = house.settings.model_copy(
        update={
            "mailboxes": (
                house.settings.mailboxes[0].model_copy(
                    update={"imap": house.settings.mailboxes[0].imap.model_copy(update={"port": 1})}
                ),
            )
        }
    )
    house.settings = broken
    house.again()
    house.day(FRIDAY)
    assert "boîte n'a pas été lue" in latest(house)


def test_who_is_held_and_why_stands_in_the_digest(house: House) -> None:
    """C24."""
    house.rows = [F1]
    house.client_writes("compta@boulangerie.example", "Bonjour,\n\nNous contestons la facture F-101, le prix est faux.")
    house.day(date(2026, 3, 9))
    assert "Une réponse à ce client attend d'être validée" in latest(house)

"""Two months in the life of three invoices, against real Dovecot and a real SMTP server."""

from datetime import date, timedelta

from bot.core import history as facts
from bot.core.drafts import DraftState
from bot.steps import decisions, review
from tests.stories.house import ADDRESS, House, Row, names, parsed, text_of

F1 = Row("C001", "F-101", date(2026, 3, 2), "1200.00")
F2 = Row("C001", "F-102", date(2026, 3, 20), "300.00")
CLIENT_FR = "compta@boulangerie.example"
CLIENT_EN = "accounts@northwood.example"
G1 = Row("C002", "G-201", date(2026, 3, 2), "850.00")


def days(house: House, first: date, last: date) -> list[str]:
    """Every day from first to last, one pass each; what happened, by name."""
    seen: list[str] = []
    for n in range((last - first).days + 1):
        seen += names(house.day(first + timedelta(days=n)))
    return seen


def test_two_months(house: House) -> None:
    house.rows = [F1, F2, G1]

    # Five days before the due date: a courtesy, to both, in their language, about what is not due yet.
    days(house, date(2026, 2, 24), date(2026, 2, 26))
    letters = house.arrived()
    assert sorted(str(mail["To"]) for mail in letters) == [CLIENT_EN, CLIENT_FR]
    french = next(mail for mail in letters if str(mail["To"]) == CLIENT_FR)
    assert "F-101" in str(french["Subject"]) and "F-102" not in text_of(french)
    assert french["Auto-Submitted"] == "auto-generated"

    # Nothing until the fifth day after it; that is a Saturday, so Monday.
    days(house, date(2026, 2, 27), date(2026, 3, 8))
    assert house.arrived() == []
    house.day(date(2026, 3, 9))
    letters = house.arrived()
    assert len(letters) == 2
    first = next(mail for mail in letters if str(mail["To"]) == CLIENT_FR)
    assert first["In-Reply-To"] == french["Message-ID"], "the reminder goes on in the thread"
    assert "1 200,00" in text_of(first).replace("\u202f", " ").replace("\xa0", " ")

    # The baker contests one invoice. Its reminders rest; an answer waits, also in the Drafts folder.
    house.client_writes(
        CLIENT_FR, "Bonjour,\n\nNous contestons la facture F-101 : le prix convenu était de 1 000 euros.", answers=first
    )
    assert "mail_read" in names(house.day(date(2026, 3, 11)))
    assert [d.invoices for d in house.case("C001").disputes] == [("F-101",)]
    ((uid, draft),) = house.drafts().items()
    assert str(draft["To"]) == CLIENT_FR and str(draft["In-Reply-To"]).endswith("@boulangerie.example>")
    assert draft["Auto-Submitted"] is None

    # A colleague edits it in the mail program and sends it there. We see it in Sent and never send ours.
    house.colleague_sends_draft(uid, "Bonjour,\n\nNous vérifions le prix et revenons vers vous.\n")
    assert "draft_sent_by_a_person" in names(house.day(date(2026, 3, 12)))
    assert house.arrived() == []
    assert any(isinstance(f, facts.PersonWrote) and f.draft for f in house.facts("C001"))

    # The customer in England promises a day.
    english = next(mail for mail in letters if str(mail["To"]) == CLIENT_EN)
    house.client_writes(CLIENT_EN, "Hello,\n\nWe will pay this invoice on Friday 20 March.\n\nRegards", answers=english)
    house.day(date(2026, 3, 12), hour=11)
    assert [p.due for p in house.case("C002").promises] == [date(2026, 3, 20)]

    # Approving in review takes the copy out of Drafts, and the answer really arrives, once.
    with house.world.store.transaction() as books:
        (waiting,) = books.drafts((DraftState.OPEN,))
    review.approve(house.world, house.moment, waiting.id, waiting.version, "Ann Example")
    assert house.drafts() == {}
    house.day(date(2026, 3, 12), hour=15)
    (answer,) = house.arrived()
    assert str(answer["To"]) == CLIENT_EN and "20 March 2026" in text_of(answer)
    assert answer["Auto-Submitted"] is None, "a person let it leave"

    # Day 5 of the other invoice: it is reminded alone, the disputed one is not asked for.
    days(house, date(2026, 3, 13), date(2026, 3, 25))
    (reminder,) = [m for m in house.arrived() if str(m["To"]) == CLIENT_FR]
    assert "F-102" in str(reminder["Subject"]) and "F-101" not in str(reminder["Subject"])

    # The promised day and its grace pass without money: broken, and reminders go on at the right level.
    assert house.case("C002").promises_broken == 1
    again = [m for m in house.smtp.kept if m[1] == CLIENT_EN]
    assert len(again) == 4, "courtesy, first reminder, our answer, second reminder"

    # The dispute is settled; both invoices stand in the next letter, each at its own level.
    (dispute,) = house.case("C001").disputes
    decisions.close_dispute(house.world, house.moment, "C001", dispute.id, "Ann Example", "price confirmed")
    days(house, date(2026, 3, 26), date(2026, 4, 7))
    (second,) = [m for m in house.arrived() if str(m["To"]) == CLIENT_FR]
    assert "F-101" in text_of(second) and "F-102" in text_of(second)
    assert house.case("C001").levels == {"F-101": 15, "F-102": 5}

    # The ledger shows F-102 paid: it is in no letter sent after that.
    house.rows = [F1, G1]
    seen = days(house, date(2026, 4, 8), date(2026, 4, 24))
    assert "cleared" in seen
    assert all("F-102" not in text_of(m) for m in house.arrived())
    assert "F-102" not in house.case("C001").levels

    # At the end people decide: a call, then a proposal of formal notice, and no mail of that name exists.
    with house.world.store.transaction() as books:
        kinds = {task.kind for task in books.tasks()}
    assert {"call_client_level", "formal_notice"} <= kinds
    everything = [raw for _, _, raw in house.smtp.kept]
    assert not any("demeure" in text_of(parsed(raw)) for _, to, raw in house.smtp.kept if to in (CLIENT_FR, CLIENT_EN))

    # Nobody got two letters on one day, every Message-ID left once, and all we sent lies in Sent once.
    ids = [str(mail["Message-ID"]) for mail in map(parsed, everything)]
    assert len(ids) == len(set(ids))
    with house.mailbox() as client:
        client.select_folder("Sent")
        assert len(client.search(["FROM", ADDRESS])) == len(everything) + 1, "ours, and the colleague's"

    # The manager read a digest on every working day.
    assert len(house.digests()) == len({str(m["Subject"]) + str(m["Date"]) for m in house.digests()}) > 40

"""Whole passes over awkward days: what a collector would be blamed for."""

import email
from datetime import UTC, date, datetime
from email.policy import default
from pathlib import Path

from bot.core import history as facts
from tests.adversarial.bench import CLIENT, MANAGER, Bench, bill, client, credit


def told(raw: bytes) -> str:
    part = email.message_from_bytes(raw, policy=default).get_body(("plain",))
    return str(part.get_content()) if part else ""


def test_a_call_whose_day_is_a_saturday_is_asked_for_on_monday(tmp_path: Path) -> None:
    """R27: no invoice without follow-up. Due 26 February, so the call of day 30 falls on Saturday 28 March."""
    bench = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 26))])
    bench.days(date(2026, 2, 20), date(2026, 3, 29))
    assert bench.tasks() == []
    bench.go(date(2026, 3, 30))
    assert bench.tasks() == ["call_client_level C1"]


def test_money_seen_before_the_digest_of_a_morning_stands_in_one_digest(tmp_path: Path) -> None:
    invoices = [bill("C1", "F-1", date(2026, 3, 20)), bill("C1", "F-2", date(2026, 3, 20))]
    bench = Bench(tmp_path, [client()], invoices, (MANAGER,))
    bench.go(date(2026, 3, 2), 7, 30)
    del bench.items[1]
    bench.go(date(2026, 3, 3), 6)
    bench.go(date(2026, 3, 3), 7, 30)
    bench.go(date(2026, 3, 4), 7, 30)
    assert ["F-2" in told(raw) for raw in bench.to(MANAGER)] == [False, True, False]


def test_money_seen_before_a_day_off_stands_in_the_next_digest(tmp_path: Path) -> None:
    invoices = [bill("C1", "F-1", date(2026, 3, 20)), bill("C1", "F-2", date(2026, 3, 20))]
    bench = Bench(tmp_path, [client()], invoices, (MANAGER,))
    bench.go(date(2026, 3, 2), 7, 30)
    del bench.items[1]
    bench.go(date(2026, 3, 2), 12)
    bench.go(date(2026, 3, 4), 7, 30)
    assert ["F-2" in told(raw) for raw in bench.to(MANAGER)] == [False, True]


def test_the_digest_tells_of_reminders_that_left_in_its_own_pass(tmp_path: Path) -> None:
    """A company that runs one pass a day still reads what left."""
    bench = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))], (MANAGER,))
    bench.go(date(2026, 3, 2))
    assert len(bench.to(CLIENT)) == 1
    assert "F-1" in told(bench.to(MANAGER)[0])


def test_the_stop_switch_works_between_two_mails_of_one_pass(tmp_path: Path) -> None:
    """C23."""
    numbers = ("C1", "C2", "C3")
    bench = Bench(
        tmp_path,
        [client(number, f"a@{number.lower()}.example") for number in numbers],
        [bill(number, f"F-{number}", date(2026, 2, 20)) for number in numbers],
    )

    def stop(to: str, raw: bytes) -> None:
        with bench.world.store.transaction() as books:
            books.keep_setting("stopped", "yes")

    bench.sender.then = stop
    bench.go(date(2026, 3, 2))
    assert len(bench.sender.sent) == 1


def test_a_credit_that_covers_the_invoice_leaves_nothing_to_ask_for(tmp_path: Path) -> None:
    """C4."""
    bench = Bench(
        tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20)), credit("C1", "A-1", date(2026, 2, 25), "1200.00")]
    )
    bench.days(date(2026, 3, 2), date(2026, 3, 6))
    assert bench.to(CLIENT) == []


def test_a_pause_ends_by_itself(tmp_path: Path) -> None:
    """R27: nothing but the calendar wakes the account."""
    bench = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 1, 20))])
    before = (
        facts.ReminderSent("r", (facts.Raised("F-1", 5),), "<x>"),
        facts.Paused(date(2026, 3, 10), "reply_received"),
    )
    with bench.world.store.transaction() as books:
        books.append("C1", 0, before, datetime(2026, 2, 10, 9, tzinfo=UTC), date(2026, 2, 10))
    bench.days(date(2026, 3, 2), date(2026, 3, 10))
    assert bench.to(CLIENT) == []
    bench.go(date(2026, 3, 11))
    assert len(bench.to(CLIENT)) == 1


def test_naming_a_hostile_header_does_not_make_a_clients_mail_ours(tmp_path: Path) -> None:
    """X20: our headers count in Sent only."""
    bench = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    bench.go(date(2026, 3, 2))
    row = str(email.message_from_bytes(bench.to(CLIENT)[0])["X-Relance-Row"])
    bench.write(CLIENT, "Bonjour,\n\nNous avons réglé la facture F-1 hier.", X_Relance_Row=row, X_Relance_Draft=row)
    bench.go(date(2026, 3, 3))
    assert bench.case("C1").last_heard == date(2026, 3, 3)

"""Probes, third round."""
import email
from collections.abc import Sequence
from datetime import date, timedelta, datetime, UTC
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from bot.core import history as facts
from bot.core.drafts import DraftState
from bot.core.outbox import RowState
from bot.core.receivables import Contact
from bot.ports import Refused, Unreachable, Unclear
from bot.steps import review
from bot.mail.parse import parse
from tests.adversarial.bench import *

C = "compta@client.example"

def test_51_sent_copy_with_our_header_settles_an_unknown_row(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.sender.fails = {"": Unclear("died")}
    b.go(date(2026, 3, 2))
    with b.world.store.transaction() as books:
        (r,) = books.rows((RowState.UNKNOWN,))
    copy = r.raw.replace(r.message_id.encode(), b"<server.made@host.example>")
    b.inbox.deliver(copy, "sent")
    b.sender.fails = {}
    b.go(date(2026, 3, 2), 10)
    with b.world.store.transaction() as books:
        assert books.row(r.id).state is RowState.SENT

def test_52_failed_digest_tells_somebody(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [], digest_to=(MANAGER,))
    b.sender.fails = {MANAGER: Unclear("died")}
    b.go(date(2026, 3, 2))
    b.sender.fails = {}
    b.days(date(2026, 3, 3), date(2026, 3, 6))
    with b.world.store.transaction() as books:
        print(books.rows((RowState.UNKNOWN,)), b.tasks() if 0 else "")
        left = books.rows((RowState.UNKNOWN,))
    assert not left or b.tasks()

def test_53_refused_digest(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [], digest_to=(MANAGER,))
    b.sender.fails = {MANAGER: Refused("550 no such user")}
    ev = b.go(date(2026, 3, 2))
    assert b.tasks()

def test_54_dispute_of_whole_account_and_new_invoices(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20)), bill("C1", "F-2", date(2026, 2, 20))])
    b.at = datetime(2026, 3, 2, 8, tzinfo=PARIS)
    b.write(C, "Bonjour,\n\nNous contestons vos factures, le prix n'est pas celui convenu.")
    b.go(date(2026, 3, 2))
    for d in list(review.waiting(b.world)):
        review.approve(b.world, b.moment, d.id, d.version, "Ann")
    b.go(date(2026, 3, 2), 10)
    with b.world.store.transaction() as books:
        ids = [t.id for t in books.tasks()]
    for i in ids:
        review.finish_task(b.world, b.moment, i, "Ann", "credit note issued")
    b.items = [bill("C1", "F-77", date(2026, 4, 1))]
    n = len(b.to(C))
    b.days(date(2026, 3, 20), date(2026, 6, 1))
    print(b.case("C1").disputes, b.tasks())
    assert len(b.to(C)) > n

def test_55_mail_before_start_date_after_rebuilt_mailbox() -> None:
    from bot.mailboxes.imap_stream import Stream
    from bot.mailboxes.imap_places import Place, cursor_of
    from bot.mailboxes.imap_session import Standing, Fetched
    import inspect
    print(inspect.signature(Standing), inspect.signature(Fetched))
    got = {}
    class S:
        opened = "INBOX"
        def open(self, folder, write=False):
            self.opened = folder
            return Standing(folder, 2, 10) if len(inspect.signature(Standing).parameters) == 3 else Standing(folder=folder, validity=2, highest=10)
        def since(self, first, last, day):
            got["since"] = day
            return []
        def after(self, uid): return []
    cursor = cursor_of({"inbox": Place("INBOX", 1, 900, 5)})
    # last read to its end on 18 December; the service was off over Christmas; the host moved the mailbox
    list(Stream(lambda: S(), {"inbox": "INBOX"}, cursor, date(2027, 1, 4) - timedelta(days=7)).read())
    assert got["since"] <= date(2026, 12, 18)

def test_56_promise_in_two_currencies() -> None:
    from bot.core.time_brings import open_of
    a = [bill("C1", "F-1", date(2026, 2, 20)), bill("C1", "F-2", date(2026, 2, 20), "5000", currency="JPY")]
    print(open_of((), a))

def test_57_gap_after_a_template_fault(tmp_path: Path) -> None:
    pass

def test_58_paused_account_with_unmatched_candidate_put_aside(tmp_path: Path) -> None:
    """an unreadable mail from an address of two accounts holds both"""
    from bot.core.inbound import InboundMail
    from bot.steps.understand import put_aside
    b = Bench(tmp_path, [client("C1"), client("C2")], [bill("C1", "F-1", date(2026, 2, 20)), bill("C2", "F-2", date(2026, 2, 20))])
    b.go(date(2026, 3, 1))
    with b.world.store.transaction() as books:
        m = InboundMail("abc", "main", "inbox", b"From: compta@client.example\r\nSubject: x\r\n\r\nhi", b.at)
        books.keep_mail(m)
        put_aside(books, b.moment, m, "boom")
    b.go(date(2026, 3, 2))
    assert b.to(C) == []

def test_59_too_large_mail_in_a_thread_rests_its_account(tmp_path: Path) -> None:
    """a 60 MiB reply from an unknown address in our thread"""
    from bot.core.inbound import InboundMail
    from bot.steps.understand import put_aside
    b = Bench(tmp_path, [client("C1")], [bill("C1", "F-1", date(2026, 2, 20))])
    b.go(date(2026, 3, 2))
    ours = email.message_from_bytes(b.to(C)[0])["Message-ID"]
    raw = f"From: boss@home.example\r\nSubject: Re\r\nIn-Reply-To: {ours}\r\n\r\n".encode()
    with b.world.store.transaction() as books:
        m = InboundMail("abc", "main", "inbox", raw, b.at, why="too large")
        books.keep_mail(m)
    b.days(date(2026, 3, 3), date(2026, 3, 20))
    print(b.tasks())
    assert len(b.to(C)) == 1

def test_60_unmatched_mail_can_be_given_to_its_account() -> None:
    assert any("move" in n or "assign" in n or "belongs" in n for n in dir(review))

def test_61_two_drafts_of_one_person(tmp_path: Path) -> None:
    """approved answer is waiting (stopped) and the client writes again: the old answer must not leave"""
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.at = datetime(2026, 3, 2, 8, tzinfo=PARIS)
    b.write(C, "Bonjour,\n\nNous réglerons la facture F-1 le 6 mars 2026.")
    b.go(date(2026, 3, 2))
    (d,) = review.waiting(b.world)
    review.approve(b.world, b.moment, d.id, 1, "Ann")
    b.at = datetime(2026, 3, 2, 9, 30, tzinfo=PARIS)
    b.write(C, "Bonjour,\n\nErreur de ma part, nous contestons la facture F-1, elle est fausse.")
    b.go(date(2026, 3, 2), 10)
    print(b.case("C1").drafts, len(b.to(C)))
    assert b.to(C) == []

def test_62_invoice_of_a_vanished_account_number_reused(tmp_path: Path) -> None:
    pass

def test_63_sent_fact_conflict(tmp_path: Path) -> None:
    pass

def test_64_not_performed_and_held(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20)), replace(bill("C1", "A-1", date(2026, 2, 20), "1200.00"), kind=ItemKind.CREDIT_NOTE)])
    b.days(date(2026, 3, 2), date(2026, 3, 6))
    assert b.to(C) == []

def test_65_credit_covers_and_call_level_still_asks(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 1, 20)), replace(bill("C1", "A-1", date(2026, 2, 20), "1000.00"), kind=ItemKind.CREDIT_NOTE)])
    b.world
    with b.world.store.transaction() as books:
        books.append("C1", 0, (facts.ReminderSent("r", (facts.Raised("F-1", 15),), "<x>"),), datetime(2026, 2, 10, tzinfo=UTC), date(2026, 2, 10))
    b.days(date(2026, 3, 2), date(2026, 3, 20))
    print(b.tasks())
    assert b.tasks() == []

def test_66_call_levels_on_stale_ledger(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 6))])
    with b.world.store.transaction() as books:
        books.append("C1", 0, (facts.ReminderSent("r", (facts.Raised("F-1", 15),), "<x>"),), datetime(2026, 2, 10, tzinfo=UTC), date(2026, 2, 10))
    b.go(date(2026, 2, 25))
    b.inbox.fails = Unreachable("away")
    for n in range(9, 14):
        b.go(date(2026, 3, n), export=False)
    print(b.tasks())
    assert b.tasks() == []

def test_67_facts_hold_no_free_words(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.at = datetime(2026, 3, 2, 8, tzinfo=PARIS)
    b.write(C, "Bonjour,\n\nNous avons réglé la facture F-1 hier.")
    b.go(date(2026, 3, 2))
    (d,) = list(review.waiting(b.world))
    review.refuse(b.world, b.moment, d.id, 1, "Ann", "Mme Martin (06 99 00 00 00) a appelé")
    assert not any("Martin" in repr(f) for f in b.facts("C1"))

def test_68_rate_of_one_mailbox_does_not_hold_another(tmp_path: Path) -> None:
    from bot.mailboxes.memory import MemoryInbox, MemorySender
    from bot.steps.world import Mailbox
    b = Bench(tmp_path, [client(f"A{n}", f"a{n}@c{n}.example") for n in range(3)] + [client("Z", "z@z.example", segment="two")],
              [bill(f"A{n}", f"F-{n}", date(2026, 2, 20)) for n in range(3)] + [bill("Z", "F-Z", date(2026, 2, 20))])
    out = MemorySender()
    b.world = replace(b.world, mailboxes={"main": replace(b.world.mailboxes["main"], rate_per_hour=3),
        "second": Mailbox("second", "ar@vendeur.example", MemoryInbox(lambda: b.at), out, 3, segments=("two",))})
    b.go(date(2026, 3, 2))
    assert len(out.sent) == 1

def test_69_our_letter_redirected_back_with_words_is_not_swallowed(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.go(date(2026, 3, 2))
    raw = b.to(C)[0]
    ours = email.message_from_bytes(raw)["Message-ID"]
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Subject"], mail["Message-ID"] = C, ADDRESS, "Re: x", str(ours)
    mail.set_content("Nous avons réglé la facture F-1 hier.")
    b.inbox.deliver(mail.as_bytes(), "inbox")
    ev = b.go(date(2026, 3, 3))
    print([str(e) for e in ev])
    assert b.case("C1").pauses or b.tasks()

def test_70_waiting_reminders_over_a_thousand_all_die(tmp_path: Path) -> None:
    pass

def test_71_mode_shadow_keeps_no_level_so_first_live_day_is_no_burst(tmp_path: Path) -> None:
    pass

def test_72_account_pause_ends_in_time_without_other_event(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 1, 20))])
    with b.world.store.transaction() as books:
        books.append("C1", 0, (facts.ReminderSent("r", (facts.Raised("F-1", 5),), "<x>"), facts.Paused(date(2026, 3, 10), "reply_received")), datetime(2026, 2, 10, tzinfo=UTC), date(2026, 2, 10))
    b.days(date(2026, 3, 2), date(2026, 3, 12))
    assert len(b.to(C)) == 1

def test_73_short_plan_rounding_new_invoice_never_reminded(tmp_path: Path) -> None:
    """a plan of the whole account that was paid to the cent less one holds all later invoices for ever"""
    from bot.core.history import Instalment
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.go(date(2026, 3, 1))
    review.agree_plan(b.world, b.moment, "C1", [Instalment(date(2026, 3, 10), Decimal("999.99"))], (), "Ann")
    b.items = [bill("C1", "F-1", date(2026, 2, 20), "0.01")]
    b.days(date(2026, 3, 9), date(2026, 3, 16))
    b.items.append(bill("C1", "F-2", date(2026, 4, 1), "1.00"))
    print(b.case("C1").plan)
    assert b.case("C1").plan is None

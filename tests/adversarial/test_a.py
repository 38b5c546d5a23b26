"""Probes: each asserts the right behaviour."""
from datetime import date, timedelta
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from bot.core import history as facts
from bot.core.drafts import DraftState
from bot.core.history import Instalment
from bot.core.outbox import RowState
from bot.core.receivables import fingerprint, Contact
from bot.ports import Refused, Unreachable, Unclear, Throttled
from bot.steps import review
from tests.adversarial.bench import *

C = "compta@client.example"

def test_01_call_level_on_saturday_is_asked_on_monday(tmp_path: Path) -> None:
    due = date(2026, 2, 26)  # +30 = Saturday 28 March
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", due)])
    b.days(date(2026, 2, 20), date(2026, 4, 8))
    print(b.facts("C1"), b.tasks())
    assert any(t.startswith("call_client_level") for t in b.tasks())

def test_02_one_greylisted_recipient_does_not_block_others(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client("C1", "a@typo.example"), client("C2", "b@ok.example")],
              [bill("C1", "F-1", date(2026, 2, 20)), bill("C2", "F-2", date(2026, 2, 20))])
    b.sender.fails = {"a@typo.example": Unreachable("450 4.1.2 recipient domain not found")}
    for h in range(9, 17):
        b.go(date(2026, 3, 2), h)
    b.days(date(2026, 3, 3), date(2026, 3, 6))
    assert len(b.to("b@ok.example")) == 1

def test_03_wrong_smtp_password_costs_no_account(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.sender.fails = {"": Refused("smtp.example refused the password of user x (535)")}
    b.go(date(2026, 3, 2))
    b.sender.fails = {}
    b.days(date(2026, 3, 2), date(2026, 3, 5))
    print(b.tasks())
    assert len(b.to(C)) == 1 and b.tasks() == []

def test_04_clock_set_back_and_mailbox_down_sends_nothing(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.world.store  # noqa
    from bot.core.policy import Policy
    b.go(date(2026, 3, 1), 12)  # Sunday: read to its end, nothing leaves; then clock was wrong
    b.go(date(2026, 3, 2), 23)  # outside hours
    b.inbox.fails = Unreachable("imap is away")
    b.go(date(2026, 3, 2), 10)  # the clock is corrected
    assert b.to(C) == []

def test_05_two_accounts_one_address_we_paid_holds_both(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client("C1"), client("C2")],
              [bill("C1", "F-1", date(2026, 2, 20)), bill("C2", "F-2", date(2026, 2, 20))])
    b.at = datetime(2026, 3, 2, 8, tzinfo=PARIS)
    b.write(C, "Bonjour,\n\nNous avons tout réglé hier par virement.\n\nCordialement")
    ev = b.go(date(2026, 3, 2))
    print([str(e) for e in ev], b.tasks())
    assert b.to(C) == []

def test_06_reply_in_thread_of_one_account_about_invoice_of_other(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client("C1"), client("C2")],
              [bill("C1", "FA-2026-101", date(2026, 2, 20))])
    b.go(date(2026, 3, 2))
    import email
    ours = email.message_from_bytes(b.to(C)[0])["Message-ID"]
    b.items.append(bill("C2", "FA-2026-202", date(2026, 2, 27)))
    b.at = datetime(2026, 3, 3, 9, tzinfo=PARIS)
    b.write(C, "Bonjour,\n\nLa facture FA-2026-202 a été réglée hier par virement.\n\nCordialement", "Re: x", In_Reply_To=ours)
    b.go(date(2026, 3, 3))
    print(b.case("C1"), b.case("C2"))
    b.days(date(2026, 3, 4), date(2026, 3, 5))
    assert len(b.to(C)) == 1

def test_07_draft_deleted_in_drafts_folder_can_be_decided(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.at = datetime(2026, 3, 2, 8, tzinfo=PARIS)
    b.write(C, "Bonjour,\n\nPouvez-vous m'envoyer une copie de la facture F-1 ?")
    b.go(date(2026, 3, 2))
    for k, kept in list(b.inbox._kept.items()):
        if kept.folder == "drafts":
            del b.inbox._kept[k]
    for h in (10, 11, 12):
        b.go(date(2026, 3, 2), h)
    with b.world.store.transaction() as books:
        (d,) = books.drafts((DraftState.CONFLICT,))
        for t in books.tasks():
            print(t)
    for t in [t.split(":")[0] for t in []]:
        pass
    with b.world.store.transaction() as books:
        ids = [t.id for t in books.tasks()]
    for i in ids:
        review.finish_task(b.world, b.moment, i, "Ann", "done")
    try:
        review.refuse(b.world, b.moment, d.id, d.version, "Ann", "deleted")
    except Exception as e:
        print("refuse:", e)
    review.release(b.world, b.moment, "C1", "Ann")
    b.days(date(2026, 3, 3), date(2026, 4, 15))
    print(b.case("C1"))
    assert len(b.to(C)) >= 1

def test_08_release_after_unreadable_mail_gives_back_account(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    from bot.core.inbound import InboundMail, MailState
    from bot.steps.understand import put_aside
    b.go(date(2026, 3, 1))
    with b.world.store.transaction() as books:
        m = InboundMail("abc", "main", "inbox", b"From: compta@client.example\r\nSubject: x\r\n\r\nhi", b.at)
        books.keep_mail(m)
        put_aside(books, b.moment, m, "boom")
    review.release(b.world, b.moment, "C1", "Ann")
    b.days(date(2026, 3, 2), date(2026, 3, 10))
    print(b.case("C1"), b.tasks())
    assert len(b.to(C)) == 1

def test_09_release_of_unclear_does_not_resend(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.sender.fails = {"": Unclear("died after DATA")}
    b.go(date(2026, 3, 2))
    b.sender.fails = {}
    review.release(b.world, b.moment, "C1", "Ann")
    b.days(date(2026, 3, 3), date(2026, 3, 4))
    with b.world.store.transaction() as books:
        print(books.rows((RowState.UNKNOWN, RowState.SENT)))
    assert b.to(C) == []

def test_10_draft_withdrawn_by_ledger_leaves_a_next_step(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20)), bill("C1", "F-2", date(2026, 2, 20))])
    b.at = datetime(2026, 3, 2, 8, tzinfo=PARIS)
    b.write(C, "Bonjour,\n\nNous avons bien reçu votre relance, nous vérifions la facture F-1 et revenons vers vous. Pouvez-vous nous dire à quelle commande elle correspond ?")
    b.go(date(2026, 3, 2))
    print(b.facts("C1"), b.tasks())
    b.items = [b.items[0]]
    ev = b.go(date(2026, 3, 3))
    print([str(e) for e in ev])
    print(b.case("C1"), b.tasks())
    with b.world.store.transaction() as books:
        waiting = books.drafts((DraftState.OPEN,))
    assert waiting or b.tasks()

def test_11_promise_of_whole_account_kept_despite_new_invoice(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20)), bill("C1", "F-2", date(2026, 2, 21))])
    b.at = datetime(2026, 3, 2, 8, tzinfo=PARIS)
    b.write(C, "Bonjour,\n\nNous vous réglerons tout le 10 mars 2026.\n\nCordialement")
    b.go(date(2026, 3, 2))
    print(b.case("C1").promises)
    b.items = b.items + [bill("C1", "F-3", date(2026, 4, 20), "900.00")]
    b.go(date(2026, 3, 6))
    b.items = [b.items[2]]
    b.days(date(2026, 3, 9), date(2026, 3, 16))
    c = b.case("C1")
    print(c.promises_kept, c.promises_broken, b.tasks())
    assert c.promises_kept == 1 and c.promises_broken == 0

def test_12_plan_short_of_the_debt_ends(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.go(date(2026, 3, 1))
    review.agree_plan(b.world, b.moment, "C1", [Instalment(date(2026, 3, 10), Decimal("300"))], (), "Ann")
    b.items = [bill("C1", "F-1", date(2026, 2, 20), "700.00")]
    b.days(date(2026, 3, 9), date(2026, 4, 10))
    with b.world.store.transaction() as books:
        print(books.standing("C1"), b.tasks() if 0 else "")
    assert b.case("C1").plan is None or b.to(C)

def test_13_plan_of_whole_account_not_broken_by_new_invoice(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.go(date(2026, 3, 1))
    review.agree_plan(b.world, b.moment, "C1", [Instalment(date(2026, 3, 10), Decimal("500")), Instalment(date(2026, 4, 10), Decimal("500"))], (), "Ann")
    b.items = [bill("C1", "F-1", date(2026, 2, 20), "500.00"), bill("C1", "F-9", date(2026, 5, 20), "800.00")]
    b.days(date(2026, 3, 9), date(2026, 3, 20))
    print(b.facts("C1"), b.tasks())
    assert b.case("C1").plan is not None

def test_14_stale_ledger_breaks_no_promise(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.at = datetime(2026, 3, 2, 8, tzinfo=PARIS)
    b.write(C, "Bonjour,\n\nNous vous réglerons la facture F-1 le 10 mars 2026.\n\nCordialement")
    b.go(date(2026, 3, 2))
    assert b.case("C1").promises
    for n in range(3, 20):
        b.go(date(2026, 3, n), export=False)
    print(b.case("C1"), b.tasks())
    assert b.case("C1").promises_broken == 0

def test_15_promise_put_off_is_not_broken(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.at = datetime(2026, 3, 2, 8, tzinfo=PARIS)
    b.write(C, "Bonjour,\n\nNous vous réglerons la facture F-1 le 10 mars 2026.\n\nCordialement")
    b.go(date(2026, 3, 2))
    b.at = datetime(2026, 3, 5, 8, tzinfo=PARIS)
    b.write(C, "Bonjour,\n\nFinalement nous réglerons la facture F-1 le 25 mars 2026.\n\nCordialement")
    b.days(date(2026, 3, 5), date(2026, 3, 16))
    print(b.case("C1"), b.tasks())
    assert b.case("C1").promises_broken == 0

def test_16_address_ok_mends(tmp_path: Path) -> None:
    from bot.cli.review import decide
    import argparse
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.go(date(2026, 3, 1))
    with b.world.store.transaction() as books:
        books.append("C1", books.standing("C1").seq, (facts.ContactBounced(fingerprint(C), "m", True),), b.at, b.at.date())
    opt = argparse.Namespace(action="address-ok", id="C1", address=C, reason="", by="Ann", version=None, json=False, demo=False)
    decide(b.world, b.moment, opt)
    print(b.facts("C1"))
    assert not b.case("C1").bounced
    assert not any("@" in repr(f) for f in b.facts("C1"))

def test_17_colleague_writing_to_two_accounts_counts(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client("C1", "a@one.example"), client("C2", "b@two.example")],
              [bill("C1", "F-1", date(2026, 2, 20)), bill("C2", "F-2", date(2026, 2, 20))])
    b.at = datetime(2026, 3, 2, 8, tzinfo=PARIS)
    b.write(ADDRESS, "Bonjour à tous les deux", folder="sent", to="a@one.example, b@two.example")
    b.go(date(2026, 3, 2))
    assert b.to("a@one.example") == [] and b.to("b@two.example") == []

def test_18_colleague_answers_a_reply_from_another_address(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.go(date(2026, 3, 2))
    import email
    ours = email.message_from_bytes(b.to(C)[0])["Message-ID"]
    b.at = datetime(2026, 3, 9, 8, tzinfo=PARIS)
    theirs = b.write("patron@ailleurs.example", "Merci, nous vérifions.", In_Reply_To=ours)
    b.go(date(2026, 3, 9))
    b.at = datetime(2026, 3, 9, 14, tzinfo=PARIS)
    b.write(ADDRESS, "Bonjour, voici le détail demandé.", folder="sent", to="patron@ailleurs.example", In_Reply_To=theirs)
    ev = b.go(date(2026, 3, 9), 15)
    print([str(e) for e in ev])
    assert any(isinstance(f, facts.PersonWrote) for f in b.facts("C1"))

def test_19_rename_mailbox_with_unknown_row(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.sender.fails = {"": Unclear("died after DATA")}
    b.go(date(2026, 3, 2))
    b.sender.fails = {}
    box = b.world.mailboxes["main"]
    b.world = replace(b.world, mailboxes={"compta": replace(box, name="compta")})
    b.accounts.append(client("C2", "b@two.example")); b.items.append(bill("C2", "F-2", date(2026, 2, 20)))
    b.go(date(2026, 3, 3))
    assert len(b.to("b@two.example")) == 1

def test_20_never_left_answer_has_a_next_step(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.at = datetime(2026, 3, 2, 8, tzinfo=PARIS)
    b.write(C, "Bonjour,\n\nNous avons réglé la facture F-1 hier.")
    b.go(date(2026, 3, 2))
    with b.world.store.transaction() as books:
        (d,) = books.drafts((DraftState.OPEN,))
    review.approve(b.world, b.moment, d.id, 1, "Ann")
    b.sender.fails = {"": Unclear("died after DATA")}
    b.go(date(2026, 3, 2), 10)
    b.sender.fails = {}
    review.settle_unclear(b.world, b.moment, f"a{d.id}", False, "Ann")
    b.go(date(2026, 3, 2), 11)
    with b.world.store.transaction() as books:
        print(books.draft(d.id).state)
        waiting = books.drafts((DraftState.OPEN,))
    assert waiting or b.tasks()

def test_21_digest_counts_money_once(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 3, 20)), bill("C1", "F-2", date(2026, 3, 20))], digest_to=(MANAGER,))
    b.go(date(2026, 3, 2), 7, 30)
    b.items = [b.items[0]]
    b.go(date(2026, 3, 3), 6)   # the export of the night
    from bot.steps.report import fields
    seen = []
    for day in (3, 4):
        b.go(date(2026, 3, day), 7, 30)
        with b.world.store.transaction() as books:
            seen += [m.invoice for m in fields(b.world, b.moment, books).money_in]
    assert seen == ["F-2"]

def test_22_digest_after_a_day_off_tells_all(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 3, 20)), bill("C1", "F-2", date(2026, 3, 20))], digest_to=(MANAGER,))
    b.go(date(2026, 3, 2), 7, 30)
    b.items = [b.items[0]]
    b.go(date(2026, 3, 2), 12)
    from bot.steps.report import fields
    b.go(date(2026, 3, 4), 7, 30)  # the machine was off on the 3rd
    with b.world.store.transaction() as books:
        seen = [m.invoice for m in fields(b.world, b.moment, books).money_in]
    assert seen == ["F-2"]

def test_23_stranger_at_a_british_free_mail_is_unknown(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client("C1", "trader@yahoo.co.uk")], [bill("C1", "F-1", date(2026, 2, 20))])
    b.at = datetime(2026, 3, 2, 8, tzinfo=PARIS)
    b.write("stranger@yahoo.co.uk", "Hello, we have paid all your invoices last Friday by bank transfer.")
    b.go(date(2026, 3, 2))
    with b.world.store.transaction() as books:
        ds = books.drafts((DraftState.OPEN,))
    print(ds)
    assert not ds

def test_24_same_number_in_two_accounts(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client("C1", "a@one.example"), client("C2", "b@two.example")],
              [bill("C1", "1001", date(2026, 4, 20)), bill("C2", "1001", date(2026, 4, 20), "300.00")])
    b.go(date(2026, 3, 2)); b.go(date(2026, 3, 3))
    print(b.facts("C1"), b.facts("C2"))
    assert b.facts("C1") == []

def test_25_dispute_on_paid_invoice_ends(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20)), bill("C1", "F-2", date(2026, 2, 20))])
    b.at = datetime(2026, 3, 2, 8, tzinfo=PARIS)
    b.write(C, "Bonjour,\n\nNous contestons vos factures, le prix n'est pas celui convenu.")
    b.go(date(2026, 3, 2))
    print(b.case("C1").disputes)
    b.items = []
    b.go(date(2026, 3, 3))
    print(b.case("C1").disputes)
    assert not b.case("C1").disputes

def test_26_events_hold_no_address(tmp_path: Path) -> None:
    from bot.mailboxes.smtp_replies import Answer, refusal
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.sender.fails = {"": refusal(Answer(550, "no such user"), "smtp.example", f"the recipient {C}")}
    ev = b.go(date(2026, 3, 2))
    assert not any(C in str(e) for e in ev)

def test_27_junk_spam_makes_no_task(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.at = datetime(2026, 3, 2, 8, tzinfo=PARIS)
    b.write("win@spam.example", "You won a million. Click here.", folder="junk")
    b.go(date(2026, 3, 2))
    print(b.tasks())
    assert b.tasks() == []

def test_28_account_number_changed_keeps_promise(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client("OLD")], [bill("OLD", "F-1", date(2026, 2, 20))])
    b.at = datetime(2026, 3, 2, 8, tzinfo=PARIS)
    b.write(C, "Bonjour,\n\nNous vous réglerons la facture F-1 le 20 mars 2026.\n\nCordialement")
    b.go(date(2026, 3, 2))
    b.accounts, b.items = [client("NEW")], [bill("NEW", "F-1", date(2026, 2, 20))]
    b.days(date(2026, 3, 3), date(2026, 3, 6))
    print(b.case("OLD"), b.facts("NEW"))
    assert b.case("OLD").promises_kept == 0
    assert b.to(C) == []

def test_29_invoice_back_from_a_gap_in_export_keeps_level(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20)), bill("C1", "F-2", date(2026, 6, 20))])
    b.days(date(2026, 2, 20), date(2026, 3, 10))
    assert b.case("C1").levels["F-1"] == 15
    both = b.items
    b.items = [both[1]]
    b.go(date(2026, 3, 12))
    b.items = both
    b.go(date(2026, 3, 13))
    n = len(b.to(C))
    b.days(date(2026, 3, 14), date(2026, 3, 24))
    print(b.case("C1").levels, n, len(b.to(C)))
    assert len(b.to(C)) == n

def test_30_approved_answer_after_stop_of_weeks(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.at = datetime(2026, 3, 2, 8, tzinfo=PARIS)
    b.write(C, "Bonjour,\n\nNous réglerons la facture F-1 le 6 mars 2026.")
    b.go(date(2026, 3, 2))
    with b.world.store.transaction() as books:
        (d,) = books.drafts((DraftState.OPEN,))
        books.keep_setting("stopped", "x")
    review.approve(b.world, b.moment, d.id, 1, "Ann")
    b.go(date(2026, 3, 2), 10)
    b.items = []
    b.days(date(2026, 3, 3), date(2026, 3, 20))
    with b.world.store.transaction() as books:
        books.keep_setting("stopped", "")
    b.go(date(2026, 3, 23))
    print(b.sender.sent[0][1].decode()[:1500] if b.sender.sent else "nothing")
    assert b.to(C) == []

"""Probes, second round: each asserts the right behaviour."""
import email
from datetime import date, timedelta
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from email.policy import default
from bot.core import history as facts
from bot.core.drafts import DraftState
from bot.core.outbox import RowState
from bot.core.receivables import fingerprint, Contact, MovementKind
from bot.ports import Refused, Unreachable, Unclear, Throttled
from bot.steps import review
from tests.adversarial.bench import *

C = "compta@client.example"

def digests(b):
    return [email.message_from_bytes(r, policy=default).get_body(("plain",)).get_content() for r in b.to(MANAGER)]

def test_31_digest_money_once(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 3, 20)), bill("C1", "F-2", date(2026, 3, 20))], digest_to=(MANAGER,))
    b.go(date(2026, 3, 2), 7, 30)
    b.items = [b.items[0]]
    b.go(date(2026, 3, 3), 6)
    b.go(date(2026, 3, 3), 7, 30); b.go(date(2026, 3, 4), 7, 30)
    assert [("F-2" in d) for d in digests(b)].count(True) == 1

def test_32_digest_tells_reminders_that_left_in_its_own_pass(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))], digest_to=(MANAGER,))
    b.go(date(2026, 3, 2), 9)     # cron runs `once` at nine each day
    b.go(date(2026, 3, 3), 9)
    b.go(date(2026, 3, 4), 9)
    assert len(b.to(C)) == 1
    for d in digests(b): print(d[:1200], "\n=======")
    assert any("Client C1" in d.split("demain")[0] and "F-1" in d for d in digests(b)[1:])

def test_33_bounced_reminder_raises_no_level(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 24))])
    b.go(date(2026, 3, 2))
    ours = email.message_from_bytes(b.to(C)[0])["Message-ID"]
    with b.world.store.transaction() as books:
        books.append("C1", books.standing("C1").seq, (facts.ContactBounced(fingerprint(C), "m", True),), b.at, b.at.date())
    b.accounts = [client(email="neu@client.example")]
    b.days(date(2026, 3, 3), date(2026, 3, 20))
    (raw,) = b.to("neu@client.example")
    subject = str(email.message_from_bytes(raw, policy=default)["Subject"])
    print(subject, b.case("C1").levels)
    assert b.case("C1").levels["F-1"] == 5

def test_34_throttle_wait_is_kept(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    calls = []
    class S:
        def send(self, raw, to):
            calls.append(1); raise Throttled("450 come back in an hour", 3600.0)
        def close(self): ...
    b.world = replace(b.world, mailboxes={"main": replace(b.world.mailboxes["main"], sender=S())})
    for m in range(0, 60, 5):
        b.go(date(2026, 3, 2), 9, m)
    assert len(calls) == 1

def test_35_client_answers_on_own_address_with_two_mailboxes(tmp_path: Path) -> None:
    """the other mailbox that the client writes to is unreachable"""
    from bot.mailboxes.memory import MemoryInbox, MemorySender
    from bot.steps.world import Mailbox
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    other = MemoryInbox(lambda: b.at)
    other.fails = Unreachable("away")
    b.world = replace(b.world, mailboxes={**b.world.mailboxes, "second": Mailbox("second", "ar@vendeur.example", other, MemorySender())})
    b.go(date(2026, 3, 2))
    assert b.to(C) == []

def test_36_colleague_cc_shared_mailbox_counts_in_gap(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.at = datetime(2026, 3, 2, 8, tzinfo=PARIS)
    b.write(ADDRESS, "Bonjour, voici la facture F-1 demandée.", folder="inbox", to=C, Cc=ADDRESS)
    b.go(date(2026, 3, 2))
    print(b.facts("C1"), b.tasks())
    assert any(isinstance(f, facts.PersonWrote) for f in b.facts("C1")) and not b.tasks()

def test_37_credit_note_only_partly_and_two_currencies_promise(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20)), bill("C1", "F-2", date(2026, 2, 20), "5000", currency="USD")])
    b.at = datetime(2026, 3, 2, 8, tzinfo=PARIS)
    b.write(C, "Bonjour,\n\nNous vous réglerons 1000 euros le 10 mars 2026.\n\nCordialement")
    b.go(date(2026, 3, 2))
    print(b.case("C1").promises)
    # the client pays USD 1000 on the dollar invoice, not the euros promised
    b.items = [b.items[0], bill("C1", "F-2", date(2026, 2, 20), "4000", currency="USD")]
    b.days(date(2026, 3, 9), date(2026, 3, 16))
    print(b.case("C1").promises_kept, b.case("C1").promises_broken)
    assert b.case("C1").promises_kept == 0

def test_38_promise_about_an_unknown_invoice_is_no_kept_promise(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20)), bill("C1", "F-2", date(2026, 2, 20))])
    from bot.core.time_brings import what_time_brings
    from bot.core.case import OpenPromise
    b.at = datetime(2026, 3, 2, 8, tzinfo=PARIS)
    b.write(C, "Bonjour,\n\nNous vous réglerons la facture F-99 le 20 mars 2026.\n\nCordialement")
    b.go(date(2026, 3, 2)); b.go(date(2026, 3, 3))
    print(b.facts("C1"), b.tasks())
    assert not any(isinstance(f, facts.PromiseKept) for f in b.facts("C1"))

def test_39_two_part_promise_second_is_judged_on_sum(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.at = datetime(2026, 3, 2, 8, tzinfo=PARIS)
    b.write(C, "Bonjour,\n\nNous vous réglerons 300 euros le 10 mars 2026 et 700 euros le 20 mars 2026 pour la facture F-1.\n\nCordialement")
    b.go(date(2026, 3, 2))
    print(b.case("C1").promises, b.tasks())

def test_40_answered_stranger_thread_leaks(tmp_path: Path) -> None:
    """Reply-To: where does the draft go"""
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.at = datetime(2026, 3, 2, 8, tzinfo=PARIS)
    b.write(C, "Bonjour,\n\nNous avons réglé la facture F-1 hier.", Reply_To="reglements@client.example")
    b.go(date(2026, 3, 2))
    with b.world.store.transaction() as books:
        (d,) = books.drafts((DraftState.OPEN,))
    print("recipient", d.recipient)

def test_41_failed_answer_can_be_sent_again(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.at = datetime(2026, 3, 2, 8, tzinfo=PARIS)
    b.write(C, "Bonjour,\n\nNous avons réglé la facture F-1 hier.")
    b.go(date(2026, 3, 2))
    with b.world.store.transaction() as books:
        (d,) = books.drafts((DraftState.OPEN,))
    review.approve(b.world, b.moment, d.id, 1, "Ann")
    b.sender.fails = {"": Refused("535 wrong password")}
    b.go(date(2026, 3, 2), 10)
    b.sender.fails = {}
    b.go(date(2026, 3, 2), 11)
    print(b.tasks())
    try:
        review.approve(b.world, b.moment, d.id, 1, "Ann")
        b.go(date(2026, 3, 2), 12)
    except Exception as e:
        print("approve again:", e)
    assert len(b.to(C)) == 1

def test_42_promises_without_end(tmp_path: Path) -> None:
    """a client that promises anew every two weeks is never reminded and never shown to a person"""
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    day = date(2026, 3, 2)
    for n in range(8):
        b.at = datetime.combine(day, time(8), tzinfo=PARIS)
        new = day + timedelta(days=14)
        b.write(C, f"Bonjour,\n\nNous réglerons la facture F-1 le {new:%d/%m/%Y}.\n\nCordialement")
        b.go(day)
        with b.world.store.transaction() as books:
            for d in books.drafts((DraftState.OPEN,)):
                pass
        for d in [d for d in review.waiting(b.world)]:
            review.refuse(b.world, b.moment, d.id, d.version, "Ann", "")
        for x in range(1, 13):
            b.go(day + timedelta(days=x))
        day = day + timedelta(days=13)
    print(b.case("C1"), b.tasks(), len(b.to(C)))

def test_43_second_mail_to_draft_from_other_person(tmp_path: Path) -> None:
    b = Bench(tmp_path, [replace(client(), contacts=(Contact(C, "A"), Contact("direction@client.example", "B")))], [bill("C1", "F-1", date(2026, 2, 20))])
    b.at = datetime(2026, 3, 2, 8, tzinfo=PARIS)
    b.write(C, "Bonjour,\n\nPouvez-vous m'envoyer une copie de la facture F-1 ?")
    b.go(date(2026, 3, 2))
    b.at = datetime(2026, 3, 2, 10, tzinfo=PARIS)
    b.write("direction@client.example", "Bonjour,\n\nNous avons réglé la facture F-1 hier.")
    b.go(date(2026, 3, 2), 10)
    with b.world.store.transaction() as books:
        print([(d.recipient, d.templates, d.state) for d in books.drafts(tuple(DraftState))])
        assert C in [d.recipient for d in books.drafts((DraftState.OPEN,))]

def test_44_drafts_mode_row_waits_and_client_pays(tmp_path: Path) -> None:
    from bot.core.policy import Mode
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))], mode=Mode.DRAFTS)
    b.go(date(2026, 3, 2))
    b.items = []
    b.go(date(2026, 3, 2), 10)
    with b.world.store.transaction() as books:
        rows = books.rows((RowState.WAITING,))
    print([r.id for r in rows])
    assert rows == []

def test_45_drafts_mode_reminder_can_be_refused(tmp_path: Path) -> None:
    from bot.core.policy import Mode
    from bot.cli.review import decide
    import argparse
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))], mode=Mode.DRAFTS)
    b.go(date(2026, 3, 2))
    with b.world.store.transaction() as books:
        (r,) = books.rows((RowState.WAITING,))
    opt = argparse.Namespace(action="refuse", id=r.id, reason="x", by="Ann", version=None, json=False, demo=False)
    decide(b.world, b.moment, opt)

def test_46_pdf_of_other(tmp_path: Path) -> None:
    pass

def test_47_stop_while_sending_many(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client(f"C{n}", f"a{n}@c{n}.example") for n in range(3)], [bill(f"C{n}", f"F-{n}", date(2026, 2, 20)) for n in range(3)])
    def stop(to, raw):
        with b.world.store.transaction() as books:
            books.keep_setting("stopped", "x")
    b.sender.then = stop
    b.go(date(2026, 3, 2))
    assert len(b.sender.sent) == 1

def test_48_crash_in_put_aside_conflict(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.go(date(2026, 3, 2))
    with b.world.store.transaction() as books:
        print(books.standing("C1"))

def test_49_refused_policy_hash_stable(tmp_path: Path) -> None:
    import subprocess, sys
    code = "from bot.core.policy import Policy,Staircase;from bot.wiring import _hash;print(_hash(Policy({'':Staircase(())},refused_debtor_types=frozenset({'consumer','public','business'}))))"
    seen = {subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout for _ in range(4)}
    print(seen)
    assert len(seen) == 1

def test_50_unverified_stranger_in_thread_rests_account(tmp_path: Path) -> None:
    b = Bench(tmp_path, [client()], [bill("C1", "F-1", date(2026, 2, 20))])
    b.at = datetime(2026, 3, 2, 8, tzinfo=PARIS)
    b.write("liquidateur@mj.example", "Madame, Monsieur,\n\nPar jugement du 20 février 2026 le tribunal a ouvert une liquidation judiciaire à l'encontre de la société Client C1 (facture F-1). Veuillez déclarer votre créance.")
    b.go(date(2026, 3, 2))
    print(b.case("C1"), b.tasks())
    with b.world.store.transaction() as books:
        ids = [t.id for t in books.tasks()]
    assert not b.to(C)
    for i in ids:
        review.finish_task(b.world, b.moment, i, "Ann", "declared")
    b.days(date(2026, 3, 3), date(2026, 3, 20))
    print(len(b.to(C)), b.case("C1").insolvency)
    assert not b.to(C)

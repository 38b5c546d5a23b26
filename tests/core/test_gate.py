"""One situation per name: each reason not to send, tried alone on a row that may otherwise leave."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from bot.core import gate
from bot.core import history as facts
from bot.core.gate import CHECKS, Departure, refusals
from bot.core.history import Raised
from bot.core.outbox import Claim, OutboxRow, RowKind
from bot.core.policy import Mode, QuietPeriod
from bot.core.reasons import SENTENCES, UI_LANGUAGES, sentence
from bot.core.receivables import Contact, fingerprint
from tests.make import TODAY, account, calendar, case, invoice, policy

TO = "compta@client.example"


def row(**changes: object) -> OutboxRow:
    base = {
        "id": "r",
        "key": "k",
        "kind": RowKind.REMINDER,
        "account": "C001",
        "day": TODAY,
        "recipient": TO,
        "message_id": "<m@example.com>",
        "raw": b"",
        "raised": (Raised("F1", 5),),
        "claims": (Claim("F1", Decimal("100.00"), "EUR"),),
        "mailbox": "main",
    }
    return OutboxRow(**{**base, **changes})  # type: ignore[arg-type]


def departure(**changes: object) -> Departure:
    base = {
        "row": row(),
        "mode": Mode.LIVE,
        "stopped": False,
        "today": TODAY,
        "local": datetime(2026, 3, 18, 10, tzinfo=UTC),
        "policy": policy(),
        "calendar": calendar(),
        "account": account(),
        "items": (invoice(),),
        "mailbox_read": True,
    }
    return Departure(**{**base, **changes})  # type: ignore[arg-type]


def test_a_reminder_that_nothing_speaks_against_may_leave() -> None:
    assert refusals(departure()) == ()


SITUATIONS = {
    "stopped": {"stopped": True},
    "shadow_mode": {"mode": Mode.SHADOW},
    "over_rate": {"sent_lately": 100},
    "not_approved": {"mode": Mode.DRAFTS},
    "day_over": {"row": row(day=TODAY - timedelta(days=1))},
    "ledger_stale": {"ledger_refusals": ("ledger_stale",)},
    "mailbox_not_read": {"mailbox_read": False},
    "mail_not_understood": {"case": case(facts.MailReceived("m"))},
    "insolvency": {"case": case(facts.InsolvencyDeclared("liquidation", "m"))},
    "with_a_person": {"case": case(facts.Escalated("t", "unsure"))},
    "answer_waiting": {"case": case(facts.DraftPrepared("d", "m"))},
    "plan_undecided": {"case": case(facts.PlanAsked("m"))},
    "contact_bounced": {"case": case(facts.ContactBounced(fingerprint(TO), "m"))},
    "contact_changed": {"account": account(contacts=(Contact("new@client.example"),))},
    "paid": {"items": (invoice("F2"),)},
    "balance_changed": {"items": (invoice(amount="60.00"),)},
    "disputed": {"case": case(facts.DisputeOpened("d", ("F1",), "price", "m"))},
    "promise_running": {"case": case(facts.PromiseMade("p", TODAY, None, ("F1",), Decimal(1), "m"))},
    "plan_running": {"case": case(facts.PlanAgreed("x", (), ("F1",), Decimal(1), "Ann"))},
    "paused": {"case": case(facts.Paused(TODAY, "reply_received"))},
    "gap": {"case": case(facts.PersonWrote("m"), day=TODAY - timedelta(days=6))},
    "not_a_working_day": {"calendar": calendar(TODAY)},
    "quiet_period": {"policy": policy(quiet=(QuietPeriod("clôture", TODAY, TODAY),))},
    "outside_hours": {"local": datetime(2026, 3, 18, 7, 59, tzinfo=UTC)},
}


@pytest.mark.parametrize(("name", "change"), SITUATIONS.items(), ids=SITUATIONS)
def test_each_refusal_has_its_situation(name: str, change: dict[str, object]) -> None:
    """X2."""
    assert refusals(departure(**change)) == (name,)


def test_every_refusal_and_skip_has_a_sentence_in_every_ui_language() -> None:
    for name in (*SITUATIONS, "draft_outdated", "answer_overtaken"):
        for language in UI_LANGUAGES:
            assert sentence(name, language) != name.replace("_", " "), name
    assert all(len(pair) == len(UI_LANGUAGES) and all(pair) for pair in SENTENCES.values())


def test_every_check_of_the_gate_has_a_situation() -> None:
    checked = {check.__name__ for checks in CHECKS.values() for check in checks}
    named = set(SITUATIONS) | {"ledger", "item_held", "quiet", "draft_outdated", "answer_overtaken"}
    assert checked <= named


def test_an_answer_without_a_named_person_never_leaves() -> None:
    answer = row(kind=RowKind.ANSWER, draft="d")
    assert refusals(departure(row=answer)) == ("not_approved",)
    assert refusals(departure(row=row(kind=RowKind.ANSWER, draft="d", approved_by="Ann"))) == ()


def test_an_approved_answer_leaves_on_a_holiday_and_in_a_dispute() -> None:
    """A person decided: only the switch, the mode, the rate and a withdrawn draft may hold it."""
    answer = row(kind=RowKind.ANSWER, draft="d", approved_by="Ann")
    busy = case(facts.DisputeOpened("d", ("F1",), "price", "m"))
    assert refusals(departure(row=answer, case=busy, calendar=calendar(TODAY), mailbox_read=False)) == ()
    assert refusals(departure(row=answer, draft_open=False)) == ("draft_outdated",)


APPROVED = facts.DraftApproved("d", 1, "Ann")


@pytest.mark.parametrize(
    ("later", "refused"),
    [
        pytest.param(facts.ReplyUnderstood("m", "human", (), "rules"), True, id="a newer mail of a person"),
        pytest.param(facts.MailReceived("m"), True, id="a newer mail that nobody could read"),
        pytest.param(facts.Cleared("F1", Decimal(1), "EUR", "payment", whole=False), True, id="money"),
        pytest.param(facts.ReplyUnderstood("m", "out_of_office", (), "rules"), False, id="an absence notice"),
        pytest.param(facts.ReplyUnderstood("m", "human", (), "person:Ann"), False, id="what a person read themselves"),
        pytest.param(facts.PersonWrote("m"), False, id="a colleague's own letter"),
    ],
)
def test_an_answer_does_not_leave_when_the_client_wrote_or_paid_after_it_was_approved(
    later: facts.Fact, refused: bool
) -> None:
    answer = row(kind=RowKind.ANSWER, draft="d", approved_by="Ann")
    at = datetime(2026, 3, 18, 9, tzinfo=UTC)
    told: tuple[facts.Fact, ...] = (later, APPROVED, later)
    history = [facts.Recorded(n, at, TODAY, fact) for n, fact in enumerate(told, 1)]
    assert gate.after_approval(history, answer) == (later,)
    assert refusals(departure(row=answer, since=(later,))) == (("answer_overtaken",) if refused else ())


def test_what_was_known_when_the_answer_was_approved_does_not_hold_it() -> None:
    answer = row(kind=RowKind.ANSWER, draft="d", approved_by="Ann")
    told: tuple[facts.Fact, ...] = (facts.ReplyUnderstood("m", "human", (), "rules"), APPROVED)
    at = datetime(2026, 3, 18, 9, tzinfo=UTC)
    history = [facts.Recorded(n, at, TODAY, fact) for n, fact in enumerate(told, 1)]
    assert gate.after_approval(history, answer) == ()


def test_the_digest_goes_on_when_a_mailbox_is_away_but_not_in_shadow_mode() -> None:
    digest = row(kind=RowKind.DIGEST, account="", claims=())
    assert refusals(departure(row=digest, mailbox_read=False, ledger_refusals=("ledger_stale",))) == ()
    assert refusals(departure(row=digest, mode=Mode.SHADOW)) == ("shadow_mode",)


def test_every_refusal_is_named_not_only_the_first() -> None:
    found = refusals(departure(stopped=True, mailbox_read=False, items=()))
    assert found == ("stopped", "mailbox_not_read", "paid")


def test_what_only_postpones_is_a_refusal_that_exists() -> None:
    assert set(SITUATIONS) >= gate.POSTPONING

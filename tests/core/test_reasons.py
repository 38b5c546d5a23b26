"""Whatever a person is told has a sentence in both languages: a new code without one fails here, wherever it arises.

Over 250 lines, because one table of facts and one list of scans are of use only when they are complete.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

from bot.core import acts
from bot.core import history as facts
from bot.core.decide import Context, decide
from bot.core.drafts import DraftState
from bot.core.history import Fact, Instalment, Raised
from bot.core.inbound import MailState
from bot.core.labels import PRIORITY, Kind, Reading, Understanding, Value
from bot.core.outbox import RowKind, RowState
from bot.core.reasons import (
    EVENTS,
    SELF_TELLING,
    SENTENCES,
    UI_LANGUAGES,
    event_sentence,
    inside,
    known,
    sentence,
    task_sentence,
)
from bot.core.receivables import DebtorType, MovementKind, OpenItem
from bot.core.situation import Situation
from bot.core.tasks import RESTING
from bot.core.tell import Manner, said, tell
from classifiers.labels import all_labels
from tests.make import TODAY, calendar, invoice, policy

ROOT = Path(__file__).parents[2]
SNAKE = re.compile(r"^[a-z]+(_[a-z]+)*$")
DISPUTES = (
    "price quantity quality not_delivered not_ordered duplicate credit_note_due penalty administrative other"
).split()


# -- what the code says, found by reading it
def trees() -> Iterator[tuple[str, ast.Module]]:
    for folder in ("bot", "classifiers"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            yield str(file.relative_to(ROOT)), ast.parse(file.read_text(encoding="utf-8"))


def calls(*names: str) -> Iterator[ast.Call]:
    """Every call of one of these, as `Name(…)` or `module.Name(…)`."""
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in names:
                yield node


def literals(node: ast.AST | None) -> Iterator[str]:
    """The codes that an expression may be: both arms of a condition, none of an f-string's parts."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*literals(node.body), *literals(node.orelse))
    elif isinstance(node, ast.Tuple):
        yield from (code for part in node.elts for code in literals(part))


def given(name: str, position: int, keyword: str = "") -> set[str]:
    """Literal codes in one argument of every call of `name`."""
    found: set[str] = set()
    for call in calls(name):
        found |= set(literals(call.args[position])) if len(call.args) > position else set()
        found |= {code for k in call.keywords if k.arg == keyword for code in literals(k.value)}
    return found


def returned(file: str, *functions: str) -> set[str]:
    """Literal codes that these functions (all, when none is named) of a file return; after a colon stands a detail."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    wanted = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and (not functions or node.name in functions)
    ]
    codes = {
        code for f in wanted for node in ast.walk(f) if isinstance(node, ast.Return) for code in literals(node.value)
    }
    parts = {
        value.value.partition(":")[0]
        for f in wanted
        for node in ast.walk(f)
        if isinstance(node, ast.JoinedStr)
        for value in node.values[:1]
        if isinstance(value, ast.Constant) and isinstance(value.value, str)
    }
    return codes | {part for part in parts if SNAKE.match(part)}


def assigned(file: str, *names: str) -> set[str]:
    """Literal codes that these names, or a tuple of them, get in a file."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            targets = {name.id for name in ast.walk(node.targets[0]) if isinstance(name, ast.Name)}
            found |= set(literals(node.value)) if targets <= set(names) else set()
    return found


def matched() -> set[str]:
    """By which signs a mail is recognised: the first of each (sign, accounts, how sure) that `match` goes through."""
    tree = ast.parse((ROOT / "bot/mail/match.py").read_text(encoding="utf-8"))
    loops = [node.iter for node in ast.walk(tree) if isinstance(node, ast.For) and isinstance(node.iter, ast.Tuple)]
    rows = [row for loop in loops for row in loop.elts if isinstance(row, ast.Tuple)]
    return {code for row in rows for code in literals(row.elts[0])}


SCANNED = {
    "tasks": given("Escalate", 0, "task"),
    "why a person is asked": given("Escalate", 1, "why"),
    "what a level asks of a person": assigned("bot/steps/run_dunning.py", "kind", "why"),
    "why a pause": given("Pause", 1, "reason") | given("Paused", 1, "reason"),
    "why a pause ended": given("Resumed", 0, "reason"),
    "why no reminder": given("Skip", 0, "why") | returned("bot/core/dunning.py", "held"),
    "why the gate refuses": returned("bot/core/gate.py"),
    "why the ledger is refused": given("LedgerRefusal", 0, "code")
    | given("_refuse", 1)
    | returned("bot/steps/sync_ledger.py", "ledger_refusals"),
    "why a letter is held": returned("bot/steps/run_dunning.py", "_remind"),
    "why a draft is out of date": given("DraftOutdated", 1, "why") | given("outdate", 3),
    "why it is not sure": given("Opinion", 3, "why_unsure") | returned("classifiers/rules.py", "_why_unsure"),
    "what is resting": set(RESTING),
}
SIGNS = sorted(code for code in given("Match", 1) | given("settle_mail", 3) | matched() if SNAKE.match(code))
LEAST = {
    "what a level asks of a person": 4,
    "tasks": 12,
    "why a person is asked": 15,
    "why a pause": 5,
    "why no reminder": 15,
    "why the gate refuses": 15,
}


@pytest.mark.parametrize("what", SCANNED)
def test_a_code_that_stands_in_the_source_has_a_sentence(what: str) -> None:
    """Invariant: every Skip and refusal has a sentence in every UI language."""
    assert len(SCANNED[what]) >= LEAST.get(what, 1), "the scan finds the codes"
    codes = {code.partition(":")[0] for code in SCANNED[what]}
    assert sorted(code for code in codes if not known(code)) == []


@pytest.mark.parametrize("what", SCANNED)
def test_a_code_is_one_word_or_several_with_underscores(what: str) -> None:
    assert [code for code in SCANNED[what] if not SNAKE.match(code)] == []


def events() -> set[tuple[str, str]]:
    """(step, what) of every event that a step makes, however it names it."""
    found: set[tuple[str, str]] = set()
    for call in (call for call in calls("Event") if len(call.args) > 1):  # threading has an Event too
        (step, *_), what = list(literals(call.args[0])) or [""], call.args[1]
        found |= {(step, code) for code in literals(what)}
        if isinstance(what, ast.JoinedStr):
            found |= {(step, f"{kind.value}_sent") for kind in RowKind}
    found |= {("follow_up", code) for code in returned("bot/steps/follow_up.py", "_name")}
    found |= {("sync_ledger", code) for code in SCANNED["why the ledger is refused"]}
    return found | {("run_dunning", code) for code in assigned("bot/steps/run_dunning.py", "what")}


def test_every_event_of_every_step_has_words_in_both_languages() -> None:
    found = events()
    assert len(found) > 40
    silent = {(s, w) for s, w in found if not (f"{s}.{w}" in EVENTS or w in EVENTS or known(w))}
    assert silent == set()
    assert {event_sentence(s, w, "fr") for s, w in found} & {event_sentence(s, w, "en") for s, w in found} == set()


# -- what the code says when it runs
BY_REASON: list[dict[str, Value]] = [{"reason": reason} for reason in DISPUTES]
VALUES: tuple[dict[str, Value], ...] = (
    {},
    {"paid_ref": "VIR-1", "paid_date": "2026-03-17", "paid_amount": "10.00"},
    {"promise_date": "2026-03-27", "promise_amount": "10.00"},
    {"promise_date": "2026-01-05"},
    {"promise_date": "2027-03-27", "fuzzy": True},
    {"instalments": 3, "frequency": "monthly", "first_date": "2026-04-15"},
    {"deferral_until": "2026-09-30"},
    {"contact_name": "Zoé Exemple", "contact_email": "zoe@client.example"},
    {"proceeding": "liquidation", "judgment_date": "2026-03-02"},
    {"documents": ["invoice_copy"]},
    *BY_REASON,
)
ITEMS: tuple[tuple[OpenItem, ...], ...] = ((), (invoice(),), (invoice(), invoice("F2")))


def spoken(found: list[acts.Act]) -> set[str]:
    """The codes in these acts."""
    codes: set[str] = set()
    for act in found:
        match act:
            case acts.Escalate(task, why):
                codes |= {task, why}
            case acts.Pause(_, reason) | acts.OpenDispute(reason):
                codes.add(reason)
            case acts.StopForInsolvency(proceeding):
                codes.add(f"proceeding_{proceeding}")
    return codes


@pytest.mark.parametrize("label", PRIORITY)
def test_whatever_a_label_proposes_has_a_sentence(label: str) -> None:
    respond = all_labels()[label].respond
    codes: set[str] = set()
    for values, items, named in product(VALUES, ITEMS, ((), ("F1",))):
        at = Situation(Reading(label, named, values, "words", 0.9, "t/1"), TODAY, policy(), calendar(), items)
        codes |= spoken(list(respond(at)))
    assert codes and sorted(code for code in codes if not known(code)) == []


@pytest.mark.parametrize("kind", Kind)
def test_whatever_is_decided_has_a_sentence(kind: Kind) -> None:
    respond = {name: label.respond for name, label in all_labels().items()}
    codes: set[str] = set()
    doubts = list(product((False, True), (False, True), (False, True)))
    for label, values, (unsure, matched, sender) in product(PRIORITY, VALUES, doubts):
        mail = Understanding(kind, "fr", "words", (Reading(label, (), values),), {"return_date": "2026-04-01"}, unsure)
        context = Context(TODAY, policy(), calendar(), ITEMS[1], matched=matched, sender_known=sender)
        for each in (mail, replace(mail, readings=())):
            codes |= spoken([proposal.act for proposal in decide(each, context, respond)])
    assert sorted(code for code in codes if not known(code)) == []


# -- lists that are closed elsewhere
def test_the_signs_by_which_a_mail_is_recognised_are_found() -> None:
    assert {"thread", "sender_domain", "several", "sent_copy", "draft", "recipient"} <= set(SIGNS)


@pytest.mark.parametrize(
    "code",
    [
        *(f"row_{state.value}" for state in RowState),
        *(f"row_{kind.value}" for kind in RowKind),
        *(f"draft_{state.value}" for state in DraftState),
        *(f"mail_{state.value}" for state in MailState),
        *(f"kind_{kind.value}" for kind in Kind),
        *(kind.value for kind in DebtorType),
        *(kind.value for kind in MovementKind),
        *(f"dispute_{reason}" for reason in DISPUTES),
        *(f"proceeding_{p}" for p in "safeguard reorganisation liquidation over_indebtedness other".split()),
        *(f"matched_{by}" for by in SIGNS),
        "unknown",
    ],
)
def test_each_of_a_closed_list_has_its_words(code: str) -> None:
    assert known(code)


# -- the sentences themselves
@pytest.mark.parametrize("code", sorted({**SENTENCES, **EVENTS}))
def test_a_sentence_is_written_in_both_languages_alike(code: str) -> None:
    """Both are whole sentences or both are terms; no code shines through."""
    french, english = SENTENCES.get(code) or EVENTS[code]
    assert french.endswith(".") == english.endswith(".")
    assert not re.search("_| {2}", french + english)
    assert all(SNAKE.match(part) for part in code.split("."))
    assert not re.search(r"[^ \u00a0][:;?!»]", french), "a space stands before these in French"


def test_a_reason_inside_another_sentence_begins_small_and_ends_with_one_full_stop() -> None:
    assert sentence("paused", "fr", "payment_announced") == "Relances suspendues (règlement annoncé)."
    assert sentence("not_a_working_day", "en", "Easter Monday").endswith("(Easter Monday).")
    assert inside("Ann said so", "en") == "Ann said so"


def test_a_detail_without_a_sentence_is_shown_as_it_is() -> None:
    assert "(INV_7)" in sentence("paid", "en", "INV_7")


def test_a_code_nobody_knows_is_shown_in_words() -> None:
    assert sentence("some_new_code", "fr") == "some new code"


@pytest.mark.parametrize("language", UI_LANGUAGES)
def test_a_task_never_says_the_same_thing_twice(language: str) -> None:
    for kind, why in SELF_TELLING:
        assert task_sentence(kind, why, language) == sentence(kind, language)
    told = task_sentence("settle_dispute", "dispute_price", language)
    assert told in ("Traiter le litige : prix", "Settle the dispute: price")
    assert task_sentence("read_reply", "unmatched", "fr") == "Lire le message : message d'un expéditeur inconnu"


# -- facts
DAY = date(2026, 3, 20)
TOLD: tuple[Fact, ...] = (
    facts.ReminderSent("r1", (Raised("F1", 5), Raised("F2", -5)), "<m@vendeur.example>"),
    facts.PersonAsked((Raised("F1", 30),), "t1"),
    facts.AnswerSent("r2", "d1", "Ann Example", "<m@vendeur.example>"),
    facts.PersonWrote("m1"),
    facts.PersonWrote("m1", "d1"),
    facts.MailReceived("m1"),
    facts.ReplyUnderstood("m1", "human", ("paid", "dispute"), "rules/1"),
    facts.ReplyUnderstood("m1", "human", (), "rules/1", unsure=True),
    facts.ReplyUnderstood("m1", "out_of_office", (), "rules/1"),
    facts.ReplyUnderstood("m1", "bounce", (), "rules/1"),
    facts.Paused(DAY, "payment_announced", ("F1",)),
    facts.Resumed("pause_ended"),
    facts.PromiseMade("p1", DAY, Decimal("10.00"), ("F1",), Decimal(20), "m1", fuzzy=True),
    facts.PromiseMade("p1", DAY, None, (), Decimal(20), "m1"),
    facts.PromiseKept("p1"),
    facts.PromiseBroken("p1"),
    facts.PromiseDropped("p1"),
    facts.DisputeOpened("m1.0", ("F1",), "credit_note_due", "m1"),
    facts.DisputeClosed("m1.0", "Ann Example", "avoir"),
    facts.DisputeClosed("m1.0", facts.BY_LEDGER),
    facts.PlanAsked("m1"),
    facts.PlanAgreed("pl1", (Instalment(DAY, Decimal("10.00")),), (), Decimal(20), "Ann Example"),
    facts.PlanEnded("pl1", kept=True),
    facts.PlanEnded("pl1", kept=False),
    facts.InsolvencyDeclared("liquidation", "m1", DAY),
    facts.InsolvencyLifted("Ann Example"),
    facts.ContactBounced("f1", "m1"),
    facts.ContactBounced("f1", "m1", permanent=False),
    facts.ContactMended("f1", "Ann Example"),
    facts.ContactProposed("m1"),
    facts.Escalated("t1", "dispute_price"),
    facts.TakenOver("Ann Example"),
    facts.TaskDone("settle_dispute:m1", "Ann Example", "avoir"),
    facts.Released("Ann Example"),
    facts.DraftPrepared("d1", "m1"),
    facts.DraftApproved("d1", 2, "Ann Example"),
    facts.DraftRefused("d1", "Ann Example", "appel"),
    facts.DraftOutdated("d1", "ledger_changed"),
    facts.Cleared("F1", Decimal("10.00"), "EUR", "write_off"),
    facts.Cleared("F1", Decimal("10.00"), "EUR", "unknown", whole=False),
    facts.CameBack("F1"),
    facts.SendingUnclear("r1"),
    facts.SendingFailed("r1", "refused"),
    facts.SendingFailed("r1", "never left"),
)


def test_every_kind_of_fact_is_told_here() -> None:
    assert {type(fact) for fact in TOLD} == set(get_args(Fact))


@pytest.mark.parametrize("fact", TOLD, ids=lambda fact: type(fact).__name__)
def test_a_fact_is_told_in_both_languages_without_a_code(fact: Fact) -> None:
    manner = Manner(title=lambda label: label.replace("_", " "))
    french, english = (said(fact, language, manner) for language in UI_LANGUAGES)
    assert french != english
    for told in (french, english):
        assert told[0].isupper() or told.startswith("F1")
        assert not re.search(r"_| {2}|None|\.$|\.\)", told), told


def test_figures_are_written_as_the_reader_is_used_to() -> None:
    """The core knows no locale: it is handed the habits of the reader."""
    french = Manner(lambda day: f"{day:%d/%m/%Y}", lambda amount, currency: f"{amount} {currency}!", str.title, "CHF")
    made = facts.PromiseMade("p1", DAY, Decimal("10.00"), ("F1",), Decimal(20), "m1")
    assert said(made, "fr", french) == "Promesse de règlement : 10.00 CHF! pour le 20/03/2026 (F1)"
    understood = facts.ReplyUnderstood("m1", "human", ("paid",), "rules/1")
    assert "Paid" in said(understood, "fr", french)


def test_a_refusing_server_is_not_a_refusing_client() -> None:
    """The code "refused" of a sending is another one than the reason "the client refuses to pay"."""
    assert "client" not in said(facts.SendingFailed("r1", "refused"), "fr")


def test_a_line_begins_with_its_day() -> None:
    recorded = facts.Recorded(1, datetime(2026, 3, 20, 9, tzinfo=UTC), DAY, facts.PromiseKept("p1"))
    assert tell(recorded, "en") == "2026-03-20  Promise kept"

"""The dunning run: each account whose day has come is planned; letters are queued, tasks opened, the rest told."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256

from bot.core import history as facts
from bot.core.acts import Escalate
from bot.core.case import Case
from bot.core.climbing import next_change
from bot.core.dunning import Ask, Look, Outcome, Remind, Skip, next_look, plan
from bot.core.effects import task_for
from bot.core.gate import Departure, refusals
from bot.core.outbox import OutboxRow, RowState
from bot.core.policy import LevelKind, Mode, Staircase
from bot.core.receivables import OpenItem
from bot.ports import Books, Held, Standing, TemplateFault
from bot.steps.sync_ledger import ledger_refusals
from bot.steps.world import HOUR, Event, Tick, World, mailbox_read
from bot.steps.writing import pending_row, write_reminder

BATCH = 1000
"""Accounts per transaction: memory is one batch however many accounts there are."""

_OBJECTS_PER_BATCH = 50_000


@dataclass(frozen=True)
class Planned:
    """One account and what is due for it today."""

    look: Look
    standing: Standing
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True)
class Conditions:
    """What holds for every letter of this pass, read once: it decides whether writing them makes sense."""

    stopped: bool
    ledger: tuple[str, ...]
    read: dict[str, bool]
    sent_lately: dict[str, int]


def run_dunning(world: World, tick: Tick) -> Iterator[Event]:
    """Linear in the accounts that are due. A second pass of the day finds the row of the first and adds nothing."""
    after = ""
    with _old_objects_at_rest():
        while True:
            with world.store.transaction() as books:
                due = books.due_accounts(tick.today, world.policy_hash, after, BATCH)
                events = _batch(world, tick, books, due) if due else []
            yield from events
            if len(due) < BATCH:
                return
            after = due[-1]


@contextmanager
def _old_objects_at_rest() -> Iterator[None]:
    """Each batch makes so many objects that the garbage collector would look through all older ones again and again:
    half a million when the classifier is loaded. Until the run ends they are left out, and it looks less often."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_OBJECTS_PER_BATCH, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


def planned(world: World, tick: Tick, books: Books, numbers: Sequence[str]) -> Iterator[Planned]:
    """The outcomes of a batch of accounts: three queries, whatever its size."""
    items: dict[str, list[OpenItem]] = {}
    for item in books.items(numbers):
        items.setdefault(item.account, []).append(item)
    standings, calendar_of, today = books.standings(numbers), cache(world.calendars), tick.today
    for account in books.accounts(numbers):
        standing = standings.get(account.number) or Standing(account.number, 0, Case(), None)
        look = Look(
            account,
            items.get(account.number, ()),
            standing.case,
            world.policy,
            calendar_of(account.country),
            today,
        )
        yield Planned(look, standing, plan(look))


def conditions(world: World, tick: Tick, books: Books) -> Conditions:
    """The pass's own conditions."""
    return Conditions(
        bool(books.setting("stopped")),
        ledger_refusals(world, books, tick),
        {name: mailbox_read(books, name, tick) for name in world.mailboxes},
        {name: books.sent_since(tick.now - HOUR, name) for name in world.mailboxes},
    )


def _batch(world: World, tick: Tick, books: Books, due: Sequence[str]) -> list[Event]:
    now, today = conditions(world, tick, books), tick.today
    held: list[Held] = []
    events: list[Event] = []
    for found in planned(world, tick, books, due):
        number = found.look.account.number
        reasons, told = _settle(world, tick, books, found, now)
        events += told
        held.append(Held(number, today, reasons))
        books.plan_next(number, _next(tick, found, reasons, now), world.policy_hash)
    gone = set(due) - {h.account for h in held}
    for number, standing in (books.standings(sorted(gone)) if gone else {}).items():
        books.plan_next(number, _next_of_gone(world, tick, standing.case, now), world.policy_hash)
    books.keep_held(today, held)
    return events


def _settle(
    world: World, tick: Tick, books: Books, found: Planned, now: Conditions
) -> tuple[tuple[str, ...], list[Event]]:
    """Tasks and a letter, or the reasons why there is none."""
    reasons: tuple[str, ...] = ()
    events: list[Event] = []
    if _asks_on_bad_ledger(found, now):
        return now.ledger, events
    for outcome in found.outcomes:
        match outcome:
            case Ask():
                events.append(_ask(tick, books, found, outcome))
            case Remind():
                reasons, event = _remind(world, tick, books, found, outcome, now)
                events += [event] if event else []
            case Skip(why, _, detail):
                reasons = (f"{why}:{detail}" if detail else why,) if why in WORTH_SHOWING else ()
    return reasons, events


def _asks_on_bad_ledger(found: Planned, now: Conditions) -> bool:
    """Nobody is asked to call about figures that may be gone since."""
    return bool(now.ledger) and any(isinstance(outcome, Ask) for outcome in found.outcomes)


def _next(tick: Tick, found: Planned, reasons: tuple[str, ...], now: Conditions) -> date | None:
    """What could not be judged on this ledger is judged as soon as there is a good one. A letter that the gate would
    refuse is tried again at the next pass; in shadow mode tomorrow is soon enough."""
    refused = reasons and "shadow_mode" not in reasons
    letter = any(isinstance(outcome, Remind) for outcome in found.outcomes)
    if (refused and letter) or _asks_on_bad_ledger(found, now) or _unjudged(found.look.case, now):
        return tick.today
    return next_look(found.look, found.outcomes)


def _unjudged(case: Case, now: Conditions) -> bool:
    return bool(now.ledger and (case.promises or case.plan or case.disputes))


def _next_of_gone(world: World, tick: Tick, case: Case, now: Conditions) -> date | None:
    """An account that left the ledger: what it had promised still has its day."""
    return tick.today if _unjudged(case, now) else next_change((), case, Staircase(()), world.policy, tick.today)


WORTH_SHOWING = frozenset(
    """insolvency debtor_type_refused no_address contact_bounced mail_not_understood with_a_person answer_waiting
    plan_undecided paused disputed promise_running plan_running gap not_a_working_day quiet_period""".split()
)
"""Reasons that a manager may want to change; "nothing is due" is not one."""


def _ask(tick: Tick, books: Books, found: Planned, ask: Ask) -> Event:
    """A level that a person handles: the fact and the task together, so that it is asked once."""
    number = found.look.account.number
    formal = ask.level.kind is LevelKind.FORMAL_NOTICE
    kind, why = ("formal_notice", "formal_notice_level") if formal else ("call_client_level", "call_level")
    key = sha256(repr((number, ask.raised)).encode()).hexdigest()[:12]
    task = task_for(Escalate(kind, why, due=tick.today), key, number, tick.now)
    books.open_task(task)
    asked = facts.PersonAsked(ask.raised, task.id)
    books.append(number, books.standing(number).seq, (asked,), tick.now, tick.today)
    return Event("run_dunning", why, number, ", ".join(r.invoice for r in ask.raised))


def _remind(
    world: World, tick: Tick, books: Books, found: Planned, remind: Remind, now: Conditions
) -> tuple[tuple[str, ...], Event | None]:
    """A row in the outbox, or the reasons why the gate would refuse it: then nothing is written at all."""
    row = pending_row(world, tick, found.look, remind)
    refused = refusals(departure(world, tick, found.look, row, now))
    if world.mode is Mode.DRAFTS:
        refused = tuple(code for code in refused if code != "not_approved")
    if refused:
        return refused, None
    try:
        written = write_reminder(world, tick, books, found.look, remind, row)
    except TemplateFault as fault:
        return ("template_fault",), Event("run_dunning", "template_fault", row.account, str(fault), bad=True)
    queued = books.queue(written)
    waits = written.state is RowState.WAITING
    what = "reminder_waits_for_approval" if waits else "reminder_queued"
    return (), Event("run_dunning", what, row.account, remind.level.name) if queued else None


def departure(world: World, tick: Tick, look: Look, row: OutboxRow, now: Conditions) -> Departure:
    return Departure(
        row=row,
        mode=world.mode,
        stopped=now.stopped,
        today=tick.today,
        local=tick.local,
        policy=world.policy,
        calendar=look.calendar,
        account=look.account,
        items=look.items,
        case=look.case,
        ledger_refusals=now.ledger,
        mailbox_read=now.read[row.mailbox],
        sent_lately=now.sent_lately[row.mailbox],
        rate_limit=world.mailboxes[row.mailbox].rate_per_hour,
    )

"""What the passing of days brings: promises kept or broken, plans, pauses that end, drafts overtaken by the ledger."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.core import history as facts
from bot.core.acts import Escalate
from bot.core.commitments import share
from bot.core.drafts import CopyState, DraftAnswer, DraftState
from bot.core.effects import task_for
from bot.core.history import Fact
from bot.core.receivables import OpenItem
from bot.core.time_brings import what_time_brings
from bot.ports import Books, Standing
from bot.steps.sync_ledger import ledger_refusals
from bot.steps.world import Event, Tick, World

BATCH = 1000


def follow_up(world: World, tick: Tick) -> Iterator[Event]:
    """Every account whose day has come, in batches. Linear in the due accounts; memory is one batch."""
    after = ""
    while True:
        with world.store.transaction() as books:
            trusted = not ledger_refusals(world, books, tick)
            due = books.due_accounts(tick.today, world.policy_hash, after, BATCH)
            events = _batch(world, tick, books, due, trusted)
        yield from events
        if len(due) < BATCH:
            break
        after = due[-1]
    with world.store.transaction() as books:
        events = list(_drafts(tick, books))
    yield from events


def _batch(world: World, tick: Tick, books: Books, due: Sequence[str], trusted: bool) -> list[Event]:
    standings = {a: s for a, s in books.standings(due).items() if s.case.holds_something}
    items: dict[str, list[OpenItem]] = {}
    for item in books.items(list(standings)) if standings else ():
        items.setdefault(item.account, []).append(item)
    events: list[Event] = []
    for account, standing in standings.items():
        found = what_time_brings(standing.case, items.get(account, []), world.policy, tick.today, trusted)
        if found:
            events += _note(tick, books, standing, found)
    return events


def _note(tick: Tick, books: Books, standing: Standing, found: tuple[Fact, ...]) -> list[Event]:
    asked: list[Fact] = []
    for fact in found:
        if isinstance(fact, facts.PlanEnded) and not fact.kept:
            task = task_for(
                Escalate("plan_broken", "plan_broken", due=tick.today), fact.plan, standing.account, tick.now
            )
            books.open_task(task)
            asked.append(facts.Escalated(task.id, "plan_broken"))
        if isinstance(fact, facts.PromiseBroken):
            books.open_task(
                task_for(
                    Escalate("call_after_promise", "promise_broken", due=tick.today),
                    fact.promise,
                    standing.account,
                    tick.now,
                )
            )
    books.append(standing.account, standing.seq, (*found, *asked), tick.now, tick.today)
    return [Event("follow_up", _name(fact), standing.account) for fact in found]


def _name(fact: Fact) -> str:
    match fact:
        case facts.PromiseKept():
            return "promise_kept"
        case facts.PromiseBroken():
            return "promise_broken"
        case facts.PromiseDropped():
            return "promise_dropped"
        case facts.DisputeClosed():
            return "dispute_closed"
        case facts.PlanEnded(_, kept):
            return "plan_fulfilled" if kept else "plan_broken"
        case _:
            return "pause_ended"


def _drafts(tick: Tick, books: Books) -> Iterator[Event]:
    """An open draft whose invoices were cleared after it was written may speak of a debt that is gone."""
    for draft in books.drafts((DraftState.OPEN,)):
        if _overtaken(books, draft):
            yield from outdate(tick, books, draft, "ledger_changed")


def _overtaken(books: Books, draft: DraftAnswer) -> bool:
    later = (r.fact for r in books.history(draft.account) if draft.created_at is None or r.at > draft.created_at)
    cleared = {fact.invoice for fact in later if isinstance(fact, facts.Cleared)}
    return bool(cleared) and share(_invoices_of(books, draft), tuple(cleared))


def _invoices_of(books: Books, draft: DraftAnswer) -> tuple[str, ...]:
    """The invoices that its mail named; none, and so all of the account's, when one of its readings named none."""
    said = books.understanding(draft.mail)
    readings = said.readings if said else ()
    if not all(reading.invoices for reading in readings):
        return ()
    return tuple(number for reading in readings for number in reading.invoices)


def outdate(tick: Tick, books: Books, draft: DraftAnswer, why: str) -> Iterator[Event]:
    """A draft nobody touched is withdrawn; one that a person touched stays (law). A task says either: the client asked
    something, and must not be forgotten with the draft."""
    account = draft.account
    if draft.copy is CopyState.TOUCHED or draft.version > 1:
        task = task_for(Escalate("check_draft", "draft_touched"), draft.id, account, tick.now)
        if books.open_task(task):
            yield Event("follow_up", "draft_touched", account, draft.id, bad=True)
        return
    books.change_draft(replace(draft, state=DraftState.OUTDATED, why=why), draft)
    books.open_task(task_for(Escalate("check_draft", why, due=tick.today), draft.id, account, tick.now))
    fact = facts.DraftOutdated(draft.id, why)
    books.append(account, books.standing(account).seq, (fact,), tick.now, tick.today)
    yield Event("follow_up", "draft_outdated", account, draft.id)

"""The ledger becomes a snapshot: what vanished is cleared, what is unlikely waits for a person."""

from collections.abc import Iterator, Mapping, Sequence

from bot.core.acts import Escalate
from bot.core.effects import task_for
from bot.core.history import CameBack, Cleared, Escalated
from bot.core.receivables import OpenItem, Snapshot
from bot.core.receivables_check import appeared, changes, check, moved
from bot.ports import Books, EdgeError, LedgerFaults
from bot.steps.world import Event, Tick, World

REFUSED = "ledger_refused"
"""The setting that keeps why the newest file was not taken."""
CONFIRMED = "ledger_confirmed"
"""The setting that keeps which file a person vouched for last, and on which day."""
SETTINGS = "ledger_settings"
"""The setting that keeps with which settings the snapshot was read: other ones read the same file anew."""


def confirm_ledger(world: World, tick: Tick, digest: str, by: str) -> None:
    """A person vouches for the very file with this sha256."""
    with world.store.transaction() as books:
        books.confirm_ledger(digest, by)
        books.keep_setting(CONFIRMED, f"{digest} {tick.today.isoformat()}")


def sync_ledger(world: World, tick: Tick) -> Iterator[Event]:
    """Read the ledger once and take it, or keep the old snapshot and say why. Linear in the ledger's rows."""
    try:
        snapshot = world.ledger.read()
    except LedgerFaults as faults:
        yield from _refuse(world, "ledger_broken", [str(fault) for fault in faults.faults])
        return
    except EdgeError as error:
        yield from _refuse(world, "ledger_broken", [str(error)])
        return
    yield from _take(world, tick, snapshot)
    with world.store.transaction() as books:
        refused = ledger_refusals(world, books, tick)
    if "ledger_stale" in refused:
        yield Event("sync_ledger", "ledger_stale", detail=f"as of {snapshot.as_of.isoformat()}", bad=True)


def _take(world: World, tick: Tick, snapshot: Snapshot) -> Iterator[Event]:
    with world.store.transaction() as books:
        head = books.snapshot_head()
        same = head is not None and (head.digest, head.as_of) == (snapshot.digest, snapshot.as_of)
        if same and books.setting(SETTINGS) == world.ledger_hash:
            books.keep_setting(REFUSED, "")
            return
        old_items = books.items() if head is not None else ()
        refusals = _refusals(world, tick, books, head, old_items, snapshot)
        if "ledger_unlikely" in refusals:
            books.keep_setting(REFUSED, f"ledger_unlikely {snapshot.digest}")
        else:
            books.keep_setting(REFUSED, "")
            cleared = changes(old_items, snapshot.items, snapshot.movements) if head is not None else {}
            books.keep_snapshot(snapshot)
            books.keep_setting(SETTINGS, world.ledger_hash)
            _note(books, cleared, tick)
            noticed = _came_back(books, tick, appeared(old_items, snapshot.items) if head is not None else {})
            noticed += _rest_moved(books, tick, moved(old_items, snapshot.items))
    if "ledger_unlikely" in refusals:
        yield Event("sync_ledger", "ledger_unlikely", detail=f"confirm {snapshot.digest[:12]}", bad=True)
        return
    yield Event("sync_ledger", "ledger_taken", detail=f"{len(snapshot.accounts)} accounts, {len(snapshot.items)} items")
    for account, facts in sorted(cleared.items()):
        for fact in facts:
            yield Event("sync_ledger", "cleared", account, f"{fact.invoice} {fact.amount} {fact.currency} ({fact.how})")
    yield from noticed


def _refusals(
    world: World, tick: Tick, books: Books, head: Snapshot | None, items: Sequence[OpenItem], new: Snapshot
) -> tuple[str, ...]:
    old = Snapshot(head.digest, head.taken_at, head.as_of, (), tuple(items)) if head is not None else None
    calendar = world.calendars(world.country)
    confirmed = books.ledger_confirmed(new.digest)
    found = check(old, new, tick.today, calendar, world.thresholds, confirmed)
    return tuple(refusal.code for refusal in found)


def _note(books: Books, cleared: Mapping[str, Sequence[Cleared]], tick: Tick) -> None:
    for account, facts in cleared.items():
        books.append(account, books.standing(account).seq, facts, tick.now, tick.today)


def _came_back(books: Books, tick: Tick, new: Mapping[str, Sequence[str]]) -> list[Event]:
    """Invoices that an earlier export had lost go on where they stood. One query for the accounts that got some."""
    events: list[Event] = []
    for account, standing in books.standings(sorted(new)).items():
        back = [number for number in new[account] if number in standing.case.left]
        if back:
            books.append(account, standing.seq, [CameBack(number) for number in back], tick.now, tick.today)
            events.append(Event("sync_ledger", "came_back", account, ", ".join(back)))
    return events


def _rest_moved(books: Books, tick: Tick, found: Mapping[tuple[str, str], Sequence[str]]) -> list[Event]:
    """Invoices that came from another account bring no levels, promises or disputes along: a person looks first."""
    events: list[Event] = []
    for (old, new), numbers in sorted(found.items()):
        asked = Escalate("check_account", "account_changed", due=tick.today)
        task = task_for(asked, f"{old}>{new}@{tick.today.isoformat()}", new, tick.now)
        if books.open_task(task):
            rests = (Escalated(task.id, "account_changed"),)
            books.append(new, books.standing(new).seq, rests, tick.now, tick.today)
            events.append(Event("sync_ledger", "account_changed", new, f"{old}: {', '.join(numbers)}", bad=True))
    return events


def _refuse(world: World, code: str, why: list[str]) -> Iterator[Event]:
    with world.store.transaction() as books:
        books.keep_setting(REFUSED, code)
    for line in why:
        yield Event("sync_ledger", code, detail=line, bad=True)


def ledger_refusals(world: World, books: Books, tick: Tick) -> tuple[str, ...]:
    """Why no reminder may rest on the ledger as it stands now; empty when it may."""
    head = books.snapshot_head()
    if head is None:
        return ("ledger_missing",)
    refused = books.setting(REFUSED).split(" ")[0]
    # Vouching for a file lifts its age for the day on which it was said: tomorrow it is old again.
    confirmed = books.setting(CONFIRMED) == f"{head.digest} {tick.today.isoformat()}"
    old_enough = check(None, head, tick.today, world.calendars(world.country), world.thresholds, confirmed)
    return tuple(code for code in (refused, *(refusal.code for refusal in old_enough)) if code)

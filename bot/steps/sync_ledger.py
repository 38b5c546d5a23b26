"""The ledger becomes a snapshot: what vanished is cleared, what is unlikely waits for a person."""

from collections.abc import Iterator, Mapping, Sequence

from bot.core.history import Cleared
from bot.core.receivables import OpenItem, Snapshot
from bot.core.receivables_check import changes, check
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
    if "ledger_unlikely" in refusals:
        yield Event("sync_ledger", "ledger_unlikely", detail=f"confirm {snapshot.digest[:12]}", bad=True)
        return
    yield Event("sync_ledger", "ledger_taken", detail=f"{len(snapshot.accounts)} accounts, {len(snapshot.items)} items")
    for account, facts in sorted(cleared.items()):
        for fact in facts:
            yield Event("sync_ledger", "cleared", account, f"{fact.invoice} {fact.amount} {fact.currency} ({fact.how})")


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

"""What is queued leaves, one mail at a time, through the gate; a crash at any point sends nothing twice."""

from collections.abc import Iterator

from bot.core import history as facts
from bot.core.acts import Escalate
from bot.core.calendar import Calendar
from bot.core.case import Case
from bot.core.drafts import DraftState
from bot.core.effects import task_for
from bot.core.gate import POSTPONING, Departure, refusals
from bot.core.outbox import OutboxRow, RowKind, RowState
from bot.ports import BadAnswer, Books, EdgeError, Refused, Throttled, Unclear, Unreachable
from bot.steps.outcome import sent_fact
from bot.steps.sync_ledger import ledger_refusals
from bot.steps.world import HOUR, Event, Mailbox, Tick, World, mailbox_read


def deliver(world: World, tick: Tick) -> Iterator[Event]:
    """Left-overs of a crash first, then what is queued. Two transactions and one network call per mail."""
    yield from _resolve(world, tick)
    resting: set[str] = set()
    with world.store.transaction() as books:
        queued = [*books.rows((RowState.WAITING,)), *books.rows((RowState.QUEUED,), limit=10_000)]
    for row in queued:
        if row.mailbox in resting or (row.not_before and tick.now < row.not_before):
            continue
        event = _one(world, tick, row)
        if event is None:
            continue
        yield event
        if event.what == "mailbox_cannot_send":
            resting.add(row.mailbox)


def _one(world: World, tick: Tick, row: OutboxRow) -> Event | None:
    """Gate and *sending* in one transaction, the network call, then *sent* with its fact in another."""
    with world.store.transaction() as books:
        found = refusals(departure(world, tick, books, row))
        if row.state is RowState.WAITING:
            return _end_of_day(books, row, found)
        if found:
            return _refuse(world, books, tick, row, found)
        if not books.move_row(row.id, RowState.QUEUED, RowState.SENDING, at=tick.now):
            return None
    return _send(world, tick, row, world.mailboxes[row.mailbox])


def _end_of_day(books: Books, row: OutboxRow, found: tuple[str, ...]) -> Event | None:
    if "day_over" not in found:
        return None
    books.move_row(row.id, RowState.WAITING, RowState.CANCELLED, why="day_over")
    return Event("deliver", "cancelled", row.account, "day_over")


def departure(world: World, tick: Tick, books: Books, row: OutboxRow) -> Departure:
    """The world as the gate looks at it, read anew for every row."""
    box = world.mailboxes[row.mailbox]
    accounts = books.accounts([row.account]) if row.account else ()
    account = accounts[0] if accounts else None
    draft = books.draft(row.draft) if row.draft else None
    reminder = row.kind is RowKind.REMINDER
    return Departure(
        row=row,
        mode=world.mode,
        stopped=bool(books.setting("stopped")),
        today=tick.today,
        local=tick.local,
        policy=world.policy,
        calendar=world.calendars(account.country) if account else Calendar("", {}, frozenset()),
        account=account,
        items=books.items([row.account]) if row.account else (),
        case=books.standing(row.account).case if row.account else Case(),
        ledger_refusals=ledger_refusals(world, books, tick) if reminder else (),
        mailbox_read=mailbox_read(books, row.mailbox, tick),
        sent_lately=books.sent_since(tick.now - HOUR),
        rate_limit=box.rate_per_hour,
        draft_open=draft is None or draft.state is DraftState.APPROVED,
    )


def _refuse(world: World, books: Books, tick: Tick, row: OutboxRow, found: tuple[str, ...]) -> Event | None:
    """Refused is not queued: the row is cancelled and planned anew. An approved answer waits out a postponement."""
    if row.kind is RowKind.ANSWER and set(found) <= POSTPONING:
        return Event("deliver", "answer_waits", row.account, ", ".join(found))
    books.move_row(row.id, RowState.QUEUED, RowState.CANCELLED, why=",".join(found))
    if row.kind is RowKind.REMINDER:
        books.plan_next(row.account, tick.today, world.policy_hash)
    return Event("deliver", "refused", row.account, ", ".join(found))


def _send(world: World, tick: Tick, row: OutboxRow, box: Mailbox) -> Event:
    try:
        box.sender.send(row.raw, row.recipient)
    except Unclear as error:
        return _unclear(world, tick, row, str(error))
    except Refused as error:
        return _failed(world, tick, row, str(error))
    except (Unreachable, Throttled, BadAnswer) as error:
        with world.store.transaction() as books:
            books.move_row(row.id, RowState.SENDING, RowState.QUEUED, why=str(error))
        return Event("deliver", "mailbox_cannot_send", row.account, f"{box.name}: {error}", bad=True)
    _sent(world, tick, row, RowState.SENDING)
    return _file_copy(row, box) or Event("deliver", f"{row.kind.value}_sent", row.account, row.id)


def _sent(world: World, tick: Tick, row: OutboxRow, old: RowState) -> None:
    with world.store.transaction() as books:
        if books.move_row(row.id, old, RowState.SENT, at=tick.now) and row.kind is not RowKind.DIGEST:
            books.append(row.account, books.standing(row.account).seq, (sent_fact(row),), tick.now, tick.today)
            # In the same transaction: a task that outlives its question could never be settled.
            books.close_task(f"unclear_sending:{row.id}", "Relance", "found in Sent")


def _file_copy(row: OutboxRow, box: Mailbox) -> Event | None:
    """The copy in Sent, where the server files none. Its failure is told, and changes nothing: the mail has left."""
    if box.files_sent_copies:
        return None
    try:
        box.inbox.keep_sent(row.raw)
    except EdgeError as error:
        return Event("deliver", "sent_without_copy", row.account, f"{row.id}: {error}", bad=True)
    return None


def _failed(world: World, tick: Tick, row: OutboxRow, why: str) -> Event:
    with world.store.transaction() as books:
        books.move_row(row.id, RowState.SENDING, RowState.FAILED, why=why)
        if row.account:
            task = task_for(Escalate("mend_contact", "sending_failed"), row.id, row.account, tick.now)
            books.open_task(task)
            noted = (facts.SendingFailed(row.id, "refused"), facts.Escalated(task.id, "sending_failed"))
            books.append(row.account, books.standing(row.account).seq, noted, tick.now, tick.today)
    return Event("deliver", "refused_by_server", row.account, f"{row.id}: {why}", bad=True)


def _unclear(world: World, tick: Tick, row: OutboxRow, why: str) -> Event:
    with world.store.transaction() as books:
        books.move_row(row.id, RowState.SENDING, RowState.UNKNOWN, why=why)
        if row.account:
            books.open_task(
                task_for(Escalate("unclear_sending", "sending_unclear", True), row.id, row.account, tick.now)
            )
            noted = (facts.SendingUnclear(row.id),)
            books.append(row.account, books.standing(row.account).seq, noted, tick.now, tick.today)
    return Event("deliver", "sending_unclear", row.account, f"{row.id}: {why}", bad=True)


def _resolve(world: World, tick: Tick) -> Iterator[Event]:
    """Rows that a crash left in *sending* become *unknown*; an unknown row whose Message-ID lies in Sent was sent."""
    with world.store.transaction() as books:
        left = books.rows((RowState.SENDING,))
        unknown = books.rows((RowState.UNKNOWN,))
    for row in left:
        yield _unclear(world, tick, row, "the process ended while this was leaving")
    for row in (*left, *unknown):
        event = _look_in_sent(world, tick, row)
        if event:
            yield event


def _look_in_sent(world: World, tick: Tick, row: OutboxRow) -> Event | None:
    try:
        found = world.mailboxes[row.mailbox].inbox.find_sent(row.message_id)
    except EdgeError:
        return None
    if found is None:
        return None
    _sent(world, tick, row, RowState.UNKNOWN)
    return Event("deliver", "found_in_sent", row.account, row.id)

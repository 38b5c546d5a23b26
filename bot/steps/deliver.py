"""What is queued leaves, one mail at a time, through the gate; a crash at any point sends nothing twice."""

import re
from collections.abc import Iterator
from datetime import timedelta

from bot.core import backoff
from bot.core.calendar import Calendar
from bot.core.case import Case
from bot.core.drafts import DraftState
from bot.core.gate import POSTPONING, Departure, after_approval, refusals
from bot.core.outbox import OutboxRow, RowKind, RowState
from bot.ports import BadAnswer, Books, EdgeError, Later, Refused, Throttled, Unclear, Undeliverable, Unreachable
from bot.steps.left_over import settle_left_over
from bot.steps.outcome import note_failed, note_sent, note_unclear
from bot.steps.reopening import reopen
from bot.steps.sync_ledger import ledger_refusals
from bot.steps.world import HOUR, Event, Mailbox, Tick, World, mailbox_read

GIVE_UP = timedelta(days=5)
"""How long an answer is offered to a server that puts its recipient off (RFC 5321 4.5.4.1: four to five days)."""

MANY_PUT_OFF = 20
"""So many recipients put off at the same time: the server means the mailbox, which sends too fast for it."""

_RESTS_AFTER = frozenset({"mailbox_cannot_send", "sending_unclear"})


def deliver(world: World, tick: Tick) -> Iterator[Event]:
    """Left-overs of a crash first, then what is queued. Two transactions and one network call per mail.

    What was tried least goes first, so that a mail that fails again and again stands in nobody's way.
    """
    yield from settle_left_over(world, tick)
    with world.store.transaction() as books:
        waiting = books.rows((RowState.WAITING,))
        queued = sorted(books.rows((RowState.QUEUED,), limit=10_000), key=lambda row: row.attempts)
        resting, put_off = _not_now(world, tick, books)
    for name in sorted(resting & {row.mailbox for row in queued}):
        yield Event("deliver", "mailbox_resting", detail=name)
    for row in (*waiting, *queued):
        if row.not_before and tick.now < row.not_before:
            continue
        event = _one(world, tick, row, row.mailbox in resting or row.id in put_off)
        if event is None:
            continue
        yield event
        if event.what in _RESTS_AFTER:
            resting.add(row.mailbox)


def _not_now(world: World, tick: Tick, books: Books) -> tuple[set[str], set[str]]:
    """The mailboxes that rest, and the rows whose recipients asked for patience."""
    resting = {name for name in world.mailboxes if backoff.resting(books.setting(_backoff(name)), tick.now)}
    put_off = {row for name in world.mailboxes for row in backoff.put_off(books.setting(_put_off_of(name)), tick.now)}
    return resting, put_off


def _one(world: World, tick: Tick, row: OutboxRow, wait: bool) -> Event | None:
    """Gate and *sending* in one transaction, the network call, then *sent* with its fact in another."""
    with world.store.transaction() as books:
        if row.mailbox not in world.mailboxes:
            return _without_mailbox(world, books, tick, row)
        found = refusals(departure(world, tick, books, row))
        if row.state is RowState.WAITING:
            return _end_of_day(books, row, found)
        if found:
            return _refuse(world, books, tick, row, found)
        if wait or not books.move_row(row.id, RowState.QUEUED, RowState.SENDING, at=tick.now):
            return None
    return _send(world, tick, row, world.mailboxes[row.mailbox])


def _without_mailbox(world: World, books: Books, tick: Tick, row: OutboxRow) -> Event | None:
    """Its mailbox was renamed or taken out of the settings: a reminder is planned anew, an answer asked for again."""
    if not books.move_row(row.id, row.state, RowState.CANCELLED, why="mailbox_gone"):
        return None
    _plan_anew(world, books, tick, row, "mailbox_gone")
    return Event("deliver", "cancelled", row.account, f"mailbox_gone: {row.mailbox}", bad=True)


def _plan_anew(world: World, books: Books, tick: Tick, row: OutboxRow, why: str) -> None:
    if row.kind is RowKind.REMINDER:
        books.plan_next(row.account, tick.today, world.policy_hash)
    reopen(world, books, tick, row, why)


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
        sent_lately=books.sent_since(tick.now - HOUR, row.mailbox),
        rate_limit=box.rate_per_hour,
        draft_open=draft is None or draft.state is DraftState.APPROVED,
        since=after_approval(books.history(row.account), row) if row.kind is RowKind.ANSWER else (),
    )


def _refuse(world: World, books: Books, tick: Tick, row: OutboxRow, found: tuple[str, ...]) -> Event | None:
    """Refused is not queued: the row is cancelled and planned anew. What a person approved waits out a postponement,
    as the digest does; an answer that was overtaken goes back to a person."""
    if row.kind is not RowKind.REMINDER and set(found) <= POSTPONING:
        return Event("deliver", f"{row.kind.value}_waits", row.account, ", ".join(found))
    books.move_row(row.id, RowState.QUEUED, RowState.CANCELLED, why=",".join(found))
    _plan_anew(world, books, tick, row, next((code for code in found if code not in POSTPONING), found[0]))
    return Event("deliver", "refused", row.account, ", ".join(found))


def _send(world: World, tick: Tick, row: OutboxRow, box: Mailbox) -> Event:
    try:
        box.sender.send(row.raw, row.recipient)
    except Unclear as error:
        return _unclear(world, tick, row, box, error)
    except Undeliverable as error:
        return _failed(world, tick, row, error)
    except Later as error:
        return _put_off(world, tick, row, box, error)
    except (Unreachable, Throttled, Refused, BadAnswer) as error:
        return _cannot_send(world, tick, row, box, error)
    with world.store.transaction() as books:
        note_sent(books, tick, row, RowState.SENDING)
        if books.setting(_backoff(box.name)):
            books.keep_setting(_backoff(box.name), "")
    return _file_copy(row, box) or Event("deliver", f"{row.kind.value}_sent", row.account, row.id)


def _file_copy(row: OutboxRow, box: Mailbox) -> Event | None:
    """The copy in Sent, where the server files none. Its failure is told, and changes nothing: the mail has left."""
    if box.files_sent_copies:
        return None
    try:
        box.inbox.keep_sent(row.raw)
    except EdgeError as error:
        return Event("deliver", "sent_without_copy", row.account, f"{row.id}: {error}", bad=True)
    return None


def _cannot_send(world: World, tick: Tick, row: OutboxRow, box: Mailbox, error: EdgeError) -> Event:
    """The mailbox's own trouble: no account pays for it, the row stays and the mailbox rests."""
    with world.store.transaction() as books:
        books.move_row(row.id, RowState.SENDING, RowState.QUEUED, why=str(error))
        _rest(books, tick, box, error)
    return Event("deliver", "mailbox_cannot_send", detail=f"{box.name}: {_told(row, error)}", bad=True)


def _put_off(world: World, tick: Tick, row: OutboxRow, box: Mailbox, error: Later) -> Event:
    """Not now for this recipient: the others go on, and this one is tried again and again, for some days."""
    if row.queued_at is not None and tick.now - row.queued_at > GIVE_UP:
        return _failed(world, tick, row, error)
    with world.store.transaction() as books:
        books.move_row(row.id, RowState.SENDING, RowState.QUEUED, why=str(error))
        until = tick.now + backoff.wait_after(row.attempts + 1, timedelta(seconds=error.wait_seconds))
        waits = backoff.with_put_off(books.setting(_put_off_of(box.name)), row.id, until, tick.now)
        books.keep_setting(_put_off_of(box.name), waits)
        many = len(backoff.put_off(waits, tick.now)) >= MANY_PUT_OFF
        if many:
            _rest(books, tick, box, error)
    if many:
        return Event("deliver", "mailbox_cannot_send", detail=f"{box.name}: {_told(row, error)}", bad=True)
    return Event("deliver", "put_off", row.account, f"{row.id}: {_told(row, error)}")


def _failed(world: World, tick: Tick, row: OutboxRow, error: EdgeError) -> Event:
    with world.store.transaction() as books:
        note_failed(world, books, tick, row, str(error))
    return Event("deliver", "refused_by_server", row.account, f"{row.id}: {_told(row, error)}", bad=True)


def _unclear(world: World, tick: Tick, row: OutboxRow, box: Mailbox, error: EdgeError) -> Event:
    """A server that dies under one text may die under each: the mailbox rests, or every account would need a person."""
    with world.store.transaction() as books:
        note_unclear(books, tick, row, str(error))
        _rest(books, tick, box, error)
    return Event("deliver", "sending_unclear", row.account, f"{row.id}: {_told(row, error)}", bad=True)


def _rest(books: Books, tick: Tick, box: Mailbox, error: EdgeError) -> None:
    asked = timedelta(seconds=error.wait_seconds) if isinstance(error, Throttled) else timedelta()
    books.keep_setting(_backoff(box.name), backoff.later(books.setting(_backoff(box.name)), tick.now, asked))


def _backoff(mailbox: str) -> str:
    return f"backoff:smtp:{mailbox}"


def _put_off_of(mailbox: str) -> str:
    return f"put_off:{mailbox}"


def _told(row: OutboxRow, error: EdgeError) -> str:
    """The server's words without the address: what a pass tells may be logged."""
    return re.sub(re.escape(row.recipient), "…", str(error), flags=re.IGNORECASE)

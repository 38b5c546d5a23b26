"""What an earlier pass left open: rows of a process that died, and unclear ones whose copy may lie in Sent by now."""

from collections.abc import Iterator

from bot.core.outbox import OutboxRow, RowKind, RowState
from bot.ports import EdgeError
from bot.steps.outcome import give_up_digest, note_sent, note_unclear
from bot.steps.world import Event, Tick, World


def settle_left_over(world: World, tick: Tick) -> Iterator[Event]:
    """Rows that a crash left in *sending* become *unknown*; an unknown row whose copy lies in Sent was sent."""
    with world.store.transaction() as books:
        left = books.rows((RowState.SENDING,))
        unknown = books.rows((RowState.UNKNOWN,))
    for row in left:
        with world.store.transaction() as books:
            note_unclear(books, tick, row, "the process ended while this was leaving")
        yield Event("deliver", "sending_unclear", row.account, row.id, bad=True)
    for row in (*left, *unknown):
        yield from _look(world, tick, row)


def _look(world: World, tick: Tick, row: OutboxRow) -> Iterator[Event]:
    """One look into Sent. Our own digest is looked for once only: nobody could tell us that it arrived."""
    seen = _lies_in_sent(world, row)
    if seen:
        with world.store.transaction() as books:
            settled = note_sent(books, tick, row, RowState.UNKNOWN)
        if settled:
            yield Event("deliver", "found_in_sent", row.account, row.id)
    elif row.kind is RowKind.DIGEST and (seen is False or row.day < tick.today):
        with world.store.transaction() as books:
            give_up_digest(books, tick, row)
        yield Event("deliver", "digest_lost", detail=row.id, bad=True)


def _lies_in_sent(world: World, row: OutboxRow) -> bool | None:
    """None: nobody could look, the mailbox is away or no longer in the settings."""
    box = world.mailboxes.get(row.mailbox)
    try:
        return box.inbox.find_sent(row.message_id) is not None if box else None
    except EdgeError:
        return None

"""Raw mail comes in first and whole; what it means is another step's work."""

from collections.abc import Iterator
from hashlib import sha256

from bot.core.backoff import again_at, later
from bot.core.inbound import InboundMail
from bot.mail.identity import mail_id
from bot.ports import EdgeError, Incoming
from bot.steps.world import Event, Mailbox, Tick, World

BATCH = 100
"""Messages per transaction: a crash repeats at most these, and the ids make the repetition harmless."""


def collect(world: World, tick: Tick) -> Iterator[Event]:
    """Every mailbox to its end. One that cannot be read is retried with back-off; the others go on."""
    for box in world.mailboxes.values():
        if _resting(world, box, tick):
            yield Event("collect", "mailbox_resting", detail=box.name)
            continue
        try:
            yield from _read(world, box, tick)
        except EdgeError as error:
            yield _failed(world, box, tick, error)


def _read(world: World, box: Mailbox, tick: Tick) -> Iterator[Event]:
    with world.store.transaction() as books:
        cursor = books.cursor(box.name)
    batch: list[Incoming] = []
    for incoming in box.inbox.new(cursor):
        batch.append(incoming)
        if len(batch) == BATCH:
            yield from _keep(world, box, batch)
            batch = []
    yield from _keep(world, box, batch)
    with world.store.transaction() as books:
        books.keep_cursor(box.name, books.cursor(box.name) or "", tick.now)
        books.keep_setting(f"backoff:{box.name}", "")


def _keep(world: World, box: Mailbox, batch: list[Incoming]) -> Iterator[Event]:
    """One transaction: the raw bytes and the cursor that stands after them."""
    if not batch:
        return
    with world.store.transaction() as books:
        new = [mail for mail in (_mail(box, incoming) for incoming in batch) if books.keep_mail(mail)]
        books.keep_cursor(box.name, batch[-1].cursor, None)
    for mail in new:
        yield Event("collect", "mail_kept", detail=f"{mail.id} from {mail.folder}", bad=bool(mail.why))


def _mail(box: Mailbox, incoming: Incoming) -> InboundMail:
    """What could not be fetched whole is kept with its reason; `understand` puts it aside for a person."""
    raw = incoming.raw or f"X-Relance-Unreadable: {sha256(incoming.cursor.encode()).hexdigest()}\r\n\r\n".encode()
    return InboundMail(mail_id(raw), box.name, incoming.folder, raw, incoming.received_at, why=incoming.why)


def _resting(world: World, box: Mailbox, tick: Tick) -> bool:
    with world.store.transaction() as books:
        until = again_at(books.setting(f"backoff:{box.name}"))
    return until is not None and tick.now < until


def _failed(world: World, box: Mailbox, tick: Tick, error: EdgeError) -> Event:
    with world.store.transaction() as books:
        name = f"backoff:{box.name}"
        books.keep_setting(name, later(books.setting(name), tick.now))
    return Event("collect", "mailbox_not_read", detail=f"{box.name}: {error}", bad=True)

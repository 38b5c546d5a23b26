"""A planned reminder becomes a row of the outbox: letter, attachments, thread, Message-ID."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

from bot.core.dunning import Look, Remind
from bot.core.inbound import InboundMail
from bot.core.labels import Kind
from bot.core.letter_fields import as_fields
from bot.core.outbox import Claim, OutboxRow, RowKind, RowState
from bot.core.policy import Mode
from bot.core.receivables import ItemKind, OpenItem
from bot.mail.compose import Outgoing, compose, message_id
from bot.mail.parse import ParsedMail, parse
from bot.ports import Books
from bot.steps.fields import letter_language, reminder_fields
from bot.steps.world import Tick, World

SAME_THREAD = timedelta(days=120)
"""A reminder goes on in the account's last exchange when that is not older: nobody looks for last year's thread."""


def pending_row(world: World, tick: Tick, look: Look, remind: Remind) -> OutboxRow:
    """The row without its letter: enough for the gate to judge."""
    account = look.account
    contact = account.recipient()
    key = f"reminder:{account.number}:{tick.today.isoformat()}"
    return OutboxRow(
        id=sha256(f"{key}:{tick.now.isoformat()}".encode()).hexdigest()[:16],
        key=key,
        kind=RowKind.REMINDER,
        account=account.number,
        day=tick.today,
        recipient=contact.email if contact else "",
        message_id="",
        raw=b"",
        state=RowState.WAITING if world.mode is Mode.DRAFTS else RowState.QUEUED,
        raised=remind.raised,
        claims=tuple(Claim(i.number, i.balance, i.currency) for i in remind.listed),
        queued_at=tick.now,
        mailbox=world.mailbox_for(account.segment).name,
    )


def write_reminder(world: World, tick: Tick, books: Books, look: Look, remind: Remind, row: OutboxRow) -> OutboxRow:
    """The row with its letter. Raises TemplateFault. One look-up for the thread, one file per PDF."""
    account, box = look.account, world.mailboxes[row.mailbox]
    files = attachments(world, [i for i in remind.listed if i.kind is ItemKind.INVOICE])
    attached = tuple(i.number for i in remind.listed if i.pdf in dict(files))
    language = letter_language(account, world.languages, world.company.language)
    told = reminder_fields(world.company, account, remind, look.case, attached, tick.today, look.items, language)
    letter = world.letters.render(remind.level.template, language, as_fields(told))
    own_id = message_id(row.id, world.key, box.address.rpartition("@")[2])
    before, references = _thread(books, account.number, tick)
    raw = compose(
        Outgoing(
            sender=box.address,
            sender_name=world.company.name,
            recipient=row.recipient,
            recipient_name=told.contact_name,
            subject=letter.subject,
            text=letter.text,
            html=letter.html,
            message_id=own_id,
            date=tick.now,
            in_reply_to=before,
            references=references,
            attachments=files,
            # In drafts mode a person lets it leave: then it is no automatic mail.
            auto_submitted=world.mode is Mode.LIVE,
            headers={"X-Relance-Row": row.id},
        )
    )
    return replace(row, message_id=own_id, raw=raw)


def attachments(world: World, items: Sequence[OpenItem]) -> tuple[tuple[str, bytes], ...]:
    """The PDFs of these invoices that the folder holds (R49)."""
    found = ((name, world.files.pdf(name)) for name in dict.fromkeys(item.pdf for item in items if item.pdf))
    return tuple((name, data) for name, data in found if data is not None)


def _thread(books: Books, account: str, tick: Tick) -> tuple[str, tuple[str, ...]]:
    """In-Reply-To and References: the newest of our last mail and the client's last mail (C42)."""
    row, mail = books.last_exchange(account), books.last_mail(account)
    said = books.understanding(mail.id) if mail else None
    if said is None or said.kind is not Kind.HUMAN:
        mail = None  # an absence notice or a bounce is nobody's thread
    ours = row.sent_at if row else None
    theirs = mail.received_at if mail else None
    raw = _newer(row, mail) if ours or theirs else None
    newest = max((at for at in (ours, theirs) if at is not None), default=None)
    if raw is None or newest is None or tick.now - newest > SAME_THREAD:
        return "", ()
    parsed = parse(raw)
    if not isinstance(parsed, ParsedMail) or not parsed.message_id:
        return "", ()
    return parsed.message_id, (*parsed.references, parsed.message_id)


def _newer(row: OutboxRow | None, mail: InboundMail | None) -> bytes | None:
    if row is None or row.sent_at is None:
        return mail.raw if mail else None
    if mail is None or mail.received_at < row.sent_at:
        return row.raw
    return mail.raw

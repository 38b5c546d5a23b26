"""A mail that lies in Sent: our own copy, a draft that a person sent, or a colleague's own letter."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core import history as facts
from bot.core.drafts import DraftAnswer, DraftState
from bot.core.inbound import InboundMail, MailState
from bot.core.outbox import OutboxRow
from bot.mail.compose import row_of
from bot.mail.parse import ParsedMail, header
from bot.mail.quoting import newest_text
from bot.mail.similar import similarity
from bot.ports import Books
from bot.steps.outcome import settle_seen
from bot.steps.world import Event, Tick, World

ALIKE = 0.6
"""Share of common words above which a sent text counts as the draft: an edit keeps more, another letter has less."""


def recognise_sent(world: World, tick: Tick, books: Books, mail: InboundMail, parsed: ParsedMail) -> Event:
    """Sent by us: note the Message-ID it really has. Sent by a person: it counts in the gap (R22)."""
    row = _our_row(world, books, mail, parsed)
    if row is not None:
        books.remember_message_id(row.id, parsed.message_id)
        if mail.folder == "sent":
            settle_seen(books, row, tick)
        books.settle_mail(mail.id, MailState.UNDERSTOOD, row.account, "sent_copy", "", None)
        return Event("understand", "sent_copy_seen", row.account, row.id)
    draft = sent_draft(world, books, parsed) if mail.folder == "sent" else None
    if draft is not None:
        return _draft_was_sent(books, tick, mail, draft)
    accounts = accounts_of(books, parsed)
    for account in accounts:
        wrote = facts.PersonWrote(mail.id)
        books.append(account, books.standing(account).seq, (wrote,), tick.now, tick.today)
    if accounts:
        books.settle_mail(mail.id, MailState.UNDERSTOOD, accounts[0], "recipient", "", None)
        return Event("understand", "colleague_wrote", accounts[0], mail.id)
    books.settle_mail(mail.id, MailState.UNDERSTOOD, "", "", "not to a customer", None)
    return Event("understand", "sent_elsewhere", detail=mail.id)


def _our_row(world: World, books: Books, mail: InboundMail, parsed: ParsedMail) -> OutboxRow | None:
    """By our Message-ID, as it is or as the server kept it (X-Microsoft-Original-Message-ID), or by our header."""
    row_id = row_of(parsed.message_id, world.key) or row_of(
        header(parsed, "X-Microsoft-Original-Message-ID"), world.key
    )
    # Only who can write into Sent may name a row: in INBOX anybody could forge that header.
    named = header(parsed, "X-Relance-Row") if mail.folder == "sent" else ""
    for candidate in (row_id, named):
        row = books.row(candidate) if candidate else None
        if row is not None:
            return row
    return None


def sent_draft(world: World, books: Books, parsed: ParsedMail) -> DraftAnswer | None:
    """The draft this is: by our header, else Message-ID, else In-Reply-To with recipient and similar text."""
    named = books.draft(header(parsed, "X-Relance-Draft").strip())
    if named is not None:
        return named
    waiting = books.drafts((DraftState.OPEN, DraftState.OUTDATED, DraftState.CONFLICT))
    same_id = [d for d in waiting if d.message_id and d.message_id == parsed.message_id]
    if same_id:
        return same_id[0]
    newest = newest_text(parsed)
    return _most_alike([d for d in waiting if _answers(books, d, parsed)], newest)


def _answers(books: Books, draft: DraftAnswer, parsed: ParsedMail) -> bool:
    answered = books.mail_message_id(draft.mail)
    return bool(answered) and answered == parsed.in_reply_to and draft.recipient.lower() in (*parsed.to, *parsed.cc)


def _most_alike(drafts: Sequence[DraftAnswer], text: str) -> DraftAnswer | None:
    ranked = sorted(((similarity(draft.text, text), draft.id, draft) for draft in drafts), reverse=True)
    return ranked[0][2] if ranked and ranked[0][0] >= ALIKE else None


def _draft_was_sent(books: Books, tick: Tick, mail: InboundMail, draft: DraftAnswer) -> Event:
    wrote = facts.PersonWrote(mail.id, draft.id)
    if draft.state in (DraftState.OPEN, DraftState.OUTDATED, DraftState.CONFLICT):
        sent = replace(draft, state=DraftState.SENT_BY_PERSON, decided_by="a person at the mailbox")
        books.change_draft(sent, draft)
    books.append(draft.account, books.standing(draft.account).seq, (wrote,), tick.now, tick.today)
    books.settle_mail(mail.id, MailState.UNDERSTOOD, draft.account, "draft", "", None)
    return Event("understand", "draft_sent_by_a_person", draft.account, draft.id)


def accounts_of(books: Books, parsed: ParsedMail) -> tuple[str, ...]:
    """The accounts written to: whose contacts the recipients are, else whose mail it answers."""
    found = dict.fromkeys(a for to in (*parsed.to, *parsed.cc) for a in books.accounts_by_email(to))
    answered = books.mail_account(parsed.in_reply_to) if parsed.in_reply_to and not found else ""
    return tuple(found) or ((answered,) if answered else ())

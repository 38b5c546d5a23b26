"""The drafted answer: built from paragraphs, kept in the store, shown as a proper reply in Drafts."""

from dataclasses import dataclass, replace
from datetime import date

from bot.core import history as facts
from bot.core.case import Case
from bot.core.drafts import CopyState, DraftAnswer, DraftState
from bot.core.history import Fact
from bot.core.inbound import InboundMail
from bot.core.labels import Reading, Understanding
from bot.core.letter_fields import as_fields
from bot.core.receivables import Account
from bot.mail.compose import Outgoing, compose, message_id, reply_subject, row_of
from bot.mail.parse import ParsedMail, parse
from bot.mail.to_html import text_to_html
from bot.ports import Books
from bot.steps.fields import Asked, answer_fields, letter_language
from bot.steps.world import Tick, World


@dataclass(frozen=True)
class Question:
    """A mail that asks for an answer, the paragraphs to answer it with, and until when reminders now rest."""

    mail: InboundMail
    parsed: ParsedMail
    account: Account
    said: Understanding
    answers: tuple[tuple[str, Reading | None], ...]
    until: date | None = None


def _writer(asked: Question) -> str:
    """The name to greet: as the account's contact is called, else as the writer signs."""
    known = next((c.name for c in asked.account.contacts if c.email.lower() == asked.parsed.sender), "")
    return known or asked.parsed.sender_name


def answer_row_id(world: World, draft: DraftAnswer) -> str:
    """The outbox row of a draft: known before it is approved, so that one Message-ID covers both ways out.

    It is what the draft's Message-ID names: an edit keeps both, a draft that was opened again has new ones.
    """
    return row_of(draft.message_id, world.key) or f"a{draft.id}"


def own_message_id(world: World, row_id: str, sender: str) -> str:
    """The Message-ID under which that row will leave from this address."""
    return message_id(row_id, world.key, sender.rpartition("@")[2])


def prepare_draft(world: World, tick: Tick, books: Books, asked: Question, case: Case) -> list[Fact]:
    """Keep the draft; an older one that nobody touched is withdrawn and its paragraphs go on here (C85).

    Raises TemplateFault, and ValueError when no mail can be written to that address: then nothing was kept.
    """
    older = [d for d in (books.draft(id) for id in sorted(case.drafts)) if d is not None]
    merged = [
        d
        for d in older
        if d.state is DraftState.OPEN
        and d.copy is not CopyState.TOUCHED
        and d.version == 1
        and d.recipient == asked.parsed.sender
    ]
    answers = dict(answer for draft in merged for answer in _answers_of(books, draft))
    answers.update(asked.answers)
    draft = _draft(world, tick, books, asked, tuple(answers.items()))
    answer_mime(world, draft, asked.parsed)
    found: list[Fact] = []
    for old in merged:
        books.change_draft(replace(old, state=DraftState.OUTDATED, why="new_mail"), old)
        found.append(facts.DraftOutdated(old.id, "new_mail"))
    books.keep_draft(draft)
    return [*found, facts.DraftPrepared(draft.id, asked.mail.id)]


def _answers_of(books: Books, draft: DraftAnswer) -> list[tuple[str, Reading | None]]:
    said = books.understanding(draft.mail)
    by_label = {reading.label: reading for reading in said.readings} if said else {}
    parts = (told.partition(":") for told in draft.templates)
    return [(template, by_label.get(label)) for template, _, label in parts]


def _draft(
    world: World,
    tick: Tick,
    books: Books,
    asked: Question,
    answers: tuple[tuple[str, Reading | None], ...],
) -> DraftAnswer:
    account = asked.account
    own = letter_language(account, world.languages, world.company.language)
    language = asked.said.language if asked.said.language in world.languages else own
    subject = reply_subject(asked.parsed.subject)
    items = books.items([account.number])
    told = answer_fields(
        world.company, account, Asked(answers, _writer(asked), subject, language, asked.until), items, tick.today
    )
    letter = world.letters.render("answers/frame", language, as_fields(told))
    box = world.mailboxes.get(asked.mail.mailbox) or world.mailbox_for(account.segment)
    draft_id = _free_id(books, asked.mail.id)
    return DraftAnswer(
        id=draft_id,
        account=account.number,
        mail=asked.mail.id,
        version=1,
        sender=box.address,
        recipient=asked.parsed.sender,
        subject=letter.subject,
        text=letter.text,
        language=language,
        templates=tuple(f"{template}:{reading.label if reading else ''}" for template, reading in answers),
        message_id=own_message_id(world, f"a{draft_id}", box.address),
        created_at=tick.now,
    )


def _free_id(books: Books, mail: str) -> str:
    """The mail's own id, or the next one for a mail that was drafted for another account before."""
    ids = (f"{mail}{n or ''}" for n in range(100))
    return next(each for each in ids if books.draft(each) is None)


def draft_mime(world: World, draft: DraftAnswer) -> bytes:
    """The answer as it would leave: a proper reply to the client's mail, without any mark of a machine."""
    with world.store.transaction() as books:
        mail = books.mail(draft.mail)
    asked = parse(mail.raw) if mail else None
    return answer_mime(world, draft, asked if isinstance(asked, ParsedMail) else ParsedMail())


def answer_mime(world: World, draft: DraftAnswer, original: ParsedMail) -> bytes:
    """The bytes of the answer to this mail: always the same ones, so that a copy in Drafts can be compared."""
    assert draft.created_at is not None
    return compose(
        Outgoing(
            sender=draft.sender,
            sender_name=world.company.name,
            recipient=draft.recipient,
            recipient_name=original.sender_name,
            subject=draft.subject,
            text=draft.text,
            html=text_to_html(draft.text, draft.language),
            message_id=draft.message_id,
            date=draft.created_at,
            in_reply_to=original.message_id,
            references=(*original.references, original.message_id) if original.message_id else (),
            headers={"X-Relance-Draft": draft.id, "X-Relance-Row": answer_row_id(world, draft)},
        )
    )

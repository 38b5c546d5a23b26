"""The drafted answer: built from paragraphs, kept in the store, shown as a proper reply in Drafts."""

from dataclasses import dataclass, replace

from bot.core import history as facts
from bot.core.case import Case
from bot.core.drafts import CopyState, DraftAnswer, DraftState
from bot.core.history import Fact
from bot.core.inbound import InboundMail
from bot.core.labels import Reading, Understanding
from bot.core.letter_fields import as_fields
from bot.core.receivables import Account
from bot.mail.compose import Outgoing, compose, message_id, reply_subject
from bot.mail.parse import ParsedMail, parse
from bot.mail.to_html import text_to_html
from bot.ports import Books
from bot.steps.fields import answer_fields, letter_language
from bot.steps.world import Mailbox, Tick, World


@dataclass(frozen=True)
class Question:
    """A mail that asks for an answer, and the paragraphs to answer it with."""

    mail: InboundMail
    parsed: ParsedMail
    account: Account
    said: Understanding
    answers: tuple[tuple[str, Reading | None], ...]


def answer_row_id(draft_id: str) -> str:
    """The outbox row of a draft: known before it is approved, so that one Message-ID covers both ways out."""
    return f"a{draft_id}"


def prepare_draft(world: World, tick: Tick, books: Books, asked: Question, case: Case) -> list[Fact]:
    """Keep the draft; an older one that nobody touched is withdrawn and its paragraphs go on here (C85)."""
    older = [d for d in (books.draft(id) for id in sorted(case.drafts)) if d is not None]
    merged = [d for d in older if d.state is DraftState.OPEN and d.copy is not CopyState.TOUCHED and d.version == 1]
    answers = dict(answer for draft in merged for answer in _answers_of(books, draft))
    answers.update(asked.answers)
    found: list[Fact] = []
    for draft in merged:
        books.change_draft(replace(draft, state=DraftState.OUTDATED, why="new_mail"), draft)
        found.append(facts.DraftOutdated(draft.id, "new_mail"))
    books.keep_draft(_draft(world, tick, books, asked, tuple(answers.items()), case))
    return [*found, facts.DraftPrepared(asked.mail.id, asked.mail.id)]


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
    case: Case,
) -> DraftAnswer:
    account = asked.account
    language = asked.said.language if asked.said.language in world.languages else letter_language(account)
    subject = reply_subject(asked.parsed.subject)
    items = books.items([account.number])
    told = answer_fields(world.company, language, subject, account, answers, items, case, tick.today)
    letter = world.letters.render("answers/frame", language, as_fields(told))
    box = world.mailboxes.get(asked.mail.mailbox) or world.mailbox_for(account.segment)
    return DraftAnswer(
        id=asked.mail.id,
        account=account.number,
        mail=asked.mail.id,
        version=1,
        recipient=asked.parsed.sender,
        subject=letter.subject,
        text=letter.text,
        language=language,
        templates=tuple(f"{template}:{reading.label if reading else ''}" for template, reading in answers),
        message_id=message_id(answer_row_id(asked.mail.id), world.key, box.address.rpartition("@")[2]),
        created_at=tick.now,
    )


def draft_mime(world: World, box: Mailbox, draft: DraftAnswer) -> bytes:
    """The answer as it would leave: a proper reply to the client's mail, without any mark of a machine."""
    with world.store.transaction() as books:
        mail = books.mail(draft.mail)
    assert draft.created_at is not None
    asked = parse(mail.raw) if mail else None
    original = asked if isinstance(asked, ParsedMail) else ParsedMail()
    return compose(
        Outgoing(
            sender=box.address,
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
            headers={"X-Relance-Draft": draft.id, "X-Relance-Row": answer_row_id(draft.id)},
        )
    )

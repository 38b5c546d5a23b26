"""Each new mail is matched, read and decided on in one transaction; what cannot be read goes to a person."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.core import history as facts
from bot.core.acts import Escalate
from bot.core.case import Case
from bot.core.decide import Context, decide
from bot.core.effects import Effects, effects, task_for
from bot.core.history import NOBODY, Fact
from bot.core.inbound import InboundMail, MailState
from bot.core.labels import Kind, Understanding
from bot.core.receivables import Account, OpenItem, fingerprint
from bot.mail.automatic import bounced_message_ids
from bot.mail.compose import row_of
from bot.mail.match import Directory, Match, match
from bot.mail.parse import ParsedMail, Unreadable, parse
from bot.ports import Books, EdgeError, TemplateFault
from bot.steps.drafting import Question, prepare_draft
from bot.steps.reading import open_invoices, open_mail, read
from bot.steps.recognise_sent import recognise_sent
from bot.steps.world import Event, Tick, World

BATCH = 200


def understand(world: World, tick: Tick) -> Iterator[Event]:
    """Every new mail once. A mail that breaks something is put aside with its reason and the loop goes on."""
    while True:
        with world.store.transaction() as books:
            batch = books.mails(MailState.NEW, BATCH)
        for mail in batch:
            yield _one(world, tick, mail)
        if not batch:
            return


def _one(world: World, tick: Tick, mail: InboundMail) -> Event:
    try:
        with world.store.transaction() as books:
            return _settle(world, tick, books, mail)
    except EdgeError:
        raise
    except Exception as error:
        # Whatever a hostile mail breaks in a parser or a classifier must cost that mail only.
        with world.store.transaction() as books:
            return put_aside(books, tick, mail, type(error).__name__)


def _settle(world: World, tick: Tick, books: Books, mail: InboundMail) -> Event:
    parsed = parse(mail.raw)
    if mail.why or isinstance(parsed, Unreadable):
        return put_aside(books, tick, mail, mail.why or getattr(parsed, "why", ""))
    if mail.folder == "sent" or _our_own(world, parsed):
        return recognise_sent(world, tick, books, mail, parsed)
    return _reply(world, tick, books, mail, parsed)


def _our_own(world: World, parsed: ParsedMail) -> bool:
    """Our own digest or a test send that came back to the mailbox."""
    return row_of(parsed.message_id, world.key) is not None


@dataclass(frozen=True)
class _Found:
    match: Match
    account: Account | None
    items: tuple[OpenItem, ...]


def _reply(world: World, tick: Tick, books: Books, mail: InboundMail, parsed: ParsedMail) -> Event:
    opened = open_mail(parsed)
    found = _find(world, books, parsed, opened.newest)
    account = found.account
    received = mail.received_at.astimezone(tick.zone).date()
    hint = account.language if account else world.company.language
    said = read(opened, received, open_invoices(found.items), world.classifier, hint)
    standing = books.standing(found.match.account)
    calendar = world.calendars(account.country if account else world.country)
    context = Context(
        tick.today,
        world.policy,
        calendar,
        found.items,
        standing.case,
        account is not None,
        found.match.sender_known,
    )
    done = effects(decide(said, context, world.labels), mail.id, found.match.account, found.items, tick.now)
    heard = _heard(world, mail, said, done)
    if done.answers and account is not None:
        asked = Question(mail, parsed, account, said, done.answers, _until(done))
        heard += _drafted(world, tick, books, asked, standing.case)
    for task in done.tasks:
        books.open_task(task)
    books.append(found.match.account, standing.seq, heard, tick.now, tick.today)
    matched_by = f"{found.match.by} {found.match.sure:.2f}"
    books.settle_mail(mail.id, MailState.UNDERSTOOD, found.match.account, matched_by, "", said)
    labels = ", ".join(reading.label for reading in said.readings) or said.kind.value
    return Event("understand", "mail_read", found.match.account, f"{mail.id}: {labels}", bad=said.unsure)


def _until(done: Effects) -> date | None:
    """The last day of the rest that this mail brings, for the answer to say."""
    return max((f.until for f in done.facts if isinstance(f, facts.Paused)), default=None)


def _drafted(world: World, tick: Tick, books: Books, asked: Question, case: Case) -> list[Fact]:
    """The draft, or a task when none can be written: the rest of what follows from the mail stays."""
    try:
        return prepare_draft(world, tick, books, asked, case)
    except (TemplateFault, ValueError):
        task = task_for(Escalate("read_reply", "no_draft"), asked.mail.id, asked.account.number, tick.now)
        books.open_task(task)
        return [facts.Escalated(task.id, "no_draft", asked.mail.id)]


def _heard(world: World, mail: InboundMail, said: Understanding, done: Effects) -> list[Fact]:
    labels = tuple(dict.fromkeys(reading.label for reading in said.readings))
    heard: list[Fact] = [facts.ReplyUnderstood(mail.id, said.kind.value, labels, world.classifier.version, said.unsure)]
    failed = said.values.get("failed_recipient")
    if said.kind is Kind.BOUNCE and isinstance(failed, str):
        lasting = said.values.get("permanent") is not False
        heard.append(facts.ContactBounced(fingerprint(failed), mail.id, lasting))
    return [*heard, *done.facts]


def _find(world: World, books: Books, parsed: ParsedMail, newest: str) -> _Found:
    def by_message_id(message_id: str) -> str | None:
        row = books.row_by_message_id(message_id)
        return row.account if row and row.account else None

    directory = Directory(by_message_id, books.accounts_by_email, books.accounts_by_domain, books.accounts_by_invoice)
    found = match(parsed, newest, directory, bounced_message_ids(parsed))
    accounts = books.accounts([found.account]) if found.account != NOBODY else ()
    if not accounts:
        return _Found(found, None, ())
    return _Found(found, accounts[0], tuple(books.items([found.account])))


def put_aside(books: Books, tick: Tick, mail: InboundMail, why: str) -> Event:
    """Into quarantine, with a task; the account rests when its address can be made out."""
    account = _likely_account(books, mail)
    task = task_for(Escalate("read_reply", "unreadable"), mail.id, account, tick.now)
    books.open_task(task)
    heard = (facts.MailReceived(mail.id), facts.Escalated(task.id, "unreadable", mail.id))
    books.append(account, books.standing(account).seq, heard, tick.now, tick.today)
    books.settle_mail(mail.id, MailState.QUARANTINE, account, "", why, None)
    return Event("understand", "put_aside", account, f"{mail.id}: {why}", bad=True)


def _likely_account(books: Books, mail: InboundMail) -> str:
    parsed = parse(mail.raw)
    accounts = () if isinstance(parsed, Unreadable) else books.accounts_by_email(parsed.sender)
    return accounts[0] if len(accounts) == 1 else NOBODY

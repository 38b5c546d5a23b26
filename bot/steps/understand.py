"""Each new mail is matched, read and decided on in one transaction; what cannot be read goes to a person."""

from collections.abc import Iterator
from datetime import date

from bot.core import history as facts
from bot.core.acts import Escalate
from bot.core.case import Case
from bot.core.decide import Context, decide
from bot.core.effects import Effects, effects, task_for
from bot.core.history import Fact
from bot.core.inbound import InboundMail, MailState
from bot.core.labels import Kind, Understanding
from bot.core.receivables import fingerprint
from bot.mail.parse import ParsedMail, Unreadable, parse
from bot.ports import Books, EdgeError, TemplateFault
from bot.steps.aside import put_aside, rest_others
from bot.steps.drafting import Question, prepare_draft
from bot.steps.reading import open_invoices, open_mail, read
from bot.steps.recognise_sent import recognise_sent
from bot.steps.whose import whose
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
            return put_aside(world, books, tick, mail, type(error).__name__)


def _settle(world: World, tick: Tick, books: Books, mail: InboundMail) -> Event:
    parsed = parse(mail.raw)
    if mail.why or isinstance(parsed, Unreadable):
        return put_aside(world, books, tick, mail, mail.why or getattr(parsed, "why", ""))
    if mail.folder == "sent" or _our_own(world, parsed):
        return recognise_sent(world, tick, books, mail, parsed)
    return _reply(world, tick, books, mail, parsed)


def _our_own(world: World, parsed: ParsedMail) -> bool:
    """A mail from our own address that lies in INBOX: a digest, a test, a colleague's letter copied to the mailbox."""
    return parsed.sender in {box.address.lower() for box in world.mailboxes.values()}


def _reply(world: World, tick: Tick, books: Books, mail: InboundMail, parsed: ParsedMail) -> Event:
    opened = open_mail(parsed)
    found = whose(world, books, mail, parsed, opened.newest)
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
    done = effects(
        decide(said, context, world.labels), mail.id, found.match.account, found.items, tick.now, found.again
    )
    if found.others and account is None:
        done = Effects()  # each of the accounts it may be about gets its own task
    rest_others(books, tick, mail, found.others)
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

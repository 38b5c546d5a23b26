"""The manager's morning mail: once per working day, after its hour, from facts and standings alone.

A line over the house's 250: one pass over the accounts fills every part of the digest, and reads best whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import sha256

from bot.core import digest as lines
from bot.core import history as facts
from bot.core.digest_fields import DigestFields, DisputeLine, PromiseLine, ReminderLine
from bot.core.drafts import DraftState
from bot.core.dunning import Remind, Skip, total_due
from bot.core.history import NOBODY, Recorded
from bot.core.letter_fields import Total, as_fields
from bot.core.outbox import OutboxRow, RowKind, RowState
from bot.core.policy import Mode
from bot.core.reasons import sentence
from bot.core.receivables import ItemKind
from bot.mail.compose import Outgoing, compose, message_id
from bot.ports import Books, Letter, TemplateFault
from bot.steps.run_dunning import WORTH_SHOWING, Planned, planned
from bot.steps.sync_ledger import ledger_refusals
from bot.steps.world import Event, Mailbox, Tick, World

BATCH = 2000
LAST = "digest_at"
"""The setting that keeps the instant up to which the last digest told."""


def report(world: World, tick: Tick) -> Iterator[Event]:
    """Queue today's digest for each of its readers. A second pass finds the rows of the first."""
    if not _is_time(world, tick):
        return
    with world.store.transaction() as books:
        events = list(_prepare(world, tick, books))
    yield from events


def _prepare(world: World, tick: Tick, books: Books) -> Iterator[Event]:
    last = _last_digest(books)
    if last and last.astimezone(tick.zone).date() >= tick.today:
        return
    try:
        letter = write(world, tick, books)
    except TemplateFault as fault:
        yield Event("report", "template_fault", detail=str(fault), bad=True)
        return
    box = next(iter(world.mailboxes.values()))
    for reader in world.digest.to:
        if books.queue(_row(world, tick, box, reader, letter)):
            yield Event("report", "digest_queued", detail=tick.today.isoformat())
    books.keep_setting(LAST, tick.now.isoformat())


def _is_time(world: World, tick: Tick) -> bool:
    """Nothing is prepared in shadow mode: there the command `digest --preview` shows it."""
    hour = (tick.local.hour, tick.local.minute) >= (world.digest.hour, world.digest.minute)
    working_day = world.calendars(world.country).is_working_day(tick.today)
    return bool(world.digest.to) and hour and working_day and world.mode is not Mode.SHADOW


def write(world: World, tick: Tick, books: Books) -> Letter:
    """The digest as a letter. Raises TemplateFault. Linear in accounts and open items, in batches."""
    return world.letters.render("digest/daily", world.digest.language, as_fields(fields(world, tick, books)))


def fields(world: World, tick: Tick, books: Books) -> DigestFields:
    """Everything the digest says."""
    language, last = world.digest.language, _last_digest(books)
    since = last.astimezone(tick.zone).date() if last else _last_working_day(world, tick.today)
    told = _told(books, since, tick.today, last)
    names = _Names(books)
    money = lines.money_in(told, names)
    tasks = books.tasks()
    drafts = books.drafts((DraftState.OPEN, DraftState.CONFLICT))
    ended = lines.promises(told, _made(books, told), names)
    seen = _standing_lines(world, tick, books, names)
    rows = [row for row in (books.row(f.fact.row) for _, f in told if isinstance(f.fact, facts.ReminderSent)) if row]
    days = (_last_working_day(world, tick.today), tick.today)
    refused = {h.account: h.reasons for day in days for h in books.held(day) if h.reasons}
    held = [*seen.held, *((a, r) for a, r in refused.items() if a in seen.would_get)]
    return DigestFields(
        company=world.company,
        language=language,
        today=tick.today,
        since=since,
        mode=world.mode.value,
        stopped=bool(books.setting("stopped")),
        notices=tuple(_notices(world, tick, books, language)),
        money_in=money,
        collected=lines.summed(money, known=True),
        cleared_unknown=lines.summed(money, known=False),
        sent=tuple(seen.today) if world.mode is Mode.SHADOW else _left(world, rows, names),
        reminders_waiting=_left(world, books.rows((RowState.WAITING,)), names),
        answers_sent=sum(isinstance(r.fact, facts.AnswerSent) for _, r in told),
        held=lines.held_lines(held, names, language),
        promises_due=tuple(seen.due),
        promises_kept=tuple(ended.kept),
        promises_broken=tuple(ended.broken),
        disputes=tuple(sorted(seen.disputes, key=lambda line: -line.days)),
        tasks=lines.waiting_tasks(tasks, names, language, tick.now, not_understood=False),
        drafts=lines.waiting_drafts(drafts, names, tick.now),
        not_understood=lines.waiting_tasks(tasks, names, language, tick.now, not_understood=True),
        bounced=lines.bounced(tasks, names, language, tick.now),
        ageing=lines.ageing(books.items(), tick.today),
        tomorrow=tuple(seen.tomorrow),
    )


class _Names:
    """Account number → "number name", looked up once each."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self._known: dict[str, str] = {NOBODY: "?"}

    def __call__(self, number: str) -> str:
        if number not in self._known:
            found = self._books.accounts([number])
            self._known[number] = found[0].name if found else number
        return self._known[number]


def _last_digest(books: Books) -> datetime | None:
    told = books.setting(LAST)
    return datetime.fromisoformat(told) if told else None


def _told(books: Books, first: date, today: date, last: datetime | None) -> list[tuple[str, Recorded]]:
    """The facts since the last digest: none is told twice, none is left out."""
    days = (first + timedelta(days=n) for n in range((today - first).days + 1))
    pairs = (pair for day in days for pair in books.facts_of_day(day))
    return [(account, recorded) for account, recorded in pairs if last is None or recorded.at > last]


def _last_working_day(world: World, today: date) -> date:
    calendar, day = world.calendars(world.country), today - timedelta(days=1)
    while not calendar.is_working_day(day):
        day -= timedelta(days=1)
    return day


def _made(books: Books, told: Sequence[tuple[str, Recorded]]) -> dict[str, facts.PromiseMade]:
    accounts = {a for a, r in told if isinstance(r.fact, facts.PromiseKept | facts.PromiseBroken)}
    history = (recorded.fact for account in sorted(accounts) for recorded in books.history(account))
    return {fact.id: fact for fact in history if isinstance(fact, facts.PromiseMade)}


@dataclass
class _Seen:
    """What one pass over the accounts finds for the digest."""

    due: list[PromiseLine] = field(default_factory=list)
    disputes: list[DisputeLine] = field(default_factory=list)
    tomorrow: list[ReminderLine] = field(default_factory=list)
    held: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    would_get: set[str] = field(default_factory=set)
    today: list[ReminderLine] = field(default_factory=list)


def _standing_lines(world: World, tick: Tick, books: Books, names: _Names) -> _Seen:
    """Promises due today, open disputes, who is held and why, and what would leave tomorrow."""
    seen = _Seen()
    ahead = Tick(tick.now + timedelta(days=1), tick.zone)
    numbers = [account.number for account in books.accounts()]
    for start in range(0, len(numbers), BATCH):
        for found in planned(world, tick, books, numbers[start : start + BATCH]):
            _look_at(seen, world, found, names)
        for found in planned(world, ahead, books, numbers[start : start + BATCH]):
            seen.tomorrow += [_would_leave(found, o, names) for o in found.outcomes if isinstance(o, Remind)]
    return seen


def _look_at(seen: _Seen, world: World, found: Planned, names: _Names) -> None:
    look, number = found.look, found.look.account.number
    language = world.digest.language
    for promise in look.case.promises:
        if promise.due == look.today:
            seen.due.append(PromiseLine(names(number), promise.due, promise.amount, invoices=promise.invoices))
    for d in look.case.disputes:
        why = sentence(d.reason, language)
        seen.disputes.append(lines.dispute_line(names(number), d.invoices, why, d.since, look.today, look.items))
    late = any(i.kind is ItemKind.INVOICE and i.days_overdue(look.today) > 0 for i in look.items)
    for outcome in found.outcomes:
        if isinstance(outcome, Remind):
            seen.would_get.add(number)
            seen.today.append(_would_leave(found, outcome, names))
        elif isinstance(outcome, Skip) and late and outcome.why in WORTH_SHOWING:
            seen.held.append((number, (f"{outcome.why}:{outcome.detail}" if outcome.detail else outcome.why,)))


def _would_leave(found: Planned, remind: Remind, names: _Names) -> ReminderLine:
    return ReminderLine(
        names(found.look.account.number),
        remind.level.name,
        tuple(Total(c, a) for c, a in total_due(remind.listed).items()),
        tuple(i.number for i in remind.listed),
        max((i.days_overdue(found.look.today) for i in remind.listed if i.kind is ItemKind.INVOICE), default=0),
    )


def _left(world: World, rows: Sequence[OutboxRow], names: _Names) -> tuple[ReminderLine, ...]:
    return lines.sent_lines(rows, names, lambda day: _level_name(world, day))


def _level_name(world: World, day: int) -> str:
    found = (stairs.level(day) for stairs in world.policy.staircases.values())
    return next((level.name for level in found if level), f"{day:+d}")


def _notices(world: World, tick: Tick, books: Books, language: str) -> Iterator[str]:
    """What is wrong with the machine itself."""
    for code in ledger_refusals(world, books, tick):
        yield sentence(code, language)
    for name in world.mailboxes:
        read_at = books.read_to_end_at(name)
        if read_at is None or tick.now - read_at > timedelta(hours=12):
            yield sentence("mailbox_not_read", language, name)


def _row(world: World, tick: Tick, box: Mailbox, reader: str, letter: Letter) -> OutboxRow:
    key = f"digest:{tick.today.isoformat()}:{reader}"
    row_id = "d" + sha256(key.encode()).hexdigest()[:15]
    own_id = message_id(row_id, world.key, box.address.rpartition("@")[2])
    raw = compose(
        Outgoing(
            sender=box.address,
            sender_name="Relance",
            recipient=reader,
            recipient_name="",
            subject=letter.subject,
            text=letter.text,
            html=letter.html,
            message_id=own_id,
            date=tick.now,
            auto_submitted=True,
            headers={"X-Relance-Row": row_id},
        )
    )
    return OutboxRow(
        id=row_id,
        key=key,
        kind=RowKind.DIGEST,
        account="",
        day=tick.today,
        recipient=reader,
        message_id=own_id,
        raw=raw,
        queued_at=tick.now,
        mailbox=box.name,
    )

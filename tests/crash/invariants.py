"""What must hold after any death and its recovery, each with the sentence that a failing test prints."""

from collections import Counter
from collections.abc import Callable, Iterator

from bot.core.drafts import CopyState, DraftState
from bot.core.history import AnswerSent, ReminderSent, ReplyUnderstood
from bot.core.inbound import MailState
from bot.core.outbox import LIVE, RowKind, RowState
from tests.crash.portrait import Portrait

Invariant = Callable[[Portrait], Iterator[str]]


def every_mail_is_kept_and_understood_once(seen: Portrait) -> Iterator[str]:
    """Nothing that lies in the mailbox is lost, and none of it counts twice (C13, C75)."""
    kept = {mail.id: mail for mail in seen.mails}
    yield from (f"mail {id} lies in the mailbox and is not kept" for id in seen.lying if id not in kept)
    yield from (f"mail {mail.id} is still not understood" for mail in seen.mails if mail.state is MailState.NEW)
    heard = Counter(
        r.fact.mail for history in seen.histories.values() for r in history if isinstance(r.fact, ReplyUnderstood)
    )
    for mail in seen.mails:
        from_client = mail.folder != "sent" and mail.state is MailState.UNDERSTOOD
        if heard[mail.id] != (1 if from_client else 0):
            yield f"mail {mail.id} from {mail.folder} was understood {heard[mail.id]} times"


def no_fact_is_written_twice(seen: Portrait) -> Iterator[str]:
    """The same promise, dispute, draft or sending is one fact, however often the pass began."""
    for account, history in seen.histories.items():
        counted = Counter((recorded.day, repr(recorded.fact)) for recorded in history)
        yield from (f"{account} has {n} times {fact}" for (_, fact), n in counted.items() if n > 1)


def the_cached_standing_is_the_fold(seen: Portrait) -> Iterator[str]:
    """Where an account stands is never anything but the fold of its facts."""
    yield from (f"the cached standing of {account} is not its fold" for account in seen.misfolded)


def nothing_arrives_twice(seen: Portrait) -> Iterator[str]:
    """Neither the same mail, nor another mail of the same key, nor the same level of the same invoice."""
    yield from (f"row {row} arrived {n} times" for row, n in seen.arrived.items() if n > 1)
    by_key: Counter[str] = Counter()
    raised: Counter[tuple[str, int]] = Counter()
    for row in seen.rows:
        by_key[row.key] += seen.arrived[row.id]
        for each in row.raised:
            raised[each.invoice, each.level] += seen.arrived[row.id]
    yield from (f"{n} mails of {key} arrived" for key, n in by_key.items() if n > 1)
    ours = {row.id for row in seen.rows}
    yield from (f"{n} copies of row {row} lie in Sent" for row, n in seen.filed.items() if n > 1 and row in ours)
    yield from (f"{invoice} was raised to day {day} in {n} mails" for (invoice, day), n in raised.items() if n > 1)


def the_outbox_says_what_happened(seen: Portrait) -> Iterator[str]:
    """Sent rows arrived and have their one fact; what arrived is sent, or unknown with a task for a person."""
    noted = Counter(
        r.fact.row
        for history in seen.histories.values()
        for r in history
        if isinstance(r.fact, ReminderSent | AnswerSent)
    )
    asked = {task.id for task in seen.tasks if not task.done_by}
    for row in seen.rows:
        sent, person = row.state is RowState.SENT, row.kind is not RowKind.DIGEST
        if row.state is RowState.SENDING or (seen.arrived[row.id] and row.state is RowState.QUEUED):
            yield f"row {row.key} is left {row.state} and arrived {seen.arrived[row.id]} times"
        if sent and seen.arrived[row.id] != 1:
            yield f"row {row.key} is sent and arrived {seen.arrived[row.id]} times"
        if person and noted[row.id] != int(sent):
            yield f"row {row.key} is {row.state} and has {noted[row.id]} facts of it"
        asks = f"unclear_sending:{row.id}" in asked
        if person and asks != (row.state is RowState.UNKNOWN):
            yield f"row {row.key} is {row.state}, and {'a' if asks else 'no'} task is open to find out"
        if not person and asks != (row.state is RowState.FAILED):
            yield f"digest {row.key} is {row.state}, and {'a' if asks else 'no'} task tells so"


def a_draft_has_one_way_out(seen: Portrait) -> Iterator[str]:
    """An open draft has one copy in Drafts, any other none; approved, it has one live row. An edit stays (law)."""
    rows = Counter(row.draft for row in seen.rows if row.state in LIVE)
    for draft in seen.drafts:
        is_open = draft.state is DraftState.OPEN
        expected = CopyState.TOUCHED if seen.edited[draft.id] else CopyState.PLACED
        if seen.copies[draft.id] != int(is_open) or (is_open and draft.copy is not expected):
            yield f"draft {draft.id} is {draft.state}, its copy {draft.copy}; {seen.copies[draft.id]} lie in Drafts"
        if rows[draft.id] != int(draft.state is DraftState.APPROVED):
            yield f"draft {draft.id} is {draft.state} and has {rows[draft.id]} rows"
    known = {draft.id for draft in seen.drafts}
    yield from (f"a copy of no draft of ours lies in Drafts: {id}" for id in seen.copies if id not in known)


INVARIANTS: tuple[Invariant, ...] = (
    every_mail_is_kept_and_understood_once,
    no_fact_is_written_twice,
    the_cached_standing_is_the_fold,
    nothing_arrives_twice,
    the_outbox_says_what_happened,
    a_draft_has_one_way_out,
)


def broken(seen: Portrait) -> Iterator[str]:
    """Every invariant that does not hold, as sentences."""
    for invariant in INVARIANTS:
        yield from invariant(seen)

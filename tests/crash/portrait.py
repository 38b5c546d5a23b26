"""Everything that the store, the mailbox and the clients hold at one moment, told so that two runs can be compared."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from email.parser import BytesHeaderParser

from bot.core.case import fold
from bot.core.drafts import DraftAnswer, DraftState
from bot.core.history import NOBODY, Recorded
from bot.core.inbound import InboundMail, MailState
from bot.core.outbox import OutboxRow, RowKind, RowState
from bot.core.tasks import Task
from bot.mail.identity import mail_id
from bot.mailboxes.imap_places import places_of
from bot.ports import Books
from tests.crash import scene
from tests.crash.people import POSTSCRIPT
from tests.crash.stage import USER, Running, main_box

ACCOUNTS = (NOBODY, *(customer.number for customer in (*scene.EARLY, *scene.LATE)))
READ_FOLDERS = {"inbox": "INBOX", "junk": "Junk", "sent": "Sent"}
Told = Counter[tuple[str, str]]
"""(whose, what) → how often."""


@dataclass(frozen=True)
class Portrait:
    """One moment. `lying`: what lies in the folders we read, by mail id; `copies`: drafts that lie in Drafts, by id,
    and `edited` those of them that a person changed there; `filed`: our rows whose copy lies in Sent, by id; `arrived`:
    rows that reached their recipient, by id; `misfolded`: accounts whose cached fold is not their fold."""

    histories: Mapping[str, Sequence[Recorded]]
    tasks: Sequence[Task]
    drafts: Sequence[DraftAnswer]
    rows: Sequence[OutboxRow]
    mails: Sequence[InboundMail]
    lying: Counter[str]
    copies: Counter[str]
    edited: Counter[str]
    filed: Counter[str]
    arrived: Counter[str]
    misfolded: tuple[str, ...]

    @property
    def unknown(self) -> tuple[OutboxRow, ...]:
        """Rows of which only a person can tell whether they left; a digest is given up after one look into Sent."""
        return tuple(row for row in self.rows if row.state is RowState.UNKNOWN or _given_up(row))


def _given_up(row: OutboxRow) -> bool:
    return row.kind is RowKind.DIGEST and row.state is RowState.FAILED


def portrait(at: Running) -> Portrait:
    """The place as it is now."""
    with at.alive(scene.MAIN) as world, world.store.transaction() as books:
        histories = {account: books.history(account) for account in ACCOUNTS}
        return Portrait(
            histories,
            books.tasks(open_only=False),
            books.drafts(tuple(DraftState)),
            books.rows(tuple(RowState)),
            [mail for state in MailState for mail in books.mails(state, 1000)],
            Counter(mail_id(raw) for folder in READ_FOLDERS.values() for _, raw in _messages(at, folder)),
            Counter(_header(raw, "X-Relance-Draft") for _, raw in _messages(at, "Drafts")),
            Counter(_header(raw, "X-Relance-Draft") for _, raw in _messages(at, "Drafts") if raw.endswith(POSTSCRIPT)),
            Counter(_header(raw, "X-Relance-Row") for _, raw in _messages(at, "Sent")),
            Counter(_header(raw, "X-Relance-Row") for _, raw in at.place.letters()),
            tuple(account for account, history in histories.items() if _misfolded(books, account, history)),
        )


def _misfolded(books: Books, account: str, history: Sequence[Recorded]) -> bool:
    standing = books.standing(account)
    return (standing.seq, standing.case) != (len(history), fold(history))


def _messages(at: Running, folder: str) -> Iterator[tuple[int, bytes]]:
    box = at.mail.mailbox(USER, folder)
    return ((message.uid, box.raw(message.uid)) for message in box.messages() if "\\Deleted" not in message.flags)


def _header(raw: bytes, name: str) -> str:
    return str(BytesHeaderParser().parsebytes(raw)[name])


def skipped_by_cursor(at: Running) -> Iterator[str]:
    """Messages that the kept cursor leaves behind although they are not kept: they would be lost for good."""
    with at.alive(scene.MAIN) as world, world.store.transaction() as books:
        places = places_of(books.cursor(main_box(world).name))
        for role, place in places.items():
            for uid, raw in _messages(at, READ_FOLDERS[role]):
                if uid <= place.uid and books.mail(mail_id(raw)) is None:
                    yield f"the cursor stands after message {uid} of {role}, which is not kept"


def told(seen: Portrait) -> Told:
    """What a person would tell of it: without row ids, which depend on the minute of the pass that planned the row."""
    keys = {token: row.key for row in seen.rows for token in (row.message_id, row.id)}
    lines = [(account, repr(r.fact)) for account, history in seen.histories.items() for r in history]
    lines += [(row.account or row.key, f"row {row.key} {row.state} {row.approved_by}") for row in seen.rows]
    lines += [(row.account or row.key, f"arrived {row.key}") for row in seen.rows for _ in range(seen.arrived[row.id])]
    digests = {f"unclear_sending:{row.id}": row.key for row in seen.rows if _given_up(row)}
    lines += [
        (digests.get(t.key, t.account), f"task {t.key} of kind {t.kind}, done by {t.done_by or 'nobody'}")
        for t in seen.tasks
    ]
    for draft in seen.drafts:
        # Killed between removing a withdrawn copy and noting it, we only see that it is gone: nothing follows from it.
        noted = draft.copy if draft.state is DraftState.OPEN else "of no use any more"
        copies = f"{seen.copies[draft.id]} copies, noted as {noted}"
        lines.append((draft.account, f"draft {draft.id} version {draft.version} {draft.state}: {copies}"))
    lines += [(m.account, f"mail {m.id} {m.state} {m.folder}") for m in seen.mails if m.matched_by != "sent_copy"]
    return Counter((whose, _named(what, keys)) for whose, what in lines)


def _named(what: str, keys: Mapping[str, str]) -> str:
    for token, key in keys.items():
        what = what.replace(token, f"[{key}]")
    return what


def differences(expected: Portrait, seen: Portrait) -> Iterator[str]:
    """How it differs from a run that nobody killed, apart from the rows of which only a person can tell."""
    apart = {row.account or row.key for row in seen.unknown}
    was, now = told(expected), told(seen)
    for whose, what in sorted((was - now).keys()):
        if whose not in apart:
            yield f"missing of {whose}: {what}"
    for whose, what in sorted((now - was).keys()):
        if whose not in apart:
            yield f"too much of {whose}: {what}"

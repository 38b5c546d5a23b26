"""What each action of `review` does: find what is meant, let the step decide, tell the outcome and what is left to do."""

import argparse
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from bot.cli import formats
from bot.cli.choosing import absent, account_named, draft_in, row_in, task_in
from bot.cli.editing import new_text
from bot.cli.events import detail
from bot.cli.mail_page import account_title
from bot.cli.words import say
from bot.core.drafts import Conflict, DraftAnswer, DraftState
from bot.core.outbox import OutboxRow, RowState
from bot.core.policy import Mode
from bot.core.reasons import event_sentence, sentence, task_sentence
from bot.core.receivables import ItemKind, fingerprint
from bot.core.tasks import Task
from bot.core.time_brings import open_of
from bot.steps import review
from bot.steps.world import Event, Tick, World


@dataclass(frozen=True)
class Choice:
    """One decision: `typed` names what it is about, `by` is the person, `options` the rest of the command line."""

    world: World
    tick: Tick
    typed: str
    by: str
    options: argparse.Namespace

    @property
    def language(self) -> str:
        """The company's."""
        return self.world.company.language

    def say(self, code: str, **figures: object) -> str:
        """Words in that language."""
        return say(self.language, code, **figures)

    def told(self, event: Event) -> str:
        """What the step reports, and on which account."""
        with self.world.store.transaction() as books:
            who = account_title(books, event.account, self.language)
        about = detail(event, self.language) if event.what in ("task_done", "dispute_closed") else ""
        words = event_sentence(event.step, event.what, self.language)
        return f"{words} – {who}" + (f" ({about})" if about else "")


def _approve(choice: Choice) -> Iterator[str]:
    found = _draft_or_row(choice)
    if isinstance(found, OutboxRow):
        yield choice.told(review.approve_reminder(choice.world, choice.tick, found.id, choice.by))
        return
    version = _version(choice, found)
    if choice.world.mode is Mode.SHADOW:
        raise Conflict(choice.say("shadow_approval"))
    yield choice.told(review.approve(choice.world, choice.tick, found.id, version, choice.by))
    yield from _still_open(choice, found.account, found.mail)


def _refuse(choice: Choice) -> Iterator[str]:
    found, reason = _draft_or_row(choice), choice.options.reason
    if isinstance(found, OutboxRow):
        with choice.world.store.transaction() as books:
            why = f"refused by {choice.by}" + (f": {reason}" if reason else "")
            if not books.move_row(found.id, RowState.WAITING, RowState.CANCELLED, why, choice.tick.now):
                raise absent("row", choice.typed, choice.language)
        yield choice.say("row_refused")
        return
    version = _version(choice, found)
    yield choice.told(review.refuse(choice.world, choice.tick, found.id, version, choice.by, reason))
    yield from _still_open(choice, found.account, found.mail)


def _edit(choice: Choice) -> Iterator[str]:
    found = _draft_or_row(choice)
    if isinstance(found, OutboxRow):
        raise Conflict(choice.say("edit_elsewhere"))
    version = _version(choice, found)
    text = new_text(choice.options.text, found.text, choice.language)
    if text.strip() == found.text.strip():
        yield choice.say("not_changed")
        return
    changed = review.edit(choice.world, found.id, version, text)
    yield choice.say("edited", id=found.id[:8], version=changed.version)


def _draft_or_row(choice: Choice) -> DraftAnswer | OutboxRow:
    with choice.world.store.transaction() as books:
        draft = draft_in(books, choice.typed, choice.language)
        row = row_in(books, choice.typed, choice.language, RowState.WAITING)
    if draft is not None and row is not None:
        raise Conflict(choice.say("ambiguous", id=choice.typed, list=f"{draft.id}, {row.id}"))
    found = draft or row
    if found is None:
        raise absent("any", choice.typed, choice.language)
    return found


def _version(choice: Choice, draft: DraftAnswer) -> int:
    """The version that was read. Raises Conflict for a draft that nobody can decide on any more."""
    short, by = draft.id[:8], choice.say("by_whom", who=draft.decided_by) if draft.decided_by else ""
    if draft.state is DraftState.OUTDATED:
        raise Conflict(choice.say("outdated_already", id=short))
    if draft.state is DraftState.CONFLICT:
        raise Conflict(choice.say("vanished_draft", id=short))
    if draft.state is not DraftState.OPEN:
        state = sentence(f"draft_{draft.state.value}", choice.language)
        raise Conflict(choice.say("decided_already", id=short, state=state, by=by))
    read = choice.options.version or draft.version
    if read != draft.version:
        raise Conflict(choice.say("changed_since", id=short, read=read, version=draft.version))
    return int(read)


def _done(choice: Choice) -> Iterator[str]:
    with choice.world.store.transaction() as books:
        task = task_in(books, choice.typed, choice.language)
    if task is None:
        raise absent("task", choice.typed, choice.language)
    if task.done_by:
        raise Conflict(choice.say("done_already", id=task.id, by=choice.say("by_whom", who=task.done_by)))
    yield choice.told(review.finish_task(choice.world, choice.tick, task.id, choice.by, choice.options.reason))
    yield from _left_by(choice, task)


def _left_by(choice: Choice, task: Task) -> Iterator[str]:
    """A task may end while what it was about goes on: say how that is noted."""
    with choice.world.store.transaction() as books:
        case = books.standing(task.account).case
    if task.kind == "settle_dispute" and any(d.id.startswith(task.mail) for d in case.disputes):
        yield choice.say("dispute_open", account=task.account)
    if task.kind == "agree_plan" and case.plan is None:
        yield choice.say("plan_waits", account=task.account)


def _take_over(choice: Choice) -> Iterator[str]:
    yield choice.told(review.take_over(choice.world, choice.tick, _account(choice), choice.by))


def _release(choice: Choice) -> Iterator[str]:
    yield choice.told(review.release(choice.world, choice.tick, _account(choice), choice.by))


def _close_dispute(choice: Choice) -> Iterator[str]:
    account = _account(choice)
    dispute = _dispute(choice, account)
    yield choice.told(
        review.close_dispute(choice.world, choice.tick, account, dispute, choice.by, choice.options.reason)
    )
    yield from _finish(choice, account, "settle_dispute", dispute.partition(".")[0])


def _dispute(choice: Choice, account: str) -> str:
    with choice.world.store.transaction() as books:
        open_ones = [dispute.id for dispute in books.standing(account).case.disputes]
    listed, named = ", ".join(open_ones), choice.options.dispute
    if not open_ones:
        raise Conflict(choice.say("no_dispute", account=account))
    meant = [one for one in open_ones if one.startswith(named)]
    if not meant:
        raise Conflict(choice.say("no_such_dispute", account=account, id=named, list=listed))
    if len(meant) > 1:
        raise Conflict(choice.say("which_dispute", account=account, list=listed))
    return meant[0]


def _agree_plan(choice: Choice) -> Iterator[str]:
    account, instalments = _account(choice), choice.options.instalment
    invoices = tuple(choice.options.invoice)
    if not instalments:
        raise Conflict(choice.say("no_instalments"))
    with choice.world.store.transaction() as books:
        items = books.items([account])
    open_ones = {item.number for item in items if item.kind is ItemKind.INVOICE}
    if unknown := [number for number in invoices if number not in open_ones]:
        raise Conflict(choice.say("unknown_invoices", account=account, list=", ".join(unknown)))
    yield choice.told(review.agree_plan(choice.world, choice.tick, account, instalments, invoices, choice.by))
    owed, promised = open_of(invoices, items), sum((part.amount for part in instalments), Decimal(0))
    if owed != promised:
        written = [formats.amount(sum_, items[0].currency, choice.language) for sum_ in (promised, owed)]
        yield choice.say("instalments_differ", sum=written[0], owed=written[1])
    yield from _finish(choice, account, "agree_plan")


def _address_ok(choice: Choice) -> Iterator[str]:
    """The case knows a dead address by its fingerprint: so it must be named by it."""
    account = _account(choice)
    with choice.world.store.transaction() as books:
        found = books.accounts([account])
        bounced = books.standing(account).case.bounced
    contact = found[0].recipient() if found else None
    address = choice.options.address or (contact.email if contact else "")
    if not address:
        raise Conflict(choice.say("no_address", account=account))
    if fingerprint(address) not in bounced:
        raise Conflict(choice.say("not_bounced", address=address, account=account))
    yield choice.told(review.mend_contact(choice.world, choice.tick, account, fingerprint(address), choice.by))
    yield from _finish(choice, account, "mend_contact")


def _settle(arrived: bool) -> Callable[[Choice], Iterator[str]]:
    def act(choice: Choice) -> Iterator[str]:
        with choice.world.store.transaction() as books:
            row = row_in(books, choice.typed.removeprefix("unclear_sending:"), choice.language, RowState.UNKNOWN)
        if row is None:
            raise absent("unclear", choice.typed, choice.language)
        yield choice.told(review.settle_unclear(choice.world, choice.tick, row.id, arrived, choice.by))

    return act


def _account(choice: Choice) -> str:
    with choice.world.store.transaction() as books:
        return account_named(books, choice.typed, choice.language)


def _finish(choice: Choice, account: str, kind: str, mail: str = "") -> Iterator[str]:
    """The tasks that asked for this very decision are done with it."""
    with choice.world.store.transaction() as books:
        asked = [t for t in books.tasks(account) if t.kind == kind and (not mail or t.mail == mail)]
    for task in asked:
        review.finish_task(choice.world, choice.tick, task.id, choice.by, choice.options.reason)
        yield choice.say("also_done", what=task_sentence(task.kind, task.why, choice.language))


def _still_open(choice: Choice, account: str, mail: str) -> Iterator[str]:
    """Tasks of the same mail that the answer does not settle: papers to send, a dispute to look into."""
    with choice.world.store.transaction() as books:
        left = [task for task in books.tasks(account) if task.mail == mail]
    for task in left:
        what = task_sentence(task.kind, task.why, choice.language)
        yield choice.say("still_open", what=what, id=f"{task.kind.partition('_')[0]}:{mail[:8]}")


ACT: Mapping[str, Callable[[Choice], Iterator[str]]] = {
    "edit": _edit,
    "approve": _approve,
    "refuse": _refuse,
    "done": _done,
    "take-over": _take_over,
    "release": _release,
    "close-dispute": _close_dispute,
    "agree-plan": _agree_plan,
    "address-ok": _address_ok,
    "arrived": _settle(arrived=True),
    "not-sent": _settle(arrived=False),
}
"""Action → what it does; each line it gives is printed."""

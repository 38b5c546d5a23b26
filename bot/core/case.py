"""Where an account stands: a pure fold of its facts. There is no status column to drift."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import assert_never

from bot.core import history as facts
from bot.core.case_state import Case, LastLetter, PauseInForce, Vanished
from bot.core.commitments import OpenDispute, OpenPromise, RunningPlan, beside, contested_after, paid_on
from bot.core.history import Recorded

__all__ = ["Case", "LastLetter", "OpenDispute", "OpenPromise", "PauseInForce", "RunningPlan", "apply", "fold"]

REMEMBERED_DAYS = 90
"""How long an invoice that vanished without a reason keeps its level: exports have gaps, and a quarter closes them."""


def fold(history: Iterable[Recorded], start: Case | None = None) -> Case:
    """The case after these facts; linear in their number. `start` is the fold of all facts before them."""
    case = start or Case()
    for recorded in history:
        case = apply(case, recorded)
    return case


def apply(case: Case, recorded: Recorded) -> Case:
    """The case after one more fact."""
    fact, day = recorded.fact, recorded.day
    match fact:
        case facts.ReminderSent() | facts.PersonAsked():
            return _raised(case, fact, day)
        case facts.AnswerSent() | facts.PersonWrote():
            return _written(case, fact, day)
        case facts.MailReceived(mail):
            return replace(case, unread=case.unread | {mail})
        case facts.ReplyUnderstood(mail, kind):
            if kind != "human":
                return replace(case, unread=case.unread - {mail})
            return replace(case, unread=case.unread - {mail}, last_heard=day, last_letter=None)
        case facts.Paused(until, reason, invoices):
            return replace(case, pauses=(*case.pauses, PauseInForce(until, reason, invoices)))
        case facts.Resumed(_, by):
            return replace(case, pauses=() if by else tuple(p for p in case.pauses if p.until >= day))
        case facts.PromiseMade() | facts.PromiseKept() | facts.PromiseBroken() | facts.PromiseDropped():
            return _promise(case, fact)
        case facts.DisputeOpened(id, invoices, reason):
            return replace(case, disputes=(*case.disputes, OpenDispute(id, invoices, reason, day)))
        case facts.DisputeClosed():
            return _dispute_closed(case, fact)
        case facts.PlanAsked(mail):
            return replace(case, plan_asked=mail)
        case facts.PlanAgreed(id, instalments, invoices, open_then):
            return replace(case, plan=RunningPlan(id, instalments, invoices, open_then), plan_asked="")
        case facts.PlanEnded():
            return replace(case, plan=None)
        case facts.InsolvencyDeclared(proceeding):
            return replace(case, insolvency=proceeding)
        case facts.InsolvencyLifted():
            return replace(case, insolvency="")
        case facts.ContactBounced():
            return _bounced(case, fact) if fact.permanent else case
        case facts.ContactMended(contact):
            return replace(case, bounced=case.bounced - {contact})
        case facts.Escalated() | facts.TakenOver() | facts.TaskDone() | facts.Released():
            return _person(case, fact)
        case facts.DraftPrepared(draft):
            return replace(case, drafts=case.drafts | {draft})
        case facts.DraftApproved(draft) | facts.DraftRefused(draft) | facts.DraftOutdated(draft):
            return replace(case, drafts=case.drafts - {draft})
        case facts.Cleared():
            return _cleared(case, fact, day)
        case facts.CameBack(invoice):
            return _back(case, invoice)
        case facts.SendingUnclear(row):
            return replace(case, unclear=case.unclear | {row})
        case facts.SendingFailed(row):
            return replace(case, unclear=case.unclear - {row})
        case facts.ContactProposed():
            return case
        case _:
            assert_never(fact)


def _raised(case: Case, fact: facts.ReminderSent | facts.PersonAsked, day: date) -> Case:
    levels, numbers = dict(case.levels), {raised.invoice for raised in fact.raised}
    for raised in fact.raised:
        levels[raised.invoice] = max(raised.level, levels.get(raised.invoice, raised.level))
    if isinstance(fact, facts.PersonAsked):
        return replace(case, levels=levels, last_letter=None)
    return replace(
        case,
        levels=levels,
        reminded={**case.reminded, **{r.invoice: (*case.reminded.get(r.invoice, ()), day) for r in fact.raised}},
        last_written=day,
        unclear=case.unclear - {fact.row},
        broken_promise=None,
        last_letter=LastLetter(fact.recipient, {number: case.levels.get(number) for number in sorted(numbers)}),
    )


def _bounced(case: Case, fact: facts.ContactBounced) -> Case:
    """What nobody received raised nothing: the next contact's first letter begins where the lost one stood."""
    bounced, letter = case.bounced | {fact.contact}, case.last_letter
    if letter is None or letter.recipient not in ("", fact.contact):
        return replace(case, bounced=bounced)
    lost = {number: before for number, before in letter.before.items() if number in case.levels}
    levels = {number: lost.get(number, level) for number, level in case.levels.items()}
    return replace(
        case,
        bounced=bounced,
        levels={number: level for number, level in levels.items() if level is not None},
        reminded={number: days[:-1] if number in lost else days for number, days in case.reminded.items()},
        last_letter=None,
    )


def _written(case: Case, fact: facts.AnswerSent | facts.PersonWrote, day: date) -> Case:
    unclear = case.unclear - {fact.row} if isinstance(fact, facts.AnswerSent) else case.unclear
    drafts = case.drafts - {fact.draft}
    return replace(case, last_written=day, drafts=drafts, unclear=unclear, last_letter=None)


Promise = facts.PromiseMade | facts.PromiseKept | facts.PromiseBroken | facts.PromiseDropped


def _promise(case: Case, fact: Promise) -> Case:
    if isinstance(fact, facts.PromiseMade):
        promise = OpenPromise(fact.id, fact.due, fact.amount, fact.invoices, fact.open_then, fact.mail)
        rest = beside(case.promises, promise)
        put_off = case.unkept_in_a_row + (rest != case.promises)
        return replace(case, promises=(*rest, promise), unkept_in_a_row=put_off)
    left = replace(case, promises=tuple(p for p in case.promises if p.id != fact.promise))
    match fact:
        case facts.PromiseKept():
            return replace(left, promises_kept=case.promises_kept + 1, unkept_in_a_row=0)
        case facts.PromiseBroken():
            due = next((p.due for p in case.promises if p.id == fact.promise), None)
            unkept = case.unkept_in_a_row + 1
            return replace(left, promises_broken=case.promises_broken + 1, broken_promise=due, unkept_in_a_row=unkept)
        case facts.PromiseDropped():
            return left


def _dispute_closed(case: Case, fact: facts.DisputeClosed) -> Case:
    """Closed by the ledger, it rests while an invoice of it may come back: a gap in an export settles nothing."""
    ended = [d for d in case.disputes if d.id == fact.dispute]
    resting = [d for d in ended if fact.by == facts.BY_LEDGER and any(number in case.left for number in d.invoices)]
    return replace(
        case,
        disputes=tuple(d for d in case.disputes if d.id != fact.dispute),
        dormant=(*(d for d in case.dormant if d.id != fact.dispute), *resting),
    )


def _person(case: Case, fact: facts.Escalated | facts.TakenOver | facts.TaskDone | facts.Released) -> Case:
    match fact:
        case facts.Escalated(task):
            return replace(case, waiting=case.waiting | {task})
        case facts.TakenOver(by):
            return replace(case, taken_over_by=by)
        case facts.TaskDone(task):
            decided = task == f"agree_plan:{case.plan_asked}"
            return replace(case, waiting=case.waiting - {task}, plan_asked="" if decided else case.plan_asked)
        case facts.Released():
            # Not the unclear mails: whether they left must be found out, or the client gets them twice.
            return replace(case, waiting=frozenset(), taken_over_by="", pauses=(), plan_asked="")


def _cleared(case: Case, fact: facts.Cleared, day: date) -> Case:
    paid = replace(
        case,
        promises=tuple(paid_on(promise, fact) for promise in case.promises),
        plan=paid_on(case.plan, fact) if case.plan else None,
        disputes=tuple(contested_after(dispute, fact) for dispute in case.disputes),
    )
    return _gone(paid, fact, day) if fact.whole else paid


def _gone(case: Case, fact: facts.Cleared, day: date) -> Case:
    """A paid invoice leaves the fold; the levels of the others neither restart nor jump (C20).

    One that is gone without a reason may be back tomorrow: it is remembered, or it would begin mildly again (X21).
    """
    left = {n: v for n, v in case.left.items() if n != fact.invoice and (day - v.since).days <= REMEMBERED_DAYS}
    if fact.how == "unknown" and (fact.invoice in case.levels or case.disputed(fact.invoice)):
        reminded = case.reminded.get(fact.invoice, ())
        left[fact.invoice] = Vanished(day, case.levels.get(fact.invoice), reminded)
    return replace(
        case,
        levels={number: level for number, level in case.levels.items() if number != fact.invoice},
        reminded={number: days for number, days in case.reminded.items() if number != fact.invoice},
        left=left,
        dormant=tuple(d for d in case.dormant if any(number in left for number in d.invoices)),
    )


def _back(case: Case, invoice: str) -> Case:
    """It was a gap in an export: the invoice goes on where it stood, and what was contested is contested again."""
    left = dict(case.left)
    stood = left.pop(invoice, None)
    if stood is None:
        return case
    again = [d for d in case.dormant if invoice in d.invoices]
    mended = [replace(d, cleared=tuple(n for n in d.cleared if n != invoice)) for d in (*case.disputes, *again)]
    return replace(
        case,
        left=left,
        levels=case.levels if stood.level is None else {**case.levels, invoice: stood.level},
        reminded={**case.reminded, invoice: stood.reminded} if stood.reminded else case.reminded,
        disputes=tuple(mended),
        dormant=tuple(d for d in case.dormant if invoice not in d.invoices),
    )

"""Where an account stands: a pure fold of its facts. There is no status column to drift."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import assert_never

from bot.core import history as facts
from bot.core.history import Instalment, Recorded


@dataclass(frozen=True)
class PauseInForce:
    """Reminders rest through `until`; no invoices means the whole account."""

    until: date
    reason: str
    invoices: tuple[str, ...] = ()


@dataclass(frozen=True)
class OpenPromise:
    """A promise whose day, with its grace, has not been judged yet."""

    id: str
    due: date
    amount: Decimal | None
    invoices: tuple[str, ...]
    open_then: Decimal


@dataclass(frozen=True)
class OpenDispute:
    """A dispute nobody closed. No invoices: the whole account is contested until a person says which."""

    id: str
    invoices: tuple[str, ...]
    reason: str
    since: date


@dataclass(frozen=True)
class RunningPlan:
    """A plan that a person agreed to."""

    id: str
    instalments: tuple[Instalment, ...]
    invoices: tuple[str, ...]
    open_then: Decimal


@dataclass(frozen=True)
class Case:
    """The standing of one account.

    `levels`: invoice → day count of the highest level raised. `reminded`: invoice → days of its reminders.
    `last_written`: the last day on which we wrote to the client, by any hand. `unread`: mails not understood yet.
    `plan_asked`: the mail that asked for a plan nobody decided on. `waiting`: tasks that keep the bot at rest.
    `bounced`: fingerprints of dead addresses. `broken_promise`: the last promised day that passed without the money,
    until a reminder has said so.
    """

    levels: Mapping[str, int] = field(default_factory=dict)
    reminded: Mapping[str, tuple[date, ...]] = field(default_factory=dict)
    last_written: date | None = None
    last_heard: date | None = None
    unread: frozenset[str] = frozenset()
    pauses: tuple[PauseInForce, ...] = ()
    promises: tuple[OpenPromise, ...] = ()
    disputes: tuple[OpenDispute, ...] = ()
    plan: RunningPlan | None = None
    plan_asked: str = ""
    insolvency: str = ""
    bounced: frozenset[str] = frozenset()
    waiting: frozenset[str] = frozenset()
    taken_over_by: str = ""
    drafts: frozenset[str] = frozenset()
    unclear: frozenset[str] = frozenset()
    broken_promise: date | None = None
    promises_kept: int = 0
    promises_broken: int = 0

    @property
    def with_human(self) -> bool:
        """The bot rests because a person has the account, or is asked to take it."""
        return bool(self.waiting or self.taken_over_by or self.unclear)

    def pause_on(self, invoice: str, day: date) -> PauseInForce | None:
        """The pause that holds this invoice on that day, if any (an account pause holds every invoice)."""
        holds = (p for p in self.pauses if day <= p.until and (not p.invoices or invoice in p.invoices))
        return next(holds, None)

    def account_pause(self, day: date) -> PauseInForce | None:
        """The pause of the whole account on that day, the longest first."""
        whole = [p for p in self.pauses if not p.invoices and day <= p.until]
        return max(whole, key=lambda p: p.until, default=None)

    def disputed(self, invoice: str) -> bool:
        """Whether the invoice is contested, by name or with the whole account."""
        return any(not d.invoices or invoice in d.invoices for d in self.disputes)

    def promised(self, invoice: str) -> bool:
        """Whether a promise about it is still running."""
        return any(not p.invoices or invoice in p.invoices for p in self.promises)

    def in_plan(self, invoice: str) -> bool:
        """Whether a running plan covers it."""
        return self.plan is not None and (not self.plan.invoices or invoice in self.plan.invoices)


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
            heard = day if kind == "human" else case.last_heard
            return replace(case, unread=case.unread - {mail}, last_heard=heard)
        case facts.Paused(until, reason, invoices):
            return replace(case, pauses=(*case.pauses, PauseInForce(until, reason, invoices)))
        case facts.Resumed(_, by):
            return replace(case, pauses=() if by else tuple(p for p in case.pauses if p.until >= day))
        case facts.PromiseMade() | facts.PromiseKept() | facts.PromiseBroken():
            return _promise(case, fact)
        case facts.DisputeOpened(id, invoices, reason):
            return replace(case, disputes=(*case.disputes, OpenDispute(id, invoices, reason, day)))
        case facts.DisputeClosed(dispute):
            return replace(case, disputes=tuple(d for d in case.disputes if d.id != dispute))
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
        case facts.ContactBounced(contact, _, permanent):
            return replace(case, bounced=case.bounced | {contact}) if permanent else case
        case facts.ContactMended(contact):
            return replace(case, bounced=case.bounced - {contact})
        case facts.Escalated() | facts.TakenOver() | facts.TaskDone() | facts.Released():
            return _person(case, fact)
        case facts.DraftPrepared(draft):
            return replace(case, drafts=case.drafts | {draft})
        case facts.DraftApproved(draft) | facts.DraftRefused(draft) | facts.DraftOutdated(draft):
            return replace(case, drafts=case.drafts - {draft})
        case facts.Cleared(invoice, whole=whole):
            return _cleared(case, invoice) if whole else case
        case facts.SendingUnclear(row):
            return replace(case, unclear=case.unclear | {row})
        case facts.SendingFailed(row):
            return replace(case, unclear=case.unclear - {row})
        case facts.ContactProposed():
            return case
        case _:
            assert_never(fact)


def _raised(case: Case, fact: facts.ReminderSent | facts.PersonAsked, day: date) -> Case:
    levels = dict(case.levels)
    for raised in fact.raised:
        levels[raised.invoice] = max(raised.level, levels.get(raised.invoice, raised.level))
    if isinstance(fact, facts.PersonAsked):
        return replace(case, levels=levels)
    reminded = {**case.reminded, **{r.invoice: (*case.reminded.get(r.invoice, ()), day) for r in fact.raised}}
    return replace(
        case,
        levels=levels,
        reminded=reminded,
        last_written=day,
        unclear=case.unclear - {fact.row},
        broken_promise=None,
    )


def _written(case: Case, fact: facts.AnswerSent | facts.PersonWrote, day: date) -> Case:
    unclear = case.unclear - {fact.row} if isinstance(fact, facts.AnswerSent) else case.unclear
    drafts = case.drafts - {fact.draft}
    return replace(case, last_written=day, drafts=drafts, unclear=unclear)


def _promise(case: Case, fact: facts.PromiseMade | facts.PromiseKept | facts.PromiseBroken) -> Case:
    if isinstance(fact, facts.PromiseMade):
        promise = OpenPromise(fact.id, fact.due, fact.amount, fact.invoices, fact.open_then)
        return replace(case, promises=(*case.promises, promise))
    left = tuple(p for p in case.promises if p.id != fact.promise)
    if isinstance(fact, facts.PromiseKept):
        return replace(case, promises=left, promises_kept=case.promises_kept + 1)
    broken = next((p.due for p in case.promises if p.id == fact.promise), None)
    return replace(case, promises=left, promises_broken=case.promises_broken + 1, broken_promise=broken)


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


def _cleared(case: Case, invoice: str) -> Case:
    """A paid invoice leaves the fold; the levels of the others neither restart nor jump (C20)."""
    levels = {number: level for number, level in case.levels.items() if number != invoice}
    reminded = {number: days for number, days in case.reminded.items() if number != invoice}
    return replace(case, levels=levels, reminded=reminded)

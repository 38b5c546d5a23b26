"""The manager's morning, computed from the facts since the last digest and the standing of all accounts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from bot.core import history as facts
from bot.core.digest_fields import (
    Ageing,
    Bucket,
    DisputeLine,
    HeldLine,
    MoneyIn,
    PromiseLine,
    ReminderLine,
    WaitingLine,
)
from bot.core.drafts import DraftAnswer
from bot.core.history import Recorded
from bot.core.letter_fields import Total
from bot.core.money import totals
from bot.core.outbox import OutboxRow
from bot.core.reasons import sentence, task_sentence
from bot.core.receivables import ItemKind, OpenItem
from bot.core.tasks import Task

BUCKETS: tuple[tuple[int | None, int | None], ...] = ((None, 0), (1, 30), (31, 60), (61, 90), (91, None))
"""Days overdue from, to: current, 1–30, 31–60, 61–90, 90 and more (C97)."""

Name = Callable[[str], str]
"""Account number → how a manager knows it."""


def ageing(items: Iterable[OpenItem], today: date) -> tuple[Ageing, ...]:
    """Open invoices by days overdue, a table per currency; one pass over the items."""
    sums: dict[str, list[tuple[Decimal, int]]] = {}
    for item in items:
        if item.kind is ItemKind.INVOICE:
            row = sums.setdefault(item.currency, [(Decimal(0), 0)] * len(BUCKETS))
            n = _bucket(item.days_overdue(today))
            row[n] = (row[n][0] + item.amount, row[n][1] + 1)
    return tuple(
        Ageing(
            currency,
            tuple(Bucket(first, last, *row[n]) for n, (first, last) in enumerate(BUCKETS)),
            sum((amount for amount, _ in row), Decimal(0)),
        )
        for currency, row in sorted(sums.items())
    )


def _bucket(days: int) -> int:
    return next(n for n, (_, last) in enumerate(BUCKETS) if last is None or days <= last)


def money_in(told: Iterable[tuple[str, Recorded]], name: Name) -> tuple[MoneyIn, ...]:
    """What left the open items, as far as the ledger tells why."""
    return tuple(
        MoneyIn(name(account), r.fact.invoice, r.fact.amount, r.fact.currency, r.fact.how)
        for account, r in told
        if isinstance(r.fact, facts.Cleared)
    )


def summed(money: Iterable[MoneyIn], known: bool) -> tuple[Total, ...]:
    """Totals per currency of what was collected (`known`), or cleared for a reason no movement tells."""
    kinds = {"payment"} if known else {"unknown"}
    found = totals((m.currency, m.amount) for m in money if m.how in kinds)
    return tuple(Total(currency, amount) for currency, amount in found.items())


def sent_lines(rows: Iterable[OutboxRow], name: Name, level: Callable[[int], str]) -> tuple[ReminderLine, ...]:
    """Reminders that left. The sum is that of the letter, credits not deducted."""
    return tuple(
        ReminderLine(
            name(row.account),
            level(max(r.level for r in row.raised)) if row.raised else "",
            tuple(Total(c, a) for c, a in totals((x.currency, x.amount) for x in row.claims).items()),
            tuple(claim.invoice for claim in row.claims),
        )
        for row in rows
    )


def held_lines(held: Iterable[tuple[str, tuple[str, ...]]], name: Name, language: str) -> tuple[HeldLine, ...]:
    """Accounts by the first reason that holds them, the most frequent reason first (C24)."""
    by_reason: dict[str, list[str]] = {}
    for account, reasons in held:
        by_reason.setdefault(reasons[0], []).append(name(account))
    ranked = sorted(by_reason.items(), key=lambda pair: -len(pair[1]))
    return tuple(HeldLine(reason_sentence(code, language), tuple(accounts)) for code, accounts in ranked)


def reason_sentence(code: str, language: str) -> str:
    """A reason code, with its detail after a colon, as a sentence."""
    why, _, detail = code.partition(":")
    return sentence(why, language, detail)


@dataclass
class Promises:
    """Promises of the day, by what became of them."""

    due: list[PromiseLine] = field(default_factory=list)
    kept: list[PromiseLine] = field(default_factory=list)
    broken: list[PromiseLine] = field(default_factory=list)


def promises(told: Iterable[tuple[str, Recorded]], made: Mapping[str, facts.PromiseMade], name: Name) -> Promises:
    """Kept and broken ones of these facts; `made` holds the promises by id."""
    found = Promises()
    for account, recorded in told:
        if isinstance(recorded.fact, facts.PromiseKept | facts.PromiseBroken):
            promise = made.get(recorded.fact.promise)
            if promise:
                line = PromiseLine(name(account), promise.due, promise.amount, invoices=promise.invoices)
                (found.kept if isinstance(recorded.fact, facts.PromiseKept) else found.broken).append(line)
    return found


def dispute_line(
    account: str, invoices: tuple[str, ...], reason: str, since: date, today: date, items: Sequence[OpenItem]
) -> DisputeLine:
    """An open dispute with its age and the money it holds back."""
    about = [i for i in items if i.kind is ItemKind.INVOICE and (not invoices or i.number in invoices)]
    sums = totals((i.currency, i.amount) for i in about)
    return DisputeLine(
        account, invoices, reason, since, (today - since).days, tuple(Total(c, a) for c, a in sums.items())
    )


NOT_UNDERSTOOD = frozenset({"unsure", "unmatched", "third_party", "several_accounts", "unreadable", "no_next_step"})
"""Why-codes of tasks that mean: a mail was not understood, or belongs to nobody."""


def waiting_tasks(
    tasks: Iterable[Task], name: Name, language: str, now: datetime, not_understood: bool
) -> tuple[WaitingLine, ...]:
    """Open tasks, the urgent ones first; those about mail that was not understood apart."""
    chosen = [t for t in tasks if (t.why in NOT_UNDERSTOOD) is not_understood and t.kind != "mend_contact"]
    ranked = sorted(chosen, key=lambda t: (not t.urgent, t.due or date.max, str(t.opened_at)))
    return tuple(_task_line(t, name, language, now) for t in ranked)


def bounced(tasks: Iterable[Task], name: Name, language: str, now: datetime) -> tuple[WaitingLine, ...]:
    """Contacts whose address is dead (C44)."""
    return tuple(_task_line(t, name, language, now) for t in tasks if t.kind == "mend_contact")


def _task_line(task: Task, name: Name, language: str, now: datetime) -> WaitingLine:
    days = (now - task.opened_at).days if task.opened_at else 0
    return WaitingLine(name(task.account), task_sentence(task.kind, task.why, language), days, task.due, task.urgent)


def waiting_drafts(drafts: Iterable[DraftAnswer], name: Name, now: datetime) -> tuple[WaitingLine, ...]:
    """Answers that wait for approval, the oldest first."""
    ranked = sorted(drafts, key=lambda d: str(d.created_at))
    return tuple(
        WaitingLine(name(d.account), d.subject, (now - d.created_at).days if d.created_at else 0) for d in ranked
    )

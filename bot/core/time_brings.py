"""What the mere passing of days and the ledger's movements bring to a case: promises kept or broken, pauses ended."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from bot.core.case import Case, OpenPromise, RunningPlan
from bot.core.history import Fact, PlanEnded, PromiseBroken, PromiseKept, Resumed
from bot.core.policy import Policy
from bot.core.receivables import ItemKind, OpenItem


def what_time_brings(case: Case, items: Sequence[OpenItem], policy: Policy, today: date) -> tuple[Fact, ...]:
    """Facts that are due today; linear in promises, instalments and items. Only the ledger keeps a promise (law)."""
    found: list[Fact] = []
    for promise in case.promises:
        verdict = _promise(promise, items, policy, today)
        if verdict:
            found.append(verdict)
    if case.plan:
        ended = _plan(case.plan, items, policy, today)
        found += [ended] if ended else []
    if any(pause.until < today for pause in case.pauses):
        found.append(Resumed("pause_ended"))
    return tuple(found)


def open_of(invoices: Sequence[str], items: Sequence[OpenItem]) -> Decimal:
    """What is open of these invoices (none named: of all)."""
    wanted = set(invoices)
    return sum(
        (i.amount for i in items if i.kind is ItemKind.INVOICE and (not wanted or i.number in wanted)), Decimal(0)
    )


def _promise(promise: OpenPromise, items: Sequence[OpenItem], policy: Policy, today: date) -> Fact | None:
    left = open_of(promise.invoices, items)
    wanted = promise.open_then if promise.amount is None else min(promise.amount, promise.open_then)
    if left == 0 or promise.open_then - left >= wanted:
        return PromiseKept(promise.id)
    # The bank's days are not the client's fault: a transfer of the promised day arrives within the grace.
    if today > promise.due + timedelta(days=policy.promise_grace_days):
        return PromiseBroken(promise.id)
    return None


def _plan(plan: RunningPlan, items: Sequence[OpenItem], policy: Policy, today: date) -> Fact | None:
    left = open_of(plan.invoices, items)
    if left == 0:
        return PlanEnded(plan.id, kept=True)
    grace = timedelta(days=policy.promise_grace_days)
    expected = sum((i.amount for i in plan.instalments if i.due + grace < today), Decimal(0))
    if plan.open_then - left < min(expected, plan.open_then):
        return PlanEnded(plan.id, kept=False)
    return None

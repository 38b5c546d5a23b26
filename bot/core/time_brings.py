"""What the mere passing of days and the ledger's movements bring to a case: promises kept or broken, pauses ended."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from bot.core.case import Case, OpenDispute, OpenPromise, RunningPlan
from bot.core.history import (
    BY_LEDGER,
    DisputeClosed,
    Fact,
    PlanEnded,
    PromiseBroken,
    PromiseDropped,
    PromiseKept,
    Resumed,
)
from bot.core.policy import Policy
from bot.core.receivables import ItemKind, OpenItem

CENT = Decimal("0.01")
"""Three instalments of a third add up to a cent less than the debt."""


def what_time_brings(
    case: Case, items: Sequence[OpenItem], policy: Policy, today: date, ledger_trusted: bool = True
) -> tuple[Fact, ...]:
    """Facts that are due today; linear in promises, instalments and items. Only the ledger keeps a promise (law).

    A ledger that may not be trusted judges nobody: then only pauses end, and the rest waits for a good one.
    """
    found: list[Fact] = []
    if ledger_trusted:
        found += _of_ledger(case, items, policy, today)
    if any(pause.until < today for pause in case.pauses):
        found.append(Resumed("pause_ended"))
    return tuple(found)


def _of_ledger(case: Case, items: Sequence[OpenItem], policy: Policy, today: date) -> Iterator[Fact]:
    verdicts = [_promise(promise, items, policy, today) for promise in case.promises]
    if case.plan:
        verdicts.append(_plan(case.plan, items, policy, today))
    verdicts += [_dispute(dispute, items) for dispute in case.disputes]
    yield from (verdict for verdict in verdicts if verdict)


def by_currency(invoices: Sequence[str], items: Sequence[OpenItem]) -> dict[str, tuple[str, ...]]:
    """The open ones among these invoices (none named: all), per currency, the oldest first. Money never mixes (C5)."""
    wanted, found = set(invoices), dict[str, tuple[str, ...]]()
    for item in sorted(items, key=lambda item: (item.due, item.number)):
        if item.kind is ItemKind.INVOICE and (not wanted or item.number in wanted):
            found[item.currency] = (*found.get(item.currency, ()), item.number)
    return found


def of_one_currency(
    invoices: Sequence[str], items: Sequence[OpenItem], amount: Decimal | None = None
) -> tuple[str, ...]:
    """The open ones among these invoices, all in one currency: the first with so much open, else the oldest's."""
    groups = by_currency(invoices, items).values()
    enough = (group for group in groups if amount is None or open_of(group, items) >= amount)
    return next(enough, next(iter(groups), ()))


def open_of(invoices: Sequence[str], items: Sequence[OpenItem]) -> Decimal:
    """What is open of these invoices (none named: of all); of several currencies that of the oldest invoice."""
    groups = by_currency(invoices, items)
    meant, currency = next(iter(groups.values()), ()), next(iter(groups), "")
    return sum((i.amount for i in items if _is(i, currency) and i.number in meant), Decimal(0))


def _is(item: OpenItem, currency: str) -> bool:
    return item.kind is ItemKind.INVOICE and item.currency == currency


def _missing(held: OpenPromise | RunningPlan, items: Sequence[OpenItem]) -> bool:
    """Whether invoices are gone without a word of the ledger: they stand on another account, or were never here."""
    there = {item.number for item in items if item.kind is ItemKind.INVOICE}
    return any(number not in there and number not in held.cleared for number in held.invoices)


def _paid(held: OpenPromise | RunningPlan, items: Sequence[OpenItem]) -> Decimal:
    """By the open amounts where the ledger still shows the invoices, else by what it said that it cleared."""
    return held.paid if _missing(held, items) else held.open_then - open_of(held.invoices, items)


def _promise(promise: OpenPromise, items: Sequence[OpenItem], policy: Policy, today: date) -> Fact | None:
    wanted = promise.open_then if promise.amount is None else min(promise.amount, promise.open_then)
    if promise.open_then > 0 and _paid(promise, items) >= wanted:
        return PromiseKept(promise.id)
    # The bank's days are not the client's fault: a transfer of the promised day arrives within the grace.
    if today <= promise.due + timedelta(days=policy.promise_grace_days):
        return None
    if not promise.open_then or _missing(promise, items):
        return PromiseDropped(promise.id)
    return PromiseBroken(promise.id)


def _plan(plan: RunningPlan, items: Sequence[OpenItem], policy: Policy, today: date) -> Fact | None:
    """It ends when all is paid, when an instalment is missing, or after its last day: a plan may leave a rest open."""
    paid, grace = _paid(plan, items), timedelta(days=policy.promise_grace_days)
    past = [part.amount for part in plan.instalments if part.due + grace < today]
    expected = min(sum(past, Decimal(0)), plan.open_then)
    if paid >= plan.open_then:
        return PlanEnded(plan.id, kept=True)
    if paid < expected - CENT:
        return None if _missing(plan, items) else PlanEnded(plan.id, kept=False)
    return PlanEnded(plan.id, kept=True) if len(past) == len(plan.instalments) else None


def _dispute(dispute: OpenDispute, items: Sequence[OpenItem]) -> Fact | None:
    """Over when the ledger cleared all that was contested."""
    there = {item.number for item in items if item.kind is ItemKind.INVOICE}
    over = dispute.invoices and all(n in dispute.cleared and n not in there for n in dispute.invoices)
    return DisputeClosed(dispute.id, BY_LEDGER) if over else None

"""What holds invoices back by agreement or contest: promises, plans and disputes, and what the ledger does to them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

from bot.core.history import Cleared, Instalment


@dataclass(frozen=True)
class OpenPromise:
    """A promise whose day, with its grace, has not been judged yet.

    `paid`: what the ledger cleared of its invoices since; `cleared`: those of them that left it whole.
    """

    id: str
    due: date
    amount: Decimal | None
    invoices: tuple[str, ...]
    open_then: Decimal
    mail: str = ""
    paid: Decimal = Decimal(0)
    cleared: tuple[str, ...] = ()


@dataclass(frozen=True)
class OpenDispute:
    """A dispute nobody closed. No invoices: nothing was open, and the whole account is contested until a person says
    which."""

    id: str
    invoices: tuple[str, ...]
    reason: str
    since: date
    cleared: tuple[str, ...] = ()


@dataclass(frozen=True)
class RunningPlan:
    """A plan that a person agreed to. `paid` and `cleared` as in a promise."""

    id: str
    instalments: tuple[Instalment, ...]
    invoices: tuple[str, ...]
    open_then: Decimal
    paid: Decimal = Decimal(0)
    cleared: tuple[str, ...] = ()


Money = TypeVar("Money", OpenPromise, RunningPlan)


def paid_on(held: Money, fact: Cleared) -> Money:
    """The promise or plan after the ledger cleared something: only what it is about counts."""
    if held.invoices and fact.invoice not in held.invoices:
        return held
    return replace(held, paid=held.paid + fact.amount, cleared=_with(held.cleared, fact))


def contested_after(dispute: OpenDispute, fact: Cleared) -> OpenDispute:
    """The dispute after the ledger cleared something of it."""
    return replace(dispute, cleared=_with(dispute.cleared, fact)) if fact.invoice in dispute.invoices else dispute


def _with(cleared: tuple[str, ...], fact: Cleared) -> tuple[str, ...]:
    return (*cleared, fact.invoice) if fact.whole and fact.invoice not in cleared else cleared


def share(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether both are about the same invoices; none named means all."""
    return not one or not other or not set(one).isdisjoint(other)


def beside(older: Iterable[OpenPromise], newer: OpenPromise) -> tuple[OpenPromise, ...]:
    """What is left of older promises once a newer one is made: "the 25th instead of the 10th" replaces the 10th."""
    return tuple(left for old in older if (left := _left_of(old, newer)))


def _left_of(old: OpenPromise, new: OpenPromise) -> OpenPromise | None:
    # Two promises in one mail are its two parts: 300 on the 10th and the rest on the 20th.
    if old.mail == new.mail or not share(old.invoices, new.invoices):
        return old
    rest = tuple(number for number in old.invoices if number not in new.invoices)
    if not rest or not new.invoices or old.amount is not None:
        return None
    return replace(old, invoices=rest)

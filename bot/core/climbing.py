"""How invoices climb the staircase of levels, and when time alone brings the next change for an account."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.core.case import Case
from bot.core.policy import Level, LevelKind, Policy, Staircase
from bot.core.receivables import ItemKind, OpenItem


def next_level(staircase: Staircase, reached: int | None, days_overdue: int, policy: Policy) -> Level | None:
    """The next level above the one reached, if its day has come.

    A level before the due date is only for invoices that are not due yet. An invoice that was never raised starts
    mildly however late it is: at the first level, or at `start_level` when that lies behind it already (X21).
    """
    if not staircase.levels or days_overdue < staircase.levels[0].day:
        return None
    climbed = [x for x in staircase.levels if x.day <= days_overdue and (reached is None or x.day > reached)]
    if days_overdue <= 0:
        return climbed[-1] if climbed and days_overdue < 0 else None
    late = [x for x in climbed if x.day > 0]
    if reached is None or reached <= 0:
        return next((x for x in reversed(late) if x.day <= policy.start_level), late[0] if late else None)
    return late[0] if late else None


def capped(level: Level, staircase: Staircase, reminders: int) -> Level:
    """At the cap on reminders the next thing is a decision by a person, never one more letter (R23)."""
    if level.kind is not LevelKind.MAIL or level.day <= 0 or reminders < staircase.most_reminders:
        return level
    return Level(level.name, level.day, LevelKind.CALL)


def next_change(
    items: Sequence[OpenItem], case: Case, staircase: Staircase, policy: Policy, today: date
) -> date | None:
    """The first day after today on which a level, promise, plan or pause may change. Linear in the items.

    It keeps a run over many accounts short: nobody looks at one before that day unless something happens.
    """
    days = [day for day in _days_of_case(case, policy) if day > today] if case.holds_something else []
    waits = [
        wait
        for item in items
        if item.kind is ItemKind.INVOICE
        and (wait := _days_to_level(staircase, case.levels.get(item.number), item.days_overdue(today)))
    ]
    if waits:
        days.append(today + timedelta(days=min(waits)))
    return min(days, default=None)


def _days_of_case(case: Case, policy: Policy) -> Iterator[date]:
    """The days after the pauses, and those on which promises and instalments count as broken."""
    grace = timedelta(days=policy.promise_grace_days + 1)
    yield from (pause.until + timedelta(days=1) for pause in case.pauses)
    yield from (promise.due + grace for promise in case.promises)
    yield from (instalment.due + grace for instalment in (case.plan.instalments if case.plan else ()))


def _days_to_level(staircase: Staircase, reached: int | None, overdue: int) -> int | None:
    """How many days until an invoice reaches its next level; levels stand lowest first."""
    above = overdue if reached is None or reached < overdue else reached
    for level in staircase.levels:
        if level.day > above:
            return level.day - overdue
    return None

"""What the decided acts write down: facts, tasks and a draft, each with an id derived from the mail.

Deriving the ids makes a second pass over the same mail harmless.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from bot.core import acts
from bot.core import history as facts
from bot.core.decide import Proposal
from bot.core.history import Fact
from bot.core.labels import Reading
from bot.core.receivables import ItemKind, OpenItem
from bot.core.tasks import RESTING, Task
from bot.core.time_brings import by_currency, of_one_currency, open_of


@dataclass(frozen=True)
class Effects:
    """What one mail leads to. `answers`: the paragraphs of the one drafted answer, in order, each with its reading."""

    facts: tuple[Fact, ...] = ()
    tasks: tuple[Task, ...] = ()
    answers: tuple[tuple[str, Reading | None], ...] = ()


def effects(
    proposals: Sequence[Proposal], mail: str, account: str, items: Sequence[OpenItem], now: datetime, again: str = ""
) -> Effects:
    """The writing down of what was decided. `items` are the account's open items at this moment.

    `again` ends the ids of tasks when the mail is understood a second time, for another account.
    """
    found: list[Fact] = []
    tasks: dict[str, Task] = {}
    answers: dict[str, Reading | None] = {}
    for n, proposal in enumerate(proposals):
        act = proposal.act
        if isinstance(act, acts.Draft):
            answers.setdefault(act.template, proposal.reading)
        elif isinstance(act, acts.Escalate):
            task = task_for(act, mail, account, now, again)
            if task.id not in tasks and task.kind in RESTING:
                found.append(facts.Escalated(task.id, act.why, mail))
            tasks.setdefault(task.id, task)
        else:
            found += _facts(act, f"{mail}.{n}", mail, items)
    return Effects(tuple(found), tuple(tasks.values()), tuple(answers.items()))


def task_for(act: acts.Escalate, mail: str, account: str, now: datetime, again: str = "") -> Task:
    """One task per kind and mail, however many readings ask for it."""
    key = f"{act.task}:{mail}{again}"
    return Task(key, key, act.task, act.why, account, mail, "", act.urgent, act.due, now)


Noted = (
    acts.Pause | acts.NotePromise | acts.OpenDispute | acts.ProposePlan | acts.ProposeContact | acts.StopForInsolvency
)


def _facts(act: Noted, id: str, mail: str, items: Sequence[OpenItem]) -> list[Fact]:
    match act:
        case acts.Pause(until, reason, invoices):
            return [facts.Paused(until, reason, invoices, mail)]
        case acts.NotePromise(due, amount, invoices, fuzzy):
            return [
                facts.PromiseMade(one, due, amount, meant, open_of(meant, items), mail, fuzzy)
                for one, meant in _promised(act, id, items)
            ]
        case acts.OpenDispute(reason, invoices, amount):
            return [facts.DisputeOpened(id, invoices or _all_open(items), reason, mail, amount)]
        case acts.ProposePlan(invoices=invoices):
            return [facts.PlanAsked(mail, invoices)]
        case acts.ProposeContact():
            return [facts.ContactProposed(mail)]
        case acts.StopForInsolvency(proceeding, judgment_date):
            return [facts.InsolvencyDeclared(proceeding, mail, judgment_date)]
        case _:
            assert_never(act)


def _promised(act: acts.NotePromise, id: str, items: Sequence[OpenItem]) -> list[tuple[str, tuple[str, ...]]]:
    """The invoices promised, those of each currency under an id of their own.

    "All" means what is open today: an invoice that comes later was not promised. A sum is money of one currency.
    """
    groups = by_currency(act.invoices, items)
    if not groups or act.amount is not None:
        return [(id, of_one_currency(act.invoices, items, act.amount) or act.invoices)]
    first = next(iter(groups))
    return [(id if currency == first else f"{id}-{currency}", group) for currency, group in groups.items()]


def _all_open(items: Sequence[OpenItem]) -> tuple[str, ...]:
    """Who contests without naming invoices contests those of today, not the ones to come."""
    return tuple(sorted(item.number for item in items if item.kind is ItemKind.INVOICE))

"""An account as a collector reads it: what is owed, what happened, what waits for a person."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.cli import formats
from bot.cli.columns import section, table
from bot.cli.listing import due_words
from bot.cli.words import counted, say
from bot.core.case import Case
from bot.core.dunning import held, total_due
from bot.core.history import Recorded
from bot.core.reasons import sentence, task_sentence
from bot.core.receivables import ItemKind, OpenItem
from bot.core.tasks import Task
from bot.core.tell import Manner, tell
from bot.steps.world import Tick

MOST_ITEMS = 30
"""Open items that a page lists; the total covers all."""


def currency_of(items: Sequence[OpenItem]) -> str:
    """The account's currency when it has only one."""
    found = {item.currency for item in items}
    return found.pop() if len(found) == 1 else ""


def owed_lines(items: Sequence[OpenItem], case: Case, today: date, language: str) -> list[str]:
    """Each open item with its day, how late it is and what holds it; the oldest first, the total below."""
    if not items:
        return section(say(language, "owed"), [f"  {say(language, 'nothing_owed')}"])
    ranked = sorted(items, key=lambda item: (item.due, item.number))
    rows = [_item(item, case, today, language) for item in ranked[:MOST_ITEMS]]
    if len(ranked) > MOST_ITEMS:
        rows.append((say(language, "and_more", n=len(ranked) - MOST_ITEMS), "", "", "", ""))
    if len(ranked) > 1:
        rows.append((say(language, "total"), "", "", formats.sums(total_due(items), language), ""))
    return section(say(language, "owed"), table(rows, right=frozenset({3})))


def _item(item: OpenItem, case: Case, today: date, language: str) -> tuple[str, str, str, str, str]:
    days = item.days_overdue(today)
    invoice = item.kind is ItemKind.INVOICE
    when = say(language, "due_on" if days > 0 else "due_later", day=formats.day(item.due, language)) if invoice else ""
    late = say(language, "late_by", days=counted(language, "day", days)) if invoice and days > 0 else ""
    why = held(item.number, case, today).partition(":")
    note = sentence(why[0], language, why[2]).removesuffix(".") if why[0] else ""
    kind = "" if invoice else say(language, item.kind.value)
    return item.number, when or kind, late, formats.amount(item.balance, item.currency, language), note


def lately_lines(history: Sequence[Recorded], manner: Manner, language: str, most: int = 6) -> list[str]:
    """The last facts, the newest last."""
    told = [f"  {tell(recorded, language, manner)}" for recorded in history[-most:]]
    return section(say(language, "lately"), told or [f"  {say(language, 'nothing_yet')}"])


def task_lines(tasks: Sequence[Task], names: Mapping[str, str], tick: Tick, language: str) -> list[str]:
    """What waits for a person on this account."""
    rows = [
        (
            "‼" if task.urgent else "☐",
            names.get(task.id, task.id),
            task_sentence(task.kind, task.why, language),
            due_words(task, tick, language),
        )
        for task in tasks
    ]
    return section(say(language, "open_tasks"), table(rows))

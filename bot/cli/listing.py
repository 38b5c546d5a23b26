"""`review` without an action: what waits for a person, the urgent first, each with a name short enough to type."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from bot.cli import formats
from bot.cli.columns import cut, section, table
from bot.cli.names import short, short_tasks
from bot.cli.words import counted, say, title
from bot.core.drafts import DraftAnswer
from bot.core.money import totals
from bot.core.outbox import OutboxRow, RowState
from bot.core.reasons import sentence, task_sentence
from bot.core.tasks import Task
from bot.mail.parse import ParsedMail, parse
from bot.ports import Books
from bot.steps.review import waiting
from bot.steps.world import Tick, World

NAME, SUBJECT, WHAT = 30, 44, 70
"""Columns that a name, a subject and a sentence may take in a list."""


@dataclass(frozen=True)
class Waiting:
    """Everything that waits, and what its lines need to know. `labels`: draft id → labels of the mail it answers."""

    drafts: tuple[DraftAnswer, ...]
    rows: tuple[OutboxRow, ...]
    tasks: tuple[Task, ...]
    names: Mapping[str, str]
    labels: Mapping[str, tuple[str, ...]]
    stopped: str


def what_waits(world: World) -> Waiting:
    """Drafts and rows the oldest first, tasks the urgent and then the most overdue first. Linear in what waits."""
    drafts = tuple(waiting(world))
    with world.store.transaction() as books:
        rows = tuple(sorted(books.rows((RowState.WAITING,)), key=lambda row: row.account))
        tasks = tuple(sorted(books.tasks(), key=_urgency))
        accounts = {*(d.account for d in drafts), *(t.account for t in tasks), *(r.account for r in rows)}
        names = {account.number: account.name for account in books.accounts(sorted(accounts))}
        labels = {draft.id: _labels(books, draft) for draft in drafts}
        return Waiting(drafts, rows, tasks, names, labels, books.setting("stopped"))


def _urgency(task: Task) -> tuple[bool, str, str]:
    return (not task.urgent, task.due.isoformat() if task.due else "9999", str(task.opened_at))


def _labels(books: Books, draft: DraftAnswer) -> tuple[str, ...]:
    said = books.understanding(draft.mail)
    return tuple(dict.fromkeys(reading.label for reading in said.readings)) if said else ()


def show_lists(world: World, tick: Tick, as_json: bool) -> str:
    """The lists as text in the company's language, or as one JSON object."""
    found = what_waits(world)
    if as_json:
        return json.dumps(_json(found), ensure_ascii=False)
    language = world.company.language
    told = [*stop_line(world, found.stopped, tick), _summary(found, language)]
    urgent = [task for task in found.tasks if task.urgent]
    calm = [task for task in found.tasks if not task.urgent]
    names = short_tasks(found.tasks)
    told += section(f"‼ {say(language, 'urgent').capitalize()}", _task_table(world, tick, found, urgent, names))
    told += section(_headed(language, "answers"), _draft_table(world, tick, found))
    told += section(_headed(language, "reminders"), _row_table(world, found))
    told += section(_headed(language, "tasks"), _task_table(world, tick, found, calm, names))
    return "\n".join(told)


def _headed(language: str, kind: str) -> str:
    return f"{say(language, kind)}   ({say(language, f'hint_{kind}')})"


def _summary(found: Waiting, language: str) -> str:
    counts = (("answer", found.drafts), ("reminder", found.rows), ("task", found.tasks))
    parts = [counted(language, code, len(things)) for code, things in counts if things]
    return say(language, "to_do", list=", ".join(parts)) if parts else say(language, "nothing_waits")


def stop_line(world: World, stopped: str, tick: Tick) -> list[str]:
    """That sending is stopped, by whom and since when; nothing when it is not."""
    if not stopped:
        return []
    who, _, at = stopped.rpartition(" ")
    try:
        day = formats.instant(datetime.fromisoformat(at), tick.zone, world.company.language)
    except ValueError:
        who, day = stopped, "?"
    return [f"! {say(world.company.language, 'stopped_by', who=who, day=day)}", ""]


def _who(found: Waiting, number: str, language: str) -> str:
    if number not in found.names:
        return number if number not in ("", "?") else say(language, "nobody")
    return cut(f"{number} {found.names[number]}", NAME)


def _draft_table(world: World, tick: Tick, found: Waiting) -> list[str]:
    language, names = world.company.language, short([draft.id for draft in found.drafts])
    return table(
        [
            (
                names[draft.id],
                _who(found, draft.account, language),
                ", ".join(title(language, label) for label in found.labels[draft.id]),
                age(tick, draft.created_at, language),
                cut(draft.subject, SUBJECT) if draft.state.value == "open" else sentence("draft_conflict", language),
            )
            for draft in found.drafts
        ]
    )


def _row_table(world: World, found: Waiting) -> list[str]:
    language, names = world.company.language, short([row.id for row in found.rows])
    return table(
        [
            (
                names[row.id],
                _who(found, row.account, language),
                formats.sums(_asked(row), language),
                cut(row_subject(row), SUBJECT),
            )
            for row in found.rows
        ],
        right=frozenset({2}),
    )


def _asked(row: OutboxRow) -> dict[str, Decimal]:
    return totals((claim.currency, claim.amount) for claim in row.claims)


def row_subject(row: OutboxRow) -> str:
    """The subject of a written mail."""
    mail = parse(row.raw)
    return mail.subject if isinstance(mail, ParsedMail) else ""


def _task_table(world: World, tick: Tick, found: Waiting, tasks: Sequence[Task], names: Mapping[str, str]) -> list[str]:
    language = world.company.language
    return table(
        [
            (
                names[task.id],
                _who(found, task.account, language),
                cut(task_sentence(task.kind, task.why, language), WHAT),
                due_words(task, tick, language) or age(tick, task.opened_at, language),
            )
            for task in tasks
        ]
    )


def due_words(task: Task, tick: Tick, language: str) -> str:
    """By when, and whether that is over; empty for a task without a day."""
    if task.due is None:
        return ""
    if task.due == tick.today:
        return say(language, "today")
    return say(language, "late" if task.due < tick.today else "by_day", day=formats.day(task.due, language))


def age(tick: Tick, since: datetime | None, language: str) -> str:
    """For how many days something has waited, on the seller's calendar."""
    days = (tick.today - since.astimezone(tick.zone).date()).days if since else 0
    return say(language, "since", days=counted(language, "day", days)) if days > 0 else say(language, "today")


def _json(found: Waiting) -> dict[str, Any]:
    return {
        "stopped": bool(found.stopped),
        "drafts": [
            {
                "id": d.id,
                "account": d.account,
                "version": d.version,
                "state": d.state.value,
                "labels": list(found.labels[d.id]),
                "subject": d.subject,
                "recipient": d.recipient,
                "created_at": d.created_at.isoformat() if d.created_at else None,
            }
            for d in found.drafts
        ],
        "reminders": [{"id": r.id, "account": r.account, "recipient": r.recipient} for r in found.rows],
        "tasks": [
            {
                "id": t.id,
                "kind": t.kind,
                "why": t.why,
                "account": t.account,
                "mail": t.mail,
                "urgent": t.urgent,
                "due": t.due.isoformat() if t.due else None,
            }
            for t in found.tasks
        ],
    }

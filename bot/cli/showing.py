"""How the command line shows what waits: one line each in a list, everything about one draft on a page."""

import json
import textwrap
from collections.abc import Sequence
from datetime import timedelta

from bot.core.drafts import DraftAnswer
from bot.core.labels import Understanding
from bot.core.outbox import RowState
from bot.core.reasons import sentence
from bot.core.tasks import Task
from bot.core.tell import tell
from bot.ports import Books
from bot.steps.review import waiting
from bot.steps.world import Tick, World

RULE = "─" * 78


def show_lists(world: World, tick: Tick, as_json: bool) -> str:
    """Drafts, reminders that wait for approval, and tasks: the urgent ones first."""
    drafts = list(waiting(world))
    with world.store.transaction() as books:
        rows = books.rows((RowState.WAITING,))
        tasks = sorted(books.tasks(), key=lambda t: (not t.urgent, str(t.opened_at)))
        names = {
            a.number: a.name
            for a in books.accounts(sorted({*(d.account for d in drafts), *(t.account for t in tasks)}))
        }
    if as_json:
        told = {
            "drafts": [
                {"id": d.id, "account": d.account, "version": d.version, "state": d.state.value} for d in drafts
            ],
            "reminders": [{"id": r.id, "account": r.account} for r in rows],
            "tasks": [
                {"id": t.id, "kind": t.kind, "why": t.why, "account": t.account, "urgent": t.urgent} for t in tasks
            ],
        }
        return json.dumps(told, ensure_ascii=False)
    language = world.company.language
    lines = [f"{len(drafts)} answer(s), {len(rows)} reminder(s), {len(tasks)} task(s) wait."]
    lines += ["", "Answers"] if drafts else []
    lines += [_draft_line(d, names.get(d.account, ""), tick) for d in drafts]
    lines += ["", "Reminders"] if rows else []
    lines += [f"  {r.id}  {r.account}  {r.recipient}" for r in rows]
    lines += ["", "Tasks"] if tasks else []
    lines += [_task_line(t, names.get(t.account, ""), language) for t in tasks]
    return "\n".join(lines)


def _draft_line(draft: DraftAnswer, name: str, tick: Tick) -> str:
    age = tick.now - draft.created_at if draft.created_at else timedelta(0)
    state = "" if draft.state.value == "open" else f"  [{draft.state.value}]"
    return f"  {draft.id}  {draft.account} {name}  {draft.subject}  ({age.days} d){state}"


def _task_line(task: Task, name: str, language: str) -> str:
    mark = "‼" if task.urgent else "☐"
    due = f"  → {task.due.isoformat()}" if task.due else ""
    what = f"{sentence(task.kind, language)} – {sentence(task.why, language)}"
    return f"  {mark} {task.id}  {task.account} {name}  {what}{due}"


def show_draft(world: World, tick: Tick, draft_id: str) -> str:
    """The client's words with the evidence marked, what was understood, the account, the last facts, the draft."""
    from bot.core.drafts import Conflict

    with world.store.transaction() as books:
        draft = books.draft(draft_id)
        if draft is None:
            raise Conflict(f"There is no draft {draft_id}: run `review` to see what waits.")
        said = books.understanding(draft.mail)
        parts = [
            f"{draft.account}  version {draft.version}  {draft.state.value}  to {draft.recipient}",
            RULE,
            marked(said) if said else "(the mail was purged)",
            RULE,
            *_readings(said),
            RULE,
            *_account(world, books, draft.account),
            RULE,
            f"Subject: {draft.subject}",
            "",
            draft.text,
        ]
    return "\n".join(parts)


def marked(said: Understanding) -> str:
    """The newest text with each piece of evidence in «…»."""
    text = said.reply
    for evidence in dict.fromkeys(r.evidence for r in said.readings if r.evidence):
        text = text.replace(evidence, f"«{evidence}»", 1)
    return textwrap.indent(text, "  ")


def _readings(said: Understanding | None) -> Sequence[str]:
    if said is None:
        return ()
    lines = []
    for r in said.readings:
        values = ", ".join(f"{name} {value}" for name, value in r.values.items())
        invoices = " ".join(r.invoices)
        lines.append("  ".join(part for part in (f"{r.label} ({r.confidence:.0%})", invoices, values) if part))
    if said.unsure:
        lines.append(f"not sure: {said.why_unsure.replace('_', ' ')}")
    return lines


def _account(world: World, books: Books, number: str) -> list[str]:
    owed = [f"{i.number}  due {i.due.isoformat()}  {i.balance} {i.currency}" for i in books.items([number])]
    last = [tell(recorded, world.company.language) for recorded in books.history(number)[-6:]]
    return [*(owed or ["nothing open"]), "", *last]

"""`review show`: everything that a person needs to decide about one draft, one waiting reminder or one task."""

from bot.cli import formats
from bot.cli.account_page import currency_of, lately_lines, owed_lines
from bot.cli.choosing import WAITING_DRAFTS, absent, draft_in, row_in, task_in
from bot.cli.columns import section, table
from bot.cli.listing import due_words, row_subject
from bot.cli.mail_page import account_title, follows_lines, head_lines, understood_lines, words_lines
from bot.cli.words import say
from bot.core.drafts import DraftAnswer, DraftState
from bot.core.history import NOBODY
from bot.core.outbox import OutboxRow, RowState
from bot.core.reasons import sentence, task_sentence
from bot.core.tasks import Task
from bot.mail.parse import ParsedMail, parse
from bot.ports import Books
from bot.steps.world import Tick, World

RULE = "─" * 78


def show(world: World, tick: Tick, typed: str) -> str:
    """The page of what was named: what waits goes before what is over. Raises Conflict when nothing, or several, is."""
    language = world.company.language
    with world.store.transaction() as books:
        draft, task = draft_in(books, typed, language), task_in(books, typed, language)
        row = row_in(books, typed, language, RowState.WAITING)
        if draft is not None and (draft.state in WAITING_DRAFTS or task is None or task.done_by):
            return "\n".join(_draft_page(world, tick, books, draft))
        if row is not None:
            return "\n".join(_row_page(world, tick, books, row))
        if task is not None:
            return "\n".join(_task_page(world, tick, books, task))
    raise absent("any", typed, language)


def _draft_page(world: World, tick: Tick, books: Books, draft: DraftAnswer) -> list[str]:
    language = world.company.language
    state = sentence(f"draft_{draft.state.value}", language).removesuffix(".")
    return [
        say(language, "answer_page", id=draft.id, version=draft.version, state=state),
        *mail_lines(world, tick, books, draft.mail, draft.account),
        *account_lines(world, tick, books, draft.account),
        *section(
            say(language, "draft"),
            [
                *table([(say(language, "to"), draft.recipient), (say(language, "subject"), draft.subject)]),
                RULE,
                draft.text.strip(),
                RULE,
            ],
        ),
        *([say(language, "next_answer", id=draft.id[:8])] if draft.state is DraftState.OPEN else []),
    ]


def _row_page(world: World, tick: Tick, books: Books, row: OutboxRow) -> list[str]:
    language = world.company.language
    mail = parse(row.raw)
    return [
        say(language, "reminder_page", id=row.id, state=sentence(f"row_{row.state.value}", language)),
        *table([(say(language, "account"), account_title(books, row.account, language))]),
        *account_lines(world, tick, books, row.account),
        *section(
            say(language, "letter"),
            [
                *table([(say(language, "to"), row.recipient), (say(language, "subject"), row_subject(row))]),
                RULE,
                mail.text.strip() if isinstance(mail, ParsedMail) else "",
                RULE,
            ],
        ),
        f"review approve {row.id[:8]} · review refuse {row.id[:8]}",
    ]


def _task_page(world: World, tick: Tick, books: Books, task: Task) -> list[str]:
    language = world.company.language
    rows = [(say(language, "account"), account_title(books, task.account, language))]
    due = due_words(task, tick, language)
    rows += [(say(language, "due_by"), due)] if due else []
    known_mail = books.mail(task.mail) is not None if task.mail else False
    about = mail_lines(world, tick, books, task.mail, task.account) if known_mail else table(rows)
    return [
        say(language, "task_page", id=task.id, what=task_sentence(task.kind, task.why, language)),
        *about,
        *account_lines(world, tick, books, task.account),
        *([] if task.done_by else ["", f"review done {task.id}"]),
    ]


def mail_lines(world: World, tick: Tick, books: Books, mail_id: str, account: str) -> list[str]:
    """The mail, its words, what was understood and what followed."""
    language = world.company.language
    mail, said = books.mail(mail_id), books.understanding(mail_id)
    currencies = [item.currency for item in books.items([account])]
    lone = currencies[0] if len(set(currencies)) == 1 else ""
    return [
        *(head_lines(world, tick, books, mail) if mail else []),
        *words_lines(mail, said, language),
        *understood_lines(said, lone, language),
        *follows_lines(
            mail_id,
            books.history(account),
            books.tasks(account, open_only=False),
            formats.manner(language, currencies),
            language,
        ),
    ]


def account_lines(world: World, tick: Tick, books: Books, account: str) -> list[str]:
    """What is owed and what happened lately; nothing for mail that belongs to no account."""
    if account in ("", NOBODY):
        return []
    language, items = world.company.language, books.items([account])
    manner = formats.manner(language, [currency_of(items)])
    case = books.standing(account).case
    return [
        *owed_lines(items, case, tick.today, language),
        *lately_lines(books.history(account), manner, language),
    ]

"""From what a person typed to the one draft, task, row or account that is meant; otherwise a sentence says why not."""

import difflib
from collections.abc import Mapping, Sequence
from typing import TypeVar

from bot.cli.names import Ambiguous, find, means
from bot.cli.words import say
from bot.core.drafts import Conflict, DraftAnswer, DraftState
from bot.core.inbound import InboundMail
from bot.core.outbox import OutboxRow, RowState
from bot.core.receivables import Account
from bot.core.tasks import Task
from bot.ports import Books

Thing = TypeVar("Thing")
WAITING_DRAFTS = (DraftState.OPEN, DraftState.CONFLICT)


def draft_in(books: Books, typed: str, language: str) -> DraftAnswer | None:
    """The draft, one that waits before one that was decided; None when no draft is meant."""
    exact = books.draft(typed)
    if exact is not None:
        return exact
    waiting = {draft.id: draft for draft in books.drafts(WAITING_DRAFTS)}
    found = chosen(typed, waiting, language)
    if found is not None:
        return found
    return chosen(typed, {draft.id: draft for draft in books.drafts(tuple(DraftState))}, language)


def task_in(books: Books, typed: str, language: str) -> Task | None:
    """The task, an open one before a closed one; None when no task is meant."""
    found = chosen(typed, {task.id: task for task in books.tasks()}, language)
    if found is not None:
        return found
    return chosen(typed, {task.id: task for task in books.tasks(open_only=False)}, language)


def row_in(books: Books, typed: str, language: str, state: RowState) -> OutboxRow | None:
    """The outbox row in that state; None when none is meant."""
    return chosen(typed, {row.id: row for row in books.rows((state,))}, language)


def mail_in(books: Books, typed: str, language: str) -> InboundMail | None:
    """The mail by its whole id, or by the beginning of the id of a draft or task that came of it."""
    exact = books.mail(typed)
    if exact is not None:
        return exact
    known = {task.id: task.mail for task in books.tasks(open_only=False)}
    known |= {draft.id: draft.mail for draft in books.drafts(tuple(DraftState))}
    # Several tasks of one mail are no several mails.
    found = sorted({mail for name, mail in known.items() if mail and typed and means(typed, name)})
    if len(found) > 1:
        raise Conflict(say(language, "ambiguous", id=typed, list=", ".join(found)))
    return books.mail(found[0]) if found else None


def chosen(typed: str, among: Mapping[str, Thing], language: str) -> Thing | None:
    """The thing whose id is meant. Raises Conflict when several are."""
    try:
        found = find(typed, among)
    except Ambiguous as several:
        raise Conflict(say(language, "ambiguous", id=typed, list=", ".join(several.ids))) from several
    return among[found] if found is not None else None


def absent(kind: str, typed: str, language: str) -> Conflict:
    """That there is none of this kind ("draft", "task", "row", "unclear", "any")."""
    return Conflict(say(language, "no_such", kind=say(language, f"thing_{kind}"), id=typed))


def account_named(books: Books, typed: str, language: str) -> str:
    """The account's number, as the ledger or its history writes it. Raises Conflict with what may have been meant."""
    if books.accounts([typed]) or books.history(typed):
        return typed
    accounts = books.accounts()
    same = [account.number for account in accounts if account.number.casefold() == typed.casefold()]
    if len(same) == 1:
        return same[0]
    raise Conflict("\n".join([say(language, "no_account", what=typed), *meant(typed, accounts, language)]))


def meant(typed: str, known: Sequence[Account], language: str) -> list[str]:
    """A line with the accounts whose number or name is like what was typed; none when nothing is."""
    wanted = typed.casefold()
    by_name = [a for a in known if len(wanted) > 2 and wanted in a.name.casefold()]
    numbers = difflib.get_close_matches(typed, [a.number for a in known], n=3)
    close = [*by_name[:5], *(a for a in known if a.number in numbers and a not in by_name)]
    if not close:
        return []
    return [say(language, "did_you_mean", list=", ".join(f"{a.number} ({a.name})" for a in close))]

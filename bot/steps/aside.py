"""Mail that a person must look at first: put aside, or about several accounts; whoever it may concern rests."""

from collections.abc import Sequence

from bot.core import history as facts
from bot.core.acts import Escalate
from bot.core.effects import task_for
from bot.core.history import NOBODY
from bot.core.inbound import InboundMail, MailState
from bot.mail.parse import Unreadable, parse
from bot.ports import Books
from bot.steps.whose import whose
from bot.steps.world import Event, Tick, World


def put_aside(world: World, books: Books, tick: Tick, mail: InboundMail, why: str) -> Event:
    """Into quarantine, with a task; the accounts it may be about rest."""
    account, others = _likely(world, books, mail)
    task = task_for(Escalate("read_reply", "unreadable"), mail.id, account, tick.now)
    books.open_task(task)
    heard = (facts.MailReceived(mail.id), facts.Escalated(task.id, "unreadable", mail.id))
    books.append(account, books.standing(account).seq, heard, tick.now, tick.today)
    rest_others(books, tick, mail, others)
    books.settle_mail(mail.id, MailState.QUARANTINE, account, "", why, None)
    return Event("understand", "put_aside", account, f"{mail.id}: {why}", bad=True)


def _likely(world: World, books: Books, mail: InboundMail) -> tuple[str, tuple[str, ...]]:
    """By the mail's headers alone: its text is what could not be read."""
    parsed = parse(mail.raw)
    if isinstance(parsed, Unreadable):
        return NOBODY, ()
    found = whose(world, books, mail, parsed, "")
    return (found.match.account, found.others) if found.account else (NOBODY, found.others)


def rest_others(books: Books, tick: Tick, mail: InboundMail, accounts: Sequence[str]) -> None:
    """Each other account that the mail may be about rests until a person has read it there."""
    for account in accounts:
        task = task_for(Escalate("read_reply", "several_accounts"), mail.id, account, tick.now, f"@{account}")
        if books.open_task(task):
            rests = facts.Escalated(task.id, "several_accounts", mail.id)
            books.append(account, books.standing(account).seq, (rests,), tick.now, tick.today)

"""`explain`: the whole chain of facts of an account, or of one mail or sending, in sentences."""

import argparse
import sys
from collections.abc import Iterator

from bot.cli import formats
from bot.cli.account_page import currency_of, owed_lines, task_lines
from bot.cli.choosing import mail_in, meant
from bot.cli.columns import section, table
from bot.cli.listing import row_subject
from bot.cli.mail_page import account_title
from bot.cli.names import short_tasks
from bot.cli.opening import config_option, open_world
from bot.cli.showing import mail_lines
from bot.cli.words import say
from bot.core.dunning import Ask, Look, Outcome, Remind, Skip, plan
from bot.core.history import NOBODY
from bot.core.inbound import InboundMail
from bot.core.outbox import OutboxRow
from bot.core.reasons import known, sentence
from bot.core.receivables import Account
from bot.core.tell import tell
from bot.ports import Books
from bot.steps.world import Tick, World


def arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """An account number, or the id of a mail, draft, task or sending as events and lists print it."""
    config_option(parser)
    parser.add_argument("what", metavar="ACCOUNT|MAIL", help="an account's number, or an id as events and lists print")


def main(options: argparse.Namespace) -> int:
    """1 when neither an account nor a mail has that name."""
    return answer(*open_world(options), options)


def answer(world: World, tick: Tick, options: argparse.Namespace) -> int:
    """The story as it stands at that moment."""
    with world.store.transaction() as books:
        lines = _found(world, tick, books, options.what)
        others = meant(options.what, books.accounts(), world.company.language) if not lines else []
    if lines:
        print("\n".join(lines))
        return 0
    print("\n".join([say(world.company.language, "unknown_thing", what=options.what), *others]), file=sys.stderr)
    return 1


def _found(world: World, tick: Tick, books: Books, typed: str) -> list[str]:
    """An account before anything else: its number is what people type."""
    number = _account_number(books, typed)
    if number:
        return list(_account(world, tick, books, number))
    mail = mail_in(books, typed, world.company.language)
    if mail is not None:
        return list(_mail(world, tick, books, mail))
    row = books.row(typed)
    return list(_row(world, tick, books, row)) if row is not None else []


def _account_number(books: Books, typed: str) -> str:
    if books.accounts([typed]) or books.history(typed):
        return typed
    same = [a.number for a in books.accounts() if a.number.casefold() == typed.casefold()]
    return same[0] if len(same) == 1 else ""


def _account(world: World, tick: Tick, books: Books, number: str) -> Iterator[str]:
    language = world.company.language
    items, history = books.items([number]), books.history(number)
    accounts, case = books.accounts([number]), books.standing(number).case
    yield account_title(books, number, language)
    if not accounts and number != NOBODY:
        yield say(language, "gone_account")
    if accounts:
        yield from _contact(accounts[0])
        yield from owed_lines(items, case, tick.today, language)
    manner = formats.manner(language, [currency_of(items)])
    told = [f"  {tell(recorded, language, manner)}" for recorded in history]
    yield from section(say(language, "happened"), told or [f"  {say(language, 'nothing_yet')}"])
    tasks = books.tasks(number)
    yield from task_lines(tasks, short_tasks(tasks), tick, language)
    if accounts:
        look = Look(accounts[0], items, case, world.policy, world.calendars(accounts[0].country), tick.today)
        day = formats.weekday(tick.today, language)
        yield from section(say(language, "now", day=day), [f"  {_today(o, language)}" for o in plan(look)])


def _contact(account: Account) -> Iterator[str]:
    contact = account.recipient()
    if contact:
        yield f"{contact.name} <{contact.email}>" if contact.name else contact.email


def _today(outcome: Outcome, language: str) -> str:
    match outcome:
        case Remind(level, raised):
            return say(language, "would_get", level=level.name, list=", ".join(r.invoice for r in raised))
        case Ask(level, raised):
            return say(language, "would_ask", level=level.name, list=", ".join(r.invoice for r in raised))
        case Skip(why, until, detail):
            told = say(language, "nothing_today", why=_small(sentence(why, language, detail)))
            return f"{told} {say(language, 'again_on', day=formats.day(until, language))}" if until else told


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _mail(world: World, tick: Tick, books: Books, mail: InboundMail) -> Iterator[str]:
    """The mail's way: how it was matched, what was read in it and from which words, what followed."""
    language = world.company.language
    folder = say(language, f"folder_{mail.folder}")
    state = sentence(f"mail_{mail.state.value}", language)
    yield say(language, "mail_is", id=mail.id, folder=folder, state=f"{state} {mail.why}".strip())
    yield from mail_lines(world, tick, books, mail.id, mail.account or NOBODY)
    items = books.items([mail.account]) if mail.account else ()
    manner = formats.manner(language, [currency_of(items)])
    about = [r for r in books.history(mail.account or NOBODY) if mail.id in str(r.fact)]
    told = [f"  {tell(recorded, language, manner)}" for recorded in about]
    yield from section(say(language, "happened"), told)


def _row(world: World, tick: Tick, books: Books, row: OutboxRow) -> Iterator[str]:
    """A sending: to whom, what it asked for, and what became of it."""
    language = world.company.language
    kind = sentence(f"row_{row.kind.value}", language)
    yield say(language, "row_is", kind=kind, id=row.id, state=sentence(f"row_{row.state.value}", language))
    claims = ", ".join(f"{c.invoice} {formats.amount(c.amount, c.currency, language)}" for c in row.claims)
    why = "; ".join(sentence(code, language) if known(code) else code for code in row.why.split(",") if code)
    times = (("queued_at", row.queued_at), ("sent_at", row.sent_at))
    rows = [
        (say(language, "account"), account_title(books, row.account, language) if row.account else ""),
        (say(language, "to"), row.recipient),
        (say(language, "subject"), row_subject(row)),
        (say(language, "claims"), claims),
        *((say(language, code), formats.instant(at, tick.zone, language) if at else "") for code, at in times),
        (say(language, "approved_by"), row.approved_by),
        (say(language, "because"), why),
    ]
    yield from table([one for one in rows if one[1]])

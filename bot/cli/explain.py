"""`explain`: the whole chain of facts of an account, or of one mail, in sentences."""

import argparse
import sys

from bot.cli.opening import config_option, open_world
from bot.core.dunning import Look, Skip, plan
from bot.core.reasons import sentence
from bot.core.tell import tell
from bot.ports import Books
from bot.steps.world import Tick, World


def arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """An account number, or a mail's id as events and tasks print it."""
    config_option(parser)
    parser.add_argument("what", metavar="ACCOUNT|MAIL")


def main(options: argparse.Namespace) -> int:
    """1 when neither an account nor a mail has that name."""
    world, tick = open_world(options)
    with world.store.transaction() as books:
        mail = books.mail(options.what)
        lines = _mail(world, books, options.what) if mail else _account(world, tick, books, options.what)
    for line in lines:
        print(line)
    if not lines:
        print(f"There is no account and no mail {options.what!r}.", file=sys.stderr)
    return 0 if lines else 1


def _account(world: World, tick: Tick, books: Books, number: str) -> list[str]:
    language = world.company.language
    told = [tell(recorded, language) for recorded in books.history(number)]
    accounts = books.accounts([number])
    if not accounts:
        return told
    account = accounts[0]
    items = books.items([number])
    owed = [f"  {i.number}  {i.due.isoformat()}  {i.balance} {i.currency}" for i in items]
    look = Look(account, items, books.standing(number).case, world.policy, world.calendars(account.country), tick.today)
    today = [
        f"→ {sentence(o.why, language, o.detail)}" if isinstance(o, Skip) else f"→ {o.level.name}" for o in plan(look)
    ]
    tasks = [f"☐ {task.id}: {sentence(task.why, language)}" for task in books.tasks(number)]
    return [f"{account.number}  {account.name}", *owed, *told, *tasks, *today]


def _mail(world: World, books: Books, mail_id: str) -> list[str]:
    """The mail's way: how it was matched, what was read in it and from which words, what followed."""
    mail = books.mail(mail_id)
    assert mail is not None
    lines = [f"{mail.id}  {mail.folder}  {mail.received_at.isoformat()}  {mail.state.value} {mail.why}".rstrip()]
    lines.append(f"  account {mail.account or '?'} (by {mail.matched_by or 'nothing'})")
    said = books.understanding(mail_id)
    for reading in said.readings if said else ():
        values = ", ".join(f"{name}={value}" for name, value in reading.values.items())
        lines.append(
            f"  {reading.label} {reading.confidence:.2f} [{reading.by}] {' '.join(reading.invoices)} {values}".rstrip()
        )
        lines.append(f"    « {reading.evidence} »")
    if said and said.unsure:
        lines.append(f"  not sure: {said.why_unsure.replace('_', ' ')}")
    about = [r for r in books.history(mail.account or "?") if mail_id in str(r.fact)]
    return [*lines, *(tell(recorded, world.company.language) for recorded in about)]

"""`review`: what waits for a person, and what they decide."""

import argparse
import sys
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from bot.cli.choice import Choice
from bot.cli.deciding import ACT
from bot.cli.listing import show_lists
from bot.cli.opening import config_option, open_world, person
from bot.cli.showing import show
from bot.cli.words import say
from bot.core.history import Instalment
from bot.steps.world import Tick, World

USAGE = 64
PROCEEDINGS = ("safeguard", "reorganisation", "liquidation", "over_indebtedness", "other")
ACTIONS = {
    "list": "drafts, reminders and tasks that wait (also without any action)",
    "show": "ID: the client's words, what was understood from which of them, the account, the draft",
    "edit": "ID: change the draft's text (--text FILE, or your $EDITOR)",
    "approve": "ID: let the answer (or, in drafts mode, the reminder) leave",
    "refuse": "ID: it never leaves (--reason)",
    "done": "TASK: finished (--reason tells the outcome)",
    "take-over": "ACCOUNT: you handle it by hand; the bot rests",
    "release": "ACCOUNT: back to the schedule; its open tasks are closed",
    "close-dispute": "ACCOUNT [--dispute ID]: settled; reminders of its invoices go on, its task is done",
    "agree-plan": "ACCOUNT --instalment 2026-12-15=500.00 … [--invoice NUMBER …]: the plan is agreed, its task is done",
    "address-ok": "ACCOUNT [--address MAIL]: an address that failed works again, its task is done",
    "give": "MAIL --account NUMBER: a mail (or the one of a task) belongs to that account and is read anew",
    "insolvent": "ACCOUNT [--proceeding KIND]: every demand stops",
    "not-insolvent": "ACCOUNT: the report was wrong or the proceedings ended",
    "arrived": "ROW: an unclear mail did arrive",
    "not-sent": "ROW: an unclear mail never left",
}


def arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """review [ACTION [ID]] — without an action it lists."""
    config_option(parser)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = "actions:\n" + "\n".join(f"  {a:<14} {what}" for a, what in ACTIONS.items())
    parser.epilog += "\n\nAny unambiguous beginning of an ID is enough; the list shows the shortest."
    parser.add_argument("action", nargs="?", default="list", choices=ACTIONS, metavar="ACTION")
    parser.add_argument("id", nargs="?", default="", metavar="ID")
    parser.add_argument("--by", metavar="NAME", help="who decides (else your login name)")
    parser.add_argument("--version", type=int, help="the version of the draft you read (else the present one)")
    parser.add_argument("--reason", default="", help="why, or with what outcome")
    parser.add_argument("--text", type=Path, metavar="FILE", help="the new text of a draft")
    parser.add_argument("--dispute", default="", metavar="ID", help="which dispute, when the account has several")
    parser.add_argument("--invoice", action="append", default=[], metavar="NUMBER", help="the plan covers these only")
    parser.add_argument(
        "--instalment", action="append", default=[], type=_instalment, metavar="DAY=AMOUNT", help="once for each part"
    )
    parser.add_argument("--address", default="", metavar="MAIL", help="else the address that reminders go to")
    parser.add_argument("--account", default="", metavar="NUMBER", help="whose mail it is")
    parser.add_argument("--proceeding", default="other", choices=PROCEEDINGS, help="kind of proceedings (else other)")
    parser.add_argument("--json", action="store_true", help="list as one JSON object")
    parser.add_argument(
        "--demo", action="store_true", help="on the state that `demo` left, with its servers started again"
    )


def _instalment(text: str) -> Instalment:
    day, _, amount = text.partition("=")
    try:
        found = Instalment(date.fromisoformat(day), Decimal(amount))
    except (ValueError, InvalidOperation) as error:
        raise argparse.ArgumentTypeError(f"{text!r}: write DAY=AMOUNT, like 2026-12-15=500.00") from error
    if not found.amount.is_finite() or found.amount <= 0:
        raise argparse.ArgumentTypeError(f"{text!r}: the amount must be more than nothing")
    return found


def main(options: argparse.Namespace) -> int:
    """Raises Conflict when somebody was faster; the command line prints it."""
    if options.demo:
        from bot.demo.again import reviewed

        return reviewed(lambda world, tick: answer(world, tick, options))
    return answer(*open_world(options), options)


def answer(world: World, tick: Tick, options: argparse.Namespace) -> int:
    """Do what the options ask for and print what happened."""
    if options.action == "list":
        print(show_lists(world, tick, options.json))
        return 0
    if not options.id:
        print(say(world.company.language, "needs_id", action=options.action), file=sys.stderr)
        return USAGE
    if options.action == "show":
        print(show(world, tick, options.id))
        return 0
    for line in ACT[options.action](Choice(world, tick, options.id, person(options), options)):
        print(line)
    return 0

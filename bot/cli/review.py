"""`review`: what waits for a person, and what they decide."""

import argparse
import os
import subprocess
import sys
import tempfile
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from bot.cli.opening import config_option, open_world, person
from bot.cli.showing import show_draft, show_lists
from bot.core.drafts import Conflict, DraftState
from bot.core.history import Instalment
from bot.steps import review
from bot.steps.world import Event, Tick, World

ACTIONS = {
    "list": "drafts, reminders and tasks that wait",
    "show": "ID: the client's words, what was understood from which of them, the account, the draft",
    "edit": "ID: change the draft's text (--text FILE, or your $EDITOR)",
    "approve": "ID: let the answer (or, in drafts mode, the reminder) leave",
    "refuse": "ID: it never leaves (--reason)",
    "take-over": "ACCOUNT: you handle it by hand; the bot rests",
    "release": "ACCOUNT: back to the schedule",
    "done": "TASK: finished (--reason tells the outcome)",
    "close-dispute": "ACCOUNT --dispute ID: settled; reminders of its invoices go on",
    "agree-plan": "ACCOUNT --instalment 2026-12-15=500.00 …: the plan is agreed",
    "arrived": "ROW: an unclear mail did arrive",
    "not-sent": "ROW: an unclear mail never left",
    "address-ok": "ACCOUNT --address MAIL: an address that bounced works again",
}


def arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """review [ACTION [ID]] — without an action it lists."""
    config_option(parser)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = "actions:\n" + "\n".join(f"  {a:<14} {what}" for a, what in ACTIONS.items())
    parser.add_argument("action", nargs="?", default="list", choices=ACTIONS, metavar="ACTION")
    parser.add_argument("id", nargs="?", default="", metavar="ID")
    parser.add_argument("--by", metavar="NAME", help="who decides (else your login name)")
    parser.add_argument("--version", type=int, help="the version of the draft you read (else the present one)")
    parser.add_argument("--reason", default="", help="why, or with what outcome")
    parser.add_argument("--text", type=Path, metavar="FILE", help="the new text of a draft")
    parser.add_argument("--dispute", default="", metavar="ID")
    parser.add_argument("--invoice", action="append", default=[], metavar="NUMBER")
    parser.add_argument("--instalment", action="append", default=[], type=_instalment, metavar="DAY=AMOUNT")
    parser.add_argument("--address", default="", metavar="MAIL")
    parser.add_argument("--json", action="store_true", help="list as one JSON object")
    parser.add_argument(
        "--demo", action="store_true", help="on the state that `demo` left, with its servers started again"
    )


def _instalment(text: str) -> Instalment:
    day, _, amount = text.partition("=")
    try:
        return Instalment(date.fromisoformat(day), Decimal(amount))
    except (ValueError, InvalidOperation) as error:
        raise argparse.ArgumentTypeError(f"{text!r}: write DAY=AMOUNT, like 2026-12-15=500.00") from error


def main(options: argparse.Namespace) -> int:
    """Raises Conflict when somebody was faster; the command line prints it."""
    if options.demo:
        from bot.demo.again import reviewed

        return reviewed(lambda world, tick: decide(world, tick, options))
    world, tick = open_world(options)
    return decide(world, tick, options)


def decide(world: World, tick: Tick, options: argparse.Namespace) -> int:
    """Do what the options ask for and print what happened."""
    if options.action == "list":
        print(show_lists(world, tick, options.json))
        return 0
    if not options.id:
        print(f"review {options.action} needs an ID: run `review` to see them.", file=sys.stderr)
        return 64
    if options.action == "show":
        print(show_draft(world, tick, options.id))
        return 0
    print(_act(world, tick, options, person(options)))
    return 0


def _act(world: World, tick: Tick, options: argparse.Namespace, by: str) -> Event | str:
    ident, reason = options.id, options.reason
    match options.action:
        case "approve":
            return _approve(world, tick, options, by)
        case "refuse":
            return review.refuse(world, tick, ident, _version(world, options), by, reason)
        case "edit":
            changed = review.edit(world, ident, _version(world, options), _new_text(world, options))
            return f"Draft {ident} is now version {changed.version}."
        case "take-over":
            return review.take_over(world, tick, ident, by)
        case "release":
            return review.release(world, tick, ident, by)
        case "done":
            return review.finish_task(world, tick, ident, by, reason)
        case "close-dispute":
            return review.close_dispute(world, tick, ident, options.dispute, by, reason)
        case "agree-plan":
            return review.agree_plan(world, tick, ident, options.instalment, tuple(options.invoice), by)
        case "address-ok":
            return review.mend_contact(world, tick, ident, options.address, by)
        case _:
            return review.settle_unclear(world, tick, ident, options.action == "arrived", by)


def _approve(world: World, tick: Tick, options: argparse.Namespace, by: str) -> Event:
    with world.store.transaction() as books:
        is_draft = books.draft(options.id) is not None
    if is_draft:
        return review.approve(world, tick, options.id, _version(world, options), by)
    return review.approve_reminder(world, tick, options.id, by)


def _version(world: World, options: argparse.Namespace) -> int:
    with world.store.transaction() as books:
        draft = books.draft(options.id)
    if draft is None:
        raise Conflict(f"There is no draft {options.id}: run `review` to see what waits.")
    if draft.state is not DraftState.OPEN:
        raise Conflict(f"Draft {options.id} is {draft.state.value.replace('_', ' ')} already.")
    return int(options.version or draft.version)


def _new_text(world: World, options: argparse.Namespace) -> str:
    if options.text:
        return str(options.text.read_text(encoding="utf-8"))
    with world.store.transaction() as books:
        draft = books.draft(options.id)
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor or draft is None:
        raise Conflict("Name the new text with --text FILE, or set EDITOR.")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "draft.txt"
        file.write_text(draft.text, encoding="utf-8")
        subprocess.run([*editor.split(), str(file)], check=True)
        return file.read_text(encoding="utf-8")

"""`plan`: who would get what today and why, and who gets nothing and why. Nothing leaves, nothing is written."""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from bot.cli import formats
from bot.cli.choosing import account_named
from bot.cli.opening import config_option, open_world
from bot.cli.plan_lines import Lines, json_line, letter_lines
from bot.cli.progress import Progress, progress
from bot.cli.words import say
from bot.core.dunning import Remind
from bot.core.gate import POSTPONING, refusals
from bot.core.policy import Mode
from bot.core.reasons import sentence
from bot.ports import TemplateFault
from bot.steps.run_dunning import Conditions, Planned, conditions, departure, planned
from bot.steps.world import Tick, World
from bot.steps.writing import pending_row

BATCH = 1000
UNREAD = timedelta(hours=12)
"""A mailbox that was not read for so long is worth a word; each pass reads it anew before anything leaves."""


def arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """--show prints the letters themselves."""
    config_option(parser)
    parser.add_argument("--show", action="store_true", help="print each letter as it would be")
    parser.add_argument("--account", metavar="NUMBER", help="this account only")
    parser.add_argument("--json", action="store_true", help="one JSON object per account and outcome")


def main(options: argparse.Namespace) -> int:
    """Reads the ledger and mail that the last pass kept; run `import` or `once` first."""
    return answer(*open_world(options), options)


def answer(world: World, tick: Tick, options: argparse.Namespace) -> int:
    """The plan of that moment."""
    language = world.company.language
    with world.store.transaction() as books:
        now = conditions(world, tick, books)
        numbers = [account.number for account in books.accounts()]
        if options.account:
            numbers = [account_named(books, options.account, language)]
        notices = list(_notices(world, tick, now, {n: books.read_to_end_at(n) for n in world.mailboxes}))
    if not options.json:
        head = say(language, "plan_of", day=formats.weekday(tick.today, language))
        print("\n".join([head, *notices]))
    lines = Lines(tick.today, language, len(numbers))
    with progress(say(language, "planning"), len(numbers)) as line:
        for batch in _batches(world, tick, numbers, now, options, line):
            lines.take(batch)
    if not options.json:
        print("\n".join(lines.told()))
    return 0


def _batches(
    world: World, tick: Tick, numbers: Sequence[str], now: Conditions, options: argparse.Namespace, line: Progress
) -> Iterator[list[tuple[Planned, tuple[str, ...], list[str]]]]:
    """Each batch in a transaction of its own: printing to a slow reader must not keep others from their work."""
    for start in range(0, len(numbers), BATCH):
        found: list[tuple[Planned, tuple[str, ...], list[str]]] = []
        with world.store.transaction() as books:
            for one in planned(world, tick, books, numbers[start : start + BATCH]):
                letter = next((o for o in one.outcomes if isinstance(o, Remind)), None)
                held = _held(world, tick, one, letter, now) if letter else ()
                try:
                    shown = letter_lines(world, tick, books, one, letter) if letter and options.show else []
                except TemplateFault:
                    held, shown = (*held, "template_fault"), []  # that letter is held, the others are shown
                found.append((one, held, shown))
        if options.json:
            for one, held, _ in found:
                sys.stdout.writelines(f"{json_line(one, outcome, held)}\n" for outcome in one.outcomes)
        line.at(start + len(found))
        yield found


def _held(world: World, tick: Tick, found: Planned, remind: Remind, now: Conditions) -> tuple[str, ...]:
    """Why the gate would refuse this very letter; what holds all letters alike is told once, above them."""
    row = pending_row(world, tick, found.look, remind)
    general = {*POSTPONING, *now.ledger, "not_approved"}
    return tuple(code for code in refusals(departure(world, tick, found.look, row, now)) if code not in general)


def _notices(world: World, tick: Tick, now: Conditions, read: Mapping[str, datetime | None]) -> Iterator[str]:
    """What holds every letter."""
    language = world.company.language
    codes = [*now.ledger, *(["stopped"] if now.stopped else [])]
    codes += ["shadow_mode"] if world.mode is Mode.SHADOW else []
    codes += ["not_approved"] if world.mode is Mode.DRAFTS else []
    for code in codes:
        yield f"! {sentence(code, language)}"
    for name, at in read.items():
        if at is None or tick.now - at > UNREAD:
            yield f"! {sentence('mailbox_not_read', language, name)}"

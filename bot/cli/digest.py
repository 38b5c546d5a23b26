"""`digest`: the manager's morning mail as it would be now."""

import argparse

from bot.cli.opening import config_option, open_world
from bot.cli.words import say
from bot.steps.report import write
from bot.steps.world import Tick, World


def arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """Text by default; --html for the other part."""
    config_option(parser)
    parser.add_argument("--preview", action="store_true", help="show it (nothing is sent; this is also the default)")
    parser.add_argument("--html", action="store_true", help="the HTML part")


def main(options: argparse.Namespace) -> int:
    """Nothing is sent: the engine sends it in the morning. Raises TemplateFault."""
    return answer(*open_world(options), options)


def answer(world: World, tick: Tick, options: argparse.Namespace) -> int:
    """The digest of that moment."""
    with world.store.transaction() as books:
        letter = write(world, tick, books)
    head = f"{say(world.digest.language, 'subject')} : {letter.subject}"
    print(letter.html if options.html else f"{head}\n\n{letter.text}")
    return 0

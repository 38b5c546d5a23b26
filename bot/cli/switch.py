"""`stop` and `resume`: the switch that works at once, for every process on the same data."""

import argparse
import sys

from bot.cli.opening import config_option, open_world, person


def arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """Both take only who turned the switch."""
    config_option(parser)
    parser.add_argument("--by", metavar="NAME", help="who turns the switch (else your login name)")
    parser.set_defaults(switch=name)


def main(options: argparse.Namespace) -> int:
    """The gate reads the switch before every single mail."""
    world, tick = open_world(options)
    who = person(options)
    with world.store.transaction() as books:
        books.keep_setting("stopped", f"{who} {tick.now.isoformat()}" if options.switch == "stop" else "")
    done = "Stopped: nothing leaves until `run_bot.py resume`." if options.switch == "stop" else "Sending goes on."
    print(done, file=sys.stdout)
    return 0

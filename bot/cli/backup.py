"""`backup`: a consistent copy of the database, taken while everything runs."""

import argparse
from pathlib import Path

from bot.cli.opening import config_option, settings_of
from bot.wiring import open_database


def arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """Where the copy goes."""
    config_option(parser)
    parser.add_argument("target", metavar="FILE", type=Path, help="a new file; its folder is made when it is missing")


def main(options: argparse.Namespace) -> int:
    """Refuses to overwrite: an old backup may be the good one. Raises Refused and Unreachable, with a sentence."""
    open_database(settings_of(options)).backup(options.target)
    print(f"Copied to {options.target} ({options.target.stat().st_size / 1e6:.1f} MB).")
    print("It holds clients' mails: keep it as safe as the mailbox. The Message-ID key (message.key) is not in it.")
    return 0

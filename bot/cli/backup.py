"""`backup`: a consistent copy of the database, taken while everything runs."""

import argparse
from pathlib import Path

from bot.cli.opening import config_option, settings_of
from bot.wiring import open_database


def arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """Where the copy goes."""
    config_option(parser)
    parser.add_argument("target", metavar="FILE", type=Path)


def main(options: argparse.Namespace) -> int:
    """Refuses to overwrite: an old backup may be the good one."""
    if options.target.exists():
        print(f"{options.target} exists already; name a new file.")
        return 1
    open_database(settings_of(options)).backup(options.target)
    print(f"Copied to {options.target} ({options.target.stat().st_size / 1e6:.1f} MB).")
    return 0

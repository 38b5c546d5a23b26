"""`demo`: the main job on embedded defaults, and what a collector and a manager see at its end."""

import argparse
from pathlib import Path

from bot.cli.listing import show_lists
from bot.demo.again import FOLDER, reviewed
from bot.demo.play import play
from bot.steps.report import write
from bot.steps.world import Tick, World


def arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The folder that keeps the demo's state."""
    parser.add_argument("--folder", type=Path, default=FOLDER, help=f"where the demo's state stays (else {FOLDER})")


def main(options: argparse.Namespace) -> int:
    """Plays, then shows the lists of the collector and the digest of the manager."""
    try:
        play(options.folder, lambda line: print(line, flush=True))
    except FileExistsError as error:
        print(error)
        return 1
    return reviewed(lambda world, tick: _ending(world, tick, options.folder), options.folder)


def _ending(world: World, tick: Tick, folder: Path) -> int:
    print("\n═══ What a collector sees (run_bot.py review --demo) ═══\n")
    print(show_lists(world, tick, as_json=False))
    print("\n═══ What the manager reads in the morning ═══\n")
    with world.store.transaction() as books:
        letter = write(world, tick, books)
    print(f"Subject: {letter.subject}\n\n{letter.text}")
    print(f"State, mail and settings of this demo: {folder}/   (drop an .eml into {folder}/drop/ and look again)")
    return 0

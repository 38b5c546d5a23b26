"""`python -m benchmarks [NAME …] [--postgres]`: measure, tell the progress, and end with one table."""

import argparse
import sys
import time
from collections.abc import Callable, Iterator

import pytest

from benchmarks.figures import Figure, table
from benchmarks.idle import idle
from benchmarks.letters import ACCOUNTS as LETTER_ACCOUNTS
from benchmarks.letters import letters
from benchmarks.planning import ACCOUNTS, planning
from benchmarks.reading import MESSAGES, reading
from benchmarks.startup import startup


def main(arguments: list[str]) -> int:
    """Returns 1 when a figure is over its limit."""
    options = _options(arguments)
    figures: list[Figure] = []
    for name, measure in _measures(options).items():
        if not options.names or name in options.names:
            print(f"== {name}", flush=True)
            start = time.perf_counter()
            try:
                figures += measure()
            except pytest.skip.Exception as lack:  # how the tests' own servers say what to install
                print(f"   left out: {lack}", flush=True)
            print(f"   took {time.perf_counter() - start:.0f} s", flush=True)
    print(f"\n{table(figures)}")
    return 1 if any(figure.verdict == "TOO MUCH" for figure in figures) else 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="startup, planning, reading, letters, idle (all)")
    parser.add_argument("--postgres", action="store_true", help="plan on PostgreSQL as well")
    parser.add_argument("--scale", type=float, default=1.0, help="a part of the full amounts, for a quick look")
    parser.add_argument("--rounds", type=int, default=3, help="pairs of planning and its baseline")
    return parser.parse_args(arguments)


def _measures(options: argparse.Namespace) -> dict[str, Callable[[], Iterator[Figure]]]:
    def scaled(count: int) -> int:
        return max(100, int(count * options.scale))

    measures: dict[str, Callable[[], Iterator[Figure]]] = {
        "startup": startup,
        "planning": lambda: planning(scaled(ACCOUNTS), rounds=options.rounds),
        "reading": lambda: reading(scaled(MESSAGES)),
        "letters": lambda: letters(scaled(LETTER_ACCOUNTS)),
        "idle": idle,
    }
    if options.postgres:
        measures["planning-postgres"] = lambda: planning(scaled(ACCOUNTS), True, options.rounds)
    return measures


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

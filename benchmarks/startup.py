"""Start-up: how long `run_bot.py --help` takes, against a bare Python."""

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.figures import Figure, ratio_of, seconds

LIMIT = 12.0
_PROGRAM = Path(__file__).parent.parent / "run_bot.py"


def startup(rounds: int = 15) -> Iterator[Figure]:
    """`--help` with byte code already compiled, as every start but the first."""
    bare, told = (sys.executable, "-c", "pass"), (sys.executable, str(_PROGRAM), "--help")
    _spent(told)
    pairs = [(_spent(told), _spent(bare)) for _ in range(rounds)]
    measured, baseline = [one for one, _ in pairs], [other for _, other in pairs]
    yield Figure(
        "run_bot.py --help",
        seconds(measured),
        f"{seconds(baseline)} python -c pass",
        ratio_of(measured, baseline),
        LIMIT,
    )


def _spent(command: Sequence[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start

"""Runs a measurement in a process of its own, so that nothing before it shows in its memory, and reads that memory."""

import os
import resource
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
_MIB = 1024 * 1024


def alone(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """The function's result, from a fresh interpreter. It raises what the function raised."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as processes:
        return processes.submit(function, *args, **kwargs).result()


def resident(pid: int | None = None) -> float:
    """MiB that the process holds in memory now; where there is no /proc, and for ourselves only, the most it held."""
    try:
        pages = int(Path(f"/proc/{pid or 'self'}/statm").read_text().split()[1])
    except FileNotFoundError:
        if pid is not None:
            raise
        return most_resident()
    return pages * os.sysconf("SC_PAGE_SIZE") / _MIB


def most_resident() -> float:
    """MiB that this process held at its peak. Linux counts in KiB, macOS in bytes (getrusage(2) of each)."""
    told = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return told / _MIB if sys.platform == "darwin" else told / 1024

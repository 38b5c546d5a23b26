"""How far long work is, on standard error and only when a person looks at it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

CLEAR = "\r\033[K"


class Progress:
    """One line that is written over. Silent when standard error is no terminal, so that logs stay clean."""

    def __init__(self, what: str, total: int = 0, out: TextIO | None = None) -> None:
        self._what, self._total = what, total
        self._out = out or sys.stderr
        self._seen = self._out.isatty()
        self._last = -1

    def at(self, done: int) -> None:
        """So many of the total are done; written when the percentage changes."""
        percent = done * 100 // self._total if self._total else 0
        if percent != self._last:
            self._last = percent
            self._write(f"{self._what} {done} / {self._total} ({percent} %)")

    def say(self, what: str) -> None:
        """What is being done now."""
        self._write(f"{what} …")

    def _write(self, text: str) -> None:
        if self._seen:
            self._out.write(CLEAR + text)
            self._out.flush()

    def end(self) -> None:
        """Wipe the line: the result follows."""
        self._write("")


@contextmanager
def progress(what: str, total: int = 0, out: TextIO | None = None) -> Iterator[Progress]:
    """The line of one long piece of work, wiped at its end even when it fails."""
    line = Progress(what, total, out)
    try:
        if not total:
            line.say(what)
        yield line
    finally:
        line.end()

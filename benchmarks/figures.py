"""What a benchmark tells: one line of the closing table per figure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """`ratio` to the baseline (None: there is none) and the most it may be (None: it is only told)."""

    what: str
    measured: str
    baseline: str = ""
    ratio: float | None = None
    limit: float | None = None

    @property
    def verdict(self) -> str:
        """Whether the limit holds; empty without one."""
        if self.ratio is None or self.limit is None:
            return ""
        return "ok" if self.ratio <= self.limit else "TOO MUCH"


def ratio_of(measured: Sequence[float], baseline: Sequence[float]) -> float:
    """Of the best of each: whatever else runs on the machine can only make a round slower."""
    return min(measured) / min(baseline)


def table(figures: Iterable[Figure]) -> str:
    """The figures in columns."""
    head = ("what", "measured", "baseline", "ratio", "at most", "")
    rows = [head, *(_cells(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def _cells(figure: Figure) -> tuple[str, ...]:
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
    limit = "" if figure.limit is None else f"{figure.limit:g}"
    return (figure.what, figure.measured, figure.baseline, ratio, limit, figure.verdict)


def seconds(values: Sequence[float]) -> str:
    """The best, for people."""
    best = min(values)
    return f"{best:.2f} s" if best >= 1 else f"{best * 1000:.0f} ms"

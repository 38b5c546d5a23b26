"""Aligned columns and indented blocks for a terminal."""

import unicodedata
from collections.abc import Sequence

GAP = "  "
BAR = "  │ "


def harmless(text: str) -> str:
    """Somebody else's text without what would steer a terminal: escape sequences, other controls, turned direction."""
    kept = (c for c in text.replace("\r\n", "\n") if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf"))
    return "".join(kept)


def width(text: str) -> int:
    """Columns that the text takes: wide characters take two, combining marks none."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in unicodedata.normalize("NFC", text)
    )


def cut(text: str, most: int) -> str:
    """The text in one line of at most that many columns, with … where something is left out."""
    line = " ".join(harmless(text).split())
    while width(line) > most:
        line = line[: -2 if line.endswith("…") else -1].rstrip() + "…"
    return line


def table(rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> list[str]:
    """The rows with their columns aligned, `right` ones to the right; a column that is empty everywhere is left out."""
    if not rows:
        return []
    widths = [max(width(cell) for cell in column) for column in zip(*rows, strict=True)]
    shown = [n for n, wide in enumerate(widths) if wide]
    return [GAP + GAP.join(_cell(row[n], widths[n], n in right) for n in shown).rstrip() for row in rows]


def _cell(text: str, wide: int, right: bool) -> str:
    space = " " * (wide - width(text))
    return space + text if right else text + space


def barred(text: str) -> list[str]:
    """Somebody's own words, marked as such by a bar at the left."""
    return [f"{BAR}{line}".rstrip() for line in harmless(text).strip().splitlines()]


def section(heading: str, lines: Sequence[str]) -> list[str]:
    """A blank line, the heading and what belongs to it; nothing at all when nothing does."""
    return ["", heading, *lines] if lines else []

"""One rule of the date grammar: a pattern over the lexer's codes and what a match of it means."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from classifiers.values.date_context import Context, Meaning

Build = Callable[[Context, re.Match[str]], Meaning | None]

_PIECES = {
    "{WD}": r"(?:[>=]?[Ww],?[Lve]*)?",
    "{M}": r"(?P<m>[Mm])",
    "{D}": r"(?P<d>[noc])\.?",
    "{Y}": r"(?:[,/-]?[eui]?L?(?P<y>Y)|[,.]?(?P<yy>[nN])(?![-/.]?[nNxjkztfqyhMmX]))?",
    "{FULLY}": r"(?:[,/-]?[evui]*L?(?P<y>Y))?",
    "{COUNT}": r"(?P<c>[nNcg])",
    "{UNIT}": r"(?P<u>[jkztqyfh])",
}


@dataclass(frozen=True)
class Rule:
    """`build` may refuse a match by returning None; the tokens are then free for later rules."""

    name: str
    pattern: re.Pattern[str]
    build: Build


def rule(name: str, pattern: str, build: Build) -> Rule:
    """A rule whose pattern may use the named pieces above."""
    for piece, expansion in _PIECES.items():
        pattern = pattern.replace(piece, expansion)
    return Rule(name, re.compile(pattern), build)

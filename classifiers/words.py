"""Cuts a text into words as cues see them: no case, no accents, contractions resolved, values as placeholders."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from classifiers.grammar.grammar import Grammar
from classifiers.values.folding import folded

BOUNDARY = "|"
"""Stands between clauses, so that a cue can ask for the beginning or the end of one."""

_WORD = re.compile(
    r"""(?x)
    (?P<joined> \b(?:have|has|had|do|did|does|is|are|was|were|could|would|should|ca|wo)(?=n't\b|nt\b) | \bcan(?=not\b) )
  | (?P<not> (?:(?<=\w)n't|(?<=e)nt|(?<=s)nt|(?<=d)nt|(?<=o)nt|(?<=ca)nt|(?<=n)not)\b )
  | (?P<whole> \baujourd'?hui\b | \bs'ils?\b )
  | (?P<head> \w+(?='(?:ve|ll|re|s|m|d)\b) )
  | (?P<tail> '(?:ve|ll|re|s|m|d)\b )
  | (?P<elided> \w+'(?=\w|\Z) )
  | (?P<word> \w+ )
  | (?P<mark> [^\w\s] )"""
)
_PLAIN = {"ca'": "ca", "'ve": "have", "'ll": "will", "'re": "are", "'m": "am", "'d": "would", "wo": "will"}
PARTICIPLE = "é"
"""The ending that is kept where a grammar minds accents: people who type it mean it."""

_PLACEHOLDER = re.compile(r"[A-Z]{2,}\Z")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: what cues compare, and where it stands."""

    norm: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that stands for a value: cues see only `name` ("FUTURE", "AMOUNT", "INVOICE" …)."""

    start: int
    end: int
    name: str


def words_of(text: str, grammar: Grammar, marks: Sequence[Mark] = ()) -> tuple[Word, ...]:
    """The words of a text in order; each mark becomes one word. Marks must not overlap and must be sorted."""
    found: list[Word] = []
    plain, at = folded(text), 0
    for mark in marks:
        found.extend(_words(text, plain, at, mark.start, grammar))
        found.append(Word(mark.name, mark.start, mark.end))
        at = mark.end
    found.extend(_words(text, plain, at, len(plain), grammar))
    return tuple(found)


def norms_of(phrase: str, grammar: Grammar) -> tuple[str, ...]:
    """A phrase of a cue as norms; words in capitals are placeholders or classes and stay as they are."""
    norms: list[str] = []
    for piece in phrase.split():
        if _PLACEHOLDER.match(piece) or piece == BOUNDARY:
            norms.append(piece)
        else:
            norms.extend(word.norm for word in _words(piece, folded(piece), 0, len(piece), grammar))
    return tuple(norms)


def _words(text: str, plain: str, start: int, end: int, grammar: Grammar) -> Iterator[Word]:
    for found in _WORD.finditer(plain, start, end):
        norm = _accented(text[found.start() : found.end()].lower(), grammar) if grammar.accented else ""
        yield Word(norm or _norm(found, grammar), found.start(), found.end())


def _accented(word: str, grammar: Grammar) -> str:
    """What an accent decides: a word of the grammar's list, a participle ("payé" is not "paye"); "" for any other."""
    if word in grammar.accented:
        return grammar.accented[word]
    if not word.endswith(PARTICIPLE):
        return ""
    kept = folded(word[:-1]) + PARTICIPLE
    return grammar.class_of.get(kept, kept)


def _norm(found: re.Match[str], grammar: Grammar) -> str:
    text = found.group()
    if found.lastgroup == "not":
        return "not"
    if found.lastgroup == "joined":
        text = "can" if text == "ca" else _PLAIN.get(text, text)
    elif found.lastgroup == "tail":
        text = _PLAIN.get(text, text)
    text = grammar.spellings.get(text, text)
    return grammar.class_of.get(text, text)

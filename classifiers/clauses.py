"""Cuts a text into clauses, each of which says one thing: "A is paid", "but B will be on Friday"."""

from collections.abc import Sequence
from dataclasses import dataclass

from classifiers.grammar.grammar import Grammar
from classifiers.words import Word

_ENDS = frozenset(".!?;…")
_DASHES = frozenset("-–—•*→·")
_ABBREVIATED = frozenset(
    "m mm mme mlle me mr mrs ms dr st ste ltd inc co no n nr num ref inv tel art cf av vs approx env cie dept".split()
)
_HARD_WRAP = 58
"""A line at least this long that goes on in lower case was wrapped by a mail program: its end ends nothing."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Words `first` up to before `last`; characters `start` up to before `end`. `sentence` and `block` count from 0."""

    first: int
    last: int
    start: int
    end: int
    question: bool
    sentence: int
    block: int


def clauses_of(text: str, words: Sequence[Word], grammar: Grammar) -> tuple[Clause, ...]:
    """The clauses of a text in order; together they hold every word."""
    found: list[Clause] = []
    first, sentence, block = 0, 0, 0
    for n in range(1, len(words) + 1):
        kind = "sentence" if n == len(words) else _border(text, words, n, first, grammar)
        if not kind:
            continue
        found.append(_clause(words, first, n, sentence, block))
        sentence += kind != "clause"
        block += kind == "block"
        first = n
    return tuple(found)


def _clause(words: Sequence[Word], first: int, last: int, sentence: int, block: int) -> Clause:
    asked = any(word.norm == "?" for word in words[max(first, last - 3) : last])
    return Clause(first, last, words[first].start, words[last - 1].end, asked, sentence, block)


def _border(text: str, words: Sequence[Word], n: int, first: int, grammar: Grammar) -> str:
    """What ends before word `n`: "block", "sentence", "clause", or "" for nothing."""
    before, gap = words[n - 1], text[words[n - 1].end : words[n].start]
    if "\n" in gap:
        return _line_end(text, words, n, gap)
    if words[n].norm in _ENDS:
        return ""
    if before.norm in _ENDS and (gap or before.norm in "!?;…") and not _abbreviation(words, n - 1):
        return "sentence"
    if before.norm in _DASHES and gap and words[n - 2].end < before.start and n - 1 > first:
        return "clause"
    return "clause" if _new_statement(words, n, first, grammar) else ""


def _line_end(text: str, words: Sequence[Word], n: int, gap: str) -> str:
    if gap.count("\n") > 1:
        return "block"
    before, after = words[n - 1], words[n]
    line = before.end - (text.rfind("\n", 0, before.end) + 1)
    goes_on = line >= _HARD_WRAP and text[after.start].islower() and before.norm not in _ENDS
    return "" if goes_on else "sentence"


def _abbreviation(words: Sequence[Word], at: int) -> bool:
    return words[at].norm == "." and at > 0 and words[at - 1].norm in _ABBREVIATED


def _new_statement(words: Sequence[Word], n: int, first: int, grammar: Grammar) -> bool:
    if n - first < 2:
        return False
    if _phrase_at(words, n, grammar.contrast_phrases):
        return True
    before, here = words[n - 1].norm, words[n].norm
    joined = before in grammar.joiner_words or before in ",:("
    opens = here in grammar.subject_words or _phrase_at(words, n, grammar.turn_phrases)
    if joined and (opens or _invoice_follows(words, n, first)):
        return True
    return before == "," and any(word.norm in grammar.condition_words for word in words[first : first + 3])


def _invoice_follows(words: Sequence[Word], n: int, first: int) -> bool:
    """Does another invoice begin here, after something was said about one before?"""
    if not any(word.norm == "INVOICE" for word in words[n : n + 4]):
        return False
    earlier = [i for i in range(first, n) if words[i].norm == "INVOICE"]
    said = [
        word
        for word in words[(earlier or [n])[-1] : n]
        if word.norm.strip(",.:()-") not in ("", "et", "and", "INVOICE")
    ]
    return len(said) >= 3


def _phrase_at(words: Sequence[Word], n: int, phrases: frozenset[tuple[str, ...]]) -> bool:
    return any(tuple(word.norm.replace("é", "e") for word in words[n : n + size]) in phrases for size in (1, 2, 3, 4))


def trimmed(text: str, start: int, end: int) -> str:
    """The characters from `start` to `end` without space and joining marks around them."""
    return text[start:end].strip().strip(",;:-–—•* ").strip()

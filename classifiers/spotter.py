"""Finds every cue part in a row of words with spaCy's PhraseMatcher, whatever the number of phrases."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from classifiers.cues import Cue, cue_of, phrases_of
from classifiers.grammar import grammar
from classifiers.grammar.grammar import Grammar
from classifiers.labels import all_labels
from classifiers.words import BOUNDARY, Word

Hits = Mapping[str, list[tuple[int, int]]]
"""Part → the places where it stands, as (first word, behind the last word)."""

NOT_NEGATIVE, NEUTRAL, UNREAL, TAKES_BACK, THIRD_PARTY, GRAVE, PENALTY, ASKING, ELSEWHERE, ORDERS = (
    f"<{name}>"
    for name in (
        "not_negative",
        "neutral",
        "unreal",
        "takes_back",
        "third_party",
        "grave",
        "penalty",
        "asking",
        "elsewhere",
        "orders",
    )
)
DAYS = frozenset({"FUTURE", "PAST", "TODAY", "SOMEDAY"})
_UNKNOWN = "_"


@lru_cache(maxsize=1)
def _vocabulary() -> Any:
    """spaCy's multi-language vocabulary: loaded on first use, a second; language pipelines would cost four."""
    import spacy

    return spacy.blank("xx").vocab


class Spotter:
    """All cues of one language, ready to be searched for."""

    def __init__(self, code: str) -> None:
        from spacy.matcher import PhraseMatcher

        self.grammar = grammar(code)
        self.cues = _cues(code)
        self.by_first_part: dict[str, list[Cue]] = {}
        for cue in self.cues:
            self.by_first_part.setdefault(cue.parts[0], []).append(cue)
        self.known: set[str] = {_UNKNOWN, BOUNDARY}
        self._matcher = PhraseMatcher(_vocabulary())
        self._names: dict[int, str] = {}
        for part in {part for cue in self.cues for part in cue.parts}:
            self._add(part, phrases_of(part, self.grammar))
        for name, phrases in _asides(self.grammar):
            self._add(name, phrases)

    def _add(self, name: str, phrases: Iterable[tuple[str, ...]]) -> None:
        from spacy.tokens import Doc

        rows = sorted(phrases)
        self.known.update(word for row in rows for word in row)
        self._names[_vocabulary().strings.add(name)] = name
        self._matcher.add(name, [Doc(_vocabulary(), words=list(row)) for row in rows])

    def _known(self, norm: str) -> str:
        """The word, or what stands for every word that no cue mentions: nothing a client writes piles up in memory."""
        if norm in self.known:
            return norm
        return "NUMBER" if norm.isdigit() else _UNKNOWN

    def spot(self, words: tuple[Word, ...], borders: frozenset[int]) -> Hits:
        """Where each part stands. `borders`: indices of words that begin a clause.

        Words are looked at twice, with and without fillers, so that cues need not mention every adverb.
        """
        places: dict[str, set[tuple[int, int]]] = {}
        whole = list(range(len(words)))
        for row in (whole, [n for n in whole if not _filler(words, n, self.grammar)]):
            for name, place in self._search(words, row, borders):
                places.setdefault(name, set()).add(place)
        return {name: sorted(found) for name, found in places.items()}

    def _search(
        self, words: tuple[Word, ...], row: list[int], borders: frozenset[int]
    ) -> Iterable[tuple[str, tuple[int, int]]]:
        from spacy.tokens import Doc

        norms, index = _with_borders(words, row, borders)
        doc = Doc(_vocabulary(), words=[self._known(norm) for norm in norms])
        for key, start, end in self._matcher(doc):
            first, last = start + (index[start] < 0), end - 1 - (index[end - 1] < 0)
            if first <= last:
                yield self._names[key], (index[first], index[last] + 1)


def _with_borders(words: tuple[Word, ...], row: list[int], borders: frozenset[int]) -> tuple[list[str], list[int]]:
    """Norms with a border before each clause and at the end; and for each the index of its word, -1 for a border."""
    norms, index, pending = [BOUNDARY], [-1], sorted(borders, reverse=True)
    for n in row:
        crossed = False
        while pending and pending[-1] <= n:
            crossed = pending.pop() > 0 or crossed
        if crossed and norms[-1] != BOUNDARY:
            norms.append(BOUNDARY)
            index.append(-1)
        norms.append(words[n].norm)
        index.append(n)
    return [*norms, BOUNDARY], [*index, -1]


def _filler(words: tuple[Word, ...], n: int, grammar: Grammar) -> bool:
    norm = words[n].norm
    if norm in grammar.filler_words or norm in '.,;:!?…()"*_«»“”':
        return True
    if norm in grammar.day_words and n + 1 < len(words) and words[n + 1].norm in DAYS:
        return True
    return n > 0 and words[n - 1].norm in grammar.fillers_after.get(norm, "").split()


def _cues(code: str) -> tuple[Cue, ...]:
    spoken = [cue_of(label.name, line) for label in all_labels().values() for line in label.cues.get(code, ())]
    return (*spoken, *(cue_of(ORDERS, "!?" + line.strip()) for line in grammar(code).orders.split(",") if line.strip()))


def _asides(rules: Grammar) -> Iterable[tuple[str, Iterable[tuple[str, ...]]]]:
    """The phrases of the grammar that are looked for beside the cues."""
    for name in (NOT_NEGATIVE, NEUTRAL, UNREAL, TAKES_BACK, THIRD_PARTY, GRAVE, PENALTY, ASKING, ELSEWHERE):
        listed: str = getattr(rules, name.strip("<>"))
        opening = (BOUNDARY,) if name == ASKING else ()
        yield name, {(*opening, *row) for p in listed.split(",") if p.strip() for row in phrases_of(p.strip(), rules)}


@lru_cache(maxsize=8)
def spotter(code: str) -> Spotter:
    """The spotter of a covered language, built on first use."""
    return Spotter(code)

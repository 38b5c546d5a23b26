"""Which labels speak in which clause, and how strongly: the cues that were found and are meant."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from classifiers.clauses import Clause
from classifiers.cues import Cue
from classifiers.labels import all_labels
from classifiers.mood import Mood
from classifiers.spotter import Hits, Spotter

GAP = 7
"""How many words may stand between two parts of a cue."""


@dataclass(frozen=True)
class Said:
    """One label in one clause. `cues`: the cues that speak for it; `weak`: none of them is strong."""

    label: str
    clause: int
    cues: frozenset[str]
    weak: bool
    words: tuple[int, int]


def said_in(spot: Spotter, hits: Hits, clauses: Sequence[Clause], mood: Mood) -> tuple[Said, ...]:
    """What every clause says, in order."""
    found: list[Said] = []
    asked = {label.name for label in all_labels().values() if label.asks}
    for number, (clause, here) in enumerate(zip(clauses, _by_clause(hits, clauses), strict=True)):
        by_label: dict[str, list[tuple[Cue, tuple[int, int]]]] = {}
        for cue, span in _cues_in(spot, here):
            if mood.holds(cue, cue.label in asked, span, clause):
                by_label.setdefault(cue.label, []).append((cue, span))
        found.extend(_said(label, number, cues) for label, cues in by_label.items())
    return tuple(found)


def _said(label: str, clause: int, cues: Sequence[tuple[Cue, tuple[int, int]]]) -> Said:
    names = frozenset(" .. ".join(cue.parts) for cue, _ in cues)
    words = (min(span[0] for _, span in cues), max(span[1] for _, span in cues))
    return Said(label, clause, names, all(cue.weak for cue, _ in cues), words)


Places = dict[str, list[tuple[int, int]]]


def _by_clause(hits: Hits, clauses: Sequence[Clause]) -> list[Places]:
    """The hits of each clause; one that reaches into the next clause belongs to none."""
    starts = [clause.first for clause in clauses]
    found: list[Places] = [{} for _ in clauses]
    for part, places in hits.items():
        for place in places:
            number = bisect_right(starts, place[0]) - 1
            if place[1] <= clauses[number].last:
                found[number].setdefault(part, []).append(place)
    return found


def _cues_in(spot: Spotter, here: Mapping[str, list[tuple[int, int]]]) -> Iterator[tuple[Cue, tuple[int, int]]]:
    for part, places in here.items():
        for cue in spot.by_first_part.get(part, ()):
            chained = (_chained(cue, place, here) for place in places)
            yield from ((cue, span) for span in chained if span)


def _chained(cue: Cue, place: tuple[int, int], here: Mapping[str, list[tuple[int, int]]]) -> tuple[int, int] | None:
    """From the first part on: each next part within the gap behind the one before."""
    start, end = place
    for part in cue.parts[1:]:
        behind = [p for p in here.get(part, ()) if end <= p[0] <= end + GAP]
        if not behind:
            return None
        end = behind[0][1]
    return start, end

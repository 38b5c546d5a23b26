"""Does a clause claim what its words say? Negation, condition, question, "should have", "will"."""

from dataclasses import dataclass

from classifiers.clauses import Clause
from classifiers.cues import Cue
from classifiers.grammar.grammar import Grammar
from classifiers.spotter import ASKING, ELSEWHERE, NEUTRAL, NOT_NEGATIVE, UNREAL, Hits
from classifiers.words import Word

CLAIMS = frozenset({"paid", "promise_to_pay", "refusal"})
"""Labels that a question or a "should have been" takes back."""

OURS = frozenset({"promise_to_pay", "dispute", "hardship", "payment_plan"})
"""Labels that do not count where the clause is about something that is not ours."""

AHEAD = 6
"""How many words before a payment cue "will" still moves it into the future."""


@dataclass(frozen=True)
class Mood:
    """The words of a text and what can take a cue back there."""

    words: tuple[Word, ...]
    grammar: Grammar
    harmless: frozenset[int]
    unreal: tuple[int, ...]
    neutral: tuple[tuple[int, int], ...]
    asking: frozenset[int]
    elsewhere: frozenset[int]

    def holds(self, cue: Cue, asks: bool, span: tuple[int, int], clause: Clause) -> bool:
        """Is a cue found at these words meant, in this clause? `asks`: the label is usually asked for."""
        if any(
            start < span[1] and span[0] < end for start, end in self.neutral if span[1] - span[0] <= end - start + 2
        ):
            return False
        if span[0] in self.harmless and cue.label not in ("promise_to_pay", "document_request"):
            return False
        if not cue.as_it_stands and self._denied(span, clause):
            return False
        if cue.label == "paid" and not cue.as_it_stands and self._ahead(span, clause):
            return False
        if cue.label in CLAIMS and not cue.anywhere and self._unreal(span, clause):
            return False
        if cue.label in OURS and any(clause.first <= n < clause.last for n in self.elsewhere):
            return False
        asked = clause.question or clause.first in self.asking or self._conditional(span, clause)
        return cue.anywhere or asks or not asked

    def _denied(self, span: tuple[int, int], clause: Clause) -> bool:
        first = max(clause.first, span[0] - self.grammar.denies_after)
        last = min(clause.last, span[1] + self.grammar.denies_before)
        return any(self._negator(n) for n in range(first, last))

    def _negator(self, n: int) -> bool:
        return self.words[n].norm in self.grammar.negator_words and n not in self.harmless

    def _ahead(self, span: tuple[int, int], clause: Clause) -> bool:
        own_verb = self.words[span[0]].norm in self.grammar.auxiliary_words
        first = max(clause.first, span[0] - (2 if own_verb else AHEAD))
        awaited = any(self.words[n].norm in self.grammar.pending_words for n in range(clause.first, span[0]))
        return awaited or any(self.words[n].norm in self.grammar.ahead_words for n in range(first, span[1]))

    def _unreal(self, span: tuple[int, int], clause: Clause) -> bool:
        return any(clause.first <= end and span[0] - 4 <= end <= span[1] for end in self.unreal)

    def _conditional(self, span: tuple[int, int], clause: Clause) -> bool:
        return any(self.words[n].norm in self.grammar.condition_words for n in range(clause.first, span[0] + 1))


def mood_of(words: tuple[Word, ...], grammar: Grammar, hits: Hits) -> Mood:
    """Prepares the checks for one text."""
    harmless = frozenset(n for start, end in hits.get(NOT_NEGATIVE, ()) for n in range(start, end))
    opened = (frozenset(start for start, _ in hits.get(name, ())) for name in (ASKING, ELSEWHERE))
    unreal = tuple(end for _, end in hits.get(UNREAL, ()))
    return Mood(words, grammar, harmless, unreal, tuple(hits.get(NEUTRAL, ())), *opened)

"""The shape of what the rules must know of a language beside its cues."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from classifiers.values.folding import folded

OPEN_DAYS: Mapping[str, str] = {"FUTURE": "FUTURE TODAY SOMEDAY", "PAST": "PAST TODAY SOMEDAY"}
"""Today is not over, and "Monday" can be the last or the next one: the verb tells."""


@dataclass(frozen=True)
class Grammar:
    """Words without case and accents, separated by spaces; multi-word entries by commas.

    `classes`: class name → words that mean the same to the cues (every payment participle is PAID).
    `spellings`: what hurried people type → the word they mean.
    `accented`: words in which the accent tells ("dû" is not "du", "à" is not "a") → what cues see.
    `wider`: what a word or class in a cue may stand for in a mail, itself included.
    `macros`: name → alternatives, written {name} in cues; a space inside an alternative is written as _.
    `fillers`: adverbs that cues need not mention. `fillers_after`: dropped only behind those words.
    `before_days`: words that cues need not mention in front of a day ("le 12").
    `auxiliaries`: verbs that tell of the past. `pending`: words after which a payment is awaited ("once he has paid").
    `negators`: words that deny what stands next to them. `not_negative`: phrases that hold a negator and deny nothing.
    `neutral`: phrases inside which no cue counts ("sauf erreur" contests nothing).
    `conditions`: words that open a condition. `unreal`: verb phrases that tell what is not so.
    `ahead`: words that put a payment into the future. `takes_back`: phrases that decline what was offered just before.
    `third_party`: phrases that speak of somebody else's firm. `grave`: illness, death, disaster. `penalty`: fees.
    `orders`: what only somebody who talks to a machine would write. `courtesy`: words of thanks that say nothing else.
    `contrast`: phrases that open a new clause. `joiners` do so when one of `subjects` or `turns` ("the other") follows.
    `denies_after`: how many words a negator reaches forward, `denies_before`: back ("je paye pas").
    """

    classes: Mapping[str, str]
    spellings: Mapping[str, str] = field(default_factory=dict)
    accented: Mapping[str, str] = field(default_factory=dict)
    wider: Mapping[str, str] = field(default_factory=lambda: dict(OPEN_DAYS))
    macros: Mapping[str, str] = field(default_factory=dict)
    fillers: str = ""
    fillers_after: Mapping[str, str] = field(default_factory=dict)
    before_days: str = ""
    auxiliaries: str = ""
    negators: str = ""
    not_negative: str = ""
    neutral: str = ""
    conditions: str = ""
    asking: str = ""
    elsewhere: str = ""
    unreal: str = ""
    ahead: str = ""
    pending: str = ""
    takes_back: str = ""
    third_party: str = ""
    grave: str = ""
    penalty: str = ""
    orders: str = ""
    courtesy: str = ""
    contrast: str = ""
    turns: str = ""
    joiners: str = ""
    subjects: str = ""
    denies_after: int = 5
    denies_before: int = 0

    @cached_property
    def class_of(self) -> Mapping[str, str]:
        """Word → its class."""
        return {self._key(word): name for name, words in self.classes.items() for word in words.split()}

    def _key(self, word: str) -> str:
        kept = bool(self.accented) and word.endswith("é")
        return folded(word[:-1]) + "é" if kept else folded(word)

    @cached_property
    def filler_words(self) -> frozenset[str]:
        """The adverbs that never carry a cue."""
        return frozenset(folded(self.fillers).split())

    @cached_property
    def day_words(self) -> frozenset[str]:
        """Words without weight in front of a day."""
        return frozenset(folded(self.before_days).split())

    @cached_property
    def auxiliary_words(self) -> frozenset[str]:
        """Verbs that put what follows into the past."""
        return frozenset(folded(self.auxiliaries).split())

    @cached_property
    def negator_words(self) -> frozenset[str]:
        """Words that deny."""
        return frozenset(folded(self.negators).split())

    @cached_property
    def condition_words(self) -> frozenset[str]:
        """Words that open a condition."""
        return frozenset(folded(self.conditions).split())

    @cached_property
    def ahead_words(self) -> frozenset[str]:
        """Words that put a payment into the future."""
        return frozenset(self.class_of.get(word, word) for word in folded(self.ahead).split())

    @cached_property
    def pending_words(self) -> frozenset[str]:
        """Words after which a payment is only awaited."""
        return frozenset(folded(self.pending).split())

    @cached_property
    def joiner_words(self) -> frozenset[str]:
        """Words after which a new subject opens a new clause."""
        return frozenset(folded(self.joiners).split())

    @cached_property
    def subject_words(self) -> frozenset[str]:
        """Words that begin a statement of their own."""
        return frozenset(folded(w) for word in self.subjects.split() for w in self.macros.get(word, word).split())

    @cached_property
    def contrast_phrases(self) -> frozenset[tuple[str, ...]]:
        """Phrases that open a new clause wherever they stand."""
        return frozenset(tuple(folded(p).split()) for p in self.contrast.split(",") if p.strip())

    @cached_property
    def turn_phrases(self) -> frozenset[tuple[str, ...]]:
        """Phrases that open a new clause behind a joiner."""
        return frozenset(tuple(folded(p).split()) for p in self.turns.split(",") if p.strip())

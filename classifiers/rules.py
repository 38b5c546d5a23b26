"""Reads a reply by rules: clauses, cues, negation and tense. No training, no network, every reading with its words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.labels import Kind, Opinion, Reading, Reply
from classifiers.binding import Scope, values_for
from classifiers.clauses import Clause, clauses_of, trimmed
from classifiers.evidence import Said, said_in
from classifiers.findings import Findings, findings_of
from classifiers.grammar import covered
from classifiers.grammar.grammar import Grammar
from classifiers.interplay import Sides, settled
from classifiers.language import detect_language
from classifiers.machine import opinion_of_machine
from classifiers.mood import mood_of
from classifiers.spotter import GRAVE, ORDERS, PENALTY, TAKES_BACK, THIRD_PARTY, Hits, spotter
from classifiers.topics import invoices_of_clauses
from classifiers.values.folding import folded
from classifiers.words import Word, words_of

VERSION = "rules/1"
LONGEST = 6000
"""Characters read of a reply; a longer one is no short answer to a reminder, and a person should see it."""

STRONG, WEAK, GUESS = 0.8, 0.35, 0.2
"""Confidence of one sure cue, of weak ones, and of "other" because nothing was recognised. Rough: near the
shares of right readings on mails seen for the first time; agreeing cues add a little, other labels take some away."""


@dataclass(frozen=True)
class _Read:
    """A reply after the search for cues: what the steps below share."""

    reply: Reply
    text: str
    findings: Findings
    words: tuple[Word, ...]
    clauses: tuple[Clause, ...]
    hits: Hits
    grammar: Grammar


class RulesClassifier:
    """Implements `bot.ports.Classifier` by rules; covers the languages that have a grammar file."""

    version = VERSION

    def language(self, text: str, hint: str = "") -> str:
        """ISO 639-1 code of the text's language; the hint decides when the text does not."""
        return detect_language(text, hint)

    def opinion(self, reply: Reply, language: str) -> Opinion:
        """What the reply says, with evidence; for machine mail the values of the notice."""
        if reply.kind is not Kind.HUMAN:
            return opinion_of_machine(reply, language, VERSION)
        if not reply.text.strip():
            return Opinion(unsure=True, why_unsure="no_cue")
        if language[:2] not in covered():
            return Opinion(unsure=True, why_unsure="other_language")
        return _opinion(_read(reply, language[:2]))


def _read(reply: Reply, language: str) -> _Read:
    text = reply.text[:LONGEST]
    spot = spotter(language)
    findings = findings_of(text, reply.received, language, reply.open_invoices)
    words = words_of(text, spot.grammar, findings.marks())
    clauses = clauses_of(text, words, spot.grammar)
    hits = spot.spot(words, frozenset(clause.first for clause in clauses))
    return _Read(reply, text, findings, words, clauses, hits, spot.grammar)


def _opinion(read: _Read) -> Opinion:
    spoken = said_in(
        spotter(read.findings.language), read.hits, read.clauses, mood_of(read.words, read.grammar, read.hits)
    )
    ordered = {one.clause for one in spoken if one.label == ORDERS}
    heard = _believed(read, tuple(one for one in spoken if one.clause not in ordered))
    said = settled(heard, _sides(read, heard))
    why = _why_unsure(read, said, bool(ordered))
    readings = _readings(read, said)
    if not readings:
        whole = trimmed(read.text, 0, len(read.text))
        readings = (Reading("other", evidence=whole.split("\n")[0], confidence=GUESS, by=VERSION),)
    elif not why and _contradict(readings):
        why = "conflict"
    return Opinion(readings, unsure=bool(why), why_unsure=why)


def _clauses_with(read: _Read, name: str) -> frozenset[int]:
    places = read.hits.get(name, ())
    return frozenset(
        n for n, clause in enumerate(read.clauses) if any(clause.first <= start < clause.last for start, _ in places)
    )


def _believed(read: _Read, said: tuple[Said, ...]) -> tuple[Said, ...]:
    """Without what was declined in the same breath, and without other firms' insolvencies (unless a lawyer writes)."""
    declined = _clauses_with(read, TAKES_BACK)
    declined |= {n - 1 for n in declined if n and read.clauses[n - 1].sentence >= read.clauses[n].sentence - 1}
    lawyer = any(one.label == "legal_representation" for one in said)
    others = frozenset() if lawyer else _clauses_with(read, THIRD_PARTY)
    return tuple(
        one
        for one in said
        if not (one.label == "payment_plan" and one.clause in declined)
        and not (one.label == "insolvency" and one.clause in others)
    )


def _sides(read: _Read, said: tuple[Said, ...]) -> Sides:
    def naming(*names: str) -> frozenset[int]:
        return frozenset(
            n for n, c in enumerate(read.clauses) if any(w.norm in names for w in read.words[c.first : c.last])
        )

    future = naming("FUTURE")
    dated = future | naming("SOMEDAY", "TODAY")
    promised = any(one.label == "promise_to_pay" and one.clause in dated for one in said)
    return Sides(naming("PAST"), _clauses_with(read, GRAVE), _clauses_with(read, PENALTY), promised)


def _why_unsure(read: _Read, said: Sequence[Said], ordered: bool) -> str:
    if len(read.reply.text) > LONGEST:
        return "too_long"
    if ordered:
        return "hostile_instructions"
    if not said:
        return "" if _only_courtesy(read) else "no_cue"
    return "weak" if all(one.weak for one in said) else ""


def _only_courtesy(read: _Read) -> bool:
    polite = frozenset(folded(read.grammar.courtesy).split("/"))
    said = [word for word in re.findall(r"[a-z]+", folded(read.text)) if word not in polite]
    return len(said) <= 2 and len(read.text) < 200


def _readings(read: _Read, said: tuple[Said, ...]) -> tuple[Reading, ...]:
    topics = invoices_of_clauses(read.findings, read.clauses, frozenset(one.clause for one in said))
    groups: dict[tuple[str, tuple[str, ...]], list[Said]] = {}
    for one in said:
        named = topics[one.clause]
        same = [key for key in groups if key[0] == one.label and (not named or not key[1] or key[1] == named)]
        if same and named and not same[-1][1]:
            groups[(one.label, named)] = [*groups.pop(same[-1]), one]
        else:
            groups.setdefault(same[-1] if same else (one.label, named), []).append(one)
    return tuple(_reading(read, label, named, group, said) for (label, named), group in groups.items())


def _reading(read: _Read, label: str, named: tuple[str, ...], group: Sequence[Said], said: Sequence[Said]) -> Reading:
    core = sorted({one.clause for one in group})
    taken = {one.clause for one in said} - set(core)
    around = _around(read.clauses, core, taken)
    spans = tuple((read.clauses[n].start, read.clauses[n].end) for n in around)
    scope = Scope(read.findings, tuple((read.clauses[n].start, read.clauses[n].end) for n in core), spans)
    return Reading(label, named, values_for(label, scope), _evidence(read, group), _confidence(group, said), VERSION)


def _around(clauses: Sequence[Clause], core: Sequence[int], taken: set[int]) -> list[int]:
    """The clauses of a reading and those behind and before them that say nothing of their own."""
    found = set(core)
    for n in core:
        for step, most in ((1, 3), (-1, 1)):
            at, left = n + step, most
            while 0 <= at < len(clauses) and left and at not in taken:
                if step < 0 and clauses[at].sentence < clauses[n].sentence - 1:
                    break
                found.add(at)
                at, left = at + step, left - 1
    return sorted(found)


def _evidence(read: _Read, group: Sequence[Said]) -> str:
    """The clause with most cues, from the first of the strong ones."""
    best = max(group, key=lambda one: (not one.weak, len(one.cues), -one.clause))
    clause = read.clauses[best.clause]
    return trimmed(read.text, clause.start, clause.end)


def _confidence(group: Sequence[Said], said: Sequence[Said]) -> float:
    if all(one.weak for one in group):
        return WEAK
    cues = len(frozenset().union(*(one.cues for one in group)))
    beside = {one.label for one in said if one.clause in {g.clause for g in group}} - {group[0].label}
    return round(min(0.95, STRONG + 0.05 * min(cues - 1, 3) - 0.1 * len(beside)), 2)


_OPPOSED = (
    {"paid", "promise_to_pay"}, {"paid", "payment_plan"}, {"paid", "dispute"}, {"paid", "refusal"},
    {"promise_to_pay", "refusal"},
    {"promise_to_pay", "dispute"},
)  # fmt: skip


def _contradict(readings: Sequence[Reading]) -> bool:
    """Do two readings say opposite things about the same invoice, and no amount or penalty parts them?"""
    for n, one in enumerate(readings):
        for other in readings[n + 1 :]:
            if {one.label, other.label} in _OPPOSED and _same_matter(one, other):
                return True
    return False


def _same_matter(one: Reading, other: Reading) -> bool:
    if one.invoices and other.invoices and not set(one.invoices) & set(other.invoices):
        return False
    parted = {"paid_amount", "promise_amount", "disputed_amount", "instalment_amount"}
    if parted & set(one.values) or parted & set(other.values):
        return False
    return "penalty" not in (one.values.get("reason"), other.values.get("reason"))

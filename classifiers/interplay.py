"""What stands when several labels speak: within one clause, and in the mail as a whole (label guide, rules 2-11)."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from classifiers.evidence import Said

GRAVE = "grave"
"""Illness, death or disaster: told beside a plan request it stays (rule 9)."""


@dataclass(frozen=True)
class Sides:
    """What must be known beside the cues. By clause: does it name a passed day, a grave event, a fee?"""

    past: frozenset[int]
    grave: frozenset[int]
    penalty: frozenset[int]
    promised_day: bool = False


STRONGER: dict[str, frozenset[str]] = {
    "insolvency": frozenset({"hardship", "payment_plan", "refusal", "wrong_contact", "promise_to_pay",
    "document_request",
                             "acknowledgement", "legal_representation", "privacy_request"}),
    "bank_change": frozenset({"document_request", "dispute", "wrong_contact", "acknowledgement"}),
    "legal_representation": frozenset({"wrong_contact", "acknowledgement", "refusal", "document_request"}),
    "privacy_request": frozenset({"document_request", "wrong_contact", "dispute", "refusal", "acknowledgement"}),
    "hardship": frozenset({"refusal", "acknowledgement"}),
    "dispute": frozenset({"document_request", "promise_to_pay", "refusal", "acknowledgement", "payment_plan"}),
    "paid": frozenset({"acknowledgement", "wrong_contact"}),
    "payment_plan": frozenset({"promise_to_pay", "hardship", "acknowledgement", "refusal"}),
    "promise_to_pay": frozenset({"acknowledgement", "wrong_contact", "hardship", "refusal"}),
    "document_request": frozenset({"acknowledgement", "wrong_contact"}),
    "wrong_contact": frozenset({"acknowledgement"}),
    "refusal": frozenset({"acknowledgement"}),
}  # fmt: skip
"""Within one clause: label → those that only seem to be there beside it."""

OVER_ALL: dict[str, frozenset[str]] = {
    "insolvency": frozenset(
        {"hardship", "payment_plan", "refusal", "promise_to_pay", "document_request", "wrong_contact"}
    ),
    "legal_representation": frozenset({"wrong_contact", "refusal"}),
    "dispute": frozenset({"refusal"}),
    "hardship": frozenset({"refusal"}),
    "payment_plan": frozenset({"promise_to_pay", "refusal"}),
    "paid": frozenset({"refusal"}),
    "privacy_request": frozenset({"refusal"}),
}
"""In the whole mail."""

LIKELY = (
    "dispute", "promise_to_pay", "document_request", "paid", "payment_plan", "wrong_contact", "bank_change",
    "insolvency",
    "legal_representation", "privacy_request", "hardship", "refusal", "acknowledgement", "other",
)  # fmt: skip
"""Which label to believe when weak cues are equal in number: the more frequent and the more cautious first."""

LIKELY = (
    "dispute", "promise_to_pay", "document_request", "paid", "payment_plan", "wrong_contact", "bank_change",
    "insolvency",
    "legal_representation", "privacy_request", "hardship", "refusal", "acknowledgement", "other",
)  # fmt: skip
"""Which label to believe when weak cues are equal in number: the more frequent and the more cautious first."""

LEAST = ("acknowledgement", "other")
"""Labels that stand only where nothing else does."""


def settled(said: Sequence[Said], sides: Sides) -> tuple[Said, ...]:
    """What stands of all that was said."""
    found = tuple(said)
    for rule in RULES:
        found = rule(found, sides)
    return found


def _in_clause(said: tuple[Said, ...], sides: Sides) -> tuple[Said, ...]:
    kept = []
    for one in said:
        beside = [other for other in said if other.clause == one.clause and other.label != one.label]
        if not any(one.label in STRONGER.get(other.label, ()) and other.weak <= one.weak for other in beside):
            kept.append(one)
    return tuple(kept)


def _paid_or_promised(said: tuple[Said, ...], sides: Sides) -> tuple[Said, ...]:
    """In one clause the day decides; without one, what is done outweighs what is to come."""
    both = {a.clause for a in said if a.label == "paid"} & {b.clause for b in said if b.label == "promise_to_pay"}
    drop = set()
    for clause in both:
        paid, promised = (
            next(a for a in said if a.clause == clause and a.label == n) for n in ("paid", "promise_to_pay")
        )
        drop.add((clause, "paid" if _still_to_come(paid, promised, clause, sides) else "promise_to_pay"))
    return tuple(one for one in said if (one.clause, one.label) not in drop)


def _still_to_come(paid: Said, promised: Said, clause: int, sides: Sides) -> bool:
    """Does the clause promise rather than report? Words outweigh days: "Monday" may be the last or the next."""
    if paid.weak != promised.weak:
        return paid.weak
    done = any("PAST" not in cue for cue in paid.cues) and not paid.weak
    to_come = any("FUTURE" not in cue for cue in promised.cues) and not promised.weak
    if done != to_come:
        return to_come
    return clause not in sides.past


def _over_all(said: tuple[Said, ...], sides: Sides) -> tuple[Said, ...]:
    labels = {one.label for one in said if not one.weak}
    gone = frozenset().union(*(OVER_ALL.get(label, frozenset()) for label in labels))
    return tuple(one for one in said if one.label not in gone)


def _hardship_beside_plan(said: tuple[Said, ...], sides: Sides) -> tuple[Said, ...]:
    """Rule 9: hardship beside a plan only when it is grave; beside a promise only when that has a day."""
    labels = {one.label for one in said}
    softened = "payment_plan" in labels or ("promise_to_pay" in labels and not sides.promised_day)
    if not softened:
        return said
    return tuple(one for one in said if one.label != "hardship" or one.clause in sides.grave)


def _refused_penalty(said: tuple[Said, ...], sides: Sides) -> tuple[Said, ...]:
    """Rule 2: who will not pay a penalty contests it."""
    return tuple(
        Said("dispute", one.clause, one.cues, one.weak, one.words)
        if one.label == "refusal" and one.clause in sides.penalty
        else one
        for one in said
    )


LISTS, PORTALS = ("list", "fichier", "stop"), ("portal", "portail", "chorus", "plateforme")
NOTHING_OWED = ("dois", "owe", "redevable", "étonné", "comprends")
"""What somebody who has paid also says."""


def _about(one: Said, words: tuple[str, ...]) -> bool:
    return all(any(word in cue for word in words) for cue in one.cues)


def _only_manners(said: tuple[Said, ...], sides: Sides) -> tuple[Said, ...]:
    """Who has left and wants off the list is a wrong contact; a rejected invoice to upload again is one dispute."""
    labels = {one.label for one in said}
    gone = set()
    if "wrong_contact" in labels:
        gone |= {one for one in said if one.label == "privacy_request" and _about(one, LISTS)}
    if "dispute" in labels:
        gone |= {one for one in said if one.label == "document_request" and _about(one, PORTALS)}
    if "paid" in labels:
        gone |= {one for one in said if one.label == "dispute" and _about(one, NOTHING_OWED)}
    return tuple(one for one in said if one not in gone)


def _weak_beside_strong(said: tuple[Said, ...], sides: Sides) -> tuple[Said, ...]:
    """A weak cue counts only where no strong one spoke; of weak ones the label with most of them stands alone."""
    if any(not one.weak for one in said):
        return tuple(one for one in said if not one.weak)
    cues = Counter(one.label for one in said for _ in one.cues)
    best = max(cues, key=lambda label: (cues[label], -LIKELY.index(label))) if cues else ""
    return tuple(one for one in said if one.label == best)


def _least_last(said: tuple[Said, ...], sides: Sides) -> tuple[Said, ...]:
    found = said
    for label in reversed(LEAST):
        rest = tuple(one for one in found if one.label != label)
        found = rest or found
    return found


RULES: Sequence[Callable[[tuple[Said, ...], Sides], tuple[Said, ...]]] = (
    _refused_penalty,
    _paid_or_promised,
    _in_clause,
    _over_all,
    _hardship_beside_plan,
    _only_manners,
    _weak_beside_strong,
    _least_last,
)
"""In this order."""

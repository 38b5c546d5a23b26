"""Gives a reading its values: only those that stand in its own clauses (label guide, rule 7)."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.core.labels import Value
from classifiers.choices import chosen, documents_in
from classifiers.findings import Findings
from classifiers.values.folding import folded
from classifiers.values.found import FoundAmount, FoundDate, FoundText, Span
from classifiers.values.plans import find_plan

_AT_ONCE = re.compile(r"\b(?:right now|now|right away|immediately|straight away|maintenant|de suite|immediatement)\b")
_BILLED = re.compile(r"(?:factur(?:e|ez|es|iez|ees?)|invoiced|billed|charged|compte[sz]?)(?: us| me| pour| a| at)? *$")

T = TypeVar("T", FoundDate, FoundAmount, FoundText)


@dataclass(frozen=True)
class Scope:
    """The stretches of text that belong to one reading: `core` its clauses, `spans` these and what goes with them."""

    findings: Findings
    core: tuple[Span, ...]
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The words of the clauses with what goes with them."""
        return " ".join(self.findings.text[a:b] for a, b in self.spans)

    def dates(self, found: Sequence[FoundDate]) -> list[FoundDate]:
        """Dates in scope, those of the core clauses first."""
        return self._near_first(list(found))

    def amounts(self) -> list[FoundAmount]:
        """Amounts in scope, those of the core clauses first."""
        return self._near_first(list(self.findings.amounts))

    def texts(self, found: Sequence[FoundText]) -> list[str]:
        """Values in scope, those of the core clauses first."""
        return [f.value for f in self._near_first(list(found))]

    def _near_first(self, found: list[T]) -> list[T]:
        inside = [f for f in found if _in(f.span, self.spans)]
        return sorted(inside, key=lambda f: not _in(f.span, self.core))


def _in(span: Span, spans: Sequence[Span]) -> bool:
    return any(a <= span[0] < b for a, b in spans)


Values = dict[str, Value]


def values_for(label: str, scope: Scope) -> Mapping[str, Value]:
    """The values of a reading; a label without any gives none."""
    read = _READERS.get(label)
    return read(scope) if read else {}


def _paid(scope: Scope) -> Values:
    values: Values = {}
    done = [
        d for d in scope.dates(scope.findings.past) if d.day <= scope.findings.received and d.granularity != "month"
    ]
    if done:
        values["paid_date"] = done[0].day.isoformat()
    if amounts := scope.amounts():
        values["paid_amount"] = str(amounts[0].amount)
    if references := scope.texts(scope.findings.references):
        values["paid_ref"] = references[0]
    if methods := scope.texts(scope.findings.methods):
        values["method"] = methods[0]
    return values


def _promise(scope: Scope) -> Values:
    values: Values = {}
    received = scope.findings.received
    coming = [d for d in scope.dates(scope.findings.future) if d.day >= received]
    coming.sort(key=lambda d: (not _in(d.span, scope.core), d.day == received))
    if coming:
        values["promise_date"] = coming[0].day.isoformat()
    elif _AT_ONCE.search(folded(scope.text)):
        values["promise_date"] = received.isoformat()
    values["fuzzy"] = coming[0].fuzzy if coming else "promise_date" not in values
    if amounts := scope.amounts():
        values["promise_amount"] = str(amounts[0].amount)
    return values


def _plan(scope: Scope) -> Values:
    values: Values = {}
    plan = find_plan(scope.text, scope.findings.language)
    if plan and plan.instalments:
        values["instalments"] = plan.instalments
    if plan and plan.amount is not None:
        values["instalment_amount"] = str(plan.amount)
    if plan and plan.frequency:
        values["frequency"] = plan.frequency
    coming = [d for d in scope.dates(scope.findings.future) if d.day >= scope.findings.received]
    if coming and plan:
        values["first_date"] = min(d.day for d in coming).isoformat()
    elif coming:
        values["deferral_until"] = coming[-1].day.isoformat()
    return values


def _dispute(scope: Scope) -> Values:
    core = Scope(scope.findings, scope.core, scope.core)
    reason = chosen("reason", core.text)
    values: Values = {"reason": reason if reason != "other" else chosen("reason", scope.text)}
    amounts = core.amounts()
    if amounts and values["reason"] in ("price", "penalty", "credit_note_due"):
        values["disputed_amount"] = str(_billed(core, amounts).amount)
    return values


def _billed(scope: Scope, amounts: Sequence[FoundAmount]) -> FoundAmount:
    """The amount behind "you invoiced", when one is; else the first."""
    text = folded(scope.findings.text)
    behind = (a for a in amounts if _BILLED.search(text, max(0, a.span[0] - 25), a.span[0]))
    return next(behind, amounts[0])


def _documents(scope: Scope) -> Values:
    core = Scope(scope.findings, scope.core, scope.core)
    return {"documents": documents_in(core.text)}


def _contact(scope: Scope, prefix: str = "contact_") -> Values:
    values: Values = {}
    found = scope.findings.contacts
    for contact in [c for c in found if _in(c.span, scope.spans)] or list(found):
        for name, value in (("name", contact.name), ("email", contact.email), ("phone", contact.phone)):
            if value:
                values.setdefault(prefix + name, value)
    return values


def _lawyer(scope: Scope) -> Values:
    return {name: value for name, value in _contact(scope).items() if name != "contact_phone"}


def _insolvency(scope: Scope) -> Values:
    values: Values = {"proceeding": chosen("proceeding", scope.text)}
    past = [d for d in scope.findings.past if d.day <= scope.findings.received and _in(d.span, scope.spans)]
    if past:
        values["judgment_date"] = past[0].day.isoformat()
    officers = [c.name for c in scope.findings.contacts if c.name]
    if officers:
        values["officer"] = officers[0]
    return values


def _privacy(scope: Scope) -> Values:
    return {"right": chosen("right", scope.text)}


def _bank(scope: Scope) -> Values:
    ibans = scope.findings.ibans
    return {"iban": ibans[0].value.replace(" ", "")} if ibans else {}


_READERS: Mapping[str, Callable[[Scope], Values]] = {
    "paid": _paid,
    "promise_to_pay": _promise,
    "payment_plan": _plan,
    "dispute": _dispute,
    "document_request": _documents,
    "wrong_contact": _contact,
    "legal_representation": _lawyer,
    "insolvency": _insolvency,
    "privacy_request": _privacy,
    "bank_change": _bank,
}

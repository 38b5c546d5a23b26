"""Which invoices each clause is about: those it names, or those that the words just before it named."""

from collections.abc import Sequence

from classifiers.clauses import Clause
from classifiers.findings import Findings, within


def invoices_of_clauses(
    findings: Findings, clauses: Sequence[Clause], speaking: frozenset[int]
) -> tuple[tuple[str, ...], ...]:
    """For each clause its invoices. `speaking`: the clauses that say something.

    A clause that names none takes those of the clause before it in the same sentence, or of a clause before it that
    said nothing itself ("About F-12:"). A mail that names only one thing is about that thing throughout.
    """
    found: list[tuple[str, ...]] = []
    every = tuple(dict.fromkeys(f.number for f in findings.invoices))
    named_in = [n for n, clause in enumerate(clauses) if _named(findings, clause)]
    for n, clause in enumerate(clauses):
        named = _named(findings, clause)
        if not named and len(named_in) == 1:
            named = every
        elif not named and n and (clauses[n - 1].sentence == clause.sentence or n - 1 not in speaking):
            named = found[n - 1]
        found.append(named)
    return tuple(found)


def _named(findings: Findings, clause: Clause) -> tuple[str, ...]:
    inside = within(findings.invoices, ((clause.start, clause.end),))
    return tuple(dict.fromkeys(f.number for f in inside))

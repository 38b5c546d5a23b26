"""All values that a reply names, with their places: placeholders to the cues, values to the readings."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.core.labels import OpenInvoice
from classifiers.values.amounts import find_amounts
from classifiers.values.contacts import FoundContact, find_contacts, find_emails, find_phones
from classifiers.values.dates import find_dates
from classifiers.values.folding import folded
from classifiers.values.found import FoundAmount, FoundDate, FoundInvoice, FoundText, Span
from classifiers.values.iban import find_ibans
from classifiers.values.invoices import find_invoices, unknown_references
from classifiers.values.references import find_methods, find_references
from classifiers.words import Mark

RECENT = 45
"""Days back to which "the 12th" or "Monday" may reach when the verb tells of something done."""

_DATES_SOMETHING = re.compile(
    r"(?:factures?|echeances?|e?mails?|courriers?|relances?|commandes?|devis|livraisons?|contrat|rappel|invoices?|bills?|letter"
    r"|orders?|statement|reminder|note|bl|intervention|prestations?|delivery|dated|datee?s?)"
    r"(?:\s+(?:n\S{0,2}\s+)?\S*\d\S*)?(?:\s+(?:initiale?|recue?|signee?))?"
    r"\s*(?:(?:en date )?(?:du|de|des|of|from|dated)(?:\s+(?:the|on))?\s*|d')+$"
)


@dataclass(frozen=True)
class Findings:
    """What a text names. `dates` as they are without knowing the tense; `past`, `future` read with it."""

    text: str
    received: date
    language: str
    open_invoices: tuple[OpenInvoice, ...]
    dates: tuple[FoundDate, ...]
    amounts: tuple[FoundAmount, ...]
    invoices: tuple[FoundInvoice, ...]
    unknown: tuple[FoundText, ...]
    emails: tuple[FoundText, ...]
    phones: tuple[FoundText, ...]
    ibans: tuple[FoundText, ...]

    @cached_property
    def past(self) -> tuple[FoundDate, ...]:
        """The dates, read as days of something done."""
        return self._read("past")

    @cached_property
    def future(self) -> tuple[FoundDate, ...]:
        """The dates, read as days of something to come."""
        return self._read("future")

    @cached_property
    def references(self) -> tuple[FoundText, ...]:
        """References of payments."""
        return find_references(self.text, self.language, self.open_invoices)

    @cached_property
    def methods(self) -> tuple[FoundText, ...]:
        """Means of payment."""
        return find_methods(self.text, self.language)

    @cached_property
    def contacts(self) -> tuple[FoundContact, ...]:
        """People to write to."""
        return find_contacts(self.text, self.language)

    def _read(self, direction: str) -> tuple[FoundDate, ...]:
        found = find_dates(self.text, self.received, self.language, direction)
        return tuple(d for d in found if not dates_something(self.text, d.span))

    def marks(self) -> tuple[Mark, ...]:
        """Placeholders for the words, sorted, without overlaps: the longer value wins."""
        named = [
            *_as(self.ibans, "IBAN"),
            *_as(self.emails, "EMAIL"),
            *_as((i for i in self.invoices if i.how in ("number", "partial")), "INVOICE"),
            *_as(self.unknown, "INVOICE"),
            *(Mark(*d.span, self._when(d)) for d in self.dates),
            *_as(self.phones, "PHONE"),
            *_as(self.amounts, "AMOUNT"),
        ]
        kept: list[Mark] = []
        for mark in named:
            if all(mark.end <= other.start or mark.start >= other.end for other in kept):
                kept.append(mark)
        return tuple(sorted(kept, key=lambda mark: mark.start))

    def _when(self, found: FoundDate) -> str:
        if dates_something(self.text, found.span):
            return "DATED"
        if found.start <= self.received <= found.end and found.granularity == "day":
            return "TODAY"
        if found.span in self._either_way:
            return "SOMEDAY"
        return "PAST" if found.day < self.received else "FUTURE"

    @cached_property
    def _either_way(self) -> frozenset[Span]:
        """Places of coming days that may have been as well: "Monday", "the 12th"."""
        ahead = {d.span for d in self.dates if d.day > self.received}
        if not ahead:
            return frozenset()
        return frozenset(d.span for d in self.past if d.span in ahead and 0 < (self.received - d.day).days <= RECENT)


def _as(found: Iterable[FoundInvoice | FoundText | FoundAmount], name: str) -> list[Mark]:
    return [Mark(f.span[0], f.span[1], name) for f in found]


def dates_something(text: str, span: Span) -> bool:
    """Is the day that of an invoice, letter or order ("votre facture du 3 mars"), not of a payment?"""
    if not any(char.isdigit() for char in text[span[0] : span[1]]):
        return False
    before = folded(text[max(0, span[0] - 45) : span[0]])
    return bool(_DATES_SOMETHING.search(before))


def findings_of(text: str, received: date, language: str, open_invoices: Sequence[OpenInvoice]) -> Findings:
    """Everything that the text names; what is seldom needed is looked for on demand."""
    return Findings(
        text,
        received,
        language,
        tuple(open_invoices),
        find_dates(text, received, language),
        find_amounts(text, language),
        find_invoices(text, open_invoices, language),
        unknown_references(text, open_invoices, language),
        find_emails(text),
        find_phones(text),
        find_ibans(text),
    )


def within(found: Sequence[FoundInvoice], spans: Sequence[Span]) -> tuple[FoundInvoice, ...]:
    """Those that stand in one of the stretches."""
    return tuple(f for f in found if any(a <= f.span[0] < b for a, b in spans))

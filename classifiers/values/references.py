"""Finds how a client says he has paid: the means of payment and the reference of the payment."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.core.labels import OpenInvoice
from classifiers.languages import language as words_of
from classifiers.languages.vocabulary import listed
from classifiers.values.folding import folded
from classifiers.values.found import FoundText
from classifiers.values.invoices import find_invoices
from classifiers.values.masking import masked

METHODS = ("direct_debit", "cheque", "card", "transfer", "cash")
_REFERENCE = re.compile(
    r"(?:(?P<head>[A-Z]{2,6}(?:-[A-Z]{2,6})?) )?(?P<code>(?=[\w/.-]*\d)[A-Za-z0-9](?:[\w/.-]*[A-Za-z0-9])?)"
)
SHORTEST, LONGEST = 4, 40
_ORDERS = (
    "po",
    "purchase",
    "commande",
    "bestellung",
    "pedido",
    "ordine",
    "bestelling",
    "encomenda",
    "engagement",
    "devis",
    "case",
)


@lru_cache(maxsize=8)
def _method_words(code: str) -> re.Pattern[str]:
    methods = words_of(code).methods
    groups = []
    for method in METHODS:
        words = sorted((re.escape(folded(w)) for w in listed(methods.get(method, ""))), key=len, reverse=True)
        if words:
            groups.append(rf"(?P<{method}>{'|'.join(words)})")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(groups)})(?![\w-])")


def find_methods(text: str, language: str) -> tuple[FoundText, ...]:
    """The means of payment that a text names: transfer, cheque, card, direct_debit, cash; in the order of the text."""
    matches = _method_words(language).finditer(folded(text))
    return tuple(FoundText(m.lastgroup or "", m.span()) for m in matches)


@lru_cache(maxsize=8)
def _cues(code: str) -> re.Pattern[str]:
    """A word that announces a reference, and the marks between it and the reference."""
    words = words_of(code)
    cues = sorted((re.escape(folded(c)) for c in listed(words.reference_cues)), key=len, reverse=True)
    means = [re.escape(folded(w)) for m in ("cheque", "transfer") for w in listed(words.methods.get(m, ""))]
    numbered = rf"\b(?:{'|'.join(sorted(means, key=len, reverse=True))})\ (?=[a-z]{{0,8}}-?[a-z]*\d{{3,}})"
    signs, spoken = [c for c in cues if not c[0].isalpha()], [c for c in cues if c[0].isalpha()]
    joined = rf"(?:\b(?:{'|'.join(spoken)})|{'|'.join(signs) or '#'})"
    return re.compile(
        rf"(?:{joined}(?![a-z])(?:[ .:#°]|n[o°]?\b|bancaire\b|no\b|is\b|est\b|du virement\b|paiement\b)*|{numbered})"
    )


def find_references(text: str, language: str, open_invoices: Sequence[OpenInvoice] = ()) -> tuple[FoundText, ...]:
    """References of payments ("réf VIR-123", "chèque n° 0045871", "trace no. 0910…"), as written, in the order of
    the text.

    Invoice and order numbers, sums, dates, addresses and telephone numbers are none.
    """
    invoices = [f.span for f in find_invoices(text, open_invoices, language) if f.how in ("number", "partial")]
    rest, found = masked(text, invoices), []
    for cue in _cues(language).finditer(folded(rest)):
        match = _REFERENCE.match(rest, cue.end())
        if match and SHORTEST <= len(match.group()) <= LONGEST and not _is_invoice(rest, cue, language):
            found.append(FoundText(match.group(), match.span()))
    distinct = {f.span[1]: f for f in reversed(found)}
    return tuple(sorted(distinct.values(), key=lambda f: f.span))


def _is_invoice(text: str, cue: re.Match[str], code: str) -> bool:
    """Does the cue belong to an invoice or an order ("facture n° 118", "PO number 4500")?"""
    near = re.findall(r"[a-z]+", folded(text[max(0, cue.start() - 25) : cue.end()]))[-3:]
    invoice_words = {folded(w) for w in listed(words_of(code).invoice_words)}
    return bool(near) and any(word in invoice_words or word in _ORDERS for word in near)

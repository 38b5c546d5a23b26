"""Invoices that are pointed at without a number: "la facture de février", "the oldest one", "les deux"."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import lru_cache

from bot.core.labels import OpenInvoice
from classifiers.languages import language as words_of
from classifiers.languages.vocabulary import listed
from classifiers.values.folding import folded
from classifiers.values.found import FoundInvoice

USUAL_TERM = timedelta(days=30)
"""An invoice is taken to be issued so long before it is due when only its due date is known."""
KINDS = ("first", "last", "other", "both", "all")


def _alternatives(phrases: Sequence[str]) -> str:
    return "|".join(sorted((re.escape(folded(p)) for p in phrases), key=len, reverse=True))


@lru_cache(maxsize=8)
def _months(code: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """An invoice word with a month's name close behind it."""
    words = words_of(code)
    numbers = {folded(name): n for n, names in enumerate(words.months, 1) for name in listed(names)}
    invoice, month = _alternatives(listed(words.invoice_words)), _alternatives(tuple(numbers))
    behind = rf"\b(?:{invoice})s?\ (?:[a-z']{{1,9}}\ ?){{0,2}}?(?P<m>{month})\b(?!\ ?\d)(?:\ (?P<y>20\d\d))?"
    before = rf"\b(?P<m2>{month})(?:'s)?\ (?:{invoice})\b"
    return re.compile(f"{behind}|{before}"), numbers


def by_month(plain: str, invoices: Sequence[OpenInvoice], code: str) -> Iterator[FoundInvoice]:
    """The one open invoice that is due in the month named, else the one that was probably issued in it."""
    pattern, numbers = _months(code)
    for match in pattern.finditer(plain):
        month, year = numbers[match.group("m") or match.group("m2")], match.group("y")
        dated = [i for i in invoices if i.due]
        due = [i for i in dated if i.due and i.due.month == month and (not year or str(i.due.year) == year)]
        issued = [i for i in dated if i.due and (i.due - USUAL_TERM).month == month]
        either = {i.number for i in (*due, *issued)}
        if len(either) == 1 or len(due) == 1:
            yield FoundInvoice(due[0].number if due else issued[0].number, match.span(), "month")


@lru_cache(maxsize=8)
def _positions(code: str) -> re.Pattern[str]:
    positions = words_of(code).positions
    groups = "|".join(rf"(?P<{k}>{_alternatives(listed(positions[k]))})" for k in KINDS if positions.get(k))
    return re.compile(rf"\b(?:{groups})\b(?:\ (?P<next>[a-z]+))?")


def _counts_something_else(match: re.Match[str], code: str) -> bool:
    """ "La première relance", "both parties": a noun behind the phrase that is no invoice."""
    words, follower = words_of(code), match.group("next")
    known = {
        folded(w)
        for w in (*listed(words.stop_words), *listed(words.invoice_words), *listed(words.positions.get("then", "")))
    }
    return follower is not None and follower not in known


def by_position(plain: str, invoices: Sequence[OpenInvoice], code: str, named: Sequence[str]) -> Iterator[FoundInvoice]:
    """What "the oldest one", "the other one", "both", "all" mean among several open invoices, the oldest due first.

    `named` are the numbers the text names otherwise: "the other one" is what is left, "all but" leaves them out.
    """
    ordered = [i.number for i in sorted(invoices, key=lambda i: (i.due is None, i.due, i.number))]
    if len(ordered) < 2:
        return
    for match in _positions(code).finditer(plain):
        if not _counts_something_else(match, code):
            yield from (FoundInvoice(n, match.span(), "position") for n in _pointed(match, ordered, code, named, plain))


def _pointed(
    match: re.Match[str], ordered: Sequence[str], code: str, named: Sequence[str], plain: str
) -> Sequence[str]:
    kind = match.lastgroup if match.lastgroup != "next" else next(k for k in KINDS if match.group(k))
    left = [n for n in ordered if n not in named]
    if kind == "first":
        return ordered[:1]
    if kind == "last":
        second = {folded(w) for w in listed(words_of(code).ordinals[2])} | {"deuxieme"}
        return ordered[1:2] if second & set(re.findall(r"[a-z]+", match.group("last"))) else ordered[-1:]
    if kind == "other":
        return left if named else ()
    if kind == "both":
        return ordered if len(ordered) == 2 else ()
    but = _alternatives(listed(words_of(code).positions.get("but", "")))
    excepted = bool(but) and re.search(rf"\b(?:{but})\b", plain[match.end() :]) is not None
    return left if excepted else ordered

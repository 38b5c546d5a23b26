"""Finds which open invoices a text means: by number, even partial or misspelt, by amount, by month or by position."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.core.labels import OpenInvoice
from classifiers.languages import language as words_of
from classifiers.languages.vocabulary import listed
from classifiers.values.amounts import find_amounts
from classifiers.values.folding import folded
from classifiers.values.found import FoundInvoice, FoundText, Span
from classifiers.values.invoice_pointers import by_month, by_position
from classifiers.values.masking import masked

_GROUP = re.compile(r"[a-z]+|\d+")
_ZERO = "[0o]"
_BETWEEN = r"[ \-_/.°#:n]{0,2}"
_START, _STOP = r"(?<![a-z0-9])", r"(?![a-z0-9]|[.,/-]\d|[-/][a-z]\b)"
NUMBER_CUES = r"no|nr|num|numero|number|ref|n"
SHORTEST = 3
"""Digits a bare number needs to be taken for an invoice without a word that announces one."""


def _groups(number: str) -> list[str]:
    """Letters and digits of a number, a year at the head of a long run of digits apart: F20260118 → f, 2026, 0118."""
    groups: list[str] = []
    for group in _GROUP.findall(folded(number)):
        year = re.fullmatch(r"(20\d\d)(\d{2,})", group)
        groups += list(year.groups()) if year else [group]
    return groups


def _plain(text: str) -> str:
    """Folded, with the signs of "n°" and "nº" apart from the number behind them."""
    return folded(text.replace("°", "#").replace("º", "#"))


def _digits(group: str) -> str:
    """A pattern for a run of digits: leading zeros may be missing or doubled, a zero may be an O."""
    bare = group.lstrip("0") or "0"
    return f"{_ZERO}{{0,4}}" + bare.replace("0", _ZERO)


def _piece(group: str) -> str:
    return _digits(group) if group.isdigit() else re.escape(group).replace("o", _ZERO)


@lru_cache(maxsize=4096)
def _full(number: str) -> re.Pattern[str]:
    """The whole number, whatever separates its groups."""
    return re.compile(_START + _BETWEEN.join(_piece(g) for g in _groups(number)) + _STOP)


@lru_cache(maxsize=4096)
def _tails(number: str) -> tuple[re.Pattern[str], ...]:
    """Shorter and shorter ends of the number: without its letters, without its year, then the bare number."""
    groups = _groups(number)
    ends = [groups[n:] for n in range(1, len(groups)) if groups[n].isdigit()]
    return tuple(
        re.compile(r"(?<![a-z0-9/\-.,])" + _BETWEEN.join(_piece(g) for g in end) + _STOP)
        for end in [*ends, *([[groups[0], groups[-1]]] if len(groups) > 2 and groups[0].isalpha() else [])]
    )


@lru_cache(maxsize=8)
def _cue(code: str) -> re.Pattern[str]:
    """Words that announce an invoice number, up to a few other numbers before it ("factures 311, 315 et 318")."""
    words = "|".join(
        sorted((re.escape(folded(w)) for w in listed(words_of(code).invoice_words)), key=len, reverse=True)
    )
    listing = (
        r"(?:[\s:,;/&.#()-]|\b(?:et|and|und|y|e|en|les|la|the|number|num|numero|no|nr|nos|n|[a-z]{1,3}(?=[-\d]))\b|\d)*"
    )
    return re.compile(rf"(?:\b(?:{words})\b|\b(?:{NUMBER_CUES})(?=[\W\d])|#){listing}$")


def _announced(plain: str, at: int, code: str) -> bool:
    return _cue(code).search(plain, max(0, at - 60), at) is not None


def _fits(match: re.Match[str], plain: str, code: str) -> bool:
    """A bare number is an invoice's when it is announced, or long enough and nothing that is counted follows."""
    digits = re.sub(r"\D", "", match.group())
    if _announced(plain, match.start(), code):
        return True
    year_like = re.fullmatch(r"(?:19|20)\d\d", digits)
    counted = re.match(r"\s*[€$£%]|\s+[a-z]{2,}", plain[match.end() :])
    words = words_of(code)
    allowed = {folded(w) for w in (*listed(words.stop_words), *listed(words.positions.get("then", "")))}
    follower = counted and counted.group().strip() not in allowed
    return len(digits) >= SHORTEST and not year_like and not follower


def _by_number(plain: str, invoices: Sequence[OpenInvoice]) -> Iterator[FoundInvoice]:
    for invoice in invoices:
        if _groups(invoice.number):
            yield from (FoundInvoice(invoice.number, m.span(), "number") for m in _full(invoice.number).finditer(plain))


def _by_part(plain: str, invoices: Sequence[OpenInvoice], code: str) -> Iterator[FoundInvoice]:
    """Ends of numbers; one that several open invoices share names none of them."""
    claims: dict[Span, set[str]] = {}
    for invoice in invoices:
        for pattern in _tails(invoice.number):
            for match in pattern.finditer(plain):
                if _fits(match, plain, code):
                    claims.setdefault(match.span(), set()).add(invoice.number)
    for span, numbers in claims.items():
        longer = any(s != span and s[0] <= span[0] and span[1] <= s[1] for s in claims)
        if len(numbers) == 1 and not longer:
            yield FoundInvoice(next(iter(numbers)), span, "partial")


def _by_amount(text: str, invoices: Sequence[OpenInvoice], code: str) -> Iterator[FoundInvoice]:
    for amount in find_amounts(text, code):
        owed = [i for i in invoices if i.amount == amount.amount and amount.currency in ("", i.currency)]
        if len(owed) == 1:
            yield FoundInvoice(owed[0].number, amount.span, "amount")


def find_invoices(text: str, open_invoices: Sequence[OpenInvoice], language: str = "fr") -> tuple[FoundInvoice, ...]:
    """The open invoices that a text means, in the order of the text; the same one may be named more than once.

    A number may lack its prefix, year, zeros or separators, or hold an O for a zero; numbers that are part of a
    date, sum,
    telephone or account number never count. An amount, month ("la facture de février") or position ("the oldest one",
    "les deux", "the other one") counts only when it fits exactly one choice.
    """
    plain = _plain(masked(text))
    numbered = list(_by_number(_plain(text), open_invoices))
    rest = _plain(masked(text, [f.span for f in numbered]))
    found = numbered + list(_by_part(rest, open_invoices, language))
    found += _by_amount(text, open_invoices, language)
    named = tuple(dict.fromkeys(f.number for f in found))
    found += [*by_month(plain, open_invoices, language), *by_position(plain, open_invoices, language, named)]
    return tuple(sorted(dict.fromkeys(found), key=lambda f: (f.span, f.number)))


_LOOKS_LIKE = re.compile(
    r"(?<![A-Za-z0-9@.])(?:[A-Z]{1,5}[-_/]?\d{2,}(?:[-/_]\d+)*|(?:19|20)\d\d[-/_]\d{2,6}|\d{3,10})(?![A-Za-z0-9]|[.,]\d)"
)
_PREFIXED = re.compile(r"(?:F|FA|FAC|INV|RE|FT|FV|NF|FC)[-_/\d]")
"""What invoice numbers start with all over Europe."""


def unknown_references(text: str, open_invoices: Sequence[OpenInvoice], language: str = "fr") -> tuple[FoundText, ...]:
    """Numbers announced or shaped like an invoice's that belong to no open one: a paid invoice, or somebody else's."""
    rest = masked(text, [f.span for f in find_invoices(text, open_invoices, language)])
    plain = _plain(rest)

    def named(match: re.Match[str]) -> bool:
        at = match.start()
        announced = _announced(plain, at, language) and _invoice_word_near(plain, at, language)
        return announced or _PREFIXED.match(match.group()) is not None

    return tuple(FoundText(m.group(), m.span()) for m in _LOOKS_LIKE.finditer(rest) if named(m))


def _invoice_word_near(plain: str, at: int, code: str) -> bool:
    words = {folded(w) for w in listed(words_of(code).invoice_words)}
    return not words.isdisjoint(re.findall(r"[a-z]+", plain[max(0, at - 60) : at]))

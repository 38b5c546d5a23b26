"""Finds the sums of money that a text names, in the notations of Europe."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from classifiers.languages import LANGUAGES, language
from classifiers.languages.vocabulary import listed
from classifiers.values.folding import folded
from classifiers.values.found import FoundAmount
from classifiers.values.numerals import GROUPED, number, spelled, spelled_number

SYMBOLS = {
    "€": "EUR",
    "£": "GBP",
    "$": "USD",
    "us$": "USD",
    "us $": "USD",
    "a$": "AUD",
    "c$": "CAD",
    "¥": "JPY",
    "zl": "PLN",
    "€ur": "EUR",
}
ISO = (
    "eur usd gbp chf aud cad nzd jpy cny sek nok dkk isk pln czk huf ron bgn try brl mxn inr zar sgd hkd aed mad "
    "tnd xof xaf"
).split()
CENTS = r"(?:cents?|cts?|centimes?|centimos?|centesimi|centavos?|pence|eurocents?|rappen)"
_NOT_GLUED = r"(?<![\w/#])(?<![\d][.,])(?<!\w[-_])"
_FACTORS = {"k": 1000, "m": 1_000_000, "t": 1000, "mio": 1_000_000, "mln": 1_000_000}


def _either(words: set[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


@lru_cache(maxsize=8)
def _currencies(code: str) -> dict[str, str]:
    """Folded sign, code or word → ISO 4217 code; the words of the language, or of all when it is unknown."""
    table = SYMBOLS | {iso: iso.upper() for iso in ISO}
    for each in [code] if code in LANGUAGES else LANGUAGES:
        for iso, names in language(each).currencies.items():
            table |= {folded(name): iso for name in listed(names)}
    return table


@lru_cache(maxsize=8)
def _scales(code: str) -> dict[str, int]:
    table = dict(_FACTORS)
    for each in [code] if code in LANGUAGES else LANGUAGES:
        table |= {folded(w): n for n, names in language(each).scales.items() for w in listed(names) if n >= 1000}
    return table


@lru_cache(maxsize=8)
def _digits_pattern(code: str) -> re.Pattern[str]:
    """A number with a currency before or behind it, with an optional factor ("1,5 k€") and cents ("12€50")."""
    signs = set(_currencies(code))
    words = _either({s for s in signs if s[0].isalpha()})
    marks = _either({s for s in signs if not s[0].isalpha()} | {"us$", "us $"})
    currency = rf"(?:{marks}|\b(?:{words})\b\.?)"
    glued_currency = rf"(?:{marks}|(?:{words})\b\.?)"
    scale = rf"(?:\ ?(?P<{{0}}>{_either(set(_scales(code)))})(?=\b|[€$£]))?"
    minor = rf"\ (?:[a-z]{{1,3}}\ )?(?P<minor>\d{{1,2}})\ ?{CENTS}\b"
    cents = rf"(?:(?P<glued>\d\d)(?!\d)|{minor}|\ (?P<tail>\d\d)(?=\W*$))?"
    ahead = rf"(?<![\w])(?:{marks}|(?:{words})\.?)\ ?:?\ ?-?(?P<n1>{GROUPED})(?![\d])" + scale.format("s1")
    behind = rf"(?:{_NOT_GLUED}|(?<=\dx)|(?<=\d\ x))(?P<n2>{GROUPED})" + scale.format("s2")
    return re.compile(rf"(?:{ahead}(?:\ ?{currency})?|{behind}\ ?(?P<c2>{glued_currency}){cents})")


_BARE = re.compile(
    rf"{_NOT_GLUED}(?:\d{{1,3}}(?:[ .']\d{{3}}){{1,4}},\d\d|\d{{1,3}}(?:[ ,']\d{{3}}){{1,4}}\.\d\d"
    r"|\d{3,7}[.,]\d\d|\d{1,2},\d\d)"
    r"(?![\w%]|[.,/-]\d|\ ?%)"
)
"""Without a currency only what has cents and can be neither a day nor a version."""


@lru_cache(maxsize=8)
def _spelled_pattern(code: str) -> re.Pattern[str]:
    words = _either(set(spelled(code)))
    units = _either({s for s in _currencies(code) if s.isalpha() and len(s) > 2} | {"euro"})
    join = r"(?:[ -]+(?:et|and|y|e|und|en)(?=[ -]))?[ -]+"
    run = rf"(?:{words})(?:{join}(?:{words})){{0,11}}"
    minor = rf"(?:\ (?:et|and|e|y|con|und|en)?\ ?(?P<minor>{run}|\d{{1,2}})\ {CENTS}\b)?"
    return re.compile(rf"\b(?P<n>{run})\ (?:de\ )?(?P<c>{units})\b{minor}")


def find_amounts(text: str, language: str) -> tuple[FoundAmount, ...]:
    """Every sum of money in a text, in order: with its currency, or with cents and a form that only money has.

    Dates, telephone numbers, percentages, account numbers, invoice numbers and quantities are none of them.
    `language` (ISO 639-1) says which currency words to look for; an unknown one means all.
    """
    plain = folded(text)
    code = language[:2].lower()
    found = [*_in_digits(text, plain, code)]
    if not plain.isascii() or any(c.isalpha() for c in plain):
        found += [a for a in _in_words(text, plain, code) if not _overlaps(a, found)]
    found += [a for a in _bare(text, plain) if not _overlaps(a, found)]
    return tuple(sorted(found, key=lambda a: a.span))


def _overlaps(one: FoundAmount, others: list[FoundAmount]) -> bool:
    return any(one.span[0] < o.span[1] and o.span[0] < one.span[1] for o in others)


def _tidy(value: Decimal) -> Decimal:
    """Whole sums without decimals unless they were written, all others with two."""
    if value == value.to_integral_value() and value.as_tuple().exponent != -2:
        return value.quantize(Decimal(1))
    return value.quantize(Decimal("0.01"))


def _in_digits(text: str, plain: str, code: str) -> Iterator[FoundAmount]:
    currencies, scales = _currencies(code), _scales(code)
    for match in _digits_pattern(code).finditer(plain):
        ahead = match.group("n1") is not None
        value = number(match.group("n1") or match.group("n2"))
        factor = match.group("s1") or match.group("s2")
        value *= scales.get(factor, 1) if factor else 1
        cents = match.group("glued") or match.group("minor") or (None if ahead else match.group("tail"))
        if cents and value == value.to_integral_value():
            value += Decimal(cents) / 100
        sign = re.match(r"[^\d:-]+", match.group()) if ahead else None
        name = (sign.group() if sign else match.group("c2") or "").strip(" .")
        yield FoundAmount(_tidy(value), currencies.get(name, ""), match.span(), text[slice(*match.span())])


def _in_words(text: str, plain: str, code: str) -> Iterator[FoundAmount]:
    if code not in LANGUAGES:
        return
    for match in _spelled_pattern(code).finditer(plain):
        value = spelled_number(match.group("n"), code)
        minor = match.group("minor")
        cents = (Decimal(minor) if minor.isdigit() else spelled_number(minor, code)) if minor else None
        if value is not None:
            whole = value + (cents or Decimal(0)) / 100
            yield FoundAmount(
                _tidy(whole), _currencies(code)[match.group("c")], match.span(), text[slice(*match.span())]
            )


def _bare(text: str, plain: str) -> Iterator[FoundAmount]:
    for match in _BARE.finditer(plain):
        yield FoundAmount(number(match.group()), "", match.span(), text[slice(*match.span())])

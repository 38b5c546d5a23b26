"""Finds what a client proposes as instalments: how many, how much each, how often."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from classifiers.languages import language as words_of
from classifiers.languages.vocabulary import listed
from classifiers.values.amounts import find_amounts
from classifiers.values.folding import folded
from classifiers.values.found import FoundAmount, Span
from classifiers.values.numerals import GROUPED, number, spelled, spelled_number

FREQUENCIES = ("weekly", "monthly", "quarterly")
MOST = 120
"""Instalments above ten years of months are no plan but a misreading."""


@dataclass(frozen=True)
class FoundPlan:
    """Instalments that a text names. 0, None and "" stand for what it does not tell."""

    instalments: int
    amount: Decimal | None
    frequency: str
    span: Span


@lru_cache(maxsize=8)
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Counted parts ("4 monthly payments of 625"), multiples ("3 x 500"), spans of months ("sur six mois")."""
    words = words_of(code)
    count = rf"(?P<n>\d{{1,3}}|{_alternatives([w for w, (_, times) in spelled(code).items() if not times])})"
    parts = _alternatives([folded(p) for p in listed(words.parts)])
    of = rf"(?:\ (?:de|of|von|da|di|van|a|zu je|zu|je|per|x)\ (?:[€$£]\ ?)?(?P<each>{GROUPED}))?"
    counted = rf"\b{count}\ (?:[a-z]+\ ){{0,2}}?(?:{parts})\b{of}"
    multiple = rf"\b(?P<n>\d{{1,3}})\ ?[x×*]\ ?(?:[€$£]\ ?)?(?P<each>{GROUPED})"
    months = _alternatives([folded(u) for u in listed(words.units["month"])])
    over = r"(?:sur|over|for|pendant|durant|en|uber|durante|por|su|in|voor|gedurende|fur|per|auf|across)"
    spread = rf"\b{over}\ (?:the next\ |une periode de\ |a period of\ )?{count}\ (?:{months})\b"
    return re.compile(counted), re.compile(multiple), re.compile(spread)


def _alternatives(words: list[str]) -> str:
    return "|".join(sorted((re.escape(w) for w in words), key=lambda w: (-len(w), w)))


@lru_cache(maxsize=8)
def _frequency_words(code: str) -> re.Pattern[str]:
    groups = []
    for frequency in FREQUENCIES:
        words = [folded(w) for w in listed(words_of(code).frequencies.get(frequency, "")) if "*" not in w]
        groups.append(rf"(?P<{frequency}>(?:\b|(?=/))(?:{_alternatives(words)})\b)")
    return re.compile("|".join(groups))


def find_frequency(text: str, language: str) -> str:
    """weekly, monthly or quarterly: how often a text says something is paid; "" when it does not."""
    match = _frequency_words(language).search(folded(text))
    return match.lastgroup or "" if match else ""


def _count(said: str, code: str) -> int:
    value = int(said) if said.isdigit() else int(spelled_number(said, code) or 0)
    return value if 2 <= value <= MOST else 0


def find_plan(text: str, language: str) -> FoundPlan | None:
    """The instalments that a text proposes, accepts or asks for; None when it speaks of none.

    "En 3 fois", "3 x 500 €", "in four monthly instalments", "150 € par mois", "over six months" (six monthly ones).
    """
    plain = folded(text)
    counted, multiple, spread = _patterns(language)
    match, times, months = counted.search(plain), multiple.search(plain), spread.search(plain)
    frequency = find_frequency(text, language)
    said = times or match or (months if frequency in ("", "monthly") else None)
    count = _count(said.group("n"), language) if said else 0
    regular = _regular_amount(text, plain, language)
    each = next((m.group("each") for m in (times, match) if m and m.group("each")), None)
    amount = number(each) if each else regular.amount if regular else None
    if said is months and months and not regular and not count:
        return None
    if not count and not regular:
        return None
    spans = [m.span() for m in (said,) if m] + ([regular.span] if regular else [])
    span = (min(s[0] for s in spans), max(s[1] for s in spans))
    return FoundPlan(count, amount, frequency or ("monthly" if said is months and months else ""), span)


def _regular_amount(text: str, plain: str, code: str) -> FoundAmount | None:
    """A sum with "a month", "par mois", "each week" right behind it."""
    for amount in find_amounts(text, code):
        behind = _frequency_words(code).search(plain, amount.span[1], amount.span[1] + 30)
        if behind and not re.search(r"[.;!?\n]", plain[amount.span[1] : behind.start()]):
            return amount
    return None

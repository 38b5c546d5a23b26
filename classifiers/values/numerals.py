"""Reads numbers as people write them: grouped with points, commas, spaces or apostrophes, or spelled out."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from classifiers.languages import language
from classifiers.languages.vocabulary import listed
from classifiers.values.folding import folded

GROUPED = r"\d{1,3}(?:[ .,']\d{3}){1,4}(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d{1,12}(?!\d)(?:[.,]\d{1,2}(?!\d))?"
"""A number in digits. Groups hold exactly three digits; what follows the last separator otherwise are decimals."""

TENS = {"fr": {80: "quatre-vingt, quatre-vingts", 70: "soixante-dix"}, "en": {70: "seventy", 80: "eighty"}}
JOINS = frozenset(("et", "and", "y", "e", "und", "en"))


def number(digits: str) -> Decimal:
    """The value of a number in digits, whatever marks its groups and decimals.

    A single point or comma with exactly three digits behind it marks thousands ("1.284"), unless a zero stands
    before it.
    """
    plain = re.sub(r"[ ']", "", digits)
    last = max(plain.rfind("."), plain.rfind(","))
    if last < 0:
        return Decimal(plain)
    whole, decimals = re.sub(r"[.,]", "", plain[:last]), plain[last + 1 :]
    same_mark = plain.count(plain[last]) > 1
    if same_mark or (len(decimals) == 3 and whole.strip("0") and not ("." in plain and "," in plain)):
        return Decimal(whole + decimals)
    return Decimal(f"{whole or 0}.{decimals}")


@lru_cache(maxsize=8)
def spelled(code: str) -> Mapping[str, tuple[int, bool]]:
    """Folded number word → (value, whether it multiplies what stands before it), in one language."""
    words = language(code)
    table: dict[str, tuple[int, bool]] = {}
    article = {1: words.phrases.get("a", "")}
    for source in (article, words.cardinals, TENS.get(words.code, {})):
        table |= {folded(w).replace("-", " "): (n, False) for n, names in source.items() for w in listed(names)}
    table |= {folded(w): (n, True) for n, names in words.scales.items() for w in listed(names) if len(w) > 1}
    return table


def spelled_number(text: str, code: str) -> Decimal | None:
    """The value of a spelled-out number ("deux mille cinq cents"); None when a word of it is none."""
    table, total, running = spelled(code), 0, 0
    words = [w for w in re.split(r"[ \-]+", text.strip()) if w and w not in JOINS]
    at = 0
    while at < len(words):
        size = next((n for n in (4, 3, 2, 1) if " ".join(words[at : at + n]) in table and at + n <= len(words)), 0)
        if not size:
            return None
        value, multiplies = table[" ".join(words[at : at + size])]
        if not multiplies:
            running += value
        elif value == 100:
            running = (running or 1) * value
        else:
            total, running = total + (running or 1) * value, 0
        at += size
    return Decimal(total + running) if words else None

"""What the words of each language mean for dates: every phrase with its one-letter code and its value."""

import re
from collections.abc import Iterator
from functools import lru_cache

from classifiers.languages import language
from classifiers.languages.vocabulary import Language, listed
from classifiers.values.folding import folded

CODES = {
    "next": ">",
    "coming": ">",
    "second_next": "~",
    "last": "<",
    "this": "=",
    "instant": "0",
    "in": "i",
    "within": "s",
    "ago_before": "A",
    "ago_after": "a",
    "from_now": "l",
    "before": "B",
    "by": "b",
    "until": "U",
    "after": "F",
    "since": "S",
    "from": "(",
    "to": ")",
    "and": "&",
    "to_the": "]",
    "the": "L",
    "a": "g",
    "of": "e",
    "of_the": "u",
    "on": "v",
    "inclusive": "I",
    "begin": "P",
    "middle": "P",
    "end": "P",
    "number": "#",
    "few": "g",
    "all_week": "K",
    "all_month": "T",
    "each": "C",
    "end_of_month": "E",
    "week_number": "k",
    "week_of": "H",
    "close_of_business": "Z",
    "about_the": "L",
    "long_since": "S",
}
"""Concept → letter. Besides: n N numbers to 31 and above, Y years, o ordinals, c number words, M m months (m: weak),
W w weekdays, units j z k f t q y h, R relative days, x unknown words, ; stop words, V invoices,
Q quarters, X things that are no
date."""

UNITS = {
    "day": "j",
    "working_day": "z",
    "week": "k",
    "month": "t",
    "quarter": "q",
    "year": "y",
    "hour": "h",
}
WORTH = {"begin": 0, "middle": 1, "end": 2, "few": 3, "a": 1, "coming": 1, "about_the": 1, "long_since": 1}
YEARS = range(1990, 2100)

Phrase = tuple[tuple[str, ...], str, int]

_WORDS = re.compile(r"[^\W\d_]+")


def _phrases(words: Language) -> Iterator[tuple[str, str, int]]:
    """Every phrase of a language with its code and value; later ones win over earlier ones."""
    for word in listed(words.stop_words):
        yield word, ";", 0
    for word in listed(words.invoice_words):
        yield word, "V", 0
    for name, code in CODES.items():
        for phrase in listed(words.phrases.get(name, "")):
            yield phrase, code, WORTH.get(name, 0)
    for code, table in (("c", words.cardinals), ("o", words.ordinals), ("R", words.relative_days)):
        for number, phrases in table.items():
            yield from ((phrase, code, number) for phrase in listed(phrases))
    for unit, phrases in words.units.items():
        name, _, days = unit.partition(":")
        yield from ((phrase, UNITS.get(name, "f"), int(days or 0)) for phrase in listed(phrases))
    weak = {folded(word) for word in listed(words.weak)}
    for code, names in (("M", words.months), ("W", words.weekdays)):
        for number, phrases in enumerate(names, 1):
            for phrase in listed(phrases):
                yield phrase, code.lower() if folded(phrase) in weak else code, number
    yield from ((phrase, "X", 0) for phrase in listed(words.not_dates))


@lru_cache(maxsize=8)
def vocabulary(code: str) -> dict[str, tuple[Phrase, ...]]:
    """First word → its phrases, the longest first."""
    found: dict[tuple[str, ...], Phrase] = {}
    for phrase, letter, value in _phrases(language(code)):
        words = tuple(_WORDS.findall(folded(phrase)))
        if words:
            found[words] = (words, letter, value)
    table: dict[str, list[Phrase]] = {}
    for entry in sorted(found.values(), key=lambda p: -len(p[0])):
        table.setdefault(entry[0][0], []).append(entry)
    return {first: tuple(entries) for first, entries in table.items()}

"""What can be found in a text: each with the span of the words that say it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Span = tuple[int, int]


@dataclass(frozen=True)
class FoundDate:
    """A day or period that a text names.

    `start`, `end`: its bounds, both inclusive. `day`: the single day it stands for when one must be named (label
    guide, rule 7).
    `fuzzy`: the words name no exact day. `granularity`: day, week, month or interval.
    `direction_hint`: "past", "future", or "" when the words do not tell.
    `bound`: before, by, until, until_inclusive, after, since, within, or "" — how the words limit the day.
    """

    start: date
    end: date
    day: date
    span: Span
    text: str
    fuzzy: bool = False
    granularity: str = "day"
    direction_hint: str = ""
    bound: str = ""


@dataclass(frozen=True)
class FoundAmount:
    """A sum of money; `currency` is its ISO 4217 code, "" when the text does not tell."""

    amount: Decimal
    currency: str
    span: Span
    text: str


@dataclass(frozen=True)
class FoundInvoice:
    """An open invoice that a text means. `how`: number, partial, amount, month, position."""

    number: str
    span: Span
    how: str


@dataclass(frozen=True)
class FoundText:
    """A word or phrase of a certain kind: an address, a telephone number, a name, a reference, an IBAN."""

    value: str
    span: Span

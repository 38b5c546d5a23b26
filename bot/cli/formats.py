"""Amounts, days and times as the company's language writes them, for what a person reads on a terminal.

Babel is loaded when the first figure is written: `--help` must not pay for it.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, tzinfo
from decimal import Decimal
from functools import partial

from bot.cli.words import say, title
from bot.core.tell import Manner


def amount(value: Decimal, currency: str, language: str) -> str:
    """ "1 284,60 €", "€1,284.60". An amount finer than its currency, or of no known one, is shown plainly."""
    from bot.letters import formats

    try:
        return formats.amount(value, currency, language) if currency else _decimal(value, language)
    except ValueError:
        return f"{_decimal(value, language)} {currency}".rstrip()


def _decimal(value: Decimal, language: str) -> str:
    plain = f"{value:f}"
    return plain.replace(".", ",") if language == "fr" else plain


def sums(totals: Mapping[str, Decimal], language: str) -> str:
    """One amount per currency: currencies are never added up (C5)."""
    return " + ".join(amount(value, currency, language) for currency, value in totals.items())


def day(value: date, language: str) -> str:
    """ "12/03/2026", "12 Mar 2026"."""
    from bot.letters import formats

    return formats.day(value, language)


def weekday(value: date, language: str) -> str:
    """ "jeudi 12 mars 2026", "Thursday 12 March 2026"."""
    from bot.letters import formats

    return formats.weekday(value, language)


def instant(value: datetime, zone: tzinfo, language: str) -> str:
    """Day and time on the seller's clock."""
    local = value.astimezone(zone)
    return say(language, "at_time", day=weekday(local.date(), language), time=f"{local:%H:%M}")


def manner(language: str, currencies: Iterable[str] = ()) -> Manner:
    """How facts are told to this reader. A lone amount gets the account's currency when the account has only one."""
    known = set(currencies)
    return Manner(
        partial(day, language=language),
        partial(amount, language=language),
        lambda label: _small(title(language, label)),
        known.pop() if len(known) == 1 else "",
    )


def _small(words: str) -> str:
    """A title inside a sentence: an abbreviation keeps its capitals."""
    return words if words[:2].isupper() else words[:1].lower() + words[1:]

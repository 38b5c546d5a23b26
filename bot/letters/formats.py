"""How amounts, days and account numbers are written in each language."""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from bot.core.money import exponent, rounded

NBSP = "\u00a0"
# British rather than American English: in Europe "03/04" must not be read as the fourth of March.
_LOCALES = {"en": "en_GB"}
_SHORT = {"fr": "dd/MM/y"}
# Where a line must not break, and what French sets before a colon, a semicolon, a question or exclamation mark.
_FRENCH = ((re.compile(r" ([:;!?»])"), NBSP + r"\1"), (re.compile(r"(«|\bn°) "), r"\1" + NBSP))


@lru_cache(maxsize=64)
def locale_of(language: str) -> Locale:
    """The locale whose habits a mail in this language follows. Raises babel's UnknownLocaleError."""
    return Locale.parse(_LOCALES.get(language, language))


@lru_cache(maxsize=4096)
def amount(value: Decimal, currency: str, language: str) -> str:
    """ "1 284,60 €", "€1,284.60", "−120,00 €". Raises ValueError when the amount is finer than the currency.

    A rounded figure would be another figure than the ledger's, hence the refusal.
    """
    if rounded(value, currency) != value:
        raise ValueError(f"{value} {currency} has more decimal places than the currency")
    locale = locale_of(language)
    # Babel's own count of decimal places hides cents of some currencies: ours is the one the store keeps.
    places = "0." + "0" * exponent(currency) if exponent(currency) else "0"
    pattern = locale.currency_formats["standard"].pattern.replace("0.00", places)
    if language == "fr" and currency != "EUR":
        pattern = pattern.replace("¤", "¤¤")  # "80,00 GBP": nobody in trade writes Babel's "£GB" or "$US"
    written = format_currency(value, currency, format=pattern, locale=locale, currency_digits=False)
    return re.sub(r"([A-Z]{3})(\d)", rf"\1{NBSP}\2", _plain_spaces(written)).replace("-", "−")


@lru_cache(maxsize=1024)
def whole(value: int, language: str) -> str:
    """A count, grouped as the language does."""
    return _plain_spaces(format_decimal(value, locale=locale_of(language))).replace("-", "−")


@lru_cache(maxsize=4096)
def day(value: date, language: str) -> str:
    """Short, for tables: "28/02/2026", "28 Feb 2026"."""
    return format_date(value, _SHORT.get(language, "d MMM y"), locale=locale_of(language))


@lru_cache(maxsize=4096)
def long_day(value: date, language: str) -> str:
    """Written out: "1er mars 2026", "1 March 2026"."""
    return _ordinal(format_date(value, "d MMMM y", locale=locale_of(language)), value, language)


@lru_cache(maxsize=4096)
def weekday(value: date, language: str) -> str:
    """With its weekday, for the day by which money must arrive: "jeudi 26 mars 2026", "Thursday 26 March 2026"."""
    return _ordinal(format_date(value, "EEEE d MMMM y", locale=locale_of(language)), value, language)


def iban(value: str) -> str:
    """An account number in groups of four, as ISO 13616 prints it."""
    plain = re.sub(r"\s", "", value).upper()
    return NBSP.join(plain[n : n + 4] for n in range(0, len(plain), 4))


def typeset(text: str, language: str) -> str:
    """The language's spacing before punctuation, so that templates may be typed with plain spaces."""
    if language == "fr":
        for pattern, replacement in _FRENCH:
            text = pattern.sub(replacement, text)
    return text


def _ordinal(written: str, value: date, language: str) -> str:
    """French says "1er" for the first of a month and a plain number for every other day."""
    return re.sub(r"\b1 ", "1er ", written, count=1) if language == "fr" and value.day == 1 else written


def _plain_spaces(written: str) -> str:
    # The narrow no-break space is missing from fonts that some mail programs still use.
    return written.replace("\u202f", NBSP)

"""The public holidays and weekends of every country and many regions, from the library `holidays` (C17, X18).

This is the only module that knows that library; it loads it on first use, since commands that send nothing need none.
"""

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Any

from bot.core.calendar import Calendar, Calendars

# ISO 3166-2 codes of territories for which the library has a name of its own.
REGIONS = {"FR-67": "6AE", "FR-68": "6AE", "FR-A": "6AE"}


def known_countries() -> frozenset[str]:
    """ISO 3166-1 alpha-2 codes of the countries whose holidays are known."""
    import holidays

    return frozenset(holidays.list_supported_countries(include_aliases=False))


def calendar_of(country: str, years: Iterable[int], language: str = "") -> Calendar:
    """The calendar of a country ("FR") or region ("FR-67", "DE-BY", "GB-SCT", "ES-MD") for these years.

    A region without holidays of its own ("FR-75") has its country's. Holidays are named in `language` (ISO 639-1)
    where the library can, else in the country's own. Raises LookupError, naming close ones, for an unknown country.
    """
    return _calendar(country.strip().upper(), tuple(sorted(set(years))), language)


def calendars_around(day: date, language: str = "", years: int = 1) -> Calendars:
    """Calendars that know the year of `day` and that many before and after."""
    span = tuple(range(day.year - years, day.year + years + 1))
    return lambda country: calendar_of(country, span, language)


@cache
def _calendar(country: str, years: tuple[int, ...], language: str) -> Calendar:
    import holidays

    code, _, region = country.partition("-")
    known = holidays.list_supported_countries()
    if code not in known or len(code) != 2:
        raise LookupError(_unknown(country, [name for name in known if len(name) == 2]))
    if region:
        region = REGIONS.get(country, region)
        region = region if region in _regions(holidays, code) else ""
    days = holidays.country_holidays(
        code, subdiv=region or None, years=years, expand=False, language=_language(holidays, code, language)
    )
    return Calendar(country, dict(sorted(days.items())), frozenset(days.weekend))


def _regions(holidays: Any, code: str) -> set[str]:
    country = holidays.country_holidays(code)
    return {*country.subdivisions, *country.subdivisions_aliases}


def _language(holidays: Any, code: str, language: str) -> str | None:
    """The library's name of the language: "en" may be "en_US" there."""
    spoken: list[str] = list(holidays.list_localized_countries().get(code, ()))
    own: str | None = holidays.country_holidays(code).default_language
    return next((name for name in spoken if language and name.split("_")[0] == language), own)


def _unknown(country: str, known: list[str]) -> str:
    near = get_close_matches(country.partition("-")[0], sorted(known), 3, 0.5)
    hint = f"such as {', '.join(near)}" if near else "such as FR, BE, DE, GB, ES"
    return f"no calendar for the country {country!r}: write its two-letter code (ISO 3166-1), {hint}"

"""Nobody is disturbed on a holiday of their own country and region."""

from datetime import date

import pytest

from bot.countries.calendars import calendar_of, calendars_around, known_countries


@pytest.mark.parametrize(
    ("country", "day", "free"),
    [
        ("FR", date(2026, 7, 14), True),
        ("FR", date(2026, 5, 14), True),
        ("FR", date(2026, 4, 3), False),
        ("FR-67", date(2026, 4, 3), True),
        ("FR-68", date(2026, 12, 26), True),
        ("FR-57", date(2026, 12, 26), True),
        ("FR-974", date(2026, 12, 20), True),
        ("DE", date(2026, 1, 6), False),
        ("DE-BY", date(2026, 1, 6), True),
        ("GB", date(2026, 12, 28), True),
        ("GB-SCT", date(2026, 1, 2), True),
        ("ES-MD", date(2026, 5, 2), True),
        ("BE", date(2026, 7, 21), True),
        ("LU", date(2026, 6, 23), True),
        ("CH", date(2026, 8, 1), True),
        ("NL", date(2026, 4, 27), True),
        ("IE", date(2026, 3, 17), True),
        ("IT", date(2026, 6, 2), True),
        ("PT", date(2026, 4, 25), True),
        ("US", date(2026, 7, 3), True),
        ("fr", date(2026, 7, 14), True),
    ],
)
def test_the_country_and_its_region_decide(country: str, day: date, free: bool) -> None:
    """C17, X18. Dates are those of each country's own law."""
    calendar = calendar_of(country, [2026])
    assert (day in calendar.holidays) == free


def test_a_region_without_holidays_of_its_own_has_its_country_s() -> None:
    assert calendar_of("FR-75", [2026]).holidays == calendar_of("FR", [2026]).holidays


def test_weekends_are_those_of_the_country() -> None:
    assert calendar_of("FR", [2026]).weekend == {5, 6}
    assert calendar_of("SA", [2026]).weekend == {4, 5}


def test_holidays_are_named_in_the_reader_s_language_where_it_is_known() -> None:
    day = date(2026, 7, 14)
    assert calendar_of("FR", [2026]).holidays[day] == "Fête nationale"
    assert calendar_of("FR", [2026], "en").holidays[day] == "National Day"
    assert calendar_of("FR", [2026], "xx").holidays[day] == "Fête nationale"


def test_an_unknown_country_is_refused_with_names_that_are_known() -> None:
    with pytest.raises(LookupError, match=r"no calendar for the country 'ZQ'.*two-letter code"):
        calendar_of("ZQ", [2026])


def test_the_years_around_a_day_are_known() -> None:
    """On New Year's Eve a letter looks into the next year, a promise into the last."""
    calendar = calendars_around(date(2026, 12, 31))("FR")
    assert {day.year for day in calendar.holidays} == {2025, 2026, 2027}
    assert calendar.on_or_after(date(2027, 1, 1)) == date(2027, 1, 4)


def test_the_same_calendar_is_built_once() -> None:
    assert calendar_of("FR", [2026, 2025]) is calendar_of("FR", (2025, 2026))


def test_every_country_that_is_said_to_be_known_has_a_calendar() -> None:
    for country in sorted(known_countries()):
        assert calendar_of(country, [2026]).country == country

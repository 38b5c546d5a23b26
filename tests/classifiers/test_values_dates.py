"""Dates in clients' words: what they resolve to, and what is no date (C70, label guide rules 1 and 7).

Over 250 lines because the tables of expressions, one per language, are the specification and stay together.
"""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classifiers.languages import LANGUAGES
from classifiers.values.dates import find_dates

WEDNESDAY = date(2026, 3, 18)


def day(text: str, language: str = "fr", direction: str | None = None) -> str:
    """The one day that a text names, as ISO, with a tilde when it is fuzzy."""
    (found,) = find_dates(text, WEDNESDAY, language, direction)
    return ("~" if found.fuzzy else "") + found.day.isoformat()


RULE_SEVEN = {
    "le virement part vendredi": "2026-03-20",
    "je paie mercredi": "2026-03-25",
    "ce mercredi": "2026-03-18",
    "vendredi prochain": "~2026-03-27",
    "lundi prochain": "2026-03-23",
    "lundi en huit": "2026-03-30",
    "règlement en fin de mois": "2026-03-31",
    "d'ici la fin du mois": "2026-03-31",
    "fin du mois prochain": "2026-04-30",
    "paiement sous huitaine": "2026-03-26",
    "sous quinzaine": "2026-04-02",
    "sous 48h": "2026-03-20",
    "dans une dizaine de jours": "2026-03-28",
    "dans 10 jours": "2026-03-28",
    "d'ici 3 semaines": "2026-04-08",
    "début septembre": "~2026-09-05",
    "mi-avril": "~2026-04-15",
    "fin septembre": "~2026-09-30",
    "programmée semaine 42": "~2026-10-16",
    "S14": "~2026-04-03",
    "la semaine prochaine": "~2026-03-27",
    "après le 20": "~2026-03-21",
    "avant le 20": "2026-03-20",
    "au plus tard le 31": "2026-03-31",
    "le 12 courant": "2026-03-12",
    "le 5 du mois prochain": "2026-04-05",
    "30 jours fin de mois": "~2026-04-30",
    "demain matin": "2026-03-19",
    "après-demain": "2026-03-20",
    "avant-hier": "2026-03-16",
    "lundi dernier": "2026-03-16",
    "lundi de la semaine prochaine": "2026-03-23",
    "il y a trois semaines": "2026-02-25",
    "de retour le lundi 30": "2026-03-30",
    "vers le 20": "~2026-03-20",
    "sous 8 à 10 jours": "~2026-03-28",
    "dernier jour ouvré du mois": "2026-03-31",
    "dans quelques jours": "~2026-03-21",
}


@pytest.mark.parametrize(("text", "expected"), RULE_SEVEN.items())
def test_french_words_resolve_as_rule_seven_says(text: str, expected: str) -> None:
    """C70."""
    assert day(text) == expected


ENGLISH = {
    "by the 27th": "2026-03-27",
    "Friday's pay run": "2026-03-20",
    "next Thursday's payment run": "~2026-03-26",
    "end of next week": "~2026-03-27",
    "by the end of the month": "2026-03-31",
    "EOM": "2026-03-31",
    "in two weeks' time": "2026-04-01",
    "within 10 days": "2026-03-28",
    "within 5 business days": "2026-03-25",
    "March 23rd": "2026-03-23",
    "23 March 2026": "2026-03-23",
    "Tuesday the 24th": "2026-03-24",
    "mid-April": "~2026-04-15",
    "last Monday": "2026-03-16",
    "two weeks ago": "2026-03-04",
    "the day after tomorrow": "2026-03-20",
    "the first Monday of April": "2026-04-06",
    "this coming Friday": "2026-03-20",
    "a week on Tuesday": "2026-03-31",
    "by close of business Friday": "2026-03-20",
    "w/c 30th March": "~2026-04-03",
    "the 20th of next month": "2026-04-20",
    "after the 20th": "~2026-03-21",
    "end of September": "~2026-09-30",
}


@pytest.mark.parametrize(("text", "expected"), ENGLISH.items())
def test_english_words_resolve_as_rule_seven_says(text: str, expected: str) -> None:
    """C70."""
    assert day(text, "en") == expected


OTHERS = {
    ("de", "am Freitag"): "2026-03-20",
    ("de", "bis Ende des Monats"): "2026-03-31",
    ("de", "innerhalb von 14 Tagen"): "2026-04-01",
    ("de", "KW 42"): "~2026-10-16",
    ("de", "am 15.10."): "2026-10-15",
    ("de", "Anfang September"): "~2026-09-05",
    ("es", "el viernes"): "2026-03-20",
    ("es", "a finales de mes"): "2026-03-31",
    ("es", "dentro de diez días"): "2026-03-28",
    ("es", "pasado mañana"): "2026-03-20",
    ("it", "entro venerdì"): "2026-03-20",
    ("it", "tra dieci giorni"): "2026-03-28",
    ("it", "a fine mese"): "2026-03-31",
    ("it", "lunedì scorso"): "2026-03-16",
    ("nl", "volgende week"): "~2026-03-27",
    ("nl", "over 10 dagen"): "2026-03-28",
    ("nl", "eind van de maand"): "2026-03-31",
    ("nl", "drie weken geleden"): "2026-02-25",
    ("pt", "na sexta-feira"): "2026-03-20",
    ("pt", "daqui a dez dias"): "2026-03-28",
    ("pt", "no fim do mês"): "2026-03-31",
    ("pt", "dia 25"): "2026-03-25",
}


@pytest.mark.parametrize(("said", "expected"), OTHERS.items(), ids=str)
def test_the_other_languages_share_the_grammar(said: tuple[str, str], expected: str) -> None:
    """C26."""
    assert day(said[1], said[0]) == expected


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("le 12", "2026-03-12", "2026-04-12"),
        ("le 22", "2026-02-22", "2026-03-22"),
        ("le 2 février", "2026-02-02", "2027-02-02"),
        ("le 05/12", "2025-12-05", "2026-12-05"),
        ("lundi", "2026-03-16", "2026-03-23"),
        ("le 18 mars", "2026-03-18", "2026-03-18"),
        ("jeudi 5", "2026-03-05", "2026-11-05"),
    ],
)
def test_the_direction_of_the_sentence_chooses_the_year_month_or_week(text: str, past: str, future: str) -> None:
    """Label guide, rule 1: tense decides."""
    assert (day(text, direction="past"), day(text, direction="future")) == (past, future)


def test_what_dates_an_invoice_lies_in_the_past_whatever_the_sentence_promises() -> None:
    invoice, promised = find_dates("la facture du 12 janvier sera payée le 25", WEDNESDAY, "fr", "future")
    assert (invoice.day.isoformat(), invoice.direction_hint) == ("2026-01-12", "past")
    assert promised.day.isoformat() == "2026-03-25"
    assert day("depuis janvier") == "~2026-01-01"


def test_without_a_direction_a_recent_day_is_the_one_meant() -> None:
    assert (day("le 13 mars"), day("le 12"), day("le 2 janvier")) == ("2026-03-13", "2026-03-12", "2027-01-02")


@pytest.mark.parametrize(
    "text",
    [
        "12/03/2026",
        "12.03.26",
        "12.03.2026",
        "12-03-2026",
        "2026-03-12",
        "12 mars 2026",
        "12 mars",
        "le 12/03",
        "1er mars + 0",
    ],
)
def test_numeric_and_named_forms_are_read_day_first(text: str) -> None:
    expected = "2026-03-01" if text.startswith("1er") else "2026-03-12"
    assert day(text, direction="past") == expected


@pytest.mark.parametrize(
    "text", ["12 févr. 2026", "12 fevrier 2026", "12 FÉVRIER 2026", "12 fév 2026", "le\u00a012\u00a0février 2026"]
)
def test_abbreviations_capitals_and_missing_accents_make_no_difference(text: str) -> None:
    assert day(text) == "2026-02-12"


def test_english_numbers_take_the_order_that_lies_nearer() -> None:
    """British and American clients write the same digits: the likelier day is taken, and marked as unsure."""
    assert day("paid on 3/2", "en", "past") == "~2026-03-02"
    assert day("scheduled for 04/10/2026", "en", "future") == "~2026-04-10"
    assert day("on 22/04/2026", "en") == "2026-04-22"


@pytest.mark.parametrize(
    ("text", "language", "start", "end"),
    [
        ("du 13 au 15 juillet", "fr", "2026-07-13", "2026-07-15"),
        ("du 16/03 au 22/03", "fr", "2026-03-16", "2026-03-22"),
        ("du 10 juin au 1er juillet", "fr", "2026-06-10", "2026-07-01"),
        ("du 28 décembre au 3 janvier 2027", "fr", "2026-12-28", "2027-01-03"),
        ("entre le 20 et le 25", "fr", "2026-03-20", "2026-03-25"),
        ("between Monday and Friday", "en", "2026-03-23", "2026-03-27"),
        ("July 13 - 15", "en", "2026-07-13", "2026-07-15"),
        ("la semaine du 6 avril", "fr", "2026-04-06", "2026-04-12"),
        ("en avril", "fr", "2026-04-01", "2026-04-30"),
        ("in the third quarter 2026", "en", "2026-07-01", "2026-09-30"),
    ],
)
def test_periods_keep_their_bounds(text: str, language: str, start: str, end: str) -> None:
    (found,) = find_dates(text, WEDNESDAY, language)
    assert {found.start.isoformat(), found.end.isoformat()} == {start, end}
    assert found.start <= found.day <= found.end
    assert found.fuzzy


def test_several_dates_are_found_in_the_order_of_the_text() -> None:
    found = find_dates("3 x 500 € aux 5 avril, 5 mai et 5 juin", WEDNESDAY, "fr")
    assert [f.day.isoformat() for f in found] == ["2026-04-05", "2026-05-05", "2026-06-05"]
    assert [f.text for f in found] == ["5 avril", "5 mai", "5 juin"]


@pytest.mark.parametrize(
    ("text", "language", "bound"),
    [
        ("absent jusqu'au 27 inclus", "fr", "until_inclusive"),
        ("absent jusqu'au 27 mars", "fr", "until"),
        ("until the 24th", "en", "until"),
        ("avant le 20", "fr", "before"),
        ("by Friday", "en", "by"),
        ("à compter du 1er avril", "fr", "since"),
        ("après le 20", "fr", "after"),
        ("sous 10 jours", "fr", "within"),
        ("le 20", "fr", ""),
    ],
)
def test_the_words_around_a_day_tell_how_they_limit_it(text: str, language: str, bound: str) -> None:
    """C64: the reader of absence notices needs to know that the 27th itself is still away."""
    assert find_dates(text, WEDNESDAY, language)[0].bound == bound


@pytest.mark.parametrize(
    ("text", "hint"),
    [("hier", "past"), ("demain", "future"), ("il y a 3 jours", "past"), ("le 12", ""), ("vendredi", "")],
)
def test_an_expression_tells_its_own_direction_when_it_has_one(text: str, hint: str) -> None:
    assert find_dates(text, WEDNESDAY, "fr")[0].direction_hint == hint


@given(
    st.dates(date(2025, 4, 1), date(2027, 3, 1)),
    st.sampled_from(["{:%d/%m/%Y}", "{:%d.%m.%Y}", "{:%Y-%m-%d}", "{:%d-%m-%Y}"]),
    st.sampled_from([code for code in LANGUAGES if code != "en"]),
)
def test_every_full_numeric_date_is_read_back(written: date, form: str, language: str) -> None:
    (found,) = find_dates(form.format(written), WEDNESDAY, language)
    assert (found.start, found.end, found.fuzzy) == (written, written, False)


WORDS = st.sampled_from(
    "le du au fin de mois vendredi 15 12/03 mars dans 10 jours prochain / - . 2026 the next of week may 31".split()
)


@settings(max_examples=200)
@given(
    st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=60),
    st.sampled_from(LANGUAGES),
    st.sampled_from(["past", "future", None]),
)
def test_any_text_gives_ordered_pieces_of_itself(text: str, language: str, direction: str | None) -> None:
    """Parsing never raises, spans are true and never overlap."""
    found = find_dates(text, WEDNESDAY, language, direction)
    assert all(text[slice(*f.span)] == f.text and f.text for f in found)
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(found))
    assert all(f.start <= f.end for f in found)

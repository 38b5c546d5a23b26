"""The language of a reply is told even when it is a few words without accents (C26)."""

import subprocess
import sys

import pytest

from classifiers.language import detect_language
from classifiers.languages import LANGUAGES, language

SHORT = {
    "déjà réglée le 12": "fr",
    "deja reglee le 12": "fr",
    "merci": "fr",
    "le virement est parti": "fr",
    "paid": "en",
    "already settled, check your account": "en",
    "will pay friday": "en",
    "bereits bezahlt": "de",
    "schon überwiesen": "de",
    "ya pagado": "es",
    "pagado ayer": "es",
    "già pagato": "it",
    "al betaald": "nl",
    "já pago": "pt",
}


@pytest.mark.parametrize(("text", "expected"), SHORT.items())
def test_a_few_words_are_enough(text: str, expected: str) -> None:
    assert detect_language(text) == expected


@pytest.mark.parametrize("text", ["ok", "Ok.", "?", "", "👍", "1284,60"])
def test_the_language_of_the_account_settles_what_says_nothing(text: str) -> None:
    assert [detect_language(text, code) for code in ("en", "fr", "de")] == ["en", "fr", "de"]


def test_a_clear_text_outweighs_the_hint() -> None:
    assert detect_language("Nous vous confirmons que la facture a été réglée hier.", "en") == "fr"
    assert detect_language("We have paid this invoice already, please check your bank.", "fr") == "en"


def test_an_unknown_hint_is_as_good_as_none() -> None:
    assert detect_language("paid", "xx") == "en"


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_file_is_complete(code: str) -> None:
    words = language(code)
    assert words.code == code
    assert (len(words.months), len(words.weekdays)) == (12, 7)
    assert all(n in words.cardinals for n in range(1, 32))
    assert {0, 1, -1, 2, -2} <= set(words.relative_days)
    assert {"day", "week", "month", "quarter", "year", "hour"} <= set(words.units)
    assert {"next", "last", "this", "before", "until", "after", "begin", "end", "end_of_month"} <= set(words.phrases)


def test_a_region_counts_as_its_language_and_a_stranger_as_english() -> None:
    assert (language("fr-CH").code, language("xx").code) == ("fr", "en")


def test_importing_the_module_loads_neither_model_nor_languages() -> None:
    """A command that reads no mail must start quickly."""
    code = (
        "import sys, classifiers.language, classifiers.values.dates;"
        "print([m for m in sys.modules if m.startswith(('py3langid', 'numpy', 'spacy', 'classifiers.languages.f'))])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"

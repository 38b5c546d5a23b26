"""What looks like a date and is none (label guide, rule 7)."""

from datetime import date

import pytest

from classifiers.values.dates import find_dates

WEDNESDAY = date(2026, 3, 18)
NO_DATES = {
    "fr": (
        "la planète mars", "facture F2026-0118", "chèque n° 0045871", "06 12 34 56 78",
        "3 450,00 EUR", "20 % de remise",
        "FR76 3000 6000 0112 3456 7890 189", "version 2.3.1", "au 12 rue des Lilas", "3 x 500 €",
        "bonne journée", "en 3 fois",
        "10 jours après la livraison", "la prochaine campagne de paiement",
        "trois semaines de retard", "les mardis et jeudis",
        "tous les jours", "VIR-SEPA 260318-77", "à 14h30", "le premier rappel", "12.40 le kilo",
        "mise à jour", "de 10 à 15 palettes", "le 10 de chaque mois",
    ),
    "en": (
        "This may or may not be right.", "You may call us", "the sun is out",
        "in the next payment run", "the 2nd reminder",
        "version 10.2", "+44 20 7946 0018", "PO 4500012345", "march on", "Have a nice day",
        "the first invoice", "net 30 days",
        "within 30 days of receipt", "INV-2210", "$1,200.50", "at 10:30", "one second",
        "two to four people", "a 4:3 screen",
        "1.2.3.4", "10 days after delivery",
    ),
    "de": ("Guten Morgen", "ein Angebot", "Rechnung 2026-118"),
    "es": ("buenos días", "no puede ser"),
    "it": ("buongiorno", "la fattura 118"),
    "nl": ("goedemorgen", "een fijne dag"),
    "pt": ("bom dia", "fatura 118"),
}  # fmt: skip


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in NO_DATES.items() for text in texts])
def test_nothing_is_invented(language: str, text: str) -> None:
    """A date that nobody wrote would pause reminders for nothing."""
    assert find_dates(text, WEDNESDAY, language) == ()

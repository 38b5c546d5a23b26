"""The client's last sentence before "Le …, X a écrit :" is never taken for part of it: a reply would be lost."""

import pytest

from bot.mail.quoting import newest_of_text

ATTRIBUTIONS = (
    "Le 10/03/2026 à 09:00, comptabilite@vendeur.example a écrit :",
    "Le mar. 10 mars 2026 à 09:00, Atelier Exemple <comptabilite@vendeur.example>\na écrit :",
    "On Tue, 10 Mar 2026 at 09:00, Atelier Exemple <comptabilite@vendeur.example>\nwrote:",
    "Am 10.03.2026 um 09:00 schrieb Atelier Exemple <comptabilite@vendeur.example>:",
)
LAST_WORDS = (
    "La facture G-2010 est réglée depuis vendredi.",
    "Le 12 mars nous avons payé la facture.",
    "Le virement du 12/03 est parti",
    "En 2025 déjà réglé",
    "On 12 March we paid it.",
    "At 10 today it left our bank",
    "Am 12. März bezahlt",
    "A 12 de março pagamos.",
    "El 12 de marzo pagamos 1.200 €.",
    "Il 12 marzo abbiamo pagato",
    "Op 12 maart betaald",
    "To 2 invoices of yours we object",
)


@pytest.mark.parametrize("attribution", ATTRIBUTIONS, ids=["fr", "fr wrapped", "en wrapped", "de"])
@pytest.mark.parametrize("words", LAST_WORDS)
@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["an empty line between", "none between"])
def test_last_words_stay(words: str, attribution: str, between: str) -> None:
    text = f"Bonjour,\n\n{words}{between}{attribution}\n> Bonjour,\n> La facture G-2010 est échue.\n"
    assert newest_of_text(text).split("\n")[-1] == words

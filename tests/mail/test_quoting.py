"""The newest words, from the greeting to before the sign-off (label guide, rule 12). All mails here are invented."""

import json
from pathlib import Path

import pytest

from bot.mail.parse import ParsedMail, parse
from bot.mail.quoting import newest_of_text, newest_text

CORPUS = Path(__file__).parent.parent / "corpus"
SHARED = Path(__file__).parent.parent.parent.parent / "shared" / "data"
WORDS = "Bonjour,\nLa facture A est réglée."


def eml(name: str) -> ParsedMail:
    parsed = parse((CORPUS / name).read_bytes())
    assert isinstance(parsed, ParsedMail)
    return parsed


ATTRIBUTIONS = {
    "fr": "Le mar. 17 mars 2026 à 09:00, Relance <ar@seller.example> a écrit :",
    "fr wrapped": "Le mar. 17 mars 2026 à 09:00, Relance Comptabilité\n<ar@seller.example> a\nécrit :",
    "en": "On Tue, Mar 17, 2026 at 9:00 AM Seller <ar@seller.example> wrote:",
    "de": "Am Di., 17. März 2026 um 09:00 Uhr schrieb Seller <ar@seller.example>:",
    "es": "El mar, 17 mar 2026 a las 9:00, Seller (<ar@seller.example>) escribió:",
    "it": "Il giorno mar 17 mar 2026 alle ore 09:00 Seller <ar@seller.example> ha\nscritto:",
    "nl": "Op di 17 mrt 2026 om 09:00 schreef Seller <ar@seller.example>:",
    "pt": "Em ter., 17 de mar. de 2026 às 09:00, Seller <ar@seller.example> escreveu:",
    "no verb": "2026-03-17 9:00 GMT+01:00 Seller <ar@seller.example>:",
}


@pytest.mark.parametrize("language", ATTRIBUTIONS)
def test_what_follows_an_attribution_is_quoted_with_or_without_marks(language: str) -> None:
    for quoted in ("> Sauf erreur, elle est impayée.", "Sauf erreur, elle est impayée."):
        assert newest_of_text(f"{WORDS}\n\n{ATTRIBUTIONS[language]}\n\n{quoted}\n") == WORDS


MARKS = (
    "-----Message d'origine-----\nDe : Relance", "-----Original Message-----", "-------- Message transféré --------",
    "-----Ursprüngliche Nachricht-----", "-----Mensaje original-----", "-----Messaggio originale-----",
    "-----Oorspronkelijk bericht-----", "-----Mensagem original-----", "---------- Forwarded message ---------",
    "Begin forwarded message:", "Début du message transféré :",
    "De : Relance <ar@seller.example>\nEnvoyé : mardi 17 mars 2026 09:00\nÀ : Zoé\nObjet : Rappel",
    "From: Seller\nSent: Tuesday, March 17, 2026\nTo: Zoe\nSubject: Reminder",
    "*Von:* Seller\n*Gesendet:* Dienstag\n*An:* Zoe\n*Betreff:* Mahnung",
    "De: Seller\nEnviado el: martes\nPara: Zoe\nAsunto: Aviso",
    "Da: Seller\nInviato: martedì\nA: Zoe\nOggetto: Sollecito",
    "Van: Seller\nVerzonden: dinsdag\nAan: Zoe\nOnderwerp: Herinnering",
    "________________________________\nDe : Relance\nEnvoyé : mardi\nObjet : Rappel",
)  # fmt: skip


@pytest.mark.parametrize("mark", MARKS)
def test_below_a_mark_of_an_older_mail_nothing_is_the_writer_s(mark: str) -> None:
    """R79: words quoted from our own reminder never count."""
    assert newest_of_text(f"{WORDS}\n\n{mark}\n\nSi vous avez déjà payé, ne tenez pas compte de ce rappel.\n") == WORDS


def test_answers_between_quoted_lines_are_joined() -> None:
    head = "Le 17/03/2026 à 09:00, Relance a écrit :\n"
    text = head + "> Facture A impayée.\nRéglée le 12.\n>\n> Facture B impayée.\nJamais reçue.\n"
    assert newest_of_text(text) == "Réglée le 12.\nJamais reçue."


def test_an_answer_under_the_quotation_is_found_even_under_ten_thousand_lines() -> None:
    assert newest_of_text("> Rappel\n" * 10_000 + "\nC'est payé.\n") == "C'est payé."


def test_the_tail_of_a_quoted_line_that_lost_its_mark_is_quoted() -> None:
    long = "> " + "une très longue ligne de notre rappel que le programme a coupée"
    assert newest_of_text(f"Payé.\n\n{long}\nen deux\n> et la suite\n") == "Payé."


SIGNATURES = (
    "Cordialement,\nZoé Exemple\nComptable\n01 99 00 00 00", "Bien à vous", "Cdlt", "Kind regards,\nZoé", "Best,\nZoé",
    "Mit freundlichen Grüßen\nZoé", "Un saludo,\nZoé", "Cordiali saluti\nZoé", "Met vriendelijke groet,\nZoé",
    "Melhores cumprimentos,\nZoé", "-- \nZoé Exemple", "Envoyé de mon iPhone",
    "Sent from my Galaxy", "Von meinem iPhone gesendet",
    "Télécharger Outlook pour Android<https://aka.example>", "Zoé Exemple\nTél. : 01 99 00 00 00", "Merci,\nZoé",
    "Service Comptabilité\nSAS Client Exemple", "Ce message et toutes les pièces jointes sont confidentiels.",
    "This e-mail and any attachments are confidential.", "_______________________\nZoé Exemple",
    "Je vous prie d'agréer, Madame, l'expression de mes salutations distinguées.",
)  # fmt: skip


@pytest.mark.parametrize("signature", SIGNATURES)
def test_the_sign_off_and_all_below_is_cut(signature: str) -> None:
    """R79: signatures and disclaimers never count."""
    assert newest_of_text(f"{WORDS}\n\n{signature}\n", "Zoé Exemple <zoe@client.example>") == WORDS


WHOLE = (
    "Le 3 mars votre collègue nous a écrit : l'avoir est parti. Où est-il ?",
    "Merci de nous envoyer le duplicata.",
    "Best price was 100 EUR, you billed 120.",
    "Envoyé hier : le virement de 100 €.",
    "Sent from my desk yesterday, the cheque should be there by now.",
    "De : rien. Nous paierons.",
    "Voici notre répartition :\n- A : 100 €\n- B : 200 €",
    "Merci\nmais la facture B est fausse, elle reprend une commande annulée que nous n'avons jamais reçue.",
)


@pytest.mark.parametrize("text", WHOLE)
def test_sentences_that_look_like_marks_stay(text: str) -> None:
    assert newest_of_text(text) == text


def test_a_sign_off_on_the_last_line_is_cut_there() -> None:
    assert newest_of_text("Le chèque part demain. Cordialement, Zoé") == "Le chèque part demain."


def test_a_postscript_is_kept() -> None:
    """C44: the second statement of a mail must not be lost."""
    text = "La facture A est payée.\n\nCordialement,\nZoé\n\nPS : la facture B est contestée.\n"
    assert newest_of_text(text) == "La facture A est payée.\nPS : la facture B est contestée."


@pytest.mark.parametrize("banner", ["[EXTERNAL]", "CAUTION: This email originated from outside of the organization."])
def test_the_gateway_s_banner_is_not_the_client_s(banner: str) -> None:
    assert newest_of_text(f"{banner}\n\n{WORDS}") == WORDS


def test_a_mail_that_only_quotes_has_no_newest_words() -> None:
    assert newest_of_text("> Sauf erreur, la facture est impayée.\n> Merci.\n") == ""


def test_the_result_stands_word_for_word_in_the_text() -> None:
    text = f"{WORDS}  \n\n  Deuxième paragraphe,   avec des blancs.\n\nCordialement\nZoé"
    assert all(line in text for line in newest_of_text(text).split("\n"))


def test_outlook_draws_a_rule_above_the_older_mail() -> None:
    assert newest_text(eml("outlook_html.eml")) == "Bonjour,\n\nLa facture est réglée depuis le 12 mars."


def test_answers_between_gmail_s_quotations_are_joined() -> None:
    assert newest_text(eml("gmail_inline.eml")) == "A was paid on Friday.\nB never arrived."


PAGES = {
    "Apple Mail": ('<div>Payé.</div><br><blockquote type="cite">Le 17 mars 2026, Relance a écrit '
        ':<br>Impayé.</blockquote>'),
    "Thunderbird": ('<p>Payé.</p><div class="moz-cite-prefix">Le 17/03 :</div><blockquote '
        'type="cite">Impayé.</blockquote>'),
    "Yahoo": ('<div>Payé.</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>Le mardi, Relance a '
        'écrit :</div>Impayé.</div>'),
    "OWA": ('<div>Payé.</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg">De : '
        'Relance</div><div>Impayé.</div>'),
    "Gmail forward": ('<div>Payé.</div><div class="gmail_quote"><div class="gmail_attr">---------- '
        'Forwarded message ---------</div>Impayé.</div>'),
    "Proton": '<div>Payé.</div><div class="protonmail_quote">Impayé.</div>',
}  # fmt: skip


@pytest.mark.parametrize("program", PAGES)
def test_each_mail_program_s_citation_is_known(program: str) -> None:
    parsed = parse(b"From: a@client.example\nContent-Type: text/html; charset=utf-8\n\n" + PAGES[program].encode())
    assert isinstance(parsed, ParsedMail)
    assert newest_text(parsed) == "Payé."


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data is not here")
def test_better_than_the_best_public_package_on_public_replies() -> None:
    """talon with signatures gets 0.65 of these word for word; here only those with a full expected text are counted."""
    with (SHARED / "expected_all.jsonl").open(encoding="utf-8") as lines:
        cases = [c for c in map(json.loads, lines) if c["area"] == "reply" and c["file"].endswith(".txt")]
    full = [c for c in cases if c.get("match") == "exact_after_strip" and "expected_reply" in c]
    texts = [(SHARED / c["file"]).read_text(encoding="utf-8", errors="replace") for c in full]
    right = sum(
        " ".join(newest_of_text(t).split()) == " ".join(c["expected_reply"].split())
        for t, c in zip(texts, full, strict=True)
    )
    assert right / len(full) >= 0.75

"""What every template of every language keeps to, whatever the account looks like."""

import re
from collections.abc import Mapping
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bot.core.letter_fields import Paragraph, as_fields
from bot.letters import JinjaLetters
from bot.letters.samples import answers, samples
from bot.letters.visible import visible
from bot.ports import Letter, TemplateFault

LETTERS = JinjaLetters([Path(__file__).parents[2] / "templates"])
LANGUAGES = ("en", "fr")
REMINDERS = ("courtesy", "first", "second", "third")
ANSWERS = """thanks_for_payment ask_for_remittance_advice confirm_promise ask_for_date plan_received dispute_received
    which_invoice_disputed send_documents thanks_for_contact insolvency_noted confirm_with_lawyer hardship_received
    privacy_received checking_received refusal_received""".split()
SHIPPED = (*(f"reminders/{name}" for name in REMINDERS), *(f"answers/{name}" for name in ANSWERS), "digest/daily")

# Words of the formal and judicial phase, and of accusation: none belongs in an amicable mail (R32, R65).
FORBIDDEN = {
    "fr": r"""menac tribunal huissier commissaire mise\sen\sdemeure judiciaire contentieux pénalité
        intérêts\sde\sretard indemnité poursuite saisie injonction avocat dernier\savertissement
        inadmissible inacceptable mauvaise\sfoi négligence exigeons sommons ultimatum immédiatement
        recouvrement malhonnête""".split(),
    "en": r"""threat court bailiff formal\snotice final\sdemand legal penalt late\sinterest compensation sue\b
        seiz lawyer solicitor last\swarning unacceptable bad\sfaith neglig demand\sthat ultimatum
        immediately debt\scollect dishonest failure\sto""".split(),
}
ASKED = {"fr": "au plus tard le", "en": r"reaches us by|reach us by|have this amount by"}


def letters_of(name: str, language: str) -> Mapping[str, Letter]:
    template = "answers/frame" if name.startswith("answers/") else name
    return {
        situation: LETTERS.render(template, language, {**fields, "language": language})
        for situation, fields in samples(name).items()
    }


def every(names: tuple[str, ...] | list[str]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("name, language", [(name, language) for name in names for language in LANGUAGES])


every_template = every(SHIPPED)
every_reminder = every([f"reminders/{name}" for name in REMINDERS])


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def digits(text: str) -> set[str]:
    """Every run of digits, spaces of grouping left out: 1 284,60 and 28/02/2026 come as 1284, 60, 28, 02, 2026."""
    return set(re.findall(r"\d+", re.sub(r"(?<=\d)\u00a0(?=\d)", "", text)))


def test_every_template_exists_in_every_language() -> None:
    for language in LANGUAGES:
        assert set(SHIPPED) <= set(LETTERS.names(language))
    assert len({LETTERS.names(language) for language in LANGUAGES}) == 1


def test_the_shipped_templates_have_no_fault() -> None:
    assert LETTERS.check() == []


@every_template
def test_it_renders_for_every_kind_of_account(name: str, language: str) -> None:
    """One invoice, many, two currencies, credits, no contact, hostile and long names."""
    for letter in letters_of(name, language).values():
        assert letter.subject and "\n" not in letter.subject and len(letter.subject) <= 160
        assert 60 <= len(letter.text) <= 6000
        assert not re.search(r"\bNone\b|\{\{|\{%|\bTrue\b|\bFalse\b", letter.text + letter.html)


@every_template
def test_conditions_leave_no_hole_in_the_text(name: str, language: str) -> None:
    for situation, letter in letters_of(name, language).items():
        text = letter.text
        assert "\n\n\n" not in text and "  " not in text, situation
        assert not re.search(r"[ ][.,;]|,,|\.\.|\( |\(\)| \)|[,;:]\.|^[,.;)]", text, re.M), (situation, text)
        assert not re.search(r"(?m)[ \t]$", text), situation


@every_template
def test_both_parts_carry_the_same_figures(name: str, language: str) -> None:
    for situation, letter in letters_of(name, language).items():
        assert digits(letter.text) == digits(visible(letter.html)), situation


class _Strict(HTMLParser):
    """Follows the nesting of tags and notes what a mail program would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"br", "meta"}:
            self.open.append(tag)
        if tag in {"script", "img", "link", "iframe", "object", "form", "input", "a"}:
            self.faults.append(f"<{tag}>")
        self.faults += [
            f"{k}={v}" for k, v in attrs if k in {"src", "href"} or k.startswith("on") or "url(" in (v or "")
        ]

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")


@every_template
def test_html_is_well_formed_and_fetches_nothing(name: str, language: str) -> None:
    for situation, letter in letters_of(name, language).items():
        strict = _Strict()
        strict.feed(letter.html)
        strict.close()
        assert (strict.open, strict.faults) == ([], []), situation
        assert f'<html lang="{language}">' in letter.html


@every_template
def test_french_punctuation_never_starts_a_line(name: str, language: str) -> None:
    if language == "fr":
        for letter in letters_of(name, language).values():
            assert not re.search(r" [:;!?»]|« ", letter.text + visible(letter.html) + letter.subject)


@every_template
def test_no_word_of_the_formal_phase_or_of_accusation_is_written(name: str, language: str) -> None:
    """R32, R57, R65: no formal notice, penalty or court wording exists here, at any level."""
    allowed = {"fr": {"avocat"}, "en": {"lawyer"}} if name == "answers/confirm_with_lawyer" else {}
    for situation, letter in letters_of(name, language).items():
        for word in set(FORBIDDEN[language]) - set(allowed.get(language, ())):
            found = re.search(rf"\b{word}", f"{letter.subject}\n{plain(letter.text)}", re.IGNORECASE)
            assert found is None, (situation, word)


@every_reminder
def test_subject_and_first_sentence_say_why_and_which_invoice(name: str, language: str) -> None:
    """R35, R43."""
    letter = letters_of(name, language)["one invoice"]
    opening = letter.text.split("\n\n")[1]
    assert "F2026-0118" in letter.subject and "F2026-0118" in opening
    assert "1 284,60 €" in plain(opening) or "€1,284.60" in opening


@every_reminder
def test_it_lists_number_issue_date_due_date_amounts_and_totals(name: str, language: str) -> None:
    """R44, R45, C4: original and open amount when they differ, terms, order and project when known."""
    letter = letters_of(name, language)["partly paid, promise broken"]
    for part in (plain(letter.text), plain(visible(letter.html))):
        for shown in (
            ("29/01/2026", "28/02/2026", "1 284,60 €", "300,00 €")
            if language == "fr"
            else ("29 Jan 2026", "28 Feb 2026", "€1,284.60", "€300.00")
        ):
            assert shown in part
        assert "30 jours date de facture" in part and "PO-4711" in part and "Refonte du site" in part


@every_reminder
def test_it_says_on_which_day_the_money_must_have_arrived(name: str, language: str) -> None:
    """R47, C31: a weekday and a date, in bold."""
    letter = letters_of(name, language)["one invoice"]
    day = "jeudi 26 mars 2026" if language == "fr" else "Thursday 26 March 2026"
    assert re.search(rf"({ASKED[language]}) {day}", letter.text)
    assert f"<strong>{day}</strong>" in letter.html


@every_reminder
def test_it_invites_an_answer_and_offers_help(name: str, language: str) -> None:
    """R36, R48, R52, X13."""
    text = letters_of(name, language)["one invoice"].text
    wanted = {"fr": r"répon(dre|dant|se|dez)|retour|indiquez-le-nous", "en": r"reply|let us know|tell us"}[language]
    assert re.search(wanted, text, re.IGNORECASE)
    assert re.search({"fr": "difficulté|aider", "en": "difficult|help"}[language], text)


@every_reminder
def test_it_is_signed_and_takes_its_iban_from_the_settings_alone(name: str, language: str) -> None:
    """R55, X1."""
    found = letters_of(name, language)
    full, bare = plain(found["one invoice"].text), found["bare"].text
    assert full.rstrip().endswith("Le service comptable\nAtelier Exemple SARL\n" + full.rstrip().split("SARL\n")[1])
    assert "IBAN FR76 3000 6000 0112 3456 7890 189" in full
    assert "IBAN" not in bare and bare.rstrip().endswith("Atelier Exemple SARL")


@every_reminder
def test_a_client_without_a_name_is_greeted_politely(name: str, language: str) -> None:
    found = letters_of(name, language)
    assert found["bare"].text.startswith({"fr": "Madame, Monsieur,\n\n", "en": "Dear Sir or Madam,\n\n"}[language])
    assert found["one invoice"].text.startswith({"fr": "Bonjour Zoé", "en": "Dear Zoé"}[language])


@every_reminder
def test_attached_invoices_are_mentioned_and_absent_ones_are_not(name: str, language: str) -> None:
    """R49, C33."""
    word = {"fr": "joint", "en": "ttached"}[language]
    found = letters_of(name, language)
    assert word in found["one invoice"].text and word not in found["bare"].text


@every(["reminders/courtesy", "reminders/first"])
def test_early_reminders_say_to_ignore_them_once_paid(name: str, language: str) -> None:
    """R4, R34, C32."""
    text = letters_of(name, language)["one invoice"].text
    assert re.search(
        {"fr": "vous n'avez rien à faire|ne pas tenir compte", "en": "nothing for you to do|disregard"}[language], text
    )


@every(["reminders/second", "reminders/third"])
def test_later_reminders_recall_the_earlier_ones_with_their_dates(name: str, language: str) -> None:
    """R46, C29, R75: and a promise that was not kept."""
    found = letters_of(name, language)
    assert {"fr": "le 5 mars 2026", "en": "on 5 March 2026"}[language] in found["one invoice"].text
    both = {"fr": "les 20 février 2026 et 1er mars 2026", "en": "on 20 February 2026 and 1 March 2026"}[language]
    assert both in found["many invoices"].text
    assert {"fr": "10 mars 2026", "en": "10 March 2026"}[language] in found["partly paid, promise broken"].text


@every(["reminders/second", "reminders/third"])
def test_what_is_partly_paid_is_not_called_unpaid(name: str, language: str) -> None:
    """R2, C4: an inexact sentence lets the client contest the rest."""
    opening = letters_of(name, language)["partly paid, promise broken"].text.split("\n\n")[1]
    assert {"fr": "entièrement réglée", "en": "paid in full"}[language] in opening


@every(["reminders/third"])
def test_the_third_reminder_announces_a_call(name: str, language: str) -> None:
    """R53, R85."""
    assert {"fr": "vous appellera", "en": "will call you"}[language] in letters_of(name, language)["one invoice"].text


@every_reminder
def test_credit_notes_are_listed_and_what_is_asked_is_what_is_left(name: str, language: str) -> None:
    """C4; a disputed invoice is named as left out (C92)."""
    letter = letters_of(name, language)["credit note"]
    text = plain(letter.text)
    assert "A2026-007" in text and {"fr": "−120,00 €", "en": "−€120.00"}[language] in text
    assert {"fr": "1 164,60 €", "en": "€1,164.60"}[language] in text.split("\n\n")[1]
    assert name.endswith("courtesy") or "F2026-0090" in text


@every_reminder
def test_each_currency_has_its_own_total_and_one_in_credit_is_not_asked_for(name: str, language: str) -> None:
    """C5."""
    found = letters_of(name, language)
    text = plain(found["two currencies"].text)
    assert len(re.findall(r"(?m)^Total ", text)) == 2
    opening = plain(found["currency in credit"].text).split("\n\n")[1]
    assert "20,00" not in opening and "20.00" not in opening


@every_reminder
def test_one_is_singular_and_several_are_plural(name: str, language: str) -> None:
    found = letters_of(name, language)
    one, many = found["one invoice"].text, found["many invoices"].text
    if language == "fr":
        assert not re.search(r"\b[Ll]es factures\b|\bvos factures\b", one)
        assert not re.search(r"\b[Ll]a facture\b|\bcette facture\b", many.replace("une question sur la facture", ""))
        assert "1 jours" not in found["one day late"].text and "9 autres" in many
    else:
        assert "invoices" not in one.lower().replace("these invoices", "")
        assert "1 days" not in found["one day late"].text and "9 others" in many


def test_tone_climbs_with_the_level_so_that_no_two_mails_are_alike() -> None:
    """R33, R41."""
    for language in LANGUAGES:
        texts = [letters_of(f"reminders/{name}", language)["one invoice"].text for name in REMINDERS]
        asks = [next(p for p in text.split("\n\n") if re.search(ASKED[language], p)) for text in texts]
        assert len(set(asks)) == len(REMINDERS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_thanks_greets_and_signs_around_its_paragraphs_in_order(language: str) -> None:
    both = (Paragraph("thanks_for_payment", ("F1",)), Paragraph("dispute_received", ("F2",)))
    fields = replace(answers("ask_for_date")["nothing known"], paragraphs=both, language=language)
    text = LETTERS.render("answers/frame", language, as_fields(fields)).text
    blocks = text.strip().split("\n\n")
    assert len(blocks) == 5
    assert "F1" in blocks[1] and "F2" in blocks[2] and "F2" not in blocks[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_statement_of_account_and_bank_details_are_in_the_answer_when_asked_for(language: str) -> None:
    text = plain(letters_of("answers/send_documents", language)["everything known"].text)
    assert "FR76 3000" in text and "A2026-007" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_is_never_granted_by_the_draft_itself(language: str) -> None:
    text = letters_of("answers/plan_received", language)["everything known"].text
    assert {"fr": "rien n'est encore convenu", "en": "nothing has been agreed"}[language] in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_digest_opens_with_what_matters_and_shows_long_lists_short(language: str) -> None:
    """R107, X22."""
    found = letters_of("digest/daily", language)
    full, quiet = found["full"], found["quiet"]
    first_lines = "\n".join(full.text.splitlines()[:6])
    assert "19" in first_lines and "700" in first_lines
    assert re.search({"fr": "et 7 autres", "en": "and 7 others"}[language], full.text)
    assert len(quiet.text.splitlines()) < 12
    assert re.search({"fr": "arrêtés", "en": "stopped"}[language], found["stopped"].text.splitlines()[0])


def test_frame_is_not_sent_by_itself_with_a_paragraph_that_does_not_exist() -> None:
    fields = replace(answers("ask_for_date")["nothing known"], paragraphs=(Paragraph("nowhere"),))
    with pytest.raises(TemplateFault, match="nowhere"):
        LETTERS.render("answers/frame", "fr", as_fields(fields))

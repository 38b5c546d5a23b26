"""A template can say nothing that no field says; what it does wrong holds its own letter only."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.answer_paragraphs import paragraph
from bot.core.labels import Reading
from bot.core.letter_fields import Company, InvoiceLine, Paragraph, ReminderFields, Total, as_fields
from bot.letters import JinjaLetters, formats, text_to_html
from bot.letters.visible import visible
from bot.ports import Letters, TemplateFault

SHIPPED = Path(__file__).parent.parent / "templates"
COMPANY = Company("Atelier Exemple", "La comptabilité", phone="01 99 00 00 00", iban="FR7630006000011234567890189")
LINE = InvoiceLine("F2026-0118", date(2026, 2, 28), Decimal("1284.60"), days_overdue=18)
FIELDS = ReminderFields(
    company=COMPANY,
    language="fr",
    account_name="Client Exemple",
    contact_name="Zoé Exemple",
    lines=(LINE,),
    totals=(Total("EUR", Decimal("1284.60")),),
    reply_by=date(2026, 4, 1),
    today=date(2026, 3, 18),
)


def own(folder: Path, text: str, name: str = "fr/reminders/first.txt.j2") -> JinjaLetters:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return JinjaLetters([folder, SHIPPED])


def first(letters: Letters, fields: ReminderFields = FIELDS) -> tuple[str, str, str, Mapping[str, str]]:
    letter = letters.render("reminders/first", "fr", as_fields(fields))
    return letter.subject, letter.text, letter.html, letter.figures


@pytest.fixture(scope="module")
def shipped() -> JinjaLetters:
    return JinjaLetters([SHIPPED])


def test_every_figure_of_a_letter_names_its_field(shipped: JinjaLetters) -> None:
    """X1, C86: the approval screen shows where each figure came from."""
    figures = {figure.replace("\u00a0", " "): field for figure, field in first(shipped)[3].items()}
    assert figures["1 284,60 €"] in {"asked[0].amount", "lines[0].open", "totals[0].amount"}
    assert figures["mercredi 1er avril 2026"] == "reply_by"
    assert figures["FR76 3000 6000 0112 3456 7890 189"] == "company.iban"
    assert figures["F2026-0118"] in {"lines[0].number", "named[0]"}


@pytest.mark.parametrize(
    "typed, named",
    [
        ("payez sous 8 jours", "8"),
        ("40,00 € de frais", "40,00"),
        ("IBAN FR7612345", "FR7612345"),
        ("{{ 8 }} jours", "8"),
        ("{{ '8 jours' }}", "8"),
        ("{{ lines|length }} factures", "1"),
        ("{{ lines[0].open * 2 }} €", "2569.20"),
        ("{{ lines[0].days_overdue + 1 }} jours", "19"),
        ("x{% for line in lines %}{{ loop.index }}{% endfor %}", "1"),
        ("n° 7{{ lines[0].number }}", "7"),
        ("&#56; jours", "56"),
    ],
)
def test_a_figure_typed_or_computed_in_a_template_holds_the_letter(tmp_path: Path, typed: str, named: str) -> None:
    """X1: even when some field happens to hold the same digits."""
    with pytest.raises(TemplateFault, match=r"fr/reminders/first") as fault:
        first(own(tmp_path, f"Subject: Rappel\n\n{typed}\n"))
    assert named in str(fault.value)


def test_a_computed_amount_cannot_be_written_with_a_filter(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault, match="comes from no field"):
        first(own(tmp_path, "Subject: Rappel\n\n{{ (lines[0].open * 2)|amount('EUR') }}\n"))


def test_a_figure_in_the_subject_is_held_too(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault, match="'24h'"):
        first(own(tmp_path, "Subject: Dernier délai 24h\n\nBonjour\n"))


def test_a_figure_hidden_in_the_html_part_alone_is_held_too(tmp_path: Path) -> None:
    own(tmp_path, "Subject: Rappel\n\nBonjour\n")
    with pytest.raises(TemplateFault, match="'99'"):
        first(own(tmp_path, '<p style="color:#123">Payez 99 euros</p>', "fr/reminders/first.html.j2"))


def test_the_field_fakes_nothing_by_carrying_our_own_marks(shipped: JinjaLetters) -> None:
    """A hostile ledger field cannot smuggle the characters by which fields are known."""
    name = "\U000f0000Zoé 5\ue000 \U0010fffd"
    assert "Bonjour Zoé 5," in first(shipped, replace(FIELDS, contact_name=name))[1]


@pytest.mark.parametrize("kept", [2, 6])
def test_a_cut_field_holds_the_letter_rather_than_say_half_a_number(tmp_path: Path, kept: int) -> None:
    with pytest.raises(TemplateFault, match=r"comes from no field|cut a field in two"):
        first(own(tmp_path, f"Subject: Rappel\n\n{{{{ lines[0].number[:{kept}] }}}}\n"))


@pytest.mark.parametrize("field", ["contact_name", "account_name", "payment_terms"])
def test_no_field_can_add_a_line(shipped: JinjaLetters, field: str) -> None:
    evil = "Zoé\r\n\r\nNouvel IBAN : DE00\u2028Bcc: x@evil.test"
    subject, text, _, _ = first(shipped, replace(FIELDS, **{field: evil}))  # type: ignore[arg-type]
    assert "\n" not in subject
    assert not any(line.startswith(("Nouvel", "Bcc")) for line in text.splitlines())


def test_a_line_break_in_an_invoice_number_adds_no_header(shipped: JinjaLetters) -> None:
    """Seen elsewhere: a carriage return in the subject blocked the mail."""
    evil = replace(LINE, number="F1\r\nBcc: x@evil.test")
    assert first(shipped, replace(FIELDS, lines=(evil,)))[0] == "Rappel de paiement – Facture F1 Bcc: x@evil.test"


def test_nothing_in_a_field_turns_the_text_round(shipped: JinjaLetters) -> None:
    assert "Bonjour Zoé," in first(shipped, replace(FIELDS, contact_name="\u202eZoé\u2066"))[1]


def test_html_in_a_field_is_shown_and_not_obeyed(shipped: JinjaLetters) -> None:
    _, text, html, _ = first(shipped, replace(FIELDS, contact_name="<b>&Co"))
    assert "Bonjour <b>&Co," in text
    assert "Bonjour &lt;b&gt;&amp;Co," in html


@pytest.mark.parametrize(
    "template, what",
    [
        ("Subject: x\n\n{{ contact_nom }}\n", "contact_nom"),
        ("Subject: x\n\n{{ lines[0].montant }}\n", "montant"),
        ("Subject: x\n\n{% if %}\n", "line 3"),
        ("Subject: x\n\n{% include 'parts/nowhere' %}\n", "fr/parts/nowhere"),
        ("Bonjour\n", "first line"),
        ("Subject: x\n\n{{ reply_by }}\n", "reply_by needs a filter"),
        ("Subject: x\n\n{{ ''.__class__.__mro__ }}\n", "unsafe"),
        ("Subject: x\n\n{{ company._value }}\n", "_value"),
    ],
)
def test_a_faulty_template_says_what_and_where(tmp_path: Path, template: str, what: str) -> None:
    with pytest.raises(TemplateFault, match=r"fr/(reminders/first|parts)") as fault:
        first(own(tmp_path, template))
    assert what in str(fault.value)


def test_an_amount_finer_than_its_currency_is_refused_rather_than_rounded(shipped: JinjaLetters) -> None:
    with pytest.raises(TemplateFault, match="decimal places"):
        first(shipped, replace(FIELDS, lines=(replace(LINE, open=Decimal("1.005")),)))


def test_a_missing_language_or_template_is_named(shipped: JinjaLetters) -> None:
    with pytest.raises(TemplateFault, match=r"'de'.*en, fr"):
        shipped.render("reminders/first", "de", as_fields(FIELDS))
    with pytest.raises(TemplateFault, match="reminders/fifth"):
        shipped.render("reminders/fifth", "fr", as_fields(FIELDS))
    with pytest.raises(TemplateFault):
        shipped.render("../../etc/passwd", "fr", {})


def test_a_users_own_file_replaces_the_shipped_one_and_keeps_its_parts(tmp_path: Path) -> None:
    letters = own(
        tmp_path, 'Subject: Petit mot – {% include "parts/named" %}\n\nMerci !\n\n{% include "parts/signature" %}'
    )
    subject, text, html, _ = first(letters)
    assert subject == "Petit mot – Facture F2026-0118"
    assert text.startswith("Merci\u00a0!\n") and "01 99 00 00 00" in text
    assert "Merci\u00a0!" in html
    assert letters.render("reminders/second", "fr", as_fields(FIELDS)).subject.startswith("Relance")


def test_check_tells_every_fault_of_every_file_at_once(tmp_path: Path) -> None:
    for name, text in (
        ("fr/reminders/first.txt.j2", "Subject: x\n\nsous 8 jours\n"),
        ("en/reminders/second.txt.j2", "Subject: x\n\n{{ nobody }}\n"),
        ("fr/answers/ask_for_date.txt.j2", "{{ p.nothing }}"),
        ("fr/reminders/own.txt.j2", "Subject: x\n\nBonjour\n"),
    ):
        letters = own(tmp_path, text, name)
    told = [str(fault) for fault in letters.check()]
    assert len(told) == 4
    for expected in ("fr/reminders/first", "en/reminders/second", "fr/answers/ask_for_date", "en/reminders/own"):
        assert any(expected in fault for fault in told)


def test_check_tells_syntax_faults_with_their_line(tmp_path: Path) -> None:
    own(tmp_path, "Subject: x\n{% if %}", "fr/reminders/second.txt.j2")
    letters = own(tmp_path, "Subject: x\n\n{{ a b }}\n")
    assert sorted(fault.where for fault in letters.check()) == [
        "fr/reminders/first.txt.j2, line 3",
        "fr/reminders/second.txt.j2, line 2",
    ]


@pytest.mark.parametrize(
    "value, currency, language, written",
    [
        ("1284.60", "EUR", "fr", "1 284,60 €"),
        ("1284.60", "EUR", "en", "€1,284.60"),
        ("-120", "EUR", "fr", "−120,00 €"),
        ("80", "GBP", "fr", "80,00 GBP"),
        ("80", "USD", "en", "US$80.00"),
        ("1500000", "JPY", "fr", "1 500 000 JPY"),
        ("1.234", "TND", "fr", "1,234 TND"),
        ("3.50", "HUF", "en", "HUF 3.50"),
        ("0.05", "CHF", "en", "CHF 0.05"),
    ],
)
def test_amounts_are_written_as_each_language_does(value: str, currency: str, language: str, written: str) -> None:
    assert formats.amount(Decimal(value), currency, language).replace("\u00a0", " ") == written


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_no_amount_loses_a_cent_in_writing(value: Decimal) -> None:
    written = formats.amount(value, "EUR", "fr").removesuffix("\u00a0€").replace("\u00a0", "")
    assert Decimal(written.replace("−", "-").replace(",", ".")) == value


def test_days_are_written_out_and_the_first_of_a_month_is_ordinal_in_french() -> None:
    assert formats.long_day(date(2026, 11, 24), "fr") == "24 novembre 2026"
    assert formats.long_day(date(2026, 11, 1), "fr") == "1er novembre 2026"
    assert formats.weekday(date(2026, 4, 1), "fr") == "mercredi 1er avril 2026"
    assert formats.weekday(date(2026, 4, 11), "fr") == "samedi 11 avril 2026"
    assert formats.long_day(date(2026, 11, 1), "en") == "1 November 2026"


def test_french_spaces_do_not_break_before_punctuation() -> None:
    written = formats.typeset("Total : « 5 » ? Oui ! n° 4 ; fin.", "fr")
    assert written == "Total\u00a0: «\u00a05\u00a0»\u00a0? Oui\u00a0! n°\u00a04\u00a0; fin."
    assert formats.typeset("Total : x", "en") == "Total : x"


def test_a_persons_text_becomes_paragraphs_and_lists_and_never_markup() -> None:
    """C83: what was edited is what leaves, in both parts."""
    html = text_to_html("Bonjour <Zoé> & Cie,\r\n\r\nDeux choses :\n– A\n- B\nMerci.\n\nCordialement", "fr")
    assert "<p>Bonjour &lt;Zoé&gt; &amp; Cie,</p>" in html
    assert "<p>Deux choses :</p>\n<ul><li>A</li><li>B</li></ul>\n<p>Merci.</p>" in html
    assert '<html lang="fr">' in html


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200))
def test_no_word_of_a_persons_text_is_lost_in_html(text: str) -> None:
    shown = visible(text_to_html(text, "fr")).split()
    assert "".join(shown).replace("–", "") == "".join(text.split()).replace("–", "") or text.startswith(
        ("- ", "* ", "• ")
    )


def test_a_subject_names_as_many_invoices_as_a_phone_shows_and_counts_the_rest() -> None:
    lines = tuple(replace(LINE, number=f"F2026-{n:04}") for n in range(12))
    many = replace(FIELDS, lines=lines)
    assert len(many.named) == 5 and many.others == 7
    assert replace(FIELDS, lines=(replace(LINE, number="X" * 200),)).named == ("X" * 200,)


def test_what_a_reply_said_becomes_typed_fields_of_its_paragraph() -> None:
    values = {"paid_amount": "12.50", "paid_date": "2026-03-16", "paid_ref": "VIR 1", "fuzzy": True}
    said = Reading("paid", ("F1",), values, "parti lundi", 0.9, "rules/1")
    assert paragraph("thanks_for_payment", said, "GBP") == Paragraph(
        "thanks_for_payment", ("F1",), Decimal("12.50"), "GBP", date(2026, 3, 16), True, "VIR 1"
    )


@pytest.mark.parametrize("wrong", ["12,50", "NaN", "", "Infinity", "soon"])
def test_a_value_that_is_no_amount_or_date_is_left_out(wrong: str) -> None:
    said = Reading("paid", values={"paid_amount": wrong, "paid_date": wrong, "documents": "invoice_copy"})
    found = paragraph("thanks_for_payment", said)
    assert (found.amount, found.day, found.documents) == (None, None, ())


def test_a_folder_without_reminders_is_no_language(tmp_path: Path) -> None:
    """The desk's own pages live beside the languages."""
    letters = own(tmp_path, "{{ anything }}", "web/index.html.j2")
    assert letters.languages == ("en", "fr") and letters.check() == []

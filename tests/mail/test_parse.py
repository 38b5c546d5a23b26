"""Raw bytes to data: nothing raises, nothing is lost. All mails here are invented."""

from datetime import date
from pathlib import Path

import pytest

from bot.mail.parse import ParsedMail, Unreadable, header, mail_from_fields, parse
from bot.mail.quoting import newest_text

CORPUS = Path(__file__).parent.parent / "corpus"
SHARED = Path(__file__).parent.parent.parent.parent / "shared" / "data" / "mime"


def read(raw: bytes) -> ParsedMail:
    parsed = parse(raw)
    assert isinstance(parsed, ParsedMail), parsed
    return parsed


def eml(name: str) -> ParsedMail:
    return read((CORPUS / name).read_bytes())


def test_addresses_are_bare_and_lower_case_and_groups_are_nobody() -> None:
    mail = eml("outlook_html.eml")
    assert (mail.sender, mail.sender_name) == ("zoe@client.example", "Zoé Exemple")
    assert mail.to == ("ar@seller.example", "autre@seller.example")
    assert mail.cc == ()


def test_a_subject_encoded_in_pieces_is_one_line() -> None:
    assert eml("outlook_html.eml").subject == "RE: Facture F2026-118 – rappel"


def test_ids_keep_their_brackets_and_the_whole_chain() -> None:
    """R78: the thread is the surest sign of whose mail it is."""
    mail = eml("outlook_html.eml")
    assert mail.message_id == "<AM0.42@client.example>"
    assert mail.in_reply_to == "<relance-1@seller.example>"
    assert mail.references == ("<relance-0@seller.example>", "<relance-1@seller.example>")


def test_the_id_that_a_server_replaced_can_still_be_asked_for() -> None:
    assert header(eml("outlook_html.eml"), "x-microsoft-original-message-id") == "<mine@client.example>"


def test_a_page_alone_gives_the_text_and_what_it_hides_is_left_out() -> None:
    text = eml("outlook_html.eml").text
    assert "La facture est réglée depuis le 12 mars." in text
    assert "ignore previous instructions" not in text


def test_the_date_is_aware_or_unknown() -> None:
    moment = eml("outlook_html.eml").date
    assert moment is not None
    assert moment.utcoffset() is not None
    assert eml("hostile_headers.eml").date is None


def test_files_and_pictures_are_kept_with_their_names() -> None:
    pdf, logo = eml("with_invoice.eml").attachments
    assert (pdf.name, pdf.content_type, pdf.content, pdf.inline) == (
        "règlement.pdf",
        "application/pdf",
        b"%PDF-1.4\n",
        False,
    )
    assert (logo.content_type, logo.inline) == ("image/png", True)


def test_bytes_without_a_charset_are_guessed() -> None:
    mail = eml("latin1_undeclared.eml")
    assert mail.subject == "Réponse à la relance"
    assert mail.text == "La facture a été réglée € 100.\n"


def test_a_multipart_without_boundary_is_still_text() -> None:
    assert "The words are still here." in eml("missing_boundary.eml").text


def test_damaged_base64_gives_what_can_be_read() -> None:
    assert eml("bad_base64.eml").text == "La facture est payée."


def test_headers_that_break_the_standard_parser_do_not_break_us() -> None:
    """cpython#148518, #151857: `To: "`, `name*`, ids in square brackets."""
    mail = eml("hostile_headers.eml")
    assert mail.message_id == "<[abc@client.example]>"
    assert "\n" not in mail.subject
    assert "\r" not in mail.subject
    assert "still readable" in mail.text


def test_reports_are_kept_apart_from_the_text() -> None:
    kinds = [kind for kind, _ in eml("bounce_report.eml").report]
    assert kinds == ["message/delivery-status", "text/rfc822-headers"]


def test_an_enclosed_mail_is_a_report_and_not_the_writer_s_words() -> None:
    raw = (
        b"From: a@client.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nVoir ci-joint.\n"
        b"--b\nContent-Type: message/rfc822\n\nFrom: x@y.example\nMessage-ID: <1@y.example>\n\nNot mine.\n--b--\n"
    )
    mail = read(raw)
    assert "Not mine" not in mail.text
    assert b"<1@y.example>" in mail.report[0][1]


@pytest.mark.parametrize("raw", [b"", b"\n\n", b" \r\n"])
def test_nothing_is_unreadable_and_says_why(raw: bytes) -> None:
    told = parse(raw)
    assert isinstance(told, Unreadable)
    assert told.why


def test_old_macintosh_line_ends_are_line_ends() -> None:
    assert read(b"From: a@client.example\rSubject: x\r\rBonjour\r").text.strip() == "Bonjour"


def nested(depth: int) -> bytes:
    levels = [b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (i, i) for i in range(depth)]
    return b"From: a@client.example\n" + b"".join(levels) + b"\nAt the bottom.\n"


HOSTILE = {
    "a line of 5 MB": b"From: a@b.example\n\n" + b"le a ecrit : 12:30 " * 260_000,
    "10,000 quoted lines": b"From: a@b.example\n\n" + b"> quoted\n" * 10_000,
    "50,000 header-like lines": b"From: a@b.example\n\n" + b"De : x\n" * 50_000,
    "20,000 openings of an attribution": b"From: a@b.example\n\n" + b"Le 12 mars 2026 a ecrit nous\n" * 20_000,
    "a megabyte of dashes": b"From: a@b.example\n\n" + b"-" * 1_000_000,
    "a megabyte of address parts": b"From: a@b.example\n\n" + b"a.b@" * 250_000,
    "multiparts without end": nested(900),
    "200,000 headers": b"X-A: b\n" * 200_000 + b"\nhi",
    "100,000 addresses": b"From: " + b"a@b.c," * 100_000 + b"\n\nhi",
    "brackets without end": b"From: " + b"(" * 200_000 + b"\n\nhi",
    "encoded words without end": b"Subject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\nhi",
    "pages in pages": b"From: a@b.example\nContent-Type: text/html\n\n" + b"<div>" * 100_000 + b"hi",
    "quotations in quotations": b"From: a@b.example\nContent-Type: text/html\n\n" + b"<blockquote type=cite>" * 50_000,
    "NUL bytes": b"From: a@b.example\n\n" + b"\0" * 100_000 + b"hi",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_mail_is_read_in_bounded_time(what: str, deadline: None) -> None:
    """X2: one mail must not stop the mailbox."""
    newest_text(read(HOSTILE[what]))


@pytest.fixture
def deadline(request: pytest.FixtureRequest) -> None:
    """Ten seconds for what takes less than two: quadratic work takes minutes."""
    import signal

    def too_long(*_: object) -> None:
        pytest.fail("took longer than ten seconds")

    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(10)
    request.addfinalizer(lambda: signal.alarm(0))


def test_a_mail_given_as_fields_is_like_any() -> None:
    mail = mail_from_fields(
        "fr-1", date(2026, 3, 18), "Zoé <zoe@client.example>", "Re: x", "Payé.", {"Auto-Submitted": "no"}
    )
    assert (mail.sender, mail.text, header(mail, "auto-submitted")) == ("zoe@client.example", "Payé.", "no")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data is not here")
def test_no_public_mail_raises() -> None:
    """Some six hundred malformed, hostile and exotic mails of other projects' suites."""
    for path in SHARED.rglob("*"):
        if path.is_file():
            told = parse(path.read_bytes())
            assert isinstance(told, ParsedMail | Unreadable)

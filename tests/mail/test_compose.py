"""What leaves is plain, threaded, and says no more in its headers than we meant."""

import email
from dataclasses import replace
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mail.compose import MOST_REFERENCES, Outgoing, compose, message_id, reply_subject, row_of

KEY = b"a key of the test"
MAIL = Outgoing(
    sender="compta@seller.example",
    sender_name="Le service comptable",
    recipient="zoe@client.example",
    recipient_name="Zoé Exemple",
    subject="Rappel de paiement – Facture F1",
    text="Bonjour,\n\nMerci de régler 12,00\u00a0€.\n.\nFrom us\n",
    html="<p>Bonjour,</p>",
    message_id="<rl.row.0123456789@seller.example>",
    date=datetime(2026, 3, 18, 9, tzinfo=UTC),
)
PRINTABLE = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn"), exclude_characters="\x85"), max_size=200
)


def read(mail: Outgoing) -> EmailMessage:
    return email.message_from_bytes(compose(mail), policy=policy.default)  # type: ignore[return-value]


def part(mail: Outgoing, kind: str) -> EmailMessage:
    return next(p for p in read(mail).walk() if p.get_content_type() == kind)  # type: ignore[return-value]


def test_text_and_html_are_alternatives_of_one_mail() -> None:
    assert read(MAIL).get_content_type() == "multipart/alternative"
    assert part(MAIL, "text/plain").get_content().replace("\r\n", "\n") == MAIL.text
    assert part(MAIL, "text/html").get_content().strip() == MAIL.html


def test_any_relay_can_carry_it_because_it_is_ascii_in_short_lines_with_crlf() -> None:
    raw = compose(replace(MAIL, text="é" * 5000, attachments=(("é.pdf", b"%PDF-1.4\x00\xff"),)))
    assert raw.isascii()
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(map(len, raw.split(b"\r\n"))) <= 100


def test_documents_go_beside_the_text_with_their_name_and_bytes() -> None:
    """R49, C33."""
    pdf = b"%PDF-1.4\x00\xff\r\n\n"
    found = next(iter(read(replace(MAIL, attachments=(("../Facture n° 1.pdf", pdf),))).iter_attachments()))
    assert found.get_filename() == "Facture n° 1.pdf"
    assert found.get_content_type() == "application/pdf"
    assert found.get_content() == pdf


def test_composing_twice_gives_the_same_bytes_so_that_our_copy_in_drafts_is_known_again() -> None:
    mail = replace(MAIL, attachments=(("a.pdf", b"%PDF-"),))
    assert compose(mail) == compose(mail)


@given(PRINTABLE)
def test_any_subject_arrives_as_it_was_meant(subject: str) -> None:
    assert read(replace(MAIL, subject=subject))["Subject"] == subject


@pytest.mark.parametrize("subject", ["=?utf-8?q?Bcc:?= x", "=?", " a ", "a  b", "x" * 300, "é" * 300])
def test_a_subject_that_looks_encoded_or_is_oddly_spaced_arrives_as_it_was_meant(subject: str) -> None:
    assert read(replace(MAIL, subject=subject))["Subject"] == subject


def test_our_own_ids_in_headers_stand_on_one_line_however_long() -> None:
    raw = compose(replace(MAIL, headers={"X-Relance-Draft": "d" * 300}))
    assert b"X-Relance-Draft: " + b"d" * 300 + b"\r\n" in raw


@given(PRINTABLE)
def test_any_display_name_leaves_the_address_alone(name: str) -> None:
    to = read(replace(MAIL, recipient_name=name))["To"].addresses
    assert [(a.username, a.domain) for a in to] == [("zoe", "client.example")]


@pytest.mark.parametrize("evil", ["a\r\nBcc: x@evil.test", "a\nb", "a\rb", "a\x00b", "a\x0bb", "a\u2028b", "a\x85b"])
@pytest.mark.parametrize("where", ["subject", "sender_name", "recipient_name", "sender", "recipient", "message_id"])
def test_a_control_character_in_a_header_is_refused(where: str, evil: str) -> None:
    value = {"sender": f"{evil}@x.test", "recipient": f"x@{evil}", "message_id": f"<{evil}@x.test>"}.get(where, evil)
    with pytest.raises(ValueError, match=r"control character|malformed|no Message-ID"):
        compose(replace(MAIL, **{where: value}))  # type: ignore[arg-type]


@pytest.mark.parametrize("evil", ["a\r\nBcc: x@evil.test", "a\nb"])
def test_a_control_character_in_a_further_header_is_refused(evil: str) -> None:
    with pytest.raises(ValueError, match="control character"):
        compose(replace(MAIL, headers={"X-Relance-Draft": evil}))
    with pytest.raises(ValueError, match="no header to add"):
        compose(replace(MAIL, headers={f"X-{evil}": "1"}))


@pytest.mark.parametrize("name", ["Bcc", "to", "Message-ID", "List-Unsubscribe", "Auto-Submitted"])
def test_nobody_can_overwrite_a_header_that_is_ours(name: str) -> None:
    with pytest.raises(ValueError, match="no header to add"):
        compose(replace(MAIL, headers={name: "x"}))


@pytest.mark.parametrize("address", ["", "zoe", "a@b, c@d", "a b@c.example", "<a@b.example>", "é@b.example"])
def test_what_is_no_single_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="address"):
        compose(replace(MAIL, recipient=address))


def test_a_foreign_domain_is_written_in_ascii() -> None:
    assert read(replace(MAIL, recipient="zoe@société.example"))["To"].addresses[0].domain == "xn--socit-esab.example"


def test_only_what_no_person_approved_says_that_it_is_automatic() -> None:
    """RFC 3834; absence notices still come back, because only receipts and automatic answers are suppressed."""
    unattended, approved = read(replace(MAIL, auto_submitted=True)), read(MAIL)
    assert unattended["Auto-Submitted"] == "auto-generated"
    assert "OOF" not in unattended["X-Auto-Response-Suppress"] and "All" not in unattended["X-Auto-Response-Suppress"]
    assert approved["Auto-Submitted"] is None and approved["X-Auto-Response-Suppress"] is None
    assert unattended["List-Unsubscribe"] is None and unattended["Precedence"] is None


def test_the_whole_thread_is_named_and_its_parent_last() -> None:
    """C42."""
    found = read(replace(MAIL, in_reply_to="<b@x>", references=("<a@x>", "<b@x>", "<c@x>")))
    assert found["In-Reply-To"] == "<b@x>"
    assert found["References"].split() == ["<a@x>", "<c@x>", "<b@x>"]


def test_a_long_thread_keeps_its_first_and_its_newest_ids() -> None:
    ids = tuple(f"<{n}@x>" for n in range(100))
    found = read(replace(MAIL, in_reply_to="<p@x>", references=ids))["References"].split()
    assert len(found) == MOST_REFERENCES
    assert (found[0], found[-1]) == ("<0@x>", "<p@x>")


def test_an_id_longer_than_a_line_is_not_encoded_away() -> None:
    """Python's own folding would turn it into an encoded word and break the thread."""
    long = f"<{'a' * 200}@x>"
    raw = compose(replace(MAIL, in_reply_to=long))
    assert f"In-Reply-To: {long}\r\n".encode() in raw


@pytest.mark.parametrize("bad", ["", "no brackets", "<a b@x>", "<a@x>\r\nBcc: x@evil.test", "<é@x>", "<>"])
def test_a_malformed_thread_id_of_somebody_else_is_left_out_and_the_answer_still_leaves(bad: str) -> None:
    found = read(replace(MAIL, in_reply_to=bad, references=(bad,)))
    assert found["In-Reply-To"] is None and found["References"] is None and found["Bcc"] is None


def test_the_id_of_exchange_with_brackets_inside_is_kept() -> None:
    assert b"In-Reply-To: <[abc@microsoft.example]>\r\n" in compose(
        replace(MAIL, in_reply_to="<[abc@microsoft.example]>")
    )


def test_a_date_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        compose(replace(MAIL, date=datetime(2026, 3, 18)))


@given(st.text(min_size=1, max_size=60).filter(lambda s: s.isprintable()))
def test_a_message_id_leads_back_to_its_row_whatever_the_row_is_called(row: str) -> None:
    found = message_id(row, KEY, "seller.example")
    assert row_of(found, KEY) == row
    assert read(replace(MAIL, message_id=found))["Message-ID"] == found


def test_a_forged_message_id_leads_nowhere() -> None:
    real = message_id("reminder-C001", KEY, "seller.example")
    assert row_of(real.replace("C001", "C002"), KEY) is None
    assert row_of(real, b"another key") is None


@pytest.mark.parametrize("text", ["", "<a@b>", "<rl.x@b>", "<rl..0123456789@b>", "<rl.+FF.0123456789@b>", "x" * 5000])
def test_a_foreign_message_id_leads_nowhere(text: str) -> None:
    assert row_of(text, KEY) is None


def test_a_message_id_survives_lost_brackets_and_outer_spaces() -> None:
    assert row_of(f" {message_id('r1', KEY, 'x.example')[1:-1]} ", KEY) == "r1"


@pytest.mark.parametrize("row, domain", [("", "x.example"), ("r", ""), ("r", "x example"), ("r", "x>\r\nBcc: y")])
def test_a_message_id_needs_a_row_and_a_domain(row: str, domain: str) -> None:
    with pytest.raises(ValueError, match="row and a domain"):
        message_id(row, KEY, domain)


@pytest.mark.parametrize(
    "subject, answer",
    [
        ("Facture F1", "Re: Facture F1"),
        ("Re: Facture F1", "Re: Facture F1"),
        ("RE : RE: Facture F1", "Re: Facture F1"),
        ("AW: Re[2]: Rechnung", "Re: Rechnung"),
        ("SV: TR: Facture F1", "Re: Facture F1"),
        ("Réf : F1", "Re: F1"),
        ("Fwd: FW: x", "Re: x"),
        ("Reçu: F1", "Re: Reçu: F1"),
        ("Rental: F1", "Re: Rental: F1"),
        ("a\r\nBcc: x@evil.test", "Re: a Bcc: x@evil.test"),
        ("", "Re:"),
    ],
)
def test_an_answer_has_one_re_whatever_came_before(subject: str, answer: str) -> None:
    assert reply_subject(subject) == answer

"""A copy, a move or a second delivery is the same mail; two different mails never are."""

from bot.mail.identity import mail_id
from bot.mail.similar import similarity

MAIL = (
    b"From: a@client.example\r\nSubject: Paid\r\nDate: Mon, 2 Mar 2026 10:00:00 +0100\r\n"
    b"Message-ID: <1@x>\r\n\r\nDone\r\n"
)


def test_transport_headers_and_line_ends_do_not_change_a_mail() -> None:
    moved = b"Received: by host\r\nX-Spam: no\r\n" + MAIL
    assert mail_id(moved) == mail_id(MAIL) == mail_id(MAIL.replace(b"\r\n", b"\n"))


def test_a_reused_message_id_with_other_words_is_another_mail() -> None:
    assert mail_id(MAIL.replace(b"Done", b"Not done")) != mail_id(MAIL)


def test_mails_without_message_id_are_told_apart_by_their_words() -> None:
    bare = MAIL.replace(b"Message-ID: <1@x>\r\n", b"")
    assert mail_id(bare) != mail_id(bare.replace(b"Done", b"Other")) != mail_id(MAIL)


def test_an_edited_draft_is_similar_and_another_letter_is_not() -> None:
    draft = "Bonjour, nous avons bien noté votre contestation de la facture F-101 et revenons vers vous."
    edited = "Bonjour Zoé, nous avons bien noté votre contestation de la facture F-101. À bientôt."
    assert similarity(draft, edited) > 0.6 > similarity(draft, "Nous passerons jeudi matin pour mesurer la porte.")
    assert similarity("", "") == 0

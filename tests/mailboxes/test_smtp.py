"""SmtpSender against a real SMTP server: what left, what did not, and what nobody can know."""

import time

import pytest

from bot.ports import EdgeError, Later, Refused, Throttled, Unclear, Undeliverable
from tests.mailboxes.conftest import Sending
from tests.real.smtp import Behaviour, MailServer, smtp_server

US = "accounts@vendor.example"
CLIENT = "jean@client.example"
MAIL = b"From: accounts@vendor.example\nTo: jean@client.example\nSubject: Reminder\n\nHello,\n.\n..two\nplease pay.\n"


def test_a_mail_arrives_byte_for_byte_with_crlf_line_ends(server: MailServer, sending: Sending) -> None:
    """C41. Lines that begin with a dot keep it, and no dot line ends the text early."""
    sending(server.port).send(MAIL, CLIENT)
    assert server.kept == [(US, CLIENT, MAIL.replace(b"\n", b"\r\n"))]


def test_a_mail_without_a_last_line_end_arrives_whole(server: MailServer, sending: Sending) -> None:
    sending(server.port).send(MAIL.rstrip(b"\n"), CLIENT)
    assert server.kept[0][2] == MAIL.replace(b"\n", b"\r\n")


def test_the_envelope_sender_is_the_shared_mailbox_whatever_from_says(server: MailServer, sending: Sending) -> None:
    """Bounces must come back to the mailbox that is read."""
    sending(server.port).send(b"From: someone.else@vendor.example\r\n\r\nHello\r\n", CLIENT)
    assert server.kept[0][0] == US


def test_one_connection_carries_many_mails(server: MailServer, sending: Sending) -> None:
    sender = sending(server.port)
    for n in range(5):
        sender.send(MAIL, f"client{n}@client.example")
    assert (server.connections, len(server.kept)) == (1, 5)


def test_making_a_sender_opens_no_connection(server: MailServer, sending: Sending) -> None:
    """X11, C103: shadow mode makes senders and must not be seen by the server."""
    sending(server.port)
    time.sleep(0.05)
    assert server.connections == 0


def test_a_connection_that_the_server_closed_while_idle_is_opened_again(server: MailServer, sending: Sending) -> None:
    sender = sending(server.port)
    sender.send(MAIL, CLIENT)
    server.cut_idle_connections()
    sender.send(MAIL, CLIENT)
    assert (server.connections, len(server.kept)) == (2, 2)


def test_a_sender_that_was_closed_can_send_again(server: MailServer, sending: Sending) -> None:
    sender = sending(server.port)
    sender.send(MAIL, CLIENT)
    sender.close()
    sender.send(MAIL, CLIENT)
    assert len(server.kept) == 2


def test_greylisting_is_throttled_for_as_long_as_the_server_says(server: MailServer, sending: Sending) -> None:
    server.behaviour = Behaviour.GREYLIST
    with pytest.raises(Throttled, match=r"recipient jean@client\.example") as told:
        sending(server.port).send(MAIL, CLIENT)
    assert told.value.wait_seconds == 180
    assert not server.kept


def test_after_a_refused_recipient_the_same_connection_serves_the_next(server: MailServer, sending: Sending) -> None:
    sender = sending(server.port)
    server.behaviour = Behaviour.UNKNOWN_RECIPIENT
    with pytest.raises(Refused, match=r"550 5\.1\.1 no such user"):
        sender.send(MAIL, CLIENT)
    server.behaviour = Behaviour.TAKE
    sender.send(MAIL, "other@client.example")
    assert [to for _, to, _ in server.kept] == ["other@client.example"]
    assert server.connections == 1


@pytest.mark.parametrize(
    ("behaviour", "kind"),
    [
        pytest.param(Behaviour.TOO_MANY, Throttled, id="a full server is throttled"),
        pytest.param(Behaviour.CLOSING, Throttled, id="a server that shuts down is throttled"),
        pytest.param(Behaviour.CONTENT_REFUSED, Undeliverable, id="content refused at the end never left"),
        pytest.param(Behaviour.CONTENT_LATER, Later, id="content put off at the end never left"),
        pytest.param(Behaviour.CUT_AT_DATA, Unclear, id="a line cut at DATA is unclear"),
        pytest.param(Behaviour.CUT_AT_DOT, Unclear, id="a line cut before the answer is unclear"),
        pytest.param(Behaviour.CLOSING_AT_DOT, Unclear, id="a gateway that gives up after the text is unclear"),
    ],
)
def test_each_stage_has_its_own_error(
    server: MailServer, sending: Sending, behaviour: Behaviour, kind: type[EdgeError]
) -> None:
    server.behaviour = behaviour
    with pytest.raises(EdgeError) as told:
        sending(server.port).send(MAIL, CLIENT)
    assert type(told.value) is kind, told.value


def test_an_unclear_mail_was_indeed_kept_when_the_line_was_cut_after_its_end(
    server: MailServer, sending: Sending
) -> None:
    """Why `Unclear` must never be sent again: this server has the mail."""
    server.behaviour = Behaviour.CUT_AT_DOT
    with pytest.raises(Unclear, match="may have left or not"):
        sending(server.port).send(MAIL, CLIENT)
    assert len(server.kept) == 1


def test_a_server_that_never_answers_after_the_text_is_unclear(server: MailServer, sending: Sending) -> None:
    server.behaviour = Behaviour.SLOW
    with pytest.raises(Unclear):
        sending(server.port, timeout=0.3).send(MAIL, CLIENT)


def test_after_an_unclear_mail_the_next_one_gets_a_new_connection(server: MailServer, sending: Sending) -> None:
    sender = sending(server.port)
    server.behaviour = Behaviour.CUT_AT_DOT
    with pytest.raises(Unclear):
        sender.send(MAIL, CLIENT)
    server.behaviour = Behaviour.TAKE
    sender.send(MAIL, "other@client.example")
    assert server.connections == 2


def test_a_mail_above_the_servers_limit_is_refused_before_it_is_sent(sending: Sending) -> None:
    with smtp_server(size_limit=2000) as server, pytest.raises(Refused, match="takes 2000"):
        sending(server.port).send(MAIL + b"x" * 3000, CLIENT)
    assert not server.kept


def test_smtputf8_is_used_only_for_a_name_that_needs_it(server: MailServer, sending: Sending) -> None:
    sender = sending(server.port)
    sender.send(MAIL, "jean@société.example")
    assert server.kept[-1][1] == "jean@xn--socit-esab.example"
    assert "SMTPUTF8" not in server.mail_options
    sender.send(MAIL, "hélène@client.example")
    assert server.kept[-1][1] == "hélène@client.example"
    assert "SMTPUTF8" in server.mail_options


def test_a_name_the_server_cannot_take_is_refused_and_the_next_mail_leaves(sending: Sending) -> None:
    with smtp_server(smtputf8=False) as server:
        sender = sending(server.port)
        with pytest.raises(Refused, match="SMTPUTF8"):
            sender.send(MAIL, "hélène@client.example")
        sender.send(MAIL, CLIENT)
        sender.close()
    assert len(server.kept) == 1


def test_eight_bit_text_is_announced(server: MailServer, sending: Sending) -> None:
    text = MAIL + "Réglé\n".encode()
    sending(server.port).send(text, CLIENT)
    assert "BODY=8BITMIME" in server.mail_options
    assert server.kept[0][2] == text.replace(b"\n", b"\r\n")


@pytest.mark.parametrize(
    "recipient",
    [
        "jean@client.example>\r\nRCPT TO:<eve@evil.example",
        "jean",
        "",
        "jean@client.example, eve@evil.example",
        "<j@x.y>",
    ],
)
def test_what_is_no_single_address_is_refused_without_a_word_to_the_server(
    server: MailServer, sending: Sending, recipient: str
) -> None:
    """An address from a ledger must not smuggle a second command."""
    with pytest.raises(Refused, match="no e-mail address"):
        sending(server.port).send(MAIL, recipient)
    assert (server.connections, server.kept) == (0, [])

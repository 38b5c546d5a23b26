"""The demo's SMTP server delivers to our users, hands mail over to the clients, and refuses as real servers do."""

import smtplib
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest

from bot.demo.imap_store import MailStore
from bot.demo.loop_thread import running
from bot.demo.smtp_server import Delivery, HandOver, SmtpServer
from tests.real.dovecot import make_certificate

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SHOP = "ar@seller.example"
MAIL = "From: Ada <ada@client.example>\r\nSubject: Réglé\r\n\r\n.a line with a dot\r\n\r\nRéglé hier\r\n".encode()


@contextmanager
def serving(
    tmp_path: Path, hand_over: HandOver = lambda *_: None, tls: ssl.SSLContext | None = None, **settings: Any
) -> Iterator[tuple[MailStore, SmtpServer]]:
    """A server where ar@seller.example is the user `ar` and all others are clients."""
    store = MailStore(tmp_path / "mail")
    server = SmtpServer(Delivery(store, {SHOP: "ar"}, lambda: NOON, hand_over, **settings), tls=tls)
    with running(server):
        yield store, server


def post(server: SmtpServer, sender: str, recipient: str, raw: bytes = MAIL) -> None:
    with smtplib.SMTP(server.host, server.port, timeout=10) as line:
        line.sendmail(sender, [recipient], raw)


def test_mail_to_our_address_lands_in_the_inbox_with_its_octets_and_its_trace(tmp_path: Path) -> None:
    with serving(tmp_path) as (store, server):
        post(server, "ada@client.example", "AR@seller.example")
        (message,) = store.mailbox("ar").messages()
        raw = store.mailbox("ar").raw(message.uid)
    assert raw.endswith(MAIL)
    assert message.date == NOON
    parsed = message_from_bytes(raw)
    assert parsed["Return-Path"] == "<ada@client.example>"
    assert parsed["Received"].endswith("Mon, 02 Mar 2026 12:00:00 +0000")


def test_a_bounce_keeps_its_empty_sender(tmp_path: Path) -> None:
    """Bounces are known by it (RFC 5321 4.5.5)."""
    with serving(tmp_path) as (store, server):
        post(server, "", SHOP)
        assert message_from_bytes(store.mailbox("ar").raw(1))["Return-Path"] == "<>"


def test_mail_to_a_client_is_handed_over_unchanged(tmp_path: Path) -> None:
    taken: list[tuple[str, str, bytes]] = []
    with serving(tmp_path, lambda *mail: taken.append(mail)) as (store, server):
        post(server, SHOP, "Ada@client.example")
        assert store.mailbox("ar").messages() == []
    assert taken == [(SHOP, "Ada@client.example", MAIL)]


def test_a_client_may_answer_to_the_same_server_before_the_mail_counts_as_taken(tmp_path: Path) -> None:
    """A delivered-then-bounced address is a client that answers so."""

    def bounce(sender: str, recipient: str, raw: bytes) -> None:
        post(server, "", sender, b"Subject: Undelivered\r\n\r\n" + recipient.encode() + b"\r\n")

    with serving(tmp_path, bounce) as (store, server):
        post(server, SHOP, "gone@client.example")
        assert store.mailbox("ar").raw(1).endswith(b"\r\n\r\ngone@client.example\r\n")


def test_a_refused_recipient_gets_550_and_the_others_their_mail(tmp_path: Path) -> None:
    taken: list[str] = []
    with (
        serving(tmp_path, lambda _, to, __: taken.append(to), refused={"Old@client.example"}) as (_, server),
        smtplib.SMTP(server.host, server.port, timeout=10) as line,
    ):
        refused = line.sendmail(SHOP, ["old@Client.example", "ada@client.example"], MAIL)
        with pytest.raises(smtplib.SMTPRecipientsRefused):
            line.sendmail(SHOP, ["old@client.example"], MAIL)
    assert refused["old@Client.example"][0] == 550
    assert taken == ["ada@client.example"]


def test_a_client_that_fails_makes_the_sender_try_later(tmp_path: Path) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("full")

    with serving(tmp_path, fail) as (_, server):
        with pytest.raises(smtplib.SMTPDataError) as refused:
            post(server, SHOP, "ada@client.example")
        assert refused.value.smtp_code == 451
        post(server, "ada@client.example", SHOP)


def test_a_slow_client_does_not_hold_up_other_mail(tmp_path: Path) -> None:
    busy, done = threading.Event(), threading.Event()

    def slow(*_: object) -> None:
        busy.set()
        assert done.wait(10)

    with serving(tmp_path, slow) as (store, server):
        sender = threading.Thread(target=post, args=(server, SHOP, "ada@client.example"))
        sender.start()
        assert busy.wait(10)
        post(server, "eve@client.example", SHOP)
        assert len(store.mailbox("ar").messages()) == 1
        done.set()
        sender.join(10)


@pytest.mark.parametrize("mechanism", ["PLAIN", "LOGIN"])
def test_with_passwords_only_who_logged_in_may_send(tmp_path: Path, mechanism: str) -> None:
    with (
        serving(tmp_path, passwords={"ar": "pw"}) as (store, server),
        smtplib.SMTP(server.host, server.port, timeout=10) as line,
    ):
        with pytest.raises(smtplib.SMTPSenderRefused):
            line.sendmail(SHOP, [SHOP], MAIL)
        line.user, line.password = "ar", "wrong"
        with pytest.raises(smtplib.SMTPAuthenticationError):
            line.auth(mechanism, getattr(line, f"auth_{mechanism.lower()}"))
        line.password = "pw"
        line.auth(mechanism, getattr(line, f"auth_{mechanism.lower()}"))
        line.sendmail(SHOP, [SHOP], MAIL)
        assert len(store.mailbox("ar").messages()) == 1


def test_mail_can_be_sent_encrypted_both_ways(tmp_path: Path) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*make_certificate(tmp_path))
    trusting = ssl.create_default_context(cafile=str(tmp_path / "cert.pem"))
    with serving(tmp_path, tls=context, passwords={"ar": "pw"}) as (store, server):
        with smtplib.SMTP("localhost", server.port, timeout=10) as line:
            line.starttls(context=trusting)
            line.login("ar", "pw")
            line.sendmail(SHOP, [SHOP], MAIL)
        with smtplib.SMTP_SSL("localhost", server.tls_port, timeout=10, context=trusting) as line:
            line.login("ar", "pw")
            line.sendmail(SHOP, [SHOP], MAIL)
        assert len(store.mailbox("ar").messages()) == 2


def test_an_address_with_accents_is_delivered(tmp_path: Path) -> None:
    taken: list[str] = []
    with (
        serving(tmp_path, lambda _, to, __: taken.append(to)) as (_, server),
        smtplib.SMTP(server.host, server.port, timeout=10) as line,
    ):
        line.ehlo()
        line.sendmail(SHOP, ["zoé@client.example"], MAIL, mail_options=["SMTPUTF8"])
    assert taken == ["zoé@client.example"]


def test_half_a_mail_and_a_cut_line_leave_the_server_alive(tmp_path: Path) -> None:
    with serving(tmp_path) as (store, server):
        line = smtplib.SMTP(server.host, server.port, timeout=10)
        line.docmd("EHLO", "client.example")
        line.docmd("MAIL", "FROM:<a@client.example>")
        line.docmd("RCPT", f"TO:<{SHOP}>")
        line.docmd("DATA")
        line.send(b"Subject: half\r\n\r\nhal")
        line.close()
        post(server, "ada@client.example", SHOP)
        assert [store.mailbox("ar").raw(m.uid).endswith(MAIL) for m in store.mailbox("ar").messages()] == [True]


def test_it_listens_on_loopback_only(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="loopback"):
        SmtpServer(Delivery(MailStore(tmp_path), {}, lambda: NOON, lambda *_: None), host="0.0.0.0")

"""How SmtpSender connects: encrypted or not at all, with the right password, and what is said when it cannot."""

import socket
import ssl
from pathlib import Path

import pytest

from bot.core.secret import Secret
from bot.mailboxes.smtp import SmtpSettings
from bot.ports import BadAnswer, EdgeError, Later, Refused, Throttled, Unclear, Undeliverable, Unreachable
from tests.mailboxes.conftest import Sending
from tests.real.smtp import MailServer, says, smtp_server

# Our server may be asked for a password in clear: it listens on loopback.
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH")

CLIENT = "jean@client.example"
MAIL = b"From: accounts@vendor.example\nTo: jean@client.example\nSubject: Reminder\n\nPlease pay.\n"


def _tls(certificate: tuple[Path, Path]) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    return context


def test_a_password_beyond_ascii_logs_in(sending: Sending) -> None:
    with smtp_server(passwords={"compta": "clé sécrète"}) as server:
        sender = sending(server.port, user="compta", password=Secret("clé sécrète"))
        sender.send(MAIL, CLIENT)
        sender.close()
    assert len(server.kept) == 1


def test_a_wrong_password_is_refused_and_never_shown(sending: Sending) -> None:
    with smtp_server(passwords={"compta": "right"}) as server, pytest.raises(Refused) as told:
        sending(server.port, user="compta", password=Secret("hunter2-secret")).send(MAIL, CLIENT)
    assert "password of user compta" in str(told.value)
    assert "hunter2" not in f"{told.value} {told.value!r}"


def test_starttls_encrypts_before_the_password(sending: Sending, certificate: tuple[Path, Path]) -> None:
    with smtp_server(starttls=_tls(certificate), passwords={"compta": "pw"}) as server:
        more = {"security": "starttls", "ca_file": certificate[0], "user": "compta", "password": Secret("pw")}
        sender = sending(server.port, **more)
        sender.try_login()
        sender.send(MAIL, CLIENT)
        sender.close()
    assert (len(server.kept), server.connections) == (1, 1)


def test_implicit_tls_carries_mail(sending: Sending, certificate: tuple[Path, Path]) -> None:
    with smtp_server(tls=_tls(certificate)) as server:
        sender = sending(server.port, security="tls", ca_file=certificate[0])
        sender.send(MAIL, CLIENT)
        sender.close()
    assert len(server.kept) == 1


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_certificate_of_another_authority_is_refused_with_what_to_do(
    sending: Sending, certificate: tuple[Path, Path], another_ca: Path, security: str
) -> None:
    kind = {security: _tls(certificate)}
    with smtp_server(**kind) as server, pytest.raises(Refused, match="ca_file"):  # type: ignore[arg-type]
        sending(server.port, security=security, ca_file=another_ca).send(MAIL, CLIENT)
    assert not server.kept


def test_a_server_without_starttls_never_hears_the_password(server: MailServer, sending: Sending) -> None:
    with pytest.raises(Refused, match="no STARTTLS"):
        sending(server.port, security="starttls", user="compta", password=Secret("pw")).send(MAIL, CLIENT)


def test_tls_on_a_plain_port_is_refused_with_what_to_do(server: MailServer, sending: Sending) -> None:
    with pytest.raises(Refused, match="starttls"):
        sending(server.port, security="tls").send(MAIL, CLIENT)


def test_an_unreadable_certificate_file_is_refused(server: MailServer, sending: Sending, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"none\.pem"):
        sending(server.port, security="tls", ca_file=tmp_path / "none.pem").send(MAIL, CLIENT)


def test_plain_is_only_for_loopback() -> None:
    with pytest.raises(ValueError, match=r"in clear to mail\.example\.com"):
        SmtpSettings("mail.example.com", 25, "plain", "accounts@vendor.example")


def test_nobody_listening_is_unreachable(sending: Sending) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(Unreachable, match=str(port)):
        sending(port).send(MAIL, CLIENT)


def test_a_server_that_keeps_silent_is_unreachable(sending: Sending) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(Unreachable, match="in time"):
        sending(silent.getsockname()[1], timeout=0.3).send(MAIL, CLIENT)


HELLO = (b"220 hello\r\n", b"250 hello\r\n")


@pytest.mark.parametrize(
    ("replies", "kind"),
    [
        pytest.param((b"HTTP/1.1 400 Bad Request\r\n",), BadAnswer, id="a web server"),
        pytest.param((b"554 no mail from here\r\n",), Refused, id="a greeting that turns us away"),
        pytest.param((b"421 too many connections\r\n",), Throttled, id="a greeting that asks for patience"),
        pytest.param((b"",), Unreachable, id="a connection closed at once"),
        pytest.param((*HELLO, b"what?\r\n"), BadAnswer, id="nonsense to MAIL"),
        pytest.param((*HELLO, b"2" * 9000 + b"\r\n"), BadAnswer, id="an endless line to MAIL"),
        pytest.param((*HELLO, b"250 ok\r\n"), Unreachable, id="the end after MAIL"),
        pytest.param((*HELLO, b"250 ok\r\n", b"451 later\r\n"), Later, id="a put-off at RCPT, then the end"),
        pytest.param((*HELLO, b"250 ok\r\n", b"250 ok\r\n", b"250 ok\r\n"), BadAnswer, id="no go-ahead to DATA"),
        pytest.param((*HELLO, b"250 ok\r\n", b"250 ok\r\n", b"503 no\r\n"), Refused, id="a refusal of DATA"),
        pytest.param((*HELLO, b"451 later\r\n"), Throttled, id="a put-off at MAIL speaks of the mailbox"),
        pytest.param((*HELLO, b"550 5.7.1 sender not allowed\r\n"), Refused, id="a refused sender too"),
        pytest.param((*HELLO, b"552 too large\r\n"), Undeliverable, id="a size refused at MAIL is this mail's"),
        pytest.param((*HELLO, b"250 ok\r\n", b"530 log in first\r\n"), Refused, id="no log-in, told at RCPT"),
        pytest.param((*HELLO, b"250 ok\r\n", b"554 5.7.1 Relay access denied\r\n"), Refused, id="no right to relay"),
        pytest.param((*HELLO, b"250 ok\r\n", b"550 no such user\r\n"), Undeliverable, id="an unknown recipient"),
        pytest.param((*HELLO, b"250 ok\r\n", b"459 odd\r\n"), Later, id="any 4xx to RCPT is this recipient's"),
        pytest.param((*HELLO, b"250 ok\r\n", b"421 closing\r\n"), Throttled, id="421 to RCPT ends the connection"),
        pytest.param(
            (*HELLO, b"250 ok\r\n", b"250 ok\r\n", b"354 go\r\n", b"oops\r\n"), Unclear, id="nonsense after DATA"
        ),
    ],
)
def test_odd_servers_get_the_right_error(sending: Sending, replies: tuple[bytes, ...], kind: type[EdgeError]) -> None:
    with says(*replies) as port, pytest.raises(EdgeError) as told:
        sending(port).send(MAIL, CLIENT)
    assert type(told.value) is kind, told.value

"""How ImapInbox connects: encrypted or not at all, and what is said when it cannot."""

import socket
from dataclasses import replace
from pathlib import Path

import pytest

from bot.core.secret import Secret
from bot.demo.imap_server import ImapServer, MailStore
from bot.demo.loop_thread import running
from bot.mailboxes.imap import ImapInbox, ImapSettings
from bot.ports import BadAnswer, EdgeError, Refused, Throttled, Unreachable
from tests.mailboxes.line import CUT, scripted
from tests.mailboxes.played import NOON, ImapPeople, edge_error, inbox_at, mail
from tests.real.dovecot import Server


def test_nobody_listening_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    error = edge_error(inbox_at(port))
    assert type(error) is Unreachable
    assert f"127.0.0.1:{port}" in str(error)


def test_a_name_that_is_not_known_is_unreachable() -> None:
    error = edge_error(inbox_at(993, host="imap.relance.invalid", security="tls"))
    assert type(error) is Unreachable
    assert "imap.relance.invalid" in str(error)


def test_a_server_that_keeps_silent_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        error = edge_error(inbox_at(silent.getsockname()[1], timeout=0.3))
    assert type(error) is Unreachable
    assert "in time" in str(error)


@pytest.mark.parametrize(
    ("greeting", "kind"),
    [
        pytest.param(b"HTTP/1.1 400 Bad Request\r\n", BadAnswer, id="a web server"),
        pytest.param(b"* BYE too many connections\r\n", Throttled, id="a goodbye for want of room"),
        pytest.param(b"* BYE down for maintenance\r\n", Unreachable, id="a goodbye"),
        pytest.param(b"", Unreachable, id="nothing, then the end"),
        pytest.param(b"* OK ready", Unreachable, id="half a line"),
    ],
)
def test_a_greeting_that_is_none_is_told_apart(greeting: bytes, kind: type[EdgeError]) -> None:
    with scripted({b"CAPABILITY": CUT}, greeting) as script:
        error = edge_error(inbox_at(script.port, timeout=0.5))
    assert type(error) is kind, error


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        pytest.param(b"TAG NO [AUTHENTICATIONFAILED] no\r\n", Refused, id="a wrong password is refused"),
        pytest.param(b"TAG NO LOGIN failed.\r\n", Refused, id="a wrong password without a code is refused"),
        pytest.param(b"TAG NO [UNAVAILABLE] later\r\n", Unreachable, id="a directory that is down is unreachable"),
        pytest.param(b"TAG NO [LIMIT] enough\r\n", Throttled, id="a limit is throttled"),
        pytest.param(b"TAG NO [ALERT] Too many simultaneous connections\r\n", Throttled, id="too many is throttled"),
        pytest.param(CUT, Unreachable, id="a connection lost during log-in is no wrong password"),
        pytest.param(b"* BYE shutting down\r\n", Unreachable, id="a server that leaves is no wrong password"),
        pytest.param(b"gibberish\r\n", BadAnswer, id="gibberish is no wrong password"),
        pytest.param(b"TAG BAD hunter2-secret is odd\r\n", Refused, id="a server that repeats the password"),
    ],
)
def test_a_log_in_that_fails_says_why(reply: bytes, kind: type[EdgeError]) -> None:
    with scripted({b"LOGIN": reply}) as script:
        error = edge_error(inbox_at(script.port))
    assert type(error) is kind, error


def test_a_server_without_starttls_never_hears_the_password() -> None:
    with scripted({}) as script:
        error = edge_error(inbox_at(script.port, security="starttls"))
    assert type(error) is Refused
    assert "no STARTTLS" in str(error)
    assert b"hunter2" not in script.heard


def test_where_log_in_is_disabled_the_password_goes_by_sasl_or_not_at_all() -> None:
    offered = b"* CAPABILITY IMAP4rev1 LOGINDISABLED\r\nTAG OK done\r\n"
    with scripted({b"CAPABILITY": offered, b"AUTHENTICATE": b"TAG NO not here\r\n"}) as script:
        assert type(edge_error(inbox_at(script.port))) is Refused
    assert b"LOGIN " not in script.heard


def test_a_wrong_password_is_refused_and_never_shown(box: ImapPeople) -> None:
    inbox = ImapInbox(replace(box.settings, password=Secret("hunter2-secret")))
    with pytest.raises(Refused, match=f"refused the password of user {box.user}") as told:
        inbox.folders()
    assert "hunter2" not in f"{told.value} {told.value!r} {box.settings!r}"


def test_a_user_with_a_space_and_a_password_beyond_ascii_log_in(tmp_path: Path) -> None:
    user, password = "compta dupont", 'clé "sécrète"'
    server = ImapServer(MailStore(tmp_path), {user: password}, lambda: NOON)
    with running(server) as ports:
        inbox = ImapInbox(ImapSettings("127.0.0.1", ports[0], "plain", user, Secret(password), timeout=10))
        assert inbox.folders()["inbox"] == "INBOX"
        inbox.close()


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_an_encrypted_mailbox_is_read(imap_server: Server, box: ImapPeople, security: str) -> None:
    box.deliver(mail("1"))
    inbox = ImapInbox(_encrypted(imap_server, box, security, imap_server.ca_file))
    assert [incoming.raw for incoming in inbox.new(None)] == [mail("1")]
    inbox.close()


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_certificate_of_another_authority_is_refused_with_what_to_do(
    imap_server: Server, box: ImapPeople, another_ca: Path, security: str
) -> None:
    with pytest.raises(Refused, match=r"certificate.*ca_file"):
        list(ImapInbox(_encrypted(imap_server, box, security, another_ca)).new(None))


def test_tls_on_a_plain_port_is_refused_with_what_to_do(imap_server: Server, box: ImapPeople) -> None:
    settings = replace(_encrypted(imap_server, box, "tls", imap_server.ca_file), port=imap_server.imap_port)
    with pytest.raises(Refused, match="security: starttls"):
        list(ImapInbox(settings).new(None))


def _encrypted(imap_server: Server, box: ImapPeople, security: str, ca_file: Path) -> ImapSettings:
    port = imap_server.imaps_port if security == "tls" else imap_server.imap_port
    return replace(box.settings, port=port, security=security, ca_file=ca_file)  # type: ignore[arg-type]


def test_plain_is_only_for_loopback() -> None:
    with pytest.raises(ValueError, match=r"in clear to imap\.example\.com"):
        ImapSettings("imap.example.com", 143, "plain", "ar", Secret("pw"))

"""ImapInbox when servers and networks fail: the right error, in a sentence, and no message lost or blocking others."""

import re
import signal
import socket
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.core.secret import Secret
from bot.mailboxes.imap import ImapInbox, ImapSettings
from bot.ports import BadAnswer, EdgeError, Refused, Throttled, Unreachable
from tests.mailboxes.line import CUT, Change, meddling, scripted
from tests.mailboxes.played import NOON, ImapPeople, mail, people
from tests.real.dovecot import PASSWORD, Server, dovecot

TRANSCRIPTS = Path(__file__).parents[3] / "shared" / "data" / "imap" / "mailkit"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with dovecot(tmp_path_factory.mktemp("dovecot")) as started:
        yield started


@pytest.fixture
def box(server: Server) -> Iterator[ImapPeople]:
    with people(server.imap_port, server.new_user(), PASSWORD) as played:
        yield played


def _inbox(port: int, **more: object) -> ImapInbox:
    plain = ImapSettings("127.0.0.1", port, "plain", "ar", Secret("hunter2-secret"), timeout=5)
    return ImapInbox(replace(plain, **more))  # type: ignore[arg-type]


def _error(inbox: ImapInbox) -> EdgeError:
    with pytest.raises(EdgeError) as told:
        list(inbox.new(None))
    assert "hunter2" not in f"{told.value} {told.value!r}"
    assert re.match(r"^[A-Z].*\.$", str(told.value)), "a sentence"
    return told.value


def test_nobody_listening_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    error = _error(_inbox(port))
    assert type(error) is Unreachable
    assert f"127.0.0.1:{port}" in str(error)


def test_a_name_that_is_not_known_is_unreachable() -> None:
    error = _error(_inbox(993, host="imap.relance.invalid", security="tls"))
    assert type(error) is Unreachable
    assert "imap.relance.invalid" in str(error)


def test_a_server_that_keeps_silent_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        error = _error(_inbox(silent.getsockname()[1], timeout=0.3))
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
        error = _error(_inbox(script.port, timeout=0.5))
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
        error = _error(_inbox(script.port))
    assert type(error) is kind, error


def test_a_server_without_starttls_never_hears_the_password() -> None:
    with scripted({}) as script:
        error = _error(_inbox(script.port, security="starttls"))
    assert type(error) is Refused
    assert "no STARTTLS" in str(error)
    assert b"hunter2" not in script.heard


def test_where_log_in_is_disabled_the_password_goes_by_sasl_or_not_at_all() -> None:
    offered = b"* CAPABILITY IMAP4rev1 LOGINDISABLED\r\nTAG OK done\r\n"
    with scripted({b"CAPABILITY": offered, b"AUTHENTICATE": b"TAG NO not here\r\n"}) as script:
        assert type(_error(_inbox(script.port))) is Refused
    assert b"LOGIN " not in script.heard


LISTED = b'* LIST () "/" INBOX\r\nTAG OK done\r\n'
OPENED = b"* 1 EXISTS\r\n* OK [UIDVALIDITY 1] x\r\n* OK [UIDNEXT 2] x\r\nTAG OK done\r\n"


@pytest.mark.parametrize(
    ("replies", "kind"),
    [
        pytest.param({b"LIST": b"* LIST (((\r\nTAG OK done\r\n"}, BadAnswer, id="a listing that is none"),
        pytest.param({b"LIST": b"TAG BAD what?\r\n"}, BadAnswer, id="a command not understood"),
        pytest.param({b"LIST": CUT}, Unreachable, id="the end at the listing"),
        pytest.param({b"LIST": LISTED, b"EXAMINE": b"TAG OK done\r\n"}, BadAnswer, id="a folder without UIDVALIDITY"),
        pytest.param({b"LIST": LISTED, b"EXAMINE": b"TAG NO [SERVERBUG] oh\r\n"}, Unreachable, id="a broken index"),
        pytest.param({b"LIST": LISTED, b"EXAMINE": b"TAG NO [NOPERM] no\r\n"}, Refused, id="no right to the folder"),
        pytest.param(
            {b"LIST": LISTED, b"EXAMINE": OPENED, b"SEARCH": b"* SEARCH one two\r\nTAG OK done\r\n"},
            BadAnswer,
            id="UIDs that are none",
        ),
        pytest.param(
            {b"LIST": LISTED, b"EXAMINE": OPENED, b"SEARCH": b"TAG NO throttled\r\n"}, Throttled, id="a server in haste"
        ),
    ],
)
def test_nonsense_on_the_way_gets_the_right_error(replies: dict[bytes, bytes], kind: type[EdgeError]) -> None:
    with scripted(replies) as script:
        error = _error(_inbox(script.port))
    assert type(error) is kind, error


def test_a_mailbox_without_sent_folder_is_read_but_keeps_no_copy_and_says_what_to_do() -> None:
    empty = OPENED.replace(b"UIDNEXT 2", b"UIDNEXT 1").replace(b"1 EXISTS", b"0 EXISTS")
    replies = {b"LIST": LISTED, b"EXAMINE": empty, b"SEARCH": b"* SEARCH\r\nTAG OK done\r\n"}
    with scripted(replies) as script:
        inbox = _inbox(script.port)
        assert list(inbox.new(None)) == []
        with pytest.raises(
            Refused, match=r"no folder for sent; create it, or name it .* folders: sent\. It has: INBOX\."
        ):
            inbox.keep_sent(mail("1"))


def test_a_connection_that_broke_between_two_calls_is_opened_anew(box: ImapPeople) -> None:
    box.deliver(mail("1"))
    with meddling(box.port) as line:
        inbox = ImapInbox(replace(box.settings, port=line.port))
        assert len(list(inbox.new(None))) == 1
        line.cut()
        assert len(list(inbox.new(None))) == 1
        inbox.close()
    assert line.connections == 2


def test_one_connection_serves_a_whole_tick(box: ImapPeople) -> None:
    with meddling(box.port) as line:
        inbox = ImapInbox(replace(box.settings, port=line.port))
        list(inbox.new(None))
        inbox.draft_bytes(inbox.keep_draft(mail("draft")))
        inbox.keep_sent(mail("1"))
        inbox.close()
    assert line.connections == 1


POISON = b"POISON"


def _read(box: ImapPeople, change: Change) -> list[tuple[bytes, bool]]:
    """What comes of three mails, the middle one poisoned, through a line that is meddled with."""
    for number, text in (("1", "Bonjour"), ("2", POISON.decode()), ("3", "Bonjour")):
        box.deliver(mail(number, text))
    with meddling(box.port, change) as line:
        inbox = ImapInbox(replace(box.settings, port=line.port))
        given = list(inbox.new(None))
        inbox.close()
    assert {incoming.received_at for incoming in given} == {NOON}, "also of what cannot be fetched"
    return [(incoming.raw, bool(incoming.why)) for incoming in given]


ALL_BUT_ONE = [(mail("1"), False), (b"", True), (mail("3"), False)]


def test_a_message_at_which_the_server_hangs_up_does_not_stop_the_others(box: ImapPeople) -> None:
    assert _read(box, lambda said: CUT if POISON in said else said) == ALL_BUT_ONE


def test_a_message_whose_answer_is_no_imap_does_not_stop_the_others(box: ImapPeople) -> None:
    def garbled(said: bytes) -> bytes:
        return re.sub(rb"FETCH \(([^\r]*\{\d+\}\r\n[^{]*POISON)", rb"FETCH )(\1", said)

    assert _read(box, garbled) == ALL_BUT_ONE


def test_a_message_that_the_server_gives_as_nil_comes_empty_with_a_reason(box: ImapPeople) -> None:
    def nil(said: bytes) -> bytes:
        for size in re.finditer(rb"BODY\[\] \{(\d+)\}\r\n", said):
            body = said[size.end() : size.end() + int(size[1])]
            if POISON in body:
                return said.replace(size[0] + body, b"BODY[] NIL")
        return said

    assert _read(box, nil) == ALL_BUT_ONE


def test_a_message_that_the_server_refuses_to_fetch_comes_empty_with_a_reason(box: ImapPeople) -> None:
    def refused(said: bytes) -> bytes:
        return re.sub(rb"(?s)\* \d.*POISON.*\r\n(\S+) OK[^\r]*", rb"\1 NO [UNKNOWN] some messages failed", said)

    assert _read(box, refused) == ALL_BUT_ONE


def test_sizes_that_the_server_refuses_do_not_stop_the_reading(box: ImapPeople) -> None:
    def refused(said: bytes) -> bytes:
        if b"RFC822.SIZE" not in said:
            return said
        return re.sub(rb"(?s)\* \d.*\r\n(\S+) OK[^\r]*", rb"\1 NO [UNKNOWN] a damaged message", said)

    box.deliver(mail("1"))
    with meddling(box.port, refused) as line:
        inbox = ImapInbox(replace(box.settings, port=line.port))
        (incoming,) = inbox.new(None)
        inbox.close()
    assert incoming.raw == mail("1")
    assert incoming.received_at.isoformat() == "2026-03-02T09:00:00+00:00", "the sender's date, for want of a better"


def test_an_interrupted_fetch_leaves_no_half_read_answer_behind(box: ImapPeople) -> None:
    """Ctrl-C in the middle of an answer: the rest of it must not be taken for the next one."""
    box.deliver(mail("1"))

    def interrupt(said: bytes) -> bytes:
        if b"RFC822.SIZE" in said:
            signal.raise_signal(signal.SIGINT)
            time.sleep(0.05)
        return said

    with meddling(box.port, interrupt) as line:
        inbox = ImapInbox(replace(box.settings, port=line.port))
        with pytest.raises(KeyboardInterrupt):
            list(inbox.new(None))
        line.change = lambda said: said
        assert [incoming.raw for incoming in inbox.new(None)] == [mail("1")]
        inbox.close()


def test_a_network_that_fails_at_every_message_gives_up_one_at_most(box: ImapPeople) -> None:
    """Else a bad evening would empty the mailbox into quarantine."""
    for n in range(5):
        box.deliver(mail(str(n)))
    with meddling(box.port, lambda said: CUT if b"Bonjour" in said else said) as line:
        inbox = ImapInbox(replace(box.settings, port=line.port))
        given = []
        with pytest.raises(Unreachable):
            for incoming in inbox.new(None):
                given.append(incoming.why)
    assert len(given) <= 1


def test_after_a_network_failure_reading_goes_on_where_it_stood(box: ImapPeople) -> None:
    for n in range(5):
        box.deliver(mail(str(n)))
    with meddling(box.port) as line:
        inbox = ImapInbox(replace(box.settings, port=line.port))
        first = next(iter(inbox.new(None)))
        line.change = lambda said: CUT
        with pytest.raises(Unreachable):
            list(inbox.new(first.cursor))
        line.change = lambda said: said
        assert [i.raw for i in inbox.new(first.cursor)] == [mail(str(n)) for n in range(1, 5)]
        inbox.close()


def _listings() -> list[Path]:
    return sorted(TRANSCRIPTS.glob("*/list-*.txt"))


@pytest.mark.skipif(not TRANSCRIPTS.exists(), reason="shared server transcripts are not on this machine")
def test_the_listings_of_other_servers_are_understood() -> None:
    """Gmail, Yahoo, Zoho, Yandex, Domino, Dovecot and others; whatever their delimiter, quotes and attributes."""
    assert len(_listings()) > 10
    for listing in _listings():
        reply = re.sub(rb"(?m)^A#+", b"TAG", listing.read_bytes().replace(b"\r\n", b"\n")).replace(b"\n", b"\r\n")
        with scripted({b"LIST": reply}) as script:
            inbox = _inbox(script.port)
            assert inbox.folders()["inbox"].upper() == "INBOX", listing
            inbox.close()

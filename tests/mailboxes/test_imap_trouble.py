"""ImapInbox when servers and networks fail: the right error, in a sentence, and no message lost or blocking others."""

import re
import signal
import time
from dataclasses import replace
from pathlib import Path

import pytest

from bot.mailboxes.imap import ImapInbox
from bot.ports import BadAnswer, EdgeError, Refused, Throttled, Unreachable
from tests.mailboxes.line import CUT, Change, meddling, scripted
from tests.mailboxes.played import NOON, ImapPeople, edge_error, inbox_at, mail

TRANSCRIPTS = Path(__file__).parents[3] / "shared" / "data" / "imap" / "mailkit"


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
        error = edge_error(inbox_at(script.port))
    assert type(error) is kind, error


def test_a_mailbox_without_sent_folder_is_read_but_keeps_no_copy_and_says_what_to_do() -> None:
    empty = OPENED.replace(b"UIDNEXT 2", b"UIDNEXT 1").replace(b"1 EXISTS", b"0 EXISTS")
    replies = {b"LIST": LISTED, b"EXAMINE": empty, b"SEARCH": b"* SEARCH\r\nTAG OK done\r\n"}
    with scripted(replies) as script:
        inbox = inbox_at(script.port)
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
            inbox = inbox_at(script.port)
            assert inbox.folders()["inbox"].upper() == "INBOX", listing
            inbox.close()

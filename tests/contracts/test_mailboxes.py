"""What every mailbox does, whatever it is made of: in memory, on Dovecot, on the demo's own server."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Protocol

import pytest

from bot.demo.imap_server import ImapServer, MailStore
from bot.demo.loop_thread import running
from bot.mailboxes.memory import MemoryInbox
from bot.ports import Inbox
from tests.mailboxes.played import NOON, mail, people
from tests.real.dovecot import PASSWORD, Server, dovecot


class Played(Protocol):
    """A mailbox under test, and what people do to it."""

    @property
    def inbox(self) -> Inbox: ...

    def deliver(self, raw: bytes, folder: str = ...) -> None: ...

    def folder(self, folder: str) -> tuple[bytes, ...]: ...

    def edit_draft(self, handle: str, raw: bytes) -> None: ...

    def send_draft(self, handle: str) -> bytes: ...


class MemoryPeople(MemoryInbox):
    """The memory mailbox plays its own people."""

    @property
    def inbox(self) -> Inbox:
        return self


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with dovecot(tmp_path_factory.mktemp("dovecot")) as started:
        yield started


@pytest.fixture(params=["memory", "dovecot", "demo"])
def box(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Played]:
    if request.param == "memory":
        yield MemoryPeople(lambda: NOON)
    elif request.param == "dovecot":
        started: Server = request.getfixturevalue("server")
        with people(started.imap_port, started.new_user(), PASSWORD) as played:
            yield played
    else:
        demo = ImapServer(MailStore(tmp_path), {"ar": PASSWORD}, lambda: NOON)
        with running(demo) as ports, people(ports[0], "ar", PASSWORD) as played:
            yield played


def _raws(inbox: Inbox, cursor: str | None = None) -> list[bytes]:
    return [incoming.raw for incoming in inbox.new(cursor)]


def test_an_empty_mailbox_gives_nothing(box: Played) -> None:
    assert list(box.inbox.new(None)) == []


def test_a_message_comes_byte_for_byte_with_its_arrival(box: Played) -> None:
    """C48. Raw bytes first; what they mean is another step's work."""
    box.deliver(mail("1", "Réglé hier.\r\n.\r\n"))
    (incoming,) = box.inbox.new(None)
    assert incoming.raw == mail("1", "Réglé hier.\r\n.\r\n")
    assert (incoming.folder, incoming.received_at, incoming.why) == ("inbox", NOON, "")
    assert incoming.received_at.utcoffset() == timedelta(0)


def test_inbox_junk_and_sent_are_read_and_drafts_are_not(box: Played) -> None:
    """C48. Real answers land in Junk; a colleague's own answer lies in Sent."""
    for folder in ("drafts", "sent", "junk", "inbox"):
        box.deliver(mail(folder), folder)
    assert {i.folder: i.raw for i in box.inbox.new(None)} == {f: mail(f) for f in ("inbox", "junk", "sent")}


def test_a_message_already_seen_is_not_given_again(box: Played) -> None:
    box.deliver(mail("1"))
    box.deliver(mail("2"), "junk")
    *_, last = box.inbox.new(None)
    assert _raws(box.inbox, last.cursor) == []
    box.deliver(mail("3"))
    assert _raws(box.inbox, last.cursor) == [mail("3")]


def test_every_messages_cursor_stands_right_after_it(box: Played) -> None:
    """A process that dies between two messages loses none and repeats none."""
    for n in range(4):
        box.deliver(mail(str(n)), ("inbox", "junk", "sent", "inbox")[n])
    all_ = list(box.inbox.new(None))
    for n, incoming in enumerate(all_):
        assert _raws(box.inbox, incoming.cursor) == [later.raw for later in all_[n + 1 :]]


def test_the_same_cursor_gives_the_same_messages_twice(box: Played) -> None:
    box.deliver(mail("1"))
    assert _raws(box.inbox) == _raws(box.inbox) == [mail("1")]


def test_a_draft_has_our_bytes(box: Played) -> None:
    """C82."""
    handle = box.inbox.keep_draft(mail("draft"))
    assert box.inbox.draft_bytes(handle) == mail("draft")
    assert box.folder("drafts") == (mail("draft"),)


def test_keeping_the_same_draft_twice_leaves_one(box: Played) -> None:
    assert box.inbox.keep_draft(mail("draft")) == box.inbox.keep_draft(mail("draft"))
    assert len(box.folder("drafts")) == 1


def test_keeping_another_text_under_the_same_id_leaves_both(box: Played) -> None:
    """What a person edited is never overwritten."""
    first = box.inbox.keep_draft(mail("draft"))
    second = box.inbox.keep_draft(mail("draft", "Autre texte"))
    assert first != second
    assert box.inbox.draft_bytes(first) == mail("draft")


def test_a_draft_is_found_by_its_message_id(box: Played) -> None:
    handle = box.inbox.keep_draft(mail("draft"))
    box.inbox.keep_draft(mail("draft-2"))
    assert box.inbox.find_draft("<draft@client.example>") == (handle, mail("draft"))
    assert box.inbox.find_draft("<other@client.example>") is None


def test_a_part_of_a_message_id_finds_nothing(box: Played) -> None:
    """Servers search for what a header contains; <1@…> must not find <11@…>."""
    box.inbox.keep_draft(mail("11"))
    box.deliver(mail("11"), "sent")
    assert box.inbox.find_draft("<1@client.example>") is None
    assert box.inbox.find_sent("1@client.example") is None


def test_an_edited_draft_is_gone_under_its_handle_and_found_by_its_id(box: Played) -> None:
    """X12."""
    handle = box.inbox.keep_draft(mail("draft"))
    box.edit_draft(handle, mail("draft", "Mieux dit"))
    assert box.inbox.draft_bytes(handle) is None
    found = box.inbox.find_draft("<draft@client.example>")
    assert found and found[0] != handle
    assert found[1] == mail("draft", "Mieux dit")


def test_removing_an_edited_draft_leaves_the_edit_alone(box: Played) -> None:
    """What a person touched is never deleted (law)."""
    handle = box.inbox.keep_draft(mail("draft"))
    box.edit_draft(handle, mail("draft", "Mieux dit"))
    assert box.inbox.remove_draft(handle) is False
    assert box.folder("drafts") == (mail("draft", "Mieux dit"),)


def test_a_removed_draft_is_gone_and_a_second_removal_says_so(box: Played) -> None:
    handle, other = box.inbox.keep_draft(mail("draft")), box.inbox.keep_draft(mail("other"))
    assert box.inbox.remove_draft(handle) is True
    assert box.inbox.remove_draft(handle) is False
    assert box.inbox.draft_bytes(handle) is None
    assert box.inbox.draft_bytes(other) == mail("other")
    assert box.folder("drafts") == (mail("other"),)


def test_a_draft_that_a_person_sent_lies_in_sent(box: Played) -> None:
    """X12."""
    handle = box.inbox.keep_draft(mail("draft"))
    box.send_draft(handle)
    assert box.inbox.draft_bytes(handle) is None
    assert box.inbox.find_draft("<draft@client.example>") is None
    assert box.inbox.find_sent("<draft@client.example>") == mail("draft")


@pytest.mark.parametrize("handle", ["", "nonsense", "{}", "999", '{"folder": "Nowhere", "validity": 1, "uid": 1}'])
def test_a_handle_that_means_nothing_here_is_a_draft_that_is_gone(box: Played, handle: str) -> None:
    assert box.inbox.draft_bytes(handle) is None
    assert box.inbox.remove_draft(handle) is False


def test_a_sent_copy_is_filed_once(box: Played) -> None:
    """A second pass over the same row is harmless."""
    box.inbox.keep_sent(mail("reminder"))
    box.inbox.keep_sent(mail("reminder"))
    assert box.folder("sent") == (mail("reminder"),)


def test_a_sent_copy_is_found_by_its_message_id_or_by_the_one_it_had_before(box: Played) -> None:
    """outlook.com replaces the Message-ID and keeps ours in a header of its own."""
    renamed = b"X-Microsoft-Original-Message-ID: <ours@vendor.example>\r\n" + mail("theirs")
    box.inbox.keep_sent(mail("reminder"))
    box.deliver(renamed, "sent")
    assert box.inbox.find_sent("<reminder@client.example>") == mail("reminder")
    assert box.inbox.find_sent("<ours@vendor.example>") == renamed
    assert box.inbox.find_sent("<nobody@vendor.example>") is None


def test_a_message_id_with_odd_characters_neither_breaks_nor_finds(box: Played) -> None:
    for odd in ('<a"b\\c@x>', "<a\r\nX LOGOUT@x>", "<é@x>", "", "<>"):
        assert box.inbox.find_sent(odd) is None
        assert box.inbox.find_draft(odd) is None
    assert _raws(box.inbox) == []


def test_other_calls_between_two_messages_do_not_disturb_the_reading(box: Played) -> None:
    for n in range(3):
        box.deliver(mail(str(n)))
    read = []
    for incoming in box.inbox.new(None):
        box.inbox.keep_draft(mail("draft"))
        read.append(incoming.raw)
    assert read == [mail("0"), mail("1"), mail("2")]

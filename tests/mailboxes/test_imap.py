"""ImapInbox on a real Dovecot: what it reads, keeps, finds and leaves alone."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.core.secret import Secret
from bot.mailboxes.imap import ImapInbox, ImapSettings
from bot.mailboxes.imap_places import handle_of
from bot.mailboxes.imap_stream import TOO_LARGE
from bot.ports import Refused
from tests.mailboxes.line import meddling
from tests.mailboxes.played import NOON, ImapPeople, mail


def _since(box: ImapPeople, day: date) -> ImapInbox:
    box.inbox.close()
    box.inbox = ImapInbox(replace(box.settings, start_date=day))
    return box.inbox


def _raws(inbox: ImapInbox, cursor: str | None = None) -> list[bytes]:
    return [incoming.raw for incoming in inbox.new(cursor)]


def test_reading_and_searching_leave_every_message_unread(box: ImapPeople) -> None:
    """C48. People read this mailbox; what is unread is theirs."""
    for folder in ("inbox", "junk", "sent", "drafts"):
        box.deliver(mail("1"), folder)
    assert len(_raws(box.inbox)) == 3
    box.inbox.find_sent("<1@client.example>")
    box.inbox.find_draft("<1@client.example>")
    assert not any(b"\\Seen" in flags for f in ("inbox", "junk", "sent", "drafts") for flags in box.flags(f))


def test_every_fetch_peeks_and_only_removing_opens_a_folder_for_writing(box: ImapPeople) -> None:
    """C48. Two guards, as some servers take one of them lightly."""
    box.deliver(mail("1"))
    with meddling(box.port) as line:
        inbox = ImapInbox(replace(box.settings, port=line.port))
        list(inbox.new(None))
        inbox.keep_sent(mail("1"))
        inbox.find_sent("<1@client.example>")
        handle = inbox.keep_draft(mail("draft"))
        inbox.draft_bytes(handle)
        assert b" SELECT " not in line.heard
        inbox.remove_draft(handle)
        inbox.close()
    assert b"BODY.PEEK[]" in line.heard
    assert not re.search(rb"BODY\[|RFC822(?!\.SIZE)", line.heard)


def test_making_an_inbox_opens_no_connection() -> None:
    """X11: settings that lead nowhere do no harm until the mailbox is read."""
    ImapInbox(ImapSettings("127.0.0.1", 9, "plain", "ar", Secret("pw"))).close()


def test_a_draft_is_a_draft_and_a_sent_copy_is_read(box: ImapPeople) -> None:
    box.inbox.keep_draft(mail("draft"))
    box.inbox.keep_sent(mail("reminder"))
    assert b"\\Draft" in box.flags("drafts")[0]
    assert b"\\Seen" in box.flags("sent")[0]


def test_a_draft_marked_deleted_is_gone_though_no_program_expunged_it(box: ImapPeople) -> None:
    """Many mail programs only mark the old text when a draft is edited or sent."""
    handle = box.inbox.keep_draft(mail("draft"))
    box.mark("drafts", box.uids("drafts"), b"\\Deleted")
    assert box.inbox.draft_bytes(handle) is None
    assert box.inbox.find_draft("<draft@client.example>") is None
    assert box.inbox.remove_draft(handle) is False


def test_removing_a_draft_leaves_what_others_marked_deleted(box: ImapPeople) -> None:
    box.deliver(mail("theirs"), "drafts")
    box.mark("drafts", box.uids("drafts"), b"\\Deleted")
    assert box.inbox.remove_draft(box.inbox.keep_draft(mail("ours"))) is True
    assert box.folder("drafts") == (mail("theirs"),)


def _without_uidplus(said: bytes) -> bytes:
    return said.replace(b"UIDPLUS", b"XIDPLUS").replace(b"[APPENDUID", b"[XPPENDUID")


def test_without_uidplus_a_draft_still_has_a_handle_and_can_be_removed(box: ImapPeople) -> None:
    with meddling(box.port, _without_uidplus) as line:
        inbox = ImapInbox(replace(box.settings, port=line.port))
        nameless, named = inbox.keep_draft(b"Subject: no id\r\n\r\nBonjour\r\n"), inbox.keep_draft(mail("draft"))
        assert inbox.draft_bytes(named) == mail("draft")
        assert inbox.draft_bytes(nameless) == b"Subject: no id\r\n\r\nBonjour\r\n"
        assert inbox.remove_draft(named) is True
        inbox.close()
    assert box.folder("drafts") == (b"Subject: no id\r\n\r\nBonjour\r\n",)


def test_without_uidplus_nothing_that_others_marked_is_expunged(box: ImapPeople) -> None:
    """A plain EXPUNGE takes all: then our copy stays, marked, which counts as gone."""
    box.deliver(mail("theirs"), "drafts")
    box.mark("drafts", box.uids("drafts"), b"\\Deleted")
    with meddling(box.port, _without_uidplus) as line:
        inbox = ImapInbox(replace(box.settings, port=line.port))
        handle = inbox.keep_draft(mail("ours"))
        assert inbox.remove_draft(handle) is True
        assert inbox.draft_bytes(handle) is None
        inbox.close()
    assert mail("theirs") in box.folder("drafts")


def test_nothing_from_before_the_start_date_is_read_on_a_first_start(box: ImapPeople) -> None:
    for folder in ("inbox", "junk", "sent"):
        box.deliver(mail("old"), folder, NOON - timedelta(days=30))
        box.deliver(mail("new"), folder)
    assert _raws(_since(box, NOON.date() - timedelta(days=7))) == [mail("new")] * 3


def test_a_first_reading_that_was_cut_short_goes_on_from_the_start_date(box: ImapPeople) -> None:
    box.deliver(mail("1"))
    box.deliver(mail("old"), "inbox", NOON - timedelta(days=30))
    box.deliver(mail("2"))
    inbox = _since(box, NOON.date())
    first = next(iter(inbox.new(None)))
    assert (first.raw, _raws(inbox, first.cursor)) == (mail("1"), [mail("2")])


def test_an_old_mail_that_a_colleague_moves_here_later_is_read(box: ImapPeople) -> None:
    """It keeps its old arrival date, and it is new to us."""
    box.deliver(mail("1"))
    for folder in ("inbox", "junk", "sent"):
        box.deliver(mail("old"), folder, NOON - timedelta(days=60))
    inbox = _since(box, NOON.date())
    (first,) = inbox.new(None)
    for folder in ("inbox", "junk", "sent"):
        box.deliver(mail("moved"), folder, NOON - timedelta(days=30))
    assert _raws(inbox, first.cursor) == [mail("moved")] * 3


def test_a_folder_built_anew_is_read_again_from_the_start_date(box: ImapPeople) -> None:
    """UIDVALIDITY changed: the old UIDs mean nothing, and skipping would lose mail."""
    for n in range(3):
        box.deliver(mail(f"lost-{n}"), "junk")
    *_, last = box.inbox.new(None)
    box.inbox.close()
    box.program.delete_folder("Junk")
    box.program.create_folder("Junk")
    box.deliver(mail("old"), "junk", NOON - timedelta(days=30))
    box.deliver(mail("again"), "junk")
    assert _raws(_since(box, NOON.date()), last.cursor) == [mail("again")]


@pytest.mark.parametrize("cursor", ["", "nonsense", "[]", '{"inbox": 7}', '{"inbox": {"folder": "INBOX"}}'])
def test_a_cursor_that_is_none_reads_all_rather_than_nothing(box: ImapPeople, cursor: str) -> None:
    box.deliver(mail("1"))
    assert _raws(box.inbox, cursor) == [mail("1")]


def test_more_than_a_batch_comes_whole_and_in_order(box: ImapPeople) -> None:
    for n in range(1100):
        box.deliver(mail(str(n)))
    assert _raws(box.inbox) == [mail(str(n)) for n in range(1100)]


def test_a_message_deleted_while_we_read_is_left_out(box: ImapPeople) -> None:
    for n in range(503):
        box.deliver(mail(str(n)))
    reading = box.inbox.new(None)
    next(reading)
    uids = box.uids("inbox")
    box.delete("inbox", [uids[1], uids[501]])
    rest = [incoming.raw for incoming in reading]
    assert mail("501") not in rest
    assert rest[-1] == mail("502")
    assert all(rest), "nothing comes empty"


def test_of_a_message_too_large_only_the_headers_come(box: ImapPeople) -> None:
    box.deliver(mail("1"))
    box.deliver(mail("large").replace(b"Bonjour", b"x" * 998 + b"\r\n" + b"y" * (TOO_LARGE + 1)))
    box.deliver(mail("2"))
    before, large, after = box.inbox.new(None)
    assert (before.raw, after.raw) == (mail("1"), mail("2"))
    assert (large.raw, large.why) == (mail("large").partition(b"Bonjour")[0], "too large")
    assert large.received_at == NOON


def test_the_first_folder_of_a_role_is_found_and_named(box: ImapPeople) -> None:
    assert box.inbox.folders() == {"inbox": "INBOX", "junk": "Junk", "sent": "Sent", "drafts": "Drafts"}


def test_a_folder_set_by_hand_wins(box: ImapPeople) -> None:
    box.program.create_folder("Éléments envoyés")
    inbox = ImapInbox(replace(box.settings, folders={"sent": "éléments envoyés", "junk": ""}))
    inbox.keep_sent(mail("1"))
    assert inbox.folders()["junk"] == "Junk"
    inbox.close()
    assert box.folder("Éléments envoyés") == (mail("1"),)


def test_a_folder_set_by_hand_that_is_missing_is_refused_with_those_that_exist(box: ImapPeople) -> None:
    inbox = ImapInbox(replace(box.settings, folders={"sent": "Gesendet"}))
    with pytest.raises(Refused, match=r"'Gesendet'.*Archive, Drafts, INBOX, Junk, Sent"):
        list(inbox.new(None))


def test_a_handle_is_void_once_its_folder_was_built_anew(box: ImapPeople) -> None:
    """The same UID may be another mail now: ours must not be taken for it, nor that one removed."""
    handle = box.inbox.keep_draft(mail("draft"))
    box.inbox.close()  # Dovecot complains when a folder goes that somebody has open
    box.program.delete_folder("Drafts")
    box.program.create_folder("Drafts")
    box.deliver(mail("theirs"), "drafts")
    known = handle_of(handle)
    assert known and box.uids("drafts") == [known.uid]
    assert box.inbox.draft_bytes(handle) is None
    assert box.inbox.remove_draft(handle) is False
    assert box.folder("drafts") == (mail("theirs"),)


def test_arrival_is_told_in_utc_whatever_the_servers_zone(box: ImapPeople) -> None:
    box.deliver(mail("1"), "inbox", datetime.fromisoformat("2026-07-01T00:30:00+02:00"))
    (incoming,) = box.inbox.new(None)
    assert incoming.received_at.isoformat() == "2026-06-30T22:30:00+00:00"

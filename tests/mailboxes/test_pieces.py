"""The pure pieces of the mailboxes: sizes, places, ids, wire forms, replies."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.core.secret import Secret
from bot.mailboxes.imap_places import Handle, Place, cursor_of, handle_of, handle_text, places_of
from bot.mailboxes.imap_stream import grouped
from bot.mailboxes.message_ids import carries, crlf, header
from bot.mailboxes.smtp_form import form, stuffed
from bot.mailboxes.smtp_replies import Answer, verdict, wait_seconds
from bot.mailboxes.wire import quoted
from bot.ports import Refused, Unclear


@given(some.lists(some.integers(0, 60)), some.integers(1, 50))
def test_groups_hold_every_uid_once_in_order_and_are_small_or_alone(sizes: list[int], octets: int) -> None:
    uids = list(range(1, len(sizes) + 1))
    by_uid = dict(zip(uids, sizes, strict=True))
    groups = list(grouped(uids, by_uid, octets))
    assert [uid for group in groups for uid in group] == uids
    assert all(len(g) == 1 or sum(by_uid[uid] for uid in g) <= octets for g in groups)


def test_places_and_handles_survive_the_store() -> None:
    places = {"inbox": Place("INBOX", 7, 12, 3), "sent": Place("Éléments envoyés", 1, 0, 0)}
    assert places_of(cursor_of(places)) == places
    assert handle_of(handle_text(Handle("Brouillons é", 2, 9))) == Handle("Brouillons é", 2, 9)


@pytest.mark.parametrize(
    "head",
    [
        b"Message-ID: <a@b>",
        b"message-id:<a@b>",
        b"MESSAGE-ID:\r\n <a@b>",
        b"X: 1\r\nMessage-Id: \t<a@b> ",
        b"Message-ID: a@b",
    ],
)
def test_a_message_id_is_found_however_its_header_is_written(head: bytes) -> None:
    assert carries(head + b"\r\n\r\nText", "<a@b>")
    assert not carries(head + b"\r\n\r\nText", "<aa@b>")


def test_a_message_id_in_the_text_is_not_the_messages() -> None:
    assert header(b"Subject: x\n\nMessage-ID: <a@b>\n", "Message-ID") == ""


@given(some.lists(some.sampled_from([b"\r\n", b"\n", b"\r", b".", b"..", b"a", "é".encode()])))
def test_a_server_that_unstuffs_gets_the_text_back(parts: list[bytes]) -> None:
    lines = crlf(b"".join(parts)) + b"\r\n"
    wire = stuffed(lines)
    assert wire.endswith(b"\r\n.\r\n")
    text = wire[: -len(b".\r\n")]
    assert b"\r\n.\r\n" not in b"\r\n" + text
    assert b"".join(line[1:] if line.startswith(b".") else line for line in text.splitlines(True)) == lines


def test_an_empty_mail_is_refused() -> None:
    with pytest.raises(Refused, match="no message"):
        form(b"\r\n", "a@vendor.example", "b@client.example")


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        ("Greylisted, try again in 180 seconds", 180),
        ("Greylisting in effect, please come back in 00:05:30", 330),
        ("retry after 5 minutes", 300),
        ("4.7.0 try later", 300),
        ("come back in 0 seconds", 300),
        ("wait 900 hours", 24 * 3600),
    ],
)
def test_the_wait_is_what_the_server_says(words: str, seconds: float) -> None:
    assert wait_seconds(Answer(450, words)) == seconds


@pytest.mark.parametrize("code", [-1, 0, 150, 354, 421, 600])
def test_after_the_text_only_a_clear_no_is_a_no(code: int) -> None:
    assert isinstance(verdict(Answer(code, "?"), "the SMTP server x:25", "a@b.example"), Unclear)


def test_a_servers_words_are_one_short_line_without_the_password() -> None:
    said = quoted(b"bad\r\npassword hunter2 \xff" + b"x" * 500, Secret("hunter2"))
    assert "hunter2" not in said
    assert said.startswith("bad password **** ")
    assert len(said) == 200

"""Incoming mail: raw bytes first, understood later, nothing ever dropped; on SQLite and on PostgreSQL."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.inbound import MailState
from bot.core.labels import Kind, Reading, Understanding
from bot.ports import Store
from tests.store.stored import NOW, mail


def test_a_mail_is_kept_once_with_its_very_bytes(store: Store) -> None:
    one = mail(raw=b"Subject: \xff\r\n\r\n\x00caf\xe9")
    with store.transaction() as books:
        assert books.keep_mail(one)
        assert not books.keep_mail(replace(one, folder="junk"))
        assert books.mail("m1") == one
        assert books.mails(MailState.NEW, 10) == [one]


def test_mails_come_in_order_of_arrival(store: Store) -> None:
    with store.transaction() as books:
        for id in ("z", "a", "m"):
            books.keep_mail(mail(id))
        assert [m.id for m in books.mails(MailState.NEW, 2)] == ["z", "a"]
        assert books.waiting_mails("ar") == 3
        assert books.waiting_mails("other") == 0


def test_what_was_understood_is_kept_with_a_strange_clients_words(store: Store) -> None:
    reading = Reading("paid", ("F1",), {"fuzzy": True, "documents": ["po"]}, "payé\x00", 0.9, "rules/1")
    said = Understanding(Kind.HUMAN, "fr", "payé\x00 \udce9", (reading,), unsure=True, why_unsure="conflict")
    with store.transaction() as books:
        books.keep_mail(mail())
        assert books.understanding("m1") is None
        books.settle_mail("m1", MailState.UNDERSTOOD, "C001", "reference", "odd \x00 \udce9", said)
    with store.transaction() as books:
        assert books.understanding("m1") == said
        settled = books.mail("m1")
        assert settled is not None
        assert (settled.state, settled.account, settled.why) == (MailState.UNDERSTOOD, "C001", "odd \ufffd \ufffd")
        with pytest.raises(KeyError):
            books.settle_mail("m404", MailState.UNDERSTOOD, "", "", "", None)


def test_accounts_with_unsettled_mail_are_known(store: Store) -> None:
    with store.transaction() as books:
        for id, who, state in (("a", "C001", "new"), ("b", "C002", "quarantine"), ("c", "C003", "understood")):
            books.keep_mail(mail(id, account=who, state=MailState(state)))
        books.keep_mail(mail("d"))
        assert books.unsettled_accounts() == {"C001", "C002"}


def test_the_newest_mail_of_a_client_is_not_our_own_copy(store: Store) -> None:
    with store.transaction() as books:
        for id, folder, hour in (("a", "inbox", 1), ("b", "junk", 3), ("c", "inbox", 2), ("d", "sent", 4)):
            books.keep_mail(mail(id, folder=folder, account="C001", received_at=NOW + timedelta(hours=hour)))
        newest = books.last_mail("C001")
        assert newest is not None and newest.id == "b"
        assert books.last_mail("C002") is None


def test_a_message_id_is_read_from_the_head_only(store: Store) -> None:
    with store.transaction() as books:
        books.keep_mail(mail("a", b"subject: x\r\nMESSAGE-ID:\r\n <long@client.example>\r\n\r\nhello"))
        books.keep_mail(mail("b", b"Subject: x\n\nMessage-ID: <quoted@seller.example>"))
        assert books.mail_message_id("a") == "<long@client.example>"
        assert books.mail_message_id("b") == books.mail_message_id("m404") == ""


def test_a_cursor_moves_and_the_last_end_is_remembered(store: Store) -> None:
    with store.transaction() as books:
        assert books.cursor("ar") is None and books.read_to_end_at("ar") is None
        books.keep_cursor("ar", "7:41", NOW)
        books.keep_cursor("ar", "7:42", None)
        assert (books.cursor("ar"), books.read_to_end_at("ar")) == ("7:42", NOW)

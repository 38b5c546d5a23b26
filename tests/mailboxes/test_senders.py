"""What both ways out do alike, the one in memory and the one over SMTP."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from bot.mailboxes.memory import MemoryInbox, MemorySender
from bot.mailboxes.smtp import SmtpSender, SmtpSettings
from bot.ports import Refused, Sender, Unclear, Unreachable
from tests.mailboxes.played import NOON, mail
from tests.real.smtp import Behaviour, smtp_server


@dataclass
class Way:
    """A sender, what came out of it as (recipient, bytes), and the switch that makes it refuse."""

    sender: Sender
    out: Callable[[], list[tuple[str, bytes]]]
    refuse: Callable[[bool], None]


@pytest.fixture(params=["memory", "smtp"])
def way(request: pytest.FixtureRequest) -> Iterator[Way]:
    if request.param == "memory":
        memory = MemorySender()

        def refuse(on: bool) -> None:
            memory.fails = {"": Refused("no such user")} if on else {}

        yield Way(memory, lambda: memory.sent, refuse)
        return
    with smtp_server() as server:
        smtp = SmtpSender(SmtpSettings("127.0.0.1", server.port, "plain", "ar@vendor.example", timeout=5))

        def behave(on: bool) -> None:
            server.behaviour = Behaviour.UNKNOWN_RECIPIENT if on else Behaviour.TAKE

        yield Way(smtp, lambda: [(to, raw) for _, to, raw in server.kept], behave)
        smtp.close()


def test_each_mail_leaves_once_to_its_recipient(way: Way) -> None:
    way.sender.send(mail("1"), "ada@client.example")
    way.sender.send(mail("2"), "zoe@client.example")
    assert way.out() == [("ada@client.example", mail("1")), ("zoe@client.example", mail("2"))]


def test_a_refused_mail_did_not_leave_and_the_next_one_does(way: Way) -> None:
    way.refuse(True)
    with pytest.raises(Refused, match="no such user"):
        way.sender.send(mail("1"), "ada@client.example")
    assert way.out() == []
    way.refuse(False)
    way.sender.send(mail("1"), "ada@client.example")
    assert way.out() == [("ada@client.example", mail("1"))]


def test_the_memory_sender_fails_for_whom_it_is_told() -> None:
    sender = MemorySender(fails={"ada@client.example": Unclear("the line was cut")})
    with pytest.raises(Unclear):
        sender.send(mail("1"), "ada@client.example")
    sender.send(mail("2"), "zoe@client.example")
    assert sender.sent == [("zoe@client.example", mail("2"))]


def test_what_the_memory_sender_takes_can_arrive_in_a_memory_mailbox() -> None:
    """How stories let a client answer."""
    theirs = MemoryInbox(lambda: NOON)
    MemorySender(then=lambda recipient, raw: theirs.deliver(raw)).send(mail("1"), "ada@client.example")
    assert [incoming.raw for incoming in theirs.new(None)] == [mail("1")]


def test_a_memory_mailbox_that_fails_fails_in_every_call() -> None:
    inbox = MemoryInbox(lambda: NOON, fails=Unreachable("the server is down"))
    for call in (lambda: list(inbox.new(None)), lambda: inbox.keep_draft(mail("1")), lambda: inbox.find_sent("<1@x>")):
        with pytest.raises(Unreachable):
            call()
    inbox.fails = None
    assert list(inbox.new(None)) == []

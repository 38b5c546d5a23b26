"""A Dovecot with a fresh mailbox for each test, certificates, and makers of senders."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.mailboxes.smtp import SmtpSender, SmtpSettings
from tests.mailboxes.played import ImapPeople, people
from tests.real.dovecot import PASSWORD, Server, dovecot, make_certificate
from tests.real.smtp import MailServer, smtp_server

Sending = Callable[..., SmtpSender]


@pytest.fixture(scope="session")
def imap_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with dovecot(tmp_path_factory.mktemp("dovecot")) as started:
        yield started


@pytest.fixture
def box(imap_server: Server) -> Iterator[ImapPeople]:
    with people(imap_server.imap_port, imap_server.new_user(), PASSWORD) as played:
        yield played


@pytest.fixture
def server() -> Iterator[MailServer]:
    with smtp_server() as running:
        yield running


@pytest.fixture
def sending() -> Iterator[Sending]:
    """Makes senders to a port, and closes them."""
    made: list[SmtpSender] = []

    def make(port: int, **more: object) -> SmtpSender:
        plain = SmtpSettings("127.0.0.1", port, "plain", "accounts@vendor.example", timeout=5)
        made.append(SmtpSender(replace(plain, **more)))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for sender in made:
        sender.close()


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for loopback and its key."""
    return make_certificate(tmp_path_factory.mktemp("server"))


@pytest.fixture(scope="session")
def another_ca(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate that signed nothing we meet."""
    return make_certificate(tmp_path_factory.mktemp("other"))[0]

"""One Dovecot per test session, a mailbox and an SMTP server per story."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.real.dovecot import Server, dovecot
from tests.real.smtp import smtp_server
from tests.stories.house import House

CUSTOMERS = {
    "C001": ("Boulangerie Exemple", "compta@boulangerie.example", "fr"),
    "C002": ("Northwood Sample Ltd", "accounts@northwood.example", "en"),
}


@pytest.fixture(scope="session")
def mail_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with dovecot(tmp_path_factory.mktemp("dovecot")) as started:
        yield started


@pytest.fixture
def house(mail_server: Server, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[House]:
    """The company; `@pytest.mark.parametrize("house", ["drafts"], indirect=True)` chooses another mode."""
    with smtp_server() as smtp:
        found = House(
            tmp_path, mail_server, smtp, mail_server.new_user(), dict(CUSTOMERS), getattr(request, "param", "live")
        )
        yield found
        found.close()

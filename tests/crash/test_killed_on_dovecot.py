"""A call to a real mail server that dies between two of its commands does no harm, and is repeated safely."""

import signal
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.core.secret import Secret
from bot.mail.compose import Outgoing, compose
from bot.mailboxes.imap import ImapInbox, ImapSettings
from tests.crash.killing import forked
from tests.crash.points import Points
from tests.real.dovecot import PASSWORD, Server, dovecot

pytestmark = pytest.mark.real
MESSAGE_ID = "<crash.1@atelier-exemple.example>"
RAW = compose(
    Outgoing(
        sender="comptabilite@atelier-exemple.example",
        recipient="compta@client.example",
        subject="Votre facture",
        text="Bonjour,\n\nVoici la copie demandée.",
        html="<p>Bonjour,</p><p>Voici la copie demandée.</p>",
        message_id=MESSAGE_ID,
        date=datetime(2026, 3, 10, 9, tzinfo=UTC),
    )
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with dovecot(tmp_path_factory.mktemp("dovecot")) as running:
        yield running


def inbox_of(server: Server, user: str) -> ImapInbox:
    return ImapInbox(ImapSettings(server.host, server.imap_port, "plain", user, Secret(PASSWORD), timeout=20))


def place(inbox: ImapInbox) -> None:
    inbox.keep_draft(RAW)


def place_and_remove(inbox: ImapInbox) -> None:
    assert inbox.remove_draft(inbox.keep_draft(RAW))


def file(inbox: ImapInbox) -> None:
    inbox.keep_sent(RAW)


def copies(server: Server, user: str, folder: str) -> int:
    """How many messages lie in the folder, by the server's own files; what is marked as deleted is none."""
    place = server.mail / user / "Maildir" / f".{folder}"
    found = [f.name for sub in ("cur", "new") for f in (place / sub).glob("*")]
    return sum("T" not in name.partition(":2,")[2] for name in found)


def moments_of(call: Callable[[ImapInbox], None], server: Server, work: Path) -> list[str]:
    assert forked(work, 0, lambda points: _done(call, server, server.new_user(), points)) == 0, (
        work / "said"
    ).read_text()
    return (work / "moments").read_text(encoding="utf-8").splitlines()


def _done(call: Callable[[ImapInbox], None], server: Server, user: str, points: Points) -> None:
    points.network()
    call(inbox_of(server, user))


@pytest.mark.parametrize(
    ("call", "folder", "lying"), ((place, "Drafts", 1), (place_and_remove, "Drafts", 0), (file, "Sent", 1))
)
def test_a_copy_is_there_once_however_often_its_call_was_killed(
    call: Callable[[ImapInbox], None],
    folder: str,
    lying: int,
    server: Server,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """One draft, one copy; one copy in Sent (C84)."""
    moments = moments_of(call, server, tmp_path)
    for deadly, moment in enumerate(moments, 1):
        user = server.new_user()
        killed = forked(tmp_path, deadly, lambda points, user=user: _done(call, server, user, points))  # type: ignore[misc]
        assert killed == -signal.SIGKILL, moment
        again = inbox_of(server, user)
        call(again)
        again.close()
        assert copies(server, user, folder) == lying, f"killed {moment} ({deadly} of {len(moments)})"
    with capfd.disabled():
        print(f"\ncrash tests on Dovecot, {call.__name__}: {len(moments)} kills", file=sys.stderr)

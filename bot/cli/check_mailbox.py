"""Whether a mailbox can be read and written from: passwords, connections, log-ins, folders."""

import os
from collections.abc import Iterator

from bot.cli.checking import attempt, note
from bot.core.secret import Secret
from bot.ports import Fault
from bot.settings import Settings
from bot.settings.load import password
from bot.settings.schema import Mailbox
from bot.wiring import mailbox


def mailbox_faults(settings: Settings, box: Mailbox, send_test: bool) -> Iterator[Fault]:
    """Both ways are tried even when one fails. Nothing is sent without `send_test`; the mailbox stays as it is."""
    secret = {"imap": password(box.imap, os.environ), "smtp": password(box.smtp, os.environ)}
    missing = [told for told in secret.values() if isinstance(told, Fault)]
    if missing:
        yield from missing
        return
    known = {name: told for name, told in secret.items() if isinstance(told, Secret)}
    yield from _reading(box, known)
    yield from _writing(settings, box, known, send_test)


def _reading(box: Mailbox, secret: dict[str, Secret]) -> Iterator[Fault]:
    from bot.mailboxes.imap import ImapInbox

    inbox = mailbox(box, secret).inbox
    assert isinstance(inbox, ImapInbox)
    found: dict[str, str] = {}

    def read() -> str:
        found.update(inbox.folders())
        folders = ", ".join(f"{role} = {name}" for role, name in found.items())
        return f"mailbox {box.name}: reads {box.imap.host} ({folders})"

    yield from attempt(f"mailbox {box.name}, imap", read)
    inbox.close()
    if found:
        yield from _missing_folders(box, found)


def _missing_folders(box: Mailbox, found: dict[str, str]) -> Iterator[Fault]:
    """A folder that is needed and cannot be told is a fault; without Junk only mail that strayed there is missed."""
    needed = {"drafts": box.drafts_folder, "sent": not box.smtp.files_sent_copies}
    instead = {"drafts": "set drafts_folder: false", "sent": "set smtp.files_sent_copies: true if the server does it"}
    for role in ("sent", "drafts", "junk"):
        if role in found:
            continue
        if needed.get(role):
            what = f"has no {role} folder that tells itself"
            yield Fault(f"mailbox {box.name}", what, f"name it in imap.folders.{role}, or {instead[role]}")
        else:
            note(f"mailbox {box.name} has no {role} folder that tells itself; name it in imap.folders.{role}")


def _writing(settings: Settings, box: Mailbox, secret: dict[str, Secret], send_test: bool) -> Iterator[Fault]:
    from bot.mailboxes.smtp import SmtpSender

    sender = mailbox(box, secret).sender
    assert isinstance(sender, SmtpSender)

    def log_in() -> str:
        sender.try_login()
        return f"mailbox {box.name}: may send through {box.smtp.host}"

    def test() -> str:
        from bot.wiring import test_mail

        sender.send(test_mail(settings, box), box.address)
        return f"mailbox {box.name}: a test mail to {box.address} was accepted"

    faults = list(attempt(f"mailbox {box.name}, smtp", log_in))
    yield from faults
    if send_test and not faults:
        yield from attempt(f"mailbox {box.name}, test mail", test)
    sender.close()

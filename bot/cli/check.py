"""`check`: settings, templates, ledger, folders and connections: every fault at once, before anything starts."""

import argparse
import os
from collections.abc import Callable, Iterator

from bot.cli.opening import config_option, settings_of
from bot.ports import EdgeError, Fault, LedgerFaults
from bot.settings import Settings, SettingsFaults
from bot.settings.load import password
from bot.settings.schema import Mailbox
from bot.wiring import ledger_settings, letters, mailbox, open_database


def arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """--send-test mails a marked test to oneself."""
    config_option(parser)
    parser.add_argument("--offline", action="store_true", help="leave the mail servers alone")
    parser.add_argument("--send-test", action="store_true", help="send a marked test mail from each mailbox to itself")


def main(options: argparse.Namespace) -> int:
    """0 when nothing is wrong. Prints where the state lives, what is right, and every fault with what to do."""
    settings = settings_of(options)
    print(f"Settings are valid. Mode: {settings.mode.value}. State: {settings.data_dir}")
    faults = [*_store(settings), *_templates(settings), *_ledger(settings)]
    for box in () if options.offline else settings.mailboxes:
        faults += _mailbox(settings, box, options.send_test)
    for fault in faults:
        print(f"✗ {fault}")
    print("Nothing is wrong." if not faults else f"{len(faults)} fault(s); nothing was started.")
    return 1 if faults else 0


def _tried(where: str, attempt: Callable[[], str]) -> Iterator[Fault]:
    """Say what went well, or give the fault."""
    try:
        print(f"✓ {attempt()}")
    except LedgerFaults as faults:
        yield from faults.faults
    except SettingsFaults as faults:
        yield from faults.faults
    except (EdgeError, ValueError) as error:
        yield Fault(where, str(error))


def _store(settings: Settings) -> Iterator[Fault]:
    def attempt() -> str:
        open_database(settings)
        return f"database: {settings.database.partition('@')[2] or settings.data_dir / 'relance.sqlite'}"

    yield from _tried("database", attempt)


def _templates(settings: Settings) -> Iterator[Fault]:
    written = letters(settings)
    yield from written.check()
    for segment, rules in settings.policy.segments.items():
        for level in rules.levels:
            missing = [x for x in written.languages if level.template and level.template not in written.names(x)]
            for language in missing:
                yield Fault(
                    f"policy.segments.{segment}, level {level.name}", f"has no template {level.template} in {language}"
                )
    print(f"✓ templates: {', '.join(written.languages)}")


def _ledger(settings: Settings) -> Iterator[Fault]:
    from bot.ledgers.csv_file import CsvLedger

    ledger = CsvLedger(ledger_settings(settings))

    def attempt() -> str:
        snapshot = ledger.read()
        unknown = {a.segment for a in snapshot.accounts if a.segment} - set(settings.policy.segments)
        if unknown:
            print(f"  segments without levels of their own (they get the default ones): {', '.join(sorted(unknown))}")
        return f"ledger: {len(snapshot.accounts)} accounts, {len(snapshot.items)} open items, as of {snapshot.as_of}"

    yield from _tried("ledger", attempt)
    for warning in ledger.warnings:
        print(f"  {warning}")


def _mailbox(settings: Settings, box: Mailbox, send_test: bool) -> Iterator[Fault]:
    secret = {"imap": password(box.imap, os.environ), "smtp": password(box.smtp, os.environ)}
    missing = [told for told in secret.values() if isinstance(told, Fault)]
    if missing:
        yield from missing
        return
    from bot.mailboxes.imap import ImapInbox
    from bot.mailboxes.smtp import SmtpSender

    ways = mailbox(box, {name: told for name, told in secret.items() if not isinstance(told, Fault)})
    inbox, sender = ways.inbox, ways.sender
    assert isinstance(inbox, ImapInbox) and isinstance(sender, SmtpSender)

    def reading() -> str:
        found = inbox.folders()
        folders = ", ".join(f"{role} = {name}" for role, name in found.items())
        for role in {"junk", "sent", "drafts"} - set(found):
            print(f"  mailbox {box.name} has no {role} folder that tells itself; name it in imap.folders.{role}")
        return f"mailbox {box.name}: reads {box.imap.host} ({folders})"

    def writing() -> str:
        sender.try_login()
        return f"mailbox {box.name}: may send through {box.smtp.host}"

    def test() -> str:
        from bot.wiring import test_mail

        sender.send(test_mail(settings, box), box.address)
        return f"mailbox {box.name}: a test mail to {box.address} was accepted"

    yield from _tried(f"mailbox {box.name}, imap", reading)
    yield from _tried(f"mailbox {box.name}, smtp", writing)
    if send_test:
        yield from _tried(f"mailbox {box.name}, test mail", test)
    inbox.close()
    sender.close()

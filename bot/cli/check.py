"""`check`: settings, templates, ledger, folders and connections: every fault at once, before anything starts."""

import argparse
from collections.abc import Iterator, Sequence

from bot.cli.check_mailbox import mailbox_faults
from bot.cli.checking import attempt, note
from bot.cli.opening import config_option, settings_of
from bot.cli.progress import progress
from bot.core.policy import LevelKind
from bot.ports import Fault
from bot.settings import Settings
from bot.wiring import ledger_is_stale, ledger_settings, letters, open_database


def arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """--send-test mails a marked test to oneself."""
    config_option(parser)
    parser.add_argument("--offline", action="store_true", help="leave the mail servers alone")
    parser.add_argument("--send-test", action="store_true", help="send a marked test mail from each mailbox to itself")


def main(options: argparse.Namespace) -> int:
    """0 when nothing is wrong. Prints where the state lives, what is right, and every fault with what to do."""
    settings = settings_of(options)
    print(f"Settings are valid. Mode: {settings.mode.value}. State: {settings.data_dir}")
    faults: list[Fault] = []
    for what, check in _checks(settings, options):
        with progress(f"Checking {what}"):
            found = list(check)
        faults += found
    for fault in dict.fromkeys(faults):
        print(f"✗ {fault}")
    count = len(dict.fromkeys(faults))
    print("Nothing is wrong." if not count else f"{count} {'fault' if count == 1 else 'faults'}; nothing was started.")
    return 1 if faults else 0


def _checks(settings: Settings, options: argparse.Namespace) -> Iterator[tuple[str, Iterator[Fault]]]:
    """What is checked, in this order; one that fails does not keep the others from being made."""
    yield "the company", _company(settings)
    yield "the database", _store(settings)
    yield "the templates", _templates(settings)
    yield "the ledger", _ledger(settings)
    yield "the digest", _digest(settings)
    for box in () if options.offline else settings.mailboxes:
        yield f"mailbox {box.name}", mailbox_faults(settings, box, options.send_test)


EXAMPLE_IBAN = "FR7630006000011234567890189"
"""The one in the shipped config.yaml: a client who paid there would pay nobody."""


def _company(settings: Settings) -> Iterator[Fault]:
    """What every reminder shows: a wrong account number makes clients pay nobody, or somebody else (X1)."""
    from classifiers.values.iban import is_iban

    iban = settings.company.iban.replace(" ", "").upper()
    if iban and not is_iban(iban):
        yield Fault("company.iban", f"{settings.company.iban} is no valid IBAN", "compare it with your bank's document")
    if iban == EXAMPLE_IBAN:
        note("company.iban is still the example of the shipped config.yaml: write your own, or leave it empty")


def _store(settings: Settings) -> Iterator[Fault]:
    def opened() -> str:
        open_database(settings)
        return f"database: {settings.database.partition('@')[2] or settings.data_dir / 'relance.sqlite'}"

    yield from attempt("database", opened)


def _templates(settings: Settings) -> Iterator[Fault]:
    if settings.templates and not settings.templates.is_dir():
        yield Fault("templates", f"there is no folder {settings.templates}", "make it, or write templates: null")
    written = letters(settings)
    faults = [*written.check(), *_levels_without_template(settings)]
    yield from faults
    if not faults:
        print(f"✓ templates: {', '.join(written.languages)}")


def _levels_without_template(settings: Settings) -> Iterator[Fault]:
    written = letters(settings)
    for segment, rules in settings.policy.segments.items():
        for level in rules.levels:
            if level.kind is not LevelKind.MAIL:
                continue
            for language in written.languages:
                if level.template not in written.names(language):
                    where = f"policy.segments.{segment}, level {level.name}"
                    suggestion = f"write it, or name one of: {', '.join(_reminders(written.names(language)))}"
                    yield Fault(where, f"has no template {level.template} in {language}", suggestion)


def _reminders(names: Sequence[str]) -> list[str]:
    return sorted(name for name in names if name.startswith("reminders/"))


def _ledger(settings: Settings) -> Iterator[Fault]:
    from bot.ledgers.csv_file import CsvLedger

    ledger = CsvLedger(ledger_settings(settings))

    def read() -> str:
        snapshot = ledger.read()
        unknown = {a.segment for a in snapshot.accounts if a.segment} - set(settings.policy.segments)
        if unknown:
            note(f"segments without levels of their own (they get the default ones): {', '.join(sorted(unknown))}")
        silent = sum(account.recipient() is None for account in snapshot.accounts)
        if silent:
            note(f"{silent} of {len(snapshot.accounts)} accounts have no e-mail address: they get no reminder")
        foreign = {a.language for a in snapshot.accounts} - set(letters(settings).languages)
        if foreign:
            note(f"customers' languages without templates ({', '.join(sorted(foreign))}): they get English letters")
        if ledger_is_stale(settings, snapshot):
            note(f"the ledger is of {snapshot.as_of}: too old, no reminder leaves until a fresh export")
        return f"ledger: {len(snapshot.accounts)} accounts, {len(snapshot.items)} open items, as of {snapshot.as_of}"

    yield from attempt("ledger", read)
    for warning in ledger.warnings:
        note(str(warning))


def _digest(settings: Settings) -> Iterator[Fault]:
    """Nobody is forced to read a digest; who forgot to name its reader should know."""
    if settings.digest.to:
        print(f"✓ digest: to {', '.join(settings.digest.to)}, from {settings.digest.hour:%H:%M}")
    else:
        note("digest.to is empty: nobody gets the morning mail")
    yield from ()

"""Which command was asked for, and the one place where an expected failure becomes a sentence and an exit code."""

import argparse
import difflib
import importlib
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("bot.cli.demo", "five weeks of reminders and answers on a fictitious ledger, in under a minute"),
    "check": ("bot.cli.check", "settings, templates, ledger and connections: every fault at once"),
    "import": ("bot.cli.ledger", "read the ledger now; --confirm a file that changed a lot"),
    "plan": ("bot.cli.plan", "who would get what today and why, and who gets nothing and why; nothing leaves"),
    "once": ("bot.cli.run", "one pass: read, understand, plan, send, report"),
    "run": ("bot.cli.run", "pass after pass, every few minutes, until stopped"),
    "stop": ("bot.cli.switch", "stop all sending at once"),
    "resume": ("bot.cli.switch", "end the stop"),
    "review": ("bot.cli.review", "what waits for a person: list, show, edit, approve, refuse, hand over"),
    "read": ("bot.cli.read", "what a mail says: .eml files or JSON lines in, JSON lines out; no database"),
    "explain": ("bot.cli.explain", "everything that happened on an account or to a mail, in sentences"),
    "digest": ("bot.cli.digest", "the manager's morning mail: --preview"),
    "backup": ("bot.cli.backup", "a consistent copy of the database while it runs"),
}
"""Command → the module that answers it and what it is for."""

OK, FAULT, AWAY, NO_DEPENDENCIES, USAGE, INTERRUPTED = 0, 1, 2, 3, 64, 130


class Parser(argparse.ArgumentParser):
    """argparse that ends with our own code for wrong usage: 2 means "try later" here."""

    def error(self, message: str) -> NoReturn:
        """The fault and how to ask for help, without the whole usage before it."""
        self.exit(USAGE, f"{self.prog}: {message}\nSee {self.prog} --help.\n")


def run(arguments: Sequence[str]) -> int:
    """The exit code: 0 done, 1 something is wrong and was told, 2 something is away (try later), 64 wrong usage.

    3 when a library is missing, 130 when it was interrupted.
    """
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        print(_help())
        return OK
    name = arguments[0]
    if name not in COMMANDS:
        print(f"run_bot.py: there is no command {name!r}.{_closest(name)}\n\n{_help()}", file=sys.stderr)
        return USAGE
    try:
        return _guarded(name, arguments[1:])
    except BrokenPipeError:
        # The reader of our output went away (`| head`): not an error of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        return INTERRUPTED
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in {"bot", "classifiers"}:
            raise
        print(f"Relance needs its dependencies ({error.name} is missing): run `make setup`,", file=sys.stderr)
        print("then `.venv/bin/python run_bot.py`.", file=sys.stderr)
        return NO_DEPENDENCIES


def _closest(name: str) -> str:
    close = difflib.get_close_matches(name, COMMANDS, n=1)
    return f" Did you mean {close[0]}?" if close else ""


def _guarded(name: str, arguments: Sequence[str]) -> int:
    """Expected failures become a sentence; anything else is a fault of ours and keeps its traceback."""
    module = importlib.import_module(COMMANDS[name][0])
    parser = Parser(prog=f"run_bot.py {name}", description=COMMANDS[name][1])
    module.arguments(name, parser)
    try:
        options = parser.parse_args(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else OK
    from bot.cli.failures import EXPECTED, told

    try:
        code = int(module.main(options) or OK)
        sys.stdout.flush()  # a reader that went away shows here, not while Python ends
        return code
    except EXPECTED as error:
        words, code = told(error)
        print(words, file=sys.stderr)
        return code


def _help() -> str:
    lines = [f"  {name:<9} {what}" for name, (_, what) in COMMANDS.items()]
    return "\n".join(
        [
            "Relance reminds clients of unpaid invoices, reads their answers and prepares what a person approves.",
            "",
            "usage: run_bot.py COMMAND [--config FILE] …     run_bot.py COMMAND --help",
            "",
            *lines,
            "",
            "Settings: --config FILE, else RELANCE_CONFIG, else config.yaml. First steps: README.md.",
        ]
    )

"""Which command was asked for, and the one place where an expected failure becomes a sentence and an exit code."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

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

OK, FAULT, AWAY, USAGE = 0, 1, 2, 64


def run(arguments: Sequence[str]) -> int:
    """The exit code: 0 done, 1 something is wrong and was told, 2 something is away (try later), 64 wrong usage."""
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        print(_help())
        return OK
    name = arguments[0]
    if name not in COMMANDS:
        print(f"run_bot.py: there is no command {name!r}.\n\n{_help()}", file=sys.stderr)
        return USAGE
    module = importlib.import_module(COMMANDS[name][0])
    parser = argparse.ArgumentParser(prog=f"run_bot.py {name}", description=COMMANDS[name][1])
    module.arguments(name, parser)
    return _guarded(module.main, parser.parse_args(arguments[1:]))


def _guarded(command: object, options: argparse.Namespace) -> int:
    from bot.core.drafts import Conflict
    from bot.ports import EdgeError, LedgerFaults, Unreachable

    try:
        code = command(options)  # type: ignore[operator]
        return int(code or OK)
    except Conflict as conflict:
        print(conflict, file=sys.stderr)
        return FAULT
    except LedgerFaults as faults:
        print(f"The ledger was not taken; {len(faults.faults)} fault(s):\n{faults}", file=sys.stderr)
        return FAULT
    except EdgeError as error:
        print(error, file=sys.stderr)
        return AWAY if isinstance(error, Unreachable) else FAULT
    except BrokenPipeError:
        # The reader of our output went away (`| head`): not an error of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        return _settings_faults(error)


def _settings_faults(error: Exception) -> int:
    from bot.settings import SettingsFaults

    if not isinstance(error, SettingsFaults):
        raise error
    print(f"The settings cannot be used; {len(error.faults)} fault(s):\n{error}", file=sys.stderr)
    return FAULT


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

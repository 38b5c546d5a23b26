"""Failures that a command expects: each becomes a sentence and an exit code."""

from bot.core.drafts import Conflict
from bot.ports import EdgeError, LedgerFaults, TemplateFault, Unreachable
from bot.settings import SettingsFaults

FAULT, AWAY = 1, 2

EXPECTED = (Conflict, EdgeError, LedgerFaults, SettingsFaults, TemplateFault, OSError)
"""BrokenPipeError is an OSError too, and KeyboardInterrupt is none: the command line handles both by itself."""


def told(error: Exception) -> tuple[str, int]:
    """The sentence, and 1 for what a person must mend or 2 for what is better tried later.

    Raises BrokenPipeError again: the reader of our output went away.
    """
    if isinstance(error, BrokenPipeError):
        raise error
    if isinstance(error, LedgerFaults):
        return f"The ledger was not taken; {_count(error.faults)}:\n{error}", FAULT
    if isinstance(error, SettingsFaults):
        return f"The settings cannot be used; {_count(error.faults)}:\n{error}", FAULT
    if isinstance(error, TemplateFault):
        return f"A template has a fault: {error}\n`run_bot.py check` shows them all.", FAULT
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}" if error.filename else str(error), FAULT
    return str(error), AWAY if isinstance(error, Unreachable) else FAULT


def _count(faults: tuple[object, ...]) -> str:
    return f"{len(faults)} {'fault' if len(faults) == 1 else 'faults'}"

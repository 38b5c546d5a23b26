"""How `check` says what is right and gathers what is wrong."""

from collections.abc import Callable, Iterator

from bot.ports import EdgeError, Fault, LedgerFaults
from bot.settings import SettingsFaults


def attempt(where: str, trial: Callable[[], str]) -> Iterator[Fault]:
    """Say what went well, or give the faults: an expected failure of one check is no reason to leave out the others."""
    try:
        print(f"✓ {trial()}")
    except (LedgerFaults, SettingsFaults) as faults:
        yield from faults.faults
    except (EdgeError, ValueError, OSError) as error:
        yield Fault(where, str(error))


def note(text: str) -> None:
    """Worth knowing, and no fault."""
    print(f"  {text}")

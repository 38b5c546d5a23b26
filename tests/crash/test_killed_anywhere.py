"""A process that is killed at any moment loses nothing, sends nothing twice, and the next pass goes on."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from bot.steps.tick import STEPS
from bot.steps.world import Tick, World
from tests.crash.conftest import MAIN
from tests.crash.killing import Attempt, Toll, Wreck, copy_of, kill_everywhere, unharmed
from tests.crash.recovery import Recovery, approves, nobody
from tests.crash.stage import House, running_at

BY_NAME = {step.__name__: step for step in STEPS}


def tell(capfd: pytest.CaptureFixture[str], name: str, toll: Toll) -> None:
    """The count is part of the result: it shows in every run, also in one with several workers."""
    with capfd.disabled():
        print(f"\ncrash tests, {name}: {toll}", file=sys.stderr)


def recovery_of(attempt: Attempt, folder: Path) -> Recovery:
    with running_at(attempt.house, unharmed(attempt, folder), attempt.when) as at:
        return Recovery(attempt.house, at)


@pytest.mark.parametrize("name", BY_NAME)
def test_a_step_killed_anywhere_ends_as_if_it_had_not_been(
    name: str, house: House, prepared: Mapping[str, Path], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Design, section 9: killing the process at any point never loses a reply and never sends twice (C13, X2)."""

    def deed(world: World, moment: Tick) -> None:
        for _ in BY_NAME[name](world, moment):
            pass

    attempt = Attempt(house, prepared[name], deed, MAIN)
    recovery = recovery_of(attempt, tmp_path / "unharmed")
    assert not recovery.own_faults, "\n".join(recovery.own_faults)
    toll = kill_everywhere(attempt, tmp_path, recovery.faults)
    tell(capfd, name, toll)
    assert not toll.wrong, "\n".join(toll.wrong)


def test_an_approval_killed_anywhere_still_sends_its_answer_once(
    house: House, prepared: Mapping[str, Path], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The person tries again at once, or after the next pass: there is never a second answer, nor a stuck draft."""
    attempt = Attempt(house, prepared["approve"], approves, MAIN)
    recovery = recovery_of(attempt, tmp_path / "unharmed")
    assert not recovery.own_faults, "\n".join(recovery.own_faults)

    def recover(wreck: Wreck) -> Iterator[str]:
        patient = Wreck(copy_of(wreck, tmp_path / "patient"), wreck.moment)
        yield from (f"approved again after a pass: {what}" for what in recovery.faults(patient, nobody, approves))
        yield from (f"approved again at once: {what}" for what in recovery.faults(wreck, approves, nobody))

    toll = kill_everywhere(attempt, tmp_path, recover)
    tell(capfd, "review (approve)", toll)
    assert not toll.wrong, "\n".join(toll.wrong)

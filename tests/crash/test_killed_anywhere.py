"""A process that is killed at any moment loses nothing, sends nothing twice, and the next pass goes on."""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from bot.demo.scene import Customer
from tests.crash import scene
from tests.crash.conftest import MAIN
from tests.crash.killing import Attempt, Toll, Wreck, copy_of, kill_everywhere, named_steps, unharmed, whole
from tests.crash.people import (
    Person,
    approves,
    edits,
    edits_in_drafts,
    one_after_the_other,
    refuses,
    sends_from_drafts,
)
from tests.crash.recovery import Recovery, unsound
from tests.crash.stage import House, running_at

BY_NAME = named_steps()
TALKS_TO_SERVERS = frozenset({"collect", "place_drafts", "deliver"})
"""Steps that are killed between two commands to a mail server as well: it did what it was told, nobody heard so."""
ASKED, DISPUTES = scene.ASKED, scene.DISPUTES


def recovery_of(attempt: Attempt, folder: Path) -> Recovery:
    with running_at(attempt.house, unharmed(attempt, folder), attempt.when) as at:
        return Recovery(attempt.house, at)


def judge(toll: Toll, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    """The count is part of the result: it shows in every run, also in one with several workers."""
    with capfd.disabled():
        print(f"\ncrash tests, {name}: {toll}", file=sys.stderr)
    assert not toll.wrong, "\n".join(toll.wrong)


@pytest.mark.parametrize("name", BY_NAME)
def test_a_step_killed_anywhere_ends_as_if_it_had_not_been(
    name: str, house: House, prepared: Mapping[str, Path], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Design, section 9: killing the process at any point never loses a reply and never sends twice (C13, X2)."""
    attempt = Attempt(house, prepared[name], whole(BY_NAME[name]), MAIN)
    recovery = recovery_of(attempt, tmp_path / "unharmed")
    toll = kill_everywhere(attempt, tmp_path, recovery.faults)
    judge(toll, name, capfd)
    if name in TALKS_TO_SERVERS:
        between = replace(attempt, network=True)
        judge(kill_everywhere(between, tmp_path, recovery.faults, toll.states), f"{name}, inside of calls", capfd)


@pytest.mark.parametrize("decides", (approves, edits, refuses))
def test_a_decision_killed_anywhere_can_be_taken_again(
    decides: Callable[[Customer], Person],
    house: House,
    prepared: Mapping[str, Path],
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """At once, or after the next pass: never a second answer, a second copy, or a draft that nobody can decide on."""
    person = decides(ASKED)
    attempt = Attempt(house, prepared["review"], person, MAIN)
    recovery = recovery_of(attempt, tmp_path / "unharmed")

    def recover(wreck: Wreck) -> Iterator[str]:
        patient = Wreck(copy_of(wreck, tmp_path / "patient"), wreck.moment)
        yield from (f"again after a pass: {what}" for what in recovery.faults(patient, after_a_pass=person))
        yield from (f"again at once: {what}" for what in recovery.faults(wreck, at_once=person))

    judge(kill_everywhere(attempt, tmp_path, recover), f"review ({decides.__name__})", capfd)


@pytest.mark.parametrize(("name", "customer"), (("review", ASKED), ("place_drafts", DISPUTES)))
def test_a_draft_whose_copy_was_half_placed_or_half_removed_still_has_one_way_out(
    name: str,
    customer: Customer,
    house: House,
    prepared: Mapping[str, Path],
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Before the next pass a person approves it, sends the copy that lies there, or edits it (C84, C85)."""
    deed = approves(customer) if name == "review" else whole(BY_NAME[name])
    ways = {
        "approved at once": approves(customer),
        "sent from Drafts, then approved": one_after_the_other(sends_from_drafts(customer), approves(customer)),
        "edited in Drafts, then approved": one_after_the_other(edits_in_drafts(customer), approves(customer)),
        "approved, then sent from Drafts": one_after_the_other(approves(customer), sends_from_drafts(customer)),
    }

    def recover(wreck: Wreck) -> Iterator[str]:
        for way, person in ways.items():
            again = Wreck(copy_of(wreck, tmp_path / "again"), wreck.moment)
            yield from (f"{way}: {what}" for what in unsound(house, again, person))

    attempt = Attempt(house, prepared[name], deed, MAIN)
    judge(kill_everywhere(attempt, tmp_path, recover), f"{name}, the copy used by a person", capfd)


def test_a_second_death_while_the_first_is_repaired_sends_nothing_twice(
    house: House, prepared: Mapping[str, Path], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Three rows died while leaving: one lies in Sent, one arrived without a copy, one never left (C13)."""
    attempt = Attempt(house, prepared["deliver after a death"], whole(BY_NAME["deliver"]), MAIN)
    recovery = recovery_of(attempt, tmp_path / "unharmed")
    judge(kill_everywhere(attempt, tmp_path, recovery.faults), "deliver after a death", capfd)

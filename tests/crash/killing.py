"""Kills a forked process at every moment of a deed, and lets a whole one recover from each state that this leaves."""

import gc
import os
import shutil
import signal
import traceback
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from bot.steps.tick import STEPS, Step
from bot.steps.world import Tick, World
from tests.crash.points import Points, counted
from tests.crash.stage import House, Running, running_at

Deed = Callable[[World, Tick], object]


def whole(step: Step) -> Deed:
    """The step to its end."""
    return lambda world, moment: list(step(world, moment))


def named_steps() -> dict[str, Step]:
    """The steps of a pass in order; one that comes twice is a step "again" the second time."""
    found: dict[str, Step] = {}
    for step in STEPS:
        name = step.__name__
        found[f"{name} again" if name in found else name] = step
    return found


@dataclass(frozen=True)
class Attempt:
    """What is done, from which prepared state, at which moment."""

    house: House
    prepared: Path
    deed: Deed
    when: datetime
    network: bool = False
    """Die between the commands of a call to a mail server, instead of before and after the calls."""

    @property
    def day(self) -> date:
        return self.when.date()


@dataclass
class Toll:
    """What the killing came to: the moments, how many states they left, and what was wrong with them."""

    moments: list[str] = field(default_factory=list)
    states: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        before = sum(moment.startswith("before ") for moment in self.moments)
        what = f"{before} calls through ports" if before else f"{len(self.moments)} commands to mail servers"
        return f"{what}, {len(self.moments)} kills, {len(self.states)} different states to recover from"


@dataclass(frozen=True)
class Wreck:
    """What a death left: its folder, and the moment as a sentence for a failing test."""

    folder: Path
    moment: str


def kill_everywhere(
    attempt: Attempt, work: Path, recover: Callable[[Wreck], Iterator[str]], known: Collection[str] = ()
) -> Toll:
    """Every moment of the deed in turn, each from the same prepared state.

    A state that an earlier death left already is not recovered from again: recovery reads nothing else. `known` are
    such states of another toll. A moment is counted by the first, whole run; the killed runs do the same up to their
    end, since nothing in them is random.
    """
    toll, seen = Toll(_rehearsed(attempt, work)), set(known)
    for deadly, moment in enumerate(toll.moments, 1):
        folder = _fresh(attempt.prepared, work / "killed")
        with running_at(attempt.house, folder, attempt.when) as at:
            status = _child(at, attempt, deadly, work)
        wreck = Wreck(folder, f"killed {moment} ({deadly} of {len(toll.moments)})")
        assert status == -signal.SIGKILL, f"not {wreck.moment}: exit {status}\n{_said(work)}"
        state = at.place.fingerprint()
        toll.states.add(state)
        if state not in seen:
            seen.add(state)
            toll.wrong += [f"{wreck.moment}: {what}" for what in recover(wreck)]
    return toll


def unharmed(attempt: Attempt, folder: Path) -> Path:
    """The deed done by a process that nobody kills, in a copy of the prepared state."""
    _fresh(attempt.prepared, folder)
    with running_at(attempt.house, folder, attempt.when) as at, at.alive(attempt.day) as world:
        attempt.deed(world, attempt.house.at(attempt.when))
    return folder


def copy_of(wreck: Wreck, folder: Path) -> Path:
    """The same state once more, so that several ways of recovering start from it."""
    return _fresh(wreck.folder, folder)


def _fresh(source: Path, target: Path) -> Path:
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)
    return target


def _rehearsed(attempt: Attempt, work: Path) -> list[str]:
    """The names of all moments, from a run in a child that nobody kills."""
    folder = _fresh(attempt.prepared, work / "rehearsed")
    with running_at(attempt.house, folder, attempt.when) as at:
        status = _child(at, attempt, 0, work)
    assert status == 0, f"the deed fails even when nobody is killed\n{_said(work)}"
    return (work / "moments").read_text(encoding="utf-8").splitlines()


def _child(at: Running, attempt: Attempt, deadly: int, work: Path) -> int:
    """The deed in a fork, with connections that are the child's own."""

    def deed(points: Points) -> None:
        world = at.world(attempt.day)
        if attempt.network:
            points.network()
        else:
            world = counted(world, points)
        attempt.deed(world, at.house.at(attempt.when))

    return forked(work, deadly, deed)


def forked(work: Path, deadly: int, deed: Callable[[Points], None]) -> int:
    """Run the deed in a forked process that dies at that moment; its exit status (-9: killed).

    With `deadly` 0 it lives, and leaves the names of all moments in the file "moments".
    """
    pid = os.fork()
    if pid:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    status, moments = 1, list[str]()
    gc.disable()  # a collection would touch, and so copy, every page that is shared with the parent
    try:
        deed(Points(deadly, moments.append))
        if not deadly:
            (work / "moments").write_text("\n".join(moments), encoding="utf-8")
        status = 0
    except BaseException:
        (work / "said").write_text(traceback.format_exc(), encoding="utf-8")
    finally:
        os._exit(status)


def _said(work: Path) -> str:
    said = work / "said"
    return said.read_text(encoding="utf-8") if said.exists() else ""

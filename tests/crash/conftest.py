"""The states from which the crash tests start, made once per process: a copy of the folder before each step."""

import shutil
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest

from bot.steps import review
from bot.steps.tick import STEPS, tick
from bot.steps.world import Tick, World
from tests.crash import scene
from tests.crash.killing import Deed
from tests.crash.recovery import approves
from tests.crash.stage import USER, House, Running, running_at

MAIN = scene.at(scene.MAIN)


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return House.furnished(tmp_path_factory.mktemp("house"))


@pytest.fixture(scope="session")
def prepared(house: House, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Step name → the state before it, on the morning on which much happens at once. "deliver" has an approved answer."""
    root = tmp_path_factory.mktemp("prepared")
    living = root / "living"
    _earlier_days(house, living)
    found: dict[str, Path] = {}
    deeds: list[tuple[str, Deed]] = [("approve", approves)]
    deeds += [(step.__name__, lambda world, moment, step=step: list(step(world, moment))) for step in STEPS]
    for name, deed in deeds:
        found[name] = shutil.copytree(living, root / name)
        with running_at(house, living, MAIN) as at, at.alive(scene.MAIN) as world:
            deed(world, house.at(MAIN))
    return found


def _earlier_days(house: House, folder: Path) -> None:
    """First reminders leave, some answer the next day; then the mails of the main day arrive and lie there."""
    with running_at(house, folder, scene.at(scene.FIRST)) as at:
        _pass(at, scene.at(scene.FIRST))
        ours = dict(at.place.letters())
        _arrive(at, ours, scene.at(scene.SECOND))
        _pass(at, scene.at(scene.SECOND))
        _arrive(at, ours, MAIN)
        at.mail.deliver(USER, scene.colleagues_letter(), "Sent", when=scene.at(scene.MAIN, 8, 45))


def _arrive(at: Running, ours: Mapping[str, bytes], moment: datetime) -> None:
    at.clock.now = moment
    for sender, raw in scene.answers(moment.date(), dict(ours)):
        at.post(sender, raw)


def _pass(at: Running, moment: datetime) -> None:
    with at.alive(moment.date()) as world:
        bad = [event for event in tick(world, at.house.at(moment)) if event.bad]
        assert not bad, bad

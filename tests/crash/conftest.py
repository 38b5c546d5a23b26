"""The states from which the crash tests start, made once per process: a copy of the folder before each step."""

import gc
import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest

from bot.core.outbox import RowState
from bot.steps.tick import tick
from bot.steps.world import World
from tests.crash import scene
from tests.crash.killing import Deed, named_steps, whole
from tests.crash.people import approves
from tests.crash.stage import USER, House, Running, main_box, running_at

MAIN = scene.at(scene.MAIN)


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return House.furnished(tmp_path_factory.mktemp("house"))


@pytest.fixture(scope="session")
def prepared(house: House, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Step → the state before it, on a morning on which much happens at once; "deliver" has an approved answer."""
    root = tmp_path_factory.mktemp("prepared")
    living = root / "living"
    _earlier_days(house, living)
    found: dict[str, Path] = {}
    deeds: dict[str, Deed] = {"review": approves(scene.ASKED)} | {
        name: whole(step) for name, step in named_steps().items()
    }
    for name, deed in deeds.items():
        found[name] = shutil.copytree(living, root / name)
        with running_at(house, living, MAIN) as at, at.alive(scene.MAIN) as world:
            deed(world, house.at(MAIN))
    found["deliver after a death"] = shutil.copytree(found["deliver"], root / "deliver after a death")
    with running_at(house, found["deliver after a death"], MAIN) as at, at.alive(scene.MAIN) as world:
        _die_while_leaving(world)
    gc.collect()
    gc.freeze()  # what is warm now is shared with every child
    return found


def _die_while_leaving(world: World) -> None:
    """As deaths amid sending leave it: one was filed in Sent by the server, one only arrived, one never left."""
    with world.store.transaction() as books:
        rows = [row for row in books.rows((RowState.QUEUED,)) if row.account]
        assert len(rows) == 3
        for row in rows:
            books.move_row(row.id, RowState.QUEUED, RowState.SENDING, at=MAIN)
    box = main_box(world)
    box.sender.send(rows[0].raw, rows[0].recipient)
    box.inbox.keep_sent(rows[0].raw)
    box.sender.send(rows[1].raw, rows[1].recipient)


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

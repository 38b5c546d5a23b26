"""A whole process goes on after a death: passes of that day, a person who settles what is unclear, later days."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime

from bot.core.drafts import Conflict, DraftState
from bot.core.outbox import RowKind
from bot.steps import review
from bot.steps.tick import tick
from bot.steps.world import Tick, World
from tests.crash import scene
from tests.crash.invariants import broken
from tests.crash.killing import Wreck
from tests.crash.portrait import Portrait, differences, portrait, skipped_by_cursor
from tests.crash.stage import House, Running, running_at

SAME_DAY = (scene.at(scene.MAIN, 9, 5), scene.at(scene.MAIN, 9, 10), scene.at(scene.MAIN, 9, 15))
LATER_DAYS = (scene.at(scene.NEXT), scene.at(scene.LATER), scene.at(scene.LATER, 9, 5))
Person = Callable[[World, Tick], None]
"""What a person does between two passes."""


def nobody(world: World, tick: Tick) -> None:
    """No person comes by."""


def approves(world: World, tick: Tick) -> None:
    """A person approves what the one who was killed had wanted to approve, if it is still open. Raises Conflict."""
    with world.store.transaction() as books:
        still_open = [d for d in books.drafts((DraftState.OPEN,)) if d.account == scene.ASKED.number]
    for draft in still_open:
        review.approve(world, tick, draft.id, draft.version, scene.COLLECTOR)


def recovered(at: Running, first: Person, between: Person) -> tuple[Portrait, Portrait]:
    """The state after the passes of the same day, and the one after the later days."""
    _person(at, first, SAME_DAY[0])
    _pass(at, SAME_DAY[0])
    _person(at, between, SAME_DAY[1])
    _pass(at, SAME_DAY[1])
    _pass(at, SAME_DAY[2])
    soon = portrait(at)
    _person(at, lambda world, moment: _settle(world, moment, soon), SAME_DAY[2])
    for moment in LATER_DAYS:
        _pass(at, moment)
    return soon, portrait(at)


def _pass(at: Running, moment: datetime) -> None:
    at.clock.now = moment
    with at.alive(moment.date()) as world:
        for event in tick(world, at.house.at(moment)):
            assert event.what != "pass_stopped", event


def _person(at: Running, person: Person, moment: datetime) -> None:
    with at.alive(moment.date()) as world:
        person(world, at.house.at(moment))


def _settle(world: World, moment: Tick, seen: Portrait) -> None:
    """A person asks the clients what arrived, and says so."""
    for row in seen.unknown:
        if row.kind is not RowKind.DIGEST:
            review.settle_unclear(world, moment, row.id, bool(seen.arrived[row.id]), scene.COLLECTOR)


class Recovery:
    """Compares what becomes of each wreck with what became of the same deed when nobody was killed."""

    def __init__(self, house: House, unharmed: Running) -> None:
        self._house = house
        self._soon, self._late = recovered(unharmed, nobody, nobody)
        self.own_faults = [*broken(self._soon), *broken(self._late)]

    def faults(self, wreck: Wreck, first: Person = nobody, between: Person = nobody) -> Iterator[str]:
        """Everything that is not as it must be: at the death, after the day's passes, after the later days."""
        with running_at(self._house, wreck.folder, SAME_DAY[0]) as at:
            yield from skipped_by_cursor(at)
            try:
                soon, late = recovered(at, first, between)
            except Conflict as conflict:
                yield f"the person was told: {conflict}"
                return
        yield from broken(soon)
        yield from differences(self._soon, soon)
        yield from (f"later: {what}" for what in broken(late))
        yield from _not_as_often(self._late, soon, late)


def _not_as_often(expected: Portrait, soon: Portrait, late: Portrait) -> Iterator[str]:
    """In the end each invoice was raised to each level as often as without the death: once."""
    was, now = _levels(expected), _levels(late)
    yield from (f"in the end nobody was told of {level}" for level in (was - now))
    yield from (f"in the end somebody was told too often of {level}" for level in (now - was))


def _levels(seen: Portrait) -> Counter[str]:
    return Counter(
        f"{raised.invoice} at day {raised.level}"
        for row in seen.rows
        for raised in row.raised
        for _ in range(seen.arrived[row.id])
    )

"""A whole process goes on after a death: passes of that day, a person who settles what is unclear, later days."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.core.drafts import Conflict
from bot.steps.tick import tick
from tests.crash import scene
from tests.crash.invariants import broken
from tests.crash.killing import Wreck
from tests.crash.people import Person, nobody, settles_what_is_unclear
from tests.crash.portrait import Portrait, differences, portrait, skipped_by_cursor
from tests.crash.stage import House, Running, running_at

SOON, SOON_AFTER, THEN = (scene.at(scene.MAIN, 9, minute) for minute in (5, 10, 15))
LATER_DAYS = (scene.at(scene.NEXT), scene.at(scene.LATER), scene.at(scene.LATER, 9, 5))


@dataclass(frozen=True)
class Outcome:
    """What it came to: after the passes of the same day, and after those of later days."""

    soon: Portrait
    late: Portrait

    def broken(self) -> Iterator[str]:
        """Every invariant that does not hold at either moment."""
        yield from broken(self.soon)
        yield from (f"later: {what}" for what in broken(self.late))


def go_on(at: Running, at_once: Person = nobody, after_a_pass: Person = nobody) -> Outcome:
    """The passes of the same day, a person who settles what is unclear, those of later days. Raises Conflict."""
    soon = _same_day(at, at_once, after_a_pass)
    _person(at, lambda world, now: settles_what_is_unclear(world, now, lambda row: bool(soon.arrived[row])), THEN)
    for moment in LATER_DAYS:
        _pass(at, moment)
    return Outcome(soon, portrait(at))


def _same_day(at: Running, at_once: Person, after_a_pass: Person = nobody) -> Portrait:
    """Passes as the loop makes them, with what people do before the first and after it."""
    _person(at, at_once, SOON)
    _pass(at, SOON)
    _person(at, after_a_pass, SOON_AFTER)
    for moment in (SOON_AFTER, THEN):
        _pass(at, moment)
    return portrait(at)


def _pass(at: Running, moment: datetime) -> None:
    at.clock.now = moment
    with at.alive(moment.date()) as world:
        for event in tick(world, at.house.at(moment)):
            assert event.what != "pass_stopped", event


def _person(at: Running, person: Person, moment: datetime) -> None:
    if person is nobody:
        return
    with at.alive(moment.date()) as world:
        person(world, at.house.at(moment))


class Recovery:
    """Compares what becomes of each wreck with what became of the same deed when nobody was killed."""

    def __init__(self, house: House, unharmed: Running) -> None:
        self._house = house
        self._expected = go_on(unharmed)
        faults = "\n".join(self._expected.broken())
        assert not faults, f"even without a death:\n{faults}"

    def faults(self, wreck: Wreck, at_once: Person = nobody, after_a_pass: Person = nobody) -> Iterator[str]:
        """All that is not as it would be without the death, but for a row of which only a person can tell."""
        with running_at(self._house, wreck.folder, SOON) as at:
            yield from skipped_by_cursor(at)
            try:
                outcome = go_on(at, at_once, after_a_pass)
            except Conflict as conflict:
                yield f"the person was told: {conflict}"
                return
        yield from outcome.broken()
        yield from differences(self._expected.soon, outcome.soon)
        yield from _not_as_often(self._expected.late, outcome.late)


def unsound(house: House, wreck: Wreck, at_once: Person) -> Iterator[str]:
    """Every invariant that does not hold after people did something else than the process that was killed."""
    with running_at(house, wreck.folder, SOON) as at:
        yield from broken(_same_day(at, at_once))


def _not_as_often(expected: Portrait, seen: Portrait) -> Iterator[str]:
    """In the end each invoice was raised to each level as often as without the death: once."""
    was, now = _levels(expected), _levels(seen)
    yield from (f"in the end nobody was told of {level}" for level in was - now)
    yield from (f"in the end somebody was told too often of {level}" for level in now - was)


def _levels(seen: Portrait) -> Counter[str]:
    return Counter(
        f"{raised.invoice} at day {raised.level}"
        for row in seen.rows
        for raised in row.raised
        for _ in range(seen.arrived[row.id])
    )

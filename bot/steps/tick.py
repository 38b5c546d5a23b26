"""The steps in their order: one table, one pass. Read before you write."""

from collections.abc import Callable, Iterator

from bot.ports import EdgeError
from bot.steps.collect import collect
from bot.steps.deliver import deliver
from bot.steps.follow_up import follow_up
from bot.steps.place_drafts import place_drafts
from bot.steps.report import report
from bot.steps.run_dunning import run_dunning
from bot.steps.sync_ledger import sync_ledger
from bot.steps.understand import understand
from bot.steps.world import Event, Tick, World

Step = Callable[[World, Tick], Iterator[Event]]

STEPS: tuple[Step, ...] = (
    sync_ledger,
    collect,
    understand,
    follow_up,
    place_drafts,
    run_dunning,
    deliver,
    report,
    deliver,
)
"""Nobody is reminded while their "we paid yesterday" lies unread: mail is read before anything is planned or sent.

The digest tells of the letters that just left, then leaves itself.
"""


def tick(world: World, moment: Tick) -> Iterator[Event]:
    """One pass over all steps. When the store is away the pass stops: nothing is sent that could not be noted."""
    for step in STEPS:
        try:
            yield from step(world, moment)
        except EdgeError as error:
            yield Event(step.__name__, "pass_stopped", detail=str(error), bad=True)
            return

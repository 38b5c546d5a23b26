"""Five weeks in under a minute: the clock jumps, everything else is what `run` does."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from bot.core.drafts import Conflict, DraftState
from bot.demo.clients import Clients
from bot.demo.ledger_files import export
from bot.demo.scene import CUSTOMERS, START, WEEKS
from bot.demo.stage import ENVIRONMENT, Stage, clean, stage
from bot.engines.lock import alone
from bot.steps import review
from bot.steps.tick import tick
from bot.steps.world import Event, Tick, World
from bot.wiring import build

COLLECTOR = "Camille (demo)"
HOURS = (time(8, 30), time(11, 0), time(15, 0))
"""When the demo wakes up on each day."""
APPROVED_UNTIL = 24
"""The demo's collector approves what waits, up to this day; what comes later is left for you."""


class Clock:
    """The demo's time: it stands still until it is set."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        """The present instant of the demo."""
        return self.at


def play(folder: Path, tell: Callable[[str], None]) -> None:
    """Play the five weeks in this folder and tell every event; at the end show what is left for people."""
    clean(folder)
    clock = Clock(datetime.combine(START, HOURS[0]).astimezone())
    clients = Clients(clock)
    with alone(folder / "lock"), stage(folder, clock, clients.received) as on:
        zone = on.settings.company.zone
        clock.at = datetime.combine(START, HOURS[0], tzinfo=zone)
        export(folder / "ledger", START, clock.at)
        world = build(on.settings, ENVIRONMENT)
        clients.strangers_mail(clock.at + timedelta(days=9))
        for day in range(WEEKS * 7 - 2):
            for line in _day(on, world, clients, clock, START + timedelta(days=day)):
                tell(line)
        _close(world)
    (folder / "clock").write_text(clock.at.isoformat(), encoding="utf-8")


def _day(on: Stage, world: World, clients: Clients, clock: Clock, day: date) -> Iterator[str]:
    for hour in HOURS:
        clock.at = datetime.combine(day, hour, tzinfo=world.zone)
        export(on.folder / "ledger", day, clock.at)
        for sender, raw in clients.due(clock.at):
            on.post(sender, raw)
        on.post_dropped()
        moment = Tick(clock.at, world.zone)
        for event in tick(world, moment):
            if event.what not in QUIET:
                yield told(event, clock.at)
        if hour == HOURS[1] and day.weekday() < 5 and (day - START).days < APPROVED_UNTIL:
            yield from _approve(world, moment)


QUIET = frozenset({"mail_kept", "sent_copy_seen", "ledger_taken", "reminder_queued", "draft_placed", "digest_queued"})
"""Events that a reader of the demo need not see: the next line says the same."""


def told(event: Event, at: datetime) -> str:
    """An event as a line: when, what, who."""
    names = {c.number: c.name for c in CUSTOMERS}
    who = names.get(event.account, event.account)
    mark = "!" if event.bad else " "
    return f"{at:%a %d %b %H:%M} {mark} {event.what.replace('_', ' '):<26} {who:<24} {event.detail}".rstrip()


def _approve(world: World, moment: Tick) -> Iterator[str]:
    """The demo's collector reads and approves what waits."""
    with world.store.transaction() as books:
        waiting = books.drafts((DraftState.OPEN,))
    for draft in waiting:
        try:
            yield told(review.approve(world, moment, draft.id, draft.version, COLLECTOR), moment.now)
        except Conflict as conflict:
            yield f"{moment.now:%a %d %b %H:%M} ! {conflict}"


def _close(world: World) -> None:
    for box in world.mailboxes.values():
        box.inbox.close()
        box.sender.close()

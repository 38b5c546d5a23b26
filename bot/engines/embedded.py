"""One process that wakes up every few minutes: what is due is recomputed, so a missed wake-up needs no replay."""

import threading
from collections.abc import Callable
from datetime import timedelta

import schedule


def run_every(
    interval: timedelta, wake: Callable[[], None], failed: Callable[[Exception], None], stop: threading.Event
) -> None:
    """Call `wake` at once and then at each interval, until `stop` is set.

    `schedule` never reschedules a job that raises and starves those behind it: the job is wrapped, and the next
    wake-up repairs what this one left.
    """

    def wrapped() -> None:
        try:
            wake()
        except Exception as error:
            failed(error)

    scheduler = schedule.Scheduler()
    scheduler.every(int(interval.total_seconds())).seconds.do(wrapped)
    wrapped()
    while not stop.is_set():
        idle = scheduler.idle_seconds
        if stop.wait(max(0.0, min(idle if idle is not None else 1.0, 1.0))):
            return
        scheduler.run_pending()

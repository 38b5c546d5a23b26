"""How long to wait after a failure: twice as long each time, an hour at most, unless the other side asks for more."""

from collections.abc import Mapping
from datetime import datetime, timedelta

FIRST = timedelta(minutes=1)
LONGEST = timedelta(hours=1)
LONGEST_ASKED = timedelta(days=1)


def wait_after(failures: int, asked: timedelta = timedelta()) -> timedelta:
    """How long to wait after so many failures. `asked`: how long the other side wants; a day at most is believed."""
    doubled = min(FIRST * (1 << min(max(failures - 1, 0), 10)), LONGEST)
    return max(doubled, min(asked, LONGEST_ASKED))


def later(state: str, now: datetime, asked: timedelta = timedelta()) -> str:
    """The state after one more failure: "<failures> <instant before which nothing is tried>"."""
    failures = int(state.split(" ")[0]) + 1 if state else 1
    return f"{failures} {(now + wait_after(failures, asked)).isoformat()}"


def again_at(state: str) -> datetime | None:
    """When to try again; None: at once."""
    return datetime.fromisoformat(state.split(" ")[1]) if state else None


def resting(state: str, now: datetime) -> bool:
    """Whether it is too early to try again."""
    until = again_at(state)
    return until is not None and _ahead(until, now)


def put_off(state: str, now: datetime) -> Mapping[str, datetime]:
    """Which rows of a mailbox still wait, and until when. The state is "<row>=<instant>" for each, parted by blanks."""
    told = (entry.partition("=") for entry in state.split())
    waits = {row: datetime.fromisoformat(until) for row, _, until in told}
    return {row: until for row, until in waits.items() if _ahead(until, now)}


def with_put_off(state: str, row: str, until: datetime, now: datetime) -> str:
    """The state with one more row that waits; those whose instant has come are left out."""
    waits = {**put_off(state, now), row: until}
    return " ".join(f"{row}={instant.isoformat()}" for row, instant in waits.items())


def _ahead(until: datetime, now: datetime) -> bool:
    """An instant further away than any wait was noted by a wrong clock."""
    return now < until <= now + LONGEST_ASKED

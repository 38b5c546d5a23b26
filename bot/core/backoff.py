"""How long to wait after a failure: twice as long each time, an hour at most, unless the other side asks for more."""

from datetime import datetime, timedelta

FIRST = timedelta(minutes=1)
LONGEST = timedelta(hours=1)
LONGEST_ASKED = timedelta(days=1)


def later(state: str, now: datetime, asked: timedelta = timedelta()) -> str:
    """The state after one more failure: "<failures> <instant before which nothing is tried>".

    `asked` is how long the other side wants to be left alone; a day at most is believed.
    """
    failures = int(state.split(" ")[0]) + 1 if state else 1
    wait = min(FIRST * 2 ** min(failures - 1, 10), LONGEST)
    return f"{failures} {(now + max(wait, min(asked, LONGEST_ASKED))).isoformat()}"


def again_at(state: str) -> datetime | None:
    """When to try again; None: at once."""
    return datetime.fromisoformat(state.split(" ")[1]) if state else None


def resting(state: str, now: datetime) -> bool:
    """Whether it is too early to try again. An instant further away than any wait was noted by a wrong clock."""
    until = again_at(state)
    return until is not None and now < until <= now + LONGEST_ASKED

"""How long to wait after a failure: twice as long each time, an hour at most."""

from datetime import datetime, timedelta

FIRST = timedelta(minutes=1)
LONGEST = timedelta(hours=1)


def later(state: str, now: datetime) -> str:
    """The state after one more failure: "<failures> <instant before which nothing is tried>"."""
    failures = int(state.split(" ")[0]) + 1 if state else 1
    wait = min(FIRST * 2 ** min(failures - 1, 10), LONGEST)
    return f"{failures} {(now + wait).isoformat()}"


def again_at(state: str) -> datetime | None:
    """When to try again; None: at once."""
    return datetime.fromisoformat(state.split(" ")[1]) if state else None

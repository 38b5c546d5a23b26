"""Short names: any unambiguous beginning of an id is enough, and lists show the shortest one."""

from collections.abc import Collection, Sequence

from bot.core.tasks import Task

LEAST = 4
"""Characters of an id that a list shows at least: enough to stay unambiguous for a while."""


class Ambiguous(Exception):
    """A beginning that several ids share. `ids` are those."""

    def __init__(self, ids: Sequence[str]) -> None:
        super().__init__(", ".join(ids))
        self.ids = tuple(ids)


def find(typed: str, ids: Collection[str]) -> str | None:
    """The id that `typed` means: itself, its beginning, or "kind:beginning"; None when none. Raises Ambiguous.

    A task's id is its kind and the id of what it is about, with a colon between: either part may be shortened or
    left out.
    """
    if typed in ids:
        return typed
    found = sorted(known for known in ids if typed and means(typed, known))
    if len(found) > 1:
        raise Ambiguous(found)
    return found[0] if found else None


def means(typed: str, known: str) -> bool:
    """Whether what was typed may stand for this id."""
    kind, colon, tail = known.partition(":")
    if not colon:
        return known.startswith(typed)
    typed_kind, typed_colon, typed_tail = typed.partition(":")
    if typed_colon:
        return kind.startswith(typed_kind) and tail.startswith(typed_tail)
    return tail.startswith(typed) or kind.startswith(typed)


def short(ids: Collection[str]) -> dict[str, str]:
    """Each id with the shortest name that means it alone among these, in the form that `find` takes.

    Quadratic only in ids that begin alike.
    """
    return {known: _shortest(known, ids) for known in ids}


def _shortest(known: str, ids: Collection[str]) -> str:
    kind, colon, tail = known.partition(":")
    body = tail if colon else known
    rivals = [other for other in ids if other != known and means(body[:LEAST], other)]
    size = next((n for n in range(LEAST, len(body) + 1) if not any(means(body[:n], r) for r in rivals)), 0)
    if size:
        return body[:size]
    if not colon:
        return known
    # Several tasks about one mail differ in their kind only.
    word = kind.partition("_")[0]
    return next(
        (
            name
            for name in (f"{word}:{body[:LEAST]}", f"{kind}:{body[:LEAST]}")
            if not any(means(name, r) for r in rivals)
        ),
        known,
    )


def short_tasks(tasks: Collection[Task]) -> dict[str, str]:
    """The short name of each task."""
    return short({task.id for task in tasks})
